"""CHANNELS. One package each, all behind the seam in `base.py`; they do not know each other.

May import messages and storage.records.
"""

"""One search over all that a person may see.

May import messages and storage; no other feature.
"""

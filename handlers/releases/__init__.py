"""Releases: from typed words to an approved version that is sent once.

May import messages, storage and the files beside handlers/turn.py; no other feature.
"""

"""OFFICIALS: their agenda, what they are prepared with, and who gets copies of what they are told.

May import messages and storage; no other feature.
"""

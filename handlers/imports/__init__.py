"""The registers of outlets and people: read in from sheets after a dry run, undone while nothing builds on it, and written out.

May import messages, storage and what stands beside the features; never another feature.
"""

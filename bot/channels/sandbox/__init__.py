"""SANDBOX. A channel that leaves the machine nowhere: its phones are the page of `bot/sandbox`, and the tests' people.

May import the seam, messages and storage.records; no other channel.
"""

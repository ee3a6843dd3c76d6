"""SANDBOX. A channel that leaves the machine nowhere: its phones are pages in a browser, and the tests' people.

May import the seam, messages and storage.records; no other channel.
"""

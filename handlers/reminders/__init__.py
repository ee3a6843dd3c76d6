"""REMINDERS: announcements, and the one nudge before a deadline.

May import messages and storage; no other feature.
"""

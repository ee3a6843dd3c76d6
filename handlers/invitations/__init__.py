"""INVITATIONS: events, who is asked to them, what they answer, and who comes.

May import messages and storage; no other feature.
"""

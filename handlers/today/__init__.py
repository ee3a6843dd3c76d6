"""What waits for one person today, in one message.

May import messages and storage; no other feature.
"""

"""PEOPLE: who they are, how they join, pause, leave and get another role.

May import messages and storage; no other feature.
"""

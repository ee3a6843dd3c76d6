"""OFFICES: what an office as a whole needs: what its messages cost, and whether its channels carry them.

May import messages and storage; no other feature.
"""

"""COVERAGE: what officials are told every morning, week and month, and what they ask of it.

May import messages and storage; no other feature.
"""

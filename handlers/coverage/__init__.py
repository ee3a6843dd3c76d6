"""COVERAGE: what officials are told every morning.

May import messages and storage; no other feature.
"""

"""QUESTIONS: what journalists ask, who holds it, and the answer they may quote.

May import: handlers' own rules, messages, storage. Other features never.
"""

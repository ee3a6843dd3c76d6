"""The way from a recognised link to its payment: recaps, invoices, payments, and what an auditor is given.

May import what features share and `messages`, never another feature.
"""

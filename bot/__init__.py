"""MACHINERY. How words come in, how they go out, and what rings. It knows no feature.

May import handlers, messages and storage.
"""

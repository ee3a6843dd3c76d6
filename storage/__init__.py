"""MEMORY. What the desk remembers: the nouns, their tables, and one file of queries per noun.

May import nothing above it; it is the only folder that knows SQLAlchemy.
"""

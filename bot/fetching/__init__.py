"""Pages of strangers' sites, fetched so that no address leads inside and no answer holds the desk up.

May import the nouns of handlers/links; nothing else of the desk.
"""

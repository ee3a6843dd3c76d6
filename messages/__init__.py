"""WORDS. What is said: cards, their fitting to a channel, and the sentences in two languages.

May import `storage.records` (the nouns) and nothing else of ours.
"""

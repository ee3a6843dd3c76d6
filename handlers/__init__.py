"""Features: one package each, what happened in, what to say out; the pure rules stand beside the verbs.

May import handlers, messages and storage; no network library, no channel, nothing of bot.
"""

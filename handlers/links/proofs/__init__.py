"""What was printed or broadcast: a picture, a clip or a sound stands where a link cannot.

May import what `handlers.links` may; `caption` is a rule.
"""

"""THE SANDBOX'S PAGE. A desk to try in the browser: its phones, its JSON API, its invented days.

Drives the whole desk through the channel `bot/channels/sandbox`; nothing imports it but main.py.
"""

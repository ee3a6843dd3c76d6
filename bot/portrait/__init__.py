"""Pictures of frozen pages, drawn by a browser that the kernel lets open no network socket.

May import handlers' nouns; nothing else of the desk. Off unless a setting asks for it.
"""

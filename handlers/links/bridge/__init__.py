"""Links that staff bring from chat groups which the desk cannot join: forwarded messages, or a chat's export.

May import what `handlers.links` may; nothing of the export but links and their moments gets beyond `export`.
"""

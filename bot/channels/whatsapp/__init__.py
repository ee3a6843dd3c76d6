"""WHATSAPP. inbound, outbound and failures are pure rules; api is one call and what its answer means; client is the channel.

May import the seam, messages and storage.records; no other channel.
"""

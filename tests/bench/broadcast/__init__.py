"""Sends to many: ours, every state durable, beside what people would use instead."""

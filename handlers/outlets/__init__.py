"""OUTLETS: the register of media; whose a web address is.

May import messages and storage; the rule files import only the standard library.
"""

"""LINKS: what journalists send back; which article it is, and which release it is about.

May import messages and storage; the rule files import only the standard library and each other.
"""

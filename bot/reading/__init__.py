"""What stands on a page: title, time, author, text. Read in a process that is killed at its deadline.

May import the nouns and rules of handlers; lxml and trafilatura stay in the child.
"""

"""What people may ask about their own data, how long things are kept, who checks the log, and who is blocked.

Imports storage, messages and the shared files of handlers; knows no other feature.
"""

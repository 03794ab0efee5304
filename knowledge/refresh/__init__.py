"""The watch over the source pages: fetched politely, held against what was saved, told to staff.

Nothing here changes a plan or a saved page; only the days of the checks are kept.
"""

"""The archive: a folder with one SQLite file that keeps files, records and texts, and the index to search them.

The only place that writes SQL. `store.Store` writes and `query.Archive` (one layer up) reads.
"""

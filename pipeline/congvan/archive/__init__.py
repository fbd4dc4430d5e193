"""The archive: a folder with one SQLite file that keeps files, records, texts and their search index.

The only place that writes SQL. `store.Store` writes and `query.Archive` (one layer up) reads.
"""

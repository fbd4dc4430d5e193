"""Writes a whole dispatch: letterhead, body, foot, habits of spelling."""

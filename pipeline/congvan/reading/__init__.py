"""Bytes become pages: one file a form, told apart by content, not by name."""

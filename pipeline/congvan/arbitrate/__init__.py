"""Candidates become items: one reading for each fact, checked, with a confidence."""

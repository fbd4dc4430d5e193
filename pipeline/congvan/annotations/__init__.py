"""Dispatches and sentences annotated by hand: read, checked, split, measured."""

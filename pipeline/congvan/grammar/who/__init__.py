"""Bodies, their levels, and persons."""

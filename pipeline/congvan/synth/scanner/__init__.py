"""Turns printed pages into scans: pen, seal, skew, noise."""

"""Turns printed pages into scans and photos that look like real ones, and tells where every box went."""

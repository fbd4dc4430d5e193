"""Figures to reach: what they count, whose they are, and what the clause around them says."""

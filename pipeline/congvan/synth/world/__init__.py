"""The invented country: offices, what they write about, and the scene of one dispatch."""

"""Lines become a text in reading order, with cells and an outline."""

"""Words become one string with offsets, and that string becomes tokens."""

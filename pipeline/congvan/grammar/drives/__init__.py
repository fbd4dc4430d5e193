"""Named movements, contests and programmes: their names without quotation marks, and the words that head them."""

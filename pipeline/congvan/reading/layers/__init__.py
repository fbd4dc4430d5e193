"""Parts of a PDF page: its lock, its text layer, whether that is sound, the ink it leaves uncovered."""

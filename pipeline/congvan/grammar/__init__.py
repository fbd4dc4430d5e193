"""Small languages shared by all extractors: text in, values with offsets out; nothing of a document is known here."""

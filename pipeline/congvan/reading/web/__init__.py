"""Parts of a web page: its bytes, what of it is the document, its blocks."""

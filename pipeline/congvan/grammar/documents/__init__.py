"""Documents and how they are cited: numbers, types, titles, laws, relations."""

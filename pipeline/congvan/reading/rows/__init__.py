"""Text without places on paper: rows, columns, old codes -> pages on a grid."""

"""Parts of a Word document (ECMA-376): its package, styles, automatic numbers and text."""

"""Who must do what, to whom it is delivered, and how a sentence joins that to a term."""

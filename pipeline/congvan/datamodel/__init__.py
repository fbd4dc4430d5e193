"""The nouns of congvan: frozen values that stages hand to one another."""

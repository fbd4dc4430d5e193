"""Families of wording, one file a kind of value: each gives a phrase that carries its values."""

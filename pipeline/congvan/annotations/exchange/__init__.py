"""Annotations in the forms of other programs: Label Studio's JSON and spaCy's DocBin, out and back."""

"""Fits what is fitted: declared, reproducible, from data/annotated and made dispatches alone. One file a model."""

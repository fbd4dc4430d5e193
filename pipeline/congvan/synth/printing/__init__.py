"""Puts a dispatch into a file: text, PDF with a text layer; faces and places of words."""

"""How good are the records: the rules of scoring, written for reading."""

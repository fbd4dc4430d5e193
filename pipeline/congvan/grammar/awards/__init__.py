"""Awards: form, rank, conferrer, number, money, and whether they can be conferred here."""

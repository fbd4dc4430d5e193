"""Days, hours, spans of days and terms, as offices write them."""

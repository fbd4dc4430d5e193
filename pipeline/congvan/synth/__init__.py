"""Makes dispatches of invented offices, their pages, their damage and their gold."""

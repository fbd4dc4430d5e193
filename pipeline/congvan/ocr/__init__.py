"""Page images become words with places."""

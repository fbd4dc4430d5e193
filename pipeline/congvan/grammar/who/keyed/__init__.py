"""Keys of bodies: one for each body, whatever the form in which it is printed (`ubnd/tinh:son-ha`)."""

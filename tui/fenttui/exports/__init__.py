"""Notes out of the program: one module a format, one registry."""

"""Between the program and the terminal: bytes that become events, and paint that becomes bytes."""

"""One test for each command: its keys do what its sentence says."""

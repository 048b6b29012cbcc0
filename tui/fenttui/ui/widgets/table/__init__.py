"""A table of records: quick at any size, sorted and filtered, narrow where the terminal is."""

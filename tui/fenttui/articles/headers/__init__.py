"""What the top of a file says of its article: front matter, the header of a mail."""

"""Numbers in digits and words, and the words that bound them."""

"""The text itself: tokens, nouns, word lists and the gazetteer."""

"""Names in a text: the trained recognizer, other engines, and what the gazetteer settles."""

"""How many notes are found again in a text that was edited."""

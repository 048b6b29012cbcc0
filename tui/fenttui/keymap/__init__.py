"""Keys: sequences, commands, what the keys typed so far call, and what is wrong with keys; no Textual."""

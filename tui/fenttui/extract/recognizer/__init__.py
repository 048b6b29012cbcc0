"""The trained recognizer of actors: tokens to names with their kinds. Its numpy is loaded on first use."""

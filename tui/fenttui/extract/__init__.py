"""Text to mentions: actors, figures and times. Pure functions; no input or output."""

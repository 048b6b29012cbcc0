"""How well and how fast names, figures and times are found, beside spaCy; and what the worst texts cost."""

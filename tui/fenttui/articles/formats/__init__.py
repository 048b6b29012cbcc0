"""The formats of article files: each module here is one, its `FORMAT`, and is found by being here."""

"""What the reader says about actors: facts of one dossier, saved and undone."""

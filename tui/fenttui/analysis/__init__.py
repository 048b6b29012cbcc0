"""What the articles of a dossier say together: actors, figures, disagreements, timeline, series."""

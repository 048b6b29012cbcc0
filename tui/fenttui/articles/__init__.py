"""Reading article files: dossiers, dates, titles, encodings."""

"""Makes documents, pictures and tables of this project."""

"""What the user says about the actors of one dossier."""

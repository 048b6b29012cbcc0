"""The dossier as it is being read: its articles, what is found in them, its notes, and where one is."""

"""The dossier as it is being read: its articles, their extractions, its notes, the reading state."""

"""fenttui: a terminal reader for dossiers of dated news articles."""

__version__ = "0.1.0"

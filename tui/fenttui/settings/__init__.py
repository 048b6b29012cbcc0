"""Typed settings: config.toml, the user's, the dossier's, the environment, flags; strict."""

"""The user's notes: anchoring, edits, the TOML store."""

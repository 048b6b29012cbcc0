"""The reader's own notes: anchoring, edits, the TOML store."""

"""What is kept on disk: atomic writing, locks, TOML with positions, the journal of changes."""

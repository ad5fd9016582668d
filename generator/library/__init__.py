"""Reads and validates what exists: `data/` to `Library`."""

"""Lays out: a routine and words to pages of marks. Pure."""

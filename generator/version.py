"""The version of the program; the wheel and the back page of a booklet take it from here."""

__version__ = "0.1.0"

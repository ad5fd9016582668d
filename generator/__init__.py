"""Printable exercise booklets for the thoracic spine."""

__version__ = "0.1.0"

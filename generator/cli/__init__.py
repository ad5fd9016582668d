"""What a person types → what the program does, and its answer as text: the only room that knows Typer."""

from __future__ import annotations

from generator.cli.app import main

__all__ = ["main"]

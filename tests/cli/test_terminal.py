"""Text that fits the window."""

from __future__ import annotations

import os
from types import SimpleNamespace

import pytest

from generator.cli import terminal


@pytest.mark.parametrize(("columns", "width"), [(0, 30), (20, 30), (40, 40), (100, 100), (400, 100)])
def test_the_width_of_text(monkeypatch: pytest.MonkeyPatch, columns: int, width: int) -> None:
    # Not the function itself, which pytest calls too.
    window = SimpleNamespace(get_terminal_size=lambda _fallback: os.terminal_size((columns, 24)))
    monkeypatch.setattr(terminal, "shutil", window)
    assert terminal.terminal_width() == width


def test_text_is_folded_between_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    text = terminal.wrapped(f"{'a-b ' * 10}{'x' * 40}", 2, 4)
    assert text.splitlines() == ["  " + " ".join(["a-b"] * 7), "    a-b a-b a-b", "    " + "x" * 40]
    assert terminal.wrapped("a b", 3) == "   a b"

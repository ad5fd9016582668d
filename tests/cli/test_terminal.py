from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from generator.cli import terminal

if TYPE_CHECKING:
    import os


@pytest.mark.parametrize(("columns", "width"), [(0, 30), (20, 30), (40, 40), (100, 100), (400, 100)])
def test_the_width_of_text(monkeypatch: pytest.MonkeyPatch, columns: int, width: int) -> None:
    def size(_fallback: tuple[int, int]) -> os.terminal_size:
        return shutil.os.terminal_size((columns, 24))  # type: ignore[attr-defined,no-any-return]

    monkeypatch.setattr(shutil, "get_terminal_size", size)
    assert terminal.terminal_width() == width

"""Every mistake that an author of the library is likely to make, and the lines that the author then reads.

`mistakes.txt` holds them in blocks: what is wrong (`#`), in which file (`@`), the lines of the small library
that are taken out (`-`) and put in their place (`+`), and all that the program says.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.library.conftest import SmallLibrary

BLOCKS = Path(__file__).with_name("mistakes.txt").read_text(encoding="utf-8").split("\n\n")


def _marked(block: str, mark: str) -> str:
    return "".join(line[2:] + "\n" for line in block.splitlines() if line.startswith(mark + " "))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: _marked(block, "#").strip())
def test_a_mistake_is_shown_where_it_is(small: SmallLibrary, block: str) -> None:
    small.replace(_marked(block, "@").strip(), _marked(block, "-"), _marked(block, "+"))
    assert small.complaints() == [line for line in block.splitlines() if line[0] not in "#@-+"]

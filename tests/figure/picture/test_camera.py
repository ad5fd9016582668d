from __future__ import annotations

import re


def test_frames_share_height_so_that_they_stand_side_by_side(drawn: dict[str, str]) -> None:
    heights = {re.search(r'viewBox="0 0 \d+ (\d+)"', svg)[1] for svg in drawn.values()}  # type: ignore[index]
    assert len(heights) == 1

from __future__ import annotations


def test_only_the_frame_with_an_arrow_shows_one(drawn: dict[str, str]) -> None:
    assert ["#00566b" in svg for svg in drawn.values()] == [False, True]

from __future__ import annotations

import numpy as np

from generator.figure.body.anatomy import ARCHIVE, archive, body_of
from generator.figure.body.cast import CAST


def test_the_baked_bodies_are_small_and_free() -> None:
    assert ARCHIVE.stat().st_size < 2_000_000
    assert "CC0 1.0 Universal" in (ARCHIVE.parent / "LICENSE-CC0.md").read_text(encoding="utf-8")


def test_the_whole_cast_is_baked() -> None:
    assert [str(name) for name in archive()["people"]] == list(CAST)


def test_skin_weights_add_up_and_people_differ() -> None:
    heights = {}
    for name in CAST:
        body = body_of(name)
        assert np.allclose(np.asarray(body.weights.sum(1)), 1)
        heights[name] = body.vertices[:, 1].max()
    assert 1.5 < min(heights.values()) < max(heights.values()) < 2.0
    assert len({round(height, 3) for height in heights.values()}) == len(CAST)

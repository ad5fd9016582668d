from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.body import prepare_body
from generator.figure.body.anatomy import ARCHIVE, archive, body_of
from generator.figure.body.cast import CAST

if TYPE_CHECKING:
    from pathlib import Path


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


def test_the_shares_of_a_shape_are_the_model_s() -> None:
    weights = prepare_body.target_weights(CAST["man-1"].shape)
    origins = [amount for name, amount in weights.items() if name.startswith("macrodetails/") and "-" in name
               and not name.startswith(("macrodetails/universal", "macrodetails/proportions"))]  # fmt: skip
    assert sum(origins) == pytest.approx(1)


def test_an_archive_is_the_same_whenever_it_is_written(tmp_path: Path) -> None:
    arrays = {"one": np.arange(5), "two": np.eye(2)}
    for name in ("first", "second"):
        prepare_body.write_archive(tmp_path / name, arrays)
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()
    with np.load(tmp_path / "first") as stored:
        assert (stored["two"] == np.eye(2)).all()

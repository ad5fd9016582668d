from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from generator.figure.body import prepare_body
from generator.figure.body.cast import CAST

if TYPE_CHECKING:
    from pathlib import Path


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

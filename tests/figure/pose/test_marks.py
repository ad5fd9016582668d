from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.figure.pose.marks import Arrow

PATH = [{"point": "T5", "out": 0.1}, {"point": "T5", "out": 0.3}]
RING = {"around": "T7", "from": -50, "to": 60}


@pytest.mark.parametrize("course", [{"path": PATH}, {"ring": RING}], ids=["path", "ring"])
def test_an_arrow_has_one_course(course: dict[str, object]) -> None:
    assert not Arrow.model_validate(course).over


@pytest.mark.parametrize("course", [{}, {"path": PATH, "ring": RING}], ids=["none", "two"])
def test_neither_none_nor_two(course: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="needs one course"):
        Arrow.model_validate(course)


def test_a_ring_goes_round_the_spine_alone() -> None:
    with pytest.raises(ValidationError, match="around"):
        Arrow.model_validate({"ring": RING | {"around": "left_knee"}})

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.figure.pose.part import Part


class Thing(Part):
    size: float = 3


def test_an_empty_value_means_the_default() -> None:
    assert Thing.model_validate({"size": None}).size == 3


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(ValidationError, match="sise"):
        Thing.model_validate({"sise": 3})

from __future__ import annotations

import re

import pytest

from generator.library.labels import REQUIRED_LABELS
from generator.library.vocabulary import Action, Basis, Demand, Goal, Kind, Kit, Muscle, Position


@pytest.mark.parametrize(
    ("group", "members"),
    [
        ("goal", Goal),
        ("kind", Kind),
        ("position", Position),
        ("kit", Kit),
        ("muscle", Muscle),
        ("demand", (*Demand, "any")),
        ("side", ("left", "right", "both")),
        ("action", Action),
        ("basis", Basis),
        ("level", ("gentle", "standard", "full")),
    ],
)
def test_every_id_that_a_client_may_meet_needs_words(group: str, members: tuple[str, ...]) -> None:
    needed = {key.partition(".")[2] for key in REQUIRED_LABELS if key.startswith(f"{group}.")}
    assert needed == {str(member) for member in members}


def test_keys_are_dotted_and_placeholders_are_plain_names() -> None:
    for key, placeholders in REQUIRED_LABELS.items():
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", key), key
        assert all(name.isidentifier() for name in placeholders), key

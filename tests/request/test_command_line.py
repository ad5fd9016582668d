"""The printed command asks for the same again, and says no more than that takes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings

from generator.problems import UsageError
from generator.request.resolving import resolve
from tests.asking import Asked
from tests.request.requests import AROUND, NAMES, REQUESTS, parsed


@given(REQUESTS)
@settings(max_examples=200, deadline=None)
def test_the_printed_command_asks_for_the_very_same_booklet(request: Asked) -> None:
    try:
        order = resolve(request, AROUND)
    except UsageError:
        return
    again = parsed(order.details.command)
    tomorrow = replace(AROUND, today=dt.date(2027, 2, 2))
    assert replace(resolve(again, tomorrow), notes=()) == replace(order, notes=())


@given(NAMES, NAMES)
@settings(max_examples=50, deadline=None)
def test_the_printed_command_repeats_a_reason_word_for_word(name: str, because: str) -> None:
    asked = Asked(
        goals=("flexion",), include=("16",), conditions=("glaucoma",), cleared_by=name, because=f"x{because}"
    )
    try:
        order = resolve(asked, AROUND)
    except UsageError:
        return
    again = resolve(parsed(order.details.command), AROUND)
    assert (again.plan, again.details) == (order.plan, order.details)


@pytest.mark.parametrize(
    ("request_", "command"),
    [
        (Asked(goals=("side",)), "thoracic make -g side --date 2026-01-01"),
        (
            Asked(goals=("all",)),
            "thoracic make -g extension -g flexion -g rotation -g side --date 2026-01-01",
        ),
        (
            Asked(
                goals=("side",), minutes="none", max_exercises="none", client="Zoë O'Brien", ink_saver=True
            ),
            (
                """thoracic make -g side --minutes none --client 'Zoë O'"'"'Brien' --date 2026-01-01 """
                "--ink-saver"
            ),
        ),
        (
            Asked(goals=("side",), kit=("mat", "bar"), no_positions=("standing",), client="-x\u202e"),
            "thoracic make -g side --kit bar --kit mat --no-position standing --client=-x --date 2026-01-01",
        ),
        (
            Asked(goals=("side",), kit=("none",), date="2025-05-05", paper="LETTER", weeks="٦"),
            "thoracic make -g side --kit none --date 2025-05-05 --weeks 6 --paper letter",
        ),
        (
            Asked(
                goals=("flexion",),
                include=("16", "Hanging"),
                exclude=("12",),
                conditions=("Pregnancy: 3 Weeks", "glaucoma,hernia"),
                cleared_by="Dr Who",
                because="stands well",
                side="10=left,right,6=Right",
            ),
            (
                "thoracic make -g flexion --include standing-decompression --include hanging "
                "--exclude cat-stretch --condition glaucoma --condition hernia "
                "--condition pregnancy:3-weeks --cleared-by 'Dr Who' --because 'stands well' "
                "--side right,side-stretch-with-flexion=left --date 2026-01-01"
            ),
        ),
        (
            Asked(goals=("side",), side="8=left", progress=True, older_adult=True, pain_limits=" 2 , 4 "),
            (
                "thoracic make -g side --side intercostal-stretch=left --progress --older-adult "
                "--date 2026-01-01 --pain-limits 2,4"
            ),
        ),
    ],
)
def test_the_printed_command_holds_only_what_differs(request_: Asked, command: str) -> None:
    assert resolve(request_, AROUND).details.command == command

"""Conditions as they are typed: what is taken, what is refused, and what is suggested instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.prepared import own_library
from generator.request.conditions import WEEKS, no_such_condition, read_conditions
from generator.routine.plan import Condition

if TYPE_CHECKING:
    from generator.problems import Problem

LIBRARY = own_library()
WORDS = LIBRARY.words.conditions


class Said(NamedTuple):
    problems: list[Problem]
    notes: list[str]


def read(*typed: str) -> tuple[tuple[Condition, ...], Said]:
    conditions, problems, notes = read_conditions(typed, LIBRARY.precautions, WORDS, "--condition")
    return conditions, Said(problems, notes)


def refusals(*typed: str) -> list[str]:
    _, said = read(*typed)
    return [str(problem) for problem in said.problems]


@pytest.mark.parametrize("name", LIBRARY.precautions)
def test_every_condition_is_known_by_its_id(name: str) -> None:
    conditions, said = read(f" {name.upper()} ")
    assert conditions == (Condition(name),)
    assert said.problems == []


@pytest.mark.parametrize(
    "stage", ["3-weeks", "3-week", "3weeks", " 3 weeks", "3 WEEKS ", "03-weeks", "٣ weeks", "3 - Week"]
)
def test_weeks_however_they_are_spelt(stage: str) -> None:
    conditions, said = read(f"fracture:{stage}")
    assert conditions == (Condition("fracture", weeks=3),)
    assert (said.problems, said.notes) == ([], [])


@pytest.mark.parametrize("weeks", [WEEKS[0], WEEKS[-1]])
def test_the_least_and_the_most_weeks(weeks: int) -> None:
    assert read(f"pregnancy:{weeks}-weeks")[0] == (Condition("pregnancy", weeks=weeks),)


@pytest.mark.parametrize("stage", ["", "3", "3-months", "-1-weeks", "201-weeks", "9999 weeks", "1.5 weeks"])
def test_weeks_that_are_none(stage: str) -> None:
    (refusal,) = refusals(f"fracture:{stage}")
    assert refusal == (
        f"--condition  the stage of fracture is a number of weeks from 0 to 200, got “{stage}” → "
        "write it like fracture:20-weeks"
    )


def test_named_stages() -> None:
    assert read("ankylosing-spondylitis: Fused")[0] == (Condition("ankylosing-spondylitis", stage="fused"),)
    assert refusals("ankylosing-spondylitis:fusd", "ankylosing-spondylitis:3-weeks") == [
        "--condition  “fusd” is not a stage of ankylosing-spondylitis → did you mean fused?",
        "--condition  “3-weeks” is not a stage of ankylosing-spondylitis → choose from mobile, fused",
    ]


def test_a_stage_where_there_is_none() -> None:
    assert refusals("osteoporosis:3-weeks") == [
        "--condition  osteoporosis has no stages, got “3-weeks” → write just osteoporosis"
    ]


def test_an_unknown_stage_is_noted_with_what_to_type() -> None:
    conditions, said = read("pregnancy,ankylosing-spondylitis,glaucoma")
    assert [condition.weeks for condition in conditions] == [None, None, None]
    assert said.notes == [
        (
            "--condition pregnancy: how many weeks it has lasted is unknown, so the strictest rules apply; "
            "type it as pregnancy:20-weeks"
        ),
        (
            "--condition ankylosing-spondylitis: its stage is unknown, so the strictest rules apply; "
            "type it as ankylosing-spondylitis:mobile or ankylosing-spondylitis:fused"
        ),
    ]


def test_twice_the_same_is_once_and_twice_different_is_refused() -> None:
    assert read("hernia", "Hernia", "fracture:3-weeks,fracture:3weeks")[0] == (
        Condition("fracture", weeks=3),
        Condition("hernia"),
    )
    assert refusals("fracture:3-weeks", "fracture:4-weeks") == [
        (
            "--condition  fracture is given with different stages: fracture:3-weeks and fracture:4-weeks → "
            "give it once"
        )
    ]
    assert refusals("pregnancy", "pregnancy:20-weeks") == [
        (
            "--condition  pregnancy is given with different stages: pregnancy and pregnancy:20-weeks → "
            "give it once"
        )
    ]


@given(st.permutations(["osteoporosis", "pregnancy:20-weeks", "hernia", "glaucoma", "wrist-trouble"]))
def test_the_order_of_typing_changes_nothing(typed: list[str]) -> None:
    conditions, _ = read(*typed)
    assert conditions == read(",".join(sorted(typed)))[0]
    assert [condition.id for condition in conditions] == sorted(condition.id for condition in conditions)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("brittle bones", ["osteoporosis"]),
        ("Brittle-Bones", ["osteoporosis"]),
        ("britle bones", ["osteoporosis"]),
        ("T12 fracture", ["vertebral-compression-fracture"]),
        ("slipped disc", ["disc-problem"]),
        ("pregnant", ["pregnancy"]),
        ("pregnant 20 weeks", ["pregnancy"]),
        ("pregnant:20-weeks", ["pregnancy"]),
        ("osteoporsis", ["osteoporosis"]),
        ("glaukoma", ["glaucoma"]),
        ("high blood presure", ["high-blood-pressure"]),
        ("shoulder", ["shoulder-impingement", "shoulder-instability", "rounded-upper-back"]),
    ],
)
def test_what_is_meant_is_suggested_and_never_taken(typed: str, meant: list[str]) -> None:
    conditions, said = read(typed)
    assert conditions == ()
    (problem,) = said.problems
    assert problem.message == f"there is no condition “{typed.partition(':')[0]}”"
    assert problem.hint == f"did you mean {' or '.join(meant)}?"


@pytest.mark.no_cover  # a thousand times the same lines
def test_each_name_and_synonym_leads_to_its_condition_alone() -> None:
    led = {
        called: no_such_condition(called, WORDS, "--condition").hint
        for words in WORDS.values()
        for called in (words.name, *words.synonyms)
    }
    assert led == {
        called: f"did you mean {name}?"
        for name, words in WORDS.items()
        for called in (words.name, *words.synonyms)
    }


@pytest.mark.parametrize("typed", ["", ":", "  ", "qqqq", "😀", "a" * 10_000])
def test_what_is_like_nothing_leads_to_the_list(typed: str) -> None:
    (refusal,) = refusals(typed)
    assert refusal.endswith(" → `thoracic conditions` lists every condition")
    assert len(refusal) < 200


@given(st.text())
def test_no_text_breaks_it_and_only_ids_are_taken(typed: str) -> None:
    conditions, said = read(typed)
    assert all(condition.id in typed.lower() for condition in conditions)
    assert conditions or said.problems

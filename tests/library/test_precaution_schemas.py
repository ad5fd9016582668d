from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.library.model import ConditionWords, Favour, Precaution, Rule
from generator.library.vocabulary import Action, Basis, Demand, Goal, Position
from tests.library.conftest import FILES, mistakes

if TYPE_CHECKING:
    from tests.library.conftest import SmallLibrary


def test_a_precaution_is_whole(small: SmallLibrary) -> None:
    precautions = small.load().precautions
    assert list(precautions) == ["sore-shoulder", "stiff-back", "no-frame"]
    assert precautions["sore-shoulder"] == Precaution(
        id="sore-shoulder",
        rules=(
            Rule(
                id="reach",
                action=Action.ADAPT,
                demands=(Demand.ARMS_OVERHEAD, Demand.HANGING_BY_THE_ARMS),
                basis=Basis.INDIRECT,
                source="study",
                from_week=2,
                until_week=6,
                is_gentle=True,
            ),
            Rule("doctor", Action.REFER, (), Basis.CONVENTION, "handbook", until_week=2),
        ),
        has_weeks=True,
    )
    late = Rule(
        "ball", Action.LEAVE_OUT, (Demand.PRESSURE_ON_MUSCLE,), Basis.TRIAL, "study", stages=("late",)
    )
    assert precautions["stiff-back"] == Precaution(
        id="stiff-back",
        rules=(late,),
        stages=("early", "late"),
        favours=Favour(Basis.ARTICLE, "study", muscles=("upper-back",), goals=(Goal.SIDE,)),
        instead={Goal.EXTENSION: (Goal.FLEXION, Goal.ROTATION)},
    )
    assert precautions["no-frame"] == Precaution(
        id="no-frame", rules=(), no_positions=(Position.ON_BACK,), no_kit=("door-frame",)
    )


def test_demands_may_count_only_together_and_favours_only_within_the_goals(small: SmallLibrary) -> None:
    small.replace(
        "precautions.yaml",
        "      demands: [arms-overhead, hanging-by-the-arms]\n",
        "      demands: [arms-overhead, hanging-by-the-arms]\n      together: true\n",
    )
    small.replace("precautions.yaml", "goals: [side], basis", "goals: [side], within-goals: true, basis")
    precautions = small.load().precautions
    assert [rule.is_together for rule in precautions["sore-shoulder"].rules] == [True, False]
    favours = precautions["stiff-back"].favours
    assert favours
    assert favours.is_within_goals


def test_the_words_of_a_condition_are_whole_and_in_the_order_of_the_precautions(small: SmallLibrary) -> None:
    assert list(small.load().words.conditions.items()) == [
        (
            "sore-shoulder",
            ConditionWords(
                id="sore-shoulder",
                name="Sore shoulder",
                name_in_sentence="sore shoulder",
                synonyms=(),
                client="Your shoulder is sore.",
                clinician="Ask which one.",
                rules={"reach": "Reach less high."},
            ),
        ),
        (
            "stiff-back",
            ConditionWords(
                id="stiff-back",
                name="Stiff back",
                name_in_sentence="stiff back",
                synonyms=("back that is stiff", "rigid spine"),
                client="Your back is stiff.",
                clinician="",
                rules={"ball": "Leave the ball out."},
            ),
        ),
        (
            "no-frame",
            ConditionWords(
                id="no-frame",
                name="No door frame",
                name_in_sentence="no door frame",
                synonyms=("open plan",),
                client="You have no door frame.",
                clinician="",
                rules={},
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("lower-back trouble", "Lower-back trouble"),
        ("a tight side", "A tight side"),
        ("DVT of the leg", "DVT of the leg"),
        ("Paget’s disease", "Paget’s disease"),
    ],
)
def test_a_name_is_written_as_within_a_sentence(small: SmallLibrary, written: str, name: str) -> None:
    small.replace("words/en/conditions.yaml", "name: sore shoulder", f"name: {written}")
    words = small.load().words.conditions["sore-shoulder"]
    assert (words.name, words.name_in_sentence) == (name, written)


def test_an_exercise_done_on_each_side_says_which_way_to_go(small: SmallLibrary) -> None:
    words = small.load().words.exercises
    assert words["turn"].sides == {"left": "Lie on the left.", "right": "Lie on the right."}
    assert words["arch"].sides == {}


@pytest.mark.parametrize("key", ["rules", "favours"])
def test_a_source_is_used_when_one_kind_of_place_alone_names_it(small: SmallLibrary, key: str) -> None:
    lines = FILES["precautions.yaml"].splitlines(keepends=True)
    others = [line for line in lines if ("favours" in line) != (key == "favours")]
    kept = [line for line in lines if line not in others]
    assert any("study" in line for line in kept)
    text = "".join(line.replace("study", "handbook") if line in others else line for line in lines)
    small.write("precautions.yaml", text)
    assert "study" in small.load().sources


def test_a_condition_may_be_known_by_its_own_id_and_name_twice(small: SmallLibrary) -> None:
    small.replace("words/en/conditions.yaml", "[open plan]", "[No-frame, no door  frame]")
    assert small.load().words.conditions["no-frame"].synonyms == ("No-frame", "no door  frame")


@pytest.mark.parametrize("mistake", mistakes("precaution_schemas"))
def test_a_mistake_is_shown_where_it_is(small: SmallLibrary, mistake: str) -> None:
    small.assert_shown(mistake)

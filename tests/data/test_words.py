"""The library's own data: the facts of its exercises, and words that a client can read and follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from reportlab.pdfbase.ttfonts import TTFontFile

from generator.library.vocabulary import Demand
from generator.resources import ASSETS, DATA
from tests.reading_level import grade, sentences, syllables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GRADE_MOST = 5.0
STEPS_MOST = 6
STEP_WORDS_MOST = 18
LENGTHS = {
    "name": 40,
    "purpose": 90,
    "feel": 150,
    "caution": 150,
    "easier": 150,
    "harder": 150,
    "mistake": 150,
    "breathing": 90,
}
STEP_LENGTH = 110
CAPTION_LENGTH = 60
PUNCTUATION = frozenset(
    " .,;:!?()'\"-\u2013\u2014\u2019\u201c\u201d\u00b0\u00d7"
)  # dashes, quotes, ° and times
PROMISES = re.compile(
    r"\b(cur(e|es|ed|ing)|guarant\w*|fix(es|ed)?|heal(s|ed|ing)?|always works|"
    r"remed(y|ies)|restor\w+|eliminat\w+|will (ease|help|loosen|relieve|stop))\b",
    re.IGNORECASE,
)
NAMED_SIDE = re.compile(r"\b(left|right) (?!(under|below|above|over|behind)\b)", re.IGNORECASE)
KINDS = ("release", "mobilisation", "stretch", "strengthening", "control")
GENERAL_TERMS = frozenset({*KINDS, "thoracic-spine"})

WORK = {"manner": "work", "seconds": {"least": 60, "most": 120}}
HOLD = {"manner": "hold", "seconds": 30}
OSCILLATE = {"manner": "oscillate", "times": 30}

# number: name of its file, kind, position, kit needed, dose, sides.
FACTS: dict[int, tuple[str, str, str, list[str], dict[str, Any], str]] = {
    1: ("shoulder-blade-release", "release", "on-back", ["massage-ball"], WORK, "each"),
    2: ("chest-release", "release", "face-down", ["massage-ball"], WORK, "each"),
    3: ("latissimus-release", "release", "on-side", ["foam-roller"], WORK, "each"),
    4: ("upper-abdominal-release", "release", "face-down", ["massage-ball"], WORK, "none"),
    5: ("intercostal-release", "release", "sitting-chair", [], {"manner": "breathe", "breaths": 3}, "each"),
    6: ("side-stretch", "stretch", "standing", ["door-frame"], HOLD, "each"),
    7: ("front-stretch", "stretch", "standing", ["door-frame"], HOLD, "none"),
    8: ("intercostal-stretch", "stretch", "on-side", [], HOLD, "each"),
    9: ("posterior-line-stretch", "stretch", "sitting-chair", ["chair"], HOLD, "none"),
    10: ("side-stretch-with-flexion", "stretch", "sitting-chair", [], HOLD, "each"),
    11: ("extension-over-roller", "mobilisation", "on-back", ["foam-roller"], OSCILLATE, "none"),
    12: ("cat-stretch", "mobilisation", "four-point-kneel", [], {"manner": "alternate", "times": 30}, "none"),
    13: ("seated-rotation", "mobilisation", "sitting-chair", ["chair"], OSCILLATE, "each"),
    14: ("translation", "mobilisation", "sitting-floor", [], {"manner": "repeat", "times": 30}, "each"),
    15: (
        "four-point-rotation",
        "mobilisation",
        "four-point-kneel",
        [],
        {"manner": "hold-and-repeat", "seconds": 5, "times": 20},
        "each",
    ),
    16: (
        "standing-decompression",
        "stretch",
        "standing",
        [],
        {"manner": "hold", "seconds": {"least": 10, "most": 30}},
        "none",
    ),
    17: ("hanging", "stretch", "squatting", ["bar"], HOLD, "none"),
}
OF_THE_ARTICLE = [fact[0] for fact in FACTS.values()]
IDS = sorted(path.stem for path in (DATA / "exercises").glob("*.yaml"))


def _times(times: int) -> dict[str, Any]:
    return {"manner": "repeat", "times": times}


def _breaths(times: int, each: int = 1) -> dict[str, Any]:
    return {**_times(times), "breaths": each}


def _holds(times: int, seconds: int | dict[str, int]) -> dict[str, Any]:
    return {"manner": "hold-and-repeat", "seconds": seconds, "times": times}


# The same for what goes beyond the article; how well it serves the goals instead of its position and kit.
BEYOND: dict[int, tuple[str, str, dict[str, int], dict[str, Any], str]] = {
    18: ("chair-back-extension", "mobilisation", {"extension": 5}, _breaths(8), "none"),
    19: ("wall-slide", "mobilisation", {"extension": 4}, _times(8), "none"),
    20: ("towel-roll", "stretch", {"extension": 4}, {"manner": "hold", "seconds": 120}, "none"),
    21: ("lying-press", "strengthening", {"extension": 3}, _holds(5, {"least": 3, "most": 5}), "none"),
    22: ("seated-round-and-lift", "mobilisation", {"flexion": 4, "extension": 3}, _breaths(5), "none"),
    23: ("standing-round", "stretch", {"flexion": 4}, _holds(3, 10), "none"),
    24: ("crossed-arm-turn", "mobilisation", {"rotation": 4}, _holds(5, 5), "each"),
    25: ("open-book", "mobilisation", {"rotation": 5, "extension": 2}, _breaths(8, 2), "each"),
    26: ("side-bend-arm-over", "stretch", {"side": 4}, _holds(2, 20), "each"),
    27: ("side-lying-reach", "stretch", {"side": 3}, _holds(2, 20), "each"),
    28: ("ceiling-reach", "control", {"flexion": 2}, _times(8), "none"),
    29: ("shoulder-blade-squeeze", "strengthening", {"extension": 3}, _holds(8, 5), "none"),
    30: (
        "rib-breathing",
        "mobilisation",
        {"side": 2, "extension": 1, "rotation": 1},
        {"manner": "breathe", "breaths": 5, "spots": False},
        "none",
    ),
    31: ("seated-chest-lift", "control", {"extension": 3}, _holds(5, {"least": 5, "most": 10}), "none"),
    32: ("worktop-stretch", "stretch", {"extension": 4, "side": 2}, _holds(3, 20), "none"),
    33: ("standing-turn-reach", "mobilisation", {"rotation": 3}, _times(8), "each"),
    34: ("face-down-lift", "strengthening", {"extension": 4}, _holds(8, 5), "none"),
    35: ("childs-pose-to-the-side", "stretch", {"side": 4, "flexion": 2}, _holds(2, 20), "each"),
}

FLOOR_POSITIONS = frozenset({"on-back", "face-down", "on-side", "four-point-kneel", "sitting-floor"})
DEMAND_OF_POSITION = {
    "on-back": Demand.LYING_ON_THE_BACK,
    "face-down": Demand.LYING_FACE_DOWN,
    "on-side": Demand.LYING_ON_THE_SIDE,
    "four-point-kneel": Demand.KNEELING,
    "bed-on-back": Demand.LYING_ON_THE_BACK,
    "bed-face-down": Demand.LYING_FACE_DOWN,
    "bed-on-side": Demand.LYING_ON_THE_SIDE,
    "standing": Demand.STANDING_BALANCE,
    "squatting": Demand.DEEP_SQUAT_OR_LUNGE,
}

# What each source caution must still say in its printed form.
SOURCE_CAUTIONS = {
    "shoulder-blade-release": ("never", "spine", "ball"),
    "upper-abdominal-release": ("little pressure", "too much", "organs"),
    "front-stretch": ("lower back", "arch"),
    "extension-over-roller": ("lower ribs down", "lower back", "arch"),
    "standing-decompression": ("care", "lower-back"),
}


def read(path: Path) -> Any:  # noqa: ANN401  # YAML gives whatever the file holds
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def facts_of(exercise_id: str) -> dict[str, Any]:
    facts: dict[str, Any] = read(DATA / "exercises" / f"{exercise_id}.yaml")
    return facts


def words_of(exercise_id: str) -> dict[str, Any]:
    words: dict[str, Any] = read(DATA / "words" / "en" / "exercises" / f"{exercise_id}.yaml")
    return words


def glossary() -> dict[str, dict[str, str]]:
    entries: dict[str, dict[str, str]] = read(DATA / "words" / "en" / "glossary.yaml")
    return entries


def printed(words: dict[str, Any]) -> list[str]:
    """Every sentence that the reader sees on paper, in its order there; alt texts are not printed."""
    captions = [frame["caption"] for frame in words["frames"].values()]
    help_texts = [words[key] for key in ("feel", "caution", "easier", "harder", "mistake", "breathing")]
    return [words["name"], words["purpose"], *words["steps"], *captions, *help_texts]


def all_texts(exercise_id: str) -> Iterator[str]:
    """What is printed, and the alt texts that a screen reader speaks."""
    words = words_of(exercise_id)
    yield from printed(words)
    yield from (frame["alt"] for frame in words["frames"].values())


@pytest.fixture(scope="module")
def glyphs() -> frozenset[int]:
    font = TTFontFile(str(ASSETS / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf"))
    return frozenset(font.charToGlyph)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("move", 1), ("moves", 1), ("places", 2), ("hand", 1), ("elbow", 2), ("muscle", 2), ("shoulders", 2),
        ("rested", 2), ("pulled", 1), ("curved", 1), ("oscillate", 3), ("thoracic", 3), ("vertebra", 3),
        ("rotation", 3), ("gently", 2), ("easier", 3), ("being", 2), ("latissimus", 4), ("squeeze", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_spoken(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_the_grade_tells_easy_words_from_hard_ones() -> None:
    easy = grade(["Sit tall on a chair.", "Put one hand on your knee."])
    hard = grade(
        ["Contraindicated manipulations of osteoporotic vertebrae necessitate individual supervision."]
    )
    assert easy < 2
    assert hard > 15


def test_every_exercise_has_facts_and_words_and_there_is_no_other() -> None:
    assert set(OF_THE_ARTICLE) <= set(IDS)
    assert sorted(path.stem for path in (DATA / "words" / "en" / "exercises").glob("*.yaml")) == sorted(IDS)


@pytest.mark.parametrize("number", FACTS)
def test_the_facts_are_those_of_the_source(number: int) -> None:
    exercise_id, kind, position, kit, dose, sides = FACTS[number]
    facts = facts_of(exercise_id)
    assert facts["id"] == exercise_id
    assert facts["number"] == number
    assert facts["kind"] == kind
    assert facts["positions"][0] == position
    assert facts["kit"]["needed"] == kit
    assert facts["dose"] == dose
    assert facts["sides"] == sides
    assert facts["source"] == {"id": "seventeen-best", "reference": str(number)}


@pytest.mark.parametrize("number", BEYOND)
def test_what_goes_beyond_the_article_is_as_its_sources_have_it(number: int) -> None:
    exercise_id, kind, serves, dose, sides = BEYOND[number]
    facts = facts_of(exercise_id)
    assert (facts["id"], facts["number"], facts["kind"], facts["sides"]) == (exercise_id, number, kind, sides)
    assert facts["serves"] == serves
    assert facts["dose"] == dose
    assert facts["source"]["id"] != "seventeen-best"
    assert set(facts["basis"]) == {"dose", "steps", "serves", "demands"}


def test_there_is_no_other_exercise() -> None:
    assert set(IDS) == {*OF_THE_ARTICLE, *(fact[0] for fact in BEYOND.values())}


def test_the_source_is_named() -> None:
    sources = read(DATA / "sources.yaml")
    assert sources["seventeen-best"] == {"title": "The 17 Best Thoracic Spine Stretches", "kind": "article"}


@pytest.mark.parametrize(
    ("goal", "stretches", "releases"),
    [
        ("extension", [11, 7], [2, 4, 3]),
        ("flexion", [12, 9, 17, 16, 10], [1]),
        ("rotation", [13, 15], [5, 1]),
        ("side", [6, 14, 8, 10], [3, 5]),
    ],
)
def test_each_goal_has_its_exercises_from_the_first_choice_down(
    goal: str, stretches: list[int], releases: list[int]
) -> None:
    serving = [facts for facts in map(facts_of, OF_THE_ARTICLE) if goal in facts["serves"]]
    serving.sort(key=lambda facts: (-facts["serves"][goal], facts["number"]))
    assert [facts["number"] for facts in serving if facts["kind"] != "release"] == stretches
    assert [facts["number"] for facts in serving if facts["kind"] == "release"] == releases
    assert all(1 <= facts["serves"][goal] <= 5 for facts in serving)


@pytest.mark.parametrize("exercise_id", IDS)
def test_demands_agree_with_position_and_kit(exercise_id: str) -> None:
    facts = facts_of(exercise_id)
    demands, positions = set(facts["demands"]), facts["positions"]
    assert demands <= set(Demand)
    assert len(demands) == len(facts["demands"])
    there = demands.union(facts.get("demands-in", {}).get(positions[0], ()))
    assert DEMAND_OF_POSITION.get(positions[0]) in {None, *there}
    assert set(facts.get("demands-in", {})) <= set(positions)
    # An exercise that can also be done off the floor does not ask for it.
    assert (Demand.GETTING_TO_AND_FROM_THE_FLOOR in demands) == (set(positions) <= FLOOR_POSITIONS)
    if {"massage-ball", "foam-roller"} & set(facts["kit"]["needed"]):
        assert Demand.PRESSURE_ON_MUSCLE in demands
    elif "massage-ball" in facts["kit"]["optional"]:
        assert Demand.PRESSURE_OF_THE_FINGERTIPS in demands
    if facts["dose"]["manner"] == "oscillate":
        assert Demand.REPEATED_END_RANGE_OSCILLATION in demands
    if "mat" in facts["kit"]["optional"]:
        assert set(positions) & FLOOR_POSITIONS


def test_a_t12_fracture_can_leave_out_the_bent_and_twisted_sitting_stretch_by_its_demands() -> None:
    both = {Demand.END_RANGE_FLEXION, Demand.END_RANGE_SIDE_BENDING}
    assert [facts["number"] for facts in map(facts_of, OF_THE_ARTICLE) if both <= set(facts["demands"])] == [
        10
    ]


@pytest.mark.parametrize("exercise_id", IDS)
def test_an_exercise_reads_at_grade_five_or_lower(exercise_id: str) -> None:
    assert grade(printed(words_of(exercise_id))) <= GRADE_MOST


def test_all_exercises_together_read_below_grade_five() -> None:
    assert grade([text for exercise_id in IDS for text in printed(words_of(exercise_id))]) < GRADE_MOST


def test_the_glossary_reads_at_grade_five_or_lower() -> None:
    assert grade([entry["meaning"] for entry in glossary().values()]) <= GRADE_MOST


@pytest.mark.parametrize("exercise_id", IDS)
def test_steps_are_few_and_ask_one_thing_each(exercise_id: str) -> None:
    steps = words_of(exercise_id)["steps"]
    assert 3 <= len(steps) <= STEPS_MOST
    for step in steps:
        assert len(step) <= STEP_LENGTH, step
        assert len(step.split()) <= STEP_WORDS_MOST, step
        assert len(sentences([step])) == 1, step
        assert step.replace("hands and knees", "").count(" and ") <= 1, step
        assert not re.search(r"\bthen\b|;", step), step
        assert step.endswith("."), step


@pytest.mark.parametrize("exercise_id", IDS)
def test_steps_leave_the_dose_to_the_program(exercise_id: str) -> None:
    dose = re.compile(r"\d|\b(seconds?|minutes?|times|sets?|repetitions?)\b", re.IGNORECASE)
    assert [step for step in words_of(exercise_id)["steps"] if dose.search(step)] == []


@pytest.mark.parametrize("exercise_id", IDS)
def test_texts_keep_to_their_lengths(exercise_id: str) -> None:
    words = words_of(exercise_id)
    for key, most in LENGTHS.items():
        assert 1 <= len(words[key]) <= most, (key, len(words[key]))
    assert list(words["frames"]) in (["start", "end"], ["start", "way", "end"])
    for frame in words["frames"].values():
        assert len(frame["caption"]) <= CAPTION_LENGTH
        assert len(sentences([frame["alt"]])) == 1
    for text in all_texts(exercise_id):
        assert text == " ".join(text.split()), text


@pytest.mark.parametrize("exercise_id", IDS)
def test_texts_use_only_plain_characters_that_the_font_has(exercise_id: str, glyphs: frozenset[int]) -> None:
    for text in all_texts(exercise_id):
        assert {c for c in text if ord(c) not in glyphs} == set(), text
        assert {c for c in text if not c.isalnum() and c not in PUNCTUATION} == set(), text
        assert "'" not in text, text
        assert not re.search(r"\b[A-Z]{2,}\b", text), text


@pytest.mark.parametrize("exercise_id", IDS)
def test_texts_promise_nothing_and_name_no_side(exercise_id: str) -> None:
    for text in all_texts(exercise_id):
        assert not PROMISES.search(text), text
        assert not NAMED_SIDE.search(text), text
        assert not re.search(r"should be \w+ed\b", text), text


@pytest.mark.parametrize(("exercise_id", "phrases"), SOURCE_CAUTIONS.items())
def test_the_cautions_of_the_source_are_printed(exercise_id: str, phrases: tuple[str, ...]) -> None:
    caution = words_of(exercise_id)["caution"].lower()
    assert [phrase for phrase in phrases if phrase not in caution] == []


@pytest.mark.parametrize("exercise_id", IDS)
def test_needed_kit_is_named_in_the_steps(exercise_id: str) -> None:
    plain = {"door-frame": "frame", "rolled-towel": "towel"}
    steps = " ".join(words_of(exercise_id)["steps"]).lower()
    for kit in facts_of(exercise_id)["kit"]["needed"]:
        assert plain.get(kit, kit.replace("-", " ")) in steps


@pytest.mark.parametrize("exercise_id", IDS)
def test_hard_words_of_an_exercise_are_explained(exercise_id: str) -> None:
    words, entries = words_of(exercise_id), glossary()
    text = " ".join([facts_of(exercise_id)["kind"], *printed(words)]).lower()
    assert facts_of(exercise_id)["kind"] in words["terms"]
    assert [term for term in words["terms"] if term not in entries] == []
    spoken = {term for term, entry in entries.items() if entry["term"].lower() in text}
    unspoken = set(words["terms"]) - GENERAL_TERMS - spoken
    assert unspoken == set()
    unexplained = [
        term
        for term, entry in entries.items()
        if re.search(rf"\b{re.escape(entry['term'].lower())}", text)
        and term not in {*words["terms"], *GENERAL_TERMS}
    ]
    assert unexplained == []


def test_every_glossary_entry_is_used_and_short() -> None:
    used = {term for exercise_id in IDS for term in words_of(exercise_id)["terms"]}
    entries = glossary()
    assert set(entries) - used <= GENERAL_TERMS
    for entry in entries.values():
        assert set(entry) == {"term", "meaning"}
        assert len(sentences([entry["meaning"]])) == 1
        assert len(entry["meaning"]) <= 90
    names = [entry["term"].lower() for entry in entries.values()]
    assert names == sorted(names)

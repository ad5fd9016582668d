"""The labels that the program asks for, held to the English ones, which all languages are held to.

What is asked for is found in the source: `label("cover.title")`, and keys with a hole as in `f"goal.{goal}"`.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import generator
from generator.booklet.choices import Flip, Paper
from generator.booklet.signs import SignKind
from generator.booklet.ticks import DAYS
from generator.documents.reading import read_document
from generator.library.ids import kit_ids
from generator.library.labels import forms_in
from generator.library.loading import ENGLISH_LABELS
from generator.library.prepared import own_library
from generator.library.vocabulary import BASES, Action, Basis, Demand, Goal, Kind, Manner, Position, ShownSide
from generator.routine.plan import Level, Side
from tests.library.conftest import mistakes
from tests.reasons import EVERY_REASON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.library.conftest import SmallLibrary

FORMS = forms_in(read_document(ENGLISH_LABELS, "labels.yaml"), {})
GROUPS = {key.partition(".")[0] for key in FORMS}

# Groups that have a label for each member of a set, and no other.
SETS: dict[str, Iterable[object]] = {
    "goal": Goal,
    "goal-in-sentence": Goal,
    "goal-plain": Goal,
    "kind": Kind,
    "position": Position,
    "position-in-sentence": Position,
    "kit": kit_ids(),
    "kit-short": kit_ids(),
    "muscle": own_library().muscles,
    "demand": (*Demand, "any"),
    "side": Side,
    "action": Action,
    "basis": Basis,
    "level": Level,
    "reason": {reason.code for reason in EVERY_REASON},
}
NOUNS = ("exercise", "minute", "day", "week", "page", "sheet")
# What fills the hole of other keys, or is the whole key; any other is filled by texts in the same module.
FILLED: dict[str, Iterable[object]] = {
    **{f"{group}.*": members for group, members in SETS.items()},
    "calendar.*": (*DAYS, *ShownSide, "pain-before", "pain-after", "effort"),
    "card.shown-*": ShownSide,
    "count.*": NOUNS,
    "cover.tile-*": NOUNS[:4],
    "date.month-*": range(1, 13),
    "dose.*": Manner,
    "dose.*-side": ShownSide,
    "exercise.shown-*": ShownSide,
    "figure.*-side": ("each", *ShownSide),
    "folding.turn-*": Flip,
    "printing.*": ("pages", "sheet"),
    "printing.*-*": [f"printing.cards-{flip}" for flip in Flip],
    "printing.fold-*": Flip,
    "printing.limited-*": ("creep", "binding-margin", "offset-front", "offset-back"),
    "printing.paper-*": Paper,
    "sheet.beyond-*": BASES,
    "printing.test-sheet-*": (*Flip, "by-hand"),
    "sheet.basis-*": Basis,
    "signs.*": SignKind,
}


@dataclass(slots=True)
class Source:
    """What one module says that may be about labels.

    Attributes:
        texts: every text in it, as a pattern where it has holes.
        patterns: keys of labels with an asterisk for what is filled in.
        calls: methods of `Wording` that are called with the key of a label, the key, and the names of the
            values that are given for its placeholders; None where those cannot be seen here.
    """

    texts: set[str] = field(default_factory=set)
    patterns: set[str] = field(default_factory=set)
    calls: list[tuple[str, str, set[str] | None]] = field(default_factory=list)


def read_source(path: Path) -> Source:
    source = Source()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            source.texts.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = [str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values]
            pattern = "".join(parts)
            source.texts.add(pattern)
            if re.fullmatch(r"[a-z-]+\.[a-z*-]+", pattern) and pattern.partition(".")[0] in GROUPS:
                source.patterns.add(pattern)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            method = getattr(node.func, "attr", getattr(node.func, "id", "")).removeprefix("_")
            names = {keyword.arg or "**" for keyword in node.keywords} | (
                {"count"} if method == "plural" else set()
            )
            if method in ("label", "labels", "plural"):
                source.calls.append((method, str(node.args[0].value), None if "**" in names else names))
    return source


SOURCES = [
    read_source(path)
    for path in sorted(Path(generator.__file__).parent.rglob("*.py"))
    if path.parent.name != "library"
]
PATTERNS = sorted({pattern for source in SOURCES for pattern in source.patterns})


def filled(pattern: str) -> Iterator[str]:
    """The keys that a pattern comes to."""
    if pattern in FILLED:
        for filling in map(str, FILLED[pattern]):
            yield filling if "." in filling else pattern.replace("*", filling)
        return
    form = re.compile(re.escape(pattern).replace(r"\*", "(.+)"))
    for source in SOURCES:
        if pattern in source.patterns:
            found = ((key, form.fullmatch(key)) for key in FORMS)
            texts = [text for text in source.texts if "*" not in text or re.match(r"[a-z-]{4,}\*", text)]
            yield from (
                key for key, match in found if match and any(fnmatchcase(match[1], text) for text in texts)
            )


@pytest.mark.parametrize(("group", "members"), SETS.items(), ids=SETS)
def test_every_member_of_a_set_has_a_label(group: str, members: Iterable[object]) -> None:
    there = {key.partition(".")[2] for key in FORMS if key.startswith(f"{group}.")}
    assert there == {str(member) for member in members}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_key_with_a_hole_comes_to_labels(pattern: str) -> None:
    keys = set(filled(pattern))
    assert keys, "say in FILLED what fills the hole"
    assert keys - FORMS.keys() == set()


def test_every_label_that_is_asked_for_is_there_with_the_values_for_its_placeholders() -> None:
    calls = [call for source in SOURCES for call in source.calls]
    assert len(calls) > 100
    assert {key for _, key, _ in calls} - FORMS.keys() == set()
    assert [call for call in calls if call[2] is not None and FORMS[call[1]].placeholders - call[2]] == []


def test_lists_and_plural_forms_are_asked_for_as_such() -> None:
    for source in SOURCES:
        for method, key, _ in source.calls:
            assert (method == "labels", method == "plural") == (FORMS[key].is_list, FORMS[key].is_plural), key


def test_no_label_is_there_for_nothing() -> None:
    used = {text for source in SOURCES for text in source.texts}
    used |= {key for pattern in PATTERNS for key in filled(pattern)}
    assert FORMS.keys() - used == set()


@pytest.mark.parametrize("mistake", mistakes("labels"))
def test_a_mistake_is_shown_where_it_is(small: SmallLibrary, mistake: str) -> None:
    small.assert_shown(mistake)

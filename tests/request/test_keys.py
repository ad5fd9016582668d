"""Every key that is declared: its help, its completion, and its way into the printed command and back."""

from __future__ import annotations

import re
import shlex
from dataclasses import replace
from functools import cache

import pytest
from typer.testing import CliRunner

from generator.cli.app import application
from generator.cli.completion import offers
from generator.request.declaration import DeclaredKey, Names, as_texts, keys_of
from generator.request.keys import Files, Filters, Request
from generator.request.reading import Reader
from generator.request.resolving import resolve
from tests.asking import Asked
from tests.request.requests import AROUND, parsed

KEYS = [
    pytest.param(model, key, id=f"{model.__name__} {key.name}")
    for model in (Request, Files, Filters)
    for key in keys_of(model).values()
]
of_every_key = pytest.mark.parametrize(("model", "key"), KEYS)

FOLDED = Asked(fold=True)
# Each key with a value that is not its default, and what has to be asked for with it.
OTHERS: dict[str, Asked] = {
    "goals": Asked(goals=("rotation",)),
    "minutes": Asked(minutes="20"),
    "max_exercises": Asked(max_exercises="none"),
    "kit": Asked(kit=("mat",)),
    "no_kit": Asked(no_kit=("mat",)),
    "positions": Asked(positions=("standing",)),
    "no_positions": Asked(no_positions=("standing",)),
    "include": Asked(include=("hanging",)),
    "exclude": Asked(exclude=("hanging",)),
    "conditions": Asked(conditions=("pregnancy:20-weeks",)),
    "cleared_by": Asked(cleared_by="Dr Who", conditions=("fracture:3-weeks",)),
    "because": Asked(because="stands well", include=("16",), conditions=("glaucoma",)),
    "side": Asked(side="left,8=both"),
    "level": Asked(level="gentle"),
    "progress": Asked(progress=True),
    "older_adult": Asked(older_adult=True),
    "client": Asked(client="Zoë O'Brien"),
    "clinician": Asked(clinician="-x"),
    "clinic": Asked(clinic="A & B"),
    "date": Asked(date="2025-05-05"),
    "review": Asked(review="2026-05-05"),
    "days_per_week": Asked(days_per_week="3"),
    "weeks": Asked(weeks="6"),
    "pain_limits": Asked(pain_limits="2,4"),
    "language": Asked(language="pt-BR"),
    "layout": Asked(layout="cards"),
    "paper": Asked(paper="a5"),
    "large_print": Asked(large_print=True),
    "ink_saver": Asked(ink_saver=True),
    "fields": Asked(fields=False),
    "archive": Asked(archive=True),
    "fold": FOLDED,
    "flip": Asked(flip="long") | FOLDED,
    "duplex": Asked(duplex="manual") | FOLDED,
    "offset_front": Asked(offset_front="-0.5,1") | FOLDED,
    "offset_back": Asked(offset_back="1,-2") | FOLDED,
    "paper_thickness": Asked(paper_thickness="0.2") | FOLDED,
    "binding_margin": Asked(binding_margin="2.5") | FOLDED,
    "fold_marks": Asked(fold_marks=False) | FOLDED,
    "borderless": Asked(borderless="yes") | FOLDED,
}
# Their help says that what is said of the key before holds for them too.
SAME_AS_BEFORE = ("offset_back", "clinician", "clinic", "cleared_by")


@cache
def help_of(command: str) -> dict[str, str]:
    """What the help says, in one line, by the options that it says it of."""
    shown = CliRunner().invoke(application([command]), [command, "--help"], env={"COLUMNS": "100"}).output
    blocks = re.findall(r"^  (-.*\n(?: {4,}.*\n)*)", shown, re.MULTILINE)
    return {
        option: " ".join(block.split()) for block in blocks for option in re.findall(r"--[a-z-]+", block)[:1]
    }


@of_every_key
def test_help_says_what_it_is_and_what_may_be_given(model: type, key: DeclaredKey) -> None:
    told = help_of("list" if model is Filters else "make")[key.option_off if key.is_on else key.option]
    assert bool(key.key.metavar) is not key.is_switch
    assert key.key.metavar in told
    assert key.key.short in told
    assert len(key.key.help.split()) > 1
    assert key.key.help.endswith(".")
    said = key.key.when_off or key.key.help
    assert re.sub(r"\W", "", said.partition("{")[0]) in re.sub(r"\W", "", told)
    if key.name not in SAME_AS_BEFORE:
        assert not key.range or str(key.range) in told
        assert not key.length or f"at most {key.length.most} characters" in told
    if key.is_switch or (key.default in (None, "", ()) and not key.key.default_text):
        assert "[default:" not in told
    else:
        assert f"[default: {key.key.default_text or as_texts(key, key.default)[0]}]" in told


@of_every_key
def test_what_completion_offers_is_taken(model: type, key: DeclaredKey) -> None:
    offered = [] if key.is_switch else offers(key)("")
    has_words = key.choices or key.key.extra_word or key.names not in (None, Names.FILE)
    assert bool(offered) is bool(has_words or key.name in ("conditions", "side"))
    for word in offered:
        reader = Reader(AROUND)
        typed = word.upper()
        value = getattr(reader.read(model, {key.name: [typed] if key.is_several else typed}), key.name)
        assert reader.problems == []
        assert value == key.default or word in as_texts(key, value) or word == key.key.extra_word


def command_for(asked: Asked) -> str:
    return resolve(Asked(goals=("side",)) | asked, AROUND).details.command


@pytest.mark.parametrize("key", keys_of(Request).values(), ids=keys_of(Request))
def test_the_printed_command_has_what_differs_from_the_default_and_reads_it_back(key: DeclaredKey) -> None:
    if key.default not in (None, (), ""):
        usual = key.default if key.is_switch else as_texts(key, key.default)[0]
        assert command_for(Asked(**{key.name: usual})) == command_for(Asked())
    asked = Asked(goals=("side",)) | OTHERS[key.name]
    order = resolve(asked, AROUND)
    value = getattr(order.request, key.name)
    assert value != key.default
    option = key.key.short if key.key.prints_short else key.option_off if value is False else key.option
    assert option in [word.partition("=")[0] for word in shlex.split(order.details.command)]
    again = resolve(parsed(order.details.command), replace(AROUND, epoch="0"))
    assert getattr(again.request, key.name) == value
    assert again.request == order.request


def test_no_other_keys_have_cases() -> None:
    assert list(OTHERS) == list(keys_of(Request))

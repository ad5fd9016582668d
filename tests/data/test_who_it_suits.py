"""The exercises that go beyond the article, held to what the facts say about whom each of them suits."""

from __future__ import annotations

import pytest

from generator.library.loading import load_library
from generator.library.vocabulary import Action
from generator.routine.plan import Condition, Plan
from generator.routine.rulings import client_of
from generator.routine.screening import screen

LIBRARY = load_library()
BEYOND = {each.number: each for each in LIBRARY.exercises if each.goes_beyond_the_article}

CLIENTS = (
    Condition("osteoporosis"),
    Condition("vertebral-compression-fracture"),
    Condition("pregnancy", 12),
    Condition("pregnancy", 20),
    Condition("wheelchair"),
    Condition("frail"),
)
# Where the client does it, and whether as it is (yes), with care, or in an easier form (adapt). In two places
# the program is stricter than the facts, since older rules are: with brittle bones 31 takes the place of 18,
# and 24 that of 25.
SUITS = """
    osteoporosis    fracture        pregnant 12     pregnant 20     wheelchair      frail
18  out             out             chair:care      chair:care      chair:adapt     out
19  standing:yes    standing:adapt  standing:yes    standing:yes    impossible      standing:adapt
20  out             out             bed:care        out             bed:care        bed:adapt
21  bed:yes         bed:care        bed:yes         out             bed:care        bed:yes
22  chair:adapt     chair:adapt     chair:yes       chair:yes       chair:care      chair:yes
23  out             out             standing:care   standing:care   chair:care      standing:adapt
24  chair:adapt     chair:adapt     chair:yes       chair:yes       chair:care      chair:yes
25  out             bed:adapt       bed:care        bed:care        bed:care        bed:yes
26  chair:adapt     chair:adapt     chair:care      chair:care      chair:care      chair:adapt
27  bed:adapt       bed:adapt       bed:care        bed:care        bed:care        bed:adapt
28  bed:yes         bed:adapt       bed:yes         out             bed:care        bed:yes
29  chair:yes       chair:adapt     chair:yes       chair:yes       chair:care      chair:yes
30  chair:yes       chair:yes       chair:yes       chair:yes       chair:care      chair:yes
31  chair:yes       chair:yes       chair:yes       chair:yes       chair:care      chair:yes
32  standing:care   standing:adapt  standing:care   standing:care   impossible      out
33  standing:adapt  out             standing:yes    standing:yes    impossible      out
34  floor:care      floor:care      out             out             out             out
35  out             out             floor:adapt     floor:adapt     impossible      out
"""
ROWS = [line.split() for line in SUITS.strip().splitlines()[1:]]
CELLS = [
    pytest.param(int(number), client, cell, id=f"{number} {client}")
    for number, *cells in ROWS
    for client, cell in zip(CLIENTS, cells, strict=True)
    if int(number) in BEYOND
]
PLACES = {"sitting": "chair", "standing": "standing", "bed": "bed"}


@pytest.mark.parametrize(("number", "client", "cell"), CELLS)
def test_an_exercise_suits_whom_the_facts_say(number: int, client: Condition, cell: str) -> None:
    plan = Plan((), conditions=(client,))
    [screened] = screen([BEYOND[number]], client_of(plan, LIBRARY.precautions))
    if not screened.possible:
        assert cell == "impossible"
    elif not screened.safe:
        assert cell == "out"
    else:
        actions = {ruling.rule.action for ruling in screened.rulings[screened.safe[0]]}
        how = next((str(each) for each in (Action.ADAPT, Action.CARE) if each in actions), "yes")
        assert cell == f"{PLACES.get(screened.safe[0].partition('-')[0], 'floor')}:{how}"


@pytest.mark.parametrize("number", BEYOND)
def test_an_exercise_beyond_the_article_says_what_its_facts_rest_on(number: int) -> None:
    exercise = BEYOND[number]
    assert number > 17
    assert set(exercise.basis) == {"dose", "steps", "serves", "demands"}
    assert set(exercise.sources) <= set(LIBRARY.sources)


def test_the_exercises_of_the_article_rest_on_it_alone() -> None:
    assert [each.number for each in LIBRARY.exercises if not each.goes_beyond_the_article] == list(
        range(1, 18)
    )
    assert not any(each.basis for each in LIBRARY.exercises if not each.goes_beyond_the_article)

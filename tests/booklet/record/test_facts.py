"""What the clinician's sheet says: every decision with its condition, demand, basis and source."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.booklet.model import Role
from generator.library.model import Dose, Span
from generator.library.vocabulary import Action, Goal, Manner
from generator.routine.choosing import choose
from generator.routine.model import LeftOut, Step
from generator.routine.plan import Condition, Level, Plan
from generator.routine.reasons import Evidenced, OverNumber
from tests.booklet.clinician_sheets import (
    ALL,
    CLEARED,
    NO_CONDITION,
    OVERRIDE,
    facts,
    laid_out,
    part,
    sources_of,
    tables,
)
from tests.records import BECAUSE, DETAILS, PLANS, routine_of

if TYPE_CHECKING:
    from generator.library.model import Library
    from tests.booklet.laying_out import Laid


@pytest.fixture(scope="module", params=PLANS)
def laid(request: pytest.FixtureRequest, library: Library) -> Laid:
    return laid_out(library, routine_of(request.param, library))


@pytest.fixture(scope="module")
def overridden(library: Library) -> Laid:
    return laid_out(library, routine_of(OVERRIDE, library))


@pytest.fixture(scope="module")
def cleared(library: Library) -> Laid:
    return laid_out(library, routine_of(CLEARED, library))


def test_the_parts_stand_in_the_order_in_which_a_record_is_read(laid: Laid) -> None:
    labels = laid.library.words.labels
    names = ["plan", "attention", "chosen", "left-out", "doses", "demands", "sources"]
    if laid.routine.plan.conditions:
        names.insert(1, "knowledge")
    assert laid.texts(0, Role.HEADING_2) == [labels[f"sheet.{name}"] for name in names]
    assert laid.texts(0, Role.HEADING_1) == [labels["sheet.title"]]
    assert all(
        element.bookmark == laid.text(index)
        for role in (Role.HEADING_1, Role.HEADING_2)
        for index, element in laid.elements(role)
    )


def test_it_tells_who_when_and_what_was_asked_for(cleared: Laid) -> None:
    assert facts(cleared, "plan") == {
        "Made for": "Ann Example",
        "From": "Dr Bo Larsson, Spine & Rib Clinic",
        "Made on": "31 March 2026",
        "Review on": "28 April 2026",
        "Goals asked for": "Side bending and extension",
        "Session": (
            f"{len(cleared.routine.chosen)} exercises (limit 6); "
            f"at most {cleared.routine.minutes} minutes (limit 15)"
        ),
        "Schedule": "5 days a week for 4 weeks",
        "Side": "Left side; Side stretch (no. 6): right side",
        "Dose level": (
            "Gentle, then standard, then full; the client is 65 or over (longer holds at the full level)"
        ),
        "Not at hand": "Bar",
        "Conditions": (
            "Ankylosing spondylitis (stage not given, so the strictest rules apply); "
            "Recent fracture (3 weeks)"
        ),
        "See a clinician or doctor first": "Recent fracture (3 weeks). Basis: one clinician’s article [1].",
        "Cleared by": "Dr Eve Stone",
        "Pain limits": "Carry on up to 3 of 10; up to 5 if it settles in 24 hours; above that stop",
    }


def test_goals_asked_for_and_worked_on_are_told_apart(overridden: Laid) -> None:
    plan = facts(overridden, "plan")
    assert plan["Goals asked for"] == "Rotation, extension and flexion"
    assert plan["Goals worked on"] == "Rotation and extension"
    assert plan["Asked for by name"] == "Rotation in sitting (no. 13)"
    assert plan["Left out by name"] == "Translation (no. 14); Round and lift on a chair (no. 22)"
    left_out = facts(overridden, "attention")["Goal left out"]
    assert left_out.startswith("Flexion is left out")
    assert "osteoporosis" in left_out


def test_what_is_not_given_is_said_so(library: Library) -> None:
    nameless = replace(DETAILS, client="", clinician="", clinic="", review=None, command="")
    laid = laid_out(library, routine_of(NO_CONDITION, library), nameless)
    plan = facts(laid, "plan")
    assert {plan[name] for name in ("Made for", "From", "Review on")} == {"not given"}
    assert plan["Conditions"] == "none given"
    assert laid.booklet.title == "Clinician’s sheet"
    assert facts(laid, "attention")["Goal left out"] == facts(laid, "attention")["Overridden"] == "none"


def test_an_override_tells_exercise_condition_demand_basis_source_and_reason(overridden: Laid) -> None:
    told = facts(overridden, "attention")["Overridden"]
    number = re.search(r"Basis: guideline (\[\d\])\.", told)
    assert number
    assert sources_of(overridden)[number[1]].startswith("Too Fit to Fracture")
    assert told.startswith("Rotation in sitting (no. 13): Osteoporosis")
    assert "asks for turning to the end of the range" in told
    assert told.endswith(f"Reason given: “{BECAUSE}”")
    (heading,) = (rows[0][0] for rows in tables(overridden, "chosen") if "overridden" in rows[0][0])
    assert "Rotation in sitting (no. 13)" in heading


def test_each_warning_is_told_with_its_evidence_and_no_override_twice(laid: Laid) -> None:
    told = [row[1] for row in tables(laid, "attention")[0] if row[0] == "Warning"]
    others = [warning for warning in laid.routine.warnings if warning.code != "overridden"]
    assert told == ([laid.wording.reason(warning) for warning in others] or ["none"])
    if len(laid.routine.chosen) > 4:
        assert any("exercises are a lot" in text and "155 people" in text for text in told)


def test_who_must_be_seen_first_is_told_only_while_the_stage_asks_for_it(library: Library) -> None:
    for weeks, is_told in ((3, True), (10, False)):
        plan = Plan((Goal.EXTENSION,), conditions=(Condition("fracture", weeks),), cleared_by="Dr Eve Stone")
        laid = laid_out(library, choose(library.exercises, plan, library.precautions))
        assert ("See a clinician or doctor first" in facts(laid, "plan")) is is_told


def test_the_name_of_an_exercise_says_whether_it_is_overridden(laid: Laid) -> None:
    headings = [rows[0][0] for rows in tables(laid, "chosen")]
    assert len(headings) == len(laid.routine.chosen)
    for place, (heading, chosen) in enumerate(zip(headings, laid.routine.chosen, strict=True), start=1):
        name = laid.library.words.exercises[chosen.exercise.id].name
        assert heading.startswith(f"{place}. {name} (no. {chosen.exercise.number})")
        assert heading.endswith("overridden") is chosen.is_overridden


def test_every_chosen_exercise_has_its_position_dose_time_reasons_and_rulings(laid: Laid) -> None:
    words, labels, wording = laid.library.words, laid.library.words.labels, laid.wording
    titles = sources_of(laid)
    for (_, how, why, *rulings), chosen in zip(tables(laid, "chosen"), laid.routine.chosen, strict=True):
        assert how[1].startswith(f"{labels[f'position.{chosen.position}']}. ")
        assert how[1].endswith(f"Takes {wording.minutes(chosen.seconds)} at most.")
        for step in chosen.steps or (Step(Level.STANDARD, chosen.dose),):
            assert wording.dose(step.dose, chosen.sides) in how[1]
        plain = [each for each in chosen.reasons if not each.code.startswith("condition-")]
        assert plain
        for reason in plain:
            assert wording.reason(reason).removesuffix(".") in why[1]
        if chosen.exercise.goes_beyond_the_article:
            key, text = rulings.pop()
            assert key == "Beyond the article"
            named = {titles[number] for number in re.findall(r"\[\d+\]", text)}
            assert named == {laid.library.sources[source].title for source in chosen.exercise.sources}
        assert len(rulings) == len(chosen.rulings)
        for (key, text), ruling in zip(rulings, chosen.rulings, strict=True):
            is_override = ruling.rule.action is Action.LEAVE_OUT
            action = "overridden" if is_override else labels[f"action.{ruling.rule.action}"]
            assert key.lower() == action
            assert text.startswith(words.conditions[ruling.condition.id].name)
            assert all(labels[f"demand.{demand}"] in text for demand in ruling.demands)
            basis = labels[f"basis.{ruling.rule.basis}"]
            (number,) = re.findall(rf"Basis: {re.escape(basis)} (\[\d+\])\.", text)
            assert titles[number] == laid.library.sources[ruling.rule.source].title
            assert words.conditions[ruling.condition.id].rules[ruling.rule.id] in text
            assert ("at most the gentle one" in text) is ruling.rule.is_gentle


def test_every_exercise_left_out_has_every_reason_with_its_source(laid: Laid) -> None:
    titles, wording = sources_of(laid), laid.wording
    told = [text for row in tables(laid, "left-out")[0] for text in row]
    for left_out in laid.routine.left_out:
        name = laid.library.words.exercises[left_out.exercise.id].name
        start = told.index(f"{name} (no. {left_out.exercise.number})") + 1
        texts = told[start : start + len(left_out.reasons)]
        for text, reason in zip(texts, left_out.reasons, strict=True):
            sentence = wording.reason(reason).lower()
            if isinstance(reason, Evidenced):
                stem, number = text.removesuffix(".").rsplit(maxsplit=1)
                assert f"{stem.lower()}." == sentence
                assert titles[number] == laid.library.sources[reason.source].title
            else:
                assert text.lower() == sentence


def test_many_reasons_are_told_beside_the_name_again(library: Library) -> None:
    routine = routine_of(NO_CONDITION, library)
    exercise = routine.left_out[0].exercise
    reasons = tuple(OverNumber(number) for number in range(60))
    laid = laid_out(library, replace(routine, left_out=(LeftOut(exercise, reasons),)))
    (rows,) = tables(laid, "left-out")
    assert [row[-1] for row in rows[1:]] == [laid.wording.reason(reason) for reason in reasons]
    assert len({row[0] for row in rows[1:] if len(row) == 2}) == 1
    assert len(laid.pages_of(laid.elements(Role.TABLE, part(laid, "left-out"))[0][0])) > 1


def test_nothing_left_out_is_said_so(library: Library) -> None:
    laid = laid_out(library, replace(routine_of(ALL, library), left_out=()))
    assert facts(laid, "left-out") == {"Exercises left out": "none"}


def test_the_dose_table_marks_the_level_that_is_used(library: Library) -> None:
    plan = PLANS[NO_CONDITION]
    for level, column in ((Level.GENTLE, 1), (Level.STANDARD, 2), (Level.FULL, 3)):
        laid = laid_out(library, choose(library.exercises, replace(plan, level=level)))
        head, *rows = tables(laid, "doses")[0]
        assert head == ["Exercise", "Gentle", "Standard", "Full"]
        for row in rows:
            assert [index for index, text in enumerate(row) if text.startswith("Used: ")] == [column]


def test_the_doses_of_a_stretch_are_told_for_all_levels(library: Library) -> None:
    laid = laid_out(library, routine_of(ALL, library))
    (row,) = (row for row in tables(laid, "doses")[0] if ". Front stretch" in row[0])
    assert row[1:] == ["15 seconds", "30 seconds", "Used: 2 times, 30 seconds each"]
    number = row[0].rsplit(maxsplit=1)[1]
    assert sources_of(laid)[number] == "The 17 Best Thoracic Spine Stretches"


def test_a_dose_kept_gentle_by_a_condition_is_marked_as_gentle(library: Library) -> None:
    plan = Plan((Goal.SIDE,), level=Level.FULL, conditions=(Condition("hypermobility"),))
    laid = laid_out(library, choose(library.exercises, plan, library.precautions))
    gentle = [any(each.rule.is_gentle for each in chosen.rulings) for chosen in laid.routine.chosen]
    assert any(gentle)
    for row, is_gentle in zip(tables(laid, "doses")[0][1:], gentle, strict=True):
        if is_gentle:
            assert row[1].startswith("Used: ")
            assert not any(text.startswith("Used: ") for text in row[2:])


def test_a_progressive_dose_is_marked_with_its_weeks(cleared: Laid, library: Library) -> None:
    growing = (
        Dose(Manner.HOLD, Span(15, 15)),
        Dose(Manner.HOLD, Span(30, 30)),
        Dose(Manner.HOLD, Span(30, 60)),
    )
    routine = cleared.routine
    stretch = next(each for each in routine.chosen if each.exercise.id == "side-stretch")
    steps = tuple(Step(level, dose) for level, dose in zip(Level, growing, strict=True))
    laid = laid_out(library, replace(routine, chosen=(replace(stretch, steps=steps, dose=growing[0]),)))
    assert tables(laid, "doses")[0][1][1:] == [
        "Weeks 1 to 2: 15 seconds",
        "Week 3: 30 seconds",
        "Week 4: 30–60 seconds",
    ]
    how = tables(laid, "chosen")[0][1][1]
    assert "Week 3 (standard): Hold for 30 seconds. Do the right side only." in how


def test_what_the_levels_rest_on_claims_no_more_than_the_facts(laid: Laid) -> None:
    told = dict(tables(laid, "doses")[1][1:])
    assert "convention" in told["Gentle"]
    assert "no trial sets it" in told["Gentle"]
    assert "second-hand" in told["Full"]
    assert "did not test the upper back" in told["65 or over"]
    assert "No dose is agreed on" in told["Rollers"]
    assert "no clear effect on pain" in told["Effect"]


def test_the_demands_are_those_of_the_exercise_in_the_position_it_is_done_in(laid: Laid) -> None:
    labels = laid.library.words.labels
    head, *rows = tables(laid, "demands")[0]
    assert head == ["Exercise", "Asks for"]
    for (_, told), chosen in zip(rows, laid.routine.chosen, strict=True):
        for demand in chosen.exercise.demands:
            assert labels[f"demand.{demand}"] in told.lower()
        if chosen.position == "on-side":
            assert labels["demand.getting-to-and-from-the-floor"] in told.lower()


def test_every_source_has_a_number_is_told_in_full_and_is_used(laid: Laid) -> None:
    rows = tables(laid, "sources")[0][1:]
    assert [row[0] for row in rows] == [f"[{number}]" for number in range(1, len(rows) + 1)]
    by_title = {source.title: source for source in laid.library.sources.values()}
    for _, title, kind, where in rows:
        source = by_title[title]
        assert kind == source.kind
        # A long address is broken where its room ends.
        assert where.replace(" ", "") == (source.where or "–").replace(" ", "")
    others = " ".join(laid.texts(0)[: -len(laid.texts(part(laid, "sources")))])
    assert set(re.findall(r"\[\d+\]", others)) == {row[0] for row in rows}


def test_the_words_for_the_basis_are_explained_where_they_are_used(laid: Laid) -> None:
    labels = laid.library.words.labels
    explained = (
        {row[0].lower() for row in tables(laid, "sources")[1][1:]} if laid.routine.plan.conditions else set()
    )
    others = " ".join(laid.texts(0)[: -len(laid.texts(part(laid, "sources")))])
    names = {text for key, text in labels.items() if key.startswith("basis.")}
    used = {name for name in names if f"Basis: {name}" in others or f"({name})" in others}
    assert explained == {name.lower() for name in used}
    assert bool(used) is bool(laid.routine.plan.conditions)


def test_it_ends_with_who_decides_and_how_to_make_it_again(laid: Laid) -> None:
    *_, decides, made, again = laid.texts(0)
    assert decides.endswith("The clinician decides.")
    assert made == "Made with Thoracic Routines 1.2.3."
    assert again.endswith("thoracic make -g extension")

"""What is read from the pages of whole booklets: every word in order, and every dose as the facts have it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from generator.library.vocabulary import Goal
from generator.routine.progression import weeks_of_steps
from tests.whole.booklets import REQUESTS, Whole, made, missing_in_order, page_texts, squeezed

# The doses of the source, by its numbers: the sentence, the figure and its unit.
DOSES = {
    1: ("Work slowly for 1 to 2 minutes. Do both sides.", "1–2 minutes"),
    2: ("Work slowly for 1 to 2 minutes. Do both sides.", "1–2 minutes"),
    3: ("Work slowly for 1 to 2 minutes. Do both sides.", "1–2 minutes"),
    4: ("Work slowly for 1 to 2 minutes.", "1–2 minutes"),
    5: ("Stay for 3 slow breaths on each sore spot. Do both sides.", "3 breaths on each sore spot"),
    6: ("Hold for 30 seconds. Do both sides.", "30 seconds"),
    7: ("Hold for 30 seconds.", "30 seconds"),
    8: ("Hold for 30 seconds. Do both sides.", "30 seconds"),
    9: ("Hold for 30 seconds.", "30 seconds"),
    10: ("Hold for 30 seconds. Do both sides.", "30 seconds"),
    11: ("Rock gently 30 times.", "30 gentle rocks"),
    12: ("Go there and back 30 times.", "30 times"),
    13: ("Rock gently 30 times. Do both sides.", "30 gentle rocks"),
    14: ("Do it 30 times. Do both sides.", "30 times"),
    15: ("Hold for 5 seconds. Do it 20 times. Do both sides.", "20 times, 5 seconds each"),
    16: ("Hold for 10 to 30 seconds.", "10–30 seconds"),
    17: ("Hold for 30 seconds.", "30 seconds"),
    # Beyond the article: as the sources of each dose have it, or within what they have.
    18: ("Do it 8 times, 1 slow breath each.", "8 times, 1 slow breath each"),
    19: ("Do it 8 times.", "8 times"),
    20: ("Hold for 2 minutes.", "2 minutes"),
    21: ("Hold for 3 to 5 seconds. Do it 5 times.", "5 times, 3 to 5 seconds each"),
    22: ("Do it 5 times, 1 slow breath each.", "5 times, 1 slow breath each"),
    23: ("Hold for 10 seconds. Do it 3 times.", "3 times, 10 seconds each"),
    24: ("Hold for 5 seconds. Do it 5 times. Do both sides.", "5 times, 5 seconds each, on each side"),
    25: ("Do it 8 times, 2 slow breaths each. Do both sides.", "8 times, 2 slow breaths each, on each side"),
    26: ("Hold for 20 seconds. Do it 2 times. Do both sides.", "2 times, 20 seconds each, on each side"),
    27: ("Hold for 20 seconds. Do it 2 times. Do both sides.", "2 times, 20 seconds each, on each side"),
    28: ("Do it 8 times.", "8 times"),
    29: ("Hold for 5 seconds. Do it 8 times.", "8 times, 5 seconds each"),
    30: ("Take 5 slow breaths.", "5 slow breaths"),
    31: ("Hold for 5 to 10 seconds. Do it 5 times.", "5 times, 5 to 10 seconds each"),
    32: ("Hold for 20 seconds. Do it 3 times.", "3 times, 20 seconds each"),
    33: ("Do it 8 times. Do both sides.", "8 times on each side"),
    34: ("Hold for 5 seconds. Do it 8 times.", "8 times, 5 seconds each"),
    35: ("Hold for 20 seconds. Do it 2 times. Do both sides.", "2 times, 20 seconds each, on each side"),
}


@pytest.fixture(scope="module", params=REQUESTS)
def whole(request: pytest.FixtureRequest) -> Whole:
    return made(request.param)


def exercise_page(whole: Whole, number: int, name: str) -> str:
    """The text of an exercise's page, and of the next one if it goes on there."""
    pages = page_texts(whole.content)
    starts = [
        index for index, page in enumerate(pages) if squeezed(page).startswith(squeezed(f"{number}. {name}"))
    ]
    (first,) = starts
    following = pages[first + 1]
    names = [words.name for words in whole.prepared.library.words.exercises.values()]
    starts_another = any(squeezed(following).startswith(squeezed(f"{number + 1}. {name}")) for name in names)
    is_calendar = following.startswith(whole.prepared.library.words.labels["calendar.title"])
    return pages[first] if starts_another or is_calendar else pages[first] + following


def test_every_text_of_every_chosen_exercise_is_read_from_its_page_in_order(whole: Whole) -> None:
    for number, chosen in enumerate(whole.prepared.routine.chosen, start=1):
        words = whole.prepared.library.words.exercises[chosen.exercise.id]
        texts = [
            f"{number}. {words.name}", words.purpose, *words.steps, words.caution,
            *whole.wording.own_cautions(chosen), words.feel,
            words.breathing, words.easier, words.harder, words.mistake,
        ]  # fmt: skip
        page = exercise_page(whole, number, words.name)
        assert missing_in_order(texts, page) == [], chosen.exercise.id
        # The dose stands beside the steps or beside the pictures above them.
        dose = [words.purpose, *whole.doses(chosen), words.caution]
        assert missing_in_order(dose, page) == [], chosen.exercise.id


def test_every_dose_on_paper_is_that_of_the_source() -> None:
    whole = made("all")
    pages = page_texts(whole.content)
    labels = whole.prepared.library.words.labels
    title, *_ = (number for number, page in enumerate(pages) if page.startswith(labels["cover.glance"]))
    at_a_glance = squeezed("".join(pages[title : title + 2]))
    assert sorted(chosen.exercise.number for chosen in whole.prepared.routine.chosen) == list(DOSES)
    for place, chosen in enumerate(whole.prepared.routine.chosen, start=1):
        name = whole.prepared.library.words.exercises[chosen.exercise.id].name
        sentence, figure = DOSES[chosen.exercise.number]
        assert missing_in_order([figure, sentence], exercise_page(whole, place, name)) == [], name
        assert squeezed(f"{name} {sentence}") in at_a_glance, name
        says_both = squeezed("Do both sides.") in squeezed(exercise_page(whole, place, name))
        assert says_both == sentence.endswith("Do both sides."), name


def test_one_side_alone_is_said_wherever_the_dose_is() -> None:
    whole = made("left side")
    text = " ".join(" ".join(page_texts(whole.content)).split())
    one_sided = sum(bool(chosen.sides) for chosen in whole.prepared.routine.chosen)
    assert text.count("Do the left side only.") == 2 * one_sided > 2
    assert "both sides" not in text
    assert not re.search(r"\b(the right side|Pictures show the right)", text)
    words = whole.prepared.library.words.exercises
    for chosen in whole.prepared.routine.chosen:
        for side, way in words[chosen.exercise.id].sides.items():
            assert (squeezed(way) in squeezed(text)) == (side == "left")


def test_what_the_client_must_mind_is_on_the_second_page_and_at_each_exercise() -> None:
    for name in ("brittle bones", "five conditions, letter", "week by week, an override"):
        whole = made(name)
        routine, words = whole.prepared.routine, whole.prepared.library.words
        pages = page_texts(whole.content)
        (start,) = (page for page in pages if page.startswith(words.labels["safety.title"]))
        clients = [words.conditions[condition.id].client for condition in routine.plan.conditions]
        assert missing_in_order([words.labels["safety.emergency"], *clients], start) == []
        assert any(whole.wording.own_cautions(chosen) for chosen in routine.chosen)
    assert "Dr Bo Larsson has agreed to these exercises." in " ".join(
        " ".join(page_texts(made("five conditions, letter").content)).split()
    )


def test_an_exercise_put_in_all_the_same_carries_the_caution_of_what_it_overrides() -> None:
    whole = made("week by week, an override")
    rules = whole.prepared.library.words.conditions["osteoporosis"].rules
    for number, chosen in enumerate(whole.prepared.routine.chosen, start=1):
        if chosen.is_overridden:
            name = whole.prepared.library.words.exercises[chosen.exercise.id].name
            assert missing_in_order([rules["turning"]], exercise_page(whole, number, name)) == []
            break
    else:
        pytest.fail("nothing is overridden")


def test_each_week_of_the_calendar_says_what_is_due() -> None:
    whole = made("week by week, an override")
    text = " ".join(" ".join(page_texts(whole.content)).split())
    weeks = [text.index(f"Week {week} Exercise") for week in range(1, 7)]
    assert weeks == sorted(weeks)
    due = {
        step.dose: whole.wording.short_dose(step.dose)
        for chosen in whole.prepared.routine.chosen
        for step in chosen.steps
    }
    parts = [text[start:end] for start, end in pairwise([*weeks, text.index("If it flares up", weeks[-1])])]
    for week, part in enumerate(parts, start=1):
        for chosen in whole.prepared.routine.chosen:
            (dose,) = (
                step.dose for step, first, last in weeks_of_steps(chosen.steps, 6) if first <= week <= last
            )
            name = whole.prepared.library.words.exercises[chosen.exercise.id].name
            assert squeezed(f"{name} {due[dose]}") in squeezed(part)


def test_every_page_says_which_it_is_and_whose(whole: Whole) -> None:
    pages = page_texts(whole.content)
    for number, page in enumerate(pages, start=1):
        last = page.split("\n")[-1]
        assert last.strip().endswith(f"Page {number} of {len(pages)}")
        assert "31 March 2026" in last


def test_a_long_name_is_printed_whole_with_all_its_letters() -> None:
    whole = made("no kit, long name")
    client = whole.prepared.resolved.details.client
    assert squeezed(client) in squeezed(page_texts(whole.content)[0])
    assert squeezed(client) in squeezed(page_texts(whole.content)[-1])


def test_the_stop_signs_are_in_every_booklet_whole(whole: Whole) -> None:
    labels = whole.prepared.library.words.labels
    signs = [labels[f"safety.emergency-signs.{number}"] for number in range(1, 5)]
    signs += [labels[f"safety.doctor-signs.{number}"] for number in range(1, 9)]
    text = squeezed("".join(page_texts(whole.content)))
    assert [sign for sign in signs if squeezed(sign) not in text] == []


def test_goals_are_put_as_what_the_client_wants_to_do(whole: Whole) -> None:
    labels = whole.prepared.library.words.labels
    aim, _, _ = page_texts(whole.content)[0].partition("They may ease")
    for goal in Goal:
        said = squeezed(labels[f"goal-plain.{goal}"]) in squeezed(aim)
        assert said == (goal in whole.prepared.routine.goals)


def test_the_command_on_the_back_is_whole(whole: Whole) -> None:
    assert squeezed(whole.prepared.resolved.details.command) in squeezed(page_texts(whole.content)[-1])

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.library.model import Dose, ExerciseWords, FrameWords, Span
from generator.library.vocabulary import Demand, Goal, Kind, Manner, Position, ShownSide, Sides
from tests.library.conftest import mistakes

if TYPE_CHECKING:
    from tests.library.conftest import SmallLibrary


def test_an_exercise_has_all_its_facts(small: SmallLibrary) -> None:
    arch = small.load().exercise("arch")
    assert (arch.number, arch.kind, arch.sides) == (1, Kind.STRETCH, Sides.NONE)
    assert arch.serves == {Goal.EXTENSION: 5, Goal.SIDE: 2}
    assert arch.positions == (Position.STANDING, Position.SITTING_CHAIR)
    assert (arch.kit_needed, arch.kit_optional) == (("door-frame",), ())
    assert (arch.muscles, arch.demands) == (("upper-back",), (Demand.ARMS_OVERHEAD,))
    assert arch.dose == Dose(Manner.HOLD, seconds=Span(20, 30))
    assert (arch.source, arch.source_reference) == ("handbook", "page 4")


def test_pictures_show_a_side_and_may_be_files_of_the_library(small: SmallLibrary) -> None:
    small.write("pictures/start.svg", "checked when it is drawn")
    small.write("end.png", "likewise")
    own = "pictures: {end: end.png, start: pictures/start.svg, side: left}"
    small.replace("exercises/turn.yaml", "pictures: {side: left}", own)
    turn, press, arch = map(small.load().exercise, ("turn", "press", "arch"))
    assert (turn.shown_side, press.shown_side) == (ShownSide.LEFT, ShownSide.RIGHT)
    assert list(turn.own_pictures.items()) == [("start", "pictures/start.svg"), ("end", "end.png")]
    assert (arch.shown_side, arch.own_pictures) == (None, {})


def test_its_words_are_whole(small: SmallLibrary) -> None:
    assert small.load().words.exercises["arch"] == ExerciseWords(
        id="arch",
        name="Arch",
        purpose="Opens the chest.",
        steps=("Stand tall.", "Lean back."),
        frames={
            "start": FrameWords("Stand tall.", "A man stands."),
            "way": FrameWords("Reach up.", "A man reaches up."),
            "end": FrameWords("Lean back.", "A man leans back."),
        },
        feel="In the chest.",
        caution="Do not force it.",
        easier="Lean less.",
        harder="Lean more.",
        mistake="Holding the breath.",
        breathing="Breathe out slowly.",
        terms=("rib",),
    )


def test_frames_come_in_the_order_of_the_movement(small: SmallLibrary) -> None:
    words = "words/en/exercises/turn.yaml"
    start = "  start: {caption: Lie down., alt: A woman lies down.}\n"
    small.replace(words, start, "")
    small.replace(words, "feel:", f"{start}feel:")
    assert list(small.load().words.exercises["turn"].frames) == ["start", "end"]


def test_a_folded_text_ends_without_a_line_break(small: SmallLibrary) -> None:
    assert small.load().words.exercises["press"].purpose == "Lets the muscles go."


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        ("{manner: work, seconds: 60}", Dose(Manner.WORK, seconds=Span(60, 60))),
        ("{manner: breathe, breaths: 4, sets: 2}", Dose(Manner.BREATHE, breaths=4, sets=2)),
        ("{manner: breathe, breaths: 5, spots: false}", Dose(Manner.BREATHE, breaths=5, has_spots=False)),
        ("{manner: repeat, times: 8, breaths: 1}", Dose(Manner.REPEAT, times=8, breaths=1)),
        ("{manner: hold, seconds: {least: 20, most: 20}}", Dose(Manner.HOLD, seconds=Span(20, 20))),
        ("{manner: oscillate, times: 20}", Dose(Manner.OSCILLATE, times=20)),
        ("{manner: alternate, times: 30}", Dose(Manner.ALTERNATE, times=30)),
        ("{manner: repeat, times: 10, sets: 3}", Dose(Manner.REPEAT, times=10, sets=3)),
        (
            "{manner: hold-and-repeat, seconds: 5, times: 8}",
            Dose(Manner.HOLD_AND_REPEAT, seconds=Span(5, 5), times=8),
        ),
    ],
    ids=lambda value: value.manner if isinstance(value, Dose) else "",
)
def test_every_manner_of_dose_is_understood(small: SmallLibrary, dose: str, expected: Dose) -> None:
    old = "{manner: hold-and-repeat, seconds: 10, times: 5, sets: 2}"
    small.replace("exercises/turn.yaml", old, dose)
    assert small.load().exercise("turn").dose == expected


def test_a_demand_may_hold_in_some_positions_only_and_facts_may_rest_on_several_sources(
    small: SmallLibrary,
) -> None:
    small.replace(
        "exercises/arch.yaml",
        "demands: [arms-overhead]\n",
        "demands: [arms-overhead]\ndemands-in: {standing: [standing-balance]}\n"
        "basis: {dose: study, steps: handbook, serves: article, demands: study}\n",
    )
    arch = small.load().exercise("arch")
    assert arch.demands_in == {Position.STANDING: (Demand.STANDING_BALANCE,)}
    assert arch.sources == ("handbook", "study", "article")
    assert (arch.source_of("dose"), arch.source_of("serves")) == ("study", "article")
    assert small.load().exercise("turn").source_of("dose") == "article"


@pytest.mark.parametrize("mistake", mistakes("schemas"))
def test_a_mistake_is_shown_where_it_is(small: SmallLibrary, mistake: str) -> None:
    small.assert_shown(mistake)

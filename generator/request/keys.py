"""Everything that can be asked for: the one declaration of each key."""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from generator.booklet.choices import RANGES, Duplex, Flip, FoldOptions, Layout, Paper
from generator.booklet.details import USUAL_DAYS_PER_WEEK, USUAL_PAIN_LIMITS, USUAL_WEEKS
from generator.library.vocabulary import Goal, Kind, Position
from generator.request.declaration import Key, Length, Names, Range, Section
from generator.request.values import (
    BED,
    Answer,
    Offset,
    PainLimits,
    SidesToWorkOn,
    Unlimited,
)
from generator.routine.plan import EXERCISES, MINUTES, USUAL_EXERCISES, USUAL_MINUTES, Condition, Level

NAME = Length(80)  # two lines of the cover
REASON = Length(200)

_FOLD = FoldOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineRequest:
    """Which exercises, how much, what is safe, and for whom."""

    goals: Annotated[
        tuple[Goal, ...],
        Key(
            "What the client wants back: {choices}. Repeat it for more goals, the most important first; all "
            "adds those not named yet.",
            Section.EXERCISES,
            "GOAL",
            option="goal",
            short="-g",
            prints_short=True,
            extra_word="all",
        ),
    ] = ()
    minutes: Annotated[
        int | Unlimited,
        Range(MINUTES[0], MINUTES[-1]),
        Key(
            "Most minutes for one session, {range}; none lifts this limit and the one on the number of "
            "exercises.",
            Section.EXERCISES,
            "N|none",
        ),
    ] = USUAL_MINUTES
    max_exercises: Annotated[
        int | Unlimited | None,
        Range(EXERCISES[0], EXERCISES[-1]),
        Key(
            "Most exercises in the routine, {range}.",
            Section.EXERCISES,
            "N|none",
            default_text=f"{USUAL_EXERCISES}, or none with --minutes none",
        ),
    ] = None
    kit: Annotated[
        tuple[str, ...] | None,
        Names.KIT,
        Key(
            "The client has only this kit, walls and furniture included: {choices}; or none. A bed comes "
            "with a pillow. Can be repeated.",
            Section.EXERCISES,
            "KIT",
            extra_word="none",
        ),
    ] = None
    no_kit: Annotated[
        tuple[str, ...],
        Names.KIT,
        Key(
            "The client has all kit but this. Can be repeated.",
            Section.EXERCISES,
            "KIT",
        ),
    ] = ()
    positions: Annotated[
        tuple[Position, ...],
        Key(
            "The client can only be in this position: {choices}; bed stands for all three in bed. Can be "
            "repeated.",
            Section.EXERCISES,
            "POSITION",
            option="position",
            extra_word=BED,
        ),
    ] = ()
    no_positions: Annotated[
        tuple[Position, ...],
        Key(
            "The client can be in every position but this; bed stands for all three in bed. Can be repeated.",
            Section.EXERCISES,
            "POSITION",
            option="no-position",
            extra_word=BED,
        ),
    ] = ()
    include: Annotated[
        tuple[str, ...],
        Names.EXERCISE,
        Key(
            "An exercise to put in, by id or number. Can be repeated. One that a condition leaves out needs "
            "--because.",
            Section.EXERCISES,
            "ID",
        ),
    ] = ()
    exclude: Annotated[
        tuple[str, ...],
        Names.EXERCISE,
        Key(
            "An exercise to leave out, by id or number. Can be repeated.",
            Section.EXERCISES,
            "ID",
        ),
    ] = ()
    conditions: Annotated[
        tuple[Condition, ...],
        Key(
            "A condition of the client, with its stage where that matters: glaucoma, fracture:8-weeks. "
            "`thoracic conditions` lists them all. Can be repeated; the strictest rule wins.",
            Section.SAFETY,
            "COND",
            option="condition",
            short="-c",
        ),
    ] = ()
    cleared_by: Annotated[
        str,
        NAME,
        Key(
            "Who has agreed to exercises despite a condition that must be referred first.",
            Section.SAFETY,
            "NAME",
        ),
    ] = ""
    because: Annotated[
        str,
        REASON,
        Key(
            "Why you include an exercise that a condition leaves out; at most {length} characters.",
            Section.SAFETY,
            "TEXT",
        ),
    ] = ""
    side: Annotated[
        SidesToWorkOn,
        Key(
            "The side to work on: left, right or both; for one exercise, 8=left. Can be repeated.",
            Section.EXERCISES,
            "[ID=]SIDE",
            is_repeated=True,
        ),
    ] = SidesToWorkOn()  # noqa: RUF009 - a tuple does not change
    level: Annotated[
        Level,
        Key(
            "How much to do: standard is the dose of the source, gentle about half of it, full up to about "
            "60 seconds in total for each stretch.",
            Section.EXERCISES,
            "LEVEL",
        ),
    ] = Level.STANDARD
    progress: Annotated[
        bool,
        Key("Start gentle, then standard, then full, spread over the weeks.", Section.EXERCISES),
    ] = False
    older_adult: Annotated[
        bool,
        Key("The client is 65 or over: longer holds at the full level.", Section.EXERCISES),
    ] = False
    client: Annotated[
        str,
        NAME,
        Key(
            "The client's name, at most {length} characters; without it there is a line to write on. "
            "Characters that the booklet's fonts cannot print are refused by name; invisible control "
            "characters are dropped. The same goes for --clinician, --clinic, --cleared-by and --because.",
            Section.PEOPLE,
            "NAME",
        ),
    ] = ""
    clinician: Annotated[str, NAME, Key("The clinician's name.", Section.PEOPLE, "NAME")] = ""
    clinic: Annotated[str, NAME, Key("The practice or clinic.", Section.PEOPLE, "NAME")] = ""
    date: Annotated[
        dt.date | None,
        Key(
            "The booklet's date.",
            Section.PEOPLE,
            "YYYY-MM-DD",
            default_text="today, or SOURCE_DATE_EPOCH",
        ),
    ] = None
    review: Annotated[dt.date | None, Key("When to review the routine.", Section.PEOPLE, "YYYY-MM-DD")] = None
    days_per_week: Annotated[int, Range(1, 7), Key("Days a week, {range}.", Section.PEOPLE, "N")] = (
        USUAL_DAYS_PER_WEEK
    )
    weeks: Annotated[int, Range(1, 26), Key("Weeks in the tick calendar, {range}.", Section.PEOPLE, "N")] = (
        USUAL_WEEKS
    )
    pain_limits: Annotated[
        PainLimits,
        Range(0, 9),
        Key(
            "The pain rule, out of 10: up to LOW carry on, up to HIGH only if it settles within a day, above "
            "that stop; {range}, LOW below HIGH.",
            Section.PEOPLE,
            "LOW,HIGH",
        ),
    ] = PainLimits(*USUAL_PAIN_LIMITS)  # noqa: RUF009 - a tuple does not change
    language: Annotated[str, Names.LANGUAGE, Key("The language of the texts.", metavar="TAG")] = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(RoutineRequest):
    """A routine, and how it is put on paper."""

    layout: Annotated[
        Layout,
        Key(
            "pages is a booklet; cards are to cut out, one exercise each; sheet is one page with everything, "
            "to hang up.",
            Section.PRINT,
            "LAYOUT",
        ),
    ] = Layout.PAGES
    paper: Annotated[Paper, Key("a4, letter, a5 or half-letter.", Section.PRINT, "PAPER")] = Paper.A4
    large_print: Annotated[
        bool,
        Key("Text of 18 points, and larger pictures.", Section.PRINT),
    ] = False
    ink_saver: Annotated[
        bool,
        Key("Black only, without tinted backgrounds.", Section.PRINT),
    ] = False
    fields: Annotated[
        bool,
        Key(
            "Boxes to tick on a screen.",
            Section.PRINT,
            when_off="No boxes to tick on a screen.",
        ),
    ] = True
    archive: Annotated[
        bool,
        Key("Meet PDF/A-2a too, for files that must last.", Section.PRINT),
    ] = False
    fold: Annotated[
        bool,
        Key(
            "Two small pages on each side of a sheet, to fold and staple: A5 pages on A4, half-letter pages "
            "on Letter.",
            Section.FOLD,
        ),
    ] = False
    flip: Annotated[
        Flip | None,
        Key(
            "The edge on which the printer flips a sheet: short or long.",
            Section.FOLD,
            "EDGE",
            default_text="short, or long for cards",
        ),
    ] = None
    duplex: Annotated[
        Duplex,
        Key(
            "auto for a printer that prints on both sides; manual for one that does not: all fronts come "
            "before all backs, and page 1 says how to put the sheets back.",
            Section.FOLD,
            "HOW",
        ),
    ] = _FOLD.duplex
    offset_front: Annotated[
        Offset,
        Range(*RANGES["offset_front"]),
        Key(
            "How far to move all fronts, in mm to the right and down, {range}.",
            Section.FOLD,
            "X,Y",
        ),
    ] = Offset(*_FOLD.offset_front)  # noqa: RUF009 - a tuple does not change
    offset_back: Annotated[
        Offset,
        Range(*RANGES["offset_back"]),
        Key("The same for the backs. `thoracic test-sheet` shows both numbers.", Section.FOLD, "X,Y"),
    ] = Offset(*_FOLD.offset_back)  # noqa: RUF009 - a tuple does not change
    paper_thickness: Annotated[
        float,
        Range(*RANGES["paper_thickness"]),
        Key("Thickness of a sheet, {range}: inner pages move towards the fold by it.", Section.FOLD, "MM"),
    ] = _FOLD.paper_thickness
    binding_margin: Annotated[
        float,
        Range(*RANGES["binding_margin"]),
        Key("How far to move all pages away from the fold, {range}.", Section.FOLD, "MM"),
    ] = _FOLD.binding_margin
    fold_marks: Annotated[
        bool,
        Key(
            "Lines that show where to fold and staple.",
            Section.FOLD,
            when_off="No lines that show where to fold and staple.",
        ),
    ] = True
    borderless: Annotated[
        Answer,
        Key(
            "Whether the printer prints up to the edge of the paper: marks to fold and cut begin there, and "
            "--binding-margin can move print there. Otherwise 5 mm stay blank.",
            Section.PRINT,
            "yes|no",
        ),
    ] = Answer.NO


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which exercises are listed."""

    goals: Annotated[
        tuple[Goal, ...],
        Key(
            "Only exercises for this goal: {choices}. Can be repeated.",
            metavar="GOAL",
            option="goal",
            short="-g",
            extra_word="all",
        ),
    ] = ()
    kinds: Annotated[
        tuple[Kind, ...],
        Key(
            "Only exercises of this kind: {choices}. Can be repeated.",
            metavar="KIND",
            option="kind",
        ),
    ] = ()
    demands: Annotated[bool, Key("Show a table of what each exercise asks of the body.")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Which files to write, and what to do with them."""

    output: Annotated[
        str | None,
        Names.FILE,
        Key(
            "Where to write; - for standard output.",
            Section.FILES,
            "FILE",
            short="-o",
            default_text="output/<client or goals>-<date>.pdf",
        ),
    ] = None
    clinician_sheet: Annotated[
        str | None,
        Names.FILE,
        Key(
            "Also write a PDF for the clinician: what was chosen, left out, changed and overridden, and why, "
            "with sources.",
            Section.FILES,
            "FILE",
        ),
    ] = None
    summary: Annotated[
        str | None,
        Names.FILE,
        Key("Also write a summary for the record, as plain text.", Section.FILES, "FILE"),
    ] = None
    force: Annotated[bool, Key("Replace files that exist already.", Section.FILES)] = False
    open: Annotated[bool, Key("Open the booklet once it is made.", Section.FILES)] = False
    json: Annotated[bool, Key("Print JSON for scripts instead of text.")] = False

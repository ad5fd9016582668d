"""What exists: the values that the library room hands to all others.

Everything here is frozen. Numbers come from `data/exercises/`, sentences from `data/words/<language>/`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.library.vocabulary import (
    ARTICLE,
    KIT_OF_POSITION,
    Action,
    Basis,
    Demand,
    Goal,
    Kind,
    Manner,
    Position,
    ShownSide,
    Sides,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A range of whole numbers, both ends included; `least == most` for one figure."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise to do, for one side where it has sides.

    Attributes:
        manner: how it is counted, which decides what of the rest is set.
        seconds: WORK: how long to work; HOLD and HOLD_AND_REPEAT: how long to hold each time.
        times: OSCILLATE, ALTERNATE, REPEAT, HOLD_AND_REPEAT: how many times; else 1.
        breaths: BREATHE: breaths, on each spot if it has spots; REPEAT: breaths that each time takes, or 0
            where it is not paced by the breath; else 0.
        sets: how often the whole is done.
        has_spots: BREATHE: it is done on each of several sore spots; else True.
    """

    manner: Manner
    seconds: Span | None = None
    times: int = 1
    breaths: int = 0
    sets: int = 1
    has_spots: bool = True

    @property
    def is_paced(self) -> bool:
        """Whether each time takes a number of breaths."""
        return self.manner is Manner.REPEAT and self.breaths > 0


@dataclass(frozen=True, slots=True)
class Exercise:
    """The facts of one exercise.

    Attributes:
        number: its number in the booklet's own list, and its default order; 1 to 17 are those of the article.
        serves: how well it serves each goal, from 1 (a little) to 5 (the first choice); for a release:
            how well it prepares for the goal.
        positions: the positions it can be done in, the preferred one first.
        kit_needed: ids of `data/kit.yaml`.
        kit_optional: ids too; makes it more comfortable, and is never a reason to leave it out.
        muscles: ids of `data/muscles.yaml`.
        demands: what it asks of the body in every position.
        demands_in: by position, what it asks for besides, there only.
        source: id of an entry of `data/sources.yaml`.
        source_reference: where in that source.
        shown_side: the side of the body that the pictures show at work; None for an exercise without sides.
        basis: by part of these facts (`BASES`), the source that it rests on; none where `source` is that
            of them all.
        own_pictures: by frame name, pictures that stand for the house's: paths from the library's folder,
            with slashes between folders.
    """

    id: str
    number: int
    kind: Kind
    serves: Mapping[Goal, int]
    positions: tuple[Position, ...]
    kit_needed: tuple[str, ...]
    kit_optional: tuple[str, ...]
    muscles: tuple[str, ...]
    demands: tuple[Demand, ...]
    dose: Dose
    sides: Sides
    source: str
    source_reference: str
    shown_side: ShownSide | None = None
    demands_in: Mapping[Position, tuple[Demand, ...]] = field(default_factory=dict)
    basis: Mapping[str, str] = field(default_factory=dict)
    own_pictures: Mapping[str, str] = field(default_factory=dict)

    @property
    def goes_beyond_the_article(self) -> bool:
        """Whether it is none of those that the library began with."""
        return self.source != ARTICLE

    def kit_in(self, position: Position) -> tuple[str, ...]:
        """Ids of the kit that is needed in this position, each once: its own, and what the position needs."""
        of_position = (KIT_OF_POSITION[position],) if position in KIT_OF_POSITION else ()
        return tuple(dict.fromkeys((*self.kit_needed, *of_position)))

    def source_of(self, part: str) -> str:
        """The id of the source that a part of these facts rests on.

        Args:
            part: one of `BASES`.
        """
        return self.basis.get(part, self.source)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of every source that it rests on, each once."""
        return tuple(dict.fromkeys((self.source, *self.basis.values())))


@dataclass(frozen=True, slots=True)
class Rule:
    """What one condition means for exercises that ask certain things of the body.

    Attributes:
        id: unique in its precaution; names the words that are printed at an exercise.
        demands: an exercise that makes any of them is concerned; none named: every exercise is.
        is_together: only an exercise that makes all of them is concerned.
        source: id of an entry of `data/sources.yaml`.
        from_week: holds from this week of the condition on; None from the beginning.
        until_week: holds before this week; None: without end.
        stages: holds in these stages of the condition; none named: in all.
        is_gentle: the dose is at most the gentle one (only with `adapt`).
    """

    id: str
    action: Action
    demands: tuple[Demand, ...]
    basis: Basis
    source: str
    from_week: int | None = None
    until_week: int | None = None
    stages: tuple[str, ...] = ()
    is_gentle: bool = False
    is_together: bool = False


@dataclass(frozen=True, slots=True)
class Favour:
    """Exercises that a condition calls for: those that have any of these, and are not releases.

    Attributes:
        is_within_goals: they go first among those for the goals of a routine, and never come in for the sake
            of another goal.
    """

    basis: Basis
    source: str
    muscles: tuple[str, ...] = ()
    demands: tuple[Demand, ...] = ()
    goals: tuple[Goal, ...] = ()
    is_within_goals: bool = False


@dataclass(frozen=True, slots=True)
class Precaution:
    """All that a condition means: `data/precautions.yaml`.

    Attributes:
        id: of the condition.
        rules: in the order of the file.
        has_weeks: its stage is a number of weeks, as in `pregnancy:20-weeks`.
        stages: the names of its stages, where it has such, as in `ankylosing-spondylitis:fused`.
        favours: exercises that it calls for.
        instead: goals to work on in place of one that it leaves nothing safe for.
        no_positions: positions that are impossible with it.
        no_kit: what is not at hand with it.
    """

    id: str
    rules: tuple[Rule, ...]
    has_weeks: bool = False
    stages: tuple[str, ...] = ()
    favours: Favour | None = None
    instead: Mapping[Goal, tuple[Goal, ...]] = field(default_factory=dict)
    no_positions: tuple[Position, ...] = ()
    no_kit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """Every sentence about one condition, in one language: `words/<language>/conditions.yaml`.

    Attributes:
        name: as a clinician would write it, where it stands by itself.
        name_in_sentence: the same within a sentence.
        synonyms: what else a clinician may type for it; only ever suggested, never taken silently.
        client: what the client reads about it on the page "Before you start".
        clinician: what the clinician should know about it; may be empty.
        rules: by rule id, what the client reads at an exercise that the rule concerns. Every rule that
            changes an exercise (`care`, `adapt`) has such words; a rule that leaves it out has them for an
            exercise that the clinician puts in anyway.
    """

    id: str
    name: str
    name_in_sentence: str
    synonyms: tuple[str, ...]
    client: str
    clinician: str
    rules: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from: `data/sources.yaml`.

    Attributes:
        kind: such as article, guideline, trial.
        where: a DOI or the like; empty where there is none.
    """

    id: str
    title: str
    kind: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class FrameWords:
    """The words of one picture: what stands below it, and what a screen reader says instead of it."""

    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class ExerciseWords:
    """Every sentence that a client reads about one exercise, in one language.

    Attributes:
        frames: by frame name, in order: `start`, perhaps `way`, `end`.
        terms: ids of glossary entries that these words use.
        sides: by side (`left`, `right`), which way to go when only that side is worked on; empty for an
            exercise without sides.
    """

    id: str
    name: str
    purpose: str
    steps: tuple[str, ...]
    frames: Mapping[str, FrameWords]
    feel: str
    caution: str
    easier: str
    harder: str
    mistake: str
    breathing: str
    terms: tuple[str, ...]
    sides: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """A word explained: a line of the booklet's word list."""

    id: str
    term: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Words:
    """All words of one language.

    Attributes:
        language: BCP 47 tag, such as `en`.
        exercises: by exercise id.
        conditions: by condition id.
        glossary: by term id, in the order of the file.
        labels: every other sentence or label, by dotted key (`cover.title`); some hold `{placeholders}`.
    """

    language: str
    exercises: Mapping[str, ExerciseWords]
    glossary: Mapping[str, Term]
    labels: Mapping[str, str]
    conditions: Mapping[str, ConditionWords] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Library:
    """All exercises, in the order of their numbers, and all precautions, with their sources and words.

    Attributes:
        precautions: by condition id, in the order of the file.
        kit: the ids of all kit, in the order in which it is offered.
        muscles: the ids of all muscles and areas.
    """

    exercises: tuple[Exercise, ...]
    sources: Mapping[str, Source]
    words: Words
    precautions: Mapping[str, Precaution] = field(default_factory=dict)
    kit: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()

    def exercise(self, exercise_id: str) -> Exercise:
        """The exercise of that id.

        Raises:
            KeyError: there is none.
        """
        for exercise in self.exercises:
            if exercise.id == exercise_id:
                return exercise
        raise KeyError(exercise_id)

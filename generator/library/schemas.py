"""Files on exercises, words and sources, as their authors write them → the values of the library."""

from __future__ import annotations

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import (
    BeforeValidator,
    Field,
    RootModel,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from generator.documents.checking import mistake
from generator.library.fields import Id, MayBeLeftOut, Schema, Text, Unique, Word
from generator.library.model import Dose, Exercise, ExerciseWords, FrameWords, Source, Span, Term
from generator.library.vocabulary import FRAMES, Demand, Goal, Kind, Manner, Position, ShownSide, Sides

Seconds: TypeAlias = Annotated[int, Field(ge=1, le=600)]
Times: TypeAlias = Annotated[int, Field(ge=1, le=200)]
Breaths: TypeAlias = Annotated[int, Field(ge=1, le=20)]


def _as_span(value: object) -> object:
    """One figure is a span of its own."""
    if isinstance(value, dict):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return {"least": value, "most": value}
    raise mistake("must be a whole number, or {least: …, most: …}")


class SpanSchema(Schema):
    """Seconds from `least` to `most`."""

    least: Seconds
    most: Seconds

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.least > self.most:
            raise mistake(f"least ({self.least}) is more than most ({self.most})", "exchange them")
        return self


class _DoseSchema(Schema):
    sets: Annotated[int, Field(ge=1, le=10)] = 1


class _Timed(_DoseSchema):
    manner: Literal[Manner.WORK, Manner.HOLD]
    seconds: Annotated[SpanSchema, BeforeValidator(_as_span)]


class _Counted(_DoseSchema):
    manner: Literal[Manner.OSCILLATE, Manner.ALTERNATE]
    times: Times


class _Repeated(_DoseSchema):
    manner: Literal[Manner.REPEAT]
    times: Times
    breaths: MayBeLeftOut[Breaths] = None


class _TimedAndCounted(_DoseSchema):
    manner: Literal[Manner.HOLD_AND_REPEAT]
    seconds: Annotated[SpanSchema, BeforeValidator(_as_span)]
    times: Times


class _Breathed(_DoseSchema):
    manner: Literal[Manner.BREATHE]
    breaths: Breaths
    spots: bool = True


_AnyDose: TypeAlias = _Timed | _Counted | _Repeated | _TimedAndCounted | _Breathed

DoseSchema: TypeAlias = Annotated[_AnyDose, Field(discriminator="manner")]
"""A dose has exactly the figures that its manner uses."""


class KitSchema(Schema):
    """What the client needs, and what helps."""

    needed: Unique[str]
    optional: Unique[str]


class ReferenceSchema(Schema):
    """Where an exercise comes from."""

    id: str
    reference: Text


class PicturesSchema(Schema):
    """Which side the pictures show, and files of the library's own that stand for the house's pictures."""

    side: MayBeLeftOut[Annotated[ShownSide, Word]] = None
    start: MayBeLeftOut[Text] = None
    way: MayBeLeftOut[Text] = None
    end: MayBeLeftOut[Text] = None

    def own(self) -> dict[str, str]:
        """The files, by frame name."""
        return {name: file for name in FRAMES if (file := getattr(self, name)) is not None}


class BasisSchema(Schema):
    """By part of an exercise's facts, the id of the source that it rests on."""

    dose: str
    steps: str
    serves: str
    demands: str


_Demands = Unique[Annotated[Demand, Word]]


class ExerciseSchema(Schema):
    """`data/exercises/<id>.yaml`."""

    id: Id
    number: Annotated[int, Field(ge=1, le=9999)]
    kind: Annotated[Kind, Word]
    serves: Annotated[dict[Annotated[Goal, Word], Annotated[int, Field(ge=1, le=5)]], Field(min_length=1)]
    positions: Annotated[Unique[Annotated[Position, Word]], Field(min_length=1)]
    kit: KitSchema
    muscles: Unique[str]
    demands: _Demands
    demands_in: MayBeLeftOut[
        Annotated[
            dict[Annotated[Position, Word], Annotated[_Demands, Field(min_length=1)]], Field(min_length=1)
        ]
    ] = Field(None, alias="demands-in")
    dose: DoseSchema
    sides: Annotated[Sides, Word]
    pictures: PicturesSchema = PicturesSchema()
    source: ReferenceSchema
    basis: MayBeLeftOut[BasisSchema] = None

    @model_validator(mode="after")
    def _side_is_shown(self) -> Self:
        """Pictures are mirrored for the other side, so their own one must be known."""
        kind: PydanticCustomError | str
        match self.sides, self.pictures.side:
            case Sides.EACH, None:
                kind = "missing"
            case Sides.NONE, ShownSide():
                kind = mistake("is only for an exercise with 'sides: each'", "remove it")
            case _:
                return self
        place = ("pictures", "side")
        details = InitErrorDetails(type=kind, loc=place, input=self.pictures.side)
        raise ValidationError.from_exception_data("exercise", [details])

    def exercise(self) -> Exercise:
        """The value that other rooms use."""
        return Exercise(
            id=self.id,
            number=self.number,
            kind=self.kind,
            serves=self.serves,
            positions=tuple(self.positions),
            kit_needed=tuple(self.kit.needed),
            kit_optional=tuple(self.kit.optional),
            muscles=tuple(self.muscles),
            demands=tuple(self.demands),
            dose=_dose(self.dose),
            sides=self.sides,
            source=self.source.id,
            source_reference=self.source.reference,
            shown_side=self.pictures.side,
            demands_in={position: tuple(demands) for position, demands in (self.demands_in or {}).items()},
            basis=dict(self.basis) if self.basis else {},
            own_pictures=self.pictures.own(),
        )


def _dose(schema: _AnyDose) -> Dose:
    manner, sets = Manner(schema.manner), schema.sets
    if isinstance(schema, _Breathed):
        return Dose(manner, breaths=schema.breaths, sets=sets, has_spots=schema.spots)
    if isinstance(schema, _Repeated):
        return Dose(manner, times=schema.times, breaths=schema.breaths or 0, sets=sets)
    if isinstance(schema, _Counted):
        return Dose(manner, times=schema.times, sets=sets)
    seconds = Span(schema.seconds.least, schema.seconds.most)
    times = schema.times if isinstance(schema, _TimedAndCounted) else 1
    return Dose(manner, seconds, times, sets=sets)


class FrameSchema(Schema):
    """The words of one picture."""

    caption: Text
    alt: Text


class FramesSchema(Schema):
    """The pictures of an exercise."""

    start: FrameSchema
    way: MayBeLeftOut[FrameSchema] = None
    end: FrameSchema


class SidesWordsSchema(Schema):
    """Which way to go when only one side is worked on."""

    left: Text
    right: Text


class ExerciseWordsSchema(Schema):
    """`data/words/<language>/exercises/<id>.yaml`."""

    id: Id
    name: Text
    purpose: Text
    steps: Annotated[list[Text], Field(min_length=1, max_length=6)]
    frames: FramesSchema
    feel: Text
    caution: Text
    easier: Text
    harder: Text
    mistake: Text
    breathing: Text
    terms: Unique[str]
    sides: MayBeLeftOut[SidesWordsSchema] = None

    def words(self) -> ExerciseWords:
        """The value that other rooms use."""
        frames = {
            name: FrameWords(frame.caption, frame.alt)
            for name in FRAMES
            if (frame := getattr(self.frames, name)) is not None
        }
        return ExerciseWords(
            id=self.id,
            name=self.name,
            purpose=self.purpose,
            steps=tuple(self.steps),
            frames=frames,
            feel=self.feel,
            caution=self.caution,
            easier=self.easier,
            harder=self.harder,
            mistake=self.mistake,
            breathing=self.breathing,
            terms=tuple(self.terms),
            sides=dict(self.sides) if self.sides else {},
        )


class IdsSchema(RootModel[Unique[Id]]):
    """`data/kit.yaml` or `data/muscles.yaml`."""


class SourceSchema(Schema):
    """One entry of the sources."""

    title: Text
    kind: Text
    where: Text = ""


class SourcesSchema(RootModel[dict[Id, SourceSchema]]):
    """`data/sources.yaml`."""

    def sources(self) -> dict[str, Source]:
        """The values that other rooms use, by id."""
        return {id_: Source(id_, entry.title, entry.kind, entry.where) for id_, entry in self.root.items()}


class TermSchema(Schema):
    """One entry of the glossary."""

    term: Text
    meaning: Text


class GlossarySchema(RootModel[dict[Id, TermSchema]]):
    """`data/words/<language>/glossary.yaml`."""

    def glossary(self) -> dict[str, Term]:
        """The values that other rooms use, by id."""
        return {id_: Term(id_, entry.term, entry.meaning) for id_, entry in self.root.items()}

"""The files on conditions, as their authors write them → the values of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, RootModel, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from generator.documents.checking import mistake
from generator.documents.suggestions import did_you_mean
from generator.library.fields import Id, MayBeLeftOut, Schema, Text, Unique, Word
from generator.library.model import ConditionWords, Favour, Precaution, Rule
from generator.library.vocabulary import Action, Basis, Demand, Goal, Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic_core import PydanticCustomError

    from generator.documents.reading import Keys

    Wrong = tuple[Keys, PydanticCustomError]

# A list that is written has entries: `demands: []` would quietly mean every exercise.
_Demands = Annotated[Unique[Annotated[Demand, Word]], Field(min_length=1)]
_Goals = Annotated[Unique[Annotated[Goal, Word]], Field(min_length=1)]
_Muscles = Annotated[Unique[str], Field(min_length=1)]
_Positions = Annotated[Unique[Annotated[Position, Word]], Field(min_length=1)]
_Kit = Annotated[Unique[str], Field(min_length=1)]
_Stages = Annotated[Unique[Id], Field(min_length=1)]
_FEWEST_TOGETHER = 2  # demands that an exercise must make at once
_Week = Annotated[int, Field(ge=1, le=200)]


def _refuse(wrong: Iterable[Wrong]) -> None:
    details = [InitErrorDetails(type=type_, loc=keys, input=None) for keys, type_ in wrong]
    if details:
        raise ValidationError.from_exception_data("precautions", details)


class RuleSchema(Schema):
    """One rule of a condition."""

    id: Id
    action: Annotated[Action, Word]
    demands: MayBeLeftOut[_Demands] = None
    together: bool = False
    from_week: MayBeLeftOut[_Week] = Field(None, alias="from-week")
    until_week: MayBeLeftOut[_Week] = Field(None, alias="until-week")
    stages: MayBeLeftOut[_Stages] = None
    dose: MayBeLeftOut[Literal["gentle"]] = None
    basis: Annotated[Basis, Word]
    source: str

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        _refuse(self._wrong())
        return self

    def _wrong(self) -> Iterator[Wrong]:
        if self.action is Action.REFER and self.demands is not None:
            message = "is not for the action 'refer', which concerns every exercise"
            yield ("demands",), mistake(message, "remove it")
        if self.together and len(self.demands or ()) < _FEWEST_TOGETHER:
            yield ("together",), mistake("needs two demands or more", "remove it, or name them")
        if self.action is not Action.ADAPT and self.dose is not None:
            hint = "remove it, or write 'action: adapt'"
            yield ("dose",), mistake("is only for the action 'adapt'", hint)
        if self.from_week and self.until_week and self.until_week <= self.from_week:
            yield ("until-week",), mistake(f"must be more than from-week ({self.from_week})")

    def rule(self) -> Rule:
        """The value that other rooms use."""
        return Rule(
            id=self.id,
            action=self.action,
            demands=tuple(self.demands or ()),
            basis=self.basis,
            source=self.source,
            from_week=self.from_week,
            until_week=self.until_week,
            stages=tuple(self.stages or ()),
            is_gentle=self.dose is not None,
            is_together=self.together,
        )


class FavoursSchema(Schema):
    """What a condition calls for."""

    muscles: MayBeLeftOut[_Muscles] = None
    demands: MayBeLeftOut[_Demands] = None
    goals: MayBeLeftOut[_Goals] = None
    within_goals: bool = Field(default=False, alias="within-goals")
    basis: Annotated[Basis, Word]
    source: str

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not (self.muscles or self.demands or self.goals):
            raise mistake("names no muscles, demands or goals", "add 'muscles:', 'demands:' or 'goals:'")
        return self

    def favour(self) -> Favour:
        """The value that other rooms use."""
        return Favour(
            basis=self.basis,
            source=self.source,
            muscles=tuple(self.muscles or ()),
            demands=tuple(self.demands or ()),
            goals=tuple(self.goals or ()),
            is_within_goals=self.within_goals,
        )


class ImpossibleSchema(Schema):
    """What cannot be with a condition."""

    positions: MayBeLeftOut[_Positions] = None
    kit: MayBeLeftOut[_Kit] = None

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not (self.positions or self.kit):
            raise mistake("names no positions or kit", "add 'positions:' or 'kit:'")
        return self


class PrecautionSchema(Schema):
    """One condition of `data/precautions.yaml`."""

    weeks: bool = False
    stages: MayBeLeftOut[_Stages] = None
    rules: MayBeLeftOut[Annotated[list[RuleSchema], Field(min_length=1)]] = None
    favours: MayBeLeftOut[FavoursSchema] = None
    instead: MayBeLeftOut[Annotated[dict[Annotated[Goal, Word], _Goals], Field(min_length=1)]] = None
    impossible: MayBeLeftOut[ImpossibleSchema] = None

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        _refuse(self._wrong())
        return self

    def _wrong(self) -> Iterator[Wrong]:
        if not (self.rules or self.favours or self.impossible):
            hint = "add 'rules:', 'favours:' or 'impossible:'"
            yield (), mistake("has no rules, favours nothing and makes nothing impossible", hint)
        if self.weeks and self.stages:
            message = "is not for a condition that is counted in weeks"
            yield ("stages",), mistake(message, "remove it, or 'weeks: true'")
        for goal, others in (self.instead or {}).items():
            if goal in others:
                wrong = mistake("cannot stand in for itself", "name other goals")
                yield ("instead", goal.value, others.index(goal)), wrong
        ids: set[str] = set()
        for index, rule in enumerate(self.rules or ()):
            yield from ((("rules", index, *keys), wrong) for keys, wrong in self._wrong_rule(rule, ids))
            ids.add(rule.id)

    def _wrong_rule(self, rule: RuleSchema, earlier: set[str]) -> Iterator[Wrong]:
        if rule.id in earlier:
            yield ("id",), mistake("is the id of an earlier rule", "give each rule an id of its own")
        for key, week in (("from-week", rule.from_week), ("until-week", rule.until_week)):
            if week is not None and not self.weeks:
                hint = "remove it, or add 'weeks: true' to the condition"
                yield (key,), mistake("is only for a condition that is counted in weeks", hint)
        for index, stage in enumerate(rule.stages or ()):
            if stage not in (self.stages or ()):
                hint = did_you_mean(stage, self.stages or ()) or "add 'stages:' to the condition"
                yield ("stages", index), mistake(f"'{stage}' is not a stage of the condition", hint)

    def precaution(self, id_: str) -> Precaution:
        """The value that other rooms use."""
        impossible = self.impossible or ImpossibleSchema.model_construct()
        return Precaution(
            id=id_,
            rules=tuple(rule.rule() for rule in self.rules or ()),
            has_weeks=self.weeks,
            stages=tuple(self.stages or ()),
            favours=self.favours.favour() if self.favours else None,
            instead={goal: tuple(others) for goal, others in (self.instead or {}).items()},
            no_positions=tuple(impossible.positions or ()),
            no_kit=tuple(impossible.kit or ()),
        )


class PrecautionsSchema(RootModel[dict[Id, PrecautionSchema]]):
    """`data/precautions.yaml`."""

    def precautions(self) -> dict[str, Precaution]:
        """The values that other rooms use, by condition id."""
        return {id_: entry.precaution(id_) for id_, entry in self.root.items()}


class ConditionWordsSchema(Schema):
    """The words of one condition."""

    name: Text
    synonyms: Unique[Text]
    client: Text
    clinician: Text = ""
    rules: MayBeLeftOut[Annotated[dict[str, Text], Field(min_length=1)]] = None

    def words(self, id_: str) -> ConditionWords:
        """The value that other rooms use."""
        return ConditionWords(
            id=id_,
            name=self.name[:1].upper() + self.name[1:],
            name_in_sentence=self.name,
            synonyms=tuple(self.synonyms),
            client=self.client,
            clinician=self.clinician,
            rules=self.rules or {},
        )


class ConditionsSchema(RootModel[dict[Id, ConditionWordsSchema]]):
    """`data/words/<language>/conditions.yaml`."""

    def words(self) -> dict[str, ConditionWords]:
        """The values that other rooms use, by condition id."""
        return {id_: entry.words(id_) for id_, entry in self.root.items()}

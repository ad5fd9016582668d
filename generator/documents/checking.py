"""Values of a document → a validated pydantic model, or everything that is wrong with them in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from generator.documents.reading import REFUSED, TEXT
from generator.documents.shapes import bound, fields, find, options
from generator.documents.suggestions import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from generator.documents.reading import Document, Keys
    from generator.documents.shapes import Spot
    from generator.problems import Problem

ModelT = TypeVar("ModelT", bound=BaseModel)


def mistake(message: str, hint: str = "") -> PydanticCustomError:
    """What a validator of a model raises; `check` reports it in these words, at the value's place.

    Args:
        message: what is wrong, following on the name of the value: "appears twice". After "must be …" the
            report adds what stands there.
        hint: what to do about it.
    """
    # The texts are filled in as values because pydantic reads its first argument as a template.
    return PydanticCustomError("mistake", "{message}", {"message": message, "hint": hint})


def check(document: Document, model: type[ModelT]) -> tuple[ModelT | None, list[Problem]]:
    """Validate a document.

    Returns:
        the validated value, or None when anything is wrong; and all problems, in the order of the file.
    """
    problems = list(document.problems)
    value = None
    try:
        value = model.model_validate(document.value)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            problems += _problem_of(document, model, details)
    if problems:
        # Several rules may complain about one value in the same words.
        problems = sorted(dict.fromkeys(problems), key=lambda problem: (problem.line, problem.column))
        return None, problems
    return value, []


_WANTED = {
    "string_type": TEXT,
    **dict.fromkeys(("int_type", "int_from_float"), "a whole number"),
    "float_type": "a number",
    "bool_type": "true or false",
    **dict.fromkeys(("list_type", "tuple_type"), "a list"),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), "a mapping"),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "a date such as 2026-03-14"),
}


def _problem_of(document: Document, model: type[BaseModel], details: ErrorDetails) -> list[Problem]:
    """Pydantic's finding in plain words; none when the value was refused while reading."""
    spot = find(model, details["loc"])
    kind, context, keys = details["type"], details.get("ctx", {}), spot.keys
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        keys = (*keys, context["discriminator"].strip("'"))
        kind = "literal_error" if keys in document.places else "missing"
    if kind == "missing":
        last = keys[-1]
        hint = "write one more entry" if isinstance(last, int) else f"add '{last}:'"
        return [document.problem(keys, "is missing", hint)]
    while keys not in document.places:  # a validator may have put several values in the place of one
        keys = keys[:-1]
    value = document.at(*keys)
    if value is REFUSED:
        return []
    if kind in _WANTED:
        return [document.must_be(keys, _WANTED[kind])]
    if kind == "extra_forbidden" or (kind == "enum" and spot.is_key):
        known = options(spot.shape) if spot.is_key else list(fields(spot.holder))
        hint = did_you_mean(str(keys[-1]), known)
        return [document.problem(keys, "is not a known key here", hint, at_key=True)]
    if kind in ("enum", "literal_error"):
        message = f"must be one of the known words, got {document.described(keys)}"
        return [document.problem(keys, message, did_you_mean(str(value), options(spot.shape)))]
    message, hint = _broken_rule(document, keys, spot, details)
    return [document.problem(keys, message, hint, at_key=spot.is_key)]


def _broken_rule(document: Document, keys: Keys, spot: Spot, details: ErrorDetails) -> tuple[str, str]:
    """Message and hint for a value that has the right type and breaks a rule."""
    kind, context = details["type"], details.get("ctx", {})
    if kind == "string_too_short":
        return "must not be empty", ""
    if kind == "too_short":
        return f"must have {context['min_length']} or more entries, got {context['actual_length']}", ""
    if kind == "too_long":
        return f"must have {context['max_length']} or fewer entries, got {context['actual_length']}", ""
    if kind in ("greater_than_equal", "less_than_equal"):
        least, most = (bound(spot.metadata, name) for name in ("ge", "le"))
        wanted = f"{least} to {most}"
        if least is None or most is None:
            wanted = f"at least {least}" if most is None else f"at most {most}"
        got = document.written.get(keys) or document.described(keys)
        return f"must be {wanted}, got {got}", ""
    message = details["msg"].removeprefix("Value error, ").replace("Input should", "must")
    if message.startswith("must ") and not spot.is_key:
        message += f", got {document.described(keys)}"
    return message, context.get("hint", "")

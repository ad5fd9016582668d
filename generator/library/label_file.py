"""Reads `data/words/<language>/labels.yaml`: nested mappings of texts, flattened to dotted keys."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from generator.documents.reading import REFUSED, TEXT
from generator.documents.suggestions import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.documents.reading import Document
    from generator.problems import Problem


def read_labels(
    document: Document, required: Mapping[str, frozenset[str]]
) -> tuple[dict[str, str], list[Problem]]:
    """The labels by dotted key, and everything that is wrong with them.

    Args:
        document: the file.
        required: by dotted key, the placeholders that the label may use. No other keys are allowed.
    """
    problems = list(document.problems)
    if not isinstance(document.value, dict):
        return {}, [*problems, document.must_be((), "a mapping")]
    values = dict(_leaves(document.value, (), required))
    found = {".".join(keys) for keys in values}
    missing = [tuple(key.split(".")) for key in required if key not in found]
    problems += [document.problem(keys, "is missing", "add this label") for keys in missing]
    labels = {}
    for keys, value in values.items():
        dotted = [key for key in keys if "." in key]
        key = ".".join(keys)
        if dotted:
            hint = "write what follows the dot as a key of its own, below it"
            problems.append(document.problem(keys, f"the key '{dotted[0]}' holds a dot", hint, at_key=True))
        elif key not in required:
            hint = did_you_mean(key, required)
            problems.append(document.problem(keys, "is not a label that is known here", hint, at_key=True))
        elif value is REFUSED:
            continue
        elif not isinstance(value, str):
            problems.append(document.must_be(keys, TEXT))
        elif not value.strip():
            problems.append(document.problem(keys, "must not be empty"))
        else:
            wrong = _wrong_placeholders(value, required[key])
            problems += [document.problem(keys, message, hint) for message, hint in wrong]
            labels[key] = value.strip()
    return labels, problems


def _leaves(
    value: Mapping[str, object], above: tuple[str, ...], required: Mapping[str, frozenset[str]]
) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, below in value.items():
        keys = (*above, key)
        # Where a label is due, a mapping is a text whose braces lack quotation marks.
        if isinstance(below, dict) and below and ".".join(keys) not in required:
            yield from _leaves(below, keys, required)
        else:
            yield keys, below


def _wrong_placeholders(text: str, allowed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Message and hint for each placeholder that cannot be filled in."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        yield "has a brace without its partner", "write {{ or }} for a brace that shall be printed"
        return
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if form or conversion or not name.isidentifier():
            whole = f"{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}"
            yield f"has a malformed placeholder {{{whole}}}", "write a name in braces and nothing else"
        elif name not in allowed:
            known = did_you_mean(name, sorted(allowed)) if allowed else "this label has none"
            yield f"has an unknown placeholder {{{name}}}", known

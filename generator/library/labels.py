"""`data/words/<language>/labels.yaml` → labels by dotted key, held to the English ones.

The English file is the contract: it says which labels there are, which are lists or depend on a number, and
which placeholders each may use. Another language has the same keys, lists of any length, and the plural forms
of its own grammar.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

from generator.documents.reading import REFUSED, TEXT
from generator.documents.suggestions import did_you_mean
from generator.library.plurals import CATEGORIES, categories

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from generator.documents.reading import Document, Keys
    from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Form:
    """What a label must be.

    Attributes:
        placeholders: names that it may use in braces.
        is_list: it is a list of texts, not one text.
        is_plural: it is a text for each plural form of the language.
    """

    placeholders: frozenset[str] = frozenset()
    is_list: bool = False
    is_plural: bool = False


def forms_in(english: Document, ids: Mapping[str, Collection[str] | None]) -> dict[str, Form]:
    """What the labels of every language must be, by dotted key.

    Args:
        english: the English labels; mistakes in them are for `read_labels` to find.
        ids: by group of labels, the ids of the library that have one there; None where they are not known. A
            group that English lacks is not asked for.
    """
    forms = {}
    for keys, value in _leaves(english.value, (), lambda _, below: _is_plural(below)):
        match value:
            case list() | dict():
                texts = list(value.values() if isinstance(value, dict) else value)
            case _:
                texts = [value]
        names = {name for text in texts if isinstance(text, str) for name in _named_in(text)}
        forms[".".join(keys)] = Form(frozenset(names), isinstance(value, list), isinstance(value, dict))
    groups = {key.partition(".")[0] for key in forms}
    for group, known in ids.items():
        if group in groups and known is not None:
            forms = {key: form for key, form in forms.items() if not key.startswith(f"{group}.")}
            forms |= {f"{group}.{id_}": Form() for id_ in known}
    return forms


def read_labels(
    document: Document, forms: Mapping[str, Form], language: str
) -> tuple[dict[str, str], list[Problem]]:
    """The labels by dotted key, and everything that is wrong with them.

    The entries of a list have their number, from 1, at the end of their keys; the forms of a label that
    depends on a number have the name of the plural form there: `flare.steps.1`, `count.day.one`.

    Args:
        document: the file.
        forms: what the labels must be; no other keys are allowed.
        language: of the file.
    """
    problems = list(document.problems)
    if not isinstance(document.value, dict):
        return {}, [*problems, document.must_be((), "a mapping")]
    # Where a text is due, a mapping is one whose braces lack quotation marks.
    found = [keys for keys, _ in _leaves(document.value, (), lambda key, _: key in forms)]
    missing = forms.keys() - {".".join(keys) for keys in found}
    problems += [document.problem(tuple(key.split(".")), "is missing", "add this label") for key in missing]
    labels: dict[str, str] = {}
    for keys in found:
        dotted = [key for key in keys if "." in key]
        key = ".".join(keys)
        if dotted:
            hint = "write what follows the dot as a key of its own, below it"
            problems.append(
                document.problem(keys, f"the key '{dotted[0]}' contains a dot", hint, at_key=True)
            )
        elif key not in forms:
            hint = did_you_mean(key, forms)
            problems.append(document.problem(keys, "is not a known label", hint, at_key=True))
        else:
            problems += _wrong_shape(document, keys, forms[key], language)
            for way in _texts(document, keys, forms[key], language):
                wrong = list(_wrong_text(document, way, forms[key].placeholders))
                problems += wrong
                text = document.at(*way)
                if isinstance(text, str) and not wrong:
                    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in way)
                    labels[name] = text.strip()
    return labels, problems


def _leaves(
    value: object, above: tuple[str, ...], is_leaf: Callable[[str, Mapping[str, object]], bool]
) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every value that is no group of labels, with the way to it."""
    for key, below in value.items() if isinstance(value, dict) else ():
        keys = (*above, key)
        if isinstance(below, dict) and below and not is_leaf(".".join(keys), below):
            yield from _leaves(below, keys, is_leaf)
        else:
            yield keys, below


def _is_plural(value: Mapping[str, object]) -> bool:
    return "other" in value and value.keys() <= set(CATEGORIES)


def _wrong_shape(document: Document, keys: Keys, form: Form, language: str) -> Iterator[Problem]:
    """The problem that a label is not a list, or lacks the plural forms of the language, where it should."""
    value = document.at(*keys)
    if form.is_list and not isinstance(value, list) and value is not REFUSED:
        yield document.must_be(keys, "a list")
    elif form.is_list and not value:
        yield document.problem(keys, "must have 1 or more entries, got 0")
    elif form.is_plural and not isinstance(value, dict) and value is not REFUSED:
        yield document.must_be(keys, "a mapping")
    elif form.is_plural and isinstance(value, dict):
        due = categories(language)
        for missing in set(due) - value.keys():
            yield document.problem((*keys, missing), "is missing", "add this plural form")
        for unknown in value.keys() - set(due):
            message = f"is not a plural form of the language '{language}'"
            yield document.problem((*keys, unknown), message, f"write {', '.join(due)}", at_key=True)


def _texts(document: Document, keys: Keys, form: Form, language: str) -> list[Keys]:
    """The way to each text of a label: one, the entries of a list, or the plural forms."""
    value = document.at(*keys)
    if form.is_list:
        return [(*keys, index) for index in range(len(value))] if isinstance(value, list) else []
    if form.is_plural:
        return [(*keys, each) for each in categories(language) if isinstance(value, dict) and each in value]
    return [keys]


def _wrong_text(document: Document, keys: Keys, allowed: Collection[str]) -> Iterator[Problem]:
    value = document.at(*keys)
    if value is REFUSED:
        return
    if not isinstance(value, str):
        yield document.must_be(keys, TEXT)
    elif not value.strip():
        yield document.problem(keys, "must not be empty")
    else:
        yield from (document.problem(keys, *wrong) for wrong in _wrong_placeholders(value, allowed))


def _wrong_placeholders(text: str, allowed: Collection[str]) -> Iterator[tuple[str, str]]:
    """Message and hint for each placeholder that cannot be filled in."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        yield "has an unmatched brace", "to print a brace, write {{ or }}"
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


def _named_in(text: str) -> set[str]:
    """The placeholders of a text; none where its braces are wrong."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name and name.isidentifier()}
    except ValueError:
        return set()

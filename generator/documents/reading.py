"""YAML files that people write → plain values, with the place of each.

The files use a small part of YAML: mappings with text keys, lists, text, whole and decimal numbers, true and
false, nothing. Aliases and tags are refused. The values are built from parser events rather than from
composed nodes: events keep the place of an alias and whether a text was quoted, and deep nesting cannot
exhaust the stack.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from generator.problems import BadDataError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Keys = tuple[str | int, ...]
"""The way to a value: mapping keys and list indices (from 0), from the top of the file."""

TEXT = "text"

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 32
_LONGEST_QUOTATION = 40


def _in_each_case(*words: str) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, word.capitalize(), word.upper()))


_TRUE = _in_each_case("yes", "true", "on")
_FALSE = _in_each_case("no", "false", "off")
_NOTHING = {"", "~"} | _in_each_case("null")
# Only plain decimal notation is a number here. YAML would also read 0o17, 1_000 and 12:30 as numbers; whoever
# writes those means something else, and 12:30 is a time.
_WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,15})")
_DECIMAL_NUMBER = re.compile(r"[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?")
_FORBIDDEN_CHARACTER = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# What libyaml (or the Python parser) says, as a part of its message, and what a person can do about it.
_SYNTAX_HINTS = (
    ("cannot start any token", "put text that begins with such a character in quotes"),
    ("mapping values are not allowed", 'put text that contains ": " in quotes, or correct the indentation'),
    ("unexpected end of stream", "a quotation mark is never closed"),
    ("expected ',' or", "a list in [ ] or a mapping in { } is not closed, or lacks a comma"),
    ("could not find expected ':'", "a key needs a colon and a space after it"),
)
_SYNTAX_HINT = "look at the indentation and the quotation marks here and in the line above"


class _Refused:
    """Stands for a value that was refused while reading, so that nothing else is said about it."""


REFUSED = _Refused()


def keys_as_text(keys: Keys) -> str:
    """The way to a value as a person reads it: `steps[2].caption`, entries counted from 1."""
    text = ""
    for key in keys:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text


@dataclass(frozen=True, slots=True)
class Document:
    """A file's content as plain values, with the place of each.

    Attributes:
        name: the file as the user would name it.
        value: mappings, lists, texts, numbers, booleans and None; `REFUSED` where a value was refused.
        places: line and column, both from 1, where each value begins.
        key_places: line and column where the key of each value of a mapping begins.
        written: how each value that is not a text was written (`no` for False, `1.50` for 1.5).
        problems: what was found wrong while reading, such as a key that appears twice.
    """

    name: str
    value: object
    places: Mapping[Keys, tuple[int, int]]
    key_places: Mapping[Keys, tuple[int, int]]
    written: Mapping[Keys, str]
    problems: tuple[Problem, ...]

    def at(self, *keys: str | int) -> object:
        """The value at the end of that way, or None when there is none."""
        value = self.value
        for key in keys:
            if isinstance(value, dict):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return None
        return value

    def problem(self, keys: Keys, message: str, hint: str = "", *, at_key: bool = False) -> Problem:
        """A problem at a value, at its key, or at what should hold it when the value is missing."""
        standing = keys
        while standing not in self.places:
            standing = standing[:-1]
        place = self.places[standing]
        if at_key and standing == keys:
            place = self.key_places.get(keys, place)
        return Problem(message, hint, keys_as_text(keys), self.name, *place)

    def must_be(self, keys: Keys, wanted: str) -> Problem:
        """The problem that a value is of the wrong type, with a likely cause."""
        value = self.at(*keys)
        hint = ""
        if wanted == TEXT and isinstance(value, bool | int | float):
            hint = f'put it in quotes: "{self.written[keys]}"'
        elif wanted == TEXT and isinstance(value, dict | list):
            hint = 'put text that begins with { or [, or contains ": ", in quotes'
        elif wanted.endswith("number") and isinstance(value, str) and _WHOLE_NUMBER.fullmatch(value):
            hint = "remove the quotation marks"
        elif wanted == "a list":
            hint = "write each entry on its own line, after a hyphen and a space"
        return self.problem(keys, f"must be {wanted}, got {self.described(keys)}", hint)

    def described(self, keys: Keys) -> str:
        """The value in a few words, for the end of a sentence."""
        value = self.at(*keys)
        if value is None:
            return "nothing"
        if isinstance(value, bool):
            return f"the yes-or-no value {self.written[keys]}"
        if isinstance(value, int | float):
            return f"the number {self.written[keys]}"
        if isinstance(value, str):
            short = value if len(value) <= _LONGEST_QUOTATION else f"{value[: _LONGEST_QUOTATION - 1]}…"
            return f"text '{short}'"
        return "a list" if isinstance(value, list) else "a mapping"


def read_document(path: Path, name: str) -> Document:
    """Read a YAML file.

    Args:
        path: the file.
        name: the file as the user would name it, for the problems.

    Raises:
        BadDataError: the file cannot be read, is not UTF-8, is not YAML, or is empty.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise BadDataError(Problem("there is no such file", file=name)) from None
    except OSError as error:
        raise BadDataError(Problem(f"cannot be read: {error.strerror}", file=name)) from error
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8-sig")
        hint = "save the file in the encoding UTF-8"
        raise BadDataError(Problem("is not UTF-8 text", hint, "", name, *_place_after(before))) from error
    forbidden = _FORBIDDEN_CHARACTER.search(text)
    if forbidden:
        place = _place_after(text[: forbidden.start()])
        message = f"contains an invisible control character (U+{ord(forbidden[0]):04X})"
        raise BadDataError(Problem(message, "remove it", "", name, *place))
    return _parsed(text, name, _LOADER)


def _parsed(text: str, name: str, loader: Any) -> Document:  # noqa: ANN401  # PyYAML's loaders share no base class
    try:
        return _Reader(name, yaml.parse(text, Loader=loader)).document()
    except yaml.MarkedYAMLError as error:
        said = str(error.problem)
        if "nesting depth" in said:
            # Newer versions of libyaml stop at 1000 levels, which they may reach by looking ahead before they
            # have reported the first. The Python parser has no such limit and leads to the place.
            return _parsed(text, name, yaml.SafeLoader)
        # An unclosed quotation is noticed at the end of the file, but put right where it begins.
        mark: Any = (error.context_mark if "end of stream" in said else None) or error.problem_mark
        hint = next((hint for part, hint in _SYNTAX_HINTS if part in said), _SYNTAX_HINT)
        if "\t" in (*text.splitlines(), "")[mark.line][: mark.column + 1]:
            hint = "use spaces for indentation, never tabs"
        place = _place_of(mark) if mark.index < len(text) else _place_after(text)
        raise BadDataError(Problem(f"is not valid YAML: {said}", hint, "", name, *place)) from error


def _place_after(text: str) -> tuple[int, int]:
    """The line and column of what follows the text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _place_of(mark: Any) -> tuple[int, int]:  # noqa: ANN401  # the C parser's marks and Python's are two types
    return mark.line + 1, mark.column + 1


@dataclass(slots=True)
class _Reader:
    """Builds the values of one document from its parser events."""

    name: str
    events: Iterator[yaml.Event]
    places: dict[Keys, tuple[int, int]] = field(default_factory=dict)
    key_places: dict[Keys, tuple[int, int]] = field(default_factory=dict)
    written: dict[Keys, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def document(self) -> Document:
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml.StreamEndEvent):
            raise BadDataError(Problem("is empty", file=self.name))
        value = self._value(next(self.events), ())
        next(self.events)  # the end of the document
        following = next(self.events)
        if not isinstance(following, yaml.StreamEndEvent):
            self._report(following, (), "a second document begins here", "remove the line ---")
        return Document(self.name, value, self.places, self.key_places, self.written, tuple(self.problems))

    def _report(self, event: yaml.Event, keys: Keys, message: str, hint: str) -> None:
        self.problems.append(
            Problem(message, hint, keys_as_text(keys), self.name, *_place_of(event.start_mark))
        )

    def _value(self, event: Any, keys: Keys) -> object:  # noqa: ANN401  # events share no typed base with a tag
        self.places[keys] = _place_of(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self._report(event, keys, f"aliases such as *{event.anchor} are not allowed", "write it out")
            return REFUSED
        if event.tag is not None:
            self._report(event, keys, "tags such as !name are not allowed", "remove it, or quote the text")
            self._skip(event, keys)
            return REFUSED
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, keys)
        if len(keys) == _DEEPEST:
            raise self._too_deep(event, keys)
        return self._mapping(keys) if isinstance(event, yaml.MappingStartEvent) else self._list(keys)

    def _scalar(self, event: yaml.ScalarEvent, keys: Keys) -> object:
        text: str = event.value
        if not event.implicit[0]:  # quoted, or a block of text
            return text
        value: object
        if text in _NOTHING:
            value = None
        elif text in _TRUE or text in _FALSE:
            value = text in _TRUE
        elif _WHOLE_NUMBER.fullmatch(text):
            value = int(text)
        elif _DECIMAL_NUMBER.fullmatch(text) and math.isfinite(float(text)):
            value = float(text)
        else:
            return text
        self.written[keys] = text
        return value

    def _list(self, keys: Keys) -> list[object]:
        entries: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            entries.append(self._value(event, (*keys, len(entries))))
        return entries

    def _mapping(self, keys: Keys) -> dict[str, object]:
        entries: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            # A key is taken as it is written: `no:` is the key "no", whatever YAML makes of it.
            key = event.value if isinstance(event, yaml.ScalarEvent) else ""
            below = (*keys, key)
            if not key:
                self._report(event, keys, "a key must be text", "write a word before the colon")
                self._skip(event, below)
            elif key in entries:
                first = self.key_places[below][0]
                self._report(event, below, "appears twice", f"first on line {first}; remove one of them")
            else:
                self.key_places[below] = _place_of(event.start_mark)
                entries[key] = self._value(next(self.events), below)
                continue
            self._skip(next(self.events), below)
        return entries

    def _skip(self, event: yaml.Event, keys: Keys) -> None:
        """Skip the rest of a value that begins with the event."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if len(keys) + depth > _DEEPEST:
                raise self._too_deep(event, keys)

    def _too_deep(self, event: yaml.Event, keys: Keys) -> BadDataError:
        message = f"is nested more than {_DEEPEST} levels deep"
        return BadDataError(
            Problem(message, "", keys_as_text(keys[:3]), self.name, *_place_of(event.start_mark))
        )

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.documents import reading
from generator.documents.reading import Document, keys_as_text, read_document
from generator.problems import BadDataError

if TYPE_CHECKING:
    from pathlib import Path

LOADERS = [yaml.CSafeLoader, yaml.SafeLoader]


@pytest.fixture(params=LOADERS, ids=["C", "Python"])
def _both_loaders(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_LOADER", request.param)


def read(folder: Path, text: str | bytes) -> Document:
    path = folder / "some.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_document(path, "some.yaml")


def refusal(folder: Path, text: str | bytes) -> str:
    with pytest.raises(BadDataError) as caught:
        read(folder, text)
    return str(caught.value)


@pytest.mark.usefixtures("_both_loaders")
class TestReading:
    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("12", 12),
            ("-3", -3),
            ("1.50", 1.5),
            ("true", True),
            ("No", False),
            ("null", None),
            ("~", None),
            ("", None),
            ("word", "word"),
            ('"12"', "12"),
            ("'no'", "no"),
            # What YAML takes for numbers and dates, and people do not write as such:
            ("017", "017"),
            ("0x1F", "0x1F"),
            ("1_000", "1_000"),
            ("12:30", "12:30"),
            (".inf", ".inf"),
            ("2026-03-14", "2026-03-14"),
            ("9" * 5000, "9" * 5000),
            ("9" * 400 + ".0", "9" * 400 + ".0"),
            ("|\n  two\n  lines\n", "two\nlines\n"),
        ],
    )
    def test_values_are_what_a_person_would_think(self, tmp_path: Path, written: str, value: object) -> None:
        found = read(tmp_path, f"key: {written}").at("key")
        assert found == value
        assert type(found) is type(value)

    def test_every_value_and_key_has_its_place(self, tmp_path: Path) -> None:
        document = read(tmp_path, "\ufeff# a remark\nä: {ö: [1, ü, 2]}\nb:\n  - c: x\n")
        assert document.value == {"ä": {"ö": [1, "ü", 2]}, "b": [{"c": "x"}]}
        assert document.places[()] == (2, 1)
        assert document.places["ä", "ö", 2] == (2, 15)
        assert document.key_places["ä", "ö"] == (2, 5)
        assert document.places["b", 0, "c"] == (4, 8)
        assert document.key_places["b", 0, "c"] == (4, 5)

    def test_keys_are_taken_as_written(self, tmp_path: Path) -> None:
        assert read(tmp_path, "no: a\n1: b\n1.0: c\n'': d\n").value == {"no": "a", "1": "b", "1.0": "c"}

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("", "some.yaml  is empty"),
            ("# only a remark\n", "some.yaml  is empty"),
            (
                b"a: \xc3\xa4\nb: \xe4\n",
                "some.yaml:2:4  is not UTF-8 text → save the file in the encoding UTF-8",
            ),
            (
                "a: b\nb: c\x07\n",
                "some.yaml:2:5  contains an invisible control character (U+0007) → remove it",
            ),
        ],
    )
    def test_what_is_no_document_is_refused(self, tmp_path: Path, text: str | bytes, line: str) -> None:
        assert refusal(tmp_path, text) == line

    # Newer versions of libyaml refuse 1000 levels by themselves, in words of their own and at another place.
    @pytest.mark.parametrize("levels", [33, 999, 1001, 100_000])
    @pytest.mark.parametrize(
        ("level", "where"),
        [
            pytest.param("[", ":1:33  [1][1][1]", id="lists-in-brackets"),
            pytest.param("- ", ":1:65  [1][1][1]", id="lists-after-hyphens"),
            pytest.param("{a: ", ":1:129  a.a.a", id="mappings-in-braces"),
            pytest.param("[{a: ", ":1:81  [1].a[1]", id="mappings-in-lists"),
            pytest.param("? ", ":1:65", id="mappings-as-keys"),
        ],
    )
    def test_nesting_is_refused_where_it_becomes_too_deep(
        self, tmp_path: Path, level: str, where: str, levels: int
    ) -> None:
        assert refusal(tmp_path, level * levels) == f"some.yaml{where}  is nested more than 32 levels deep"

    @pytest.mark.parametrize("before", ["!tag ", "a: 1\na: ", "? "])
    def test_what_is_skipped_is_no_way_to_nest_deeper(self, tmp_path: Path, before: str) -> None:
        assert refusal(tmp_path, before + "[" * 100_000).endswith("  is nested more than 32 levels deep")

    @pytest.mark.parametrize(
        ("text", "place", "hint"),
        [
            ("a:\n\tb: 1", "2:1", "use spaces for indentation, never tabs"),
            ("a: 'b\nc: d\n", "1:4", "a quotation mark is never closed"),
            ("a: @b", "1:4", "put text that begins with such a character in quotes"),
            ("a: b: c", "1:5", 'put text that contains ": " in quotes, or correct the indentation'),
            (
                "a: [b\nc: d",
                "2:2",
                "a list in [ ] or a mapping in { } is not closed, or lacks a comma",
            ),
            ("a: 1\nb\nc: 2", "3:1", "a key needs a colon and a space after it"),
            (
                "- a\nb: 1",
                "2:1",
                "look at the indentation and the quotation marks here and in the line above",
            ),
        ],
    )
    def test_a_slip_of_syntax_has_its_place_and_a_hint(
        self, tmp_path: Path, text: str, place: str, hint: str
    ) -> None:
        line = refusal(tmp_path, text)
        assert line.startswith(f"some.yaml:{place}  is not valid YAML: ")
        assert line.endswith(f" → {hint}")

    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("a: 1\na: 2\n", ["some.yaml:2:1  a  appears twice → first on line 1; remove one of them"]),
            (
                "a: &x [1]\nb: [*x, *y]\n",
                [
                    "some.yaml:2:5  b[1]  aliases such as *x are not allowed → write it out",
                    "some.yaml:2:9  b[2]  aliases such as *y are not allowed → write it out",
                ],
            ),
            (
                "a: !!set {b}\n",
                ["some.yaml:1:4  a  tags such as !name are not allowed → remove it, or quote the text"],
            ),
            ("a: 1\n---\nb: 2\n", ["some.yaml:2:1  a second document begins here → remove the line ---"]),
            ("[a, b]: {c: d}\n", ["some.yaml:1:1  a key must be text → write a word before the colon"]),
        ],
    )
    def test_a_readable_file_keeps_what_is_wrong_with_it(
        self, tmp_path: Path, text: str, lines: list[str]
    ) -> None:
        assert [str(problem) for problem in read(tmp_path, text).problems] == lines

    def test_a_bomb_of_aliases_does_no_harm(self, tmp_path: Path) -> None:
        levels = [f"k{level}: &k{level} [{', '.join([f'*k{level - 1}'] * 9)}]" for level in range(1, 30)]
        document = read(tmp_path, "\n".join(["k0: &k0 lol", *levels]))
        assert len(document.problems) == 29 * 9


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadDataError, match=r"^plan.yaml  there is no such file$"):
        read_document(tmp_path / "none.yaml", "plan.yaml")
    with pytest.raises(BadDataError, match=r"^plan.yaml  cannot be read: "):
        read_document(tmp_path, "plan.yaml")


@given(st.text(st.sampled_from("ab0:-[]{}'\"&*!|>#%@,? \n\t~é\x00\x85\u2028\ufeff")) | st.text())
def test_no_text_leads_to_any_other_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(text, encoding="utf-8", errors="replace")
    try:
        document = read_document(path, "any.yaml")
    except BadDataError as error:
        problems = error.problems
        assert problems
    else:
        problems = document.problems
    lines = (
        text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029")
    )
    assert all(0 <= problem.line <= lines + 1 for problem in problems)


PLAIN_TEXT = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | PLAIN_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PLAIN_TEXT.filter(bool), inner, max_size=4),
    max_leaves=12,
)


STYLES = {"block": False, "flow": True, "mixed": None}


@given(VALUES, st.sampled_from(["block", "flow", "mixed"]))
def test_what_yaml_writes_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, value: object, style: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "written.yaml"
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=STYLES[style], width=10_000)
    path.write_text(text, encoding="utf-8")
    document = read_document(path, "written.yaml")
    assert document.value == value
    assert not document.problems


@given(st.recursive(st.integers(0, 10**6), lambda inner: st.dictionaries(st.sampled_from("abcd"), inner)))
def test_the_place_of_a_number_is_where_it_stands(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    path = tmp_path_factory.getbasetemp() / "numbers.yaml"
    text = json.dumps(value, indent=1)
    path.write_text(text, encoding="utf-8")
    document = read_document(path, "numbers.yaml")
    for keys, (line, column) in document.places.items():
        standing = text.splitlines()[line - 1][column - 1 :]
        found = document.at(*keys)
        assert standing.startswith("{" if isinstance(found, dict) else str(found))


def test_a_way_reads_as_a_person_would_say_it() -> None:
    assert keys_as_text(()) == ""
    assert keys_as_text(("steps", 1, "caption")) == "steps[2].caption"

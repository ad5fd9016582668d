from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.documents.reading import keys_as_text
from generator.library.loading import load_library
from generator.library.model import Source, Term
from generator.problems import BadDataError
from tests.library.conftest import ENGLISH_LABELS, mistakes

if TYPE_CHECKING:
    from pathlib import Path

    from generator.documents.reading import Keys
    from tests.library.conftest import SmallLibrary


class TestGoodLibrary:
    def test_exercises_come_in_the_order_of_their_numbers(self, small: SmallLibrary) -> None:
        assert [exercise.id for exercise in small.load().exercises] == ["arch", "turn", "press"]

    def test_sources_glossary_and_labels(self, small: SmallLibrary) -> None:
        library = small.load()
        assert library.sources["article"] == Source("article", "An article", "article")
        assert library.sources["study"] == Source("study", "A study", "trial", where="10.1000/182")
        assert list(library.words.glossary.values()) == [
            Term("stretch", "Stretch", "A slow pull."),
            Term("rib", "Rib", "A bone of the chest."),
        ]
        assert library.words.labels == {
            "cover.title": "Your routine, {client}",
            "goal.side": "Side bending",
            "flare.steps.1": "Stop.",
            "flare.steps.2": "Rest for {days}.",
            "count.day.one": "1 day",
            "count.day.other": "{count} days",
        }
        assert library.words.language == "en"

    def test_it_may_have_kit_and_muscles_of_its_own_with_their_labels(
        self, small: SmallLibrary, english_labels: Path
    ) -> None:
        english_labels.write_text(
            f"{ENGLISH_LABELS}kit: {{bar: a bar}}\nmuscle: {{upper-back: upper back}}\n"
        )
        small.write("kit.yaml", "- chair\n- door-frame\n- massage-ball\n- mat\n- rope\n")
        small.replace("exercises/turn.yaml", "kit: {needed: []", "kit: {needed: [rope]")
        labels = (small.folder / "words/en/labels.yaml").read_text(encoding="utf-8")
        labels += "muscle: {upper-back: upper back, rhomboids: rhomboids}\n"
        labels += (
            "kit: {chair: a chair, door-frame: a frame, massage-ball: a ball, mat: a mat, rope: a rope}\n"
        )
        small.write("words/en/labels.yaml", labels)
        library = small.load()
        assert library.kit == ("chair", "door-frame", "massage-ball", "mat", "rope")
        assert library.muscles == ("upper-back", "rhomboids")
        assert library.exercise("turn").kit_needed == ("rope",)
        assert library.words.labels["kit.rope"] == "a rope"
        small.replace("words/en/labels.yaml", ", rope: a rope}", ", bar: a bar}")
        missing, unknown = small.complaints()
        assert missing == "data/words/en/labels.yaml:12:6  kit.rope  is missing → add this label"
        assert "kit.bar  is not a known label → did you mean kit." in unknown

    def test_what_editors_leave_behind_is_passed_over(self, small: SmallLibrary) -> None:
        small.write("exercises/.arch.yaml.swp", "\0")
        small.write("exercises/arch.yaml~", "id: old")
        assert len(small.load().exercises) == 3


class TestFolder:
    def test_no_folder(self, small: SmallLibrary) -> None:
        with pytest.raises(BadDataError, match=r"^mine  there is no such folder$"):
            load_library(small.folder / "none", name="mine")

    @pytest.mark.parametrize("language", ["fr", "..", "", "EN"])
    def test_an_unknown_language(self, small: SmallLibrary, language: str) -> None:
        assert small.complaints(language) == [
            f"data/words  there are no words in the language '{language}' → languages here: en"
        ]

    def test_no_language_at_all(self, tmp_path: Path) -> None:
        with pytest.raises(BadDataError, match=r"^data/words  there are .* 'en' → there are none here$"):
            load_library(tmp_path)

    def test_an_empty_language_folder_misses_everything(self, small: SmallLibrary) -> None:
        (small.folder / "words" / "fr").mkdir()
        assert small.complaints("fr") == [
            "data/words/fr/conditions.yaml  there is no such file",
            "data/words/fr/exercises  there is no such folder",
            *(
                f"data/words/fr/exercises/{name}.yaml  is missing: the exercise '{name}' has no words"
                " → add this file"
                for name in ("arch", "press", "turn")
            ),
            "data/words/fr/glossary.yaml  there is no such file",
            "data/words/fr/labels.yaml  there is no such file",
        ]

    def test_no_exercises(self, small: SmallLibrary) -> None:
        for path in (small.folder / "exercises").iterdir():
            path.unlink()
        lines = small.complaints()
        assert lines[0] == "data/exercises  contains no .yaml file"
        assert not any("is used nowhere" in line for line in lines)

    def test_stray_files(self, small: SmallLibrary) -> None:
        small.write("exercises/bow.yml", "id: bow")
        small.write("exercises/notes.txt", "hello")
        (small.folder / "words/en/exercises/old.yaml").mkdir()
        assert small.complaints() == [
            "data/exercises/bow.yml  only files that end in .yaml belong here → rename it to bow.yaml",
            "data/exercises/notes.txt  only files that end in .yaml belong here → move it elsewhere",
            "data/words/en/exercises/old.yaml  only files that end in .yaml belong here → move it elsewhere",
        ]

    def test_an_exercise_without_words_and_words_without_an_exercise(self, small: SmallLibrary) -> None:
        words = small.folder / "words/en/exercises"
        (words / "turn.yaml").rename(words / "turns.yaml")
        small.replace("words/en/exercises/turns.yaml", "id: turn", "id: turns")
        assert small.complaints() == [
            "data/words/en/exercises/turn.yaml  is missing: the exercise 'turn' has no words → add this file",
            (
                "data/words/en/exercises/turns.yaml  there is no exercise 'turns' for these words"
                " → did you mean turn?"
            ),
        ]

    def test_an_unreadable_file_leads_to_no_other_complaint(self, small: SmallLibrary) -> None:
        small.write("exercises/turn.yaml", "")  # alone in naming the article and in serving flexion
        small.write("words/en/exercises/arch.yaml", "")  # alone in using the word rib
        assert small.complaints() == [
            "data/exercises/turn.yaml  is empty",
            "data/words/en/exercises/arch.yaml  is empty",
        ]

    def test_unreadable_precautions_leave_it_open_which_sources_are_used(self, small: SmallLibrary) -> None:
        small.write("precautions.yaml", "")  # alone in naming the study
        assert small.complaints() == ["data/precautions.yaml  is empty"]

    def test_a_library_without_any_condition(self, small: SmallLibrary) -> None:
        small.write("precautions.yaml", "{}\n")
        small.write("words/en/conditions.yaml", "{}\n")
        small.replace("sources.yaml", 'study: {title: A study, kind: trial, where: "10.1000/182"}\n', "")
        library = small.load()
        assert (library.precautions, library.words.conditions) == ({}, {})

    def test_unreadable_files_that_others_name_lead_to_no_other_complaint(self, small: SmallLibrary) -> None:
        small.write("sources.yaml", "")
        small.write("words/en/glossary.yaml", "- rib\n")
        small.write("words/en/labels.yaml", "")
        small.write("precautions.yaml", "- sore-shoulder\n")
        small.write("words/en/conditions.yaml", "")
        assert small.complaints() == [
            "data/precautions.yaml:1:1  must be a mapping, got a list",
            "data/sources.yaml  is empty",
            "data/words/en/conditions.yaml  is empty",
            "data/words/en/glossary.yaml:1:1  must be a mapping, got a list",
            "data/words/en/labels.yaml  is empty",
        ]

    def test_problems_of_all_files_come_at_once_in_the_order_of_file_and_place(
        self, small: SmallLibrary
    ) -> None:
        small.replace("words/en/labels.yaml", "Side bending", "7")
        small.replace("words/en/exercises/turn.yaml", "Rushing.", "1")
        small.replace("exercises/turn.yaml", "number: 2", "number: two")
        small.replace("exercises/arch.yaml", "sides: none", "sides: some")
        small.replace("exercises/arch.yaml", "number: 1", "number: one")
        places = [line.partition("  ")[0] for line in small.complaints()]
        assert places == [
            "data/exercises/arch.yaml:2:9",
            "data/exercises/arch.yaml:14:8",
            "data/exercises/turn.yaml:2:9",
            "data/words/en/exercises/turn.yaml:14:10",
            "data/words/en/labels.yaml:4:9",
        ]


MARK = "zzzz"
# By file, the keys that may be left out, or whose absence shows at another place.
FREE = {
    "exercises/turn.yaml": frozenset({"sets", "rotation", "flexion"}),
    "words/en/exercises/arch.yaml": frozenset({"way"}),
    "precautions.yaml": frozenset(
        {
            *("sore-shoulder", "stiff-back", "no-frame", "weeks", "stages", "rules", "demands", "from-week"),
            *("until-week", "dose", "favours", "muscles", "goals", "instead", "extension", "impossible"),
            *("positions", "kit"),
        }
    ),
    "words/en/conditions.yaml": frozenset({"clinician"}),
}


def _ways(value: object, above: Keys = ()) -> list[Keys]:
    """The way to every value in a document, from the top down."""
    below: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        below = list(value.items())
    elif isinstance(value, list):
        below = list(enumerate(value))
    return [above, *(way for key, inner in below for way in _ways(inner, (*above, key)))]


def _at(value: Any, way: Keys) -> Any:  # noqa: ANN401 - whatever a document holds
    for key in way:
        value = value[key]
    return value


def _damages(content: object, free: frozenset[str]) -> list[tuple[str, Keys]]:
    """Every way to make the file wrong by leaving out, adding to, or retyping one value."""
    ways = _ways(content)
    return [
        *(("remove", way) for way in ways if way and isinstance(way[-1], str) and way[-1] not in free),
        *(("add", way) for way in ways if isinstance(_at(content, way), dict)),
        *(("retype", way) for way in ways if way),
    ]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_to_a_file_is_shown_in_its_place(small: SmallLibrary, data: st.DataObject) -> None:
    small.restore()
    name = data.draw(st.sampled_from(list(FREE)))
    content = yaml.safe_load((small.folder / name).read_text(encoding="utf-8"))
    kind, way = data.draw(st.sampled_from(_damages(content, FREE[name])))
    value = _at(content, way)
    if kind == "remove":
        del _at(content, way[:-1])[way[-1]]
    elif kind == "add":
        value[MARK] = MARK
        way = (*way, MARK)
    else:
        _at(content, way[:-1])[way[-1]] = MARK if isinstance(value, dict | list) else {MARK: MARK}
    small.write(name, yaml.safe_dump(content, sort_keys=False))
    with pytest.raises(BadDataError) as caught:
        small.load()
    found = [
        problem
        for problem in caught.value.problems
        if problem.file == f"data/{name}" and problem.path.startswith(keys_as_text(way))
    ]
    assert found, str(caught.value)
    lines = (small.folder / name).read_text(encoding="utf-8").splitlines()
    for problem in found:
        standing = lines[problem.line - 1][problem.column - 1 :]
        assert standing
        assert kind == "remove" or standing.startswith(MARK)


def test_the_programs_own_library_is_sound() -> None:
    library = load_library()
    assert len(library.exercises) >= 17
    assert set(library.words.exercises) == {exercise.id for exercise in library.exercises}


@pytest.mark.parametrize("mistake", mistakes("loading"))
def test_a_mistake_is_shown_where_it_is(small: SmallLibrary, mistake: str) -> None:
    small.assert_shown(mistake)

from __future__ import annotations

import pytest

from generator.library.plurals import categories, category

# By language, numbers that take each form, from the tables of the Unicode CLDR.
EXAMPLES: dict[str, dict[str, list[int]]] = {
    "en": {"one": [1], "other": [0, 2, 5, 11, 21, 101]},
    "fr": {"one": [0, 1], "other": [2, 11, 21]},
    "pt-BR": {"one": [0, 1], "other": [2]},
    "pt-PT": {"one": [1], "other": [0, 2]},
    "is": {"one": [1, 21, 101], "other": [0, 2, 11, 111]},
    "ru": {"one": [1, 21, 101], "few": [2, 4, 22], "many": [0, 5, 11, 12, 14, 20, 111]},
    "hr": {"one": [1, 21], "few": [2, 4, 22], "other": [0, 5, 11, 12]},
    "pl": {"one": [1], "few": [2, 4, 22], "many": [0, 5, 11, 12, 21]},
    "cs": {"one": [1], "few": [2, 4], "other": [0, 5, 22]},
    "sl": {"one": [1, 101], "two": [2, 102], "few": [3, 4, 103], "other": [0, 5, 11]},
    "lt": {"one": [1, 21], "few": [2, 9, 22], "other": [0, 10, 11, 19, 20]},
    "lv": {"zero": [0, 10, 11, 19, 20], "one": [1, 21], "other": [2, 9, 22]},
    "ro": {"one": [1], "few": [0, 2, 19, 101], "other": [20, 21, 100]},
    "he": {"one": [1], "two": [2], "other": [0, 3, 10]},
    "ar": {"zero": [0], "one": [1], "two": [2], "few": [3, 10, 103], "many": [11, 99], "other": [100, 102]},
    "ga": {"one": [1], "two": [2], "few": [3, 6], "many": [7, 10], "other": [0, 11]},
    "cy": {"zero": [0], "one": [1], "two": [2], "few": [3], "many": [6], "other": [4, 5, 7]},
    "ja": {"other": [0, 1, 2]},
}


@pytest.mark.parametrize("language", EXAMPLES)
def test_numbers_take_the_forms_of_the_cldr(language: str) -> None:
    found: dict[str, list[int]] = {}
    for number in sorted(number for numbers in EXAMPLES[language].values() for number in numbers):
        found.setdefault(category(language, number), []).append(number)
    assert found == EXAMPLES[language]


@pytest.mark.parametrize("language", EXAMPLES)
def test_a_language_has_the_forms_that_its_numbers_take(language: str) -> None:
    assert categories(language) == tuple(EXAMPLES[language])

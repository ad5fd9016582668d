"""A whole number and a language → the plural form of the words for it.

The forms and rules are those of the Unicode CLDR, as far as whole numbers below a million need them. A
language that is not listed has the form `other` alone, as in the CLDR.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""All plural forms that any language has, in the CLDR's order."""


def _ends_in(number: int, *last: int) -> bool:
    """Whether it ends in one of these figures, and not in one of the teens."""
    return number % 10 in last and number % 100 not in range(11, 20)


def _singular(number: int) -> str:
    return "one" if number == 1 else "other"


def _singular_nought(number: int) -> str:
    return "one" if number in (0, 1) else "other"


def _singular_ending(number: int) -> str:
    return "one" if _ends_in(number, 1) else "other"


def _slavic_east(number: int) -> str:
    return "one" if _ends_in(number, 1) else "few" if _ends_in(number, 2, 3, 4) else "many"


def _slavic_south(number: int) -> str:
    return _slavic_east(number).replace("many", "other")


def _polish(number: int) -> str:
    return "one" if number == 1 else "few" if _ends_in(number, 2, 3, 4) else "many"


def _czech(number: int) -> str:
    return "one" if number == 1 else "few" if number in (2, 3, 4) else "other"


def _slovenian(number: int) -> str:
    return {1: "one", 2: "two", 3: "few", 4: "few"}.get(number % 100, "other")


def _lithuanian(number: int) -> str:
    return "one" if _ends_in(number, 1) else "few" if _ends_in(number, *range(2, 10)) else "other"


def _latvian(number: int) -> str:
    if number % 10 == 0 or number % 100 in range(11, 20):
        return "zero"
    return _singular_ending(number)


def _romanian(number: int) -> str:
    return "one" if number == 1 else "few" if number == 0 or number % 100 in range(1, 20) else "other"


def _hebrew(number: int) -> str:
    return {1: "one", 2: "two"}.get(number, "other")


def _arabic(number: int) -> str:
    if number in range(3):
        return CATEGORIES[number]
    return "few" if number % 100 in range(3, 11) else "many" if number % 100 in range(11, 100) else "other"


def _irish(number: int) -> str:
    return _hebrew(number) if number < 3 else "few" if number < 7 else "many" if number < 11 else "other"  # noqa: PLR2004


def _welsh(number: int) -> str:
    return {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}.get(number, "other")


_RULES: dict[Callable[[int], str], str] = {
    _singular: "af az bg ca da de el en es et eu fi fo fy gl hu it ka kk lb ml mn mr nb ne nl nn no pt-PT sq "
    "sv sw ta te tr ur uz",
    _singular_nought: "am bn fa fr gu hi hy kn pa pt si zu",
    _singular_ending: "is mk",
    _slavic_east: "be ru uk",
    _slavic_south: "bs hr sr",
    _polish: "pl",
    _czech: "cs sk",
    _slovenian: "sl",
    _lithuanian: "lt",
    _latvian: "lv",
    _romanian: "ro",
    _hebrew: "he",
    _arabic: "ar",
    _irish: "ga",
    _welsh: "cy",
}
_RULE_OF = {language: rule for rule, languages in _RULES.items() for language in languages.split()}


def category(language: str, number: int) -> str:
    """The plural form of a whole number: `one`, `few`, `other`.

    Args:
        language: BCP 47 tag, such as `en` or `pt-BR`.
        number: how many there are.
    """
    rule = _RULE_OF.get(language) or _RULE_OF.get(language.partition("-")[0])
    return rule(number) if rule else "other"


def categories(language: str) -> tuple[str, ...]:
    """All plural forms of the language, in the CLDR's order."""
    met = {category(language, number) for number in range(200)}
    return tuple(each for each in CATEGORIES if each in met)

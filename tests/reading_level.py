"""How hard a text is to read: Flesch-Kincaid's grade (Kincaid 1975).

Syllables are counted by the spelling: libraries count them with a dictionary that they download, and nothing
here may need a network.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def syllables(word: str) -> int:
    """Syllables by spelling: groups of vowels, less silent endings; in doubt one more, not one less."""
    word = word.lower()
    count = len(re.findall(r"[aeiouy]+", word))
    count += len(re.findall(r"[^q]u[ae](?!s)|ia|(?<![csth])io(?!u)|eo|yi|eing|ier$", word))  # spoken apart
    if re.search(r"([^aeiouylr]|[aeiou][lr])es?$", word) and not re.search(r"([scxz]|[cs]h|[dg]g)es$", word):
        count -= 1  # move, shoulders: the e is silent; places: it is not
    if re.search(r"[^aeioudt]ed$|[aeiou][rw]ely$", word):
        count -= 1
    return max(count, 1)


def sentences(texts: Iterable[str]) -> list[str]:
    """The sentences of texts, each of which ends one."""
    return [part for text in texts for part in re.split(r"(?<=[.!?])\s+", text.strip())]


def grade(texts: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of texts, each of which ends a sentence."""
    texts = list(texts)
    words = [word for text in texts for word in re.findall(r"[^\W\d_]+", text.replace("\u2019", ""))]
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences(texts)) + 11.8 * spoken / len(words) - 15.59

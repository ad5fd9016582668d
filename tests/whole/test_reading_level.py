"""What the program itself says to a client is as easy to read as the exercises are."""

from __future__ import annotations

import pytest

from tests.reading_level import grade
from tests.whole.booklets import made

GRADE_MOST = 6.0
SAMPLES = {
    "goals": "to turn and to bend to the side", "kit": "a foam roller", "days": "5 days",
    "time": "2 minutes", "sources": "The book", "version": "1", "goal": "to turn", "name": "Ann Lee",
    "conditions": "a sore knee", "pain": "6 or more", "number": "1",
}  # fmt: skip


def said_by(group: str) -> list[str]:
    """The sentences of a group of labels, with something in their places."""
    labels = made("all").prepared.library.words.labels
    texts = [text for key, text in labels.items() if key.split(".")[0] == group and text.endswith((".", ":"))]
    return [text.format_map(SAMPLES) for text in texts]


@pytest.mark.parametrize("group", ["cover", "safety", "exercise", "calendar", "flare", "contact", "back"])
def test_a_part_reads_at_grade_six_or_lower(group: str) -> None:
    texts = said_by(group)
    assert texts
    assert grade(texts) <= GRADE_MOST


def test_every_sign_to_stop_for_reads_with_ease() -> None:
    labels = made("all").prepared.library.words.labels
    signs = [text for key, text in labels.items() if key.startswith(("safety.emergency-", "safety.doctor-"))]
    assert len(signs) == 14
    assert grade(signs) <= GRADE_MOST


def test_the_page_before_you_start_reads_with_ease_for_every_client() -> None:
    words = made("all").prepared.library.words
    page = said_by("safety")
    for condition in words.conditions.values():
        assert grade([*page, condition.client]) <= GRADE_MOST, condition.id
        for caution in condition.rules.values():
            assert grade([caution]) <= GRADE_MOST, caution
    assert grade([*page, *(condition.client for condition in words.conditions.values())]) <= GRADE_MOST


def test_no_sentence_is_long() -> None:
    for group in ("cover", "safety", "exercise", "calendar", "flare", "contact", "back"):
        for text in said_by(group):
            for sentence in text.split(". "):
                assert len(sentence.split()) <= 26, sentence

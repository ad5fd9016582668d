from __future__ import annotations

from generator.documents.suggestions import did_you_mean


def test_a_suggestion_is_the_likely_word_or_a_short_list() -> None:
    assert did_you_mean("rotaton", ["rotation", "flexion"]) == "did you mean rotation?"
    assert did_you_mean("zzz", ["rotation", "flexion"]) == "choose from rotation, flexion"
    assert did_you_mean("zzz", [str(number) for number in range(100)]) == ""
    assert did_you_mean("zzz", []) == ""
    assert did_you_mean("zzz", ["rotation"], "look elsewhere") == "look elsewhere"

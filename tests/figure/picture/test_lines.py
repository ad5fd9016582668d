from __future__ import annotations


def test_what_the_body_hides_of_a_roller_is_dashed(drawn: dict[str, str]) -> None:
    dashes = drawn["start"].split('stroke="#ffffff" stroke-width="4.0"')[1].split('"')[1]
    assert dashes.count("M") >= 3

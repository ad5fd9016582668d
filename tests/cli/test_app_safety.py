"""Conditions, sides and levels through the real command line: what is decided, said and refused."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from generator.library.prepared import own_library
from generator.library.vocabulary import Goal
from generator.problems import ExitCode
from tests.outputs import flat, printed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


LIBRARY = own_library()
CONDITIONS = LIBRARY.words.conditions
MANY = ("osteoporosis", "pregnancy:20-weeks", "glaucoma", "ankylosing-spondylitis:fused", "wrist-trouble")


def explained(run: Run, *arguments: str) -> dict[str, Any]:
    said = run("explain", *arguments, "--json")
    assert said.code == 0, said.err
    values = json.loads(said.out)
    assert isinstance(values, dict)
    return values


def with_conditions(*conditions: str) -> list[str]:
    return [word for condition in conditions for word in ("-c", condition)]


def test_what_a_condition_leaves_out_is_out_and_says_why(run: Run) -> None:
    values = explained(run, "-g", "all", "-c", "glaucoma", "--minutes", "none")
    left_out = {each["number"]: each["reasons"] for each in values["left_out"]}
    assert set(left_out) == {15, 16, 35}
    for (reason,) in left_out.values():
        assert reason["condition"] == "glaucoma"
        assert reason["demands"] == "head-down"
        assert reason["basis"] == "trial"
        assert values["sources"][reason["source"]]["where"] == "doi 10.1371/journal.pone.0144505"
    text = flat(run("explain", "-g", "all", "-c", "glaucoma", "--minutes", "none").out)
    assert "Conditions: glaucoma." in text
    number = re.search(r"\[(\d)\] Intraocular Pressure Rise .*? \(trial\), doi 10.1371", text)
    assert number
    assert text.count(f"{left_out[15][0]['text']} [{number[1]}]") == len(left_out)


def test_rulings_come_with_everything_that_a_script_needs(run: Run) -> None:
    values = explained(run, "-g", "side", "-g", "extension", *with_conditions(*MANY))
    assert values["conditions"] == sorted(MANY)
    rulings = [ruling for each in values["chosen"] for ruling in each["rulings"]]
    assert rulings
    for ruling in rulings:
        assert ruling.keys() == {"condition", "stage", "action", "demands", "basis", "source", "text"}
        assert ruling["text"] in CONDITIONS[ruling["condition"]].rules.values()
        assert ruling["source"] in values["sources"]
        typed = f"{ruling['condition']}:{ruling['stage']}" if ruling["stage"] else ruling["condition"]
        assert typed in values["conditions"]
    for each in values["chosen"]:
        own = LIBRARY.words.exercises[each["id"]].caution
        texts = dict.fromkeys(ruling["text"] for ruling in each["rulings"])
        assert each["cautions"] == [own, *texts]
        assert each["overridden"] is False
        for ruling in each["rulings"]:
            assert set(ruling["demands"]) <= set(LIBRARY.exercise(each["id"]).demands)


def test_everything_decided_for_the_client_is_in_the_text(run: Run) -> None:
    arguments = ("-g", "all", *with_conditions(*MANY), "--include", "16", "--because", "he holds on")
    values = explained(run, *arguments)
    text = flat(run("explain", *arguments).out)
    for each in (*values["chosen"], *values["left_out"]):
        for reason in each["reasons"]:
            assert flat(reason["text"]) in text
    for each in values["chosen"]:
        for ruling in each["rulings"]:
            assert f"The client reads: {ruling['text']}" in text
    for reason in (*values["goals_left_out"], *values["warnings"]):
        assert f"Note: {flat(reason['text'])}" in text
    for condition in MANY:
        assert CONDITIONS[condition.partition(":")[0]].clinician in text
    for source in values["sources"].values():
        assert source["title"] in text
        assert source["where"] in text


@pytest.mark.parametrize("command", [["make", "--force"], ["explain"], ["explain", "--json"]], ids=" ".join)
def test_the_order_of_conditions_changes_nothing(run: Run, command: list[str]) -> None:
    there = run(*command, "-g", "all", *with_conditions(*MANY))
    back = run(*command, "-g", "all", *with_conditions(*reversed(MANY)))
    parted = run(*command, "-g", "all", "-c", ", ".join(MANY).upper())
    assert there.code == 0
    assert there == back == parted


def test_an_unknown_stage_is_told_on_standard_error(run: Run) -> None:
    said = run("make", "-g", "side", "-c", "pregnancy")
    assert said.code == 0
    assert "Note: --condition pregnancy: how many weeks it has lasted is unknown" in flat(said.err)
    known = run("make", "-g", "side", "-c", "pregnancy:12-weeks", "--force")
    assert "pregnancy" not in known.err
    values = explained(run, "-g", "side", "-c", "pregnancy")
    assert values["notes"]
    assert values["notes"][0] in flat(run("explain", "-g", "side", "-c", "pregnancy").out)


@pytest.mark.parametrize("command", ["make", "explain"])
@pytest.mark.parametrize("condition", ["fracture:5-weeks", "fracture", "recent-spinal-surgery"])
def test_nothing_is_prescribed_before_somebody_agreed(
    run: Run, folder: Path, command: str, condition: str
) -> None:
    said = run(command, "-g", "side", "-c", condition)
    assert (said.code, said.out) == (ExitCode.NOTHING_LEFT, "")
    assert said.err == (
        f"--condition  with {condition} a clinician or doctor must agree before any exercise → "
        "once somebody has agreed, say who with --cleared-by\n"
    )
    assert list(folder.iterdir()) == []


def test_every_condition_that_must_be_seen_first_is_named(run: Run) -> None:
    said = run("explain", "-g", "side", "-c", "recent-spinal-surgery,fracture:0-weeks")
    assert [line.split(" a clinician")[0] for line in said.err.splitlines()] == [
        "--condition  with fracture:0-weeks",
        "--condition  with recent-spinal-surgery",
    ]
    assert run("explain", "-g", "side", "-c", "fracture:6-weeks").code == 0


def test_who_agreed_is_said_and_printed(run: Run) -> None:
    asked = ("-g", "side", "-c", "fracture:3-weeks", "--cleared-by", "Dr Ruth O’Neil")
    said = run("make", *asked, "-o", "a.pdf")
    assert said.code == 0
    assert "Note: Dr Ruth O’Neil agreed to exercises with recent fracture." in flat(said.err)
    assert "Dr Ruth O’Neil" in printed("a.pdf")
    assert "Cleared by: Dr Ruth O’Neil" in run("explain", *asked).out
    values = explained(run, *asked)
    assert values["cleared_by"] == "Dr Ruth O’Neil"
    assert values["warnings"][0]["code"] == "cleared"


def test_an_override_needs_a_reason_and_is_never_silent(run: Run) -> None:
    asked = ("-g", "flexion", "-c", "glaucoma", "--include", "16")
    refused = run("make", *asked)
    assert (refused.code, refused.out) == (ExitCode.USAGE, "")
    assert "--because" in refused.err
    said = run("make", *asked, "--because", "she keeps her head up", "-o", "a.pdf")
    assert said.code == 0
    assert "“Thoracic decompression”, which glaucoma would leave out: she keeps her head up" in flat(said.err)
    values = explained(run, *asked, "--because", "she keeps her head up")
    assert values["because"] == "she keeps her head up"
    (overridden,) = [each for each in values["chosen"] if each["overridden"]]
    assert overridden["id"] == "standing-decompression"
    assert [ruling["action"] for ruling in overridden["rulings"]] == ["leave-out"]
    assert overridden["cautions"][1:] == [CONDITIONS["glaucoma"].rules["head-down"]]
    assert CONDITIONS["glaucoma"].rules["head-down"] in printed("a.pdf")


def test_a_goal_that_nothing_serves_safely_is_left_out_and_told(run: Run) -> None:
    # Without the exercises that lift in the middle of the range, nothing is left for extension.
    lifts = ",".join(
        str(each.number)
        for each in LIBRARY.exercises
        if each.goes_beyond_the_article and Goal.EXTENSION in each.serves
    )
    asked = ("-g", "extension", "-c", "painful-extension", "--exclude", lifts)
    values = explained(run, *asked)
    assert values["goals"] == ["extension"]
    assert values["goals_worked_on"] == ["flexion", "rotation"]
    (reason,) = values["goals_left_out"]
    assert (reason["goal"], reason["conditions"]) == ("extension", "painful-extension")
    assert flat(run("explain", *asked).out).startswith("Routine for flexion and rotation: ")
    said = run("make", *asked)
    assert said.code == 0
    assert said.out.splitlines()[0].endswith(": output/extension-2026-01-01.pdf")
    assert f"Note: {flat(reason['text'])}" in flat(said.err)


def test_conditions_that_leave_nothing_at_all(run: Run, folder: Path) -> None:
    said = run("make", "-g", "flexion", "-c", "osteoporosis", "--exclude", "22,28")
    assert (said.code, said.out) == (ExitCode.NOTHING_LEFT, "")
    assert said.err.startswith("--goal  no exercise is left for flexion")
    assert "osteoporosis" in said.err
    assert list(folder.iterdir()) == []


def test_sides_of_single_exercises(run: Run) -> None:
    values = explained(run, "-g", "side", "--side", "left", "--side", "8=right,14=both", "--minutes", "none")
    sides = {each["number"]: each["side"] for each in values["chosen"]}
    assert (sides[6], sides[8], sides[14]) == ("left", "right", "both")
    alone = explained(run, "-g", "side", "--side", "intercostal-stretch=left", "--minutes", "none")
    assert {each["number"] for each in alone["chosen"] if each["side"] == "left"} == {8}


def test_exercises_by_number_are_those_by_id(run: Run) -> None:
    by_number = run("explain", "-g", "flexion", "--include", "12", "--exclude", "17", "--json")
    by_id = run("explain", "-g", "flexion", "--include", "cat-stretch", "--exclude", "hanging", "--json")
    assert by_number.code == 0
    assert by_number == by_id


def test_levels_change_the_dose(run: Run) -> None:
    doses = {
        level: explained(run, "-g", "side", "--level", level, "--minutes", "none")["chosen"]
        for level in ("gentle", "standard", "full")
    }
    seconds = {level: sum(each["seconds"] for each in chosen) for level, chosen in doses.items()}
    assert seconds["gentle"] < seconds["standard"] < seconds["full"]
    older = explained(run, "-g", "side", "--level", "full", "--older-adult", "--minutes", "none")
    assert older["chosen"] != doses["full"]


def test_a_progressive_routine_tells_each_step(run: Run) -> None:
    asked = ("-g", "side", "--progress", "--weeks", "6")
    values = explained(run, *asked)
    text = flat(run("explain", *asked).out)
    stretches = [each for each in values["chosen"] if each["dose"]["manner"] == "hold"]
    assert stretches
    for each in stretches:
        assert [step["level"] for step in each["steps"]] == ["gentle", "standard", "full"]
        assert each["dose"] == each["steps"][0]["dose"]
        weeks = zip(("Weeks 1 to 2", "Weeks 3 to 4", "Weeks 5 to 6"), each["steps"], strict=True)
        assert " ".join(f"{which}: {step['dose_text']}" for which, step in weeks) in text
    assert {len(each["steps"]) for each in explained(run, "-g", "side")["chosen"]} == {0}


def test_the_pain_rule_prints_the_cut_offs_asked_for(run: Run) -> None:
    assert run("make", "-g", "side", "--pain-limits", "2,4", "-o", "a.pdf").code == 0
    assert run("make", "-g", "side", "-o", "usual.pdf").code == 0
    for limits, path in (
        ("0 to 2", "a.pdf"),
        ("3 to 4", "a.pdf"),
        ("0 to 3", "usual.pdf"),
        ("4 to 5", "usual.pdf"),
    ):
        assert limits in printed(path)
    assert "0 to 3" not in printed("a.pdf")


def test_the_command_that_a_booklet_prints_makes_it_again(run: Run, folder: Path) -> None:
    asked = (
        *("make", "-g", "flexion", "-c", "glaucoma", "-c", "fracture: 3 Weeks", "--cleared-by", "Dr Who"),
        *("--include", "16", "--because", "she keeps her head up", "--side", "left", "--side", "10=both"),
        *("--progress", "--older-adult", "--pain-limits", "2,4"),
    )
    again = (
        *("make", "-g", "flexion", "--include", "standing-decompression", "--condition", "fracture:3-weeks"),
        *("--condition", "glaucoma", "--cleared-by", "Dr Who", "--because", "she keeps her head up"),
        *("--side", "left,side-stretch-with-flexion=both", "--progress", "--older-adult"),
        *("--date", "2026-01-01", "--pain-limits", "2,4"),
    )
    assert run(*asked, "-o", "a.pdf").code == 0
    assert run(*again, "-o", "b.pdf").code == 0
    assert (folder / "a.pdf").read_bytes() == (folder / "b.pdf").read_bytes()
    for word in ("--condition fracture:3-weeks", "--cleared-by 'Dr Who'", "--pain-limits 2,4"):
        assert word in printed("a.pdf")

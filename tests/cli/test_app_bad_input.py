"""What a person reads after asking for something that cannot be: all of it, and no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.problems import ExitCode

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


OF_MINUTES = "give a number in that range, or none for no limit"


@pytest.mark.parametrize("command", ["make", "explain"])
@pytest.mark.parametrize(
    ("arguments", "problems"),
    [
        ([], ["--goal  no goal is given → give at least one of extension, flexion, rotation, side"]),
        (["-g", "rotatoin"], ["--goal  “rotatoin” is not one of the choices → did you mean rotation?"]),
        (["-g", "al"], ["--goal  “al” is not one of the choices → did you mean all?"]),
        (
            ["-g", "neck"],
            [
                (
                    "--goal  “neck” is not one of the choices → "
                    "choose from extension, flexion, rotation, side, all"
                )
            ],
        ),
        (
            ["-g", "side", "-g", "SIDE"],
            ["--goal  side is given 2 times → give each goal once, the most important first"],
        ),
        *(
            (
                ["-g", "side", "--minutes", minutes],
                [f"--minutes  must be a whole number from 1 to 120, got “{shown}” → {OF_MINUTES}"],
            )
            for minutes, shown in (
                ("0", "0"),
                ("121", "121"),
                ("-5", "-5"),
                ("1000000000", "1000000000"),
                ("abc", "abc"),
                ("1_5", "1_5"),
                ("7.5", "7.5"),
                ("", ""),
                ("9" * 10_000, "9" * 40 + "…"),
                ("\x1b[31m5", "\N{REPLACEMENT CHARACTER}[31m5"),
            )
        ),
        (
            ["-g", "side", "--max-exercises", "51"],
            [f"--max-exercises  must be a whole number from 1 to 50, got “51” → {OF_MINUTES}"],
        ),
        (
            ["-g", "side", "--weeks", "27", "--days-per-week", "8"],
            [
                "--days-per-week  must be a whole number from 1 to 7, got “8” → give a number in that range",
                "--weeks  must be a whole number from 1 to 26, got “27” → give a number in that range",
            ],
        ),
        (
            ["-g", "side", "--kit", "foamroller", "--no-kit", "matt"],
            [
                "--kit  “foamroller” is not one of the choices → did you mean foam-roller?",
                "--no-kit  “matt” is not one of the choices → did you mean mat?",
            ],
        ),
        (
            ["-g", "side", "--kit", "bar", "--no-kit", "bar"],
            ["--kit  bar is also given with --no-kit → remove it from one of the two"],
        ),
        (
            ["-g", "side", "--no-position", "siting-chair"],
            [
                (
                    "--no-position  “siting-chair” is not one of the choices → "
                    "did you mean sitting-chair or sitting-floor?"
                )
            ],
        ),
        (
            ["-g", "side", "--include", "cat-strech,qqqq"],
            [
                (
                    "--include  there is no exercise “cat-strech” → "
                    "did you mean cat-stretch or front-stretch or worktop-stretch?"
                ),
                "--include  there is no exercise “qqqq” → `thoracic list` lists every exercise",
            ],
        ),
        (
            ["-g", "side", "--include", "99", "--exclude", "0"],
            [
                "--include  there is no exercise “99” → `thoracic list` lists every exercise",
                "--exclude  there is no exercise “0” → `thoracic list` lists every exercise",
            ],
        ),
        (
            ["-g", "side", "--include", "hanging", "--exclude", "hanging"],
            ["--include  hanging is both included and excluded → remove it from one of the two"],
        ),
        (
            ["-g", "side", "--include", "hanging", "--no-kit", "bar"],
            [
                (
                    "--include  hanging needs bar, which is not at hand → "
                    "add bar to the kit, or do not include hanging"
                )
            ],
        ),
        (
            ["-g", "side", "--include", "hanging,cat-stretch", "--max-exercises", "1"],
            [
                (
                    "--include  2 exercises are included, more than the 1 allowed → "
                    "allow at least 2 with --max-exercises, or include fewer"
                )
            ],
        ),
        (
            ["-g", "side", "--side", "middle", "--level", "hard"],
            [
                "--side  “middle” is not one of the choices → choose from left, right, both",
                "--level  “hard” is not one of the choices → choose from gentle, standard, full",
            ],
        ),
        (
            ["-g", "side", "--side", "left,right", "--side", "8=left,8=both"],
            [
                "--side  the side of the routine is both left and right → give one of the two",
                "--side  intercostal-stretch is both left and both → give one of the two",
            ],
        ),
        (
            ["-g", "side", "--side", "cat-stretch=left,hangin=right,=left,8=up"],
            [
                "--side  cat-stretch is not done on one side → remove cat-stretch=left",
                "--side  there is no exercise “hangin” → did you mean hanging?",
                "--side  there is no exercise “” → `thoracic list` lists every exercise",
                "--side  “up” is not one of the choices → choose from left, right, both",
            ],
        ),
        *(
            (
                ["-g", "side", "--progress", "--level", level],
                [f"--progress  cannot be combined with --level {level} → remove one of the two"],
            )
            for level in ("gentle", "full")
        ),
        *(
            (
                ["-g", "side", "--pain-limits", limits],
                [
                    (
                        "--pain-limits  must be two whole numbers from 0 to 9, the lower first, got "
                        f"“{limits}” → write them like 3,5"
                    )
                ],
            )
            for limits in ("3", "3,3", "5,3", "3,10", "-1,5", "3,5,7", "3-5", "")
        ),
        (
            ["-g", "side", "-c", "brittle bones", "-c", "pregnancy:x,hernia:2-weeks"],
            [
                "--condition  there is no condition “brittle bones” → did you mean osteoporosis?",
                (
                    "--condition  the stage of pregnancy is a number of weeks from 0 to 200, got “x” → "
                    "write it like pregnancy:20-weeks"
                ),
                "--condition  hernia has no stages, got “2-weeks” → write just hernia",
            ],
        ),
        (
            ["-g", "side", "-c", "glaucoma", "--include", "16"],
            [
                (
                    "--include  standing-decompression is left out with glaucoma (head-down) → "
                    "give your reason with --because, or do not include standing-decompression"
                )
            ],
        ),
        (
            ["-g", "side", "--because", "x" * 201, "--cleared-by", "x" * 81],
            [
                "--cleared-by  is 81 characters long; at most 80 can be printed → shorten it",
                "--because  is 201 characters long; at most 200 can be printed → shorten it",
                (
                    "--because  there is nothing to override → "
                    "leave it out, or include what a condition leaves out"
                ),
            ],
        ),
        (
            ["-g", "side", "--because", "it helps", "--include", "hangin"],
            ["--include  there is no exercise “hangin” → did you mean hanging?"],
        ),
        *(
            (["-g", "side", "--date", day], [f"--date  “{day}” is not a day → {hint}"])
            for day, hint in (
                ("2026-02-30", "there is no such day in the calendar"),
                ("0000-01-01", "there is no such day in the calendar"),
                ("30.2.2026", "write year-month-day, such as 2026-03-31"),
                ("20260331", "write year-month-day, such as 2026-03-31"),
                ("٢٠٢٦-٠٣-٣١", "write year-month-day, such as 2026-03-31"),
                ("tomorrow", "write year-month-day, such as 2026-03-31"),
            )
        ),
        (
            ["-g", "side", "--date", "2026-03-02", "--review", "2026-03-01"],
            ["--review  2026-03-01 is before the booklet's date, 2026-03-02 → choose a later day"],
        ),
        (
            ["-g", "side", "--review", "2025-12-31"],
            ["--review  2025-12-31 is before the booklet's date, 2026-01-01 → choose a later day"],
        ),
        (
            ["-g", "side", "--language", "../en"],
            ["--language  there are no words in the language “../en” → choose from en"],
        ),
        (
            ["-g", "side", "--client", "x" * 10_000],
            ["--client  is 10,000 characters long; at most 80 can be printed → shorten it"],
        ),
        (
            ["-g", "side", "--clinic", "Rücken 😀", "--clinician", "山田"],
            [
                (
                    "--clinician  character 1 cannot be printed: “山” (U+5C71 CJK UNIFIED IDEOGRAPH-5C71) → "
                    "leave it out, or write it in Latin, Greek or Cyrillic letters"
                ),
                (
                    "--clinician  character 2 cannot be printed: “田” (U+7530 CJK UNIFIED IDEOGRAPH-7530) → "
                    "leave it out, or write it in Latin, Greek or Cyrillic letters"
                ),
                (
                    "--clinic  character 8 cannot be printed: “😀” (U+1F600 GRINNING FACE) → "
                    "leave it out, or write it in Latin, Greek or Cyrillic letters"
                ),
            ],
        ),
    ],
)
def test_each_problem_is_named_with_its_option_and_a_way_out(
    run: Run, folder: Path, command: str, arguments: list[str], problems: list[str]
) -> None:
    said = run(command, *arguments)
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert said.err.splitlines() == problems
    assert list(folder.iterdir()) == []


def test_everything_that_is_wrong_is_said_at_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    said = run(
        *("make", "-g", "sid", "--minutes", "0", "--max-exercises", "x", "--kit", "rope"),
        *("--position", "none", "--include", "towel", "--include", "hanging", "--exclude", "hanging"),
        *("--side", "up", "--level", "1", "-c", "bones", "-c", "fracture:soon", "--because", "y" * 201),
        *("--client", "😀", "--cleared-by", "😀", "--date", "today", "--review", "2026-02-30"),
        *("--days-per-week", "0", "--weeks", "0", "--pain-limits", "5,3", "--language", "klingon"),
        *("--paper", "a9", "-o", "-", "--open", "--json", "--summary", "-", "--clinician-sheet", "new/"),
    )
    assert said.code == ExitCode.USAGE
    assert [line.split("  ")[0] for line in said.err.splitlines()] == [
        # What cannot be read in the order of the help, then what does not go together.
        *("--goal", "--minutes", "--max-exercises", "--kit", "--position", "--include"),
        *("--condition", "--condition", "--cleared-by", "--because", "--side", "--level", "--client"),
        *("--date", "--review", "--days-per-week", "--weeks", "--pain-limits", "--language", "--paper"),
        *("--include", "SOURCE_DATE_EPOCH"),
        *("--clinician-sheet", "--summary -", "--output -", "--output -"),
    ]


@pytest.mark.parametrize("epoch", ["yesterday", "1.5", "9" * 30, "253402300800", "-" + "9" * 20])
def test_a_source_date_that_is_none(run: Run, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    for more in ([], ["--date", "2026-01-01"]):
        said = run("make", "-g", "side", *more)
        assert said.code == ExitCode.USAGE
        assert said.err == (
            f"SOURCE_DATE_EPOCH  “{epoch}” is not a number of seconds since 1970 → "
            "unset it, or set it to a whole number\n"
        )


@pytest.mark.parametrize("epoch", ["", "  "])
def test_an_empty_source_date_is_not_set(run: Run, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert run("make", "-g", "side", "-o", "a.pdf").code == 0


@pytest.mark.parametrize("digits", ["١٥", "१५", "15", " 15 ", "015"])
def test_figures_of_any_script_are_figures(run: Run, digits: str) -> None:
    assert run("explain", "-g", "side", "--minutes", digits) == run("explain", "-g", "side")


@pytest.mark.parametrize("output", ["new/", "a.pdf/"])
def test_a_folder_as_output(run: Run, folder: Path, output: str) -> None:
    said = run("make", "-g", "side", "-o", output)
    assert said.code == ExitCode.USAGE
    assert said.err == f"--output  names a folder → name a file, such as {output}routine.pdf\n"
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("command", ["make", "explain"])
def test_nothing_left_says_what_would_help(run: Run, folder: Path, command: str) -> None:
    said = run(command, "-g", "rotation", "--minutes", "1", "--position", "standing")
    assert (said.code, said.out) == (ExitCode.NOTHING_LEFT, "")
    assert said.err.splitlines() == [
        "--goal  no exercise is left for rotation",
        "--minutes  left out: crossed-arm-turn, standing-turn-reach → allow at least 2 minutes",
        "--position  left out: rib-breathing → allow the position sitting-chair",
    ]
    said = run(command, "-g", "extension", "--position", "squatting")
    assert said.code == ExitCode.NOTHING_LEFT
    helps = said.err.splitlines()[1:]
    assert helps
    assert all(line.startswith("--position  left out: ") for line in helps)
    assert all("→ allow the position " in line for line in helps)
    assert list(folder.iterdir()) == []


def test_without_its_best_positions_a_goal_is_prepared_for_and_that_is_said(run: Run) -> None:
    only_on_the_floor = [f"--position={each}" for each in ("face-down", "on-side")]
    said = run("make", "-g", "extension", *only_on_the_floor, "--exclude", "25,34", "--no-kit", "foam-roller")
    assert said.code == 0
    notes = " ".join(said.err.split())
    assert "Note: Only releases prepare for extension" in notes
    assert " would do, but it is done like this: " in notes

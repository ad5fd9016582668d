from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

from generator.problems import UsageError
from generator.workflows.targets import check_targets, default_target, target_problems


@pytest.mark.parametrize(
    ("client", "name"),
    [
        ("", "rotation-side"),
        ("Ann Lee", "ann-lee"),
        ("../../etc/passwd", "etc-passwd"),
        ('C:\\con|*?"<>', "c-con"),
        ("Ольга", "ольга"),
        ("-x.", "x"),
        ("!!!", "rotation-side"),
        ("ab " * 26, "-".join(["ab"] * 20)),
    ],
)
def test_the_name_of_a_file_is_safe_anywhere(client: str, name: str) -> None:
    target = default_target(client, ["rotation", "side"], dt.date(2026, 1, 1))
    assert target == Path("output") / f"{name}-2026-01-01.pdf"


def test_a_pdf_is_not_put_onto_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert target_problems({"output": "-"}) == []
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    (problem,) = target_problems({"output": "-"})
    assert "to the terminal" in problem.message
    assert target_problems({"output": "a.pdf", "open": True, "json": True}) == []


def test_a_link_to_another_of_the_files_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to("a.pdf")
    with pytest.raises(UsageError, match="names the same file as --output"):
        check_targets(
            {"--output": str(tmp_path / "a.pdf"), "--summary": str(tmp_path / "link.pdf")}, force=True
        )


def test_an_empty_name_is_not_given() -> None:
    assert (
        target_problems({"output": "", "clinician_sheet": "", "summary": "", "open": True, "json": True})
        == []
    )

"""README.md and CONTRIBUTING.md hold: what they tell people to type works, and what they name exists.

Commands are found in shell blocks, tables and running text. A word in capitals or angle brackets stands for
what the reader fills in.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import itertools
import re
import shlex
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.figure.checks import contacts
from generator.problems import ExitCode
from generator.request.declaration import keys_of
from generator.request.keys import Files, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

ROOT = Path(__file__).parent.parent
PAGES = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md")}
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

FILLED = {"ID": "osteoporosis", "<id>": "osteoporosis"}

# What is not run here, and why.
NOT_RUN = {
    "thoracic --install-completion",  # changes the shell's own files
    ". .venv/bin/activate",  # for the reader's shell
    "pip install dist/thoracic_routines-*.whl",  # tests/test_wheel.py installs the wheel
    "python -m generator.figure.body.prepare_body",  # needs the wheel that holds the base mesh
}
# Commands that are named without what they need.
NAMED = {"thoracic make", "thoracic explain"}
# Options that belong to other programs.
FOREIGN_OPTIONS = {"--check"}
# Paths that stand for the reader's own files.
EXAMPLE_PATHS = {"pictures/start.jpg"}

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[tuple[str, str]]:
    """The page and text of every block in this language."""
    return [
        (page, block)
        for page, text in PAGES.items()
        for found, block in BLOCK.findall(text)
        if found == language
    ]


def spans() -> Iterator[str]:
    """Every piece of code in running text and tables, on one line."""
    for text in PAGES.values():
        for span in re.findall(r"`([^`]+)`", BLOCK.sub("", text)):
            yield " ".join(span.split())


def typed() -> list[str]:
    """Every command that a reader might type, once, without the folder of the environment."""
    lines = [line for _, block in blocks("sh") for line in block.splitlines() if line.strip()]
    commands = [shlex.join(shlex.split(line, comments=True)) for line in lines]
    starts = ("thoracic", "make", "pip", "python", ".")
    commands += [span for span in spans() if " " in span and span.split()[0] in starts]
    return list(dict.fromkeys(command.removeprefix(".venv/bin/") for command in commands))


COMMANDS = typed()

# What stands in the first column of a table of options.
OPTIONS = re.findall(r"^\| `(-.*?)` \| \D", PAGES["README.md"], re.MULTILINE)


def words_of(command: str) -> list[str]:
    return [FILLED.get(word, word) for word in shlex.split(command)]


@pytest.fixture
def checkout(folder: Path) -> Path:
    """The test's folder with the data of the checkout in it, as a reader has them."""
    (folder / "data").symlink_to(ROOT / "data")
    return folder


def test_every_command_is_run_checked_or_listed() -> None:
    known = ("thoracic ", "make ", "python -m ")
    assert [each for each in COMMANDS if not each.startswith(known) and each not in NOT_RUN] == []
    assert set(COMMANDS) >= NOT_RUN


@pytest.mark.parametrize(
    "command", [each for each in COMMANDS if each.startswith("thoracic ") and each not in NOT_RUN]
)
def test_a_command_of_the_program_works(command: str, run: Run, checkout: Path) -> None:
    _, *arguments = words_of(command)
    outcome = run(*arguments, *(["--help"] if command in NAMED else []))
    assert outcome.code == ExitCode.DONE, outcome.err
    assert outcome.out
    for option, name in itertools.pairwise(arguments):
        if option in ("-o", "--clinician-sheet", "--summary"):
            assert (checkout / name).stat().st_size


@pytest.mark.parametrize("command", [each for each in COMMANDS if each.startswith("make ")])
def test_a_target_of_make_is_there_with_its_variables(command: str, run: Run) -> None:
    _, target, *settings = shlex.split(command)
    assert re.search(rf"^{target}:.* ## ", MAKEFILE, re.MULTILINE)
    values = dict(each.split("=", 1) for each in settings)
    for name in values:
        assert re.search(rf"^{name} \?=", MAKEFILE, re.MULTILINE)
    if target == "booklet":
        goals = re.search(r"^GOALS \?= (.*)$", MAKEFILE, re.MULTILINE)
        assert goals
        arguments = f"{values.get('GOALS', goals[1])} --force {values.get('ARGS', '')}"
        assert run("make", *shlex.split(arguments)).code == ExitCode.DONE


@pytest.mark.parametrize("command", [each for each in COMMANDS if each.startswith("python -m ")])
def test_a_module_that_is_run_is_there(command: str) -> None:
    module = command.split()[2]
    found = importlib.util.find_spec(module)
    assert found
    assert found.submodule_search_locations is None or importlib.util.find_spec(f"{module}.__main__")


@pytest.mark.parametrize("options", OPTIONS)
def test_options_of_a_table_can_be_given(options: str, run: Run) -> None:
    words = [
        {"NAME": "Dr. Example", "…": "shown and practised"}.get(word, word) for word in shlex.split(options)
    ]
    # Some need a booklet to fold, cards, or a condition that leaves something out.
    company = ((), ("--fold",), ("--layout", "cards"), ("-c", "osteoporosis"))
    outcomes = (run("make", "-g", "extension", "--force", *words, *others) for others in company)
    assert any(outcome.code == ExitCode.DONE for outcome in outcomes)


def test_every_option_that_is_named_exists(run: Run) -> None:
    option = re.compile(r"(?<![\w-])--[a-z][a-z-]*[a-z](?![\w-])")
    commands = re.findall(r"^  ([a-z-]+)  ", run("--help").out.partition("Commands:")[2], re.MULTILINE)
    known = set(option.findall("".join(run(*command, "--help").out for command in ((), *zip(commands)))))
    known |= {each.option_off for model in (Request, Files) for each in keys_of(model).values()}
    named = set(option.findall("\n".join(PAGES.values())))
    assert len(named) > 30
    assert named - known == FOREIGN_OPTIONS


@pytest.mark.parametrize(("page", "code"), blocks("python"))
def test_python_works_and_prints_what_is_shown(page: str, code: str, folder: Path) -> None:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, page, "exec"), {})
    assert printed.getvalue()
    shown = re.match(r"```\n\n```text\n(.*?)```", PAGES[page].partition(code)[2], re.DOTALL)
    assert not shown or printed.getvalue() == shown[1]
    for name in re.findall(r'Files\(output="(.*?)"\)', code):
        assert (folder / name).read_bytes().startswith(b"%PDF")


def test_a_request_has_the_fields_that_are_named() -> None:
    section = PAGES["README.md"].partition("A `Request` has a field")[2].partition("\n\n")[0]
    named = set(re.findall(r"`([a-z_]+)`", section))
    assert {"goals", "days_per_week", "date"} <= named <= keys_of(Request).keys()


def test_code_that_is_quoted_is_the_code() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "generator").rglob("*.py")]
    for _, code in blocks("py"):
        assert any(indent(code, "    ") in source for source in sources), code


def test_the_pose_of_the_worked_example_is_the_pose() -> None:
    ((_, example),) = blocks("yaml")
    pose = (ROOT / "data/poses/cat-stretch.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(example) == yaml.safe_load(pose)


def test_every_path_that_is_named_exists() -> None:
    endings = r"\.(?:py|yaml|md|toml|txt|svg|png|jpg)"
    for span in spans():
        if span in EXAMPLE_PATHS or not re.fullmatch(rf"[\w.<>/-]+(?:/|/[\w.<>-]+{endings})", span):
            continue
        pattern = re.sub(r"<\w+>", "*", span.removeprefix("./"))
        assert any(ROOT.glob(pattern)) or any((ROOT / "generator").glob(pattern)), span


def test_every_link_leads_somewhere() -> None:
    for text in PAGES.values():
        headings = re.findall(r"^#+ (.*)$", BLOCK.sub("", text), re.MULTILINE)
        anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
        for target in re.findall(r"\]\(([^)]+)\)", text):
            if target.startswith("#"):
                assert target[1:] in anchors
            elif not target.startswith("https:"):
                assert (ROOT / target).exists()


def test_every_room_is_on_the_map() -> None:
    rooms = {path.parent for path in (ROOT / "generator").rglob("__init__.py")} - {ROOT / "generator"}
    for room in rooms:
        assert f"`{room.relative_to(ROOT).as_posix()}/`" in PAGES["CONTRIBUTING.md"]


def test_every_exit_code_is_explained() -> None:
    section = PAGES["README.md"].partition("### Exit codes")[2].partition("###")[0]
    assert [int(code) for code in re.findall(r"^\| (\d) \|", section, re.MULTILINE)] == sorted(ExitCode)


def test_the_default_values_are_the_ones_that_are_said() -> None:
    keys = keys_of(Request)
    assert f"`--minutes`, {keys['minutes'].default} by default" in PAGES["README.md"]
    assert f"`--paper-thickness {keys['paper_thickness'].default}`" in PAGES["README.md"]


def test_the_limits_of_the_checks_are_the_ones_that_are_said() -> None:
    text = " ".join(PAGES["CONTRIBUTING.md"].split())
    for limit, rest in (
        (contacts.INTO_FLOOR, "inside the floor"),
        (contacts.INTO_PROP, "inside a prop"),
        (contacts.FLOATING, "above its support"),
        (contacts.OFF_TARGET, "of where they were sent"),
        (contacts.OFF_GRIP, "of what they grip"),
    ):
        assert f"{1000 * limit:.0f} mm {rest}" in text
    assert f"every other at most {1000 * contacts.FLOATING_PART:.0f} mm" in text


INK = re.findall(
    r"^\| (`--.*?`|no option) \| (\d+)[^|]*\| (\d+) \| (\d\.\d\d) \|$", PAGES["README.md"], re.MULTILINE
)


@pytest.mark.parametrize(("option", "pages", "sheets", "ink"), INK)
def test_a_layout_takes_the_paper_and_ink_that_is_said(
    option: str, pages: str, sheets: str, ink: str, run: Run
) -> None:
    options = () if option == "no option" else tuple(option.strip("`").split())
    values = yaml.safe_load(run("make", "-g", "extension", "-g", "rotation", *options, "--json").out)
    assert (values["pages"], values["sheets"]) == (int(pages), int(sheets))
    assert values["ink"]["full_pages"] == pytest.approx(float(ink), abs=0.01)


def test_all_of_the_ink_is_looked_at() -> None:
    assert len(INK) == 6

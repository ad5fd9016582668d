"""A small valid library in a temporary folder, for tests to damage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.library import loading
from generator.problems import BadDataError

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

    from generator.library.model import Library

FILES = {
    "exercises/arch.yaml": """\
id: arch
number: 1
kind: stretch
serves: {extension: 5, side: 2}
positions: [standing, sitting-chair]
kit:
  needed: [door-frame]
  optional: []
muscles: [upper-back]
demands: [arms-overhead]
dose:
  manner: hold
  seconds: {least: 20, most: 30}
sides: none
source: {id: handbook, reference: page 4}
""",
    "exercises/press.yaml": """\
id: press
number: 3
kind: release
serves: {rotation: 1}
positions: [on-back]
kit: {needed: [massage-ball], optional: [mat]}
muscles: [rhomboids]
demands: [pressure-on-muscle]
dose: {manner: breathe, breaths: 4}
sides: each
pictures: {side: right}
source: {id: handbook, reference: page 9}
""",
    "exercises/turn.yaml": """\
id: turn
number: 2
kind: mobilisation
serves: {rotation: 4, flexion: 3}
positions: [four-point-kneel]
kit: {needed: [], optional: []}
muscles: []
demands: []
dose: {manner: hold-and-repeat, seconds: 10, times: 5, sets: 2}
sides: each
pictures: {side: left}
source: {id: article, reference: "12"}
""",
    "sources.yaml": """\
handbook: {title: A handbook, kind: book}
article: {title: An article, kind: article}
study: {title: A study, kind: trial, where: "10.1000/182"}
""",
    "kit.yaml": """\
- door-frame
- chair
- massage-ball
- mat
""",
    "muscles.yaml": """\
- upper-back
- rhomboids
""",
    "precautions.yaml": """\
sore-shoulder:
  weeks: true
  rules:
    - id: reach
      action: adapt
      demands: [arms-overhead, hanging-by-the-arms]
      from-week: 2
      until-week: 6
      dose: gentle
      basis: indirect
      source: study
    - id: doctor
      action: refer
      until-week: 2
      basis: convention
      source: handbook
stiff-back:
  stages: [early, late]
  rules:
    - id: ball
      action: leave-out
      demands: [pressure-on-muscle]
      stages: [late]
      basis: trial
      source: study
  favours: {muscles: [upper-back], goals: [side], basis: article, source: study}
  instead: {extension: [flexion, rotation]}
no-frame:
  impossible:
    positions: [on-back]
    kit: [door-frame]
""",
    "words/en/conditions.yaml": """\
stiff-back:
  name: stiff back
  synonyms: [back that is stiff, rigid spine]
  client: Your back is stiff.
  rules:
    ball: Leave the ball out.
sore-shoulder:
  name: sore shoulder
  synonyms: []
  client: Your shoulder is sore.
  clinician: Ask which one.
  rules:
    reach: Reach less high.
no-frame:
  name: no door frame
  synonyms: [open plan]
  client: You have no door frame.
""",
    "words/en/glossary.yaml": """\
stretch: {term: Stretch, meaning: A slow pull.}
rib: {term: Rib, meaning: A bone of the chest.}
""",
    "words/en/labels.yaml": """\
cover:
  title: "Your routine, {client}"
goal:
  side: Side bending
flare:
  steps:
    - Stop.
    - Rest for {days}.
count:
  day: {one: 1 day, other: "{count} days"}
""",
    "words/en/exercises/arch.yaml": """\
id: arch
name: Arch
purpose: Opens the chest.
steps:
  - Stand tall.
  - Lean back.
frames:
  start: {caption: Stand tall., alt: A man stands.}
  way: {caption: Reach up., alt: A man reaches up.}
  end: {caption: Lean back., alt: A man leans back.}
feel: In the chest.
caution: Do not force it.
easier: Lean less.
harder: Lean more.
mistake: Holding the breath.
breathing: Breathe out slowly.
terms: [rib]
""",
}
FILES["words/en/exercises/press.yaml"] = """\
id: press
name: Press
purpose: >
  Lets the muscles
  go.
steps: [Lie down.]
frames:
  start: {caption: Lie down., alt: A woman lies down.}
  end: {caption: Wait., alt: A woman waits.}
feel: Beside the spine.
caution: Stay off the bone.
easier: Use a soft ball.
harder: Use a hard ball.
mistake: Rushing.
breathing: Breathe slowly.
terms: []
sides:
  left: Lie on the left.
  right: Lie on the right.
"""
FILES["words/en/exercises/turn.yaml"] = (
    FILES["words/en/exercises/press.yaml"].replace("press", "turn").replace("Press", "Turn")
)


# What the labels of every language are held to.
ENGLISH_LABELS = """\
cover: {title: "Routine of {client}, {clinic}"}
goal: {side: Side bending}
flare: {steps: ["Rest for {days}."]}
count: {day: {one: 1 day, other: "{count} days"}}
"""


def mistakes(name: str) -> list[ParameterSet]:
    """Mistakes that authors of a library are likely to make, and one module finds: `mistakes/<name>.txt`.

    Each block holds what is wrong (`#`), in which file (`@`), the lines of the small library that are taken
    out (`-`) and put in their place (`+`), and all that the program says.
    """
    text = (Path(__file__).with_name("mistakes") / f"{name}.txt").read_text(encoding="utf-8")
    return [pytest.param(block, id=_marked(block, "#").strip()) for block in text.split("\n\n")]


def _marked(block: str, mark: str) -> str:
    return "".join(line[2:] + "\n" for line in block.splitlines() if line.startswith(f"{mark} "))


class SmallLibrary:
    """The files of a library, and what loading them says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.restore()

    def restore(self) -> None:
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def load(self, language: str = "en") -> Library:
        return loading.load_library(self.folder, language)

    def complaints(self, language: str = "en") -> list[str]:
        """The lines that a user would read."""
        with pytest.raises(BadDataError) as caught:
            self.load(language)
        assert str(caught.value).splitlines() == [str(problem) for problem in caught.value.problems]
        return str(caught.value).splitlines()

    def assert_shown(self, mistake: str) -> None:
        """Makes one of the `mistakes`; the author must read exactly the lines that are due."""
        self.replace(_marked(mistake, "@").strip(), _marked(mistake, "-"), _marked(mistake, "+"))
        due = [line for line in mistake.splitlines() if line[0] not in "#@-+"]
        assert self.complaints() == due


@pytest.fixture
def english_labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "english.yaml"
    path.write_text(ENGLISH_LABELS, encoding="utf-8")
    monkeypatch.setattr(loading, "ENGLISH_LABELS", path)
    return path


@pytest.fixture
def small(english_labels: Path) -> SmallLibrary:
    return SmallLibrary(english_labels.with_name("library"))

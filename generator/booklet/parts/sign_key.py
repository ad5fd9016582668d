"""What the signs beside the pictures mean: those that a booklet uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.blocks.containers import Columns, Stack
from generator.booklet.blocks.pictures import frames_of
from generator.booklet.blocks.sign_drawings import sign_shapes, sign_width
from generator.booklet.blocks.text import Paragraph, heading
from generator.booklet.model import ListNumbering, Role, TextMeasure
from generator.booklet.signs import SignKind, signs_used

if TYPE_CHECKING:
    from generator.booklet.blocks.containers import Block
    from generator.booklet.content import Content
    from generator.booklet.model import Pictures
    from generator.booklet.style import Look, TextStyle
    from generator.booklet.surface import Surface

_SIGN = 1.4  # the height of a sign, times the size of the text
_INDENT = 2.2  # of the texts, the same: the widest sign and a gap
_GAP = 0.25  # between two, the same
_TWO_COLUMNS = 33.0  # times the size of the text: room for two columns


class _Meanings(NamedTuple):
    """A list of signs, each with its meaning beside it."""

    pairs: tuple[tuple[SignKind, str], ...]
    style: TextStyle

    @property
    def label(self) -> str:
        """The first meaning."""
        return self.pairs[0][1]

    def _heights(self, measure: TextMeasure, width: float) -> list[float]:
        style = self.style
        room = width - _INDENT * style.size
        least = _SIGN * style.size
        return [max(Paragraph(text, style).height(measure, room), least) for _, text in self.pairs]

    def height(self, measure: TextMeasure, width: float) -> float:
        """All lines and the gaps between them."""
        return sum(self._heights(measure, width)) + _GAP * self.style.size * (len(self.pairs) - 1)

    def place(self, surface: Surface, parent: int, left: float, top: float, width: float) -> None:
        """The sign in the middle before its meaning; an artifact, as it is wherever it stands."""
        style, size = self.style, _SIGN * self.style.size
        indent = _INDENT * style.size
        widest = max(sign_width(kind, size) for kind in SignKind)
        whole = surface.element(Role.LIST, parent, numbering=ListNumbering.NONE)
        for (kind, text), height in zip(self.pairs, self._heights(surface.measure, width), strict=True):
            start = left + (widest - sign_width(kind, size)) / 2
            surface.mark(None, *sign_shapes(kind, start, top + (height - size) / 2, size))
            body = surface.element(Role.LIST_BODY, surface.element(Role.LIST_ITEM, whole))
            lines = surface.measure.wrap(text, style.face, style.size, width - indent)
            above = (height - len(lines) * style.leading) / 2
            surface.lines(body, lines, left + indent, top + above, style)
            top += height + _GAP * style.size


def sign_key(content: Content, pictures: Pictures, look: Look, width: float) -> Block | None:
    """A heading, and each sign with its meaning, in two columns where the width allows.

    Returns None where no exercise has pictures, at which signs stand.
    """
    wording, routine = content.wording, content.routine
    with_pictures = [chosen for chosen in routine.chosen if frames_of(wording.exercise(chosen), pictures)]
    kinds = signs_used(with_pictures, content.details.weeks, wording)
    if not kinds:
        return None
    pairs = tuple((kind, wording.label(f"signs.{kind}")) for kind in kinds)
    title = heading(wording.label("signs.title"), look.subheading)
    half = -(-len(pairs) // 2)
    if len(pairs) == 1 or width < _TWO_COLUMNS * look.body.size:
        return Stack((title, _Meanings(pairs, look.body)), look.gap_small)
    columns = tuple(_Meanings(part, look.body) for part in (pairs[:half], pairs[half:]))
    return Stack((title, Columns(columns, (1, 1), look.gap_large)), look.gap_small)

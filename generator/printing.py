"""How a booklet is put on paper: its layout, its pages, its folding, and which of these go together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from generator.booklet.imposition import Duplex, Flip, FoldOptions
from generator.booklet.layouts.registry import Layout
from generator.booklet.style import Paper

if TYPE_CHECKING:
    from generator.command import Request
    from generator.reading import Reader


class _Answer(StrEnum):
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Printing:
    """How a booklet is put on paper.

    Attributes:
        paper: that goes into the printer.
        layout: what is made.
        large_print: 18 points and more.
        ink_saver: black only.
        has_fields: whether boxes can be ticked on a screen; never in a folded booklet, which is for paper.
        is_archive: whether the file keeps PDF/A-2a as well.
        fold: how the booklet is folded; None where it is not.
        flip: of cards, the edge of the upright paper round which a sheet is turned for its back.
        borderless: whether the printer reaches the edges of the paper.
    """

    paper: Paper = Paper.A4
    layout: Layout = Layout.PAGES
    large_print: bool = False
    ink_saver: bool = False
    has_fields: bool = True
    is_archive: bool = False
    fold: FoldOptions | None = None
    flip: Flip = Flip.LONG
    borderless: bool = False

    @property
    def page(self) -> Paper:
        """The pages of the booklet: the paper, or half of it where it is folded."""
        return self.paper.half if self.fold else self.paper


# By option, the part of `FoldOptions` that means something in a folded booklet only.
_OF_FOLDING = {
    "duplex": "duplex",
    "offset-front": "offset_front",
    "offset-back": "offset_back",
    "paper-thickness": "paper_thickness",
    "binding-margin": "binding_margin",
    "no-fold-marks": "fold_ticks",
}


def read_printing(reader: Reader, request: Request) -> Printing:
    """How the booklet is to be printed; the reader keeps what is wrong, or does not go together."""
    paper = reader.choice("paper", request.paper, Paper) or Paper.A4
    known = reader.choice("layout", request.layout, Layout)
    layout = known or Layout.PAGES
    borderless = reader.choice("borderless", request.borderless, _Answer) is _Answer.YES
    usual = FoldOptions()
    fold = replace(
        read_fold_options(reader, request.flip, request.duplex, request.offset_front, request.offset_back),
        paper_thickness=reader.millimetres("paper-thickness", request.paper_thickness, usual.paper_thickness),
        binding_margin=reader.millimetres("binding-margin", request.binding_margin, usual.binding_margin),
        fold_ticks=not request.no_fold_marks,
        staple_marks=not request.no_fold_marks,
        borderless=borderless,
    )
    if request.fold:
        _refuse_with_fold(reader, layout, large_print=request.large_print)
    else:
        # What cannot be read might have been cards.
        _refuse_without_fold(reader, request, known or Layout.CARDS, fold)
        _refuse_on_half_a_sheet(reader, paper, layout, large_print=request.large_print)
    return Printing(
        paper=paper.sheet if request.fold else paper,
        layout=layout,
        large_print=request.large_print,
        ink_saver=request.ink_saver,
        has_fields=not (request.no_fields or request.fold),
        is_archive=request.archive,
        fold=fold if request.fold else None,
        flip=fold.flip if request.flip and layout.traits.has_backs else Flip.LONG,
        borderless=borderless,
    )


def read_fold_options(
    reader: Reader, flip: str, duplex: str, offset_front: str, offset_back: str
) -> FoldOptions:
    """How sheets are turned, by whom, and how far each side is moved; an empty flip is the usual one."""
    return FoldOptions(
        flip=(reader.choice("flip", flip, Flip) if flip else None) or Flip.SHORT,
        duplex=reader.choice("duplex", duplex, Duplex) or Duplex.AUTO,
        offset_front=reader.offset("offset-front", offset_front),
        offset_back=reader.offset("offset-back", offset_back),
    )


def _refuse_with_fold(reader: Reader, layout: Layout, *, large_print: bool) -> None:
    if not layout.traits.can_be_folded:
        message = f"cannot be combined with --layout {layout}"
        reader.refuse("fold", message, "leave one of the two out")
    if large_print:
        message = "cannot be combined with --fold, whose pages are too small for 18 points"
        reader.refuse("large-print", message, "leave one of the two out")


def _refuse_on_half_a_sheet(reader: Reader, paper: Paper, layout: Layout, *, large_print: bool) -> None:
    if not paper.is_half:
        return
    hint = f"take --paper {paper.sheet}"
    if large_print:
        message = f"cannot be combined with --paper {paper}, which is too small for 18 points"
        reader.refuse("large-print", message, hint)
    if paper not in layout.traits.papers:
        message = f"{layout} cannot be combined with --paper {paper}, which is too small"
        reader.refuse("layout", message, hint)


def _refuse_without_fold(reader: Reader, request: Request, layout: Layout, fold: FoldOptions) -> None:
    """Say of each option that would do nothing where nothing is folded."""
    usual = FoldOptions()
    for option, name in _OF_FOLDING.items():
        if getattr(fold, name) != getattr(usual, name):
            reader.refuse(option, "means something with --fold only", "add --fold, or leave it out")
    if not layout.traits.has_backs:
        others = "".join(f" or --layout {other}" for other in Layout if other.traits.has_backs)
        of_both = (("flip", bool(request.flip)), ("borderless", fold.borderless))
        for option in [option for option, is_given in of_both if is_given]:
            message = f"means something with --fold{others} only"
            reader.refuse(option, message, "add one of them, or leave it out")


def as_typed(printing: Printing) -> dict[str, Any]:
    """The options that come to this printing, by the name of their part of a request."""
    fold, usual = printing.fold or FoldOptions(), FoldOptions()
    flip = usual.flip if printing.fold else Flip.LONG
    chosen = fold.flip if printing.fold else printing.flip
    return {
        "layout": str(printing.layout),
        "paper": str(printing.paper),
        "large_print": printing.large_print,
        "ink_saver": printing.ink_saver,
        "no_fields": not (printing.has_fields or printing.fold),
        "archive": printing.is_archive,
        "fold": printing.fold is not None,
        "flip": "" if chosen is flip else str(chosen),
        "duplex": str(fold.duplex),
        "offset_front": _pair(fold.offset_front),
        "offset_back": _pair(fold.offset_back),
        "paper_thickness": f"{fold.paper_thickness:g}",
        "binding_margin": f"{fold.binding_margin:g}",
        "no_fold_marks": not fold.fold_ticks,
        "borderless": str(_Answer.YES if printing.borderless else _Answer.NO),
    }


def _pair(offset: tuple[float, float]) -> str:
    return f"{offset[0]:g},{offset[1]:g}"

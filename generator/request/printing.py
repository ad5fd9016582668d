"""How a booklet is put on paper: its layout, its pages, its folding, and which of these go together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.choices import Flip, FoldOptions, Layout, Paper
from generator.booklet.layouts.registry import traits_of
from generator.request.declaration import keys_of
from generator.request.keys import Request
from generator.request.values import Answer

if TYPE_CHECKING:
    from generator.request.reading import Reader


class Printing(NamedTuple):
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


# Keys that only matter for a folded booklet.
_OF_FOLDING = ("duplex", "offset_front", "offset_back", "paper_thickness", "binding_margin", "fold_marks")


def printing_of(request: Request, reader: Reader) -> Printing:
    """How the booklet is to be printed; the reader collects what cannot be combined."""
    paper, layout = request.paper, request.layout
    if request.fold:
        _refuse_with_fold(reader, request)
    else:
        _refuse_without_fold(reader, request)
        _refuse_on_half_a_sheet(reader, request)
    return Printing(
        paper=paper.sheet if request.fold else paper,
        layout=layout,
        large_print=request.large_print,
        ink_saver=request.ink_saver,
        has_fields=request.fields and not request.fold,
        is_archive=request.archive,
        fold=fold_options_of(request) if request.fold else None,
        flip=request.flip if request.flip and traits_of(layout).has_backs else Flip.LONG,
        borderless=request.borderless is Answer.YES,
    )


def fold_options_of(request: Request) -> FoldOptions:
    """How sheets are turned, by whom, how far each side is moved, and what is drawn on the fold."""
    return FoldOptions(
        flip=request.flip or Flip.SHORT,
        duplex=request.duplex,
        offset_front=request.offset_front,
        offset_back=request.offset_back,
        paper_thickness=request.paper_thickness,
        binding_margin=request.binding_margin,
        fold_ticks=request.fold_marks,
        staple_marks=request.fold_marks,
        borderless=request.borderless is Answer.YES,
    )


def as_plain(request: Request, printing: Printing) -> Request:
    """The shortest request with the same printing."""
    usual = FoldOptions().flip if printing.fold else Flip.LONG
    flip = printing.fold.flip if printing.fold else printing.flip
    return replace(
        request,
        paper=printing.paper,
        fields=request.fields or request.fold,
        flip=None if flip is usual else flip,
    )


def _refuse_with_fold(reader: Reader, request: Request) -> None:
    keys = keys_of(Request)
    if not traits_of(request.layout).can_be_folded:
        message = f"cannot be combined with --layout {request.layout}"
        reader.refuse(keys["fold"], message, "remove one of the two")
    if request.large_print:
        message = "cannot be combined with --fold, whose pages are too small for 18 points"
        reader.refuse(keys["large_print"], message, "remove one of the two")


def _refuse_on_half_a_sheet(reader: Reader, request: Request) -> None:
    keys, paper = keys_of(Request), request.paper
    if not paper.is_half:
        return
    hint = f"use --paper {paper.sheet}"
    if request.large_print:
        message = f"cannot be combined with --paper {paper}, which is too small for 18 points"
        reader.refuse(keys["large_print"], message, hint)
    if paper not in traits_of(request.layout).papers:
        message = f"{request.layout} cannot be combined with --paper {paper}, which is too small"
        reader.refuse(keys["layout"], message, hint)


def _refuse_without_fold(reader: Reader, request: Request) -> None:
    """Refuse each option that has no effect unless something is folded."""
    keys = keys_of(Request)
    for name in _OF_FOLDING:
        if getattr(request, name) != keys[name].default:
            reader.refuse(keys[name], "only works with --fold", "add --fold, or remove this option")
    # What cannot be read might have been cards.
    if not traits_of(request.layout).has_backs and "layout" not in reader.unread:
        others = "".join(f" or --layout {other}" for other in Layout if traits_of(other).has_backs)
        given = (("flip", request.flip is not None), ("borderless", request.borderless is Answer.YES))
        for name in [name for name, is_given in given if is_given]:
            message = f"only works with --fold{others}"
            reader.refuse(keys[name], message, "add one of them, or remove this option")

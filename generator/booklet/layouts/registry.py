"""All layouts: how each is laid out, what it can be combined with, and what whoever prints should know.

A layout is added by its name in `generator.booklet.choices`, its traits here, and a label `printing.<name>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from generator.booklet.choices import Layout, Paper
from generator.booklet.style import HALF_PAGE, LARGE_PRINT, look_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.booklet.choices import Flip
    from generator.booklet.content import Content
    from generator.booklet.model import Booklet
    from generator.booklet.page_setup import PageSetup
    from generator.booklet.style import Look


class _LookFor(Protocol):
    def __call__(self, paper: Paper, *, large_print: bool) -> Look: ...


def _no_warnings(content: Content) -> tuple[str, ...]:  # noqa: ARG001 - the same for any content
    return ()


@dataclass(frozen=True, slots=True)
class Traits:
    """What sets a layout apart from others.

    Attributes:
        lay_out: makes the booklet; raises `DoesNotFitError` where a text is too large for its room.
        papers: that it can be printed on.
        can_be_folded: whether its pages make a folded booklet.
        has_backs: whether its sheets are printed on both sides so that each back matches its front.
        look_for: the look for a paper, and for large print or not.
        warnings: what the clinician should know about this content in this layout, a paragraph each.
    """

    lay_out: Callable[[Content, PageSetup], Booklet]
    papers: tuple[Paper, ...] = tuple(paper for paper in Paper if not paper.is_half)
    can_be_folded: bool = False
    has_backs: bool = False
    look_for: _LookFor = look_for
    warnings: Callable[[Content], tuple[str, ...]] = _no_warnings


# Each is loaded when it is needed: most booklets are pages.


def _pages(content: Content, setup: PageSetup) -> Booklet:
    from generator.booklet.layouts.pages import lay_out_pages

    return lay_out_pages(content, setup)


def _cards(content: Content, setup: PageSetup) -> Booklet:
    from generator.booklet.layouts.cards import lay_out_cards

    return lay_out_cards(content, setup)


def _look_of_cards(paper: Paper, *, large_print: bool) -> Look:  # noqa: ARG001 - a card is small on any
    return LARGE_PRINT if large_print else HALF_PAGE


def _fridge_sheet(content: Content, setup: PageSetup) -> Booklet:
    from generator.booklet.layouts.fridge_sheet import lay_out_fridge_sheet

    return lay_out_fridge_sheet(content, setup)


def _fridge_warnings(content: Content) -> tuple[str, ...]:
    from generator.booklet.layouts.fridge_sheet import fridge_warnings

    return fridge_warnings(content)


_TRAITS: Mapping[Layout, Traits] = MappingProxyType(
    {
        Layout.PAGES: Traits(_pages, papers=tuple(Paper), can_be_folded=True),
        Layout.CARDS: Traits(_cards, has_backs=True, look_for=_look_of_cards),
        Layout.SHEET: Traits(_fridge_sheet, warnings=_fridge_warnings),
    }
)


def traits_of(layout: Layout) -> Traits:
    """What sets a layout apart from others."""
    return _TRAITS[layout]


def advice_label(layout: Layout, flip: Flip) -> str:
    """The key of the label that says how to print it, on sheets that are turned round that edge."""
    return f"printing.{layout}-{flip}" if traits_of(layout).has_backs else f"printing.{layout}"

"""Printable exercise booklets for the thoracic spine.

From Python:

    from generator import Goal, Request, make_booklet

    booklet = make_booklet(Request(goals=(Goal.EXTENSION,), client="Alex Example"))

`choose_routine` gives a routine with its reasons and writes nothing; `read_library` gives all there is to
choose from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.version import __version__

if TYPE_CHECKING:
    from generator.api import choose_routine, make_booklet, read_library
    from generator.booklet.choices import Duplex, Flip, Layout, Paper
    from generator.library.vocabulary import Goal, Position
    from generator.problems import Problem, ThoracicError
    from generator.request.keys import Files, Request, RoutineRequest
    from generator.request.values import Answer, Offset, PainLimits, SidesToWorkOn, Unlimited
    from generator.routine.plan import Condition, Level, Side

_MODULES = {
    "generator.api": ("choose_routine", "make_booklet", "read_library"),
    "generator.booklet.choices": ("Duplex", "Flip", "Layout", "Paper"),
    "generator.library.vocabulary": ("Goal", "Position"),
    "generator.problems": ("Problem", "ThoracicError"),
    "generator.request.keys": ("Files", "Request", "RoutineRequest"),
    "generator.request.values": ("Answer", "Offset", "PainLimits", "SidesToWorkOn", "Unlimited"),
    "generator.routine.plan": ("Condition", "Level", "Side"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "Answer",
    "Condition",
    "Duplex",
    "Files",
    "Flip",
    "Goal",
    "Layout",
    "Level",
    "Offset",
    "PainLimits",
    "Paper",
    "Position",
    "Problem",
    "Request",
    "RoutineRequest",
    "Side",
    "SidesToWorkOn",
    "ThoracicError",
    "Unlimited",
    "__version__",
    "choose_routine",
    "make_booklet",
    "read_library",
]

if not TYPE_CHECKING:  # else any name would pass the type check

    def __getattr__(name: str) -> object:
        # Each name is loaded when it is asked for, so that the command line starts quickly.
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - likewise

        value = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return value

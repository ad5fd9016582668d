"""Declared keys → the options of Typer commands, and their help.

The keys are loaded when a command is built that takes some: the list of commands needs none.
"""

from __future__ import annotations

import inspect
import textwrap
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.request.declaration import DeclaredKey

_WIDEST_HINT = 70  # characters: Typer breaks longer ones, and a shell takes each line for an offer
EXIT_CODES = (
    "Exit codes: 0 done; 1 internal error; 2 wrong use; 3 bad data; 4 nothing safe is left to prescribe, or "
    "a doctor must agree first; 5 cannot write the file; 6 a text does not fit the page."
)
EPILOG = f"Every switch has an opposite: --no-fold undoes --fold. The last one counts.\n\n{EXIT_CODES}"


class Command(TyperCommand):
    """A command that takes its options as they are typed, and shows them in sections.

    They are texts and switches only, and are checked in `generator.request`, all at once. Typer would import
    pydantic and build a validator for each of them, which takes as long as choosing and laying out a booklet.
    """

    def __init__(self, *args: Any, **keywords: Any) -> None:  # noqa: ANN401 - whatever Typer passes on
        super().__init__(*args, **keywords)
        _take_as_typed(self.params)

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - click's, which Typer may hide
        """Write the help of the options, each section under its heading."""
        from generator.request.declaration import Section, keys_of
        from generator.request.keys import Request

        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record:
                usual = "Arguments" if parameter.param_type_name == "argument" else Section.USUAL
                heading = getattr(parameter, "rich_help_panel", None) or usual
                names, text = record
                # Only the form of a switch that changes something is shown; the epilog mentions the other.
                on, _, off = names.partition(" / ")
                declared = keys_of(Request).get(parameter.name or "")
                sections.setdefault(heading, []).append((off if declared and declared.is_on else on, text))
        # Options that every command has come last.
        for heading, records in sorted(sections.items(), key=lambda section: section[0] == Section.USUAL):
            with formatter.section(heading):
                formatter.write_dl(records)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:  # noqa: ANN401 - click's
        """What a shell is offered, each with its help on one line."""
        offered = super().shell_complete(ctx, incomplete)
        for item in offered:
            item.help = item.help and textwrap.shorten(item.help, _WIDEST_HINT, placeholder="…")
        return offered


class CommandGroup(TyperGroup):
    """The program itself; takes its options as they are typed."""

    def __init__(self, *args: Any, **keywords: Any) -> None:  # noqa: ANN401 - whatever Typer passes on
        super().__init__(*args, **keywords)
        _take_as_typed(self.params)


def _take_as_typed(parameters: Iterable[Any]) -> None:
    for parameter in parameters:
        parameter.type_cast_value = _as_typed


def _as_typed(_context: object, value: object) -> object:
    return value


def keys_named(*names: str) -> list[DeclaredKey]:
    """Keys by name: `Request` for all of that class of `generator.request.keys`, `Request.paper` for one."""
    from generator.request import keys
    from generator.request.declaration import keys_of

    found: list[DeclaredKey] = []
    for name in names:
        model, _, one = name.partition(".")
        declared = keys_of(getattr(keys, model))
        found += [declared[one]] if one else declared.values()
    return found


def offering_ids(kind: str) -> Callable[[str], list[str]]:
    """Offers those ids, found by that function of `generator.library.ids`, that begin with what was typed."""

    def offered(incomplete: str) -> list[str]:
        from generator.library import ids

        return [each for each in getattr(ids, kind)() if each.startswith(incomplete)]

    return offered


def with_options(command: Callable[..., None], keys: Iterable[DeclaredKey]) -> Callable[..., None]:
    """A command that takes these keys as options, in addition to its own.

    The command is called with a mapping of what was typed, by the names of the keys; None was not given.
    """
    declared = tuple(keys)

    def with_typed(**values: Any) -> None:  # noqa: ANN401 - whatever Typer passes on
        given = {key.name: values.pop(key.name) for key in declared}
        command(given, **values)

    _, *own = inspect.signature(command).parameters.values()
    arguments = [each for each in own if each.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD]
    options = [each for each in own if each.kind is inspect.Parameter.KEYWORD_ONLY]
    parameters = [*arguments, *map(_parameter, declared), *options]
    with_typed.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_typed.__annotations__ = {each.name: each.annotation for each in parameters}
    with_typed.__name__, with_typed.__doc__ = command.__name__, command.__doc__
    return with_typed


def _parameter(declared: DeclaredKey) -> inspect.Parameter:
    from generator.cli.completion import offers

    key = declared.key
    names = f"{declared.option}/{declared.option_off}" if declared.is_switch else declared.option
    option = typer.Option(
        names,
        *filter(None, (key.short,)),
        metavar=key.metavar or None,
        help=_help(declared),
        autocompletion=None if declared.is_switch else offers(declared),
        rich_help_panel=key.section,
        show_default=False,
    )
    shape: Any = list[str] if declared.is_several else bool if declared.is_switch else str
    return inspect.Parameter(
        declared.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[shape | None, option],
    )


def _help(declared: DeclaredKey) -> str:
    """The key's help with its range, length, choices and default."""
    from generator.cli.completion import offers
    from generator.request.declaration import as_texts

    key = declared.key
    if declared.is_switch:
        return key.when_off or key.help
    choices = ", ".join(each for each in offers(declared)("") if each != key.extra_word)
    longest = declared.length and declared.length.most
    text = key.help.format(range=declared.range, length=longest, choices=choices)
    default = declared.default
    said = key.default_text or ("" if default in (None, "", ()) else "".join(as_texts(declared, default)))
    return f"{text}  [default: {said}]" if said else text

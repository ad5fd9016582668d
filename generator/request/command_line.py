"""A request → the command that asks for it again."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from generator.request.declaration import as_texts, keys_of

if TYPE_CHECKING:
    from generator.request.keys import Request


def command_for(request: Request) -> str:
    """What to type, in a POSIX shell, for this request: only what differs from the defaults."""
    words = ["thoracic", "make"]
    for declared in keys_of(type(request)).values():
        value = getattr(request, declared.name)
        if value == declared.default:
            continue
        if declared.is_switch:
            words.append(declared.option if value else declared.option_off)
            continue
        option = declared.key.short if declared.key.prints_short else declared.option
        for text in as_texts(declared, value):
            # After a space, a value that begins with a hyphen could be taken for an option.
            words += [f"{option}={text}"] if text.startswith("-") else [option, text]
    return shlex.join(words)

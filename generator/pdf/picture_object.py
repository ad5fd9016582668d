"""What a picture is in a file: an external object (ISO 32000-1, 8.9 and 8.10), asked for by its name."""

from __future__ import annotations

from typing import NamedTuple, Protocol

FORM = "/Subtype/Form/BBox[0 0 1 1]/Resources<<>>/Filter/FlateDecode"
"""Entries for a picture whose content is PDF operators, deflated."""


class PictureObject(NamedTuple):
    """A picture, ready for the page, as an external object that paints itself into the unit square.

    Attributes:
        proportion: its width divided by its height.
        content: of the object's stream.
        entries: of the object's dictionary, without type and length.
    """

    proportion: float
    content: bytes
    entries: str = FORM


class PictureSource(Protocol):
    """Where the pictures of a booklet come from."""

    def picture_object(self, name: str, *, grey: bool) -> PictureObject:
        """The picture of that name, perhaps in levels of grey.

        Raises:
            BadDataError: when there is none, or it cannot be read.
        """
        ...

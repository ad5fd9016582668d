"""Boxes of the booklet → check boxes that can be ticked on a screen (ISO 32000-1, 12.7).

The box itself is painted on the page. Its field paints nothing until it is ticked, and then a tick made of
lines alone: so the print is the same with fields and without, and no reader needs a font or a script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.booklet.model import Colour
from generator.pdf.objects import number_text, text_string
from generator.pdf.palette import components

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.booklet.model import TickField
    from generator.pdf.objects import PdfFile
    from generator.pdf.palette import Palette

_UNIT = 20  # the side of the box that the tick is drawn in; a reader fits it into each box of the booklet
_TICK = "2.8 w 1 J 1 j 3.9 10.2 m 8.2 5.4 l 16.2 15.2 l S"

_PRINTED = 4  # the flag of an annotation that is on paper too, ticked or not


class Widget(NamedTuple):
    """A field where it stands in the file.

    Attributes:
        number: of its object.
        key: under which the parent tree leads back to its element.
        page: the object number of its page.
        field: what it is.
    """

    number: int
    key: int
    page: int
    field: TickField


def write_fields(file: PdfFile, widgets: Sequence[Widget], page_height: float, palette: Palette) -> int:
    """Write the boxes, none of them ticked, and return the object number of the form.

    Args:
        file: where to.
        widgets: of all pages, at least one; their names differ.
        page_height: in points; the file counts it upwards.
        palette: the inks.
    """
    assert len({widget.field.name for widget in widgets}) == len(widgets), "boxes of one name tick together"
    entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {_UNIT} {_UNIT}]/Resources<<>>"
    tick = file.add_plain_stream(entries, f"{components(palette[Colour.ACCENT])} RG {_TICK}".encode("ascii"))
    nothing = file.add_plain_stream(entries, b"")
    looks = f"/AP<</N<</Yes {tick} 0 R/Off {nothing} 0 R>>>>/AS/Off/V/Off"
    for widget in widgets:
        box = widget.field.box
        corners = (box.left, page_height - box.bottom, box.right, page_height - box.top)
        file.put(
            widget.number,
            f"<</Type/Annot/Subtype/Widget/FT/Btn/F {_PRINTED}{looks}/P {widget.page} 0 R"
            f"/Rect[{' '.join(map(number_text, corners))}]/StructParent {widget.key}"
            f"/T{text_string(widget.field.name)}/TU{text_string(widget.field.description)}>>",
        )
    return file.add(f"<</Fields[{' '.join(f'{widget.number} 0 R' for widget in widgets)}]>>")

"""SVG → the operators that paint it, strictly: outlines, fills and strokes, and nothing else.

Whatever is not on the lists below is a problem with its place, so that no picture is drawn half. Entities and
document types are refused, and nothing outside the file is ever read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from generator.pdf import svg_path
from generator.pdf.palette import components
from generator.pdf.svg_path import Matrix, OutlineError
from generator.problems import BadDataError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.pdf.svg_path import Segment

_NAMESPACE = "http://www.w3.org/2000/svg"
_LARGEST_FILE = 1_000_000  # bytes
_DEEPEST = 32  # groups in groups

_COLOURS = {"black": "#000000", "white": "#ffffff"}
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_RULE = re.compile(r"\s*\.([A-Za-z_][\w-]*)\s*\{([^{}]*)\}\s*")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

# Words of SVG to operands of PDF.
_CHOICES = {
    "stroke-linecap": {"butt": "0", "round": "1", "square": "2"},
    "stroke-linejoin": {"miter": "0", "round": "1", "bevel": "2"},
    "fill-rule": {"nonzero": "", "evenodd": "*"},
}

_STYLE_ATTRIBUTES = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "fill-rule"}
_COMMON_ATTRIBUTES = _STYLE_ATTRIBUTES | {"id", "class", "transform"}
_ATTRIBUTES = {
    "svg": _STYLE_ATTRIBUTES
    | {
        "id",
        "class",
        "xmlns",
        "version",
        "viewBox",
        "width",
        "height",
        "role",
        "aria-label",
        "aria-labelledby",
    },
    "g": _COMMON_ATTRIBUTES,
    "path": _COMMON_ATTRIBUTES | {"d"},
    "ellipse": _COMMON_ATTRIBUTES | {"cx", "cy", "rx", "ry"},
    "circle": _COMMON_ATTRIBUTES | {"cx", "cy", "r"},
    "rect": _COMMON_ATTRIBUTES | {"x", "y", "width", "height", "rx", "ry"},
    "line": _COMMON_ATTRIBUTES | {"x1", "y1", "x2", "y2"},
    "polygon": _COMMON_ATTRIBUTES | {"points"},
    "polyline": _COMMON_ATTRIBUTES | {"points"},
    "title": {"id"},
    "desc": {"id"},
    "style": {"type"},
}
_CONTAINERS = {"svg", "g"}
_WITH_TEXT = {"title", "desc", "style"}


class SvgPicture(NamedTuple):
    """A picture as PDF operators that paint it into the unit square, and its proportion, width by height."""

    proportion: float
    operators: str


@dataclass(frozen=True, slots=True)
class _Paint:
    """How outlines are painted; what a group says holds for all in it."""

    fill: str = "#000000"  # or "none", as in the file
    stroke: str = "none"
    stroke_width: str = "1"
    stroke_linecap: str = "0"
    stroke_linejoin: str = "0"
    fill_rule: str = ""


@dataclass(frozen=True, slots=True)
class _Level:
    """An open element."""

    name: str
    paint: _Paint
    matrix: Matrix


def read_svg(source: bytes, file: str) -> SvgPicture:
    """Read a picture.

    Args:
        source: the bytes of the file.
        file: its name, for the problems.

    Raises:
        BadDataError: with every problem, each at its line and column.
    """
    if len(source) > _LARGEST_FILE:
        raise BadDataError(
            Problem(f"is larger than {_LARGEST_FILE:,} bytes", "draw it with fewer points", file=file)
        )
    reader = _SvgReader(file)
    reader.read(source)
    if reader.problems:
        raise BadDataError(*reader.problems)
    return reader.picture()


class _SvgReader:
    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._levels: list[_Level] = []
        self._rules: dict[str, dict[str, str]] = {}
        self._style = ""
        self._operators: list[str] = []
        self._size: tuple[float, float] | None = None
        self._digits = 4
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._document_type
        self._parser.ProcessingInstructionHandler = self._instruction

    def read(self, source: bytes) -> None:
        try:
            self._parser.Parse(source, True)  # noqa: FBT003  # a positional argument of expat's
        except expat.ExpatError as error:
            self._problem(
                f"is not XML: {expat.ErrorString(error.code)}", place=(error.lineno, error.offset + 1)
            )
        except (LookupError, ValueError):  # from Python, which expat asks about encodings
            self._problem("is in an encoding that is not read here", "save it in the encoding UTF-8")
        if self._size is None and not self.problems:
            self._problem("has no viewBox", 'write viewBox="0 0 <width> <height>"')

    def picture(self) -> SvgPicture:
        assert self._size is not None, "a picture without a size has a problem"
        width, height = self._size
        # From the picture's own measures, downwards, to the unit square, upwards.
        first = f"{1 / width:.9f} 0 0 {-1 / height:.9f} 0 1 cm"
        return SvgPicture(width / height, "\n".join([first, *self._operators]))

    def _problem(self, message: str, hint: str = "", place: tuple[int, int] | None = None) -> None:
        line, column = place or (self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        self.problems.append(Problem(message, hint, file=self._file, line=line, column=column))

    def _document_type(self, _name: str, _system: str | None, _public: str | None, _internal: object) -> None:
        self._problem("a document type is not allowed", "remove <!DOCTYPE …>")
        # Nothing behind it is looked at: entities could grow without bounds.
        self._parser.StartElementHandler = None
        self._parser.EndElementHandler = None
        self._parser.CharacterDataHandler = None

    def _instruction(self, target: str, _data: str) -> None:
        self._problem(f"the processing instruction <?{target}?> is not allowed", "remove it")

    def _text(self, text: str) -> None:
        name = self._levels[-1].name
        if name == "style":
            self._style += text
        elif name in _ATTRIBUTES and name not in _WITH_TEXT and text.strip():
            self._problem(f"text in <{name}> is not allowed", "pictures have no words")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        above = self._levels[-1] if self._levels else _Level("", _Paint(), Matrix())
        level = replace(above, name=name)
        self._levels.append(level)
        if name not in _ATTRIBUTES:
            self._problem(f"<{name}> is not allowed", "use paths, basic shapes and groups")
            return
        if (name == "svg") != (above.name == "") or above.name not in _CONTAINERS | {""}:
            where = f"in <{above.name}>" if above.name else "as the outermost element"
            self._problem(f"<{name}> is not allowed {where}")
            return
        if len(self._levels) > _DEEPEST:
            self._problem(f"more than {_DEEPEST} levels of elements", "ungroup some of them")
            return
        unknown = sorted(set(attributes) - _ATTRIBUTES[name])
        for attribute in unknown:
            self._problem(f"the attribute {attribute} of <{name}> is not allowed", "remove it")
        try:
            paint = self._painted(above.paint, attributes)
            own = self._origin(attributes) if name == "svg" else attributes.get("transform", "")
            matrix = above.matrix.then_inside(svg_path.transform(own))
            self._levels[-1] = _Level(name, paint, matrix)
            outline = _OUTLINES.get(name)
            if outline is not None:
                self._paint(outline(attributes), paint, matrix)
        except OutlineError as error:
            self._problem(f"<{name}>: {error}")

    def _end(self, name: str) -> None:
        self._levels.pop()
        if name == "style":
            self._read_rules()

    def _origin(self, attributes: Mapping[str, str]) -> str:
        """Take the size of the picture; return the transform that puts its corner at the origin."""
        if attributes.get("xmlns") != _NAMESPACE:
            raise OutlineError(f'xmlns must be "{_NAMESPACE}"')
        match svg_path.numbers(attributes.get("viewBox", "")):
            case [left, top, width, height] if width >= 1 and height >= 1:
                self._size = (width, height)
                # A ten-thousandth of the picture is finer than any printer.
                self._digits = max(0, 5 - len(str(int(max(width, height)))))
                return f"translate({-left} {-top})"
            case _:
                raise OutlineError("viewBox must be four numbers, the last two at least 1")

    def _read_rules(self) -> None:
        style = _COMMENT.sub("", self._style)
        self._style = ""
        place = 0
        while place < len(style.rstrip()):
            found = _RULE.match(style, place)
            if not found:
                rest = style[place:].strip()
                self._problem(f"“{rest[:40]}” is not a rule for a class", "write .name{property:value}")
                return
            place = found.end()
            rule = self._rules.setdefault(found[1], {})
            for declaration in filter(None, map(str.strip, found[2].split(";"))):
                key, _, value = (part.strip() for part in declaration.partition(":"))
                if key in _STYLE_ATTRIBUTES:
                    rule[key] = value
                else:
                    self._problem(f"the property {key} of .{found[1]} is not allowed", "remove it")

    def _painted(self, paint: _Paint, attributes: Mapping[str, str]) -> _Paint:
        """The paint of an element: what is around it, its attributes, its classes; the last one wins."""
        wanted = {key: value for key, value in attributes.items() if key in _STYLE_ATTRIBUTES}
        classes = attributes.get("class", "").split()
        for name in classes:
            if name not in self._rules:
                raise OutlineError(f"the class {name} has no rule in a <style> before it")
        for name, rule in self._rules.items():
            if name in classes:
                wanted |= rule
        for key, value in wanted.items():
            paint = replace(paint, **{key.replace("-", "_"): _style_value(key, value)})
        return paint

    def _paint(self, segments: list[Segment], paint: _Paint, matrix: Matrix) -> None:
        stroke_width = float(paint.stroke_width)
        stroked = paint.stroke != "none" and stroke_width > 0
        if not segments or not (stroked or paint.fill != "none"):
            return
        state = [] if paint.fill == "none" else [f"{components(paint.fill)} rg"]
        if stroked:
            scale = matrix.scale()
            if scale is None:
                raise OutlineError("a stroke cannot be scaled differently across and down")
            width = self._number(stroke_width * scale)
            state.append(f"{components(paint.stroke)} RG {width} w")
            state.append(f"{paint.stroke_linecap} J {paint.stroke_linejoin} j")
            operator = "S" if paint.fill == "none" else "B" + paint.fill_rule
        else:
            operator = "f" + paint.fill_rule
        self._operators += state
        for letter, points in segments:
            places = [self._number(value) for point in points for value in matrix.apply(point)]
            self._operators.append(" ".join([*places, letter]))
        self._operators.append(operator)

    def _number(self, value: float) -> str:
        text = f"{value:.{self._digits}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return "0" if text == "-0" else text


def _style_value(key: str, value: str) -> str:
    """What a property is set to, checked, as the paint keeps it."""
    if key == "stroke-width":
        if svg_path.number(value) < 0:
            raise OutlineError("stroke-width is negative")
        return value
    if key in _CHOICES:
        if value not in _CHOICES[key]:
            raise OutlineError(f"{key}: “{value}” is not one of {', '.join(_CHOICES[key])}")
        return _CHOICES[key][value]
    colour = _COLOURS.get(value, value).lower()
    if colour == "none":
        return colour
    if not _COLOUR.fullmatch(colour):
        raise OutlineError(f"{key}: “{value}” is not a colour such as #0b5f6b, nor none")
    return colour if len(colour) == len("#rrggbb") else "#" + "".join(2 * digit for digit in colour[1:])


def _values(attributes: Mapping[str, str], *names: str) -> list[float]:
    return [svg_path.number(attributes.get(name, "0")) for name in names]


def _rectangle(attributes: Mapping[str, str]) -> list[Segment]:
    # One radius stands for both when the other is not given.
    across = attributes.get("rx", attributes.get("ry", "0"))
    radii = {"rx": across, "ry": attributes.get("ry", across)}
    return svg_path.rectangle(*_values({**attributes, **radii}, "x", "y", "width", "height", "rx", "ry"))


_OUTLINES: dict[str, Callable[[Mapping[str, str]], list[Segment]]] = {
    "path": lambda attributes: svg_path.path(attributes.get("d", "")),
    "ellipse": lambda attributes: svg_path.ellipse(*_values(attributes, "cx", "cy", "rx", "ry")),
    "circle": lambda attributes: svg_path.ellipse(
        *_values({**attributes, "ry": attributes.get("r", "0")}, "cx", "cy", "r", "ry")
    ),
    "rect": _rectangle,
    "line": lambda attributes: svg_path.polygon(_values(attributes, "x1", "y1", "x2", "y2"), closed=False),
    "polygon": lambda attributes: svg_path.polygon(
        svg_path.numbers(attributes.get("points", "")), closed=True
    ),
    "polyline": lambda attributes: svg_path.polygon(
        svg_path.numbers(attributes.get("points", "")), closed=False
    ),
}

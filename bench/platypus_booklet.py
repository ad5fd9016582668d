"""The same booklet through ReportLab's own layout (platypus): what `make bench` holds this program against.

A plain script without command line, choosing, validation, tags or thumbnails: `platypus_booklet.py FILE ID…`.
With `--words-only` first, without pictures too; otherwise svglib reads them, as programs with ReportLab do.
"""

import sys
from pathlib import Path
from xml.sax.saxutils import escape

import yaml
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    ListFlowable,
    ListItem,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "data/words/en"
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

BODY = ParagraphStyle("body", fontName="Regular", fontSize=14, leading=18.5, spaceAfter=6)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=12, leading=15.5)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Bold", fontSize=23, leading=28)
SUBHEADING = ParagraphStyle("subheading", parent=BODY, fontName="Bold", fontSize=15, leading=20)
GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "#888888"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])


class TickBox(Flowable):
    """An empty square."""

    def __init__(self) -> None:
        super().__init__()
        self.width = self.height = 13

    def draw(self) -> None:
        self.canv.rect(0, 0, 13, 13)


def read(path: Path) -> dict:
    return yaml.load(path.read_bytes(), Loader=Loader)


def paragraph(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(escape(text), style)


def paragraphs(labels: dict) -> list[Paragraph]:
    texts = (each if isinstance(each, list) else [each] for each in labels.values())
    return [paragraph(text) for several in texts for text in several]


def numbered(texts: list[str]) -> ListFlowable:
    return ListFlowable(
        [ListItem(paragraph(text)) for text in texts], bulletFontName="Bold", bulletFontSize=14
    )


def pictures(words: dict) -> Table:
    from svglib.svglib import svg2rlg  # noqa: PLC0415 - a tenth of a second, for pictures only

    row = []
    for frame in words["frames"]:
        drawing = svg2rlg(str(ROOT / f"assets/illustrations/{words['id']}-{frame}.svg"))
        scale = min(230 / drawing.width, 180 / drawing.height)
        drawing.scale(scale, scale)
        drawing.width, drawing.height = drawing.width * scale, drawing.height * scale
        row.append(drawing)
    captions = [paragraph(frame["caption"], SMALL) for frame in words["frames"].values()]
    return Table([row, captions], colWidths=[247] * len(row))


def exercise(number: int, words: dict, *, has_pictures: bool) -> list:
    parts = [paragraph(f"{number}. {words['name']}", HEADING), paragraph(words["purpose"])]
    if has_pictures:
        parts.append(pictures(words))
    parts += [paragraph("What to do", SUBHEADING), numbered(words["steps"])]
    warning = [[paragraph("Take care", SUBHEADING)], [paragraph(words["caution"])]]
    parts.append(Table(warning, style=[("BOX", (0, 0), (-1, -1), 1.8, "#000000")], colWidths=[495]))
    for left, right in (("feel", "breathing"), ("easier", "harder")):
        cells = [[paragraph(left.title(), SUBHEADING), paragraph(right.title(), SUBHEADING)]]
        cells.append([paragraph(words[left]), paragraph(words[right])])
        parts.append(Table(cells, colWidths=[247, 247]))
    return [*parts, paragraph("Common mistake", SUBHEADING), paragraph(words["mistake"]), PageBreak()]


def calendar(exercises: list[dict], facts: list[dict]) -> list:
    days = [paragraph(day, SMALL) for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")]
    parts = []
    for week in range(1, 5):
        rows = [[paragraph("Exercise", SMALL), *days]]
        for words, fact in zip(exercises, facts, strict=True):
            sides = ("left", "right") if fact["sides"] == "each" else ("",)
            names = [f"{words['name']} {side}" for side in sides]
            rows.extend([paragraph(name, SMALL), *(TickBox() for _ in days)] for name in names)
        rows += [[paragraph(text, SMALL), *[""] * 7] for text in ("Pain before", "Pain after", "Effort")]
        table = Table(rows, colWidths=[236, *[37] * 7], repeatRows=1, style=GRID)
        parts += [paragraph(f"Week {week}", SUBHEADING), table, Spacer(0, 12)]
    return [*parts, PageBreak()]


def make(target: object, ids: list[str], *, has_pictures: bool = True) -> None:
    labels = read(WORDS / "labels.yaml")
    glossary = read(WORDS / "glossary.yaml")
    exercises = [read(WORDS / f"exercises/{name}.yaml") for name in ids]
    facts = [read(ROOT / f"data/exercises/{name}.yaml") for name in ids]
    story = [paragraph(labels["cover"]["title"], HEADING), paragraph(labels["cover"]["aim"])]
    glance = [
        [paragraph(str(number)), paragraph(words["name"]), paragraph(words["purpose"], SMALL)]
        for number, words in enumerate(exercises, start=1)
    ]
    story += [Table(glance, colWidths=[40, 200, 255], style=GRID), PageBreak()]
    story += [*paragraphs(labels["safety"]), PageBreak()]
    for number, words in enumerate(exercises, start=1):
        story += exercise(number, words, has_pictures=has_pictures)
    story += calendar(exercises, facts)
    story += paragraphs(labels["flare"])
    terms = {term for words in exercises for term in words["terms"]}
    story += [
        paragraph(f"{entry['term']}: {entry['meaning']}") for id_, entry in glossary.items() if id_ in terms
    ]
    story += [PageBreak(), *paragraphs(labels["back"])]
    SimpleDocTemplate(
        target, pagesize=A4, leftMargin=50, rightMargin=50, topMargin=46, bottomMargin=62
    ).build(story)


for face in ("Regular", "Bold"):
    pdfmetrics.registerFont(TTFont(face, ROOT / f"assets/fonts/AtkinsonHyperlegibleNext-{face}.ttf"))

if __name__ == "__main__":
    words_only = sys.argv[1] == "--words-only"
    arguments = sys.argv[2:] if words_only else sys.argv[1:]
    make(arguments[0], arguments[1:], has_pictures=not words_only)

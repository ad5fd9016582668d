"""The test sheet as a file: accessible, true to scale, and its two numbers put a printer right."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image, ImageChops

from generator.booklet.choices import Duplex, Flip, FoldOptions, Paper
from generator.booklet.wording import Wording
from generator.library.loading import load_library
from generator.pdf.test_sheet import draw_test_sheet
from tests.pdf.samples import DATE, opened, rendered, text_of
from tests.programs import damage, failed_rules

if TYPE_CHECKING:
    from pathlib import Path


DOTS = 4  # to the millimetre
SCALE = DOTS * 25.4 / 72
WAYS = list(itertools.product(Flip, Duplex))
every_way = pytest.mark.parametrize(("flip", "duplex"), WAYS)


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording(load_library().words)


@every_way
@pytest.mark.parametrize("paper", Paper)
def test_the_test_sheet_passes_pdf_ua(
    paper: Paper, flip: Flip, duplex: Duplex, wording: Wording, tmp_path: Path
) -> None:
    options = FoldOptions(flip=flip, duplex=duplex, offset_back=(1, 2))
    assert failed_rules(draw_test_sheet(paper, options, wording, date=DATE), tmp_path) == []


def test_the_file_is_sound_and_the_same_each_time(wording: Wording, tmp_path: Path) -> None:
    source = draw_test_sheet(Paper.A4, FoldOptions(), wording, date=DATE)
    assert source == draw_test_sheet(Paper.A4, FoldOptions(), wording, date=DATE)
    assert damage(source, tmp_path) == []


def test_the_file_asks_for_both_sides_at_actual_size(wording: Wording) -> None:
    pdf = opened(draw_test_sheet(Paper.LETTER, FoldOptions(), wording, date=DATE))
    asked: Any = pdf.Root.ViewerPreferences
    assert (asked.PrintScaling, asked.Duplex) == ("/None", "/DuplexFlipShortEdge")
    assert len(pdf.pages) == 2
    assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 792, 612]


def test_front_and_back_say_which_they_are(wording: Wording) -> None:
    source = draw_test_sheet(Paper.A4, FoldOptions(), wording, date=DATE)
    assert text_of(source).startswith("Test sheet for both sides")
    assert "The back of the test sheet" in text_of(source, 1)


def printed(
    options: FoldOptions, error: tuple[float, float], wording: Wording
) -> tuple[Image.Image, Image.Image]:
    """Front, and back as it shines through, of a printer that is off on the back, in millimetres.

    The error is to the right and down as one looks at the back with its text upright.
    """
    source = draw_test_sheet(Paper.A4, options, wording, date=DATE)
    front, back = (rendered(source, page, SCALE) for page in (0, 1))
    if options.flip is Flip.LONG:
        back = back.transpose(
            Image.Transpose.ROTATE_180
        )  # round: the printer turned the paper round its long edge
    moved = ImageChops.offset(back, round(error[0] * DOTS), round(error[1] * DOTS))
    return front, moved.transpose(
        Image.Transpose.FLIP_LEFT_RIGHT
    )  # seen through the paper, left and right change places


def cross_of(image: Image.Image) -> tuple[float, float]:
    """Where the longest upright and level line are, between the frames and the ends of the rulers."""
    dark = np.asarray(image.convert("L")) < 128
    inside = dark[60:-60, 60:-60]
    return 60 + float(inside.sum(axis=0).argmax()), 60 + float(inside.sum(axis=1).argmax())


@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize(
    "error",
    [
        pytest.param((0.0, 0.0), id="none"),
        pytest.param((3.0, 0.0), id="across"),
        pytest.param((0.0, 2.0), id="down"),
        pytest.param((-1.5, 2.5), id="left and down"),
        pytest.param((4.0, -3.5), id="right and up"),
    ],
)
def test_the_numbers_that_are_read_put_the_printer_right(
    flip: Flip, error: tuple[float, float], wording: Wording
) -> None:
    front, back = printed(FoldOptions(flip=flip), error, wording)
    (zero_x, zero_y), (line_x, line_y) = cross_of(front), cross_of(back)
    # The ruler across counts to the right, the one up the page upwards, as its numbers say.
    read = (line_x - zero_x) / DOTS, (zero_y - line_y) / DOTS
    assert read == pytest.approx((-error[0], -error[1]), abs=0.3)
    typed = (round(read[0] * 2) / 2, round(read[1] * 2) / 2)
    front, back = printed(FoldOptions(flip=flip, offset_back=typed), error, wording)
    assert cross_of(back) == pytest.approx(cross_of(front), abs=1.5)


def test_the_number_of_the_crease_puts_the_front_into_the_middle(wording: Wording) -> None:
    # A printer that prints fronts 2 mm too far left: the crease meets the ruler at 2.
    source = draw_test_sheet(Paper.A4, FoldOptions(offset_front=(2, 0)), wording, date=DATE)
    x, _ = cross_of(rendered(source, 0, SCALE))
    assert x - 2 * DOTS == pytest.approx(297 / 2 * DOTS, abs=1)


@pytest.mark.parametrize(
    "offset", [pytest.param((0.0, 0.0), id="none"), pytest.param((5.0, 4.0), id="both ways")]
)
def test_the_frames_stay_where_they_are(offset: tuple[float, float], wording: Wording) -> None:
    options = FoldOptions(offset_front=offset, offset_back=offset)
    source = draw_test_sheet(Paper.A4, options, wording, date=DATE)
    for page in (0, 1):
        dark = np.asarray(rendered(source, page, SCALE * 4).convert("L")) < 128  # 16 dots to the millimetre
        level, middle = dark[:, 30 * 16], dark[30 * 16]
        for strip in (level[: 7 * 16], level[: -7 * 16 : -1], middle[: 7 * 16], middle[: -7 * 16 : -1]):
            starts = np.flatnonzero(strip & ~np.roll(strip, 1))
            assert starts / 16 == pytest.approx([3, 4, 5, 6], abs=0.2)


def test_a_hundred_millimetres_each_way_are_two_hundred_on_paper(wording: Wording) -> None:
    source = draw_test_sheet(Paper.LETTER, FoldOptions(), wording, date=DATE)
    dark = np.asarray(rendered(source, 0, SCALE * 4).convert("L")) < 128
    level = dark.shape[0] // 2
    # Ticks of a tenth reach 2.5 mm from the line.
    row = dark[level - round(2.3 * 16)]
    middle = dark.shape[1] / 2
    starts = [round((place - middle) / 16) for place in np.flatnonzero(row & ~np.roll(row, 1))]
    assert {-100, -90, 90, 100} <= set(starts)

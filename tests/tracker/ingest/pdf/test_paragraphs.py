"""Where paragraphs begin, when what they look like is against it."""

from dataclasses import replace

import pytest

from tracker.ingest.pdf.lines import Piece
from tracker.ingest.pdf.order import Line
from tracker.ingest.pdf.paragraphs import Margins, Setting, begins_paragraph

SETTING = Setting(
    10,
    indented=True,
    margins={((), leaf): Margins(50, 300, justified=True, exact=True) for leaf in (0, 1)},
    pitches={10: 15},
)


def line(text: str, x0: float, x1: float, y: float, *, bold: bool = False) -> Line:
    """Return a line."""
    return Line(Piece(text, x0, x1, y, 10, bold, bold, "", 20), (), (), 1)


@pytest.mark.parametrize("bold", [False, True])
def test_a_heading_that_is_not_spread_goes_on_at_the_margin(bold):
    """What comes next would not have fitted, and paragraphs of this document stand in."""
    above = line("（六）聚焦生态文化建设，“一城文化满城绿”风韵更加", 70, 288, 100, bold=bold)
    below = line("彰显", 50, 70, 115)
    assert not begins_paragraph(above, below, SETTING)
    assert begins_paragraph(above, line("一年来，我们坚持生态优先", 70, 300, 115), SETTING)


def test_a_line_that_had_room_ends_its_paragraph():
    """Also where the next one stands at the margin, as signatures and captions do."""
    above = line("以上报告，请予审议", 70, 160, 100)
    assert begins_paragraph(above, line("附件：名词解释", 50, 120, 115), SETTING)
    ragged = replace(SETTING, indented=False)
    assert begins_paragraph(above, line("附件：名词解释", 50, 120, 115), ragged)

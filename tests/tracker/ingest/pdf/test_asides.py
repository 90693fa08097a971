"""What stands around the text of a page, by place and size."""

import pytest

from tracker.ingest.pdf.asides import above, beside_text, is_web_page, title_height
from tracker.ingest.pdf.lines import Piece
from tracker.ingest.pdf.order import Line
from tracker.ingest.pdf.paragraphs import Margins, Setting, begins_paragraph

LONG = "深入推进新型工业化，加快建设现代化产业体系，推动"


def piece(text: str, x0: float, y: float, x1: float = 0, size: float = 10) -> Piece:
    """Return a piece; its right edge follows from its characters if it is not given."""
    return Piece(text, x0, x1 or x0 + size * len(text), y, size, False, False, "", size)


BODY = [piece(LONG, 50, 100 + 15 * n) for n in range(12)]
LINKS = [piece(f"图解工作报告{n}", 320, 108 + 12 * n, size=8) for n in range(4)]


def test_small_print_beyond_the_edges_of_the_text_stands_beside_it():
    """Captions between it too, however large; what is within the edges never."""
    caption = piece("相关阅读", 320, 126, size=11)
    assert beside_text([[*BODY, *LINKS, caption]], 10) == [{*LINKS, caption}]


@pytest.mark.parametrize(
    "beside",
    [
        [piece("下转第二版", 320, 108, size=8)],
        [piece(LONG, 320, 100 + 15 * n) for n in range(12)],
        [x for n in range(4) for x in (piece("5%", 60, 300 + 9 * n, size=8), LINKS[0])][:1]
        + [
            cell
            for n in range(4)
            for cell in (
                piece("粮食产量", 60, 300 + 12 * n, size=8),
                piece("增长5%", 320, 300 + 12 * n, size=8),
            )
        ],
    ],
    ids=["a stamp", "a second column", "a wide table"],
)
def test_columns_tables_and_stamps_do_not_stand_beside_the_text(beside: list[Piece]):
    """A second column is as large, cells of a table have others on their line within the text."""
    assert beside_text([[*BODY, *beside]], 10) == [set()]


def test_a_title_in_large_type_ends_the_head_of_a_site():
    """Without one, or where sentences stand as high, as in columns, there is no head."""
    site, title = piece("首页 政务公开", 50, 40), piece("政府工作报告", 120, 80, size=18)
    page = [site, title, *BODY]
    assert title_height(page, 800, 10) == 80
    assert above(page, 80) == {site}
    assert title_height([site, *BODY], 800, 10) == 0
    assert above([*page, piece(LONG, 320, 70)], 80) == set()


def test_a_browser_is_known_by_what_it_writes_into_the_file():
    """LibreOffice and Word leave their own names."""
    assert is_web_page("Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0.0.0")
    assert not is_web_page("Writer")
    assert not is_web_page("")


def test_a_first_line_that_a_bracket_opens_is_not_taken_for_a_centred_one():
    """Browsers draw the bracket in half of its square: the line stands in by one and a half."""
    margins = {((), leaf): Margins(50, 300, justified=False) for leaf in (0, 1)}
    setting = Setting(10, indented=True, margins=margins, pitches={10: 15})
    first = Line(piece("（五）人民生活不断改善。围绕要", 65, 100, 288), (), (), 1)
    second = Line(piece("求，抓好民生保障改善", 50, 115), (), (), 1)
    assert not begins_paragraph(first, second, setting)

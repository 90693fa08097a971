"""Characters with places become words, paragraphs and furniture; short lines in tables."""

import pytest

from tracker.errors import InputProblem
from tracker.ingest.pdf.doubts import PlainCharacters, check_pages, check_text
from tracker.ingest.pdf.furniture import furniture_of
from tracker.ingest.pdf.ink import Glyph, is_wide
from tracker.ingest.pdf.lines import Piece, join_text, pieces_of
from tracker.ingest.pdf.notes import without_marks

SIZE = 10.0


def glyphs(text: str, *, x: float = 50.0, y: float = 100.0, size: float = SIZE) -> list[Glyph]:
    """Return characters set one after the other; ``_`` is a gap of half a square."""
    found = []
    for character in text:
        width = size if is_wide(character) else size / 2
        if character != "_":
            found.append(Glyph(character, x, x + width, y, size, bold=False, face="F"))
        x += width
    return found


def texts(found: list[Piece]) -> list[str]:
    return [piece.text for piece in found]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("地区生产总值增长5%", ["地区生产总值增长5%"]),
        ("增长_5%", ["增长5%"]),  # air of half a square is what programs put there
        ("Open_AI", ["Open AI"]),
        ("市长_李亚平", ["市长 李亚平"]),
        ("政_府_工_作_报_告", ["政府工作报告"]),  # spread evenly, no words
        ("指标____目标____结果", ["指标", "目标", "结果"]),
    ],
)
def test_spaces_are_kept_where_they_stand_out(written, read):
    """Between Latin words a gap is a space; between Chinese ones if the line has few such gaps."""
    assert texts(pieces_of(glyphs(written))) == read


def test_characters_printed_twice_are_one_bold_character():
    """Old programs print a heading twice, a little apart, to make it bold."""
    twice = glyphs("工作回顾") + glyphs("工作回顾", x=50.4)
    (piece,) = pieces_of(twice)
    assert (piece.text, piece.bold) == ("工作回顾", True)


@pytest.mark.parametrize(
    ("notes", "read"),
    [({"①"}, "增长5%，持平"), (set(), "增长5%①，持平")],
)
def test_raised_marks_of_notes_leave_the_text(notes, read):
    """A small raised mark is taken out where a note has it, and kept where none has."""
    line = glyphs("增长5%_，持平") + glyphs("①", x=80.0, y=96.0, size=5.0)
    (piece,) = pieces_of(line)
    assert without_marks(piece.text, notes) == read


def test_raised_figures_are_raised_signs():
    """A raised 2 after km is a square, a lowered 2.5 is a figure."""
    line = glyphs("20km") + glyphs("2", x=70.0, y=96.0, size=5.0)
    assert without_marks(pieces_of(line)[0].text, set()) == "20km²"
    line = glyphs("PM") + glyphs("2.5", x=60.0, y=101.5, size=5.0)
    assert without_marks(pieces_of(line)[0].text, set()) == "PM2.5"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("经济社会", "发展", "经济社会发展"),
        ("增长", "5%", "增长5%"),
        ("Internet of", "Things", "Internet of Things"),
        ("2", "569亿元", "2569亿元"),
        ("inter\u00ad", "net", "internet"),
        ("2021\u00ad", "2025年", "2021-2025年"),
    ],
)
def test_lines_of_a_paragraph_are_joined(before, after, joined):
    """Chinese needs no space at a line's end, Latin words do, a soft hyphen goes."""
    assert join_text(before, after) == joined


def page(*rows: tuple[str, float]) -> list[Piece]:
    return [piece for text, y in rows for piece in pieces_of(glyphs(text, y=y))]


def test_heads_and_numbers_repeat_and_text_does_not():
    """What stands in one place on all pages is furniture; lines alike but for figures are text."""
    pages = [
        page(
            ("政府工作报告", 30),
            (f"完成投资{7 * n * n}亿元，增长", 80),
            (f"第{'甲乙丙丁戊'[n]}段，", 100),
            (f"末行{'甲乙丙丁戊'[n]}。", 120),
            (f"第{n + 1}页 共5页", 800),
        )
        for n in range(5)
    ]
    found = furniture_of(pages, [842.0] * 5, SIZE)
    assert [{piece.text.replace(" ", "") for piece in apart} for apart in found] == [
        {"政府工作报告", f"第{n + 1}页共5页"} for n in range(5)
    ]


@pytest.mark.parametrize("foot", ["3", "— 3 —", "- 3 -", "第3页", "第3页共20页", "3/20", "iv"])
def test_a_number_alone_at_the_foot_is_a_page_number(foot):
    """Even a single page's number is known by its place and by being alone."""
    rows = page(("各位代表：", 100), ("现在，我报告工作。", 120), ("请予审议。", 140), (foot, 810))
    (apart,) = furniture_of([rows], [842.0], SIZE)
    assert len({piece.y for piece in apart}) == 1
    assert all(piece.y == 810 for piece in apart)


@pytest.mark.parametrize("foot", ["2025年1月6日", "市长", "增长5%", "（续）"])
def test_other_last_lines_stay_text(foot):
    """A date or a signature at the foot of one page is text."""
    rows = page(("各位代表：", 100), ("现在，我报告工作。", 120), ("请予审议。", 140), (foot, 810))
    assert furniture_of([rows], [842.0], SIZE) == [set()]


def test_radicals_become_usual_characters():
    """Fonts name ⼈⺠ for 人民; both blocks of radicals and the ligatures are replaced."""
    plain = PlainCharacters()
    assert plain("⼈⺠政府⼯作，⻓三⻆，ﬁn") == "人民政府工作，长三角，fin"
    assert plain.replaced == 6
    plain("⼈⺠" * 10)
    assert [remark.code for remark in plain.remarks()] == ["pdf-characters-replaced"]


@pytest.mark.parametrize(
    "text",
    [
        "\ue123\ue456" * 50,
        "!\"#$%&'()*+,-./:;<=>?@" * 10,
        "龘靐齉爩鱻麤龗灪吁龖厵纞虋讟钃鸜" * 25,
    ],
)
def test_nonsense_is_refused(text):
    """Private characters, signs without letters and characters that no report uses."""
    with pytest.raises(InputProblem):
        check_text(text, 0)


@pytest.mark.parametrize(
    "text", ["政府工作报告" * 50, "The government reports on its work of the year. " * 10, "附件"]
)
def test_sense_is_not_refused(text):
    """Chinese, another language, or too little to say."""
    assert check_text(text, 0) == []


def test_missing_pages_are_listed():
    """Up to twenty pages are named; a blank one is not missing."""
    (remark,) = check_pages([True, False, False, True], [True, True, False, True])
    assert remark.message.en.startswith("No text on page 2,")

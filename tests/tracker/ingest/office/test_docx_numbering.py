"""List numbers of Word files are counted as Word counts them."""

import pytest

from tests.office_files import docx, lines, p
from tracker.ingest.office.from_docx import read_docx
from tracker.ingest.office.list_numbers import number_text

LEVELS = ("chineseCountingThousand|%1、", "chineseCounting|（%2）", "decimal|%3.", "decimal|%1.%4")


def level(place: int, shape: str, inner: str = "") -> str:
    """Return a level of a list; its shape is number format and text."""
    written, text = shape.split("|")
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{written}"/>'
        f'<w:lvlText w:val="{text}"/>{inner}</w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    """Return a list definition."""
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, inner: str = "") -> str:
    """Return a list with a definition."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{inner}</w:num>'


def item(text: str, number: int, depth: int = 0) -> str:
    """Return a paragraph in a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


USUAL = abstract(1, *(level(i, shape) for i, shape in enumerate(LEVELS)))


def test_levels_start_anew_under_every_higher_one():
    """一、（一）1. count as in a report; a number in figures keeps off the text that follows."""
    body = (
        item("回顾", 1)
        + item("发展", 1, 1)
        + item("改革", 1, 1)
        + item("5亿元", 1, 2)
        + item("安排", 1)
        + item("创新", 1, 1)
        + item("细则", 1, 3)
    )
    read = read_docx(docx(body, numbering=USUAL + num(1, 1)))
    assert lines(read) == [
        *("一、回顾", "（一）发展", "（二）改革", "1. 5亿元", "二、安排", "（一）创新"),
        "二.1 细则",
    ]


def test_lists_of_one_definition_count_on_and_overrides_start_anew():
    """Two lists share their counter; a start override starts its list anew, once."""
    numbering = (
        USUAL
        + num(1, 1)
        + num(2, 1)
        + num(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    )
    body = item("甲", 1) + item("乙", 2) + item("丙", 3) + item("丁", 3) + item("戊", 1)
    read = read_docx(docx(body, numbering=numbering))
    assert lines(read) == ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊"]


def test_a_level_may_never_start_anew_and_may_write_figures_only():
    """lvlRestart 0 counts through all chapters; legal numbering writes 1.1 under 一、."""
    numbering = abstract(
        1,
        level(0, "chineseCounting|第%1部分"),
        level(1, "decimal|%1.%2", '<w:lvlRestart w:val="0"/><w:isLgl/>'),
    ) + num(1, 1)
    body = item(" 回顾", 1) + item("甲", 1, 1) + item("安排", 1) + item("乙", 1, 1)
    read = read_docx(docx(body, numbering=numbering))
    assert lines(read) == ["第一部分回顾", "1.1 甲", "第二部分安排", "2.2 乙"]


def test_styles_bring_their_lists_and_lists_their_styles():
    """A heading style is in a list, at the level that names it; numId 0 takes a paragraph out."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 2"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    numbering = (
        abstract(1, level(0, LEVELS[0]), level(1, LEVELS[1], '<w:pStyle w:val="b"/>'))
        + abstract(2, level(0, "ideographTraditional|%1、"))
        + '<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="n"/></w:abstractNum>'
        + num(1, 1)
        + num(2, 2)
        + num(3, 3)
    )
    none = '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        p("回顾", '<w:pStyle w:val="a"/>')
        + p("发展", '<w:pStyle w:val="b"/>')
        + p("附件", none)
        + item("干支", 3)
    )
    read = read_docx(docx(body, styles=styles, numbering=numbering))
    assert lines(read) == ["一、回顾", "（一）发展", "附件", "甲、干支"]


def test_bullets_and_lists_that_are_not_there_add_nothing():
    """A bullet is a picture; a list without a definition has no number."""
    numbering = abstract(1, level(0, "bullet|\uf0b7")) + num(1, 1)
    body = item("要点", 1) + item("无此", 7) + item("过深", 1, 8)
    assert lines(read_docx(docx(body, numbering=numbering))) == ["要点", "无此", "过深"]


@pytest.mark.parametrize(
    ("value", "written", "expected"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "chineseCountingThousand", "二十"),
        (105, "chineseCountingThousand", "一百〇五"),
        (110, "chineseCountingThousand", "一百一十"),
        (1010, "chineseCounting", "一千〇一十"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (26, "ideographDigital", "二六"),
        (3, "ideographTraditional", "丙"),
        (12, "ideographZodiac", "亥"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircleChinese", "㉑"),
        (51, "decimalEnclosedCircle", "51"),
        (3, "decimalEnclosedParen", "⑶"),
        (3, "decimalEnclosedFullstop", "⒊"),
        (4, "ideographEnclosedCircle", "㊃"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (27, "upperLetter", "AA"),
        (2, "lowerLetter", "b"),
        (0, "upperLetter", "0"),
        (5, "unheard-of", "5"),
        (5, "none", ""),
        (-1, "decimal", ""),
    ],
)
def test_numbers_are_written_as_their_format_says(value: int, written: str, expected: str):
    """The formats of the standard that Chinese documents use; others count in figures."""
    assert number_text(value, written) == expected

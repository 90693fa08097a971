"""What comes out of RTF, by the specification and as programs write it."""

import pytest

from tests.office_files import codes, lines
from tracker.errors import InputProblem
from tracker.ingest.office.from_rtf import read_rtf


def rtf(body: str, head: str = "") -> bytes:
    """Return an RTF file of code page 936."""
    return f"{{\\rtf1\\ansi\\ansicpg936{head}{body}}}".encode("ascii")


def hexed(text: str, codec: str = "gb18030") -> str:
    """Return a text as RTF writes the bytes of a code page."""
    return "".join(f"\\'{byte:02x}" for byte in text.encode(codec))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (hexed("政府工作报告") + "\\par", ["政府工作报告"]),
        ("\\uc1\\u25919?\\u24220 ?\\par", ["政府"]),
        (f"\\uc2\\u25919{hexed('政')}\\u24220{hexed('府')}\\par", ["政府"]),
        ("\\uc0\\u-10179 \\u-8704 \\par", ["😀"]),
        ("5\\'25\\~\\emdash\\ldblquote a\\rdblquote\\par", ["5% —“a”"]),
        ("a\\\\b\\{c\\}\\par", ["a\\b{c}"]),
        ("{\\upr{?}{\\*\\ud{\\uc0\\u25919}}}\\par", ["政"]),
        ("{\\f1 " + hexed("報告", "cp950") + "}\\par", ["報告"]),
        ("{\\f2 \\'b7}x\\par", ["x"]),
        ("a\\line b\\par", ["a b"]),
        ("{\\info{\\title x}}{\\header y}{\\*\\unknown z}t\\par", ["t"]),
        ("{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}\\par", ["3"]),
        ("\\bin3 a}b c\\par", [" c".strip()]),
        ("t", ["t"]),
    ],
)
def test_characters_are_read_in_every_way_they_are_written(body: str, expected: list[str]):
    """Bytes of the font's code page, numbers with a stand-in to skip, control words."""
    fonts = "{\\fonttbl{\\f0\\fcharset134 A;}{\\f1\\fcharset136 B;}{\\f2\\fcharset2 C;}}"
    assert lines(read_rtf(rtf(f"{{\\f0 {body}}}", fonts))) == expected


def test_deleted_and_hidden_text_and_comments_are_left_out():
    """The wording is that with all changes accepted."""
    body = (
        "A{\\deleted B}{\\revised C}{\\v D}{\\*\\atnid x}{\\*\\annotation E}\\par"
        "{\\super 1}5{\\super 2}\\par"
    )
    read = read_rtf(rtf(body))
    assert lines(read) == ["AC", "¹5²"]
    assert codes(read) == {"changes-accepted", "hidden-left-out", "comments-left-out"}


def test_notes_and_boxes_stand_behind():
    """A box follows its paragraph, a note the text; fallbacks for old programs are left out."""
    body = (
        "A{\\super\\chftn}{\\footnote\\pard {\\super\\chftn} N\\par M}B"
        "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard Box\\par}}{\\shprslt Box}}"
        "C\\par D\\par"
    )
    read = read_rtf(rtf(body))
    assert lines(read) == ["ABC", "Box", "D", "[1]N", "M"]
    assert [layout.note for layout in read.layout] == [False, False, False, True, True]


def test_rows_keep_their_columns_by_the_edges_of_cells():
    """A wide cell takes as many columns as edges lie under it; merged cells are empty."""
    body = (
        "\\trowd\\cellx2000\\cellx3000\\intbl A\\cell B\\cell\\row"
        "\\trowd\\clvmgf\\cellx1000\\cellx2000\\cellx3000"
        "\\intbl a\\par b\\cell c\\cell d\\cell\\row"
        "\\trowd\\clvmrg\\cellx1010\\cellx2000\\cellx3000\\intbl\\cell e\\cell f\\cell\\row"
        "\\pard after\\par"
    )
    read = read_rtf(rtf(body))
    assert lines(read) == ["A\t\tB", "a b\tc\td", "\te\tf", "after"]
    assert [layout.table for layout in read.layout] == [1, 1, 1, None]


def test_a_table_in_a_cell_follows_its_row():
    """Nested cells and rows have words of their own; their fallback is left out."""
    body = (
        "\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx1\\cellx900"
        "\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 A\\cell B\\cell"
        "\\trowd\\cellx1000\\cellx2000\\row\\pard end\\par"
    )
    read = read_rtf(rtf(body))
    assert lines(read) == ["A\tB", "x\ty", "end"]


def test_headings_come_from_styles_and_outline_levels():
    """The name of a style or the outline level that it or the paragraph has."""
    sheet = (
        "{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}{\\s2\\outlinelevel1 X;}{\\s3 toc 1;}"
        "{\\*\\cs4 heading 5;}}"
    )
    body = (
        "\\pard\\s1\\qc\\b\\fs32 A\\par\\pard\\plain\\s2 B\\par\\pard\\s3 C\\par"
        "\\pard\\outlinelevel0 D\\par\\pard\\s1\\outlinelevel9 E\\par\\pard F\\par"
    )
    layout = read_rtf(rtf(body, sheet)).layout
    assert [look.style_level for look in layout] == [1, 2, None, 1, None, None]
    assert [look.furniture for look in layout] == [False, False, True, False, False, False]
    assert (layout[0].bold, layout[0].centred, layout[0].size) == (True, True, 16.0)


def test_list_numbers_stand_in_the_file():
    """Writers put the number of each item beside it; bullets are pictures."""
    body = (
        f"{{\\listtext\\pard {hexed('（一）')}\\tab}}A\\par{{\\pntext 1.\\tab}}5\\par"
        "{\\listtext\\u8226?\\tab}B\\par"
    )
    assert lines(read_rtf(rtf(body))) == ["（一）A", "1. 5", "B"]


@pytest.mark.parametrize("data", [b"", b"text", b"{\\rtf1" + b"{" * 100_000])
def test_what_is_no_rtf_is_told_in_a_sentence(data: bytes):
    """Neither another format nor braces without end make a traceback."""
    with pytest.raises(InputProblem):
        read_rtf(data)

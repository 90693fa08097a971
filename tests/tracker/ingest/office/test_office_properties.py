"""Whatever stands in a word-processor file, there comes a text with its layout or one sentence."""

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.office_files import docx, odt
from tracker.errors import InputProblem
from tracker.ingest.kinds import kind_of
from tracker.ingest.office.from_docx import read_docx
from tracker.ingest.office.from_odt import read_odt
from tracker.ingest.office.from_rtf import read_rtf
from tracker.model.source import SourceText

WORDS = (
    *("p", "r", "t", "tbl", "tr", "tc", "ins", "del", "sdt", "sdtContent", "pPr", "rPr", "numPr"),
    *("fldChar", "br", "txbxContent", "pict", "moveFrom", "hyperlink", "footnoteReference", "ruby"),
    *("vMerge", "tcPr", "gridSpan", "numId", "ilvl", "trPr", "pStyle", "outlineLvl", "rubyBase"),
)
ODF = (
    *("text:p", "text:h", "text:list", "text:list-item", "text:span", "text:note", "text:s"),
    *("text:note-body", "text:section", "table:table", "table:table-row", "table:table-cell"),
    *("table:covered-table-cell", "draw:frame", "draw:text-box", "text:soft-page-break"),
    *("text:table-of-content", "text:index-body", "text:tracked-changes", "office:annotation"),
)
VALUES = st.sampled_from(
    ["0", "1", "-1", "9", "²", "٣", "", "99999999999", "x", "begin", "separate"]
)
RTF_WORDS = (
    *("\\par ", "\\cell ", "\\row ", "\\intbl ", "\\itap2 ", "\\nestcell ", "\\nestrow ", "{", "}"),
    *(
        "\\trowd ",
        "\\cellx900 ",
        "\\cellx-5 ",
        "\\clvmrg ",
        "{\\footnote ",
        "{\\shptxt ",
        "\\pard ",
    ),
    *(
        "{\\*\\shpinst ",
        "\\u25919?",
        "\\u-10179 ",
        "\\uc0 ",
        "\\uc9 ",
        "\\'d5\\'fe",
        "\\'81",
        "\\*",
    ),
    *("{\\listtext ", "\\deleted ", "\\v ", "\\plain ", "\\s1 ", "\\fs0 ", "{\\fonttbl{\\f0 ;}}"),
    *("{\\stylesheet{\\s1 heading 1;}}", "{\\upr{a}{\\*\\ud b}}", "\\bin3 ", "文", "\\ansicpg0 "),
    *("\\f0 ", "\\super ", "\\b ", "\\line ", "a", "1.", "。", "\\", "\r\n", "\\ansicpg99999 "),
)


def elements(names: tuple[str, ...], prefix: str, attribute: str) -> st.SearchStrategy[str]:
    """Return XML of any nesting of elements with text between them."""
    name = st.sampled_from([prefix + n for n in names])

    def node(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(
            lambda n, value, content: f'<{n} {attribute}="{value}">{content}</{n}>',
            name,
            VALUES,
            st.lists(inner, max_size=4).map("".join),
        )

    return st.recursive(st.sampled_from(["", "一、", "文字。", " "]), node, max_leaves=25)


def check(read: SourceText) -> None:
    """Check what every text must hold: a layout for each line and no tab outside tables."""
    lines = read.text.split("\n")
    assert not read.text or len(lines) == len(read.layout)
    for line, look in zip(lines, read.layout, strict=False):
        assert line.strip()
        assert look.table or "\t" not in line


@given(elements(WORDS, "w:", "w:val"))
@settings(max_examples=150, deadline=None)
def test_any_word_body_is_read(body: str) -> None:
    """Elements in places where they do not belong are passed over or read, never a traceback."""
    with contextlib.suppress(InputProblem):
        check(read_docx(docx(f"<w:p>{body}</w:p>{body}", numbering=body, styles=body)))


@given(elements(ODF, "", "text:outline-level"))
@settings(max_examples=150, deadline=None)
def test_any_opendocument_body_is_read(body: str) -> None:
    """The same for OpenDocument."""
    with contextlib.suppress(InputProblem):
        check(read_odt(odt(body)))


@given(st.lists(st.sampled_from(RTF_WORDS), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_control_words_are_read(words: list[str]) -> None:
    """Control words in any order, groups that are never closed or closed too often."""
    data = ("{\\rtf1\\ansi\\ansicpg936 " + "".join(words)).encode("gb18030")
    with contextlib.suppress(InputProblem):
        check(read_rtf(data))


@given(st.binary(max_size=600), st.sampled_from([".doc", ".docx", ".txt", ".rtf", ""]))
@settings(max_examples=200, deadline=None)
def test_every_file_is_of_some_kind(data: bytes, suffix: str) -> None:
    """Bytes without meaning keep the ending that they have, or are a text."""
    signatures = (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<?xml ")
    for signature in signatures:
        assert isinstance(kind_of(signature + data, f"报告{suffix}"), str)

"""Headings without numbers that are told by how they stand; heading lines that belong together."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.same_report import report_of
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.source import LineLayout, SourceDocument
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.lines import split_lines
from tracker.parse.looks import find_looks
from tracker.parse.report import parse_report

TEXT = LineLayout(size=14)
FRONT = (
    ("政府工作报告", LineLayout(bold=True, centred=True, size=22)),
    ("——2023年1月3日在苏州市相城区五届人大二次会议上", LineLayout(centred=True, size=14)),
    ("区长张伟", LineLayout(centred=True, size=14)),
    ("各位代表：", TEXT),
    ("现在，我代表苏州市相城区人民政府，向大会作工作报告，请予审议，并请政协委员提出意见。", TEXT),
)
DONE = (
    "去年建成学校三所，群众满意度不断提高，累计培训千人，比上年增加百人，成功获批试点，"
    "荣获国家奖项，位居全省前列，投资增长8%，取得圆满成果。"
)
INTENDED = "我们将推动规划落地，力争年内完工，确保按期交付，争取资金，继续抓好服务，要提升质量。"
Line = tuple[str, LineLayout]

LOOKS = {
    "large": (
        LineLayout(bold=True, centred=True, size=18),
        LineLayout(bold=True, size=16),
        LineLayout(bold=True, size=14),
    ),
    "size alone": (LineLayout(size=20), LineLayout(size=17), LineLayout(size=15)),
    "sizes that waver": (LineLayout(size=20), LineLayout(size=17.1), LineLayout(size=15)),
    "centred, bold": (
        LineLayout(bold=True, centred=True, size=14),
        LineLayout(bold=True, size=14),
        LineLayout(size=14),
    ),
    "styles": (
        LineLayout(style_level=1, size=14),
        LineLayout(style_level=2, size=14),
        LineLayout(style_level=3, size=14),
    ),
}


def read(lexicon: ParseLexicon, lines: Sequence[Line]) -> Report:
    """Read lines with their layout as a report."""
    text = "\n".join(line for line, _ in lines)
    layout = tuple(layout for _, layout in lines)
    return parse_report(SourceDocument(ReportId("a"), "report.docx", text, layout), lexicon)


def outline(report: Report) -> list[tuple[int, str]]:
    """Level and heading of every section."""
    return [(s.level, s.heading) for s in report.sections]


@pytest.mark.parametrize("name", LOOKS)
def test_looks_give_levels_where_no_number_stands(lexicon: ParseLexicon, name: str) -> None:
    """Headings that stand alike are of one level; larger, centred and bold ones are higher."""
    first, second, third = LOOKS[name]
    wavered = LineLayout(second.style_level, second.bold, second.centred, (second.size or 0) - 0.2)
    report = read(
        lexicon,
        [
            *FRONT,
            ("去年工作回顾", first),
            ("产业结构向新而行", second),
            ("工业经济", third),
            (DONE, TEXT),
            ("农业农村", third),
            (DONE, TEXT),
            ("城乡面貌焕然一新", wavered if "waver" in name else second),
            (DONE, TEXT),
            ("今年工作安排", first),
            ("提升产业能级", second),
            (INTENDED, TEXT),
            ("改善百姓生活", second),
            (INTENDED, TEXT),
        ],
    )
    assert outline(report) == [
        (1, "去年工作回顾"),
        (2, "产业结构向新而行"),
        (3, "工业经济"),
        (3, "农业农村"),
        (2, "城乡面貌焕然一新"),
        (1, "今年工作安排"),
        (2, "提升产业能级"),
        (2, "改善百姓生活"),
    ]


def test_numbers_win_over_looks(lexicon: ParseLexicon) -> None:
    """Where the headings carry numbers, a larger line below them does not become a part."""
    large = LineLayout(bold=True, size=20)
    report = read(
        lexicon,
        [
            *FRONT,
            ("一、去年工作回顾", TEXT),
            ("（一）产业结构向新而行", TEXT),
            ("工业经济", large),
            (DONE, TEXT),
            ("（二）城乡面貌焕然一新", TEXT),
            (DONE, TEXT),
            ("二、今年工作安排", TEXT),
            (INTENDED, TEXT),
        ],
    )
    assert outline(report) == [
        (1, "去年工作回顾"),
        (2, "产业结构向新而行"),
        (3, "工业经济"),
        (2, "城乡面貌焕然一新"),
        (1, "今年工作安排"),
    ]


@pytest.mark.parametrize("number", ["", "一、"])
@pytest.mark.parametrize(
    "layout",
    [LineLayout(bold=True, centred=True, size=18), LineLayout(centred=True, size=14)],
)
def test_heading_on_two_lines_is_one(
    lexicon: ParseLexicon, layout: LineLayout, number: str
) -> None:
    """Two centred lines in a row that stand alike are one heading."""
    report = read(
        lexicon,
        [
            *FRONT,
            (f"{number}过去一年", layout),
            ("政府工作回顾", layout),
            (DONE, TEXT),
            ("二、今年主要任务" if number else "今年主要任务", layout),
            (INTENDED, TEXT),
        ],
    )
    assert report.broken == ((6, 7),)
    joined = [(level, heading.replace("\n", "")) for level, heading in outline(report)]
    assert joined == [(1, "过去一年政府工作回顾"), (1, "今年主要任务")]


def test_part_and_its_first_section_stay_two(lexicon: ParseLexicon) -> None:
    """A part and its first section look different; sections of one look follow their text."""
    large, bold = LOOKS["large"][:2]
    report = read(
        lexicon,
        [
            *FRONT,
            ("过去一年工作回顾", large),
            ("产业结构向新而行", bold),
            (DONE, TEXT),
            ("今年主要任务", large),
            ("提升产业能级", bold),
            (INTENDED, TEXT),
        ],
    )
    assert not report.broken


@given(
    st.lists(
        st.tuples(
            st.text("一二工作、。：0a ", max_size=80),
            st.builds(
                LineLayout,
                style_level=st.none() | st.integers(1, 3),
                bold=st.booleans(),
                centred=st.booleans(),
                size=st.none() | st.floats(1, 40),
                note=st.booleans(),
                furniture=st.booleans(),
            ),
        ),
        max_size=12,
    )
)
def test_ranks_count_from_one_and_name_real_lines(lines: list[Line]) -> None:
    """Ranks have no gaps; furniture, notes and empty lines have none."""
    text = "\n".join(line for line, _ in lines)
    layout = tuple(layout for _, layout in lines) or (LineLayout(),)
    looks = find_looks(split_lines(text), layout, frozenset())
    assert set(looks.ranks.values()) == set(range(1, len(set(looks.ranks.values())) + 1))
    for number in looks.ranks:
        assert text.split("\n")[number - 1].strip()
        assert not layout[number - 1].note
        assert not layout[number - 1].furniture


SAMPLES = Path(__file__).parents[1] / "ingest" / "samples" / "office"


@pytest.mark.parametrize("ending", ["docx", "odt", "rtf"])
def test_file_without_numbers_has_the_outline_of_the_numbered_text(ending: str) -> None:
    """Parts that are larger and centred and sections in bold letters need no numbers.

    The last five sections of the shortened sample have neither number nor text: they are no
    headings any more.
    """
    numbered = report_of(SAMPLES / "001.txt").sections
    shown = report_of(SAMPLES / f"001_unnumbered.{ending}").sections
    expected = [(s.level, s.heading, s.role) for s in numbered]
    assert [(s.level, s.heading, s.role) for s in shown] == expected[:-5]

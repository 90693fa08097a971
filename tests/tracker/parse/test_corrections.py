"""A person's word on single lines is taken as given; everything else is read around it."""

from collections.abc import Callable

import pytest

from tracker.ingest.files import decode_source
from tracker.model.correction import LineCorrection
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.report import parse_report

BODY = (
    "推动规划落地见效，完善配套设施，优化公共服务，全年建成学校三所、医院一座，群众满意度不断提高。"
)
LINES = (
    "政府工作报告",
    "——2023年1月3日在苏州市相城区五届人大二次会议上",
    "区长张伟",
    "各位代表：",
    "现在，我代表苏州市相城区人民政府，向大会作工作报告，请予审议。",
    "一、2022年工作总结",
    BODY,
    "二、2023年主要任务",
    "（一）做强产业",
    f"实施规划。{BODY}",
    f"打造枢纽。{BODY}",
    "（二）建好城市",
    f"今年更新老城，补齐短板，共享繁荣，继续推进。{BODY}",
    "被切断的段落没有结束。下半句在",
    "下一行。",
    "名词解释",
    "1.双中心：指枢纽中心和科技中心。",
)
Outline = list[tuple[int, int, str]]


@pytest.fixture
def corrected(lexicon: ParseLexicon) -> Callable[..., Report]:
    """Return a function that reads the lines with a person's word on some of them."""

    def make(*corrections: LineCorrection) -> Report:
        source = decode_source("\n".join(LINES).encode(), "report.txt")
        return parse_report(source, lexicon, corrections)

    return make


def outline(report: Report) -> Outline:
    """Line, level and heading of each section."""
    return [(report.line_of(s.span.start), s.level, s.heading) for s in report.sections]


READ: Outline = [
    (6, 1, "2022年工作总结"),
    (8, 1, "2023年主要任务"),
    (9, 2, "做强产业"),
    (10, 3, "实施规划。"),
    (11, 3, "打造枢纽。"),
    (12, 2, "建好城市"),
    (16, 1, "名词解释"),
]


def changed(**lines: list[tuple[int, int, str]]) -> Outline:
    """Return the outline with the entries of some lines (``line_9``) replaced."""
    found = [entry for entry in READ if f"line_{entry[0]}" not in lines]
    for entries in lines.values():
        found += entries
    return sorted(found)


def test_reading_without_corrections(corrected: Callable[..., Report]) -> None:
    """The ground on which the corrections of this file stand."""
    assert outline(corrected()) == READ


@pytest.mark.parametrize(
    ("line", "level", "expected"),
    [
        (10, 0, changed(line_10=[])),
        (
            9,
            0,
            changed(line_9=[], line_10=[(10, 2, "实施规划。")], line_11=[(11, 2, "打造枢纽。")]),
        ),
        (
            13,
            3,
            changed(line_13=[(13, 3, "今年更新老城，补齐短板，共享繁荣，继续推进。")]),
        ),
        (13, 2, changed(line_13=[(13, 2, "今年更新老城，补齐短板，共享繁荣，继续推进。")])),
        (
            12,
            1,
            changed(line_12=[(12, 1, "建好城市")]),
        ),
        (7, 2, changed(line_7=[(7, 2, BODY)])),
        (15, 2, changed(line_15=[(15, 2, "下一行。")])),
        (17, 2, [*READ, (17, 2, "双中心：指枢纽中心和科技中心。")]),
        (5, 1, [(5, 1, LINES[4]), *READ]),
    ],
)
def test_level_that_a_person_gives_holds(
    corrected: Callable[..., Report], line: int, level: int, expected: Outline
) -> None:
    """A heading of that level begins on the line, or none; the others move only under or out."""
    assert outline(corrected(LineCorrection(line, heading=level))) == expected


def test_siblings_follow_a_corrected_level(corrected: Callable[..., Report]) -> None:
    """（二） stands beside （一）, so it goes where （一） is put; a fourth level is left out."""
    found = outline(corrected(LineCorrection(9, heading=3)))
    assert [(line, level) for line, level, _ in found[1:]] == [
        (8, 1),
        (9, 3),
        (12, 3),
        (16, 1),
    ]


def test_top_heading_by_word_names_its_role(corrected: Callable[..., Report]) -> None:
    """A line that a person puts at the top opens a part that is read like any other."""
    report = corrected(LineCorrection(12, heading=1))
    assert [s.role for s in report.sections if s.level == 1] == [
        Role.REVIEW,
        Role.PLAN,
        Role.PLAN,
        Role.GLOSSARY,
    ]
    assert [s.reason for s in report.sections if "person" in s.reason] == [
        "a person says so; follows the review"
    ]


@pytest.mark.parametrize(
    ("correction", "broken"),
    [
        (LineCorrection(15), ((14, 15),)),
        (LineCorrection(15, joined=False), ()),
        (LineCorrection(11, joined=True), ((10, 11), (14, 15))),
    ],
)
def test_joining_that_a_person_gives_holds(
    corrected: Callable[..., Report], correction: LineCorrection, broken: object
) -> None:
    """A line continues the one before it, or does not, as a person says."""
    assert corrected(correction).broken == broken


def test_line_that_a_person_calls_noise_or_text(corrected: Callable[..., Report]) -> None:
    """What a person calls noise is no part of the report; a heading of his is one."""
    report = corrected(LineCorrection(9, noise=True))
    assert report.noise == (9,)
    assert outline(report)[2] == (10, 2, "实施规划。")
    both = corrected(LineCorrection(9, noise=True), LineCorrection(9, heading=2))
    assert both.noise == (9,)

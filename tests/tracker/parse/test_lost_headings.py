"""Headings that run into their text, name nothing or are missing; and what is said of them."""

from collections.abc import Callable

import pytest

from tracker.model.ids import ReportId
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.model.source import LineLayout, SourceDocument
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.report import parse_report

FRONT = (
    "政府工作报告",
    "——2023年1月3日在苏州市相城区五届人大二次会议上",
    "区长张伟",
    "各位代表：",
    "现在，我代表苏州市相城区人民政府，向大会作工作报告，请予审议。",
)
DONE = (
    "去年建成学校三所，群众满意度不断提高，累计培训千人，比上年增加百人，成功获批试点，"
    "荣获国家奖项，位居全省前列，投资增长8%，取得圆满成果。"
)
INTENDED = "我们将推动规划落地，力争年内完工，确保按期交付，争取资金，继续抓好服务，要提升质量。"
REVIEW, PLAN = "2022年工作回顾", "2023年主要任务"
Tops = list[tuple[str, str]]


def tops(report: Report) -> Tops:
    """Heading and role of each level-1 section."""
    return [(s.heading, s.role.value) for s in report.sections if s.level == 1]


def codes(report: Report) -> list[str]:
    """Codes of the remarks on the outline."""
    about = ("outline", "heading", "role", "number", "few", "ending")
    return [d.code for d in report.diagnostics if d.code.startswith(about)]


@pytest.mark.parametrize(
    "line",
    [
        f"二、{PLAN}2023年是开局之年，{INTENDED}",
        f"二、{PLAN} 今年是开局之年，{INTENDED}",
        f"**二、{PLAN}** 推动规划落地见效。{INTENDED}",
        f"**{PLAN}** 推动规划落地见效。{INTENDED}",
        f"{PLAN}2023年是开局之年，{INTENDED}",
    ],
)
def test_heading_ends_where_its_text_opens(read: Callable[..., Report], line: str) -> None:
    """Bold marks, white space before new words, or a closing noun end a heading."""
    number = "" if line.lstrip("*").startswith("2") else "一、"
    report = read(*FRONT, f"{number}{REVIEW}", DONE, line, INTENDED)
    assert tops(report) == [(REVIEW, "review"), (PLAN, "plan")]
    assert report.sections[-1].run_in


@pytest.mark.parametrize(
    ("lines", "expected", "code"),
    [
        (
            (DONE * 20, DONE, f"二、{PLAN}", INTENDED * 3),
            [("去年建成学校三所", "review"), (PLAN, "plan")],
            "heading-lost",
        ),
        (
            ("负重奋进谱新篇", DONE * 4, "扎实苦干开新局", INTENDED * 4),
            [("负重奋进谱新篇", "review"), ("扎实苦干开新局", "plan")],
            "heading-by-place",
        ),
        (
            (f"一、{REVIEW}", DONE * 4, f"今年是开局之年，{INTENDED}", INTENDED * 4),
            [(REVIEW, "review"), ("今年是开局之年", "plan")],
            "heading-lost",
        ),
    ],
)
def test_lost_part_begins_where_the_text_turns(
    read: Callable[..., Report], lines: tuple[str, ...], expected: Tops, code: str
) -> None:
    """There is always a review and a plan, and a person is told what they stand on."""
    report = read(*FRONT, *lines)
    assert tops(report) == expected
    assert code in codes(report)
    assert all(d.line for d in report.diagnostics if d.code == code)


def test_words_of_the_text_outweigh_a_heading_without_a_year(
    read: Callable[..., Report],
) -> None:
    """本届政府的主要工作 promises nothing when its text tells results."""
    report = read(*FRONT, "一、本届政府的主要工作", DONE * 4, f"二、{PLAN}", INTENDED * 4)
    assert tops(report) == [("本届政府的主要工作", "review"), (PLAN, "plan")]


def test_lines_above_lists_that_count_anew_are_the_top(read: Callable[..., Report]) -> None:
    """五年奋进 above 一、二、 and 继往开来 above another 一、二、 are parts, whatever they say."""
    report = read(
        *FRONT,
        "五年奋进实现跨越",
        f"一、凝聚发展共识。{DONE}",
        f"二、引领转型再造。{DONE}",
        "继往开来谱写新篇",
        f"一、构建产业体系。{INTENDED}",
        f"二、建设宜居城市。{INTENDED}",
    )
    assert tops(report) == [("五年奋进实现跨越", "review"), ("继往开来谱写新篇", "plan")]
    assert [s.level for s in report.sections] == [1, 2, 2, 1, 2, 2]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("“十五五”时期展望", "outlook"),
        ("“十五五”主要战略任务", "outlook"),
        ("实现“十五五”良好开局", "plan"),
        ("二〇二三年工作意见", "plan"),
        ("2023年政府工作总体考虑", "outlook"),
    ],
)
def test_years_of_a_heading_tell_how_far_it_looks(
    read: Callable[..., Report], heading: str, role: str
) -> None:
    """A five-year plan is an outlook, its first year a plan."""
    report = read(
        *FRONT, f"一、{REVIEW}", DONE, f"二、{heading}", INTENDED, f"三、{PLAN}", INTENDED
    )
    assert report.sections[1].role == role


def test_ordinal_words_number_headings(read: Callable[..., Report]) -> None:
    """第一，第二， above lead sentences are level 2."""
    report = read(
        *FRONT,
        f"一、{REVIEW}",
        DONE,
        f"二、{PLAN}",
        "第一，稳定经济增长。",
        f"扩大有效投资。{INTENDED}",
        f"扩大消费需求。{INTENDED}",
        "第二，推进创新改革。",
        f"激发创新活力。{INTENDED}",
    )
    assert [s.level for s in report.sections] == [1, 1, 2, 3, 3, 2, 3]


def test_gap_in_numbers_is_filled_or_told(read: Callable[..., Report]) -> None:
    """A long numbered paragraph between its neighbours is a heading; a missing one is remarked."""
    long = f"（二）着力保障改善民生，群众生活质量持续提高在经济困难的形势下我们{DONE[:40]}"
    given = (*FRONT, f"一、{REVIEW}", f"（一）产业提升。{DONE}")
    filled = read(*given, long, f"（三）城市更新。{DONE}", f"二、{PLAN}", INTENDED)
    assert [s.number for s in filled.sections] == ["一、", "（一）", "（二）", "（三）", "二、"]
    assert "number-skipped" not in codes(filled)
    missing = read(*given, f"（三）城市更新。{DONE}", f"二、{PLAN}", INTENDED)
    (remark,) = [d for d in missing.diagnostics if d.code == "number-skipped"]
    assert remark.line == 8


def test_plain_report_is_not_remarked_on(read: Callable[..., Report]) -> None:
    """A report with its headings, numbers and closing words leaves nothing in doubt."""
    report = read(
        *FRONT,
        f"一、{REVIEW}",
        f"（一）产业提升。{DONE}",
        f"（二）城市更新。{DONE}",
        f"二、{PLAN}",
        f"（一）产业提升。{INTENDED}",
        "各位代表！让我们为建设美好家园而努力奋斗！",
    )
    assert codes(report) == []


def test_layout_adds_headings_only_where_the_text_is_silent(lexicon: ParseLexicon) -> None:
    """Heading styles do not move what numbers and names tell; notes head nothing."""
    lines = (
        *FRONT,
        f"一、{REVIEW}",
        f"（一）产业提升。{DONE}",
        f"二、{PLAN}",
        INTENDED,
        "1.注：说明。",
    )
    text = "\n".join(lines)
    plain = parse_report(SourceDocument(ReportId("0" * 64), "a.txt", text), lexicon)
    layout = [LineLayout() for _ in lines]
    for i, level in ((0, 1), (5, 3), (6, 4), (7, 2)):
        layout[i] = LineLayout(style_level=level, bold=True)
    layout[-1] = LineLayout(note=True)
    styled = parse_report(
        SourceDocument(ReportId("0" * 64), "a.docx", text, tuple(layout)), lexicon
    )
    expected = [(s.level, s.heading) for s in plain.sections if "注" not in s.heading]
    assert [(s.level, s.heading) for s in styled.sections] == expected


def test_siblings_that_open_alike_vouch_for_a_long_one(read: Callable[..., Report]) -> None:
    """坚定不移… with two commas is a heading beside three shorter ones."""
    long = "坚定不移推进工业化城镇化信息化建设，发展动力不断增强，后劲十足。"
    report = read(
        *FRONT,
        f"一、{REVIEW}",
        f"坚定不移抓产业。{DONE}",
        f"坚定不移抓改革。{DONE}",
        f"坚定不移抓民生。{DONE}",
        f"{long}{DONE}",
        f"二、{PLAN}",
        INTENDED,
    )
    assert long in [s.heading for s in report.sections if s.level == 2]


def test_admission_in_points_has_no_sections(read: Callable[..., Report]) -> None:
    """一是…。二是…。 of a paragraph that admits problems are no headings."""
    points = "".join(f"{n}是城市服务管理水平不高。{DONE}" for n in "一二三四")
    report = read(
        *FRONT,
        f"一、{REVIEW}",
        DONE,
        f"我们也清醒地认识到，发展中还有不少困难和问题。{points}",
        f"二、{PLAN}",
        INTENDED,
    )
    assert [s.level for s in report.sections] == [1, 1]


def test_a_paragraph_that_tells_what_was_faced_is_no_admission(
    read: Callable[..., Report],
) -> None:
    """面对疫情等困难和挑战，… goes on with results; 面临不少困难和挑战 owns up to them."""
    faced = "刚刚过去的一年，面对疫情等困难和挑战，全市上下攻坚克难。全市生产总值增长4.1%，" + DONE
    owned = "各位代表，我们也清醒认识到，发展仍面临不少困难和挑战，主要是创新能力不强。"
    report = read(*FRONT, "一、2020年工作回顾", faced, DONE * 4, owned, f"二、{PLAN}", INTENDED * 4)
    lines = report.text.split("\n")

    def role_of(line: str) -> Role:
        number = lines.index(line) + 1
        return next(p.role for p in report.parts if p.first_line <= number <= p.last_line)

    assert role_of(faced) is Role.REVIEW
    assert role_of(owned) is Role.PROBLEMS

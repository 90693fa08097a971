"""Levels, headings, roles and tables of short reports."""

from collections.abc import Callable

import pytest

from tracker.model.outline import ColumnRole, Role
from tracker.model.report import Report

FRONT = (
    "政府工作报告",
    "——2023年1月3日在苏州市相城区五届人大二次会议上",
    "区长张伟",
    "各位代表：",
    "现在，我代表苏州市相城区人民政府，向大会作工作报告，请予审议。",
)
BODY = (
    "推动规划落地见效，完善配套设施，优化公共服务，全年建成学校三所、医院一座，群众满意度不断提高。"
)
SELF = (
    "坚持依法行政，自觉接受人大法律监督、政协民主监督，落实中央八项规定精神，过紧日子，"
    "全面从严治党，纠治四风，强化审计监督，营造清廉风气。"
)


def outline(report: Report) -> list[tuple[int, str, str]]:
    """Level, heading and role of each section."""
    return [(s.level, s.heading, s.role.value) for s in report.sections]


def test_numbered_bare_and_run_in_headings_are_levelled(read: Callable[..., Report]) -> None:
    """一、 over （一） over the lead sentences of paragraphs."""
    report = read(
        *FRONT,
        "一、2022年工作回顾",
        f"（一）产业质态提升。{BODY}",
        f"创新动能增强。{BODY}",
        f"服务水平提高。{BODY}",
        "二、2023年主要任务",
        "（一）立志图强，展现图景",
        f"登高望远实施规划。{BODY}",
        f"一流标准打造枢纽。{BODY}",
    )
    assert outline(report) == [
        (1, "2022年工作回顾", "review"),
        (2, "产业质态提升。", "review"),
        (3, "创新动能增强。", "review"),
        (3, "服务水平提高。", "review"),
        (1, "2023年主要任务", "plan"),
        (2, "立志图强，展现图景", "plan"),
        (3, "登高望远实施规划。", "plan"),
        (3, "一流标准打造枢纽。", "plan"),
    ]
    assert [s.run_in for s in report.sections] == [0, 1, 1, 1, 0, 0, 1, 1]


def test_bare_lines_stand_above_numbers_that_name_no_part(read: Callable[..., Report]) -> None:
    """Where 一、 counts tasks, the bare lines that name parts are the top headings."""
    report = read(
        *FRONT,
        "2022年工作回顾",
        BODY,
        "2023年主要目标和任务",
        "一、围绕强链条，推进产业强区",
        BODY,
        "二、围绕扩存量，提升项目质效",
        BODY,
        "全面建设人民满意政府",
        SELF,
    )
    assert [(level, role) for level, _, role in outline(report)] == [
        (1, "review"),
        (1, "plan"),
        (2, "plan"),
        (2, "plan"),
        (1, "self"),
    ]


def test_several_headings_share_a_paragraph(read: Callable[..., Report]) -> None:
    """一是…。 after a paragraph's own heading are level 3 on the same line."""
    report = read(
        *FRONT,
        "一、2022年工作回顾",
        BODY,
        "二、2023年主要任务",
        f"1.聚焦创新，激发动力。总述如此。一是集聚资源。{BODY}二是搭建平台。{BODY}",
    )
    assert outline(report)[2:] == [
        (2, "聚焦创新，激发动力。", "plan"),
        (3, "集聚资源。", "plan"),
        (3, "搭建平台。", "plan"),
    ]
    assert len({report.line_of(s.span.start) for s in report.sections[2:]}) == 1


def test_own_work_without_a_heading_is_a_section(read: Callable[..., Report]) -> None:
    """The paragraph on government's own work is named by the clause that names the topic."""
    report = read(
        *FRONT,
        "一、2022年工作回顾",
        BODY,
        "二、2023年主要任务",
        f"（一）推进建设。{BODY}",
        "同时，我们将始终坚持为民，着力提升政府服务效能，切实加强政府自身建设。"
        f"坚持依法行政。{SELF}坚持务实高效。{SELF}坚持清正廉洁。{SELF}",
    )
    assert outline(report)[3:] == [
        (2, "着力提升政府服务效能，切实加强政府自身建设。", "self"),
        (3, "坚持依法行政。", "self"),
        (3, "坚持务实高效。", "self"),
        (3, "坚持清正廉洁。", "self"),
    ]


def test_list_that_counts_anew_does_not_reach_the_top(read: Callable[..., Report]) -> None:
    """十件民生实事 numbered 一、二、 below a part are no parts."""
    report = read(
        *FRONT,
        "一、2022年工作回顾",
        BODY,
        "二、2023年工作安排",
        BODY,
        "一、提高保障水平",
        BODY,
        "二、完善供水设施",
        BODY,
    )
    assert [h for level, h, _ in outline(report) if level == 1] == [
        "2022年工作回顾",
        "2023年工作安排",
    ]


def test_paragraphs_get_roles_by_place_and_words(read: Callable[..., Report]) -> None:
    """Thanks, admissions, requirements, targets, tasks and rallying words are told apart."""
    report = read(
        *FRONT,
        "一、2022年工作回顾",
        BODY,
        "各位代表，成绩来之不易，我代表区人民政府，向全区人民表示衷心的感谢！",
        "同时，我们也清醒地认识到，发展中还有不少困难和问题，需要认真加以解决。",
        "二、2023年主要任务",
        "今年是开局之年。总体要求是：坚持稳中求进工作总基调，全面贯彻新发展理念。",
        "今年的主要预期目标：地区生产总值增长5%左右，收入增长6%，投资增长5%以上。",
        "重点做好以下几方面工作：",
        f"（一）推进建设。{BODY}",
        "各位代表！让我们更加紧密地团结起来，为建设美好家园而不懈奋斗！",
        "名 词 解 释",
        "1.双中心：指枢纽中心和科技中心。",
    )
    roles = [(p.first_line, p.role) for p in report.parts]
    assert roles == [
        (1, Role.FRONT),
        (6, Role.REVIEW),
        (8, Role.CLOSING),
        (9, Role.PROBLEMS),
        (10, Role.PLAN),
        (11, Role.OUTLOOK),
        (12, Role.TARGETS),
        (13, Role.PLAN),
        (15, Role.CLOSING),
        (16, Role.GLOSSARY),
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("2022年工作回顾", "review"),
        ("过去五年和2022年工作回顾", "review"),
        ("2022年主要工作", "review"),
        ("“十四五”时期的总体思路与目标任务", "outlook"),
        ("“十四五”时期发展成就和“十五五”时期主要目标任务", "outlook"),
        ("今后五年的奋斗目标", "outlook"),
        ("2023年主要任务", "plan"),
        ("全力做好2023年工作", "plan"),
        ("2023年经济社会发展总体要求和重点工作", "plan"),
        ("切实加强政府自身建设", "self"),
        ("名词解释", "glossary"),
    ],
)
def test_top_heading_says_which_way_its_part_looks(
    read: Callable[..., Report], heading: str, role: str
) -> None:
    """Words and years of a heading tell its role."""
    report = read(
        *FRONT, "一、2022年工作总结", BODY, f"二、{heading}", BODY, "三、2023年工作安排", BODY
    )
    assert report.sections[1].role == role


def test_table_of_lines_is_read(read: Callable[..., Report]) -> None:
    """Cells on lines of their own, broken cells and group cells make a table."""
    report = read(
        *FRONT,
        "一、2022年计划执行情况",
        "表1  2022年目标完成情况",
        "\t指标",
        "分类",
        "\t指标名称",
        "\t2022年预期目标",
        "\t2022年预计完成情况",
        "",
        "\t经济",
        "\t全社会研发",
        "经费支出",
        "\t3.85%左右",
        "\t接近4% ",
        "",
        "\t",
        "\t进出口总额",
        "\t总体稳定",
        "\t增长1.6%",
        "",
        "",
        f"（一）主要情况。{BODY}",
    )
    (table,) = report.tables
    assert [c.role for c in table.columns] == [
        ColumnRole.GROUP,
        ColumnRole.INDICATOR,
        ColumnRole.TARGET,
        ColumnRole.RESULT,
    ]
    assert [c.year for c in table.columns] == [None, None, 2022, 2022]
    assert [[c.text if c else None for c in row] for row in table.rows] == [
        ["经济", "全社会研发经费支出", "3.85%左右", "接近4%"],
        ["经济", "进出口总额", "总体稳定", "增长1.6%"],
    ]
    cell = table.rows[0][1]
    assert cell is not None
    assert report.quote(cell.span) == "全社会研发\n经费支出"
    assert report.role_at(table.span.start) is Role.TABLE


def test_labels_and_furniture_are_no_headings(read: Callable[..., Report]) -> None:
    """牵头单位：… and bare lines that no text follows stay out of the outline."""
    report = read(
        *FRONT,
        "一、2022年工作回顾",
        BODY,
        "二、2023年工作安排",
        f"（一）推进建设。{BODY}",
        "牵头单位：市教育局",
        BODY,
        "相关新闻栏目",
    )
    assert [h for _, h, _ in outline(report)] == [
        "2022年工作回顾",
        "2023年工作安排",
        "推进建设。",
    ]


def test_admission_with_a_short_first_sentence_is_no_section(read: Callable[..., Report]) -> None:
    """A paragraph that admits problems keeps its role however it begins."""
    report = read(
        *FRONT,
        "一、2022年工作回顾",
        f"（一）产业提升。{BODY}",
        f"创新增强。{BODY}",
        f"服务提高。{BODY}",
        "危方能居安。在肯定成绩的同时，我们也清醒地认识到面临的问题和挑战，经济下行压力较大。",
        "二、2023年工作安排",
        BODY,
    )
    assert report.role_at(report.line_starts[9]) is Role.PROBLEMS
    assert [s.heading for s in report.sections if s.level == 3] == ["创新增强。", "服务提高。"]


def test_custom_of_siblings_makes_short_sentences_headings(read: Callable[..., Report]) -> None:
    """Where siblings hold several, short sentences head what follows; of two in a row the last."""
    inner = (
        f"总的要求如此，必须长期坚持不懈。提振消费需求。{BODY}{BODY}"
        f"办好节会活动。扩大有效投资。{BODY}{BODY}"
    )
    report = read(
        *FRONT,
        "一、2022年工作回顾",
        BODY,
        "二、2023年工作安排",
        f"（一）巩固经济势头。{inner}",
        f"（二）推动科技创新。{inner}",
        f"（三）建设产业体系。{inner}",
    )
    assert [h for level, h, _ in outline(report) if level == 3] == [
        "提振消费需求。",
        "扩大有效投资。",
    ] * 3


@pytest.mark.parametrize(
    ("last", "codes"),
    [
        ("各位代表！让我们更加紧密地团结起来，为建设美好相城而努力奋斗！", []),
        ("让我们为建设美好相城而努力奋斗！", []),
        (f"创新动能增强。{BODY[:30]}", ["ending-missing"]),
    ],
)
def test_a_report_that_was_cut_off_is_remarked_on(
    last: str, codes: list[str], read: Callable[..., Report]
) -> None:
    """A report that is read out ends with closing words; without them a part may be missing."""
    report = read(
        *FRONT,
        "一、2022年工作回顾",
        f"（一）产业质态提升。{BODY}",
        "二、2023年主要任务",
        f"（一）产业质态提升。{BODY}",
        f"（二）服务水平提高。{BODY}",
        last,
    )
    assert [d.code for d in report.diagnostics if d.code == "ending-missing"] == codes

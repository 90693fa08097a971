"""What stands between the sections: requirements, turns of the text, attachments, other voices."""

from collections.abc import Callable

import pytest

from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.parse.heading_roles import role_of_heading
from tracker.parse.lexicon import ParseLexicon

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
TARGETS = (
    "今年经济社会发展主要预期目标是：地区生产总值增长6%以上，城镇新增就业2万人以上，"
    "居民消费价格涨幅3%左右。"
)
HEAD = (*FRONT, "一、2022年工作回顾", DONE, "二、2023年主要任务")
ADVICE = (
    "做好今年工作，要把握以下几点：一是坚持稳字当头。把稳增长放在更加突出的位置，保持定力。"
    "二是坚持创新驱动。把科技创新作为第一动力，久久为功。"
    "三是坚持民生为本。把群众的事当作自己的事，办好实事。"
)


def lines(report: Report) -> dict[int, Role]:
    """Role of every line."""
    return {n: p.role for p in report.parts for n in range(p.first_line, p.last_line + 1)}


def outline(report: Report) -> list[tuple[int, str, Role]]:
    """Level, heading and role of every section behind the first two parts."""
    found = [(s.level, s.number + s.heading, s.role) for s in report.sections]
    return found[2:]


def test_advice_between_targets_and_tasks_is_a_requirement(read: Callable[..., Report]) -> None:
    """After the targets and before the first section of tasks a plan says how to work."""
    report = read(*HEAD, TARGETS, ADVICE, "（一）提升产业能级", INTENDED)
    roles = lines(report)
    assert (roles[9], roles[10], roles[12]) == (Role.TARGETS, Role.OUTLOOK, Role.PLAN)
    assert outline(report) == [
        (2, "一是坚持稳字当头。", Role.OUTLOOK),
        (2, "二是坚持创新驱动。", Role.OUTLOOK),
        (2, "三是坚持民生为本。", Role.OUTLOOK),
        (2, "（一）提升产业能级", Role.PLAN),
    ]


def test_plan_without_sections_is_plan_after_its_targets(read: Callable[..., Report]) -> None:
    """Where no section of tasks follows, the text after the targets tells the tasks."""
    assert lines(read(*HEAD, TARGETS, INTENDED))[10] is Role.PLAN


def test_words_on_the_whole_work_leave_the_last_section(read: Callable[..., Report]) -> None:
    """实现上述目标 below the text of a section speaks of all; what follows is not part of it."""
    report = read(
        *HEAD,
        "（一）提升产业能级。" + INTENDED,
        "（二）改善百姓生活。" + INTENDED,
        "实现上述目标和任务，必须牢牢把握以下几点：",
        "一是坚持融入新格局。" + INTENDED,
        "二是坚持激发新活力。" + INTENDED,
    )
    assert [level for level, *_ in outline(report)] == [2, 2, 2, 2]


def test_words_on_the_whole_work_open_a_section(read: Callable[..., Report]) -> None:
    """The first text below a heading on its own line belongs to it, whatever it speaks of."""
    report = read(
        *HEAD,
        "（一）提升产业能级",
        INTENDED,
        "（二）加强队伍建设",
        "做好今年的各项工作，" + INTENDED,
        "1．坚持依法办事。" + INTENDED,
    )
    assert [level for level, *_ in outline(report)] == [2, 2, 3]


CLOSING = "各位代表，让我们紧密团结起来，为建设更加美好的现代化新城区而努力奋斗！"
ITEMS = ("一、提高低保标准", "二、改造老旧小区", "三、新建口袋公园")


@pytest.mark.parametrize(("below", "expected"), [(True, [2, 2, 2]), (False, [])])
def test_items_with_text_below_are_sections_of_an_attachment(
    read: Callable[..., Report], *, below: bool, expected: list[int]
) -> None:
    """A list of works has sections where each item has a heading and its text below it."""
    text = ("农村低保标准占城镇低保标准的最低比例提高到80%以上，惠及全区城乡困难群众，" * 2)[:-1]
    works = [line for item in ITEMS for line in ((item, text + "。") if below else (item + text,))]
    long = ["（一）提升产业能级。" + INTENDED * 60]
    report = read(*HEAD, *long, CLOSING, "附件：2023年民生实事", *works)
    attached = [s for s in report.sections if s.span.start >= report.text.index("2023年民生实事")]
    assert [s.level for s in attached[1:]] == expected
    assert {s.role for s in attached} == {Role.PLAN}


def test_paragraph_on_the_army_is_no_own_work(read: Callable[..., Report]) -> None:
    """Behind the part on the government's own work, 各位代表！驻地部队… belongs to the plan."""
    army = "各位代表！驻区部队为相城发展作出了重要贡献。我们要支持国防和军队建设，做好双拥工作。"
    report = read(
        *HEAD, INTENDED, "三、加强政府自身建设", "我们将依法行政，改进作风。", army, CLOSING
    )
    assert lines(report)[12] is Role.PLAN


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("关于《第十五个五年规划纲要（草案）》的说明", Role.OUTLOOK),
        ("第十三个五年规划执行情况", Role.REVIEW),
        ("“十五五”时期主要目标任务", Role.OUTLOOK),
        ("“十四五”时期工作回顾", Role.REVIEW),
    ],
)
def test_plans_are_known_by_their_count(lexicon: ParseLexicon, heading: str, role: Role) -> None:
    """第十五个五年规划 and “十五五” are the same plan, which in 2026 lies ahead."""
    assert role_of_heading(heading, 2026, lexicon.headings) is role


def test_text_without_line_ends_divides_at_numbers(read: Callable[..., Report]) -> None:
    """Numbers behind the end of a sentence, and periods that recur, begin paragraphs."""
    filler = (
        "各项工作扎实推进，群众满意度不断提高，投资平稳增长，取得圆满成果，" * 30 + "成效明显。"
    )
    text = (
        "各位代表：现在，我代表区人民政府向大会报告工作，请予审议。一、2022年工作回顾"
        "过去一年，全区上下共同努力。"
        f"五年来，经济跃上新台阶。{filler}五年来，城乡展现新面貌。{filler}"
        f"五年来，民生得到新改善。{filler}二、2023年主要任务今年是关键之年。"
        f"1.加快产业升级。{filler}2.改善百姓生活。{filler}"
    )
    found = [(s.level, s.number + s.heading) for s in read(text).sections]
    assert found == [
        (1, "一、2022年工作回顾"),
        (2, "五年来，经济跃上新台阶。"),
        (2, "五年来，城乡展现新面貌。"),
        (2, "五年来，民生得到新改善。"),
        (1, "二、2023年主要任务"),
        (2, "1.加快产业升级。"),
        (2, "2.改善百姓生活。"),
    ]

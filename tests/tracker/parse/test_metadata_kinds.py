"""What kind of document it is, and which year it is of."""

from collections.abc import Callable

import pytest

from tracker.ingest.files import decode_source
from tracker.model.report import Report, ReportKind
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.report import parse_report

READ = Callable[..., Report]
BODY = ("一、2025年工作回顾", "过去一年，成效明显。", "二、2026年主要任务", "今年，继续努力。")
WORK, PLAN = ReportKind.GOVERNMENT_WORK_REPORT, ReportKind.PLAN_REPORT
BUDGET, OTHER = ReportKind.BUDGET_REPORT, ReportKind.OTHER
LIST, BULLETIN = ReportKind.TASK_LIST, ReportKind.BULLETIN
SUMMARY = ReportKind.WORK_SUMMARY


@pytest.mark.parametrize(
    ("title", "opening", "kind"),
    [
        ("政府工作报告", "现在，我代表市人民政府，向大会报告工作，请予审议。", WORK),
        ("", "现在，我代表区政府向大会作工作报告，请予审议。", WORK),
        ("国务院政府工作报告", "现在，我代表国务院，向大会报告政府工作，请予审议。", WORK),
        ("", "现在，我代表地区行署，向大会报告工作，请予审议。", WORK),
        ("工作报告", "现在，我代表兵团，向会议报告工作。", WORK),
        (
            "关于2025年国民经济和社会发展计划执行情况与2026年计划草案的报告",
            "受市人民政府委托，现将计划草案提请大会审议。",
            PLAN,
        ),
        ("", "受市人民政府委托，向大会报告2025年国民经济和社会发展计划执行情况，请审议。", PLAN),
        ("关于2025年预算执行情况和2026年预算草案的报告", "受市人民政府委托，提请审议。", BUDGET),
        ("市人民代表大会常务委员会工作报告", "现在，我受市人大常委会委托，向大会报告工作。", OTHER),
        ("", "现在，我代表市中级人民法院，向大会报告工作，请予审议。", OTHER),
        ("", "现在，我代表市人民检察院，向大会报告工作，请予审议。", OTHER),
        ("关于印发2026年《政府工作报告》主要任务分解方案的通知", "现印发给你们。", LIST),
        ("国务院关于落实《政府工作报告》重点工作分工的意见", "现提出以下意见。", LIST),
        ("2026年市政府民生实事项目安排", "各项目单位要认真组织实施。", LIST),
        ("2025年政府工作报告重点任务完成情况", "各项任务进展顺利。", OTHER),
        ("2025年全省教育事业发展统计公报", "全省共有学校。", BULLETIN),
        ("2025年上半年工作总结", "上半年，市教育局努力工作。", OTHER),
        ("《政府工作报告》名词解释", "共有十条。", OTHER),
        ("关于政府工作报告的决议", "会议听取和审议了报告。", OTHER),
        ("2026年上半年政府工作报告", "现在，我代表市人民政府，向会议报告工作。", OTHER),
        ("2025年国民经济和社会发展统计公报", "初步核算，生产总值增长。", BULLETIN),
        ("国民经济和社会发展第十五个五年规划纲要", "本纲要依据建议编制。", OTHER),
        ("市教育局2025年工作总结和2026年工作计划", "一年来，市教育局努力工作。", SUMMARY),
    ],
)
def test_kind_is_told_by_title_and_speaker(
    read: READ, title: str, opening: str, kind: ReportKind
) -> None:
    """A work report of a court, or a paper about a work report, is not one of a government."""
    assert read(title, "各位代表：", opening, *BODY).meta.kind is kind


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (("2025年12月29日在市十七届人大五次会议上", "一、过去一年工作", "二、今后工作"), 2026),
        (("2026年11月在市十七届人大五次会议上", "一、过去一年工作", "二、今后工作"), 2027),
        (("2026年3月30日在市十七届人大五次会议上", "一、过去五年工作", "二、今后五年工作"), 2026),
        (("2025年12月24日在市十七届人大五次会议上", "2025年，我们主要开展了以下工作"), 2026),
        (("一、“十五”期间回顾和2005年的政府工作", "三、2006年的主要工作"), 2006),
        (("一、1999年工作的回顾", "2000年是世纪交替之年。", "2015年规划编制完成。"), 2000),
        (("刚刚过去的2011年，成效明显。", "到2017年，生产总值翻一番。"), 2012),
        (("2025年是极不平凡的一年。", "各项工作取得成绩。" * 9, "面向未来。"), 2026),
        (("今年任务很重。" * 5, "2026年政府工作的总体要求是：稳中求进。"), 2026),
        (("（2010年2月20日 梁保华）", "一、2002年工作回顾", "二、2003年预期目标"), 2003),
        (("关于2025年预算执行情况和2026年预算草案的报告", "各位代表："), 2026),
        (("2025年国民经济和社会发展统计公报", "2026年3月1日"), 2025),
    ],
)
def test_year_is_what_most_speaks_for(read: READ, lines: tuple[str, ...], year: int) -> None:
    """Day, headings, title and text are weighed against each other."""
    assert read(*lines).meta.year == year


def test_year_without_a_day_is_told_with_its_words(read: READ) -> None:
    """The remark says what the year was taken from, and where it stands."""
    report = read("政府工作报告", "各位代表：", "我代表苏州市人民政府向大会报告工作。", *BODY)
    (remark,) = [d for d in report.diagnostics if d.code == "date-unknown"]
    assert "2025年工作回顾" in remark.message.zh
    assert remark.line == 4


def test_name_of_the_file_is_asked_last(lexicon: ParseLexicon) -> None:
    """Region and year of a name count where the text is silent, with a remark; else they do not."""

    def named(*lines: str) -> Report:
        name = "2026年昆山市政府工作报告.txt"
        return parse_report(decode_source("\n".join(lines).encode(), name), lexicon)

    silent = named("各位代表：", "现在，我代表市人民政府，向大会作工作报告。", "过去一年很好。")
    assert silent.meta.region is not None
    assert silent.meta.region.name == "江苏省苏州市昆山市"
    assert silent.meta.year == 2026
    said = {d.code: d.message.zh for d in silent.diagnostics}
    assert "文件名" in said["region-guessed"]
    assert "文件名" in said["date-unknown"]
    telling = named(
        "政府工作报告",
        "——2021年1月19日在无锡市第十六届人民代表大会第五次会议上",
        "各位代表：",
        "现在，我代表无锡市人民政府，向大会作工作报告。",
        "过去一年很好。",
    )
    assert telling.meta.region is not None
    assert telling.meta.region.name == "江苏省无锡市"
    assert telling.meta.year == 2021
    assert not {d.code for d in telling.diagnostics} & {"region-guessed", "date-unknown"}


def test_day_against_the_text_is_told(read: READ) -> None:
    """A day years after the year that the text speaks for is printed wrongly, or a later copy."""
    report = read("（2010年2月20日 梁保华）", "一、2002年工作回顾", "二、2003年预期目标")
    (remark,) = [d for d in report.diagnostics if d.code == "year-differs"]
    assert "2003" in remark.message.zh
    assert remark.line == 1


def test_month_alone_tells_the_year(read: READ) -> None:
    """Some heads give the month, without a day."""
    assert (
        read("政府工作报告", "（2009年1月）", "各位代表：", "一年来，工作顺利。").meta.year == 2009
    )

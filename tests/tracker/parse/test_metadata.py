"""What a report says of itself."""

from collections.abc import Callable
from datetime import date

import pytest

from tracker.model.report import Report, ReportKind
from tracker.parse.dates import find_day
from tracker.parse.head import split_meeting, split_person
from tracker.parse.lexicon import ParseLexicon


@pytest.mark.parametrize(
    ("line", "office", "speaker"),
    [
        ("苏州市市长 吴庆文", "苏州市市长", "吴庆文"),
        ("市长李亚平", "市长", "李亚平"),
        ("区人民政府代区长    万利", "区人民政府代区长", "万利"),
        ("代市长 汪 泉", "代市长", "汪泉"),
        ("国务院总理　李克强", "国务院总理", "李克强"),
        ("自治区主席 艾尔肯·吐尼亚孜", "自治区主席", "艾尔肯·吐尼亚孜"),
        ("（市长 张三丰）", "市长", "张三丰"),
        ("市发展和改革委员会", "市发展和改革委员会", ""),
        ("市长", "市长", ""),
        ("吴庆文", "", "吴庆文"),
        ("四川日报", "", ""),
        ("市长要求，抓好落实。", "", ""),
    ],
)
def test_office_and_name_are_parted(
    lexicon: ParseLexicon, line: str, office: str, speaker: str
) -> None:
    """A line about a person gives office and name; a body gives an office alone."""
    assert split_person(line, lexicon.roles.head) == (office, speaker)


@pytest.mark.parametrize(
    ("line", "meeting", "rest"),
    [
        ("——2021年1月19日在苏州市十六届人大五次会议上", "苏州市十六届人大五次会议", ""),
        ("政府工作报告——2021年1月19日在市十六届人大五次会议上", "市十六届人大五次会议", ""),
        (
            "──2017年4月16日在青岛市第十六届人民代表大会第一次会议上",
            "青岛市第十六届人民代表大会第一次会议",
            "",
        ),
        (
            "（2019年1月27日在贵州省第十三届人民代表大会第二次会议上）省长谌贻琴",
            "贵州省第十三届人民代表大会第二次会议",
            "省长谌贻琴",
        ),
        (
            "在四川省第十三届人民代表大会第二次会议上（2019年1月14日）",
            "四川省第十三届人民代表大会第二次会议",
            "",
        ),
        ("我们在苏州召开了会议", "", ""),
    ],
)
def test_meeting_is_cut_out_of_its_line(line: str, meeting: str, rest: str) -> None:
    """The meeting stands between 在 and 上, whatever stands around it."""
    assert split_meeting(line) == (meeting, rest)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("——2023年1月7日在", date(2023, 1, 7)),
        ("二〇二二年一月十七日", date(2022, 1, 17)),
        ("二○一二年十二月三十一日", date(2012, 12, 31)),
        ("2023年2月30日", None),
        ("2023年", None),
    ],
)
def test_day_is_read_in_figures_and_numerals(text: str, day: date | None) -> None:
    """Days stand in figures or in Chinese numerals; impossible ones are none."""
    assert find_day(text) == day


@pytest.mark.parametrize(
    ("day", "headings", "year"),
    [
        ("2023年1月7日", ("一、2022年工作回顾", "二、2023年主要任务"), 2023),
        ("2021年12月30日", ("一、2021年工作回顾", "二、2022年重点工作"), 2022),
        ("2021年12月30日", ("一、过去一年工作回顾", "二、今后的工作"), 2022),
        ("2022年3月30日", ("一、本届政府任期内工作回顾", "二、今年的主要任务"), 2022),
    ],
)
def test_year_is_the_one_planned_for(
    read: Callable[..., Report], day: str, headings: tuple[str, str], year: int
) -> None:
    """A report delivered in December plans for the year after."""
    report = read(
        "政府工作报告",
        f"——{day}在苏州市十七届人大二次会议上",
        "各位代表：",
        "现在，我代表苏州市人民政府，向大会报告工作，请予审议。",
        headings[0],
        "过去一年，生产总值增长2%。",
        headings[1],
        "今年，生产总值增长5%。",
    )
    assert report.meta.year == year
    assert report.meta.kind is ReportKind.GOVERNMENT_WORK_REPORT


def test_other_documents_are_told(read: Callable[..., Report]) -> None:
    """A text that is no report is read as kind other, with a warning and without an error."""
    report = read("今天天气很好，我们去公园玩。", "明天再说。")
    assert report.meta.kind is ReportKind.OTHER
    assert "no-report" in {d.code for d in report.diagnostics}
    assert report.sections == ()


def test_meeting_that_passed_the_report_is_read() -> None:
    """A line may say 通过 instead of 上, and leave out 在."""
    line = "2019年1月11日长沙市第十五届人民代表大会第四次会议通过"
    assert split_meeting(line) == ("长沙市第十五届人民代表大会第四次会议", "")


def test_lost_head_is_told(read: Callable[..., Report]) -> None:
    """A long text that looks back and plans is taken for a work report, with a remark."""
    body = "市政府推动石家庄市建设，完善配套设施，优化公共服务，群众满意度不断提高。" * 80
    report = read("一、2016年工作回顾", body, "二、2017年工作安排", body)
    assert report.meta.kind is ReportKind.GOVERNMENT_WORK_REPORT
    assert "kind-guessed" in {d.code for d in report.diagnostics}

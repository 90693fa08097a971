"""What the first lines of a report say: day, meeting, speaker, office, title."""

from collections.abc import Callable
from datetime import date

import pytest

from tracker.model.report import Report
from tracker.parse.dates import find_day, find_days, find_month

READ = Callable[..., Report]
OPENING = "现在，我代表苏州市人民政府，向大会报告工作，请予审议。"
BODY = ("一、2025年工作回顾", "过去一年，成效明显。", "二、2026年主要任务", "今年，继续努力。")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("——2023年1月7日在", date(2023, 1, 7)),
        ("（２０２３年１月７日", date(2023, 1, 7)),
        ("二〇二二年一月十七日", date(2022, 1, 17)),
        ("二○一二年十二月三十一日", date(2012, 12, 31)),
        ("二Ο一八年一月十日", date(2018, 1, 10)),
        ("二零二六年元月廿七日", date(2026, 1, 27)),
        ("2026年一月二十七日", date(2026, 1, 27)),
        ("2026.1.27", date(2026, 1, 27)),
        ("2026-01-27", date(2026, 1, 27)),
        ("——19年2月24日在", date(2019, 2, 24)),
        ("98年3月1日", date(1998, 3, 1)),
        ("工作报告2026年1月27日在", date(2026, 1, 27)),
        ("2023年2月30日", None),
        ("2023年", None),
        ("第1.2.3节", None),
    ],
)
def test_day_is_read_in_every_form(text: str, day: date | None) -> None:
    """Days stand in figures or in Chinese numerals; impossible ones are none."""
    assert find_day(text) == day


def test_days_say_where_they_stand() -> None:
    """Offsets are those of the text that was given."""
    (found,) = find_days("（2026年1月27日）")
    assert (found.start, found.end) == (1, 11)


def test_month_is_read() -> None:
    """A head may leave out the day."""
    assert find_month("——2009年1月在黑龙江省第十一届人民代表大会第三次会议上") == (2009, 1)
    assert find_month("2009年13月") is None


@pytest.mark.parametrize(
    ("lines", "day", "meeting", "office", "speaker"),
    [
        (
            ("（2026年1月27日在苏州市第十七届人民代表大会第五次会议上）", "市长 吴 庆 文"),
            date(2026, 1, 27),
            "苏州市第十七届人民代表大会第五次会议",
            "市长",
            "吴庆文",
        ),
        (
            ("——二〇二六年一月二十七日在苏州市", "第十七届人大五次会议上", "代市长：张　伟"),
            date(2026, 1, 27),
            "苏州市第十七届人大五次会议",
            "代市长",
            "张伟",
        ),
        (
            ("2026年", "1月27日在苏州市十七届人大五次会议上", "市长——吴庆文"),
            date(2026, 1, 27),
            "苏州市十七届人大五次会议",
            "市长",
            "吴庆文",
        ),
        (
            ("——2026年1月27日在苏州市第十七届人民代表大会", "第五次会议上", "吴庆文"),
            date(2026, 1, 27),
            "苏州市第十七届人民代表大会第五次会议",
            "",
            "吴庆文",
        ),
        (
            ("——苏州市第十七届人民代表大会第五次会议", "（2026年1月27日，征求意见稿）"),
            date(2026, 1, 27),
            "苏州市第十七届人民代表大会第五次会议",
            "",
            "",
        ),
        (
            ("（1月27日在苏州市第十七届人民代表大会第五次会议上）", "市委副书记、市长 吴庆文"),
            date(2026, 1, 27),
            "苏州市第十七届人民代表大会第五次会议",
            "市委副书记、市长",
            "吴庆文",
        ),
        (
            ("2026.1.27", "市人民政府代理市长 王金会"),
            date(2026, 1, 27),
            "",
            "市人民政府代理市长",
            "王金会",
        ),
        (("（2026年1月27日 努尔·白克力）",), date(2026, 1, 27), "", "", "努尔·白克力"),
        (("苏州市市长 吴庆文（2026年1月27日）",), date(2026, 1, 27), "", "苏州市市长", "吴庆文"),
        (("自治区主席乌云其木格",), None, "", "自治区主席", "乌云其木格"),
        (("市长吴庆文作政府工作报告。", "记者 张三", "张三 李四 摄"), None, "", "", ""),
        (("图为市长吴庆文作报告",), None, "", "", ""),
    ],
)
def test_head_is_read(
    read: READ, lines: tuple[str, ...], day: date | None, meeting: str, office: str, speaker: str
) -> None:
    """Day, meeting and person stand in many orders, on one line or several."""
    meta = read("政府工作报告", *lines, "各位代表：", OPENING, *BODY).meta
    assert (meta.date, meta.meeting, meta.office, meta.speaker) == (day, meeting, office, speaker)
    assert meta.title == "政府工作报告"


def test_head_on_one_line_with_the_salutation_is_read(read: READ) -> None:
    """A text that lost its line breaks still has its head."""
    line = (
        "政府工作报告2026年1月27日在淮安市淮阴区第五届人民代表大会第五次会议上"
        "淮阴区人民政府区长王一各位代表：现在，我代表区人民政府，向大会报告工作，请予审议。"
    )
    meta = read(line, *BODY).meta
    assert meta.title == "政府工作报告"
    assert meta.date == date(2026, 1, 27)
    assert meta.meeting == "淮安市淮阴区第五届人民代表大会第五次会议"
    assert (meta.office, meta.speaker) == ("淮阴区人民政府区长", "王一")


def test_day_in_the_last_line_is_the_day_of_delivery(read: READ) -> None:
    """Where the head is silent the day may stand at the end."""
    report = read("政府工作报告", "各位代表：", OPENING, *BODY, "二〇二六年一月二十七日")
    assert report.meta.date == date(2026, 1, 27)
    assert "date-unknown" not in {d.code for d in report.diagnostics}


def test_title_over_two_lines_is_put_together(read: READ) -> None:
    """Titles of plan reports are long."""
    meta = read(
        "关于苏州市2025年国民经济和社会发展计划执行情况",
        "与2026年国民经济和社会发展计划草案的报告",
        "——2026年1月27日在苏州市第十七届人民代表大会第五次会议上",
        "苏州市发展和改革委员会",
        "各位代表：",
        "受市人民政府委托，现将计划执行情况和计划草案提请大会审议。",
        *BODY,
    ).meta
    assert meta.title.endswith("计划执行情况与2026年国民经济和社会发展计划草案的报告")
    assert meta.office == "苏州市发展和改革委员会"


@pytest.mark.parametrize(
    "sentence",
    [
        "现在，我代表市人民政府向大会作工作报告，请予审议。",
        "以下为报告全文。1月2日作政府工作报告。",
    ],
)
def test_sentence_is_no_title(read: READ, sentence: str) -> None:
    """What the text says of a report is not its title."""
    assert read(sentence, *BODY).meta.title == ""

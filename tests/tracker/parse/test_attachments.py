"""What stands behind a report is a part of its own and no section of the plan."""

from collections.abc import Callable

import pytest

from tracker.model.outline import Role
from tracker.model.report import Report

BODY = (
    "推动规划落地见效，完善配套设施，优化公共服务，全年建成学校三所、医院一座，群众满意度不断提高。"
)
REPORT = (
    "政府工作报告",
    "——2023年1月3日在苏州市相城区五届人大二次会议上",
    "区长张伟",
    "各位代表：",
    "现在，我代表苏州市相城区人民政府，向大会作工作报告，请予审议。",
    "一、2022年工作回顾",
    f"（一）产业质态提升。{BODY * 15}",
    f"（二）城市功能完善。{BODY * 15}",
    "二、2023年主要任务",
    f"（一）做强产业。{BODY * 10}",
    f"（二）建好城市。{BODY * 10}",
    "各位代表！蓝图已经绘就。让我们团结一心，为建设美好相城而奋斗！",
)


@pytest.mark.parametrize(
    ("lines", "heading", "role"),
    [
        (("附件1", "相城区2023年十件实事"), "相城区2023年十件实事", Role.PLAN),
        (("附件：2022年重点工作完成情况",), "2022年重点工作完成情况", Role.REVIEW),
        (("2023年为民办实事项目",), "2023年为民办实事项目", Role.PLAN),
        (("附件：名词解释",), "名词解释", Role.GLOSSARY),
        (("名词解释：",), "名词解释", Role.GLOSSARY),
        (("《政府工作报告》注释",), "《政府工作报告》注释", Role.GLOSSARY),
    ],
)
def test_attachment_is_a_top_part_by_its_name(
    read: Callable[..., Report], lines: tuple[str, ...], heading: str, role: Role
) -> None:
    """A label, a glossary's name, or a list of works behind the closing words opens it."""
    report = read(*REPORT, *lines, f"一、建设学校。{BODY}", f"二、改造小区。{BODY}")
    (last,) = [s for s in report.sections if s.span.start >= report.text.index(lines[-1])]
    assert (last.level, last.heading, last.role) == (1, heading, role)
    assert last.span.end == len(report.text)
    assert report.role_at(report.text.index("改造小区")) is role


def test_label_goes_with_its_attachment(read: Callable[..., Report]) -> None:
    """附件1 on a line of its own has the role of what it names, not that of the closing words."""
    report = read(*REPORT, "附件1", "相城区2023年十件实事", f"一、建设学校。{BODY}")
    assert report.role_at(report.text.index("附件1")) is Role.PLAN


def test_closing_words_stand_before_the_attachment(read: Callable[..., Report]) -> None:
    """The last section of the plan ends where the closing words begin."""
    report = read(*REPORT, "附件1", "相城区2023年十件实事", f"一、建设学校。{BODY}")
    closing = report.text.index("各位代表！蓝图")
    assert report.role_at(closing) is Role.CLOSING
    (plan,) = [s for s in report.sections if s.heading == "建好城市。"]
    assert plan.span.end < closing


def test_names_before_the_body_open_no_attachment(read: Callable[..., Report]) -> None:
    """A table of contents names the glossary too."""
    report = read(*REPORT[:5], "附件：名词解释", *REPORT[5:])
    assert Role.GLOSSARY not in {section.role for section in report.sections}
    assert [s.heading for s in report.sections if s.level == 1][-2:] == [
        "2022年工作回顾",
        "2023年主要任务",
    ]

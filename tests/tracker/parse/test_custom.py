"""Headings inside paragraphs, by the custom of the sections beside them."""

from collections.abc import Callable

import pytest

from tracker.model.report import Report

FRONT = (
    "政府工作报告",
    "——2023年1月3日在苏州市相城区五届人大二次会议上",
    "区长张伟",
    "各位代表：",
    "现在，我代表苏州市相城区人民政府，向大会作工作报告，请予审议。",
    "一、2022年工作回顾",
    "去年建成学校三所，群众满意度不断提高，累计培训千人，比上年增加百人，成功获批试点，"
    "荣获国家奖项，位居全省前列，投资增长8%，取得圆满成果。",
    "二、2023年主要任务",
)
TASKS = "我们将推动规划落地，力争年内完工，确保按期交付，争取资金，继续抓好服务，要提升质量。"
BODY = TASKS * 3
CUSTOM = (
    f"（一）提升产业能级。总述如此，大家一起努力。壮大优势产业。{BODY}培育新兴产业。{BODY}",
    f"（二）建设美丽家园。总述如此，大家一起努力。完善综合交通。{BODY}优化空间布局。{BODY}",
)


def topics(report: Report) -> list[str]:
    """Headings of level 3 in the third section of tasks."""
    sections = report.sections
    third = next(s for s in sections if s.number == "（三）")
    return [s.heading for s in sections if s.parent == third.index]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"深化各项重点领域改革。{BODY}推动更高水平区域协调联动发展的改革。{BODY}扩大开放。{BODY}",
            ["深化各项重点领域改革。", "推动更高水平区域协调联动发展的改革。", "扩大开放。"],
            id="a longer sentence that stands among leads as they do",
        ),
        pytest.param(
            f"深化重点领域改革。{BODY}推动更高水平区域协调联动发展的改革。短句，{TASKS}"
            f"提升对外开放水平。{BODY * 3}优化各类营商环境。{BODY * 3}",
            ["深化重点领域改革。", "提升对外开放水平。", "优化各类营商环境。"],
            id="not one much longer than three leads",
        ),
        pytest.param(
            f"更好推动幼有所育、学有所教。{BODY}更好推动病有所医、健有所保。{BODY}"
            f"更好推动老有所养、老有所乐。{BODY}",
            [
                "更好推动幼有所育、学有所教。",
                "更好推动病有所医、健有所保。",
                "更好推动老有所养、老有所乐。",
            ],
            id="sentences with an enumeration that open alike",
        ),
        pytest.param(
            f"发展现代农业。{BODY}建设美丽乡村。完成村庄规划编制。{BODY}完善配套服务。{BODY}",
            ["发展现代农业。", "建设美丽乡村。", "完善配套服务。"],
            id="of short sentences in a row the one as long as the others",
        ),
        pytest.param(
            f"发展现代农业。{BODY}增加农民收入。{BODY}改造农村低压电网工程。{TASKS}如此，等等，一句。"
            f"完善配套服务。{BODY}",
            ["发展现代农业。", "增加农民收入。", "完善配套服务。"],
            id="not one of another length with little text",
        ),
        pytest.param(
            f"发展文化事业。{BODY}提高居民收入。{BODY}办好10件民生实事。一是新建学校30所。"
            "二是改造农村公路1000公里。三是免费筛查5万人，让群众得到实惠，更加放心满意。"
            "四是新增公园70个，其中体育公园2个，把公园建到百姓的家门口。",
            ["发展文化事业。", "提高居民收入。", "办好10件民生实事。"],
            id="a list of things to deliver is one topic",
        ),
    ],
)
def test_topics_of_a_section_are_built_alike(
    read: Callable[..., Report], text: str, expected: list[str]
) -> None:
    """Where sections are divided by short sentences, their own shape says which of them do so."""
    assert (
        topics(read(*FRONT, *CUSTOM, f"（三）抓好各项工作。总述如此，大家一起努力。{text}"))
        == expected
    )


def test_section_goes_on_behind_a_cut_line(read: Callable[..., Report]) -> None:
    """A lead heads the text of the next line too, and that line may hold leads."""
    report = read(
        *FRONT,
        *CUSTOM,
        f"（三）抓好各项工作。总述如此，大家一起努力。深化重点改革。{BODY}扩大对外开放。推动开放，增长5%。",
        f"高质量建设自贸片区，引进项目。{BODY}优化营商环境。{BODY}",
    )
    assert topics(report) == ["深化重点改革。", "扩大对外开放。", "优化营商环境。"]


def test_many_paragraphs_divide_a_section_themselves(read: Callable[..., Report]) -> None:
    """A short sentence in the middle of the third of several paragraphs is no heading."""
    report = read(
        *FRONT,
        *CUSTOM,
        f"（三）抓好各项工作。总述如此，{BODY}",
        *(
            f"落实各项举措，{BODY}{short}{BODY}"
            for short in ("办好学校。", "建好医院。", "修好道路。")
        ),
    )
    assert topics(report) == []

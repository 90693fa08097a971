"""Noise lines and paragraphs cut in two."""

from collections.abc import Callable

import pytest

from tracker.model.report import Report

FRONT = (
    "政府工作报告",
    "——2021年1月19日在苏州市十六届人大五次会议上",
    "市长李亚平",
    "各位代表：",
    "现在，我代表苏州市人民政府，向大会报告工作，请予审议。",
    "一、2020年工作回顾",
)
TEXT = "过去一年，全市上下团结一心，地区生产总值增长3%。"


@pytest.mark.parametrize(
    "line",
    [
        "更多数据尽在某处（http://www.example.cn/trade/list）",
        "来源：苏州日报发布日期：2021-02-0202:16访问量：1156",
        "【字号：",
        "下载",
        "时间：2026-02-02",
        "殷勇同志作政府工作报告。本报记者 戴冰摄",
        "- 3 -",
        "第 3 页 共 20 页",
        "2026-02-03 09:02:33",
        "<!-- 照片 -->",
    ],
)
def test_furniture_is_noise(read: Callable[..., Report], line: str) -> None:
    """Watermarks, counters, buttons, captions and page numbers are no part of the report."""
    report = read(FRONT[0], line, *FRONT[1:], TEXT)
    assert report.noise == (2,)


def test_trail_of_a_page_is_noise(read: Callable[..., Report]) -> None:
    """The steps of a trail on lines of their own, and a label's value, are noise."""
    report = read("首页", ">", "政府工作报告栏目", "来源：", "陕西省人民政府", *FRONT, TEXT)
    assert report.noise == (1, 2, 3, 4, 5)
    assert report.meta.title == "政府工作报告"


def test_yaml_head_is_noise(read: Callable[..., Report]) -> None:
    """The YAML head of a Markdown file is noise; its marks do not break headings."""
    head = ("---", "source: https://www.example.cn/a.html", "title: 报告", "---", "")
    report = read(*head, *FRONT[:-1], "## **一、2020年工作回顾**", TEXT)
    assert report.noise == (1, 2, 3, 4)
    assert [s.heading for s in report.sections] == ["2020年工作回顾"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("谋定全局。我们运笔全域经纬，标定了相", "城建设的坐标，这是充分肯定。"),
        ("依法行政。自觉接受法律监督、民主监督，", "159件议案全部办结，满意率保持100%。"),
        ("宣传节约。大力实施“绿色车轮”", "计划，新建屋顶光伏40兆瓦。"),
    ],
)
def test_cut_paragraph_is_joined(read: Callable[..., Report], before: str, after: str) -> None:
    """A paragraph that stops in mid-sentence goes on in the next line."""
    report = read(*FRONT, before, "", after)
    assert report.broken == ((7, 9),)
    assert before + after in report.canonical.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "一年来，我们聚焦产业发展，在奋力拼抢中拓宽路径",
            "优势产业加速集聚。扛牢责任，产值增长。",
        ),
        ("完成全部任务。", "重点项目支撑有力。投资增长。"),
        ("建成学校。完成改造任务", "（二）创新驱动。专利增长。"),
    ],
)
def test_headings_and_whole_paragraphs_stay_apart(
    read: Callable[..., Report], before: str, after: str
) -> None:
    """A bare heading, a finished paragraph and a new number end the paragraph before."""
    assert read(*FRONT, before, after).broken == ()


def test_fragments_of_a_sentence_come_together(read: Callable[..., Report]) -> None:
    """Formatting that puts 2.5 of PM2.5 on a line of its own does not break the sentence."""
    report = read(*FRONT, "空气更加清新。PM", "2.5", "年平均浓度保持在20微克左右。")
    assert report.broken == ((7, 8), (8, 9))
    assert report.canonical.text.endswith("空气更加清新。PM2.5年平均浓度保持在20微克左右。")


def test_figure_that_belongs_to_a_word_is_no_page_number(read: Callable[..., Report]) -> None:
    """10 after PM is text; 10 between two finished paragraphs is a page number."""
    assert read(*FRONT, "空气清新。PM", "10", "浓度下降。").noise == ()
    assert read(*FRONT, TEXT, "10", TEXT).noise == (8,)

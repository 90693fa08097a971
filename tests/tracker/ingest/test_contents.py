"""Tables of contents that stand as plain lines are told from text."""

import pytest

from tracker.ingest.blocks import Block, build_text
from tracker.ingest.contents import contents_of
from tracker.model.source import LineLayout

HEADINGS = ["一、2025年工作回顾", "二、2026年工作安排", "三、加强政府自身建设"]
BODY = ["政府工作报告", "各位代表：", *HEADINGS, "谢谢大家！"]


@pytest.mark.parametrize(
    "entries",
    [
        [f"{text} {page}" for text, page in zip(HEADINGS, (1, 4, 9), strict=True)],
        [f"{text}\t{page}" for text, page in zip(HEADINGS, (1, 4, 9), strict=True)],
        [f"{text}................{page}" for text, page in zip(HEADINGS[:2], (1, 4), strict=True)],
        [f"{text} ……… （{page}）" for text, page in zip(HEADINGS, (1, 1, 12), strict=True)],
        [f"{text} . . . . . - {page} -" for text, page in zip(HEADINGS, (1, 4, 9), strict=True)],
        [f"{text} {page}" for text, page in zip(BODY[2:5], (1, 4, 9), strict=True)]
        + ["四、没有照写的标题 11"],
    ],
)
def test_entries_with_pages_that_count_up_are_a_table_of_contents(entries: list[str]):
    """Its title belongs to it; what stands before and after it does not."""
    lines = ["二〇二六年一月", "目　录", *entries, *BODY]
    assert contents_of(lines) == set(range(1, 2 + len(entries)))


@pytest.mark.parametrize(
    "lines",
    [
        [f"{text} {page}" for text, page in zip(HEADINGS, (9, 4, 1), strict=True)] + BODY,
        ["地区生产总值 5", "一般公共预算收入 6", "社会消费品零售总额 7", *BODY],
        ["一、2025年工作回顾 1", "二、2026年工作安排 4", *BODY],
        ["新增就业20万人。增长 5", "一、2025年工作回顾。 6", "二、2026年工作安排。 7", *BODY],
        BODY,
        [],
    ],
)
def test_figures_in_lines_are_none(lines: list[str]):
    """Pages that do not count up, words that open no line below, two entries without dots."""
    assert contents_of(lines) == set()


def test_a_table_of_contents_is_furniture_whatever_stands_between():
    """Heads and feet of its pages do not part it, a table row is no entry."""
    foot = LineLayout(furniture=True)
    blocks = [Block("目录"), *(Block(f"{text} {n}") for n, text in enumerate(HEADINGS[:2], 1))]
    blocks += [Block("- 1 -", foot), Block(f"{HEADINGS[2]} 3"), *map(Block, BODY)]
    assert [look.furniture for look in build_text(blocks).layout] == [True] * 5 + [False] * 6
    rows = [Block(f"{text}\t3", LineLayout(table=1)) for text in HEADINGS]
    assert not any(look.furniture for look in build_text([*rows, *map(Block, BODY)]).layout)

"""Tables of which every line is a cell or a part of one."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tracker import pipeline
from tracker.ingest.files import decode_source
from tracker.parse.table_lines import offsets, read_line_table

HEAD = ["指标名称", "2022年预期目标", "2022年预计完成情况"]
LINES = st.sampled_from(
    [
        "地区生产总值",
        "增长5.5%以上",
        "基本持平",
        "完成省下达任务",
        "1",
        "经济",
        "发展",
        "亿元",
        "能耗下降",
    ]
)


def test_a_sample_without_its_tabs_has_the_same_tables(seed, options) -> None:
    """Cells on lines alone, broken cells and merged groups among them, are the same cells."""
    data = Path(seed("001")).read_bytes()
    lines = [line.strip("\t") for line in data.decode().split("\n")]
    bare = "\n".join(line for line in lines if line.strip())
    with_tabs, without = (
        pipeline.read(decode_source(text, "a.txt"), options) for text in (data, bare.encode())
    )
    for one, other in zip(with_tabs.tables, without.tables, strict=True):
        assert [c.role for c in other.columns] == [c.role for c in one.columns]
        assert [[cell and "".join(cell.text.split()) for cell in row] for row in other.rows] == [
            [cell and "".join(cell.text.split()) for cell in row] for row in one.rows
        ]
    assert [s.heading for s in without.sections] == [s.heading for s in with_tabs.sections]


def test_a_broken_cell_is_one_cell() -> None:
    """A name over two lines stays in its row; a value is none of its parts."""
    body = [
        "全社会研究与试验",
        "发展经费占比",
        "3.85%左右",
        "接近4%",
        "工业增加值率",
        "23%以上",
        "23.1%",
    ]
    found = read_line_table([*HEAD, *body], 2)
    assert found is not None
    assert found.rows == ((2, 1, 1), (1, 1, 1))
    assert offsets(found.rows[0]) == [(0, 2), (2, 3), (3, 4)]


def test_prose_below_a_head_is_no_table() -> None:
    """Lines that say nothing of how much are no values."""
    assert read_line_table([*HEAD, "工作回顾", "主要成绩", "困难问题"] * 3, 2) is None


@given(st.lists(LINES, max_size=60), st.booleans())
def test_whatever_stands_below_a_head_rows_are_whole(lines: list[str], group: bool) -> None:  # noqa: FBT001
    """Every row has a number of lines for each column, and no line is read twice."""
    head = ["分类", *HEAD] if group else HEAD
    found = read_line_table([*head, *lines], 2)
    if found is not None:
        assert all(len(row) == len(found.head) for row in found.rows)
        assert sum(map(sum, found.rows)) <= len(lines)

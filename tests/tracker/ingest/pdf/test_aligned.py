"""Tables without lines: which lines are rows, and which go on with a cell."""

from tracker.ingest.pdf.aligned import with_aligned_tables
from tracker.ingest.pdf.grid import Table
from tracker.ingest.pdf.lines import Piece
from tracker.ingest.pdf.order import Line

LEFT = (50, 130, 260, 330)


def line(y: float, *cells: str) -> Line:
    """Return a line whose cells stand below each other; "" leaves one out."""
    pieces = tuple(
        Piece(text, x, x + 10 * len(text), y, 10, False, False, "", 10)
        for x, text in zip(LEFT, cells, strict=True)
        if text
    )
    return Line(pieces[0], pieces, (), 1)


def rows(lines: list[Line]) -> list[list[str]]:
    """Return the cells of the one table that lines make."""
    (table,) = with_aligned_tables(lines, [])
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


def test_a_cell_over_several_rows_does_not_make_one_row_of_them():
    """Its word stands on one of the lines; the others leave its column empty."""
    cells = [
        ["类别", "指标", "单位", "计划"],
        ["经济发展", "地区生产总值增速", "百分", "5左右"],
        ["", "一般公共预算收入", "亿元", "1290"],
        ["", "固定资产投资增速", "百分", "正增长"],
        ["民生福祉", "城镇新增就业", "万人", "12"],
        ["", "居民收入增速", "百分", "同步"],
    ]
    assert rows([line(100 + 15 * n, *row) for n, row in enumerate(cells)]) == cells


def test_a_cell_that_is_broken_goes_on_in_its_row():
    """Lines that fill one column belong to the row before."""
    found = rows(
        [
            line(100, "类别", "指标", "单位", "计划"),
            line(130, "经济", "全员劳动生产率的", "万元", "20"),
            line(142, "", "年均增长速度", "", ""),
            line(172, "民生", "城镇新增就业", "万人", "12"),
        ]
    )
    assert found[1:] == [
        ["经济", "全员劳动生产率的年均增长速度", "万元", "20"],
        ["民生", "城镇新增就业", "万人", "12"],
    ]

"""Promises and results from the tables of a plan report."""

from dataclasses import replace

import pytest

from tests.builders import make_report, span_of
from tracker.extract.commitments import extract_commitments
from tracker.extract.outcomes import extract_outcomes
from tracker.model.outline import Cell, Column, ColumnRole, Table
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.resources import load_extract_lexicon

LEXICON = load_extract_lexicon()


def table_report(name: str, target: str, result: str) -> Report:
    """Return a report that is one table of one row."""
    report = make_report(f"表1\n{name}\n{target}\n{result}", year=2023)
    cells = tuple(Cell(text, span_of(report, text)) for text in (name, target, result))
    columns = (
        Column("指标名称", ColumnRole.INDICATOR, None),
        Column("2022年预期目标", ColumnRole.TARGET, 2022),
        Column("2022年完成情况", ColumnRole.RESULT, 2022),
    )
    table = Table("表1", Span(0, len(report.text)), columns, (cells,))
    return replace(report, tables=(table,))


def test_row_gives_one_promise_and_one_result_of_the_columns_year():
    """The row's indicator names both; the head of the column gives the year."""
    report = table_report("城镇登记失业率", "3%以内", "2.5%")
    (promise,) = extract_commitments(report, LEXICON)
    (result,) = extract_outcomes(report, LEXICON)
    assert (promise.due, result.year) == (2022, 2022)
    assert promise.statement.object == result.statement.object == "城镇登记失业率"


@pytest.mark.parametrize(
    ("target", "measures"),
    [
        ("增长5%左右", [("户籍人口", "5")]),
        ("增长26万左右，年末户籍人口800万左右", [("户籍人口", "26"), ("年末户籍人口", "800")]),
        ("总体稳定、质效提升", [("户籍人口", None)]),
        ("完成省下达任务", [("户籍人口", None)]),
        ("4%以上（1055亿元左右）", [("户籍人口", "4"), ("户籍人口", "1055")]),
    ],
)
def test_measures_of_a_cell_belong_to_the_row(target, measures):
    """What a cell does not name is the row's indicator."""
    (promise,) = extract_commitments(table_report("户籍人口", target, "-"), LEXICON)
    found = [(m.indicator, m.value and str(m.value)) for m in promise.statement.measures]
    assert found == measures

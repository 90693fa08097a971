"""Cascades: what of an upper level's plan stands in a lower level's plan."""

import os
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.builders import ROOT
from tests.tracker.across.reports import report_of
from tracker import pipeline
from tracker.errors import InputProblem
from tracker.model.cascade import Ambition, Cascade, CascadeRow, TakenUpAs
from tracker.model.report import Region, RegionLevel, Report
from tracker.resources import load_options

GOLDEN = ROOT / "tests" / "golden"
OPTIONS = load_options()
ReadSeed = Callable[[str], Report]
DISTRICT = Region("江苏省苏州市相城区", RegionLevel.COUNTY, "320507")


def district(*plan: str, year: int = 2023) -> Report:
    """Return a report of a district of Suzhou."""
    report = report_of(year, *plan, review="区里粮食丰收。")
    return replace(report, meta=replace(report.meta, region=DISTRICT))


def row_about(words: str, upper: str, *lower: str) -> CascadeRow:
    """Return the upper promise that speaks of something, beside a lower plan."""
    found = pipeline.cascade(report_of(2023, upper), district(*lower), OPTIONS)
    (row,) = [r for r in found.rows if words in r.commitment.statement.object]
    return row


def test_a_project_of_both_plans_is_taken_up() -> None:
    """The city and the district promise one station."""
    row = row_about("枢纽站", "加快建设金山枢纽站。", "全力推进金山枢纽站建设。")
    (take,) = row.takes
    assert take.how is TakenUpAs.PROJECT
    assert take.quote == "全力推进金山枢纽站建设"


@pytest.mark.parametrize(
    ("lower", "ambition"),
    [
        ("地区生产总值增长6%。", Ambition.HIGHER),
        ("地区生产总值增长5%左右。", Ambition.SAME),
        ("地区生产总值增长4.5%。", Ambition.LOWER),
        ("地区生产总值增长5%～6%。", Ambition.HIGHER),
    ],
)
def test_a_rate_stands_above_or_below_the_upper_one(lower: str, ambition: Ambition) -> None:
    """Targets of one indicator are compared where they are rates."""
    (take,) = row_about("地区生产总值", "地区生产总值增长5%。", lower).takes
    assert (take.how, take.ambition) == (TakenUpAs.INDICATOR, ambition)
    assert "上级 5%" in take.reason.zh


def test_an_amount_of_a_part_is_not_compared_with_that_of_the_whole() -> None:
    """20,000 of 200,000 new jobs are no lower ambition."""
    (take,) = row_about("就业", "城镇新增就业20万人。", "城镇新增就业2万人。").takes
    assert take.ambition is None
    assert "20万人" in take.reason.zh
    assert "2万人" in take.reason.en


def test_each_goes_to_its_like() -> None:
    """Of two that share most of their words each takes its own."""
    found = pipeline.cascade(
        report_of(2023, "深化供给侧结构性改革。", "深化农业供给侧结构性改革。"),
        district("推进农业供给侧结构性改革。", "推进供给侧结构性改革。"),
        OPTIONS,
    )
    quotes = [[take.quote for take in row.takes] for row in found.rows]
    assert quotes == [["推进供给侧结构性改革"], ["推进农业供给侧结构性改革"]]


def test_a_promise_that_names_the_lower_level_and_finds_nothing_is_left_out() -> None:
    """支持相城区… without a trace in the district's plan is told."""
    found = pipeline.cascade(
        report_of(2023, "支持相城区建设金山枢纽站。"), district("推进老旧小区改造。"), OPTIONS
    )
    assert len(found.left_out) == 1
    assert "点到了下级" in found.left_out[0].reason.zh


def test_the_name_of_a_place_in_another_name_names_nobody() -> None:
    """相城大学 lies anywhere."""
    found = pipeline.cascade(
        report_of(2023, "支持相城大学发展。"), district("推进老旧小区改造。"), OPTIONS
    )
    assert found.left_out == ()


def test_it_reads_from_below_as_well() -> None:
    """Each lower promise with the upper ones that it takes up."""
    found = pipeline.cascade(
        report_of(2023, "加快建设金山枢纽站。", "地区生产总值增长5%。"),
        district("地区生产总值增长6%。", "推进老旧小区改造。"),
        OPTIONS,
    )
    ((lower, uppers),) = found.from_below
    assert lower.statement.quote == "地区生产总值增长6%"
    assert [u.statement.quote for u in uppers] == ["地区生产总值增长5%"]


@pytest.mark.parametrize(
    ("upper", "lower", "said"),
    [
        (district("建设金山枢纽站。"), report_of(2023, "建设金山枢纽站。"), "先给上级"),
        (report_of(2022, "建设金山枢纽站。"), district("建设金山枢纽站。"), "不是同一年度"),
        (report_of(2023, "建设金山枢纽站。"), report_of(2023, "建设金山枢纽站。"), "先给上级"),
    ],
)
def test_pairs_that_are_no_two_levels_of_a_year_are_refused(
    upper: Report, lower: Report, said: str
) -> None:
    """One sentence says what is wrong."""
    with pytest.raises(InputProblem) as problem:
        pipeline.cascade(upper, lower, OPTIONS)
    assert said in problem.value.message.zh


def written(cascade: Cascade) -> str:
    """Return the upper promises that are taken up, or that name the lower level."""
    blocks = []
    for row in cascade.rows:
        if not row.takes and not row.names_lower:
            continue
        blocks.append(" ".join(row.commitment.statement.quote.split()))
        blocks.extend(
            f"  {take.how.value:<9} {' '.join(take.quote.split())}  # {take.reason.zh}"
            for take in row.takes
        )
    return "\n".join(blocks) + "\n"


def test_the_cascade_of_the_samples_is_as_read_line_by_line(read_seed: ReadSeed) -> None:
    """Suzhou's plan of 2023 in that of its district; UPDATE_GOLDEN=1 writes it anew."""
    upper, lower = read_seed("000"), read_seed("003")
    cascade = pipeline.cascade(upper, lower, OPTIONS)
    golden = GOLDEN / "across" / "cascade_000_003.txt"
    found = written(cascade)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
    for row in cascade.rows:
        statement = row.commitment.statement
        assert upper.quote(statement.span) == statement.quote
        for take in row.takes:
            assert lower.quote(take.span) == take.quote

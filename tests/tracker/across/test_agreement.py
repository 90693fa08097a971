"""Agreement: the figures of two documents of one region and year."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import ROOT
from tests.tracker.across.reports import report_of
from tracker import pipeline
from tracker.errors import InputProblem
from tracker.model.agreement import Agreement, AgreementRow, Concord
from tracker.model.report import Region, RegionLevel, Report
from tracker.notebook import read_reports
from tracker.resources import load_options

GOLDEN = ROOT / "tests" / "golden"
OPTIONS = load_options()
ReadSeed = Callable[[str], Report]


def rows_of(a: str, b: str, *, plan_a: str = "", plan_b: str = "") -> list[AgreementRow]:
    """Return the figures of two documents that look back, and forward, in one line each."""
    plans = [plan or "推进老旧小区改造。" for plan in (plan_a, plan_b)]
    first, second = (report_of(2023, p, review=r) for p, r in zip(plans, (a, b), strict=True))
    return list(pipeline.agreement(first, second, OPTIONS).rows)


@pytest.mark.parametrize(
    ("a", "b", "concord"),
    [
        ("进出口总额2.57万亿元。", "进出口总额25700亿元。", Concord.SAME),
        ("进出口总额2.57万亿元。", "进出口总额25721.1亿元。", Concord.SAME),
        ("进出口总额2.57万亿元。", "进出口总额26721.1亿元。", Concord.DIFFERENT),
        ("进出口总额突破2.5万亿元。", "进出口总额25721.1亿元。", Concord.SAME),
        ("进出口总额增长1.6%。", "进出口总额增长2.6%。", Concord.DIFFERENT),
        ("工业投资下降1.6%。", "工业投资增长1.6%。", Concord.DIFFERENT),
    ],
)
def test_a_result_agrees_within_its_rounding(a: str, b: str, concord: Concord) -> None:
    """Units are converted, the coarser figure is rounded, a fall is no rise."""
    (row,) = rows_of(a, b)
    assert row.concord is concord
    assert row.a is not None
    assert row.b is not None


@pytest.mark.parametrize(
    ("a", "b", "concord"),
    [
        ("地区生产总值增长5%左右。", "地区生产总值增长5%左右。", Concord.SAME),
        ("地区生产总值增长5%左右。", "地区生产总值增长5%以上。", Concord.BOUND),
        ("地区生产总值增长5%左右。", "地区生产总值增长5.5%左右。", Concord.DIFFERENT),
    ],
)
def test_a_promise_agrees_in_its_figure_and_in_how_it_binds(
    a: str, b: str, concord: Concord
) -> None:
    """左右 is no 以上."""
    (row,) = rows_of("粮食丰收。", "农业丰收。", plan_a=a, plan_b=b)
    assert row.concord is concord
    assert "2023 年目标" in row.reason.zh


def test_a_promise_and_a_result_of_one_name_are_two_things() -> None:
    """The growth of last year and that of this year are not compared."""
    found = rows_of("地区生产总值增长3%。", "粮食丰收。", plan_b="地区生产总值增长5%。")
    assert [row.concord for row in found] == [Concord.ONLY_A, Concord.ONLY_B]


def test_one_figure_under_two_names_is_one() -> None:
    """境内外上市公司总数241家, 共有上市公司241家."""
    (row,) = rows_of("境内外上市公司总数达到241家。", "共有上市公司241家。")
    assert (row.concord, row.renamed) == (Concord.SAME, True)
    assert "乙称“上市公司”" in row.reason.zh


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("新建幼儿园3所。", "新建公办幼儿园3所。"),
        ("工业投资增长6.4%。", "固定资产投资增长6.4%。"),
    ],
)
def test_an_everyday_figure_or_another_indicator_is_no_other_name(a: str, b: str) -> None:
    """3所 are everywhere; two indicators of the vocabulary may grow alike."""
    assert {row.concord for row in rows_of(a, b)} == {Concord.ONLY_A, Concord.ONLY_B}


def test_documents_that_are_not_of_one_region_and_year_are_refused() -> None:
    """One sentence says what is wrong."""
    report = report_of(2023, "地区生产总值增长5%。")
    region = Region("江苏省南京市", RegionLevel.PREFECTURE, "320100")
    elsewhere = report_of(2023, "地区生产总值增长6%。")
    elsewhere = replace(elsewhere, meta=replace(elsewhere.meta, region=region))
    for other, said in (
        (report, "同一份文件"),
        (report_of(2022, "地区生产总值增长5%。"), "不是同一年度"),
        (elsewhere, "不是同一地区"),
    ):
        with pytest.raises(InputProblem) as problem:
            pipeline.agreement(report, other, OPTIONS)
        assert said in problem.value.message.zh


def written(agreement: Agreement) -> str:
    """Return a line for each figure, those that differ first."""
    lines = [f"{row.concord.value:<9} {row.reason.zh}" for row in agreement.rows]
    return "\n".join(sorted(lines, key=lambda line: line.split()[0])) + "\n"


def test_work_report_and_plan_report_agree_as_read_line_by_line(read_seed: ReadSeed) -> None:
    """Suzhou's two documents of 2023; UPDATE_GOLDEN=1 writes it anew."""
    a, b = read_seed("000"), read_seed("001")
    agreement = pipeline.agreement(a, b, OPTIONS)
    golden = GOLDEN / "across" / "agreement_000_001.txt"
    found = written(agreement)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_every_value_of_either_document_is_in_one_row(read_seed: ReadSeed) -> None:
    """Nothing is lost and nothing is told twice."""
    a, b = read_seed("000"), read_seed("001")
    told = [v for row in pipeline.agreement(a, b, OPTIONS).rows for v in (row.a, row.b) if v]
    values = pipeline.indicators((a, b), OPTIONS)
    assert len(told) == len(values)
    assert set(told) == set(values)


ALTERED = (
    ("2329.2亿元", "2392.2亿元", "一般公共预算收入"),
    ("28微克", "29微克", "PM2.5平均浓度"),
    ("74.2亿美元", "74.3亿美元", "实际使用外资"),
    ("81.4%", "80.4%", "空气质量优良天数比例"),
    ("基础设施投资增长10.1%", "基础设施投资下降10.1%", "基础设施投资"),
)


def test_altered_figures_of_a_real_pair_differ_and_nothing_else(
    read_seed: Callable[[str], Report], seed: Callable[[str], Path], tmp_path: Path
) -> None:
    """Swapped digits, a last digit, a fall for a rise: each is told; another unit is the same."""
    text = seed("001").read_text()
    for was, now, _ in (*ALTERED, ("5774.2亿元", "0.57742万亿元", "")):
        assert was in text
        text = text.replace(was, now)
    (tmp_path / "001.txt").write_text(text)
    work, plan = read_seed("000"), read_reports(tmp_path / "001.txt")[0]
    found = pipeline.agreement(work, plan, OPTIONS)
    different = {
        row.a.indicator.name for row in found.rows if row.a and row.concord is Concord.DIFFERENT
    }
    assert different == {name for _, _, name in ALTERED}

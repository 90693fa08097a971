"""The sample reports judged as a whole: a golden file, and the plan report's own table."""

import os
from collections.abc import Callable

import pytest

from tests.builders import ROOT
from tracker import pipeline
from tracker.model.report import Report
from tracker.model.tracking import Tracking, Verdict

GOLDEN = ROOT / "tests" / "golden" / "002_to_2023" / "tracking.txt"
READ_SEED = Callable[[str], Report]
MISSED = {
    "地区生产总值",
    "一般公共预算收入",
    "固定资产投资",
    "社会消费品零售总额",
    "全员劳动生产率",
}


@pytest.fixture(scope="module")
def to_2023(read_seed: READ_SEED, options: pipeline.AnalysisOptions) -> tuple[Tracking, ...]:
    """Return the promises of the report of 2021, judged by the two reports of January 2023."""
    return pipeline.track(read_seed("002"), (read_seed("000"), read_seed("001")), options)


@pytest.fixture(scope="module")
def own_table(read_seed: READ_SEED, options: pipeline.AnalysisOptions) -> tuple[Tracking, ...]:
    """Return what the plan report says of its own table of targets and results."""
    report = read_seed("001")
    return pipeline.track(report, (report,), options)


def written(found: tuple[Tracking, ...]) -> str:
    """Return one block of lines for each promise: id, verdict, quote, evidence, reason."""
    blocks = []
    for tracking in found:
        statement = tracking.commitment.statement
        best = tracking.evidence[0].quote if tracking.evidence else "-"
        lines = (
            f"{tracking.commitment.id} {tracking.verdict.value} {tracking.confidence:.2f}",
            f"  promise  {statement.quote}",
            f"  evidence {best}",
            f"  reason   {tracking.reason.zh}",
        )
        blocks.append("\n".join(line.replace("\n", " ") for line in lines[:1]) + "\n")
        blocks[-1] += "\n".join("  " + " ".join(line.split()) for line in lines[1:])
    return "\n".join(blocks) + "\n"


def test_tracking_of_the_sample_reports_is_as_read_line_by_line(
    to_2023: tuple[Tracking, ...],
) -> None:
    """The golden file changes only on purpose: UPDATE_GOLDEN=1 writes it anew."""
    found = written(to_2023)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_every_quote_is_verbatim_text_of_a_later_report(
    to_2023: tuple[Tracking, ...], read_seed: READ_SEED
) -> None:
    """What a person is shown as evidence is the source text at its span."""
    reports = {read_seed(number).id: read_seed(number) for number in ("000", "001")}
    for tracking in to_2023:
        for evidence in tracking.evidence:
            assert reports[evidence.report_id].quote(evidence.span) == evidence.quote


def test_the_plan_report_answers_its_own_table(own_table: tuple[Tracking, ...]) -> None:
    """All 18 rows of 表1 are due in 2022; the five that the report admits are missed."""
    rows = {t.commitment.statement.object: t for t in own_table if t.commitment.due == 2022}
    assert len(rows) == 18
    assert {name for name, t in rows.items() if t.verdict is Verdict.MISSED} == MISSED
    assert all("无法完成" in rows[name].evidence[0].quote for name in MISSED)


def test_promises_for_the_coming_year_are_pending(own_table: tuple[Tracking, ...]) -> None:
    """The plan of 2023 cannot be answered by a report that looks back on 2022."""
    assert {t.verdict for t in own_table if t.commitment.due == 2023} == {Verdict.PENDING}

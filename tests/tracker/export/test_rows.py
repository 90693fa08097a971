"""Rows: the fields of every finding, by the names that other programs read."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.builders import make_commitment, make_measure, make_report
from tracker import pipeline
from tracker.export.handout_table import measure_words
from tracker.export.rows import commitment_row, outcome_row
from tracker.model.measure import Relation


@pytest.mark.parametrize(
    ("value", "relation", "shown", "unit", "words"),
    [
        ("1", Relation.DOUBLE, None, None, "地区生产总值 增长 翻番"),
        ("2", Relation.DOUBLE, 2, "番", "地区生产总值 增长 ≥2番"),
        ("1", None, 1, "番", "地区生产总值 增长 ≥1番"),
    ],
)
def test_doubling_is_a_relation_and_no_figure(
    value: str, relation: Relation | None, shown: int | None, unit: str | None, words: str
) -> None:
    """翻一番 has no figure that could be compared with another; 翻两番 says how often."""
    report = make_report("任务\n规模翻番。")
    measure = replace(make_measure(report, "规模翻番", value, "番"), relation=relation)
    row = commitment_row(make_commitment(report, "规模翻番", measures=(measure,)), report)
    (told,) = row["measures"]  # type: ignore[misc]
    assert (told["value"], told["unit"]) == (shown, unit)
    assert measure_words(measure, "zh") == words


def test_absent_units_are_null() -> None:
    """A count without a unit has none, not an empty one."""
    report = make_report("任务\n建成2。")
    measure = replace(make_measure(report, "建成2", "2", ""), value=Decimal("2"))
    row = commitment_row(make_commitment(report, "建成2", measures=(measure,)), report)
    (told,) = row["measures"]  # type: ignore[misc]
    assert told["unit"] is None


def test_results_have_the_fields_of_promises_but_the_due_year(read_seed, options) -> None:
    """Whoever reads promises can read results; ``year`` stands for ``due`` and ``deadline``."""
    report = read_seed("003")
    promise = commitment_row(pipeline.commitments(report, options)[0], report)
    result = outcome_row(pipeline.outcomes(report, options)[0], report)
    assert set(promise) - set(result) == {"due", "deadline"}
    assert set(result) - set(promise) == {"year", "cumulative", "provisional"}

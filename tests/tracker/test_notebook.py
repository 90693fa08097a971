"""What a researcher calls in a notebook."""

import subprocess
import sys
from pathlib import Path

import pytest

import tracker
from tests.builders import SEEDS
from tracker.errors import InputProblem
from tracker.export.across_rows import AGREEMENT_COLUMNS, CASCADE_COLUMNS, CHAIN_COLUMNS
from tracker.export.series_rows import FIGURES_COLUMNS, PAIR_COLUMNS, VALUE_COLUMNS


@pytest.fixture(scope="module")
def reports():
    """Return the sample reports."""
    return tracker.read_reports(SEEDS)


def test_a_folder_is_read_with_everything_in_it(reports):
    """Five samples, each once; naming one again adds nothing."""
    assert len(reports) == 5
    (first, *_) = sorted(SEEDS.glob("*.txt"))
    assert len(tracker.read_reports([first, SEEDS, first])) == 5


def test_a_folder_without_reports_is_said(tmp_path: Path):
    """One sentence in both languages."""
    with pytest.raises(InputProblem) as told:
        tracker.read_reports(tmp_path)
    assert told.value.message.zh
    assert told.value.message.en


def test_values_come_with_their_places(reports):
    """Each row names report, line and words; years are whole numbers."""
    table = tracker.indicators(reports)
    assert tuple(table.columns) == VALUE_COLUMNS
    assert str(table["year"].dtype) == "Int64"
    assert table["standard"].all()
    names = {report.name: report for report in reports}
    for row in table.itertuples():
        lines = names[row.file].text.split("\n")[row.line - 1 : row.end_line]
        assert row.quote in "\n".join(lines)


def test_every_name_is_more_than_the_vocabulary(reports):
    """What no vocabulary knows stands under the text's own words."""
    everything = tracker.indicators(reports, every_name=True)
    assert len(everything) > len(tracker.indicators(reports))
    assert not everything["standard"].all()


def test_years_can_be_set_in_a_row(reports):
    """One row for each indicator and year: no pair stands twice."""
    table = tracker.indicators(reports, by_year=True)
    assert tuple(table.columns) == PAIR_COLUMNS
    key = ["region", "indicator", "scope", "measure", "unit", "year"]
    assert not table.duplicated(key).any()
    both = table.dropna(subset=["promised", "reported"])
    assert ((both["reported"] - both["promised"]) - both["difference"]).abs().max() < 1e-9


def test_tables_without_rows_keep_their_columns(reports):
    """A loop over reports need not ask whether there was anything."""
    assert tuple(tracker.figures(reports[:1]).columns) == FIGURES_COLUMNS
    assert tuple(tracker.indicators([]).columns) == VALUE_COLUMNS
    assert tuple(tracker.indicators([], by_year=True).columns) == PAIR_COLUMNS


def test_figures_can_be_counted_by_headings(reports):
    """A row for each heading, in the order of the text."""
    table = tracker.figures(reports, by="section")
    assert tuple(table.columns) == FIGURES_COLUMNS
    assert table["promises"].sum() == tracker.figures(reports)["promises"].sum()
    with pytest.raises(ValueError, match="chapter"):
        tracker.figures(reports, by="chapter")


def test_promises_and_figures_over_several_reports_are_tables(reports):
    """A row for each time a promise was made, for each place that takes one up, for each figure."""
    work, plan, earlier, district, *_ = reports
    chains = tracker.chains([earlier, work, plan], language="en")
    assert tuple(chains.columns) == CHAIN_COLUMNS
    growth = chains[chains["object"] == "地区生产总值"]
    assert list(growth["year"]) == [2021, 2022, 2023, 2023]
    assert list(growth["shifts"]) == ["", "lower", "lower", ""]
    cascade = tracker.cascade(work, district, language="en")
    assert tuple(cascade.columns) == CASCADE_COLUMNS
    assert set(cascade["as"].dropna()) >= {"indicator", "project", "task"}
    agreement = tracker.agreement(work, plan, language="en")
    assert tuple(agreement.columns) == AGREEMENT_COLUMNS
    assert (agreement["concord"] == "same").sum() > 50


def test_importing_the_package_loads_no_table():
    """Whoever imports ``tracker`` for something else waits for nothing."""
    code = "import sys, tracker; print({'pandas', 'jieba', 'tracker.notebook'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_many_reports_are_compared_by_tables(reports):
    """Each question gives a table; shares lie between nought and one, the nearest stands first."""
    compared = tracker.compare(reports)
    shared = compared.shared()
    assert len(shared) >= 4
    assert shared["others_share"].dropna().between(0, 1).all()
    report = next(one for one in reports if one.name.startswith("000_"))
    clauses = compared.clauses(report)
    lines = report.text.split("\n")
    assert all(row.quote in lines[row.line - 1] for row in clauses.itertuples())
    near = compared.nearest(report)
    assert near["likeness"].is_monotonic_decreasing
    assert set(compared.feedback()["state"]) >= {"no_report", "over_missing_years"}
    first = compared.first("数字经济")
    assert first["year"].is_monotonic_increasing
    assert compared.regions(1990).empty
    assert list(compared.new_phrases(2023).columns)[:1] == ["phrase"]

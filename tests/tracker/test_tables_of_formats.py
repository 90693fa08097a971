"""The same tables out of every format: rows, promises and results do not depend on the file.

``ingest/samples/tables`` holds tables of many kinds, and those of a sample report, as LibreOffice
saved them; the golden file holds what a person has read in the first. ``UPDATE_GOLDEN=1 pytest``
writes it anew.
"""

import os
from pathlib import Path

import pytest

from tests.builders import SEEDS
from tracker import pipeline
from tracker.ingest.formats import READERS
from tracker.model.commitment import Statement
from tracker.model.ids import ReportId
from tracker.model.outline import Role, Table
from tracker.model.report import Report
from tracker.model.source import SourceDocument

SAMPLES = Path(__file__).parent / "ingest" / "samples"
GOLDEN = Path(__file__).parents[1] / "golden" / "tables.txt"
KINDS = ("html", "docx", "odt", "rtf", "pdf")


def read(path: Path, options: pipeline.AnalysisOptions) -> Report:
    """Return the report in a file, read by the reader of its ending."""
    text = READERS[path.suffix](path.read_bytes(), "")
    source = SourceDocument(ReportId("0" * 64), path.name, text.text, text.layout)
    return pipeline.read(source, options)


def rows(table: Table) -> list[str]:
    """Return caption, heads and rows of a table."""
    heads = "|".join(
        f"{c.title} [{c.role}] {c.year or ''} {c.unit}".rstrip() for c in table.columns
    )
    cells = ["|".join(cell.text if cell else "" for cell in row) for row in table.rows]
    return [f"{table.caption} {table.unit}".rstrip(), heads, *cells]


def measured(statement: Statement) -> str:
    """Return what a statement says, for one line."""
    measures = (
        f"{m.indicator} {m.comparison or ''} {m.value} {m.unit} {m.kind} {m.relation or ''}"
        for m in statement.measures
    )
    return f"{statement.object}: {'; '.join(m.rstrip() for m in measures)}".rstrip()


def said(report: Report, options: pipeline.AnalysisOptions) -> list[str]:
    """Return promises and results of the tables of a report."""
    promises = [
        f"{c.due} target {measured(c.statement)}"
        for c in pipeline.commitments(report, options)
        if c.statement.role is Role.TABLE
    ]
    results = [
        f"{o.year} result {measured(o.statement)}"
        for o in pipeline.outcomes(report, options)
        if o.statement.role is Role.TABLE
    ]
    return [*promises, *results]


@pytest.mark.parametrize("kind", KINDS)
def test_tables_of_many_kinds_come_out_as_they_were_read(
    options: pipeline.AnalysisOptions, kind: str
) -> None:
    """Merged heads, units, parts, several years, indicators as columns; a frame is no table."""
    report = read(SAMPLES / "tables" / f"tables.{kind}", options)
    listed = [line for table in report.tables for line in (*rows(table), "")]
    found = "\n".join([*listed, *said(report, options)]) + "\n"
    if os.environ.get("UPDATE_GOLDEN") and kind == KINDS[0]:
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_tables_below_one_another_in_a_sheet_are_apart(options: pipeline.AnalysisOptions) -> None:
    """Each has its title and its unit; figures stand as the sheet shows them (2510 for 2510.0)."""
    report = read(SAMPLES / "tables" / "tables.xlsx", options)
    assert [(t.caption[:5], t.unit, len(t.rows)) for t in report.tables] == [
        ("附表：20", "", 7),
        ("表1主要经", "亿元", 3),
        ("专栏1“十", "", 4),
        ("2022年", "", 3),
        ("2023年", "", 2),
    ]
    golden = GOLDEN.read_text(encoding="utf-8").split("\n\n")[-1].splitlines()
    assert [s.split(":")[0] for s in said(report, options)] == [s.split(":")[0] for s in golden]


@pytest.mark.parametrize("kind", [*KINDS, "xlsx"])
def test_tables_of_a_sample_report_are_those_of_its_text(
    options: pipeline.AnalysisOptions, kind: str
) -> None:
    """表1 has 18 rows and 表2 has 43, whatever the file; all say the same."""
    (seed,) = SEEDS.glob("001_*.txt")
    text, plan = read(seed, options), read(SAMPLES / "tables" / f"plan.{kind}", options)
    assert said(plan, options) == said(text, options)
    named = [[r for r in table.rows if r[-1] is not None] for table in plan.tables]
    assert [len(table) for table in named] == [18, 43]
    # A page break cuts the name of a group in two; indicators and values are whole.
    cells = [[[c.text for c in row[-2:] if c] for row in table] for table in named]
    assert cells == [[[c.text for c in r[-2:] if c] for r in t.rows] for t in text.tables]


@pytest.mark.parametrize("kind", KINDS)
def test_table_is_judged_alike_in_every_format(
    options: pipeline.AnalysisOptions, kind: str
) -> None:
    """The verdicts on 表1 are the same in all of them."""
    verdicts = []
    for path in (SAMPLES / "tables" / "plan.html", SAMPLES / "tables" / f"plan.{kind}"):
        report = read(path, options)
        assert report.answers_for_itself
        tracked = pipeline.track(report, (report,), options)
        promises = [t for t in tracked if t.commitment.due == report.meta.year - 1]
        verdicts.append([(t.commitment.statement.object, t.verdict) for t in promises])
    assert len(verdicts[0]) == 18
    assert verdicts[0] == verdicts[1]

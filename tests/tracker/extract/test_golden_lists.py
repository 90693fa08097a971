"""Promises and results of the sample reports, line by line, as they were read against the text.

``UPDATE_GOLDEN=1`` rewrites the lists; the difference is to be read before it is committed.
"""

import hashlib
import os
from pathlib import Path

import pytest

from tests.builders import ROOT, SEEDS
from tracker.extract.commitments import extract_commitments
from tracker.extract.outcomes import extract_outcomes
from tracker.model.commitment import Commitment, Outcome
from tracker.model.ids import ReportId
from tracker.model.measure import Measure
from tracker.model.report import Report
from tracker.model.source import SourceDocument
from tracker.parse.report import parse_report
from tracker.resources import load_extract_lexicon, load_parse_lexicon

GOLDEN = ROOT / "tests" / "golden"
LEXICON = load_extract_lexicon()
NAMES = sorted(path.name for path in SEEDS.glob("*.txt"))


def read(path: Path) -> Report:
    """Return the report of a sample file."""
    data = path.read_bytes()
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    name = ReportId(hashlib.sha256(data).hexdigest())
    return parse_report(SourceDocument(name, path.name, text), load_parse_lexicon())


def told(measure: Measure) -> str:
    """Return a measure as a person would note it."""
    value = "" if measure.value is None else f" {measure.value}"
    upper = "" if measure.value2 is None else f"~{measure.value2}"
    bound = "" if measure.comparison is None else f" {measure.comparison.value}"
    relation = "" if measure.relation is None else f" [{measure.relation.value}]"
    return (
        f"{measure.indicator}{bound}{value}{upper}{measure.unit} ({measure.kind.value}){relation}"
    )


def listed(report: Report, found: Commitment | Outcome) -> str:
    """Return one line: source line, year, kind, object, measures, quote."""
    statement = found.statement
    line = report.line_of(statement.span.start)
    year = found.due if isinstance(found, Commitment) else found.year
    measures = "; ".join(told(m) for m in statement.measures)
    quote = statement.quote.replace("\n", "⏎").replace("\t", "⇥")
    return f"{line} {year} {statement.kind.value} | {statement.object} | {measures} | {quote}"


def check(path: Path, lines: list[str]) -> None:
    """Compare with the golden file, or rewrite it when asked to."""
    text = "\n".join(lines) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, f"{path.name} differs; UPDATE_GOLDEN=1"


@pytest.mark.parametrize("name", NAMES)
def test_promises_of_a_sample_report_stay_as_they_were_read(name):
    """Every promise of a sample report is in its golden list, and no other."""
    report = read(SEEDS / name)
    found = extract_commitments(report, LEXICON)
    check(GOLDEN / name[:3] / "commitments.txt", [listed(report, c) for c in found])


@pytest.mark.parametrize("name", NAMES)
def test_results_of_a_sample_report_stay_as_they_were_read(name):
    """Every result of a sample report is in its golden list, and no other."""
    report = read(SEEDS / name)
    found = extract_outcomes(report, LEXICON)
    check(GOLDEN / name[:3] / "outcomes.txt", [listed(report, o) for o in found])


@pytest.mark.parametrize("name", NAMES)
def test_quotes_of_a_sample_report_are_verbatim(name):
    """Every statement shows the exact characters it stands on; ids differ."""
    report = read(SEEDS / name)
    for found in (extract_commitments(report, LEXICON), extract_outcomes(report, LEXICON)):
        for one in found:
            span = one.statement.span
            assert one.statement.quote == report.text[span.start : span.end]
        assert len({one.id for one in found}) == len(found)

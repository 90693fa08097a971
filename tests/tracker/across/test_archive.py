"""Many reports by their traces: which clauses are one, and which reports are near."""

from collections.abc import Callable

import numpy as np
import pytest

from tracker.across.archive import Archive
from tracker.across.nearest import in_common, nearest, topics_of
from tracker.across.traces import trace_of
from tracker.model.report import Report
from tracker.model.shared_text import head_of_report
from tracker.pipeline import AnalysisOptions
from tracker.text.sketch import (
    NEARLY,
    _in_order,
    families,
    letters_of,
    likeness,
    shared_stretches,
    sketch,
    weighted,
)

ReadSeed = Callable[[str], Report]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("坚持以人民为中心的发展思想", "坚持以人民为中心的发展思想", True),
        ("坚持以人民为中心的发展思想", "始终坚持以人民为中心的发展思想", True),
        ("坚持“房子是用来住的、不是用来炒的”定位", "坚持房子是用来住的、不是用来炒的定位", True),
        ("固定资产投资增长10.1%左右的目标", "固定资产投资增长12.5%左右的目标", False),
        ("扎实开展党史学习教育", "大力推进老旧小区改造", False),
    ],
)
def test_clauses_are_one_when_hardly_a_word_differs(one: str, other: str, *, same: bool) -> None:
    """Marks do not count, a word more hardly, another figure does."""
    rows = sketch([weighted(letters_of(one)), weighted(letters_of(other))])
    joined = families(rows)
    assert bool(joined[0] == joined[1]) is same
    assert (shared_stretches(one, other) >= NEARLY) is same


def test_sketches_estimate_what_is_really_shared(read_seed: ReadSeed) -> None:
    """Over real clauses the estimate is within 0.3 of the truth, and 0.05 on average."""
    report = read_seed("002")
    archive = Archive([(head_of_report(report), trace_of(report))])
    texts = [report.quote(archive.span(row)) for row in range(120)]
    changed = [text[: len(text) // 2] + "又" + text[len(text) // 2 :] for text in texts]
    rows = sketch([weighted(letters_of(text)) for text in changed])
    told = likeness(archive.sketches[:120], rows)
    real = np.array([shared_stretches(a, b) for a, b in zip(texts, changed, strict=True)])
    assert np.abs(told - real).max() < 0.3
    assert abs(float((told - real).mean())) < 0.05


def test_every_clause_of_a_trace_leads_to_its_words(read_seed: ReadSeed) -> None:
    """Spans are of the source, in order; no heading and no short clause is among them."""
    report = read_seed("000")
    archive = Archive([(head_of_report(report), trace_of(report))])
    spans = [archive.span(row) for row in range(len(archive.letters))]
    assert spans == sorted(spans)
    headings = {section.heading for section in report.sections}
    for row, span in enumerate(spans):
        said = report.quote(span)
        assert len(letters_of(said)) >= 10
        assert said not in headings
        section = int(archive.sections[row])
        assert section < 0 or span.start >= report.sections[section].span.start


def test_the_same_city_is_nearer_than_another(
    read_seed: ReadSeed, options: AnalysisOptions
) -> None:
    """Of the report of 2023 the nearest is that of 2021; what both share stands in both."""
    reports = [read_seed(number) for number in ("000", "001", "002", "003")]
    archive = Archive((head_of_report(one), trace_of(one)) for one in reports)
    topics = {one.id: topics_of(one, options.text) for one in reports}
    first, *_ = nearest(archive, topics, reports[0].id)
    assert first.report.id in {reports[1].id, reports[2].id}
    assert 0 < first.likeness <= 1
    common = in_common(archive, topics, reports[0], reports[2])
    assert common.topics
    assert common.clauses
    for pair in common.topics:
        assert reports[0].sections[pair.here].heading
        assert reports[2].sections[pair.there].heading
    for clause in common.clauses:
        alike = shared_stretches(reports[0].quote(clause.here), reports[2].quote(clause.there))
        assert alike > NEARLY - 0.3


def test_order_of_reports_changes_nothing(read_seed: ReadSeed) -> None:
    """Families hang on years and regions, not on who came first."""
    reports = [read_seed(number) for number in ("000", "001", "002")]
    traced = [(head_of_report(one), trace_of(one)) for one in reports]
    forth, back = Archive(traced), Archive(reversed(traced))
    assert np.array_equal(forth.family, back.family)
    assert [head.id for head in forth.heads] == [head.id for head in back.heads]


def test_families_are_the_same_as_with_every_bucket_sorted_by_hand() -> None:
    """Numbers of 24 bits are sorted in two rounds; equal ones stay as they stand."""
    keys = np.random.default_rng(8).integers(0, 1 << 24, 5000, dtype=np.uint32) % 4000 * 4000
    assert np.array_equal(_in_order(keys), np.argsort(keys, kind="stable"))


def test_other_regions_are_counted_once(read_seed: ReadSeed) -> None:
    """Of how many regions and reports a clause is, each counted once, whatever the order."""
    reports = [read_seed(number) for number in ("000", "001", "002", "003", "004")]
    archive = Archive((head_of_report(one), trace_of(one)) for one in reports)
    regions, others = archive.others
    for clause in range(0, len(archive.family), 37):
        own = int(archive.place_of[archive.report_of[clause]])
        family = np.flatnonzero(archive.family == archive.family[clause]).tolist()
        held = {int(archive.report_of[one]) for one in family}
        elsewhere = {one for one in held if int(archive.place_of[one]) != own}
        assert others[clause] == len(elsewhere)
        assert regions[clause] == len({int(archive.place_of[one]) for one in elsewhere})

"""Section pairs of a comparison."""

from dataclasses import replace

from desktop.jobs.catalog import Comparison, PartComparison
from desktop.models.section_pairs import by_later, heads, section_pairs
from tests.builders import make_report
from tracker.message import Message
from tracker.model.alignment import Alignment, AlignmentPart, AlignmentRow, LinkKind, SectionLink
from tracker.model.change import ReportDiff, SectionDiff
from tracker.model.score import Score
from tracker.model.span import Span

TEXT = "一、总体\n（一）科技\n（二）民生\n"


def three_sections(year):
    """Return a report with a top part and two sections below it."""
    report = make_report(TEXT + str(year), year=year)
    (top,) = report.sections
    one = replace(top, index=1, span=Span(5, 11), parent=0)
    two = replace(top, index=2, span=Span(11, len(report.text)), parent=0)
    return replace(report, sections=(replace(top, level=1), one, two))


EARLIER, LATER = three_sections(2021), three_sections(2022)


def link(section, value):
    """Return a link to a later section."""
    return SectionLink(section, LinkKind.SAME, Score(value, (), Message("", "")))


def comparison(*rows):
    """Return a comparison with these rows, whose top parts were compared."""
    part = PartComparison(
        Alignment(EARLIER.id, LATER.id, AlignmentPart.PLAN, rows, ()),
        ReportDiff(EARLIER.id, LATER.id, (SectionDiff(0, 0, (), ()),)),
    )
    return Comparison(EARLIER, LATER, (part,))


def test_best_counterparts_and_top_parts():
    """Each section is paired with its best counterpart, top parts by what was compared."""
    rows = (AlignmentRow(1, (link(2, 0.9), link(1, 0.3))), AlignmentRow(2, ()))
    found = section_pairs(comparison(*rows))
    assert [(p.earlier.index, p.later.index) for p in found] == [(0, 0), (1, 2)]


def test_a_later_section_follows_its_best_pair():
    """Where two earlier sections share a counterpart, the better one leads back."""
    rows = (AlignmentRow(1, (link(2, 0.4),)), AlignmentRow(2, (link(2, 0.9),)))
    found = by_later(section_pairs(comparison(*rows)))
    assert [(p.earlier.index, p.later.index) for p in found] == [(0, 0), (2, 2)]


def test_heads_end_at_the_next_heading():
    """The stretch of a section ends where the next heading of any level starts."""
    assert heads(EARLIER)[0] == Span(0, 5)
    assert heads(EARLIER)[1] == Span(5, 11)

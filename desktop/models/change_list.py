"""Changes (变动) of a comparison in the order of reading, and how both texts are inked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.jobs.catalog import Comparison
from tracker.model.change import Change, ChangeKind
from tracker.model.change_summary import ChangeSummary, summarise
from tracker.model.measure import Measure
from tracker.model.report import Report
from tracker.model.span import Span

_FIGURE = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """One change that a reader can step to."""

    kind: ChangeKind
    earlier: Span | None
    later: Span | None


def _changes(comparison: Comparison) -> Iterator[Change]:
    for part in comparison.parts:
        for section in part.diff.sections:
            for change in section.changes:
                if change.kind is not ChangeKind.EQUAL:
                    yield change


def change_items(comparison: Comparison) -> tuple[ChangeItem, ...]:
    """Return all changes in the order in which the reports were compared, each once.

    What moved into another section is one change with both its places.
    """
    seen: dict[tuple[ChangeKind, Span | None, Span | None], ChangeItem] = {}
    for change in _changes(comparison):
        earlier = change.earlier or change.elsewhere
        later = change.later or (change.elsewhere if change.earlier else None)
        key = (change.kind, earlier, later)
        seen.setdefault(key, ChangeItem(*key))
    return tuple(seen.values())


def _figure_span(report: Report, measure: Measure) -> Span:
    """Return where a measure's figure stands, or its whole clause where it is not in digits."""
    quote = report.quote(measure.span)
    for found in _FIGURE.finditer(quote):
        if measure.value is not None and Decimal(found.group().replace("．", ".")) == measure.value:
            end = found.end()
            if measure.unit and quote.startswith(measure.unit, end):
                end += len(measure.unit)
            return Span(measure.span.start + found.start(), measure.span.start + end)
    return measure.span


def number_spans(comparison: Comparison) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where figures differ: in the earlier text, and in the later one."""
    earlier: set[Span] = set()
    later: set[Span] = set()
    for part in comparison.parts:
        for section in part.diff.sections:
            for number in section.numbers:
                if number.earlier is not None:
                    earlier.add(_figure_span(comparison.earlier, number.earlier))
                if number.later is not None:
                    later.add(_figure_span(comparison.later, number.later))
    return tuple(sorted(earlier)), tuple(sorted(later))


def summary(comparison: Comparison) -> ChangeSummary | None:
    """Return what changed in figures, each pair of sections counted once; None before that."""
    if not comparison.parts:
        return None
    sections = [section for part in comparison.parts for section in part.diff.sections]
    once = {(section.earlier, section.later): section for section in sections}
    return summarise(once.values())

"""Changes (变动) of a comparison in the order of reading, and how both texts are inked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from desktop.jobs.catalog import Comparison
from desktop.models.changed_text import marked_text
from desktop.models.figures import figure_changes, figure_span
from desktop.models.moves import moved_passages
from tracker.model.change import Change, ChangeKind
from tracker.model.change_summary import ChangeSummary, summarise
from tracker.model.span import Span


class StepKind(Enum):
    """Which changes a reader steps through."""

    ALL = "all"
    FIGURES = "figures"
    NEW = "new"
    DROPPED = "dropped"
    MOVED = "moved"


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


def items_of(comparison: Comparison, kind: StepKind) -> tuple[ChangeItem, ...]:
    """Return the changes of a kind, in the order of the text that they are read in.

    Of a plan beside the review that answers it: figures, and sections that nothing answers.
    """
    if kind is StepKind.ALL:
        return _replies(comparison) if comparison.answers else change_items(comparison)
    if kind is StepKind.FIGURES:
        return tuple(
            ChangeItem(ChangeKind.REPLACE, one.earlier, one.later)
            for one in figure_changes(comparison)
        )
    if kind is StepKind.MOVED:
        moved = () if comparison.answers else moved_passages(comparison)
        return tuple(ChangeItem(ChangeKind.MOVE, one.earlier, one.later) for one in moved)
    later = kind is StepKind.NEW
    report = comparison.later if later else comparison.earlier
    spans = _runs(report.text, marked_text(comparison, later=later).passages)
    if later:
        return tuple(ChangeItem(ChangeKind.INSERT, None, span) for span in spans)
    return tuple(ChangeItem(ChangeKind.DELETE, span, None) for span in spans)


def _replies(comparison: Comparison) -> tuple[ChangeItem, ...]:
    """Return figures of a plan and its sections without an answer, in its order."""
    kinds = StepKind.FIGURES, StepKind.DROPPED
    found = (item for one in kinds for item in items_of(comparison, one))
    return tuple(sorted(found, key=lambda item: item.earlier or Span(0, 0)))


def _runs(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return sentences that follow each other in a paragraph as one."""
    found: list[Span] = []
    for span in spans:
        between = text[found[-1].end : span.start] if found else "\n"
        if "\n" not in between and not between.strip():
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def number_spans(comparison: Comparison) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where figures differ: in the earlier text, and in the later one."""
    earlier: set[Span] = set()
    later: set[Span] = set()
    for part in comparison.parts:
        for section in part.diff.sections:
            for number in section.numbers:
                if number.earlier is not None:
                    earlier.add(figure_span(comparison.earlier, number.earlier))
                if number.later is not None:
                    later.add(figure_span(comparison.later, number.later))
    return tuple(sorted(earlier)), tuple(sorted(later))


def summary(comparison: Comparison) -> ChangeSummary | None:
    """Return what changed in figures, each pair of sections counted once; None before that."""
    if not comparison.parts:
        return None
    sections = [section for part in comparison.parts for section in part.diff.sections]
    once = {(section.earlier, section.later): section for section in sections}
    return summarise(once.values())

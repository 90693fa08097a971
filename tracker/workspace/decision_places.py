"""Where decisions of people stand now: in which texts, on which promises, for which region."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from tracker.model.commitment import Commitment
from tracker.model.decision import MatchWord
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.kept_decision import KeptNames, MatchDecision
from tracker.model.mark import Anchor
from tracker.model.report import Report
from tracker.model.said_event import SaidAction
from tracker.store import decisions as rows
from tracker.store import shelf
from tracker.store.database import Database
from tracker.store.journal import Recorder
from tracker.workspace.anchoring import commitment_at, reanchor


def of_region(names: Iterable[KeptNames], report: Report) -> tuple[KeptNames, ...]:
    """Return the pairs that act on a report: those of its region and of the levels around it."""
    region = report.meta.region
    code = "" if region is None else region.code
    return tuple(one for one in names if not one.region or (code and _within(one.region, code)))


def _within(one: str, other: str) -> bool:
    """Tell whether a division lies in another, or the other in it (GB/T 2260: two digits each)."""
    a, b = _prefix(one), _prefix(other)
    return a.startswith(b) or b.startswith(a)


def _prefix(code: str) -> str:
    while code.endswith("00"):
        code = code[:-2]
    return code


def placed(
    stored: Iterable[tuple[int, MatchDecision]],
    earlier: Report,
    commitments: Sequence[Commitment],
    laters: Mapping[ReportId, Report],
) -> dict[CommitmentId, tuple[tuple[int, MatchDecision], ...]]:
    """Return decisions by promises as they are known now, the latest first.

    Those whose promise or passage cannot be found now are left out; they stay where they are and
    act again when the words are there again.

    Args:
        stored: Decisions with their numbers, the oldest first.
        earlier: The report whose promises they are on.
        commitments: Its promises.
        laters: The reports of the library that the passages stand in.
    """
    found: dict[CommitmentId, list[tuple[int, MatchDecision]]] = {}
    for number, one in reversed(tuple(stored)):
        later = laters.get(one.passage.report_id)
        if later is None:
            continue  # it was removed; undo brings it back, and this decision with it
        promise, passage = standing(one.promise, earlier), standing(one.passage, later)
        if promise is None or passage is None:
            continue
        commitment = commitment_of(promise, one.object, commitments)
        if commitment is not None:
            value = replace(one, promise=promise, passage=passage)
            found.setdefault(commitment.id, []).append((number, value))
    return {key: tuple(values) for key, values in found.items()}


class Known(Protocol):
    """Reports and promises as they are known now."""

    def report(self, report_id: ReportId, /) -> Report:
        """Return a report."""

    def commitments(self, report_id: ReportId, /) -> tuple[Commitment, ...]:
        """Return its promises."""


def decisions_on(
    database: Database, known: Known, report_id: ReportId
) -> dict[CommitmentId, tuple[tuple[int, MatchDecision], ...]]:
    """Return decisions with their numbers by promises of a report as they are known now."""
    with database.read() as connection:
        stored = rows.matches(connection, report_id)
        shelved = frozenset(shelf.shelved_ids(connection)) if stored else frozenset()
    if not stored:
        return {}
    named = {one.passage.report_id for _, one in stored} & shelved
    laters = {one: known.report(one) for one in sorted(named)}
    return placed(stored, known.report(report_id), known.commitments(report_id), laters)


def commitment_of(
    anchor: Anchor, thing: str, commitments: Iterable[Commitment]
) -> Commitment | None:
    """Return the promise of an anchor: the very one, else that which says the same there."""
    known = tuple(commitments)
    for commitment in known:
        if commitment.statement.span == anchor.span and commitment.statement.object == thing:
            return commitment
    return commitment_at(anchor, thing, known)


def standing(anchor: Anchor, report: Report) -> Anchor | None:
    """Return where an anchor's words stand in a report now, None where they do not."""
    if (
        anchor.report_id == report.id
        and report.text[anchor.span.start : anchor.span.end] == anchor.quote
    ):
        return anchor
    return reanchor(anchor, report.text, report.id)


def match_words(
    by_promise: Mapping[CommitmentId, Sequence[tuple[int, MatchDecision]]],
    laters: Iterable[ReportId],
) -> tuple[MatchWord, ...]:
    """Return decisions as matching takes them: those on passages of these reports."""
    there = frozenset(laters)
    return tuple(
        MatchWord(commitment, one.passage.report_id, one.passage.span, one.answers)
        for commitment, found in sorted(by_promise.items())
        for _, one in found
        if one.passage.report_id in there
    )


def move_decisions(recorder: Recorder, old: ReportId, report: Report) -> None:
    """Let decisions that name a report name the one that takes its place, and its words there.

    Words that are not found keep their old place; ``placed`` looks for them each time.
    """
    rows.move_names(recorder, old, report.id)
    for number, one in rows.matches(recorder.connection):
        moved = replace(
            one,
            promise=_moved(one.promise, old, report),
            passage=_moved(one.passage, old, report),
        )
        if moved != one:
            rows.put_match(recorder, number, moved, SaidAction.MOVED)


def _moved(anchor: Anchor, old: ReportId, report: Report) -> Anchor:
    if anchor.report_id != old:
        return anchor
    found = standing(anchor, report)
    return found or replace(anchor, report_id=report.id)

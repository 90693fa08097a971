"""Marks (标记): what people say about a promise, anchored in the text they read.

A mark never hangs on a machine finding alone: its anchor (report hash, span, quote) finds it
again when the extractor gets better or the report is read anew.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.model.ids import CommitmentId, ReportId
from tracker.model.span import Span
from tracker.model.tracking import Verdict


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a report that can be found again.

    Attributes:
        report_id: Report it stands in.
        span: Source span.
        quote: Source text of ``span`` when the anchor was made.
    """

    report_id: ReportId
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A person's word on a promise.

    Attributes:
        commitment_id: The promise, as it is known now.
        anchor: Where the promise stands.
        object: What is promised, in the text's words; tells promises of one sentence apart.
        verdict: The person's verdict, or None for a bare note.
        note: Why, in the person's words, or "".
        user: Who marked.
        at: When (UTC).
        evidence: Passages the person points at.
        lost: The text it was anchored to is gone; the mark waits to be placed by hand.
        reader: Name of the second reader whose reading it belongs to (两人核对), "" for the marks
            of the workspace itself.
        settled_from: The first reader's own verdict, where two readers settled on this one; it is
            what their agreement is measured by.
    """

    commitment_id: CommitmentId
    anchor: Anchor
    object: str
    verdict: Verdict | None
    note: str
    user: str
    at: datetime
    evidence: tuple[Anchor, ...] = ()
    lost: bool = False
    reader: str = ""
    settled_from: Verdict | None = None


class MarkAction(StrEnum):
    """What happened to a mark."""

    MARKED = "marked"
    CLEARED = "cleared"
    UNDONE = "undone"
    REDONE = "redone"
    MOVED = "moved"
    """Re-anchored after its report was read anew."""
    LOST = "lost"
    SET_ASIDE = "set_aside"
    """Was to be written in a shared workspace; the colleague's mark was taken instead."""


@dataclass(frozen=True, slots=True)
class MarkEvent:
    """One line of a mark's history.

    Attributes:
        action: What happened.
        mark: The mark afterwards (as it was last, when it was taken away).
        user: Who did it.
        at: When (UTC).
    """

    action: MarkAction
    mark: Mark
    user: str
    at: datetime

"""Marks that go from one machine to another, as a small file (标记交换)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.model.ids import CommitmentId, ReportId
from tracker.model.mark import Mark


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report that marks of a file stand on.

    Attributes:
        id: Its hash: the very same document has it on every machine.
        name: Name of its file.
        region_code: Division code, or "".
        year: Year, or None.
        kind: Kind of report, as it is stored.
    """

    id: ReportId
    name: str
    region_code: str
    year: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class MarksFile:
    """What a file of marks holds.

    Attributes:
        format: ``FORMAT``, so that another file is recognised.
        program: Version of the program that wrote it.
        user: Who wrote it.
        at: When (UTC).
        reports: Reports that the marks stand on.
        marks: The marks.
    """

    format: str
    program: str
    user: str
    at: datetime
    reports: tuple[MarkedReport, ...]
    marks: tuple[Mark, ...]


FORMAT = "duizhang marks 1"
"""First field of a file of marks."""


class Arrival(StrEnum):
    """What a mark from elsewhere is beside one's own."""

    NEW = "new"
    """The promise is not marked here."""
    SAME = "same"
    """It is marked the same way here."""
    CONFLICT = "conflict"
    """It is marked in another way here."""
    UNPLACED = "unplaced"
    """The report, or the promise in it, is not here."""


@dataclass(frozen=True, slots=True)
class IncomingMark:
    """A mark of a file, and what it meets here.

    Attributes:
        mark: As it came.
        report: Name of the file it was put on.
        arrival: What it is beside one's own.
        commitment_id: The promise here, None where there is none.
        own: The mark that is here, if there is one.
    """

    mark: Mark
    report: str
    arrival: Arrival
    commitment_id: CommitmentId | None
    own: Mark | None

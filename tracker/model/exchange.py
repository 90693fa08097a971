"""What people say that goes from one machine to another, as a small file (标记交换)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.message import Message
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.mark import Mark
from tracker.model.promise_word import PromiseWord


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report that marks or words of a file stand on.

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
        reports: Reports that these stand on.
        marks: The marks.
        words: Words on the promises of the reports: added, rejected, set right. Files of earlier
            versions have none, and those pass over them.
    """

    format: str
    program: str
    user: str
    at: datetime
    reports: tuple[MarkedReport, ...]
    marks: tuple[Mark, ...]
    words: tuple[PromiseWord, ...] = ()


FORMAT = "duizhang marks 1"
"""First field of a file of marks."""


class Arrival(StrEnum):
    """What a mark or word from elsewhere is beside one's own."""

    NEW = "new"
    """The promise is not marked here; nothing is said of it."""
    SAME = "same"
    """The same is said here."""
    CONFLICT = "conflict"
    """Something else is said here."""
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
        adding: The word that adds its promise, as it would stand here: it comes with the mark.
            None where the promise is here.
    """

    mark: Mark
    report: str
    arrival: Arrival
    commitment_id: CommitmentId | None
    own: Mark | None
    adding: PromiseWord | None = None


@dataclass(frozen=True, slots=True)
class IncomingWord:
    """A word of a file on a promise, and what it meets here.

    Attributes:
        word: As it would stand here; as it came where its place is not here.
        report: Name of the file it was said of.
        arrival: What it is beside what is said here.
        own: The word that is here on the same promise, if there is one.
        marked: The promise that it would take out is marked here.
    """

    word: PromiseWord
    report: str
    arrival: Arrival
    own: PromiseWord | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file brings.

    Attributes:
        marks: Its marks, in its order.
        words: Its words on promises, the oldest first.
    """

    marks: tuple[IncomingMark, ...]
    words: tuple[IncomingWord, ...] = ()


SHEET_HEADS = {
    "id": Message("编号", "id"),
    "report": Message("承诺来源", "promised in"),
    "promise": Message("承诺原文", "promise"),
    "mark": Message("人工标记", "your mark"),
    "note": Message("人工说明", "note"),
}
"""Heads of the columns of an exported workbook by which a mark in it is found and placed."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a workbook that a person has marked.

    Attributes:
        number: Number of the row, as the spreadsheet counts.
        id: Promise, as it was exported, or "".
        report: What its report is called there, or "".
        promise: Its text there, or "".
        mark: The person's word for a verdict, or "".
        note: Why, or "".
    """

    number: int
    id: str
    report: str
    promise: str
    mark: str
    note: str


@dataclass(frozen=True, slots=True)
class MarkedSheet:
    """What people wrote into an exported workbook.

    Attributes:
        user: Who saved it last, or "" where the file does not say.
        rows: Rows with a mark or a note.
    """

    user: str
    rows: tuple[SheetRow, ...]

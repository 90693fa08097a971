"""The library (报告库) as lists show it: one light line per report, no text."""

import datetime
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.mark import Anchor
from tracker.model.outline import Role
from tracker.model.report import Metadata, Region, RegionLevel, ReportKind


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """One report of a workspace.

    Attributes:
        id: SHA-256 of the original bytes.
        name: File name it was read from.
        title: Title as printed or corrected; "" where none is known.
        region_name: Official name of the region, or "" where unknown.
        region_code: Division code, or "".
        level: Level of the region, or None.
        year: The year the report plans for, or None.
        kind: Work report, plan report, budget report or other.
        n_warnings: Remarks of the reader.
        n_commitments: Promises found; None as long as nobody asked for them.
        n_marked: Promises that carry a person's verdict.
        n_bookmarks: Passages that carry a bookmark or a note.
    """

    id: ReportId
    name: str
    title: str
    region_name: str
    region_code: str
    level: RegionLevel | None
    year: int | None
    kind: ReportKind
    n_warnings: int
    n_commitments: int | None
    n_marked: int
    n_bookmarks: int = 0

    @property
    def place(self) -> tuple[str, str, int, str, str]:
        """What lines of a library are sorted by: region, year and name."""
        return self.region_code, self.region_name, self.year or 0, self.name, self.id


@dataclass(frozen=True, slots=True)
class RegionStep:
    """One step of the way from a province down to a region (江苏省, 苏州市, 姑苏区).

    Attributes:
        name: Official name of this division alone.
        code: Division code, or "" for a zone that has none.
    """

    name: str
    code: str

    @property
    def order(self) -> tuple[str, str]:
        """What divisions of one parent are sorted by officially: by code, those without last."""
        return (self.code or "~", self.name)


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What lists show of a report, and what tells it from others.

    Attributes:
        id: The report.
        text_hash: What reports of the same text share.
        meta: What its head says.
        n_warnings: How many remarks there are on reading it.
    """

    id: ReportId
    text_hash: str
    meta: Metadata
    n_warnings: int


class ImportStatus(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one file.

    Attributes:
        name: File name as given.
        entry: The report, or None when the file could not be used.
        problem: Why it could not be used, or None.
        duplicate: The same bytes were in the workspace already; nothing was added.
        skipped: It was passed over; ``problem`` says why.
        place: Where it was found, as people read it (``2021.zip › 苏州.docx``); "" where the
            name says all.
        same_text: A report of the workspace with the same text from another file, or None.
    """

    name: str
    entry: ReportEntry | None
    problem: Message | None
    duplicate: bool = False
    skipped: bool = False
    place: str = ""
    same_text: ReportEntry | None = None

    @property
    def status(self) -> ImportStatus:
        """What became of it, in one word."""
        if self.skipped:
            return ImportStatus.SKIPPED
        if self.entry is None:
            return ImportStatus.FAILED
        return ImportStatus.DUPLICATE if self.duplicate else ImportStatus.IMPORTED


class Detail(StrEnum):
    """A detail of a report that may be unknown; texts are left empty instead."""

    REGION = "region"
    YEAR = "year"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class MetadataCorrection:
    """What a person knows better than the reader; None leaves the reader's value.

    Attributes:
        title: Title.
        region: Whose report it is.
        year: The year the report plans for.
        kind: Kind of document.
        date: Day of delivery.
        meeting: Name of the meeting.
        speaker: Person who delivers it.
        office: Office of the speaker.
        unknown: Details that the reader took for known and that are not, whatever stands above.
    """

    title: str | None = None
    region: Region | None = None
    year: int | None = None
    kind: ReportKind | None = None
    date: datetime.date | None = None
    meeting: str | None = None
    speaker: str | None = None
    office: str | None = None
    unknown: tuple[Detail, ...] = ()

    def given(self) -> dict[str, Any]:
        """Return what it says, by the names of ``Metadata``: None for what is unknown."""
        names = (field.name for field in fields(self) if field.name != "unknown")
        said = {name: value for name in names if (value := getattr(self, name)) is not None}
        return said | {detail.value: None for detail in self.unknown}

    def then(self, later: "MetadataCorrection") -> "MetadataCorrection":
        """Return both corrections; the later one wins where both speak."""
        said = self.given() | later.given()
        unknown = tuple(detail for detail in Detail if said.get(detail.value, "") is None)
        return MetadataCorrection(**said, unknown=unknown)


@dataclass(frozen=True, slots=True)
class RoleCorrection:
    """The role that a person gave a section, anchored in its heading."""

    heading: Anchor
    role: Role


@dataclass(frozen=True, slots=True)
class AnchoredLine:
    """A person's word on a line, anchored in its words; see ``LineCorrection``.

    Attributes:
        place: The line.
        heading: Level (1 to 3) of the heading that it is or begins with; 0: it is none.
        joined: It continues the paragraph before it (True) or begins one of its own (False).
        noise: It is no part of the report (True), or it is (False).
    """

    place: Anchor
    heading: int | None = None
    joined: bool | None = None
    noise: bool | None = None

    @property
    def is_empty(self) -> bool:
        """It says nothing."""
        return self.heading is None and self.joined is None and self.noise is None


class HandLinkKind(StrEnum):
    """What a person said about two sections."""

    TOGETHER = "together"
    APART = "apart"
    ALONE = "alone"
    """The earlier section has no counterpart."""
    NEW = "new"
    """The later section has none."""


@dataclass(frozen=True, slots=True)
class HandLink:
    """A person's word on which sections belong beside each other.

    Attributes:
        kind: What was said.
        earlier: Heading of the earlier section; an empty span where the later one is new.
        later: Heading of the later section; an empty span for a section that stands alone.
    """

    kind: HandLinkKind
    earlier: Anchor
    later: Anchor


@dataclass(frozen=True, slots=True)
class KeptLink:
    """A person's word on sections as it is kept, to be looked through and taken back.

    Attributes:
        link: What was said, on the headings as they read then.
        earlier: The earlier section today; None where none was meant, or its heading is gone.
        later: The later one.
        user: Who said it.
        at: When.
    """

    link: HandLink
    earlier: int | None
    later: int | None
    user: str
    at: datetime.datetime

    @property
    def is_lost(self) -> bool:
        """Tell whether it cannot act now, because a heading that it names is gone."""
        kind = self.link.kind
        no_earlier = self.earlier is None and kind is not HandLinkKind.NEW
        return no_earlier or (self.later is None and kind is not HandLinkKind.ALONE)

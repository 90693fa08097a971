"""A document that is looked at before it is brought in (预览), and what a person says of it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.library import AnchoredLine, MetadataCorrection, ReportEntry, RoleCorrection
from tracker.model.mark import Anchor
from tracker.model.outline import Role
from tracker.model.report import Metadata, Report
from tracker.model.source import SourceDocument

_HEAD_AS_READ = MetadataCorrection()


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that people said about one report.

    Attributes:
        metadata: Its head.
        roles: Roles of sections.
        lines: Single lines.
    """

    metadata: MetadataCorrection = _HEAD_AS_READ
    roles: tuple[RoleCorrection, ...] = ()
    lines: tuple[AnchoredLine, ...] = ()

    def on_line(self, place: Anchor) -> AnchoredLine:
        """Return what is said about a line; a word without content where nothing is."""
        found = (one for one in self.lines if one.place.span.start == place.span.start)
        return next(found, AnchoredLine(place))

    def with_line(self, said: AnchoredLine) -> "Corrections":
        """Return these with another word on a line; one without content is taken back."""
        others = [one for one in self.lines if one.place.span.start != said.place.span.start]
        lines = others if said.is_empty else [*others, said]
        return replace(self, lines=tuple(sorted(lines, key=lambda one: one.place.span)))

    def with_role(self, heading: Anchor, role: Role | None) -> "Corrections":
        """Return these with another role of a section; None takes it back."""
        others = [one for one in self.roles if one.heading.span.start != heading.span.start]
        roles = others if role is None else [*others, RoleCorrection(heading, role)]
        return replace(self, roles=tuple(sorted(roles, key=lambda one: one.heading.span)))


NOTHING_SAID = Corrections()
"""No correction."""


class Standing(StrEnum):
    """How a document stands to what is in the workspace already."""

    NEW = "new"
    RIVAL = "rival"
    """A report of the same region, year and kind is there, with another text."""
    SAME_TEXT = "same_text"
    """The same text is there, from another file."""
    SAME_FILE = "same_file"
    """The very same bytes are there: nothing would be added."""
    FAILED = "failed"
    """It cannot be read."""
    SKIPPED = "skipped"
    """It was passed over: no kind of file that holds a report."""


class Held(Protocol):
    """What is held of a document that is looked at; it may be packed until somebody looks."""

    @property
    def data(self) -> bytes:
        """Original bytes; empty where they could not be had."""

    @property
    def source(self) -> SourceDocument | None:
        """Its text, or None when it could not be read."""

    @property
    def report(self) -> Report | None:
        """The report in it, with corrections; None when it could not be read."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A document that lies open; see ``Held``."""

    data: bytes = b""
    source: SourceDocument | None = None
    report: Report | None = None


@dataclass(frozen=True)
class Draft:
    """A document as it would be brought in; nothing of it is stored yet.

    Attributes:
        name: File name.
        place: Where it was found, as people read it (``2021.zip › 苏州.docx``).
        held: Its bytes, its text and the report in it, with ``corrections``.
        meta: Head of the report in it, with ``corrections``; None when it could not be read.
        n_warnings: How many remarks there are on reading it.
        standing: How it stands to the workspace, and to the documents looked at before it.
        other: The report that ``standing`` speaks of, if it is in the workspace.
        twin: The document looked at before it that ``standing`` speaks of, or "".
        problem: Why it could not be read or was passed over, or None.
        corrections: What the person said so far.
        encoding: Encoding that the person chose, "" where it was found out.
        encodings: Encodings that can be chosen; empty for formats that say their own.
    """

    name: str
    place: str
    held: Held = Whole()
    meta: Metadata | None = None
    n_warnings: int = 0
    standing: Standing = Standing.NEW
    other: ReportEntry | None = None
    twin: str = ""
    problem: Message | None = None
    corrections: Corrections = NOTHING_SAID
    encoding: str = ""
    encodings: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        """Original bytes; empty where they could not be had."""
        return self.held.data

    @property
    def source(self) -> SourceDocument | None:
        """Its text, or None when it could not be read."""
        return self.held.source

    @property
    def report(self) -> Report | None:
        """The report in it, with ``corrections``; None when it could not be read."""
        return self.held.report

    @property
    def is_new(self) -> bool:
        """It can be brought in and would add a report."""
        return self.meta is not None and self.standing is not Standing.SAME_FILE


@dataclass(frozen=True)
class ImportChoice:
    """A draft that shall be brought in.

    Attributes:
        draft: The document.
        replaces: Report whose place it takes, with marks and corrections; None adds a report.
    """

    draft: Draft
    replaces: ReportId | None = None

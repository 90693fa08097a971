"""From the bytes of a document to what is stored of it: the work that fills an import.

It needs nothing but the document, so it is done here or in any process; what comes back is
packed as it is stored, so that who writes it down has little to do.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from tracker.model.commitment import Commitment, Outcome
from tracker.model.draft import NOTHING_SAID, Corrections
from tracker.model.ids import ReportId
from tracker.model.library import ReportHead
from tracker.model.report import Report
from tracker.model.source import SourceDocument, SourceText
from tracker.store import codec, shelf, summaries
from tracker.store.word_index import IndexedText
from tracker.workspace.analysis import Analysis
from tracker.workspace.anchoring import lines_said
from tracker.workspace.indexing import indexed_text
from tracker.workspace.overlay import corrected


@dataclass(frozen=True, slots=True)
class Parcel:
    """A document that is to be prepared.

    Attributes:
        number: Its place among those that come in together.
        name: File name; the ending decides the reader.
        place: Where it was found, as people read it.
        data: Its bytes; empty where its text was read before.
        encoding: Encoding that a person chose, "" to find it out.
        source: Its text, where it was read before.
        said: What people said about it already.
        whole: Find promises and results, too.
    """

    number: int
    name: str
    place: str
    data: bytes = field(default=b"", repr=False)
    encoding: str = ""
    source: SourceDocument | None = None
    said: Corrections = NOTHING_SAID
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document as it is stored.

    Attributes:
        head: Its head.
        name: File name.
        source: Its text, packed.
        reading: Hash of its text.
        report: The report in it, with people's word on lines, packed.
        indexed: What the index of words takes in of it, None where it is not wanted.
        commitments: Its promises, packed, and their number.
        outcomes: Its results, packed.
    """

    head: ReportHead
    name: str
    source: bytes = field(repr=False)
    reading: str
    report: bytes = field(repr=False)
    indexed: IndexedText | None = field(default=None, repr=False)
    commitments: tuple[bytes, int] | None = field(default=None, repr=False)
    outcomes: bytes | None = field(default=None, repr=False)

    def text(self) -> SourceDocument:
        """Return its text."""
        read = codec.unpack_kept(self.source, SourceText)
        return SourceDocument(
            self.head.id, self.name, read.text, read.layout, read.encoding, read.remarks
        )

    def machine(self) -> Report:
        """Return the report in it, with people's word on lines."""
        return codec.unpack_kept(self.report, Report)


def packed(
    source: SourceDocument,
    machine: Report,
    found: tuple[tuple[Commitment, ...], tuple[Outcome, ...]] | None = None,
    *,
    indexed: IndexedText | None = None,
) -> Prepared:
    """Return a document that was read as it is stored.

    Args:
        source: Its text.
        machine: The report in it, with people's word on lines.
        found: Its promises and results, where they are known.
        indexed: What a search shall find of it.
    """
    text = shelf.packed_source(source)
    return Prepared(
        summaries.head_of(machine),
        source.name,
        text["source"],
        text["reading"],
        codec.pack(machine),
        indexed,
        None if found is None else (codec.pack(found[0]), len(found[0])),
        None if found is None else codec.pack(found[1]),
    )


def prepare(analysis: Analysis, parcel: Parcel, should_stop: Callable[[], bool]) -> Prepared:
    """Read a document and find what is in it.

    Raises:
        InputProblem: It cannot be read.
        Stopped: ``should_stop`` said so.
    """
    source, said = parcel.source, parcel.said
    if source is None:
        source = analysis.decode_source(parcel.data, parcel.name, parcel.encoding, should_stop)
    machine = analysis.read(source, lines_said(source.text, said.lines))
    if not parcel.whole:
        return packed(source, machine)
    report = corrected(machine, said.metadata, said.roles)
    found = analysis.commitments(report), analysis.outcomes(report)
    return packed(source, machine, found, indexed=indexed_text(report))


def prepare_apart(parcel: Parcel) -> Prepared:
    """Do the same in a process of its own, with the program's own stages.

    Raises:
        InputProblem: It cannot be read.
        Stopped: Nobody waits for it any more.
    """
    from tracker.workers import asked_to_stop  # noqa: PLC0415 - such a process has it

    return prepare(Analysis(), parcel, asked_to_stop)


def id_of(data: bytes) -> ReportId:
    """Return the name of a document by its bytes."""
    return ReportId(hashlib.sha256(data).hexdigest())

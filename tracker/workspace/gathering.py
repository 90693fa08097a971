"""From what a person gave (files, folders, archives) to the single documents in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracker.message import Message


@dataclass(frozen=True)
class Incoming:
    """One document that was found.

    Attributes:
        name: File name; its ending decides the reader.
        place: Where it was found, as people read it; the name alone for a file that was given.
        read: Gives its bytes, of a member of an archive only until the next one is asked for;
            raises ``InputProblem`` when it cannot.
        skipped: Why it is passed over (no format of a report), or None.
    """

    name: str
    place: str
    read: Callable[[], bytes]
    skipped: Message | None = None


def gather(paths: Sequence[Path]) -> Iterator[Incoming]:
    """Yield the documents that files, folders and archives hold, in the order of their names."""
    # Loaded when something is read.
    from tracker.ingest.packs import expand  # noqa: PLC0415

    for member in expand(paths):
        problem = member.problem
        skipped = problem.message if problem is not None and member.foreign else None
        yield Incoming(member.name, member.shown, member.read, skipped)


def encodings_of(name: str) -> tuple[str, ...]:
    """Return the encodings that a person can choose for a file of a name; text files only."""
    from tracker.ingest.encodings import ENCODINGS  # noqa: PLC0415
    from tracker.ingest.formats import PLAIN, suffix_of  # noqa: PLC0415

    return ENCODINGS if suffix_of(name) in PLAIN | _TEXTS_WITH_MARKUP else ()


_TEXTS_WITH_MARKUP = frozenset({".html", ".htm", ".xhtml", ".shtml", ".csv", ".tsv"})


def pasted(plain: str, html: str) -> Incoming | None:
    """Return what was copied as a document, or None when it holds no text."""
    from tracker.ingest.web.clipboard import from_clipboard  # noqa: PLC0415

    found = from_clipboard(plain, html)
    return None if found is None else given(found.name, found.data)


def given(name: str, data: bytes) -> Incoming:
    """Return a document that is no file: pasted text, standard input, a sample."""
    return Incoming(name, name, lambda: data)

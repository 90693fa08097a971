"""A file as it was read: its bytes' hash and its text, before any judgement."""

from dataclasses import dataclass

from tracker.model.ids import ReportId


@dataclass(frozen=True, slots=True)
class SourceDocument:
    r"""The text of a file.

    Attributes:
        id: SHA-256 of the original bytes.
        name: File name, without folders.
        text: Decoded text; ``\r\n`` and ``\r`` are turned into ``\n``, nothing else is changed.
    """

    id: ReportId
    name: str
    text: str

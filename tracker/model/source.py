"""A file as it was read: its bytes' hash, its text and how the text stood, before any judgement."""

from dataclasses import dataclass

from tracker.model.diagnostic import Diagnostic
from tracker.model.ids import ReportId


@dataclass(frozen=True, slots=True)
class LineLayout:
    """How one line of a source text stood in its file; what a file does not say is left empty.

    Attributes:
        style_level: Level of its heading style or outline level (1 is the top), None for text.
        bold: All of its characters are bold; the Chinese ones, where it has any.
        centred: It is centred.
        size: Size of most of its characters in points.
        page: 1-based page on which it begins.
        furniture: It stands on the page but is no part of the document: a running head or foot,
            a page number, navigation.
        table: Number of the table that it is a row of, from 1 on; None outside tables. A row is
            one line, its cells are separated by tabs.
        note: It is a footnote or an endnote.
        merged: Of a table row, the columns (from 0 on) in which the cell above goes on: merged
            cells stand on their first row, and are empty on the others.
    """

    style_level: int | None = None
    bold: bool = False
    centred: bool = False
    size: float | None = None
    page: int | None = None
    furniture: bool = False
    table: int | None = None
    note: bool = False
    merged: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceText:
    r"""What a reader made of a file's bytes.

    Attributes:
        text: One line per block of the file in reading order (of a text file: its own lines),
            line ends are ``\n``.
        layout: One entry per line of ``text``; empty where the format has no layout.
        encoding: Encoding that the bytes were read in, for text files; "" otherwise.
        remarks: What a person should know about the reading, e.g. what was left out.
    """

    text: str
    layout: tuple[LineLayout, ...] = ()
    encoding: str = ""
    remarks: tuple[Diagnostic, ...] = ()

    def __post_init__(self) -> None:
        if self.layout and len(self.layout) != self.text.count("\n") + 1:
            raise ValueError("layout must have one entry per line")


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file with the text that was read from it.

    Attributes:
        id: SHA-256 of the original bytes.
        name: File name, without folders.
        text: See ``SourceText``.
        layout: See ``SourceText``.
        encoding: See ``SourceText``.
        remarks: See ``SourceText``.
    """

    id: ReportId
    name: str
    text: str
    layout: tuple[LineLayout, ...] = ()
    encoding: str = ""
    remarks: tuple[Diagnostic, ...] = ()

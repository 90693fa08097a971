"""Puts lines together to paragraphs and parts of tables to tables, over the pages of a document.

What a page break puts between the halves of a paragraph (foot, note, head) waits until it is whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from tracker.ingest.blocks import Block, table_row
from tracker.ingest.pdf.grid import Cell, Table
from tracker.ingest.pdf.lines import Piece, join_text
from tracker.ingest.pdf.notes import plain_marks, without_marks
from tracker.ingest.pdf.order import Item, Line
from tracker.ingest.pdf.paragraphs import (
    Setting,
    begins_paragraph,
    ends_sentence,
    is_centred,
)
from tracker.model.source import LineLayout

Placed: TypeAlias = tuple[int, Table]


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one page, sorted.

    Attributes:
        number: From 1 on.
        items: The document's own lines and tables in reading order.
        heads: Rows of the running head.
        feet: Rows of the foot.
        asides: Lines that run in other directions than the text.
        notes: Lines of each footnote.
        marks: The marks of the footnotes.
    """

    number: int
    items: tuple[Item, ...]
    heads: tuple[Piece, ...] = ()
    feet: tuple[Piece, ...] = ()
    asides: tuple[tuple[Piece, bool], ...] = ()
    notes: tuple[tuple[Line, ...], ...] = ()
    marks: frozenset[str] = frozenset()


@dataclass(slots=True)
class Assembly:
    """Takes pages one after the other and gives blocks."""

    setting: Setting
    blocks: list[Block] = field(default_factory=list)
    _lines: list[Line] = field(default_factory=list)
    _tables: list[Placed] = field(default_factory=list)
    _held: list[Block] = field(default_factory=list)
    _marks: set[str] = field(default_factory=set)
    _n_tables: int = 0

    def add(self, page: Page) -> None:
        """Take a page."""
        self._hold(_furniture(page.heads, page.number))
        self._marks = set(page.marks)
        for item in page.items:
            if isinstance(item, Table):
                self._add_table(page.number, item)
            else:
                self._add_line(item)
        self._hold(_note(lines, page.number) for lines in page.notes)
        self._hold(_furniture(page.feet, page.number))
        self._hold(
            Block(piece.text, LineLayout(size=piece.size, page=page.number, furniture=repeated))
            for piece, repeated in page.asides
        )

    def finish(self) -> list[Block]:
        """Return all blocks."""
        self._close()
        self._release()
        return self.blocks

    def _hold(self, blocks: Iterable[Block]) -> None:
        self._held += blocks
        if not self._lines and not self._tables:
            self._release()

    def _release(self) -> None:
        self.blocks += self._held
        self._held.clear()

    def _close(self) -> None:
        """End the paragraph or table that is open.

        One that ends within a sentence, as files with broken lines have them, keeps what is held
        back until the next one has ended too.
        """
        under_way = False
        if self._lines:
            paragraph = self._paragraph()
            under_way = len(self._lines) > 1 and not ends_sentence(paragraph.text)
            self.blocks.append(paragraph)
            self._lines = []
        if self._tables:
            self._n_tables += 1
            self.blocks += _rows(self._tables, self._n_tables)
            self._tables = []
        if not under_way:
            self._release()

    def _add_line(self, line: Line) -> None:
        if self._lines and not begins_paragraph(self._lines[-1], line, self.setting):
            self._lines.append(self._settled(line))
            return
        self._close()
        self._lines = [self._settled(line)]

    def _settled(self, line: Line) -> Line:
        if "\x02" not in line.piece.text:
            return line
        text = without_marks(line.piece.text, self._marks)
        return replace(line, piece=replace(line.piece, text=text))

    def _add_table(self, page: int, table: Table) -> None:
        if self._tables and _goes_on(self._tables[-1], (page, table)):
            self._tables.append((page, table))
            return
        self._close()
        self._tables = [(page, table)]

    def _paragraph(self) -> Block:
        text = ""
        for before, line in zip([None, *self._lines], self._lines, strict=False):
            spaced = before is not None and before.piece.spaced
            text = join_text(text, line.piece.text, spaced=spaced)
        first = self._lines[0]
        sizes = [line.piece.size for line in self._lines for _ in line.piece.text]
        layout = LineLayout(
            bold=all(line.piece.bold for line in self._lines),
            centred=is_centred(self._lines[-1], self.setting)
            and (len(self._lines) == 1 or is_centred(first, self.setting)),
            size=max(dict.fromkeys(sizes), key=sizes.count) if sizes else None,
            page=first.page,
        )
        return Block(text.removesuffix("\u00ad"), layout)


def _furniture(rows: Sequence[Piece], page: int) -> list[Block]:
    return [
        Block(plain_marks(row.text), LineLayout(size=row.size, page=page, furniture=True))
        for row in rows
    ]


def _note(lines: Sequence[Line], page: int) -> Block:
    text = ""
    for before, line in zip([None, *lines], lines, strict=False):
        spaced = before is not None and before.piece.spaced
        text = join_text(text, plain_marks(line.piece.text), spaced=spaced)
    return Block(text, LineLayout(size=lines[0].piece.size, page=page, note=True))


def _goes_on(before: Placed, after: Placed) -> bool:
    """Whether a table at the top of a page is the rest of the one that ended the page before."""
    (page, one), (next_page, two) = before, after
    if len(one.edges) != len(two.edges) or one.ruled != two.ruled:
        return False
    if next_page == page and two.x0 < one.x1:
        return False
    shift = two.x0 - one.x0
    near = 6.0 if one.ruled else 0.15 * (one.x1 - one.x0)
    return all(abs(b - a - shift) <= near for a, b in zip(one.edges, two.edges, strict=True))


def _rows(parts: Sequence[Placed], number: int) -> list[Block]:
    """Rows of a table; a head that stands again on each page is kept as furniture after it."""
    blocks: list[Block] = []
    repeated: list[Block] = []
    head: tuple[str, ...] = ()
    last: tuple[Cell, ...] = ()
    for page, table in parts:
        rows = table.rows
        if not blocks and rows:
            head = _texts(rows[0])
        elif rows and _texts(rows[0]) == head:
            text = " ".join(filter(None, head))
            repeated.append(Block(text, LineLayout(size=table.size, page=page, furniture=True)))
            rows = rows[1:]
        layout = LineLayout(size=table.size, page=page, table=number)
        for index, row in enumerate(rows):
            if index == 0 and blocks and _is_rest(last, row):
                last = tuple(
                    Cell(join_text(a.text, b.text), b.room, a.head)
                    for a, b in zip(last, row, strict=True)
                )
                blocks[-1] = table_row(_texts(last), blocks[-1].layout)
                continue
            blocks.append(table_row(_texts(row), layout))
            last = row
    return blocks + repeated


def _texts(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(without_marks(cell.text, set()) for cell in row)


def _is_rest(above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a page's first row is the rest of a row that the page break has cut.

    Every cell that goes on must have been full: no room for what comes next.
    """
    filled = [(a, b) for a, b in zip(above, row, strict=True) if b.text]
    return bool(filled) and all(a.text and a.room < b.head + 9 for a, b in filled)

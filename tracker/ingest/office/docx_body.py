"""The body of a docx: paragraphs, tables, text boxes and notes in reading order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tracker.ingest.blocks import Block
from tracker.ingest.office.docx_numbering import ListNumbers
from tracker.ingest.office.docx_styles import Look, Styles, W, on, whole
from tracker.ingest.office.grid import GridCell, table_blocks
from tracker.ingest.office.remarks import Remarks
from tracker.ingest.office.runs import Run, paragraph_blocks
from tracker.ingest.office.xml_parts import Element
from tracker.model.source import LineLayout

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_CHANGED = frozenset({f"{W}ins", f"{W}moveTo"})
_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent")
) | {f"{_MC}Choice", f"{_MC}Fallback"}
_CENTRED = frozenset({"center", "distribute"})
_SIGNS = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}noBreakHyphen": "-",
    f"{W}cr": "\n",
}
_NOTE_MARKS = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}


class Body:
    """Reads one document from its first element to its last, once."""

    def __init__(self, styles: Styles, numbers: ListNumbers, remarks: Remarks) -> None:
        self._styles = styles
        self._numbers = numbers
        self._remarks = remarks
        self._tables = 0
        self._page: int | None = None
        self._in_cell = False
        self._contents = False
        self._fields: list[bool] = []
        """Of each open field, whether its result has begun; before that stands its code."""
        self._boxes: list[Element] = []
        self._carried: list[Run] = []
        """Text of a paragraph whose end was deleted: it goes before the next paragraph."""
        self._cited: dict[str, list[tuple[str, str]]] = {"footnotes": [], "endnotes": []}
        self._n_cited = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        """Return the blocks of what holds paragraphs and tables."""
        if parent.tag == f"{W}body" and any(True for _ in parent.iter(f"{W}lastRenderedPageBreak")):
            self._page = 1
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._put_down()
                yield from self._table(child)
            elif child.tag == f"{W}sdt":
                yield from self._control(child)
            elif child.tag == f"{_MC}AlternateContent":
                yield from self.blocks(_alternative(child))
            elif child.tag in _WRAPPERS or child.tag in _CHANGED:
                yield from self.blocks(child)
            elif child.tag in _DELETED:
                self._remarks.count("changes-accepted")
        yield from self._put_down()

    def notes(self, kind: str, root: Element | None) -> Iterator[Block]:
        """Return the notes that the text cites, in the order of their marks.

        Args:
            kind: ``footnotes`` or ``endnotes``.
            root: The part that holds them.
        """
        if root is None:
            return
        found = {note.get(f"{W}id") or "": note for note in root}
        for note_id, mark in self._cited[kind]:
            note = found.get(note_id)
            if note is None:
                continue
            self._remarks.count("notes-at-end")
            for i, block in enumerate(self.blocks(note)):
                text = mark + block.text.lstrip() if i == 0 else block.text
                yield Block(text, replace(block.layout, note=True, page=None))

    def _control(self, control: Element) -> Iterator[Block]:
        """Return the blocks of a content control; a table of contents is navigation."""
        gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        before = self._contents
        if gallery is not None and (gallery.get(f"{W}val") or "") == "Table of Contents":
            self._contents = True
        content = control.find(f"{W}sdtContent")
        if content is not None:
            yield from self.blocks(content)
        self._contents = before

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        look = self._styles.paragraph(paragraph)
        properties = paragraph.find(f"{W}pPr")
        page = self._page
        outer, self._boxes = self._boxes, []
        runs = list(self._runs(paragraph, replace(look, raised=None)))
        boxes, self._boxes = self._boxes, outer
        while self._fields and not self._fields[-1]:
            self._fields.pop()  # a field whose code is never closed would swallow all that follows
        if _mark_is(properties, _DELETED):
            self._remarks.count("changes-accepted")
            self._carried.extend(runs)
        else:
            runs = [*self._carried, *runs]
            self._carried = []
            yield from self._lines(runs, look, properties, page)
        carried, self._carried = self._carried, []
        for box in boxes:
            yield from self.blocks(box)
        self._carried = carried

    def _put_down(self) -> list[Block]:
        """Return what was carried on to a next paragraph where there is none."""
        runs, self._carried = self._carried, []
        return paragraph_blocks(runs, LineLayout(page=self._page))

    def _lines(
        self, runs: list[Run], look: Look, properties: Element | None, page: int | None
    ) -> list[Block]:
        style = None if properties is None else properties.find(f"{W}pStyle")
        empty = not any(run.text.strip() for run in runs)
        hidden = empty and self._styles.run(_mark(properties), look).hidden
        label = "" if hidden else self._numbers.label(look, _value(style))
        if label and (self._in_cell or not empty):
            first = next((run for run in runs if run.text.strip()), Run("", bool(look.bold)))
            runs = [replace(first, text=label, raised=False), *_unindented(runs)]
        layout = LineLayout(
            style_level=look.level,
            centred=look.align in _CENTRED,
            page=page,
            furniture=self._contents or bool(look.contents),
        )
        return paragraph_blocks(runs, layout)

    def _runs(self, parent: Element, look: Look) -> Iterator[Run]:
        for child in parent:
            if child.tag == f"{W}r":
                yield from self._run(child, look)
            elif child.tag in _CHANGED:
                self._remarks.count("changes-accepted")
                yield from self._runs(child, look)
            elif child.tag in _WRAPPERS:
                yield from self._runs(child, look)
            elif child.tag in _DELETED:
                self._remarks.count("changes-accepted")
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                yield from () if content is None else self._runs(content, look)
            elif child.tag == f"{_MC}AlternateContent":
                yield from self._runs(_alternative(child), look)
            elif child.tag in (f"{_M}oMath", f"{_M}oMathPara"):
                yield self._as_run("".join(t.text or "" for t in child.iter(f"{_M}t")), look)

    def _run(self, run: Element, paragraph: Look) -> Iterator[Run]:
        properties = run.find(f"{W}rPr")
        look = self._styles.run(properties, paragraph)
        text = ""
        for child in run:
            if child.tag == f"{W}ruby":
                yield self._as_run(text, look)
                text = ""
                base = child.find(f"{W}rubyBase")
                yield from () if base is None else self._runs(base, paragraph)
            else:
                text += self._sign(child, text)
        if look.hidden:
            if text.strip():
                self._remarks.count("hidden-left-out")
        elif text:
            yield self._as_run(text, look)

    def _sign(self, child: Element, before: str) -> str:
        """Return the text of one element of a run; note what else it is."""
        if child.tag == f"{W}fldChar":
            self._field(child.get(f"{W}fldCharType") or "")
        elif child.tag in _NOTE_MARKS:
            return self._cite(child, before)
        elif child.tag == f"{W}lastRenderedPageBreak":
            self._page = None if self._page is None else self._page + 1
        elif child.tag == f"{W}commentReference":
            self._remarks.count("comments-left-out")
        elif child.tag == f"{_MC}AlternateContent":
            self._boxes.extend(_boxes(_alternative(child)))
        elif child.tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self._boxes.extend(_boxes(child))
        elif all(self._fields):
            if child.tag == f"{W}t":
                return self._own_mark(child.text or "")
            if child.tag == f"{W}br":
                return "\n"
            return _SIGNS.get(child.tag, "")
        return ""

    def _cite(self, reference: Element, before: str) -> str:
        kind = _NOTE_MARKS[reference.tag]
        self._n_cited += 1
        mark = f"[{self._n_cited}]"
        note_id = reference.get(f"{W}id") or ""
        if before == "" and on(reference.get(f"{W}customMarkFollows"), absent=False):
            mark = ""  # the mark itself follows as text, see _own_mark
        self._cited[kind].append((note_id, mark))
        return ""

    def _own_mark(self, text: str) -> str:
        """Take a mark that a person typed (①, *) out of the text and give it to its note."""
        for cited in self._cited.values():
            if cited and cited[-1][1] == "":
                cited[-1] = (cited[-1][0], text)
                return ""
        return text

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    @staticmethod
    def _as_run(text: str, look: Look) -> Run:
        return Run(text, bool(look.bold), look.size, bool(look.raised))

    def _table(self, table: Element) -> list[Block]:
        self._tables += 1
        number = self._tables
        outer, self._in_cell = self._in_cell, True
        rows = [self._row(row) for row in _rows(table) if not self._is_deleted(row)]
        self._in_cell = outer
        return table_blocks(rows, number)

    def _is_deleted(self, row: Element) -> bool:
        deleted = row.find(f"{W}trPr/{W}del") is not None
        if deleted:
            self._remarks.count("changes-accepted")
        return deleted

    def _row(self, row: Element) -> list[GridCell]:
        before = whole(row.find(f"{W}trPr/{W}gridBefore")) or 0
        cells = [GridCell() for _ in range(min(before, 63))]
        for element in _cells(row):
            span = whole(element.find(f"{W}tcPr/{W}gridSpan")) or 1
            merged = element.find(f"{W}tcPr/{W}vMerge")
            sideways = element.find(f"{W}tcPr/{W}hMerge")
            below, beside = (
                merge is not None and (merge.get(f"{W}val") or "continue") == "continue"
                for merge in (merged, sideways)
            )
            wide = min(max(span, 1), 63)
            cells.append(GridCell(list(self.blocks(element)), wide, below or beside, below))
        return cells


def _rows(parent: Element) -> Iterator[Element]:
    return _inside(parent, f"{W}tr")


def _cells(parent: Element) -> Iterator[Element]:
    return _inside(parent, f"{W}tc")


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Return the children of a kind, also those within content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            yield from () if content is None else _inside(content, tag)
        elif child.tag in _WRAPPERS or child.tag in _CHANGED:
            yield from _inside(child, tag)


def _alternative(element: Element) -> Element:
    """Return the branch of alternative content that holds text, by preference the first."""
    branches = list(element)
    return next((b for b in branches if any(True for _ in b.iter(f"{W}t"))), element)


def _boxes(element: Element) -> Iterator[Element]:
    """Return the outermost text boxes in a drawing."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == f"{_MC}AlternateContent":
            branch = _alternative(child)
            yield from () if branch is child else _boxes(branch)
        else:
            yield from _boxes(child)


def _mark(properties: Element | None) -> Element | None:
    return None if properties is None else properties.find(f"{W}rPr")


def _mark_is(properties: Element | None, tags: Iterable[str]) -> bool:
    """Tell whether the end of a paragraph was deleted or moved away."""
    mark = _mark(properties)
    return mark is not None and any(mark.find(tag) is not None for tag in tags)


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{W}val") or ""


def _unindented(runs: list[Run]) -> Iterator[Run]:
    """Return runs without the space before the first word, which a list number replaces."""
    begun = False
    for run in runs:
        text = run.text if begun else run.text.lstrip(" \t\u3000")
        begun = begun or bool(text)
        if text:
            yield replace(run, text=text)

"""The body of an odt: paragraphs, lists, tables, frames and notes in reading order."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.ingest.blocks import Block
from tracker.ingest.office.grid import GridCell, table_blocks
from tracker.ingest.office.odt_lists import OdtList, OdtLists
from tracker.ingest.office.odt_styles import DRAW, OFFICE, TABLE, TEXT, XLINK, OdtLook, OdtStyles
from tracker.ingest.office.remarks import Remarks
from tracker.ingest.office.runs import Run, paragraph_blocks
from tracker.ingest.office.xml_parts import Element, whole_number
from tracker.model.source import LineLayout

_NAVIGATION = frozenset(
    f"{TEXT}{name}"
    for name in (
        *("table-of-content", "illustration-index", "table-index", "object-index"),
        *("user-index", "alphabetical-index", "bibliography"),
    )
)
_WRAPPERS = frozenset(
    {f"{TEXT}index-body", f"{TEXT}index-title", f"{TEXT}numbered-paragraph", f"{DRAW}g"}
    | {f"{DRAW}text-box", f"{DRAW}a", f"{OFFICE}text"}
)
_SHAPES = frozenset(
    f"{DRAW}{name}"
    for name in ("frame", "custom-shape", "rect", "ellipse", "g", "a", "line", "polygon", "path")
)
_LEFT_OUT = frozenset(
    f"{TEXT}{name}" for name in ("note", "ruby-text", "number", "tracked-changes")
) | {f"{OFFICE}annotation", f"{OFFICE}annotation-end"}
_SIGNS = {f"{TEXT}tab": " ", f"{TEXT}line-break": "\n"}
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_REPEATS = 200


class OdtBody:
    """Reads one document from its first element to its last, once."""

    def __init__(self, styles: OdtStyles, lists: OdtLists, remarks: Remarks) -> None:
        self._styles = styles
        self._lists = lists
        self._remarks = remarks
        self._tables = 0
        self._page: int | None = None
        self._in_cell = False
        self._navigation = False
        self._boxes: list[Element] = []
        self._notes: list[tuple[str, Element]] = []

    def blocks(self, parent: Element, page: int | None = None) -> Iterator[Block]:
        """Return the blocks of what holds paragraphs, lists and tables.

        Args:
            parent: The element.
            page: Page on which it begins, where the file says where its pages end.
        """
        self._page = page or self._page
        for child in parent:
            yield from self._block(child)

    def notes(self) -> Iterator[Block]:
        """Return the notes that the text cites, in the order of their marks."""
        for mark, body in self._notes:
            self._remarks.count("notes-at-end")
            for i, block in enumerate(self.blocks(body)):
                text = mark + block.text if i == 0 else block.text
                yield Block(text, replace(block.layout, note=True, page=None))

    def _block(self, child: Element) -> Iterator[Block]:
        if child.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield from self._paragraph(child, self._heading_label(child))
        elif child.tag == f"{TEXT}list":
            yield from self._list(child, None, 1)
        elif child.tag == f"{TABLE}table":
            yield from self._table(child)
        elif child.tag == f"{TEXT}section":
            yield from self._section(child)
        elif child.tag in _NAVIGATION:
            before, self._navigation = self._navigation, True
            body = child.find(f"{TEXT}index-body")
            yield from () if body is None else self.blocks(body)
            self._navigation = before
        elif child.tag == f"{TEXT}soft-page-break":
            self._turn()
        elif child.tag == f"{TEXT}tracked-changes":
            self._remarks.count("changes-accepted", len(child))
        elif child.tag in _SHAPES or child.tag in _WRAPPERS:
            yield from self.blocks(child)

    def _section(self, section: Element) -> Iterator[Block]:
        hidden = section.get(f"{TEXT}display") == "none"
        if hidden or self._styles.hides_section(section.get(f"{TEXT}style-name") or ""):
            self._remarks.count("hidden-left-out")
            return
        source = section.find(f"{TEXT}section-source")
        if source is not None and source.get(f"{XLINK}href"):
            self._remarks.count("links-not-followed")
        yield from self.blocks(section)

    def _list(self, element: Element, outer: OdtList | None, depth: int) -> Iterator[Block]:
        counted = self._lists.begin(element, outer)
        for item in element:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            numbered = item.tag == f"{TEXT}list-item"
            for child in item:
                if child.tag == f"{TEXT}list":
                    yield from self._list(child, counted, depth + 1)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    label = ""
                    if numbered:
                        start = item.get(f"{TEXT}start-value")
                        label = self._lists.label(counted, depth, start)
                        numbered = False
                    yield from self._paragraph(child, label)
                else:
                    yield from self._block(child)

    def _heading_label(self, element: Element) -> str:
        level = whole_number(element.get(f"{TEXT}outline-level"))
        if element.tag != f"{TEXT}h" or element.get(f"{TEXT}is-list-header") == "true":
            return ""
        if level is None or not "".join(_all_text(element)).strip():
            return ""
        return self._lists.heading_label(level, element.get(f"{TEXT}start-value"))

    def _paragraph(self, paragraph: Element, label: str) -> Iterator[Block]:
        look = self._styles.paragraph(paragraph.get(f"{TEXT}style-name") or "")
        page = self._page
        outer, self._boxes = self._boxes, []
        runs = list(self._runs(paragraph, look))
        boxes, self._boxes = self._boxes, outer
        shown = [run for run in runs if run.text.strip()]
        if label and (shown or self._in_cell):
            first = shown[0] if shown else Run("")
            runs = [replace(first, text=label, raised=False), *runs]
        layout = LineLayout(
            style_level=whole_number(paragraph.get(f"{TEXT}outline-level")) or look.level,
            centred=bool(look.centred),
            page=page,
            furniture=self._navigation,
        )
        yield from paragraph_blocks(runs, layout)
        for box in boxes:
            yield from self.blocks(box)

    def _runs(self, parent: Element, look: OdtLook) -> Iterator[Run]:
        """Return the text of an element and what stands in it; spaces as a writer counts them."""
        yield from self._text(parent.text, look)
        for child in parent:
            if child.tag == f"{TEXT}s":
                count = whole_number(child.get(f"{TEXT}c")) or 1
                yield Run(" " * min(count, _MOST_REPEATS))
            elif child.tag in _SIGNS:
                yield Run(_SIGNS[child.tag])
            elif child.tag == f"{TEXT}soft-page-break":
                self._turn()
            elif child.tag in _SHAPES:
                self._boxes.append(child)
            elif child.tag in _LEFT_OUT:
                self._leave_out(child)
            elif child.tag in (f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"):
                self._remarks.count("hidden-left-out")
            else:
                style = child.get(f"{TEXT}style-name")
                inner = self._styles.run(style, look) if style else look
                yield from self._runs(child, inner)
            yield from self._text(child.tail, look)

    def _text(self, text: str | None, look: OdtLook) -> Iterator[Run]:
        if not text:
            return
        text = _SPACE.sub(" ", text)  # as 6.1.2 of the standard says; real ones are text:s
        if not look.hidden:
            yield Run(text, look.weight(text), look.points(text), bool(look.raised))
        elif text.strip():
            self._remarks.count("hidden-left-out")

    def _leave_out(self, element: Element) -> None:
        if element.tag == f"{OFFICE}annotation":
            self._remarks.count("comments-left-out")
        body = element.find(f"{TEXT}note-body")
        if element.tag == f"{TEXT}note" and body is not None:
            citation = element.find(f"{TEXT}note-citation")
            own = None if citation is None else citation.get(f"{TEXT}label")
            self._notes.append((own or f"[{len(self._notes) + 1}]", body))

    def _turn(self) -> None:
        self._page = None if self._page is None else self._page + 1

    def _table(self, table: Element) -> list[Block]:
        self._tables += 1
        number = self._tables
        outer, self._in_cell = self._in_cell, True
        rows = list(self._rows(table))
        self._in_cell = outer
        return table_blocks(rows, number)

    def _rows(
        self, parent: Element, below: dict[int, int] | None = None
    ) -> Iterator[list[GridCell]]:
        """Yield rows; ``below`` tells of each column how many more rows the cell above takes."""
        below = {} if below is None else below
        for child in parent:
            if child.tag == f"{TABLE}table-row":
                row = list(self._cells(child, below))
                if any(cell.blocks for cell in row):
                    yield row
            elif child.tag in (
                f"{TABLE}table-rows",
                f"{TABLE}table-header-rows",
                f"{TABLE}table-row-group",
            ):
                yield from self._rows(child, below)

    def _cells(self, row: Element, below: dict[int, int]) -> Iterator[GridCell]:
        at = 0
        for element in row:
            repeats = whole_number(element.get(f"{TABLE}number-columns-repeated")) or 1
            repeats = min(repeats, _MOST_REPEATS)
            if element.tag == f"{TABLE}covered-table-cell":
                for column in range(at, at + repeats):
                    yield GridCell(covered=True, below=below.get(column, 0) > 0)
                    below[column] = below.get(column, 0) - 1
            elif element.tag == f"{TABLE}table-cell":
                blocks = list(self.blocks(element))
                high = whole_number(element.get(f"{TABLE}number-rows-spanned")) or 1
                below.update(dict.fromkeys(range(at, at + repeats), high - 1))
                yield from (GridCell(list(blocks)) for _ in range(repeats))
            else:
                continue
            at += repeats


def _all_text(element: Element) -> Iterator[str]:
    for child in element.iter():
        yield child.text or ""
        yield child.tail or ""

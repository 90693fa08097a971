"""Walks over a web page from its first element to its last and takes down what a browser shows.

Goes out: lines in reading order, one per paragraph, each with its look and the box (``div``,
``td``, …) that it stands in. Which of them are the document is decided by ``html_page``.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.ingest.blocks import table_row
from tracker.ingest.office.list_numbers import number_text
from tracker.ingest.office.xml_parts import Element
from tracker.ingest.web.html_looks import Look, Properties, StyleSheet, is_hidden, look_of
from tracker.ingest.web.html_tables import is_layout, rows_of
from tracker.model.source import LineLayout

_SILENT = frozenset(
    {
        *("head", "script", "style", "noscript", "template", "title", "iframe", "object", "embed"),
        *("svg", "canvas", "audio", "video", "select", "datalist", "textarea", "button", "xml"),
        *("noframes", "map", "rt", "rp", "rtc"),
    }
)
_BLOCKS = frozenset(
    {
        *("html", "body", "address", "article", "aside", "blockquote", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup"),
        *("legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
_HEADING = re.compile("h[1-6]")
_NOTE = re.compile(
    r"(?:sd|_)?(?:footnote|endnote|ftn|edn)\d+|doc-(?:foot|end)notes?", re.IGNORECASE
)
_NOTE_MARK = re.compile(r"#(?:_?(?:ftn|edn)|(?:sd)?(?:foot|end)note|fn[:-]?)\d+(?:sym)?", re.I)
"""Where the mark of a note in the text leads; the note itself leads back, as below. Names of Word,
LibreOffice (html and xhtml) and Markdown programs."""

_NOTE_BACK = re.compile(
    r"#(?:_?(?:ftn|edn)ref|body_ftn|fnref[:-]?)\d+|#sd(?:foot|end)note\d+anc", re.I
)
_LONGEST_MARK = 6
_COMMENT = "annotation_style_by_filter"
"""Class of the comments that LibreOffice writes into xhtml."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HAN = re.compile(r"[一-鿿]")
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_INDENT = re.compile(r"(?<=[。！？；：”])[\u2003\u3000]{2,}(?=\S)")
"""``…百分之五。　　一是…``: paragraphs that are set off by their indent alone."""

_NUMBERED = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]|[①-⑳]"
    r"|第[一二三四五六七八九十\d]{1,3}(?:部分|[章节条编篇]))"
)
_OFFICE_EDGES = frozenset({"header", "footer"})
"""Titles of the boxes in which LibreOffice saves the running heads and feet."""

_LIST_TYPES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-latin": "lowerLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "cjk-decimal": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
}
_PLAIN = Look()


@dataclass(eq=False, slots=True)
class Box:
    """An element that holds lines.

    Attributes:
        tag: Its name.
        names: Its classes, id and role, by which sites say what it is.
        parent: The box around it.
        note: It is a footnote.
    """

    tag: str
    names: str
    parent: "Box | None"
    note: bool = False


@dataclass(eq=False, slots=True)
class PageLine:
    """A line of the page.

    Attributes:
        text: Its text, the cells of a table row divided by tabs.
        layout: How it looks.
        box: What it stands in.
        linked: Share of its characters that are links.
    """

    text: str
    layout: LineLayout
    box: Box
    linked: float


@dataclass(slots=True)
class _Piece:
    text: str
    look: Look
    linked: bool


@dataclass(slots=True)
class _Frame:
    """An element that is open."""

    tag: str
    element: Element
    look: Look
    box: Box
    block: bool = False
    linked: bool = False
    raised: bool = False
    recalled: bool = False
    floats: bool = False
    level: int | None = None
    list_type: str = ""
    next_number: int = 1


@dataclass(slots=True)
class Walk:
    """One walk over a page or, for the text of a cell, over a part of it."""

    sheet: StyleSheet
    lines: list[PageLine] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    _pieces: list[_Piece] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)
    _prefix: str = ""
    _is_note: bool = False
    _n_tables: int = 0
    _n_characters: int | None = None
    """Chinese characters in all of what is walked over, counted when first asked for."""

    def over(self, root: Element, look: Look = _PLAIN, box: Box | None = None) -> None:
        """Walk over an element: in a loop, since pages nest deeper than a recursion may go.

        Args:
            root: Where to begin and to end.
            look: Look of the text around it.
            box: The box around it.
        """
        box = box or Box("", "", None)
        self._frames = [_Frame("", root, look, box)]
        open_elements: list[Iterator[Element]] = [iter([root])]
        while open_elements:
            child = next(open_elements[-1], None)
            if child is None:
                open_elements.pop()
                left = self._leave() if open_elements else root
                if left is not root:
                    self._say(left.tail)
            elif self._enter(child):
                open_elements.append(iter(child))
                self._say(child.text)
            elif child is not root:
                self._say(child.tail)

    def _enter(self, element: Element) -> bool:
        """Open an element; False when there is nothing to walk over in it."""
        tag = element.tag.rpartition("}")[2].lower()
        if tag in ("br", "hr"):
            self._end_line()
            return False
        properties = self.sheet.properties(tag, element)
        if _is_aside(tag, element) or (
            is_hidden(element, properties) and not self._is_most(element)
        ):
            return False
        around = self._frames[-1]
        look = look_of(tag, element, properties, around.look)
        block = tag in _BLOCKS or _is_set_off(properties)
        box = self._box(tag, element, properties, around, block=block)
        if block:
            self._end_line()
        if tag == "table" and not is_layout(element):
            self._table(element, look, box)
            return False
        recalled = tag == "a" and _NOTE_BACK.match(element.get("href") or "") is not None
        frame = _Frame(
            tag=tag,
            element=element,
            look=look,
            box=box,
            block=block,
            linked=around.linked or (tag == "a" and _leads_on(element)),
            raised=around.raised or tag == "sup",
            recalled=around.recalled or recalled,
            floats=not block and _floats(properties),
            level=_level(tag, element, around),
        )
        self._frames.append(frame)
        _number_list(frame, properties)
        if tag == "li":
            self._item(frame, properties)
        return True

    def _is_most(self, element: Element) -> bool:
        """Tell whether an element holds most Chinese text: WeChat shows an article by script."""
        if self._n_characters is None:
            self._n_characters = _n_han(self._frames[0].element)
        return _n_han(element) > self._n_characters / 2

    def _leave(self) -> Element:
        """Close the innermost element and return it."""
        if self._frames[-1].block:
            self._end_line()
        frame = self._frames.pop()
        if frame.floats:
            self._pieces.append(_Piece(" ", frame.look, frame.linked))
        if frame.tag == "li":
            self._prefix = ""
        return frame.element

    def _box(
        self, tag: str, element: Element, properties: Properties, around: _Frame, *, block: bool
    ) -> Box:
        if not block:
            return around.box
        said = [element.get(name) for name in ("class", "id", "role")]
        if element.get("title") in _OFFICE_EDGES:
            said.append(f"office-{element.get('title')}")
        names = " ".join(x[:200] for x in said if x)
        note = around.box.note or _is_note(element, properties)
        box = Box(tag, names, around.box, note)
        self.boxes.append(box)
        return box

    def _say(self, text: str | None) -> None:
        """Take down text that stands in the innermost open element."""
        if not text:
            return
        frame = self._frames[-1]
        if frame.recalled and text.strip():
            text = f"[{text.strip()}]" if text.strip().isalnum() else text
            self._is_note = True
        elif frame.raised and text.strip().isdigit():
            text = text.strip().translate(_RAISED)
        if not frame.look.kept:
            self._pieces.append(_Piece(text, frame.look, frame.linked))
            return
        first, *others = text.replace("\r\n", "\n").split("\n")
        self._pieces.append(_Piece(first, frame.look, frame.linked))
        for other in others:
            self._end_line()
            self._pieces.append(_Piece(other, frame.look, frame.linked))

    def _end_line(self) -> None:
        """Make a line of what was said since the last one."""
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        text = _tidy("".join(piece.text for piece in pieces))
        if not text:
            return
        frame = self._frames[-1]
        note, self._is_note = self._is_note or frame.box.note, False
        if self._prefix:
            text = _numbered(self._prefix, text, frame.level)
            self._prefix = ""
        shown = [(piece, len(piece.text.strip())) for piece in pieces if piece.text.strip()]
        seen = [piece for piece, _ in shown]
        # “ and figures beside Chinese characters are often of another font, which is not bold.
        written = [piece for piece in seen if _HAN.search(piece.text)] or seen
        sizes = Counter[float | None]()
        for piece, length in shown:
            sizes[piece.look.size] += length
        layout = LineLayout(
            style_level=frame.level,
            bold=all(piece.look.bold for piece in written),
            centred=frame.look.centred,
            size=sizes.most_common(1)[0][0] if sizes else None,
            note=note,
        )
        linked = sum(length for piece, length in shown if piece.linked)
        share = linked / max(1, sum(length for _, length in shown))
        for part in _INDENT.split(text):
            self.lines.append(PageLine(part, layout, frame.box, share))

    def _item(self, item: _Frame, properties: Properties) -> None:
        """Count an item of a list and keep its number for its first line."""
        outer = self._frames[-2]
        if outer.tag != "ol" or _is_unmarked(properties):
            return
        said = _whole_number(item.element.get("value"))
        number = outer.next_number if said is None else said
        outer.next_number = number + 1
        written = _LIST_TYPES.get(item.element.get("type") or "", outer.list_type)
        text = number_text(number, written)
        mark = "、" if written == "chineseCounting" else "."
        self._prefix = f"{text}{mark}" if text and outer.list_type else ""

    def _table(self, table: Element, look: Look, box: Box) -> None:
        """Take down a table of data: a line for each row."""
        self._n_tables += 1
        for caption in table.findall("caption"):
            self.lines.extend(self._cell(caption, look, box))
        for row, merged in rows_of(table):
            texts: list[str] = []
            found: list[PageLine] = []
            for cell in row:
                said = self._cell(cell, look, box) if cell is not None else []
                texts.append("\n".join(line.text for line in said))
                found.extend(said)
            layout = LineLayout(
                bold=bool(found) and all(line.layout.bold for line in found),
                size=found[0].layout.size if found else None,
                table=self._n_tables,
                note=box.note,
                merged=merged,
            )
            linked = sum(line.linked for line in found) / max(1, len(found))
            block = table_row(texts, layout)
            if block.text.strip():
                self.lines.append(PageLine(block.text, layout, box, linked))

    def _cell(self, cell: Element, look: Look, box: Box) -> list[PageLine]:
        inner = Walk(self.sheet)
        inner.over(cell, look, box)
        return inner.lines


def _is_aside(tag: str, element: Element) -> bool:
    """Tell whether an element is no text: of another kind, a comment, the mark of a note."""
    if tag == "a" and _NOTE_MARK.fullmatch(element.get("href") or ""):
        return len("".join(element.itertext()).strip()) <= _LONGEST_MARK
    return tag in _SILENT or (tag == "span" and element.get("class") == _COMMENT)


def _is_set_off(properties: Properties) -> bool:
    """Tell whether an element stands on lines of its own: LibreOffice floats list numbers."""
    return properties.get("display") in ("block", "list-item", "flex") and not _floats(properties)


def _floats(properties: Properties) -> bool:
    return properties.get("float", "none") != "none"


def _numbered(number: str, text: str, level: int | None) -> str:
    """Return the first line of an item with its number, unless it has one or is a heading.

    LibreOffice writes every heading as an item of a list that shows no number.
    """
    if level is not None or _NUMBERED.match(text):
        return text
    return f"{number} {text}" if text[0].isdecimal() else f"{number}{text}"


def _level(tag: str, element: Element, around: _Frame) -> int | None:
    if _HEADING.fullmatch(tag):
        return int(tag[1])
    if element.get("role") == "heading":
        return _whole_number(element.get("aria-level")) or 2
    return around.level


def _leads_on(link: Element) -> bool:
    """Tell a link from an anchor that only names a place."""
    return bool(link.get("href") or link.get("onclick"))


def _is_note(element: Element, properties: Properties) -> bool:
    said = (element.get("id"), element.get("role"), element.get("epub:type"))
    return "note" in properties.get("mso-element", "") or any(
        bool(name) and bool(_NOTE.fullmatch(name)) for name in said if name
    )


def _number_list(frame: _Frame, properties: Properties) -> None:
    if frame.tag == "ol" and not _is_unmarked(properties):
        style = properties.get("list-style-type", properties.get("list-style", "")).split(" ")[0]
        said = frame.element.get("type") or style
        frame.list_type = _LIST_TYPES.get(said, "decimal")
        start = _whole_number(frame.element.get("start"))
        frame.next_number = 1 if start is None else start


def _is_unmarked(properties: Properties) -> bool:
    return "none" in properties.get("list-style-type", properties.get("list-style", ""))


def _whole_number(said: str | None) -> int | None:
    said = (said or "").strip()
    return int(said) if said.isdecimal() and len(said) <= 6 else None


def _n_han(element: Element) -> int:
    return sum(len(_HAN.findall(text)) for text in element.itertext())


def _tidy(text: str) -> str:
    """Return a text with the spaces that a browser shows: a break of the source is one, too."""
    return _SPACES.sub(" ", text).strip()

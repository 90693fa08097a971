"""An office's own Word template, filled: words in double braces give way to what they name.

A row of a table that names columns (``{{promise}}``, ``{{结论}}``) is repeated for each promise,
so that the office decides columns, widths and letters in Word. A paragraph that holds nothing but
the name of a block (``{{table}}``, ``{{方法}}``) gives way to it. Everything else of the template,
headers, footers and signature lines too, stays as it is.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from tracker.errors import ExportProblem
from tracker.export.docx_charts import with_charts
from tracker.export.docx_package import chart_relation, without_controls
from tracker.message import Message

LARGEST = 20 * 2**20
"""Bytes of a template; one with a logo has some 100,000. Its parts may be four times as large."""
_MOST_PARTS = 2000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_XMLNS = re.compile(r' xmlns(?::[\w.-]+)?="[^"]*"')
_NAMED = re.compile(r"\{\{\s*([^{}]{1,40}?)\s*\}\}")
_TEMPLATE = "wordprocessingml.template.main+xml"
_DOCUMENT = "wordprocessingml.document.main+xml"
_TYPES = "[Content_Types].xml"
_PROPERTIES = "docProps/core.xml"
_BODY = "word/document.xml"
_USUAL_WIDTH, _LEAST_WIDTH, _MOST_WIDTH = 14_570, 4_000, 30_000
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
)
"""What zips and XML that are damaged or locked raise."""
_FILLED = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")


@dataclass(frozen=True)
class Filling:
    """What goes into a template.

    Attributes:
        words: Short texts by name.
        blocks: XML of paragraphs and tables by name.
        columns: Key of a column by each of its names.
        rows: Texts of each row by key of the column.
        charts: Each chart as a part, with the workbook that has its numbers; in the order in
            which blocks show them.
    """

    words: Mapping[str, str]
    blocks: Mapping[str, str]
    columns: Mapping[str, str]
    rows: Sequence[Mapping[str, str]]
    charts: Sequence[tuple[bytes, bytes]] = ()


@dataclass
class _Holes:
    """Places of a part that are filled with text behind its back."""

    contents: list[str] = field(default_factory=list)

    def make(self, element: etree._Element, content: str) -> None:
        """Put a hole in the place of an element."""
        holder = element.getparent()
        if holder is not None:
            holder.replace(element, etree.Element(f"hole-{len(self.contents)}"))
            self.contents.append(content)

    def fill(self, xml: str) -> str:
        """Return a part with its holes filled."""
        for number, content in enumerate(self.contents):
            xml = xml.replace(f"<hole-{number}/>", content, 1)
        return xml


class Template:
    """A Word document with names to be filled in.

    Args:
        data: The file.

    Raises:
        ExportProblem: It is no Word document, too large, or has macros.
    """

    def __init__(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                _check(package)
                self._parts = {name: package.read(name) for name in package.namelist()}
            self._body = _root(self._parts[_BODY])
            styles = self._parts.get("word/styles.xml")
            self._styles = {} if styles is None else _style_ids(_root(styles))
        except _BROKEN as error:
            raise _unusable(type(error).__name__) from error

    @property
    def width(self) -> int:
        """Width between the margins in twentieths of a point."""
        size, margins = self._body.find(f".//{_W}pgSz"), self._body.find(f".//{_W}pgMar")
        if size is None or margins is None:
            return _USUAL_WIDTH
        told = [size.get(f"{_W}w"), margins.get(f"{_W}left"), margins.get(f"{_W}right")]
        try:
            page, left, right = (int(one or "") for one in told)
        except ValueError:
            return _USUAL_WIDTH
        return min(max(page - left - right, _LEAST_WIDTH), _MOST_WIDTH)

    def filled(self, filling: Filling) -> bytes:
        """Return the document; the same template and filling give the same bytes.

        Raises:
            ExportProblem: The template names something that is not known.
        """
        made = {name: self._made(name, data, filling) for name, data in self._parts.items()}
        if chart_relation(1).encode() in made[_BODY]:
            made |= with_charts(made, filling.charts)
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
            for name, data in made.items():
                # A fixed time: the same findings give the same file.
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(entry, data)
        return content.getvalue()

    def _made(self, name: str, data: bytes, filling: Filling) -> bytes:
        """Return a part of the document for a part of the template."""
        if name == _TYPES:
            return data.replace(_TEMPLATE.encode(), _DOCUMENT.encode())
        if name == _PROPERTIES:
            title = escape(without_controls(filling.words["title"]))
            return data.replace(b"{{title}}", title.encode())
        if _FILLED.fullmatch(name):
            return self._part(data, filling, whole=name == _BODY)
        return data

    def _part(self, data: bytes, filling: Filling, *, whole: bool) -> bytes:
        try:
            root = _root(data)
        except _BROKEN as error:
            raise _unusable(type(error).__name__) from error
        holes = _Holes()
        if whole:
            for row in list(root.iter(f"{_W}tr")):
                if any(name in filling.columns for name in _names_in(row)):
                    holes.make(row, _rows(row, filling))
            for paragraph in list(root.iter(f"{_W}p")):
                name = _NAMED.fullmatch("".join(_texts(paragraph)).strip())
                if name and name[1] in filling.blocks:
                    holes.make(paragraph, self._styled(filling.blocks[name[1]]))
        for paragraph in root.iter(f"{_W}p"):
            _replace(paragraph, filling.words)
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return (head + holes.fill(etree.tostring(root, encoding="unicode"))).encode()

    def _styled(self, block: str) -> str:
        """Return a block with the headings of the template."""
        for level in (1, 2):
            own = self._styles.get(f"heading {level}")
            if own:
                block = block.replace(f'w:val="Heading{level}"', f"w:val={quoteattr(own)}")
        return block


def _style_ids(styles: etree._Element) -> dict[str, str]:
    """Return the id of each style by its name, which Word keeps in English."""
    found = {}
    for style in styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            found[str(name.get(f"{_W}val")).lower()] = str(style.get(f"{_W}styleId"))
    return found


def _check(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names) or _BODY not in names or len(names) > _MOST_PARTS:
        raise _unusable("parts")
    if sum(entry.file_size for entry in entries) > 4 * LARGEST:
        raise _unusable("size")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise ExportProblem(
            Message(
                "模板带有宏，不能使用；请在Word中另存为不带宏的docx或dotx。",
                "The template has macros; save it in Word as docx or dotx without them.",
            )
        )


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype or root.nsmap.get("w") != _W[1:-1]:
        raise ValueError("another namespace")
    return root


def _texts(element: etree._Element) -> list[str]:
    return [found.text or "" for found in element.iter(f"{_W}t")]


def _names_in(element: etree._Element) -> list[str]:
    return [
        match
        for paragraph in element.iter(f"{_W}p")
        for match in _NAMED.findall("".join(_texts(paragraph)))
    ]


def _rows(row: etree._Element, filling: Filling) -> str:
    """Return a model row, once for each promise."""
    keys = {name: filling.columns[name] for name in _names_in(row) if name in filling.columns}
    # What cannot stand in a text stands for a column until its text is known.
    marks = {name: f"\ue000{key}\ue001" for name, key in keys.items()}
    for paragraph in row.iter(f"{_W}p"):
        _replace(paragraph, {**filling.words, **marks})
    copy = etree.tostring(row, encoding="unicode", with_tail=False)
    copy = re.sub(r"\A<w:tr[^>]*>", lambda tag: _XMLNS.sub("", tag[0]), copy)
    pieces = re.split("\ue000([a-z_]+)\ue001", copy)
    made: list[str] = []
    for texts in filling.rows:
        made.extend(
            piece if at % 2 == 0 else _lines(texts[piece]) for at, piece in enumerate(pieces)
        )
    return "".join(made)


def _lines(text: str) -> str:
    """Return text inside a ``w:t``; line feeds break the line there."""
    lines = escape(without_controls(text)).split("\n")
    return '</w:t><w:br/><w:t xml:space="preserve">'.join(lines)


def _replace(paragraph: etree._Element, words: Mapping[str, str]) -> None:
    """Put words in the place of names; a name may run over several pieces of text."""
    pieces = list(paragraph.iter(f"{_W}t"))
    for match in reversed(list(_NAMED.finditer("".join(_texts(paragraph))))):
        if match[1] not in words:
            raise _unknown(match[1])
        start = 0
        for piece in pieces:
            text = piece.text or ""
            end = start + len(text)
            if start < match.end() and match.start() < end:
                said = without_controls(words[match[1]]) if start <= match.start() else ""
                left, right = text[: max(match.start() - start, 0)], text[match.end() - start :]
                piece.text = left + said + right
                piece.set(_SPACE, "preserve")
            start = end


def _unusable(detail: str) -> ExportProblem:
    return ExportProblem(
        Message(
            "模板不是可用的Word文件；请选docx或dotx格式的模板，或在Word中打开后另存一份再试。",
            "The template is no usable Word file; choose one in docx or dotx format, or open it in "
            "Word and save it anew.",
        ),
        detail=detail,
    )


def _unknown(name: str) -> ExportProblem:
    return ExportProblem(
        Message(
            f"模板里的“{{{{{name}}}}}”不是可填的名称；可用的名称见说明中的模板一节。",
            f"“{{{{{name}}}}}” in the template names nothing that can be filled in; the part on "
            "templates in the README lists the names.",
        )
    )

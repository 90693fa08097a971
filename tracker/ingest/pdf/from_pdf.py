"""PDF with a text layer: lines become paragraphs again, tables rows, and page furniture is marked.

PDFium gives characters with places and fonts; what they make is found by the ``pdf_…`` modules.
A scan has no characters: that is said, not guessed at.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from tracker.errors import InputProblem
from tracker.ingest.blocks import Block, build_text
from tracker.ingest.pdf.aligned import with_aligned_tables, with_last_rows
from tracker.ingest.pdf.asides import above, as_pieces, beside_text, is_web_page, title_height
from tracker.ingest.pdf.assembly import Assembly, Page
from tracker.ingest.pdf.doubts import PlainCharacters, check_pages, check_text
from tracker.ingest.pdf.furniture import furniture_of
from tracker.ingest.pdf.grid import Table, lines_of, take_tables
from tracker.ingest.pdf.ink import Ink, Rule, read_ink
from tracker.ingest.pdf.lines import Piece, pieces_of
from tracker.ingest.pdf.notes import take_notes
from tracker.ingest.pdf.order import Item, Line, in_reading_order
from tracker.ingest.pdf.paragraphs import Setting, setting_of, usual_size
from tracker.message import Message
from tracker.model.diagnostic import Diagnostic
from tracker.model.source import SourceText

PAGE_LIMIT = 2_000
"""Most pages that are read; the longest report known has 150."""

CHARACTER_LIMIT = 1_500_000
"""Most characters that are taken from a file, before its text is measured."""


_SCANNED = 0.3
"""A picture over this share of the page, without text of the page's own, may be a scan."""


@dataclass(slots=True)
class _Sheet:
    """A page as it was read, before the whole document is known."""

    height: float
    pieces: list[Piece]
    tables: list[Table]
    rules: list[Rule]
    turned: list[Piece]
    drawn: bool
    pictured: bool


def read_pdf(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of a PDF: paragraphs, rows of tables, notes and page furniture as lines.

    Raises:
        InputProblem: It is damaged, protected by a password, too long, a scan without text, or its
            text is garbled.
    """
    sheets, doubts, printed = _sheets(data)
    size = usual_size(piece for sheet in sheets for piece in sheet.pieces)
    furniture = _furniture(sheets, size, printed=printed)
    ordered: list[list[Item]] = []
    for items, sheet in zip(_ordered(sheets, furniture), sheets, strict=True):
        before = ordered[-1][-1] if ordered and ordered[-1] else None
        ordered.append(with_aligned_tables(items, sheet.rules, before))
    for index in range(len(ordered) - 1):
        if ordered[index + 1]:
            after = ordered[index + 1][0]
            ordered[index] = with_last_rows(ordered[index], after, sheets[index].rules)
    written = [_is_written(s, apart) for s, apart in zip(sheets, furniture, strict=True)]
    remarks = check_pages(written, [sheet.drawn for sheet in sheets])
    lines = [item for items in ordered for item in items if isinstance(item, Line)]
    setting = setting_of(lines, size)
    assembly = Assembly(setting)
    for number, (sheet, items, apart) in enumerate(zip(sheets, ordered, furniture, strict=True), 1):
        assembly.add(_page(number, sheet, items, apart, setting))
    plain = PlainCharacters()
    blocks = [Block(plain(block.text), block.layout) for block in assembly.finish()]
    return build_text(blocks, [*remarks, *doubts, *plain.remarks()])


def _furniture(sheets: list[_Sheet], size: float, *, printed: bool) -> list[set[Piece]]:
    """The pieces of each page that are no part of the document."""
    pages = [sheet.pieces for sheet in sheets]
    found = furniture_of(pages, [sheet.height for sheet in sheets], size)
    for apart, beside in zip(found, beside_text(pages, size), strict=True):
        apart.update(beside)
    if printed:
        first = sheets[0]
        own = [piece for piece in first.pieces if piece not in found[0]]
        y = title_height(own, first.height, size)
        menus = [table for table in first.tables if table.y1 < y]
        first.tables = [table for table in first.tables if table.y1 >= y]
        first.pieces += as_pieces(menus)
        found[0] |= above(first.pieces, y)
    return found


def _is_written(sheet: _Sheet, apart: set[Piece]) -> bool:
    """Whether a page has text of its own, or at least no picture in its place."""
    own = bool(sheet.tables) or any(piece not in apart for piece in sheet.pieces)
    return own or (bool(sheet.pieces) and not sheet.pictured)


def _sheets(data: bytes) -> tuple[list[_Sheet], list[Diagnostic], bool]:
    import pypdfium2 as pdfium  # noqa: PLC0415

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _unreadable(str(error)) from None
    try:
        sheets, doubts = _read_sheets(document)
        return sheets, doubts, is_web_page(_creator(document))
    except pdfium.PdfiumError as error:
        raise _unreadable(str(error)) from None
    finally:
        document.close()


def _creator(document: Any) -> str:  # noqa: ANN401
    """Return the program that a file says it was made with; "" where the entry is damaged."""
    with suppress(UnicodeDecodeError):
        return str(document.get_metadata_value("Creator"))
    return ""


def _read_sheets(document: Any) -> tuple[list[_Sheet], list[Diagnostic]]:  # noqa: ANN401
    count = len(document)
    if count == 0:
        raise InputProblem(
            Message(
                "PDF里没有一页，请选择有内容的文件。", "The PDF has no page; choose another file."
            )
        )
    if count > PAGE_LIMIT:
        raise _too_long(f"PDF超过{PAGE_LIMIT}页", f"The PDF has more than {PAGE_LIMIT:,} pages")
    sheets = []
    text: list[str] = []
    unmapped = total = 0
    for index in range(count):
        ink = _ink(document, index)
        total += len(ink.glyphs)
        if total > CHARACTER_LIMIT:
            raise _too_long(
                f"PDF超过{CHARACTER_LIMIT // 10_000}万字",
                f"The PDF has more than {CHARACTER_LIMIT:,} characters",
            )
        unmapped += ink.unmapped
        text.append("".join(g.text for g in ink.glyphs if g.text != " "))
        tables, glyphs = take_tables(ink.glyphs, ink.rules)
        turned = [piece for group in ink.turned for piece in pieces_of(group)]
        drawn = bool(ink.glyphs or ink.pictured > 0.05 or len(ink.rules) > 40)
        sheets.append(
            _Sheet(
                ink.height,
                pieces_of(glyphs),
                tables,
                ink.rules,
                turned,
                drawn,
                ink.pictured > _SCANNED,
            )
        )
    remarks = check_text(PlainCharacters()("".join(text)), unmapped)
    return sheets, remarks


def _ink(document: Any, index: int) -> Ink:  # noqa: ANN401
    page = document[index]
    try:
        return read_ink(page)
    finally:
        page.close()


def _ordered(sheets: list[_Sheet], furniture: list[set[Piece]]) -> list[list[Item]]:
    """The lines and tables of each page as they are read; a second look once gaps are known."""
    found, gaps = _ordered_by(sheets, furniture, [])
    if not gaps:
        return found
    least = min(2, len(sheets) // 4 + 1)
    known = [
        gap for gap in dict.fromkeys(gaps) if sum(abs(gap - other) < 12 for other in gaps) >= least
    ]
    return _ordered_by(sheets, furniture, known)[0]


def _ordered_by(
    sheets: list[_Sheet], furniture: list[set[Piece]], known: list[float]
) -> tuple[list[list[Item]], list[float]]:
    found: list[list[Item]] = []
    gaps: list[float] = []
    for number, (sheet, apart) in enumerate(zip(sheets, furniture, strict=True), 1):
        own = [piece for piece in sheet.pieces if piece not in apart]
        items, places = in_reading_order(own, sheet.tables, number, known)
        found.append(items)
        gaps += places
    return found, gaps


def _page(
    number: int, sheet: _Sheet, items: list[Item], apart: set[Piece], setting: Setting
) -> Page:
    items, notes, marks = take_notes(items, sheet.rules, setting.size)
    rows = lines_of([piece for piece in sheet.pieces if piece in apart])
    middle = sheet.height / 2
    return Page(
        number,
        tuple(items),
        tuple(row for row in rows if row.y < middle),
        tuple(row for row in rows if row.y >= middle),
        tuple((piece, len(piece.text) < 30) for piece in sheet.turned),
        tuple(map(tuple, notes)),
        frozenset(marks),
    )


def _unreadable(detail: str) -> InputProblem:
    if "password" in detail.lower() or "security" in detail.lower():
        return InputProblem(
            Message(
                "PDF有密码保护，请先用密码打开并另存为没有密码的文件。",
                "The PDF is protected by a password; open it with the password and save it "
                "without one.",
            ),
            detail,
        )
    return InputProblem(
        Message(
            "PDF已损坏或不完整，请重新下载或改用Word文件。",
            "The PDF is damaged or incomplete; download it again or use the Word file.",
        ),
        detail,
    )


def _too_long(zh: str, en: str) -> InputProblem:
    return InputProblem(
        Message(
            f"{zh}，一份报告只有几十页，请只保留报告部分。",
            f"{en}, a report has some dozens of pages; keep only the report.",
        )
    )

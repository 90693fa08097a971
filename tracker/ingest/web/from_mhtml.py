"""Web pages that were saved with all their parts in one file: mhtml, and Safari's webarchive.

Of the parts (pages, frames, pictures, sheets) the pages are read; the one with the most text is
the document. Pictures and everything else stay packed.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.errors import InputProblem
from tracker.ingest.web.from_html import read_page
from tracker.message import Message
from tracker.model.diagnostic import Diagnostic
from tracker.model.source import SourceText

if TYPE_CHECKING:  # they take time to load and are needed for these files only
    from email.message import Message as Letter

_SHEET = "text/css"
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_MOST_PAGES = 20
"""Frames that are read: a page with advertisements has some ten."""

_MOST_PARTS = 20_000
_MOST_DEPTH = 20
"""Parts within parts: a browser writes one level, a letter with a page in it has four."""

_FAULTS = (LookupError, ValueError, TypeError, AttributeError, OverflowError, RecursionError)
"""What the standard library raises for headers, codings and lists that are none; its own errors
(``InvalidFileException``) are among them or named where they are met."""


def read_mhtml(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of a page that was saved as mhtml.

    Args:
        data: Bytes of the file.
        encoding: Encoding that a person chose; "" to find it out.

    Raises:
        InputProblem: There is no page in it, or no text in the page.
    """
    import email  # noqa: PLC0415
    from email import errors, policy  # noqa: PLC0415

    try:
        parts = _parts(email.message_from_bytes(data, policy=policy.compat32))
    except (errors.MessageError, *_FAULTS) as error:
        raise _damaged(type(error).__name__) from None
    pages = [(page, charset) for kind, page, charset in parts if kind in _PAGES]
    sheets = [sheet.decode("utf-8", "replace") for kind, sheet, _ in parts if kind == _SHEET]
    return _largest(pages[:_MOST_PAGES], encoding, sheets)


def read_webarchive(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of a page that Safari saved as webarchive.

    Raises:
        InputProblem: There is no page in it, or no text in the page.
    """
    import plistlib  # noqa: PLC0415
    from xml.parsers.expat import ExpatError  # noqa: PLC0415

    try:
        archive = plistlib.loads(data)
    except (ExpatError, *_FAULTS) as error:
        raise _damaged(type(error).__name__) from None
    return _largest(_archived(archive), encoding)


def _parts(letter: "Letter") -> list[tuple[str, bytes, str]]:
    """Return the type, the bytes and the declared encoding of the pages and sheets in a letter."""
    found: list[tuple[str, bytes, str]] = []
    waiting: list[tuple[Letter, int]] = [(letter, 0)]
    for part, depth in waiting:
        inner = part.get_payload()
        if isinstance(inner, list):
            if depth < _MOST_DEPTH and len(waiting) < _MOST_PARTS:
                waiting.extend((x, depth + 1) for x in inner if not isinstance(x, str))
            continue
        kind = part.get_content_type()
        if kind in _PAGES or kind == _SHEET:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                found.append((kind, content, part.get_content_charset() or ""))
    return found


def _archived(archive: object) -> list[tuple[bytes, str]]:
    """Return the pages of a webarchive and of the frames in it."""
    found: list[tuple[bytes, str]] = []
    waiting = [archive]
    for entry in waiting[:_MOST_PAGES]:
        if not isinstance(entry, dict):
            continue
        main = entry.get("WebMainResource")
        if isinstance(main, dict) and isinstance(main.get("WebResourceData"), bytes):
            found.append(
                (main["WebResourceData"], str(main.get("WebResourceTextEncodingName", "")))
            )
        frames = entry.get("WebSubframeArchives")
        waiting.extend(frames if isinstance(frames, list) else ())
    return found


def _largest(
    pages: Sequence[tuple[bytes, str]], encoding: str, sheets: Sequence[str] = ()
) -> SourceText:
    """Return the text of the page that holds the most."""
    if not pages:
        raise _damaged("no page")
    found: list[SourceText] = []
    problem: InputProblem | None = None
    for page, declared in pages:
        try:
            found.append(read_page(page, encoding, declared, sheets))
        except InputProblem as raised:  # an empty frame of advertisements
            problem = problem or raised
    if not found:
        raise problem or _damaged("no page")
    largest = max(found, key=_length)
    others = sum(_length(text) > 0 for text in found) - 1
    if others < 1:
        return largest
    remark = Diagnostic(
        "frames-left-out",
        Message(
            f"网页有{others + 1}个框架，读入了正文最多的一个。",
            f"The page has {others + 1} frames; the one with the most text was read.",
        ),
    )
    return SourceText(largest.text, largest.layout, largest.encoding, (*largest.remarks, remark))


def _length(text: SourceText) -> int:
    """Return the characters of a page that are no furniture."""
    pairs = zip(text.text.split("\n"), text.layout, strict=True)
    return sum(len(line) for line, layout in pairs if not layout.furniture)


def _damaged(detail: str) -> InputProblem:
    return InputProblem(
        Message(
            "文件里没有完整的网页，请在浏览器中打开原网页，重新另存为mhtml或html。",
            "There is no whole web page in the file; open the page in a browser and save it "
            "again, as mhtml or html.",
        ),
        detail,
    )

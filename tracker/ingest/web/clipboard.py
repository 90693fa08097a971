"""From what was copied to a file that can be imported: rich text to html, plain text to txt.

What is copied from a page has no site around it, so the file says in its head that all of it is
text. Windows hands over a page with its own header (``Version:0.9 … StartFragment:0000000141``).
"""

import re
from dataclasses import dataclass

from tracker.ingest.web.from_html import FRAGMENT

_OFFSET = re.compile(rb"(StartFragment|EndFragment|StartHTML|EndHTML):\s*(-?\d{1,10})")
_HEADER = re.compile(rb"\s*Version:\d")
_FRAGMENT_MARK = re.compile(r"<!--\s*(Start|End)Fragment\s*-->", re.IGNORECASE)
_BODY = re.compile(r"^.*?<body[^>]*>|</body>.*$", re.DOTALL | re.IGNORECASE)
_SHEET = re.compile(r"<style\b[^>]*>.*?</style\s*>", re.DOTALL | re.IGNORECASE)
_UNSEEN = re.compile(
    r"<(script|style|head|title)\b.*?</\1\s*>|<[^>]*>|<!--.*?-->|\s", re.DOTALL | re.IGNORECASE
)
_TITLE = re.compile(r"[^\w（）()—·]+")
_LONGEST_NAME = 30
_ENOUGH = 0.5
"""Share of the plain text's characters that the rich text must have to be taken instead."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was copied, as a file.

    Attributes:
        name: File name with its ending, after the first line of the text.
        data: Bytes, UTF-8.
        suffix: Ending, ``.html`` or ``.txt``.
    """

    name: str
    data: bytes
    suffix: str


def from_clipboard(plain: str, html: str | bytes = "") -> Pasted | None:
    """Return what was copied as a file to import, None when it holds no text.

    Args:
        plain: The text as a plain editor would get it; "" when there is none.
        html: The same as ``text/html``, or as Windows' ``HTML Format`` with its header.
    """
    fragment, sheets = _fragment(html)
    shown = _UNSEEN.sub("", fragment)
    if shown and len(shown) >= _ENOUGH * len(re.sub(r"\s", "", plain)):
        head = f'<meta charset="utf-8"><meta name="generator" content="{FRAGMENT}">{sheets}'
        page = f"<!DOCTYPE html><html><head>{head}</head><body>{fragment}</body></html>"
        first = _first_line(plain) or _first_line(re.sub(r"<[^>]*>", "\n", fragment))
        return Pasted(f"{first or '粘贴'}.html", page.encode("utf-8", "replace"), ".html")
    if plain.strip():
        data = plain.encode("utf-8", "replace")
        return Pasted(f"{_first_line(plain) or '粘贴'}.txt", data, ".txt")
    return None


def _fragment(html: str | bytes) -> tuple[str, str]:
    """Return what was copied of a page, and the sheets of the page."""
    if isinstance(html, str) and _HEADER.match(html[:40].encode("utf-8", "replace")):
        html = html.encode("utf-8", "replace")  # the offsets count bytes
    text = _by_offsets(html) if isinstance(html, bytes) else html
    sheets = "".join(_SHEET.findall(text))
    marks = list(_FRAGMENT_MARK.finditer(text))
    starts = [mark.end() for mark in marks if mark[1].lower() == "start"]
    ends = [mark.start() for mark in marks if mark[1].lower() == "end"]
    if starts and ends and starts[0] <= ends[-1]:
        return text[starts[0] : ends[-1]], sheets
    return _BODY.sub("", text), sheets


def _by_offsets(data: bytes) -> str:
    """Return the page behind Windows' header, its fragment marked if the page does not mark it."""
    if not _HEADER.match(data):
        return data.decode("utf-8", "replace").strip("\0")
    said = {name: int(number) for name, number in _OFFSET.findall(data[:500])}
    start, end = said.get(b"StartFragment", -1), said.get(b"EndFragment", -1)
    first = max(said.get(b"StartHTML", -1), 0) or data.find(b"<")
    if not 0 < start <= end <= len(data):
        return data[max(first, 0) :].decode("utf-8", "replace").strip("\0")
    before, inner = data[max(first, 0) : start], data[start:end]
    marked = b"<!--StartFragment-->" + inner + b"<!--EndFragment-->"
    sheets = b"".join(re.findall(rb"(?is)<style\b.*?</style\s*>", before))
    return (sheets + marked).decode("utf-8", "replace")


def _first_line(text: str) -> str:
    """Return the beginning of a text as a file name."""
    named = (_TITLE.sub("", line)[:_LONGEST_NAME] for line in text[:2000].split("\n"))
    return next((name for name in named if name), "")

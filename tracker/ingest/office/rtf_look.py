"""What the control words of RTF say of text and paragraphs, and its tables of fonts and styles."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录|contents)\s*\d|(?:toc|contents) heading", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RtfLook:
    """How text stands at one place of a file; groups inherit it and give it back.

    Attributes:
        bold: It is bold.
        size: Size in points.
        hidden: It is not shown.
        deleted: A tracked change took it out.
        revised: A tracked change put it in.
        raised: It stands above the line.
        font: Number of its font.
        codepage: Code page of the document.
        style: Number of the style of the paragraph.
        outline: Outline level of the paragraph, 0 is the top.
        centred: The paragraph is centred.
        tables: Tables that the paragraph stands in, one in the other.
    """

    bold: bool = False
    size: float = 12.0
    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    raised: bool = False
    font: int | None = None
    codepage: int = 1252
    style: int | None = None
    outline: int | None = None
    centred: bool = False
    tables: int = 0


_SWITCHES = {
    "b": "bold",
    "v": "hidden",
    "deleted": "deleted",
    "mvf": "deleted",
    "revised": "revised",
    "mvt": "revised",
    "super": "raised",
}


def apply_word(look: RtfLook, name: str, value: int | None) -> RtfLook:
    """Return a look after a control word; words of no concern change nothing."""
    if name in _SWITCHES:
        return replace(look, **{_SWITCHES[name]: value != 0})
    if name in _NUMBERS:
        return _NUMBERS[name](look, value)
    return look


def _plain(look: RtfLook, _value: int | None) -> RtfLook:
    return replace(
        look,
        bold=False,
        size=12.0,
        hidden=False,
        deleted=False,
        revised=False,
        raised=False,
        font=None,
    )


def _fresh(look: RtfLook, _value: int | None) -> RtfLook:
    return replace(look, style=None, outline=None, centred=False, tables=0)


_NUMBERS: dict[str, Callable[[RtfLook, int | None], RtfLook]] = {
    "plain": _plain,
    "pard": _fresh,
    "f": lambda look, value: replace(look, font=value),
    "fs": lambda look, value: replace(look, size=(value or 24) / 2),
    "up": lambda look, value: replace(look, raised=value != 0),
    "nosupersub": lambda look, _: replace(look, raised=False),
    "sub": lambda look, _: replace(look, raised=False),
    "s": lambda look, value: replace(look, style=value),
    "outlinelevel": lambda look, value: replace(look, outline=value),
    "qc": lambda look, _: replace(look, centred=True),
    "ql": lambda look, _: replace(look, centred=False),
    "qr": lambda look, _: replace(look, centred=False),
    "qj": lambda look, _: replace(look, centred=False),
    "intbl": lambda look, value: replace(look, tables=0 if value == 0 else max(1, look.tables)),
    "itap": lambda look, value: replace(look, tables=max(0, value or 0)),
}


class RtfStyles:
    """Takes the tables of fonts and styles in as they come."""

    def __init__(self) -> None:
        self._charsets: dict[int | None, int] = {}
        self._levels: dict[int | None, int | None] = {}
        self._contents: set[int | None] = set()
        self._font: int | None = None
        self._style: int | None = 0
        self._outline: int | None = None
        self._name = ""

    def word(self, table: str, name: str, value: int | None) -> None:
        """Take a control word of a table in."""
        if table == "fonttbl":
            if name == "f":
                self._font = value
            elif name == "fcharset":
                self._charsets.setdefault(self._font, value or 0)
        elif name == "s":
            self._style = value
        elif name in ("cs", "ds", "ts"):
            self._style = None
        elif name == "outlinelevel":
            self._outline = value

    def text(self, table: str, text: str) -> None:
        """Take text of a table in; a semicolon ends its entry."""
        if table != "stylesheet":
            return
        self._name += text
        if ";" not in text:
            return
        name = self._name.partition(";")[0].strip()
        heading = _HEADING.fullmatch(name)
        if self._style is not None:
            if self._outline is not None:
                self._levels[self._style] = self._outline + 1 if self._outline < 9 else None
            elif heading:
                self._levels[self._style] = int(heading.group(1))
            if _CONTENTS.fullmatch(name):
                self._contents.add(self._style)
        self._style, self._outline, self._name = 0, None, ""

    def charset(self, font: int | None) -> int | None:
        """Return the character set of a font."""
        return self._charsets.get(font)

    def of_paragraph(self, style: int | None) -> tuple[int | None, bool]:
        """Return the heading level of a style and whether it is one of a table of contents."""
        return self._levels.get(style), style in self._contents

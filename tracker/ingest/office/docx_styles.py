"""What the styles of a docx say of paragraphs and runs, inheritance resolved.

``标题 1`` is based on ``正文`` and has outline level 0; a paragraph in it says only ``pStyle``.
"""

import re
from dataclasses import dataclass, replace

from tracker.ingest.office.xml_parts import Element, whole_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of WordprocessingML (ECMA-376, transitional)."""

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d|toc heading|table of figures", re.IGNORECASE)
_DEEPEST = 20
"""Styles that a style may be based on, one on the other."""

_BODY_TEXT = 9
"""Outline level that means none (17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is said of a paragraph or a run; None where nothing is said.

    Attributes:
        outline: Outline level, 0 is the top, 9 means text.
        align: Value of ``jc``.
        number: List (``numId``) that it is in; "0" for none.
        depth: Level in its list.
        bold: It is bold.
        size: Size in points.
        hidden: It is not shown.
        raised: It stands above the line.
        contents: It is an entry of a table of contents.
    """

    outline: int | None = None
    align: str | None = None
    number: str | None = None
    depth: int | None = None
    bold: bool | None = None
    size: float | None = None
    hidden: bool | None = None
    raised: bool | None = None
    contents: bool | None = None

    def over(self, below: "Look") -> "Look":
        """Return this look with what it does not say taken from another."""
        said = {
            name: value for name in Look.__slots__ if (value := getattr(self, name)) is not None
        }
        return replace(below, **said)

    @property
    def level(self) -> int | None:
        """Level of heading, 1 is the top; None for text."""
        if self.outline is None or self.outline >= _BODY_TEXT:
            return None
        return self.outline + 1


NOTHING = Look()


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._elements = {style.get(f"{W}styleId") or "": style for style in found}
        self._looks: dict[str, Look] = {}
        self._base = NOTHING if root is None else _defaults(root)
        self._default = next(
            (
                style.get(f"{W}styleId") or ""
                for style in found
                if style.get(f"{W}type") == "paragraph"
                and on(style.get(f"{W}default"), absent=False)
            ),
            "",
        )

    def paragraph(self, paragraph: Element) -> Look:
        """Return how a paragraph stands, its own properties over those of its style."""
        own = paragraph.find(f"{W}pPr")
        style = None if own is None else own.find(f"{W}pStyle")
        name = self._default if style is None else style.get(f"{W}val") or self._default
        look = self.named(name).over(self._base)
        return look if own is None else paragraph_look(own).over(look)

    def run(self, properties: Element | None, paragraph: Look) -> Look:
        """Return how a run looks in its paragraph."""
        if properties is None:
            return paragraph
        style = properties.find(f"{W}rStyle")
        named = NOTHING if style is None else self.named(style.get(f"{W}val") or "")
        return run_look(properties).over(named).over(paragraph)

    def named(self, style_id: str) -> Look:
        """Return what a style says, with all that it is based on."""
        if style_id not in self._looks:
            self._looks[style_id] = self._resolved(style_id)
        return self._looks[style_id]

    def list_of(self, style_id: str) -> str | None:
        """Return the list that a style is in."""
        return self.named(style_id).number

    def _resolved(self, style_id: str) -> Look:
        look = NOTHING
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(seen) < _DEEPEST:
            seen.add(style_id)
            style = self._elements[style_id]
            look = look.over(_said_by(style))
            based = style.find(f"{W}basedOn")
            style_id = "" if based is None else based.get(f"{W}val") or ""
        return look


def _said_by(style: Element) -> Look:
    paragraph, run = style.find(f"{W}pPr"), style.find(f"{W}rPr")
    look = NOTHING if paragraph is None else paragraph_look(paragraph)
    look = look if run is None else run_look(run).over(look)
    name = style.find(f"{W}name")
    named = "" if name is None else name.get(f"{W}val") or ""
    heading = _HEADING.fullmatch(named.strip())
    if heading and look.outline is None:
        look = replace(look, outline=int(heading.group(1)) - 1)
    if _CONTENTS.fullmatch(named.strip()):
        look = replace(look, contents=True)
    return look


def paragraph_look(properties: Element) -> Look:
    """Return what the ``pPr`` of a paragraph or a style says itself."""
    outline = properties.find(f"{W}outlineLvl")
    align = properties.find(f"{W}jc")
    numbered = properties.find(f"{W}numPr")
    number = None if numbered is None else numbered.find(f"{W}numId")
    depth = None if numbered is None else numbered.find(f"{W}ilvl")
    return Look(
        outline=whole(outline),
        align=None if align is None else align.get(f"{W}val"),
        number=None if number is None else number.get(f"{W}val"),
        depth=whole(depth),
    )


def run_look(properties: Element) -> Look:
    """Return what the ``rPr`` of a run or a style says itself."""
    size = whole(properties.find(f"{W}sz"))
    vertical = properties.find(f"{W}vertAlign")
    return Look(
        bold=_toggle(properties.find(f"{W}b")),
        size=None if size is None else size / 2,
        hidden=_toggle(properties.find(f"{W}vanish")),
        raised=None if vertical is None else vertical.get(f"{W}val") == "superscript",
    )


def whole(element: Element | None) -> int | None:
    """Return the whole number in an element's ``val``, None when there is none."""
    return None if element is None else whole_number(element.get(f"{W}val"))


def on(value: str | None, *, absent: bool = True) -> bool:
    """Tell whether an on/off value is on."""
    return absent if value is None else value.lower() not in ("0", "false", "off", "none")


def _toggle(element: Element | None) -> bool | None:
    return None if element is None else on(element.get(f"{W}val"))


def _defaults(root: Element) -> Look:
    run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    return NOTHING if run is None else run_look(run)

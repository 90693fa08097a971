"""The numbers of lists and headings in an odt, which are not in its text.

A list counts on where the file says so (``continue-list``, ``continue-numbering``), else it starts
anew; headings that stand in no list count in the outline style (OpenDocument 1.3 part 3, 5.3).
"""

import re
from dataclasses import dataclass, field

from tracker.ingest.office.list_numbers import number_text
from tracker.ingest.office.odt_styles import STYLE, TEXT
from tracker.ingest.office.xml_parts import Element, whole_number

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_PLACE = re.compile(r"%(\d{1,2})%")

_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCounting",
    "壹": "chineseLegalSimplified",
    "壱": "chineseLegalSimplified",
    "①": "decimalEnclosedCircle",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "１": "decimalFullWidth",
    "⑴": "decimalEnclosedParen",
    "⒈": "decimalEnclosedFullstop",
    "㈠": "ideographEnclosedCircle",
}
"""By the first sign of ``num-format``, which names native formats by their beginning: 一, 二, …"""


@dataclass(frozen=True, slots=True)
class OdtLevel:
    """One level of a list style; ``pattern`` has ``%1%`` for the number of the first level."""

    start: int = 1
    written: str = "decimal"
    pattern: str = ""


@dataclass(slots=True)
class OdtList:
    """A list that is being read: its style and how far it has counted."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


class OdtLists:
    """Counts through a document in its order."""

    def __init__(self, roots: tuple[Element, ...]) -> None:
        self._styles: dict[str, dict[int, OdtLevel]] = {}
        self._outline: dict[int, OdtLevel] = {}
        self._by_id: dict[str, OdtList] = {}
        self._last: dict[str, OdtList] = {}
        self._headings = OdtList("")
        for root in roots:
            for style in root.iter(f"{TEXT}list-style"):
                self._styles[style.get(f"{STYLE}name") or ""] = _levels(style)
            for style in root.iter(f"{TEXT}outline-style"):
                self._outline = _levels(style)

    def begin(self, element: Element, outer: OdtList | None) -> OdtList:
        """Return the list that an element begins, goes on with, or that it is a level of."""
        style = element.get(f"{TEXT}style-name") or (outer.style if outer else "")
        if outer is not None:
            return OdtList(style, outer.counts)
        named = element.get(f"{TEXT}continue-list")
        earlier = self._by_id.get(named) if named else None
        if earlier is None and element.get(f"{TEXT}continue-numbering") == "true":
            earlier = self._last.get(style)
        found = OdtList(style, earlier.counts if earlier else {})
        self._by_id[element.get(_XML_ID) or ""] = found
        self._last[style] = found
        return found

    def label(self, of: OdtList, depth: int, start: str | None) -> str:
        """Return the number of the next item.

        Args:
            of: The list.
            depth: 1 for its outermost level.
            start: Number that the item says it has.
        """
        return _next(of, self._styles.get(of.style, {}), depth, start)

    def heading_label(self, level: int, start: str | None) -> str:
        """Return the number of the next heading that stands in no list."""
        return _next(self._headings, self._outline, level, start)


def _next(of: OdtList, levels: dict[int, OdtLevel], depth: int, start: str | None) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    counts = of.counts
    said = whole_number(start)
    if said is not None:
        counts[depth] = said
    else:
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
    for deeper in [n for n in counts if n > depth]:
        del counts[deeper]

    def number(match: re.Match[str]) -> str:
        place = int(match.group(1))
        other = levels.get(place)
        return "" if other is None else number_text(counts.get(place, other.start), other.written)

    label = _PLACE.sub(number, level.pattern)
    if not label.strip():
        return ""
    return f"{label} " if label[-1].isascii() and not label[-1].isspace() else label


def _levels(style: Element) -> dict[int, OdtLevel]:
    found: dict[int, OdtLevel] = {}
    for element in style:
        depth = whole_number(element.get(f"{TEXT}level")) or 0
        if not 1 <= depth <= 10:
            continue
        if element.tag in (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"):
            found[depth] = _level(element, depth)
        else:
            found[depth] = OdtLevel(written="bullet")
    return found


def _level(element: Element, depth: int) -> OdtLevel:
    shape = element.get(f"{STYLE}num-format") or ""
    start = whole_number(element.get(f"{TEXT}start-value"))
    shown = whole_number(element.get(f"{TEXT}display-levels")) or 1
    pattern = element.get(f"{_LOEXT}num-list-format") or element.get(f"{STYLE}num-list-format")
    if pattern is None:
        places = ".".join(f"%{n}%" for n in range(max(1, depth - shown + 1), depth + 1))
        prefix = element.get(f"{STYLE}num-prefix") or ""
        pattern = f"{prefix}{places if shape else ''}{element.get(f'{STYLE}num-suffix') or ''}"
    return OdtLevel(
        start=1 if start is None else start,
        written=_FORMATS.get(shape[:1], "decimal") if shape else "none",
        pattern=pattern,
    )

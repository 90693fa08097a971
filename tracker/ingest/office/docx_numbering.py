"""The numbers that Word puts before the paragraphs of a list; they are not in the text of a docx.

A paragraph says ``numId`` and level; the list says that level 0 counts in ``chineseCounting`` and
is written ``%1、``. Counting follows ECMA-376 part 1, 17.9: lists (``num``) that share a definition
(``abstractNum``) count on together, a deeper level starts anew after every higher one, and a start
override starts its list anew where it is first used.
"""

import re
from dataclasses import dataclass, field

from tracker.ingest.office.docx_styles import Look, Styles, W, on, whole
from tracker.ingest.office.list_numbers import number_text
from tracker.ingest.office.xml_parts import Element, whole_number

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_DEEPEST_LINK = 5


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        start: First number.
        written: Name of its number format.
        pattern: Text with ``%1`` to ``%9`` for the numbers of the levels.
        restart: Level (from 1 on) after which it starts anew; 0 for never, None for any higher.
        figures: All numbers are written 1, 2, 3 (legal numbering).
        style: Style whose paragraphs stand on this level.
    """

    start: int = 1
    written: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    figures: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    counters: str
    levels: dict[int, Level]
    overrides: dict[int, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)


class ListNumbers:
    """Counts through a document; ``label`` must be called once per paragraph, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is not None:
            for element in root.findall(f"{W}abstractNum"):
                self._abstract[element.get(f"{W}abstractNumId") or ""] = element
            for element in root.findall(f"{W}num"):
                self._numbers[element.get(f"{W}numId") or ""] = element

    def label(self, look: Look, style: str) -> str:
        """Return the number before a paragraph, "" when it has none.

        Args:
            look: How the paragraph stands, styles resolved.
            style: Id of its style.
        """
        if look.number in (None, "", "0"):
            return ""
        found = self._list(look.number or "")
        if found is None:
            return ""
        depth = self._depth(look, style, found)
        level = found.levels.get(depth)
        if level is None:
            return ""
        counts = self._count(found, depth)
        if level.written in ("bullet", "none") and "%" not in level.pattern:
            return "" if level.written == "bullet" else _spaced(level.pattern)
        return _spaced(self._written(level, found, counts))

    def _depth(self, look: Look, style: str, found: _List) -> int:
        if look.depth is not None:
            return look.depth
        return next((n for n, level in found.levels.items() if style and level.style == style), 0)

    def _count(self, found: _List, depth: int) -> dict[int, int]:
        counts = self._counts.setdefault(found.counters, {})
        if depth in found.overrides and depth not in found.used:
            found.used.add(depth)
            counts[depth] = found.overrides[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = found.levels[depth].start
        for higher in range(depth):  # 1.1 before any 1: the higher level counts as begun
            if higher in found.levels:
                counts.setdefault(higher, found.levels[higher].start)
        for deeper in [n for n in counts if n > depth]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or depth < restart:
                del counts[deeper]
        return counts

    def _written(self, level: Level, found: _List, counts: dict[int, int]) -> str:
        def number(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            other = found.levels.get(place)
            if other is None:
                return ""
            written = "decimal" if level.figures else other.written
            return number_text(counts.get(place, other.start), written)

        return _PLACE.sub(number, level.pattern)

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: str) -> _List | None:
        element = self._numbers.get(number)
        if element is None:
            return None
        name, abstract = self._definition(element)
        if abstract is None:
            return None
        levels = {}
        for lvl in abstract.findall(f"{W}lvl"):
            levels[_place(lvl)] = _level(lvl)
        found = _List(name, levels)
        for override in element.findall(f"{W}lvlOverride"):
            place = _place(override)
            start = whole(override.find(f"{W}startOverride"))
            lvl_or_none = override.find(f"{W}lvl")
            if lvl_or_none is not None:
                found.levels[place] = _level(lvl_or_none)
                start = found.levels[place].start if start is None else start
            if start is not None:
                found.overrides[place] = start
        return found

    def _definition(self, element: Element) -> tuple[str, Element | None]:
        """Return the ``abstractNum`` of a list, through the style that it may link to."""
        for _ in range(_DEEPEST_LINK):
            reference = element.find(f"{W}abstractNumId")
            name = "" if reference is None else reference.get(f"{W}val") or ""
            abstract = self._abstract.get(name)
            link = None if abstract is None else abstract.find(f"{W}numStyleLink")
            if abstract is None or link is None:
                return name, abstract
            linked = self._numbers.get(self._styles.list_of(link.get(f"{W}val") or "") or "")
            if linked is None or linked is element:
                return name, abstract
            element = linked
        return "", None


def _place(element: Element) -> int:
    value = whole_number(element.get(f"{W}ilvl")) or 0
    return value if 0 <= value < _LEVELS else 0


def _level(element: Element) -> Level:
    text = element.find(f"{W}lvlText")
    style = element.find(f"{W}pStyle")
    figures = element.find(f"{W}isLgl")
    start = whole(element.find(f"{W}start"))
    return Level(
        start=0 if start is None else start,
        written=_format(element),
        pattern="" if text is None else text.get(f"{W}val") or "",
        restart=whole(element.find(f"{W}lvlRestart")),
        figures=figures is not None and on(figures.get(f"{W}val")),
        style="" if style is None else style.get(f"{W}val") or "",
    )


def _format(element: Element) -> str:
    """Return the number format, also where a newer one stands beside an older."""
    for number_format in element.iter(f"{W}numFmt"):
        written = number_format.get(f"{W}val") or ""
        if written == "custom" and (number_format.get(f"{W}format") or "").startswith("0"):
            return "decimalZero"
        return written
    return "decimal"


def _spaced(label: str) -> str:
    """Put a space between 1. and 5亿元; none after the brackets and commas of Chinese."""
    if not label.strip():
        return ""
    return f"{label} " if label[-1].isascii() and not label[-1].isspace() else label

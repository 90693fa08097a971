"""What the styles of an odt say of paragraphs and runs, inheritance resolved.

Chinese text takes its weight and size from the ``-asian`` properties, Latin text from the others
(OpenDocument 1.3 part 3, 20.184 and 20.265 ff.).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tracker.ingest.office.xml_parts import Element, whole_number

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"

_HEADING = re.compile(r"(?:Heading|标题)(?:_20_|\s)*([1-9])")
_HAN = re.compile(r"[\u3000-\u9fff\uf900-\uffef]")
_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class OdtLook:
    """What is said of a paragraph or a run; None where nothing is said."""

    centred: bool | None = None
    bold: bool | None = None
    bold_asian: bool | None = None
    size: float | None = None
    size_asian: float | None = None
    hidden: bool | None = None
    raised: bool | None = None
    level: int | None = None
    """Level of heading that the style stands for."""

    def over(self, below: "OdtLook") -> "OdtLook":
        """Return this look with what it does not say taken from another."""
        said = {
            name: value for name in OdtLook.__slots__ if (value := getattr(self, name)) is not None
        }
        return replace(below, **said)

    def weight(self, text: str) -> bool:
        """Tell whether a text in this look is bold."""
        return bool(self.bold_asian if _HAN.search(text) else self.bold)

    def points(self, text: str) -> float | None:
        """Return the size of a text in this look."""
        return self.size_asian if _HAN.search(text) else self.size


_NOTHING = OdtLook()


class OdtStyles:
    """The styles of a document by family and name; automatic ones hide common ones."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._looks: dict[tuple[str, str], OdtLook] = {}
        self._defaults: dict[str, OdtLook] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                key = (style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or "")
                self._elements[key] = style
            for style in root.iter(f"{STYLE}default-style"):
                self._defaults[style.get(f"{STYLE}family") or ""] = _said_by(style)

    def paragraph(self, name: str) -> OdtLook:
        """Return how a paragraph in a style stands."""
        return self._named("paragraph", name).over(self._defaults.get("paragraph", _NOTHING))

    def run(self, name: str, paragraph: OdtLook) -> OdtLook:
        """Return how a run in a style looks in its paragraph."""
        return replace(self._named("text", name), level=None).over(paragraph)

    def hides_section(self, name: str) -> bool:
        """Tell whether a section in a style is not shown."""
        return bool(self._named("section", name).hidden)

    def _named(self, family: str, name: str) -> OdtLook:
        key = (family, name)
        if key not in self._looks:
            look = _NOTHING
            seen: set[str] = set()
            while (family, name) in self._elements and name not in seen and len(seen) < _DEEPEST:
                seen.add(name)
                style = self._elements[family, name]
                look = look.over(_said_by(style))
                name = style.get(f"{STYLE}parent-style-name") or ""
            self._looks[key] = look
        return self._looks[key]


def _said_by(style: Element) -> OdtLook:
    paragraph = style.find(f"{STYLE}paragraph-properties")
    run = style.find(f"{STYLE}text-properties")
    section = style.find(f"{STYLE}section-properties")
    align = None if paragraph is None else paragraph.get(f"{FO}text-align")
    look = OdtLook(centred=None if align is None else align == "center", level=_level(style))
    if section is not None and section.get(f"{TEXT}display") == "none":
        look = replace(look, hidden=True)
    if run is None:
        return look
    shown = run.get(f"{TEXT}display")
    position = run.get(f"{STYLE}text-position")
    return replace(
        look,
        bold=_bold(run.get(f"{FO}font-weight")),
        bold_asian=_bold(run.get(f"{STYLE}font-weight-asian")),
        size=_points(run.get(f"{FO}font-size")),
        size_asian=_points(run.get(f"{STYLE}font-size-asian")),
        hidden=None if shown is None else shown == "none",
        raised=None if position is None else _is_raised(position),
    )


def _level(style: Element) -> int | None:
    level = whole_number(style.get(f"{STYLE}default-outline-level"))
    if level:
        return level
    heading = _HEADING.fullmatch(style.get(f"{STYLE}name") or "")
    return int(heading.group(1)) if heading else None


def _bold(weight: str | None) -> bool | None:
    if weight is None:
        return None
    return weight == "bold" or ((whole_number(weight) or 0) >= 600)


def _points(size: str | None) -> float | None:
    found = _POINTS.fullmatch(size or "")
    return float(found.group(1)) if found else None


def _is_raised(position: str) -> bool:
    first = position.split()[:1]
    return first == ["super"] or (bool(first) and first[0][:1].isdigit() and first[0] != "0%")

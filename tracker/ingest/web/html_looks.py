"""How an element of a web page looks: bold, size, centred, hidden, from its tag, styles and sheet.

Comes in: attributes and ``<style>`` sheets, of which only rules with a simple selector (``p``,
``.title``, ``p.MsoNormal``, ``#main``) count; rules for other media and by descent do not. Goes
out: a ``Look``. Nothing is ever fetched, so a sheet in a file of its own stays unknown.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tracker.ingest.office.xml_parts import Element

_LONGEST_STYLE = 4_000
_LONGEST_SHEET = 400_000
"""Characters that are looked at; what browsers save has some 100,000."""

_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SIMPLE = re.compile(r"(?:[\w-]+|\*)?(?:[.#][\w-]+)?")
_LENGTH = re.compile(r"([\d.]{1,8})\s*(pt|px|em|rem|%)")
_WEIGHT = re.compile(r"\b(?:bold|bolder|[6-9]00)\b")
_FONT_SIZES = {"1": 7.5, "2": 10, "3": 12, "4": 13.5, "5": 18, "6": 24, "7": 36}
"""Points of ``<font size>`` (HTML Living Standard, 15.3.4, at 96 pixels an inch)."""

_BOLD_TAGS = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
_PROPERTIES = frozenset(
    {
        *("display", "visibility", "float", "font", "font-weight", "font-size", "text-align"),
        *("white-space", "list-style", "list-style-type", "mso-hide", "mso-element"),
    }
)

Properties = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """What text inherits from the elements around it.

    Attributes:
        bold: It is bold.
        size: Size in points, None when the page does not say.
        centred: Its lines are centred.
        kept: Its line breaks stand as in the source (``<pre>``).
    """

    bold: bool = False
    size: float | None = None
    centred: bool = False
    kept: bool = False


@dataclass(slots=True)
class StyleSheet:
    """The simple rules of a page's sheets: properties by ``p``, ``.title``, ``p.title``, ``#x``."""

    rules: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, sheet: str) -> None:
        """Read the text of a ``<style>`` element."""
        outer: list[str] = []
        before = ""
        for piece in re.split(r"([{}])", _COMMENT.sub(" ", sheet[:_LONGEST_SHEET])):
            if piece == "{":
                outer.append(before.rpartition(";")[2].strip())
                before = ""
            elif piece == "}":
                if len(outer) == 1 and not outer[0].startswith("@"):
                    self._add_rule(outer[0], declarations(before))
                del outer[-1:]
                before = ""
            else:
                before = piece

    def _add_rule(self, selectors: str, properties: dict[str, str]) -> None:
        for selector in selectors.split(",") if properties else ():
            name = selector.strip()
            if name and _SIMPLE.fullmatch(name):
                key = name.lower() if "#" not in name and "." not in name else name
                self.rules.setdefault(key, {}).update(properties)

    def properties(self, tag: str, element: Element) -> Properties:
        """Return the properties of an element, those said nearest to it on top."""
        style = element.get("style")
        names = (element.get("class") or "")[:_LONGEST_STYLE].split() if self.rules else ()
        found: dict[str, str] = {}
        if self.rules:
            keys = ["*", tag, *(f".{n}" for n in names), *(f"{tag}.{n}" for n in names)]
            for key in (*keys, f"#{element.get('id')}", f"{tag}#{element.get('id')}"):
                found.update(self.rules.get(key, ()))
        if style:
            found.update(declarations(style[:_LONGEST_STYLE]))
        return found


def declarations(style: str) -> dict[str, str]:
    """Return what a style says of the properties that matter here, in lower case."""
    pairs = (match.groups() for match in _DECLARATION.finditer(style))
    return {
        name.lower(): value.replace("!important", "").strip().lower()
        for name, value in pairs
        if name.lower() in _PROPERTIES
    }


def is_hidden(element: Element, properties: Properties) -> bool:
    """Tell whether a browser shows nothing of an element."""
    return (
        element.get("hidden") is not None
        or properties.get("display") == "none"
        or properties.get("visibility") in ("hidden", "collapse")
        or properties.get("mso-hide") in ("all", "screen")
    )


def look_of(tag: str, element: Element, properties: Properties, around: Look) -> Look:
    """Return the look of the text in an element.

    Args:
        tag: Its name.
        element: For its attributes.
        properties: See ``StyleSheet.properties``.
        around: Look of what it stands in.
    """
    look = replace(around, bold=True) if tag in _BOLD_TAGS else around
    align = _alignment(element, properties)
    if tag == "center" or (align and tag != "img"):
        look = replace(look, centred=tag == "center" or "center" in align)
    if tag == "pre" or "white-space" in properties:
        kept = properties.get("white-space", "pre").startswith(("pre", "break-spaces"))
        look = replace(look, kept=kept)
    if tag == "font":
        look = replace(look, size=_FONT_SIZES.get(element.get("size") or "", look.size))
    return _styled(look, properties) if properties else look


def _alignment(element: Element, properties: Properties) -> str:
    """Return how lines are set; an attribute counts before a sheet, as LibreOffice means it."""
    attribute = (element.get("align") or "").strip().lower()
    own_style = "text-align" in (element.get("style") or "")[:_LONGEST_STYLE].lower()
    return attribute if attribute and not own_style else properties.get("text-align", "")


def _styled(look: Look, properties: Properties) -> Look:
    font = properties.get("font", "")
    weight = properties.get("font-weight", font)
    if weight and weight != "inherit":
        look = replace(look, bold=bool(_WEIGHT.search(weight)))
    length = _LENGTH.search(properties.get("font-size", font))
    if length:
        look = replace(look, size=_points(length, look.size))
    return look


def _points(length: re.Match[str], around: float | None) -> float | None:
    try:
        value = float(length[1])
    except ValueError:  # 1.2.3
        return around
    unit = length[2]
    if unit in ("pt", "px"):
        return round(value * (0.75 if unit == "px" else 1.0), 2)
    return round(around * value / (100 if unit == "%" else 1), 2) if around else None


def read_sheets(sheets: Iterable[str]) -> StyleSheet:
    """Return the rules of all sheets of a page."""
    found = StyleSheet()
    for sheet in sheets:
        found.add(sheet)
    return found

"""How somebody left a workspace (视图状态), as a line of text that settings can keep.

It holds ids, positions and sizes, never words of a document. What is not understood (another
version wrote it, or somebody by hand) is left at what it is when nothing is remembered.
"""

import json
from dataclasses import asdict, dataclass, fields

MOST_REPORTS = 8
LEAST_ZOOM, MOST_ZOOM = -4, 12


@dataclass(frozen=True, slots=True)
class ViewState:
    """What was on the screen.

    Attributes:
        reports: Ids of the reports side by side, from the left.
        positions: Source position level with the eye in each.
        mode: Way in which they were shown, "" for the usual one.
        unlocked: Columns, from 0 on, that do not follow the others.
        shares: Widths of the columns, of any unit.
        outlines: Outlines shown or not; None: as the width allows.
        library: The library is shown.
        library_width: Its width in pixels, 0 where it was never set.
        zoom: Steps that the texts are larger than usual.
    """

    reports: tuple[str, ...] = ()
    positions: tuple[int, ...] = ()
    mode: str = ""
    unlocked: tuple[int, ...] = ()
    shares: tuple[int, ...] = ()
    outlines: bool | None = None
    library: bool = True
    library_width: int = 0
    zoom: int = 0

    def to_text(self) -> str:
        """Return it as one line."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> "ViewState":
        """Return what a line says; what is not understood is left out."""
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(found, dict):
            return cls()
        said = {one.name: found[one.name] for one in fields(cls) if one.name in found}
        return cls(**{name: value for name, value in map(_checked, said.items()) if name})


_ROWS_OF_NUMBERS = frozenset({"positions", "unlocked", "shares"})
_SWITCHES = frozenset({"outlines", "library"})


def _checked(item: tuple[str, object]) -> tuple[str, object]:
    """Return a name with its value, or "" where the value is none that it can have."""
    name, value = item
    if name == "reports" or name in _ROWS_OF_NUMBERS:
        kind = str if name == "reports" else int
        fits = isinstance(value, list) and all(type(one) is kind for one in value)
        return (name, tuple(value[:MOST_REPORTS])) if fits and isinstance(value, list) else ("", 0)
    if name in _SWITCHES:
        none = name == "outlines" and value is None
        return (name, value) if none or isinstance(value, bool) else ("", 0)
    if name == "mode":
        return (name, value) if isinstance(value, str) else ("", 0)
    if type(value) is not int:
        return "", 0
    bounds = (LEAST_ZOOM, MOST_ZOOM) if name == "zoom" else (0, 10_000)
    return name, max(bounds[0], min(bounds[1], value))

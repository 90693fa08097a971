"""How somebody left a workspace (视图状态), as a line of text that settings can keep.

It holds ids, positions and sizes, never words of a document. What is not understood (another
version wrote it, or somebody by hand) is left at what it is when nothing is remembered.
"""

from dataclasses import asdict, dataclass, fields
from typing import Any

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
        topics: Whose topics were looked at, "" where none were.
        topics_part: In which part of the reports.
        topics_order: In what order.
        promise_scope: Whose promises stood in the table, "" for those of one report.
        promise_group: What they were grouped by, "" for nothing.
        room: Action that leads to the page that was seen, "" for texts or promises.
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
    topics: str = ""
    topics_part: str = ""
    topics_order: str = ""
    promise_scope: str = ""
    promise_group: str = ""
    room: str = ""

    def to_text(self) -> str:
        """Return it as one line."""
        import json  # noqa: PLC0415 - not needed for the first frame

        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> "ViewState":
        """Return what a line says; what is not understood is left out."""
        import json  # noqa: PLC0415 - not needed for the first frame

        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(found, dict):
            return cls()
        said: dict[str, Any] = {
            one.name: _checked(one.name, found.get(one.name)) for one in fields(cls)
        }
        return cls(**{name: value for name, value in said.items() if value is not None})


_ROWS_OF_NUMBERS = frozenset({"positions", "unlocked", "shares"})
_SWITCHES = frozenset({"outlines", "library"})
_WORDS = frozenset(
    {"mode", "topics", "topics_part", "topics_order", "promise_scope", "promise_group", "room"}
)


def _checked(name: str, value: object) -> object:
    """Return a value that a field can have, None where this is none."""
    if name == "reports" or name in _ROWS_OF_NUMBERS:
        kind = str if name == "reports" else int
        if isinstance(value, list) and all(type(one) is kind for one in value):
            return tuple(value[:MOST_REPORTS])
        return None
    if name in _SWITCHES:
        return value if isinstance(value, bool) else None
    if name in _WORDS:
        return value if isinstance(value, str) else None
    if type(value) is not int:
        return None
    least, most = (LEAST_ZOOM, MOST_ZOOM) if name == "zoom" else (0, 10_000)
    return max(least, min(most, value))

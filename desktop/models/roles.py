"""Item data roles of our own, above Qt's."""

from enum import IntEnum

from PySide6.QtCore import Qt

_FIRST = int(Qt.ItemDataRole.UserRole)


class DataRole(IntEnum):
    """What a model hands out beside text."""

    VALUE = _FIRST + 1
    """The value that the row stands for."""
    SORT = _FIRST + 2
    """What the row is sorted by."""
    SEARCH = _FIRST + 3
    """All text that a filter looks through."""
    DETAIL = _FIRST + 4
    """Second, quieter line of a cell."""
    REPORT_ID = _FIRST + 5
    """Id of the report that the row stands for, or ""."""
    SECTION = _FIRST + 6
    """Index of the section that the row stands for, or None."""
    VERDICT = _FIRST + 7
    """Verdict that the cell shows, or None."""
    NOTE = _FIRST + 8
    """A few words at the end of a row."""
    YEARS = _FIRST + 9
    """Years of a region as a strip, or None."""
    PROGRESS = _FIRST + 10
    """How many promises are marked, and how many there are (None: nobody counted)."""
    REMARKS = _FIRST + 11
    """Number of remarks of the reader."""
    SIGN = _FIRST + 13
    """What became of the section that the row stands for, or None."""
    TWIN = _FIRST + 12
    """Whether only its name tells a report from another one."""
    GROUP = _FIRST + 14
    """Group of promises that a line is the head of, or None."""
    MARKED = _FIRST + 15
    """How many promises of the group have a person's verdict."""
    SPELLED = _FIRST + 16
    """How the names of a row are said, as a key to look through by pinyin."""
    BY_HAND = _FIRST + 17
    """Whether people added what the row stands for, or set it right."""

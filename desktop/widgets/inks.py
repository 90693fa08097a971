"""What stretches of a text are shown as (墨色): formats that are laid over it, never in it."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from desktop.widgets.theme import colours
from tracker.model.span import Span


class Ink(Enum):
    """What a stretch of text is shown as."""

    HEADING = "heading"
    NOISE = "noise"
    ADDED_PASSAGE = "added passage"
    DROPPED_PASSAGE = "dropped passage"
    FAINT = "faint"
    """What stands in most reports, when the reader does not want to see it."""
    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    NUMBER = "number"
    OLD_NUMBER = "old number"
    """A figure that gave way to another one in the same running text."""
    STRUCK = "struck"
    """A dropped passage in one line with text that stays."""
    LABEL = "label"
    """Words of the program between those of a report."""
    QUOTE = "quote"
    SHARED = "shared"
    """Words that a promise and a passage have in common."""
    FIGURE = "figure"
    """A number in a promise or in what may answer it."""
    CURRENT = "current"
    FOLDED = "folded"
    DROPPED_NEXT = "dropped next"
    """What the text at the right has no more: a bar at that side and nothing else."""


@dataclass(frozen=True, slots=True)
class Inked:
    """A source span and how it is shown; later ones lie over earlier ones."""

    span: Span
    ink: Ink


_WEIGHTS = {Ink.HEADING: QFont.Weight.Bold, Ink.FIGURE: QFont.Weight.DemiBold}
_LINES = {
    Ink.ADDED: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Ink.SHARED: QTextCharFormat.UnderlineStyle.DotLine,
}


def ink_format(ink: Ink) -> QTextCharFormat:
    """Return how an ink looks; each differs by shape as well as by colour."""
    made = QTextCharFormat()
    text, ground = _colours(ink)
    if text is not None:
        made.setForeground(text)
    if ground is not None:
        made.setBackground(ground)
    if ink in _WEIGHTS:
        made.setFontWeight(_WEIGHTS[ink])
    elif ink in _LINES:
        made.setUnderlineStyle(_LINES[ink])
        made.setUnderlineColor(colours().added if ink is Ink.ADDED else colours().moved)
    elif ink in (Ink.DROPPED, Ink.OLD_NUMBER, Ink.STRUCK):
        made.setFontStrikeOut(True)
    elif ink is Ink.NUMBER:
        made.setFontWeight(QFont.Weight.DemiBold)
        made.setFontStrikeOut(False)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
    elif ink is Ink.LABEL:
        made.setFontStrikeOut(False)
    elif ink is Ink.FOLDED:
        made.setForeground(Qt.GlobalColor.transparent)
        made.setFontPointSize(1)
    return made


def _colours(ink: Ink) -> tuple[QColor | None, QColor | None]:
    """Return the colour of the letters and that of their ground, None where they stay."""
    ours = colours()
    found: dict[Ink, tuple[QColor | None, QColor | None]] = {
        Ink.NOISE: (ours.muted, None),
        Ink.ADDED_PASSAGE: (None, ours.added_ground),
        Ink.DROPPED_PASSAGE: (ours.dropped_text, ours.dropped_ground),
        Ink.FAINT: (ours.muted, None),
        Ink.ADDED: (ours.added, None),
        Ink.DROPPED: (ours.dropped, None),
        Ink.NUMBER: (QGuiApplication.palette().text().color(), ours.number_ground),
        Ink.OLD_NUMBER: (ours.dropped, ours.number_ground),
        Ink.LABEL: (ours.moved, None),
        Ink.QUOTE: (None, ours.quote_ground),
    }
    return found.get(ink, (None, None))


class Inker(QSyntaxHighlighter):
    """Lays the formats of spans over the blocks they run through."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._runs: list[tuple[int, int, Ink]] = []
        self._starts: list[int] = []
        self._longest = 0
        self._formats: dict[Ink, QTextCharFormat] = {}

    def set_runs(self, runs: list[tuple[int, int, Ink]]) -> None:
        """Show other spans (UTF-16 start, end, ink)."""
        order = list(Ink)
        self._runs = sorted(runs, key=lambda run: run[0])
        self._starts = [run[0] for run in self._runs]
        self._longest = max((end - start for start, end, _ in self._runs), default=0)
        self._formats = {ink: ink_format(ink) for ink in order}
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Format one paragraph."""
        first = self.currentBlock().position()
        last = first + self.currentBlock().length() - 1
        at = bisect_left(self._starts, first - self._longest)
        here: list[tuple[int, int, Ink]] = []
        while at < len(self._runs) and self._starts[at] < last:
            start, end, ink = self._runs[at]
            if end > first:
                here.append((max(start, first) - first, min(end, last) - first, ink))
            at += 1
        for start, end, made in self._flatten(here):
            self.setFormat(start, end - start, made)

    def _flatten(self, runs: list[tuple[int, int, Ink]]) -> list[tuple[int, int, QTextCharFormat]]:
        """Cut overlapping runs at their edges and merge what lies over one another."""
        edges = sorted({edge for start, end, _ in runs for edge in (start, end)})
        order = list(Ink)
        pieces = []
        for start, end in pairwise(edges):
            inks = {ink for a, b, ink in runs if a <= start and end <= b}
            if not inks:
                continue
            made = QTextCharFormat()
            for ink in sorted(inks, key=order.index):
                made.merge(self._formats[ink])
            pieces.append((start, end, made))
        return pieces

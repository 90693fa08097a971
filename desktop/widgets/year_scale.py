"""The scale above the years of the library: which year stands where, painted in their columns."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolTip, QTreeView, QWidget

from desktop.widgets.theme import blend, colours, smaller

_PAD = 6
"""Right of the last year, as in the rows."""
_LABELLED, _BARE = 21, 9
"""Width of a year in the strip, with its last two digits in it and without."""
_SHARE = 0.52
"""How much of a row the years may take."""
_NAME = 112
"""Pixels that stay for a name of four or five characters and its indent."""
_AIR = 5
"""Between two labels."""
_STEPS = (1, 2, 5, 10, 20, 50)


def year_columns(n_years: int, room: int) -> tuple[int, int]:
    """Return how many of the latest years have room in a row, and how wide each of them is."""
    most = min(int(room * _SHARE), room - _NAME)
    step = _LABELLED if n_years * _LABELLED <= most else _BARE
    return min(n_years, max(3, most // step)), step


def has_digits(width: int) -> bool:
    """Tell whether a year of this width has room for its last two digits."""
    return width >= _LABELLED - 2


class YearScale(QWidget):
    """Years above the strips of a view.

    Args:
        view: The rows below; the years stand in its columns, wherever its scroll bar is.
        parent: Parent.
    """

    def __init__(self, view: QTreeView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("yearScale")
        self._view = view
        self.years = range(0)
        view.viewport().installEventFilter(self)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        words = self.tr("Years of the reports")
        self.setAccessibleName(words)
        self._legend = self.tr(
            "A box is a year with a report, fuller the more of its promises are marked; "
            "a dotted box is a year that is missing. Click a box to read it."
        )
        if self.years:
            span = f"{self.years[0]} – {self.years[-1]}"
            self.setAccessibleDescription(f"{span}. {self._legend}")

    def set_years(self, years: range) -> None:
        """Show these years; none hides the scale."""
        self.years = years
        self.setVisible(len(years) > 1)
        self.retranslate()
        self.setFixedHeight(QFontMetrics(smaller(self.font())).height() + 7)
        self.update()

    def places(self) -> list[tuple[int, QRect]]:
        """Return the years that have a column, and where, from the first to the last."""
        view, viewport = self._view, self._view.viewport()
        right = view.columnViewportPosition(0) + view.columnWidth(0) - 1
        corner = self.mapFromGlobal(viewport.mapToGlobal(QPoint(right, 0)))
        shown, step = year_columns(len(self.years), viewport.width())
        left = corner.x() - _PAD - shown * step
        years = self.years[len(self.years) - shown :]
        return [
            (year, QRect(left + n * step + 1, 0, step - 2, self.height()))
            for n, year in enumerate(years)
        ]

    def labels(self) -> list[tuple[int, QRect]]:
        """Return the years that are named, with the room of their names: they never touch."""
        places = self.places()
        if not places:
            return []
        metrics = QFontMetrics(smaller(self.font()))
        wide = metrics.horizontalAdvance("2026") + _AIR
        width = places[0][1].width() + 2
        every = next((n for n in _STEPS if n * width >= wide), _STEPS[-1])
        found: list[tuple[int, QRect]] = []
        # From the right: the latest year is always named.
        latest = places[-1][0]
        for year, place in reversed(places):
            if year != latest and year % every:
                continue
            box = QRect(0, 0, wide, self.height() - 4)
            box.moveLeft(min(place.center().x() - wide // 2, self._right() - wide))
            if not found or box.right() < found[-1][1].left():
                found.append((year, box))
        return found[::-1]

    def _right(self) -> int:
        return self.places()[-1][1].right() + _PAD

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the names of years, and a tick below each of them."""
        painter = QPainter(self)
        painter.setFont(smaller(self.font()))
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        quiet = blend(ink, colours().side, 0.62)
        faint = blend(ink, colours().side, 0.25)
        named = dict(self.labels())
        bottom = self.height() - 1
        for year, place in self.places():
            at = place.center().x()
            painter.setPen(quiet if year in named else faint)
            painter.drawLine(at, bottom - (3 if year in named else 1), at, bottom)
            if year in named:
                painter.drawText(named[year], Qt.AlignmentFlag.AlignCenter, str(year))

    def event(self, event: QEvent) -> bool:
        """Say which year the mouse is on, and what the boxes mean."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = event.pos()
            year = next((y for y, p in self.places() if p.left() <= at.x() <= p.right()), None)
            QToolTip.showText(
                event.globalPos(), f"{year}\n{self._legend}" if year else self._legend, self
            )
            return True
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the rows when they get wider, or a scroll bar comes."""
        if event.type() == QEvent.Type.Resize:
            self.update()
        return super().eventFilter(watched, event)

"""Rows of two lines: a name, below it what the document is, and at the end how it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.models.roles import DataRole
from desktop.widgets.assets import pixmap
from desktop.widgets.theme import colours
from tracker.model.draft import Standing

_EDGE, _GAP, _PICTURE = 8, 8, 16
_TICK = 40
"""Pixels at the left that belong to the tick, also where there is none."""


def picture_of(standing: Standing, *, warned: bool) -> tuple[str, QColor]:
    """Return the icon of a document's state and its colour."""
    ours = colours()
    # By equality: a string enumeration comes out of Qt's models as a plain string.
    if standing == Standing.FAILED:
        return "problem", ours.bad
    if standing in (Standing.SAME_FILE, Standing.SKIPPED):
        return "not_reported", ours.silent
    if standing in (Standing.RIVAL, Standing.SAME_TEXT) or warned:
        return "warning", ours.fair
    return "done", ours.good


class DraftItems(QStyledItemDelegate):
    """Paints the rows of the import preview; the tick stays the style's own."""

    def sizeHint(
        self, option: QStyleOptionViewItem, _: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return room for two lines."""
        return QSize(200, 2 * option.fontMetrics.lineSpacing() + 2 * _EDGE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground and tick as the style does, the words ourselves."""
        self.initStyleOption(option, index)
        style, widget = _style(option)
        name, option.text = option.text, ""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        row = QRect(option.rect)
        row.adjust(_TICK, _EDGE - 2, -_EDGE, -_EDGE + 2)
        note = str(index.data(DataRole.NOTE) or "")
        painter.save()
        place = QRect(row.left(), row.center().y() - _PICTURE // 2, _PICTURE, _PICTURE)
        standing = index.data(DataRole.VALUE)
        if standing is not None:  # else it is on its way
            painter.drawPixmap(place, pixmap(*picture_of(standing, warned=bool(note))))
        else:
            option.palette.setColor(QPalette.ColorRole.Text, colours().muted)
        row.setLeft(place.right() + _GAP)
        self._write(painter, option, row, (name, str(index.data(DataRole.DETAIL) or ""), note))
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: QRect,
        words: tuple[str, str, str],
    ) -> None:
        name, detail, note = words
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = option.palette.color(role)
        quiet = ink if selected else colours().muted
        metrics, half = option.fontMetrics, row.height() // 2
        upper = QRect(row.left(), row.top(), row.width(), half)
        lower = QRect(row.left(), row.top() + half, row.width(), half)
        ends = Qt.AlignmentFlag.AlignVCenter
        used = metrics.horizontalAdvance(note) + _GAP if note else 0
        painter.setPen(quiet)
        if note:
            painter.drawText(upper, int(ends | Qt.AlignmentFlag.AlignRight), note)
        elide = Qt.TextElideMode
        painter.drawText(
            lower, int(ends), metrics.elidedText(detail, elide.ElideRight, lower.width())
        )
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(ink)
        shown = metrics.elidedText(name, elide.ElideMiddle, upper.width() - used - 8)
        painter.drawText(upper, int(ends), shown)


def _style(option: QStyleOptionViewItem) -> tuple[QStyle, QWidget | None]:
    widget: QWidget | None = option.widget
    return (widget.style() if widget else QApplication.style()), widget

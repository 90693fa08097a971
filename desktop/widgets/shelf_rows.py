"""Rows of the library: years as a strip with gaps, marking progress, remarks; drawn, no widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop.models.report_list import progress_text
from desktop.models.roles import DataRole
from desktop.widgets.theme import blend, colours, smaller
from desktop.widgets.year_scale import has_digits, year_columns

if TYPE_CHECKING:
    from desktop.models.shelf import YearCell, YearStrip

Index = QModelIndex | QPersistentModelIndex

_PAD = 6
_TOP_WEIGHT = QFont.Weight.DemiBold


def draw_progress(painter: QPainter, box: QRect, marked: int, promised: int, ink: QColor) -> None:
    """Draw a share as a line that fills from the left."""
    track = QRectF(box.left(), box.bottom() - 2, box.width(), 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(blend(ink, painter.background().color(), 0.28))
    painter.drawRoundedRect(track, 1.5, 1.5)
    if marked:
        track.setWidth(max(3.0, track.width() * min(1.0, marked / promised)))
        painter.setBrush(ink)
        painter.drawRoundedRect(track, 1.5, 1.5)


class ShelfDelegate(QStyledItemDelegate):
    """Draws regions with their years, and reports with what is to be known at a glance.

    Signals:
        year_clicked(tuple[str, ...], bool): Reports of a year in a strip, the usual one first;
            and whether Ctrl was held.
        remarks_clicked(str, QPoint): The number of remarks of a report, and where on the screen.
    """

    year_clicked = Signal(object, bool)
    remarks_clicked = Signal(str, QPoint)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.shown: frozenset[str] = frozenset()
        """Reports that are looked at; their years are framed."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row of the tree, or the cell of a list."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = option.palette
        ground = palette.color(
            QPalette.ColorRole.Highlight if selected else QPalette.ColorRole.Base
        )
        if selected:
            painter.fillRect(option.rect, ground)
        else:
            ground = colours().side
        painter.setBackground(ground)
        ink = palette.color(
            QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        )
        if index.data(DataRole.REPORT_ID):
            self._paint_report(painter, option, index, ink)
        else:
            self._paint_region(painter, option, index, ink)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    # Regions

    def _paint_region(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, ink: QColor
    ) -> None:
        box = option.rect.adjusted(2, 0, -_PAD, 0)
        strip = index.data(DataRole.YEARS)
        right = box.right()
        if strip is not None:
            cells = self._cells(option, strip)
            for cell, place in cells:
                self._paint_year(painter, option, cell, place)
            right = cells[0][1].left() - _PAD if cells else right
        else:
            painter.setFont(smaller(option.font))
            painter.setPen(blend(ink, painter.background().color(), 0.62))
            count = str(index.data(DataRole.DETAIL))
            painter.drawText(box, _RIGHT, count)
            right -= QFontMetrics(painter.font()).horizontalAdvance(count) + _PAD
        font = QFont(option.font)
        if not index.parent().isValid():
            font.setWeight(_TOP_WEIGHT)
        painter.setFont(font)
        painter.setPen(ink)
        box.setRight(right)
        text = QFontMetrics(font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, box.width()
        )
        painter.drawText(box, _LEFT, text)

    def _cells(
        self, option: QStyleOptionViewItem, strip: YearStrip
    ) -> list[tuple[YearCell, QRect]]:
        """Return the years that have room and where; the same years stand below each other."""
        room = self._view.viewport().width()
        right = option.rect.right() - _PAD
        shown, step = year_columns(len(strip.cells), room)
        cells = strip.cells[len(strip.cells) - shown :]
        height = 16 if has_digits(step - 2) else 13
        top = option.rect.center().y() - height // 2 + 1
        left = right - len(cells) * step
        return [
            (cell, QRect(left + n * step + 1, top, step - 2, height))
            for n, cell in enumerate(cells)
        ]

    def _paint_year(
        self, painter: QPainter, option: QStyleOptionViewItem, cell: YearCell, place: QRect
    ) -> None:
        ground = painter.background().color()
        accent = option.palette.color(QPalette.ColorRole.Accent)
        muted = blend(colours().muted, ground, 0.85)
        shape = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
        if cell.entries:
            self._paint_held(painter, cell, shape, accent)
            text = option.palette.color(QPalette.ColorRole.Text)
        elif cell.missing:
            painter.setPen(QPen(muted, 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(shape, 2, 2)
            text = muted
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blend(muted, ground, 0.4))
            painter.drawEllipse(QRectF(place.center().x() - 0.5, place.center().y() + 0.5, 2, 2))
            return
        if has_digits(place.width()):
            painter.setFont(smaller(option.font))
            painter.setPen(text)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{cell.year % 100:02d}")

    def _paint_held(self, painter: QPainter, cell: YearCell, shape: QRectF, accent: QColor) -> None:
        """Draw a year that has a report: a solid box that fills from below as it is marked."""
        base = self._view.palette().color(QPalette.ColorRole.Base)
        framed = any(entry.id in self.shown for entry in cell.entries)
        painter.setPen(QPen(accent if framed else blend(accent, base, 0.6), 2 if framed else 1))
        painter.setBrush(blend(accent, base, 0.16))
        painter.drawRoundedRect(shape, 2, 2)
        entry = cell.entries[0]
        if entry.n_commitments and entry.n_marked:
            share = min(1.0, entry.n_marked / entry.n_commitments)
            full = shape.adjusted(1, 1, -1, -1)
            full.setTop(full.bottom() - full.height() * share)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blend(accent, base, 0.5))
            painter.drawRect(full)

    # Reports

    def _paint_report(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, ink: QColor
    ) -> None:
        ground = painter.background().color()
        box = option.rect.adjusted(2, 0, -_PAD, 0)
        quiet = blend(ink, ground, 0.68)
        small = smaller(option.font)
        painter.setFont(small)
        marked, promised = index.data(DataRole.PROGRESS) or (0, None)
        text = progress_text(marked, promised)
        if index.data(DataRole.REPORT_ID) in self.shown:
            bar = QRectF(option.rect.left() - _PAD, option.rect.top() + 4, 3, box.height() - 8)
            painter.fillRect(bar, option.palette.color(QPalette.ColorRole.Accent))
        if text:
            place = self._progress_box(option)
            painter.setPen(colours().good if text[0] == "✓" else quiet)
            painter.drawText(place.adjusted(0, 0, 0, -3), _RIGHT, text)
            if text[0] != "✓":
                accent = option.palette.color(QPalette.ColorRole.Accent)
                draw_progress(painter, place.adjusted(8, 0, 0, -3), marked, promised or 1, accent)
        n_remarks = index.data(DataRole.REMARKS)
        place = self._remarks_box(option)
        if n_remarks:
            painter.setFont(small)
            painter.setPen(blend(colours().fair, ink, 0.8))
            painter.drawText(place, _RIGHT, f"△ {n_remarks}")
        if n_remarks or text:
            box.setRight((place if n_remarks else self._progress_box(option)).left() - _PAD)
        painter.setFont(option.font)
        painter.setPen(ink)
        name, metrics = str(index.data()), option.fontMetrics
        twin = bool(index.data(DataRole.TWIN))
        if twin:
            # What tells it apart must be read: the kind gives way.
            name = name.split("  ", maxsplit=1)[0]
        painter.drawText(
            box, _LEFT, metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        )
        box.setLeft(box.left() + metrics.horizontalAdvance(name) + 2 * _PAD)
        if twin and box.width() > 3 * metrics.averageCharWidth():
            painter.setPen(quiet)
            detail = str(index.data(DataRole.DETAIL) or "")
            text = metrics.elidedText(detail, Qt.TextElideMode.ElideMiddle, box.width())
            painter.drawText(box, _LEFT, text)

    def _progress_box(self, option: QStyleOptionViewItem) -> QRect:
        width = QFontMetrics(smaller(option.font)).horizontalAdvance("000/000")
        box = option.rect.adjusted(0, 3, -_PAD, -3)
        box.setLeft(box.right() - width)
        return box

    def _remarks_box(self, option: QStyleOptionViewItem) -> QRect:
        box = self._progress_box(option)
        width = QFontMetrics(smaller(option.font)).horizontalAdvance("△ 00")
        return QRect(box.left() - _PAD - width, option.rect.top(), width, option.rect.height())

    # Mouse

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Take clicks on years and on the number of remarks."""
        if event.type() != QEvent.Type.MouseButtonRelease:
            return super().editorEvent(event, model, option, index)
        mouse = cast("QMouseEvent", event)
        at = mouse.position().toPoint()
        if mouse.button() is Qt.MouseButton.LeftButton:
            cell = self._cell_at(option, index, at)
            if cell is not None and cell.entries:
                with_ctrl = bool(mouse.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self.year_clicked.emit(tuple(one.id for one in cell.entries), with_ctrl)
                return True
            if self.remarks_at(option, index, at):
                report = str(index.data(DataRole.REPORT_ID))
                self.remarks_clicked.emit(report, mouse.globalPosition().toPoint())
                return True
        return super().editorEvent(event, model, option, index)

    def remarks_at(self, option: QStyleOptionViewItem, index: Index, at: QPoint) -> bool:
        """Tell whether a place in the view is the number of remarks of a row."""
        return bool(index.data(DataRole.REMARKS)) and self._remarks_box(option).contains(at)

    def year_place(self, option: QStyleOptionViewItem, index: Index, year: int) -> QRect:
        """Return where a year of a region stands in the view; empty where it has no room."""
        strip = index.data(DataRole.YEARS)
        cells = self._cells(option, strip) if strip is not None else []
        return next((place for cell, place in cells if cell.year == year), QRect())

    def _cell_at(self, option: QStyleOptionViewItem, index: Index, at: QPoint) -> YearCell | None:
        strip = index.data(DataRole.YEARS)
        if strip is None:
            return None
        cells = self._cells(option, strip)
        return next((cell for cell, box in cells if box.adjusted(-1, 0, 1, 0).contains(at)), None)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say which year the mouse is on."""
        cell = self._cell_at(option, index, event.pos()) if index.isValid() else None
        if cell is None or event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        # A title is data: Qt would take a tag in it for one.
        QToolTip.showText(event.globalPos(), self._told(cell).replace("<", "‹"), view)
        return True

    def _told(self, cell: YearCell) -> str:
        if cell.missing:
            return self.tr("{0}: missing").format(cell.year)
        if not cell.entries:
            return self.tr("{0}: no report").format(cell.year)
        lines = [str(cell.year)]
        for entry in cell.entries:
            done = (
                self.tr("marked {0} of {1}").format(entry.n_marked, entry.n_commitments)
                if entry.n_commitments
                else ""
            )
            lines.append("  ".join(one for one in (entry.title or entry.name, done) if one))
        return "\n".join(lines)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ListDelegate(QStyledItemDelegate):
    """Cells of the flat list: text, and marking progress as a line below its figures."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        super().paint(painter, option, index)
        marked, promised = index.data(DataRole.PROGRESS) or (0, None)
        if promised:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            ground = option.palette.color(QPalette.ColorRole.Highlight)
            painter.setBackground(ground if selected else colours().side)
            accent = option.palette.color(QPalette.ColorRole.Accent)
            box = option.rect.adjusted(2, 0, -_PAD, -2)
            draw_progress(painter, box, marked, promised, accent)
            painter.restore()

"""Paints a hit as a key word in context: what was found stands below one another."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.models.search_hits import SearchHits
from desktop.widgets.grouped_rows import GroupedRows, Index
from desktop.widgets.theme import colours
from tracker.model.search import Hit

_KEY_AT = 0.36
"""Share of the width at which what was found begins."""
_EDGE = 10


class HitRows(GroupedRows):
    """Rows of hits; reports are painted as any row, in bold."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one of them."""
        model = index.model()
        one = model.hit(index) if isinstance(model, SearchHits) else None
        if one is not None:
            self._paint_hit(painter, option, one)
        elif isinstance(model, SearchHits):
            self._paint_more(painter, option, str(index.data()))

    def _paint_more(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        """Paint the row that leads to all hits of a report."""
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Link
        painter.setPen(option.palette.color(role))
        room = option.rect.adjusted(QFontMetrics(option.font).horizontalAdvance("88888"), 0, 0, 0)
        room.adjust(_EDGE, 0, -_EDGE, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        rect: QRect = option.rect
        palette: QPalette = option.palette
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        ink = palette.color(role.HighlightedText if is_chosen else role.Text)
        before, found, after = (" ".join(part.split()) for part in hit.around(hit.matches[0]))
        font = QFont(option.font)
        metrics = QFontMetrics(font)
        number = metrics.horizontalAdvance("88888")
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(bold).horizontalAdvance(found)
        left = rect.left() + number + _EDGE
        key = left + round((rect.right() - left) * _KEY_AT)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(ink if is_chosen else colours().muted)
        line = QRect(rect.left(), rect.top(), number, rect.height())
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, str(hit.line))
        painter.setPen(ink)
        room = QRect(left, rect.top(), key - left - 2, rect.height())
        elided = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, elided)
        height = metrics.height() + 2
        ground = QRect(key, rect.center().y() - height // 2, width + 4, height)
        if not is_chosen:
            painter.fillRect(ground, colours().found_ground)
        painter.setFont(bold)
        painter.drawText(ground.translated(2, 0), middle, found)
        painter.setFont(font)
        rest = QRect(
            ground.right() + 3, rect.top(), rect.right() - ground.right() - 8, rect.height()
        )
        painter.drawText(
            rest, middle, metrics.elidedText(after, Qt.TextElideMode.ElideRight, rest.width())
        )

"""Paints a bookmark in one line: where, its sign, the words of the passage, the note."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.models.bookmark_list import BookmarkList, place_name
from desktop.widgets.grouped_rows import GroupedRows, Index
from desktop.widgets.margin_signs import paint_sign
from desktop.widgets.theme import colours
from tracker.model.bookmark import ListedBookmark

_NOTE_AT = 0.58
"""Share of the width at which notes begin."""
_GAP = 12


class BookmarkRows(GroupedRows):
    """Rows of bookmarks; documents are painted as any row, in bold."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one of them."""
        model = index.model()
        one = model.bookmark(index) if isinstance(model, BookmarkList) else None
        if one is not None:
            self._paint(painter, option, one)

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, one: ListedBookmark) -> None:
        rect: QRect = option.rect
        palette: QPalette = option.palette
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole
        ink = palette.color(role.HighlightedText if is_chosen else role.Text)
        faint = ink if is_chosen else colours().muted
        metrics = QFontMetrics(option.font)
        place = QRect(
            rect.left(), rect.top(), metrics.horizontalAdvance("第888—888行"), rect.height()
        )
        left = Qt.AlignmentFlag.AlignLeft
        self._words(painter, metrics, place, place_name(one), faint, Qt.AlignmentFlag.AlignRight)
        painter.setPen(ink if is_chosen else palette.color(role.Link))
        sign = QRectF(place.right() + _GAP, rect.center().y() - 5.5, 9, 12)
        paint_sign(painter, sign, is_note=bool(one.bookmark.note))
        start = round(sign.right()) + _GAP
        note_at = start + round((rect.right() - start) * _NOTE_AT)
        has_note = bool(one.bookmark.note)
        end = note_at - _GAP if has_note else rect.right() - 8
        quote = " ".join(one.quote.split())
        self._words(
            painter,
            metrics,
            QRect(start, rect.top(), end - start, rect.height()),
            quote,
            faint if one.bookmark.lost else ink,
            left,
        )
        if has_note:
            room = QRect(note_at, rect.top(), rect.right() - 8 - note_at, rect.height())
            pen = ink if is_chosen else palette.color(role.Link)
            self._words(painter, metrics, room, " ".join(one.bookmark.note.split()), pen, left)

    def _words(
        self,
        painter: QPainter,
        metrics: QFontMetrics,
        room: QRect,
        text: str,
        ink: QColor,
        side: Qt.AlignmentFlag,
    ) -> None:
        painter.setPen(ink)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, shown)

"""Tips that hold words of a document or of a person: shown as they are, never as markup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QToolTip

_TIP = Qt.ItemDataRole.ToolTipRole


def plain_tip(text: str) -> str:
    """Return a tip that shows a text to the letter; Qt would take a ``<b>`` in it for bold."""
    from html import escape  # noqa: PLC0415 - knows two thousand names; the first frame needs none

    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


class PlainTips(QObject):
    """Shows the tips of a list, a tree, a table or a head to the letter.

    Models hand out words; that these are no markup is told to Qt here, where they are shown.

    Args:
        view: The view; its heads need one of their own.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the question for a tip."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        told, area = self._told(event)
        if not told:
            return super().eventFilter(watched, event)
        QToolTip.showText(event.globalPos(), plain_tip(told), self._view.viewport(), area)
        return True

    def _told(self, event: QHelpEvent) -> tuple[str, QRect]:
        view = self._view
        if isinstance(view, QHeaderView):
            section = view.logicalIndexAt(event.pos())
            model = view.model()
            if section < 0 or model is None:
                return "", QRect()
            return str(model.headerData(section, view.orientation(), _TIP) or ""), QRect()
        index = view.indexAt(event.pos())
        return str(index.data(_TIP) or "") if index.isValid() else "", view.visualRect(index)


def show_tips_plainly(*views: QAbstractItemView) -> None:
    """Have the tips of views, and of their heads, shown to the letter."""
    for view in views:
        PlainTips(view)

"""Qt's print preview in the look of the program: icons of its own in the colour of the text."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QFrame, QGraphicsView, QToolBar

from desktop.widgets.assets import icon
from desktop.widgets.theme import is_dark

ICONS = (
    *("width", "page", "smaller", "larger", "upright", "lying", "first", "back", "on", "last"),
    *("single", "facing", "overview", "setup", "paper"),
)
"""In the order of Qt's tool bar: most of its actions have no other name than a translated one."""

_SIDE = 20
"""Pixels of an icon."""
_FRAME = 60
"""Pixels of a box beside its words: margins and the arrow."""


_DESK, _DESK_IN_THE_DARK = "#80868c", "#15171a"
"""What pages lie on: dark enough for the black shadow that Qt draws around them."""


def dress(preview: QPrintPreviewDialog) -> None:
    """Give a preview our icons and ground, and its box of zooms room for every number.

    Should another Qt have other actions there, it keeps its own icons: none is better than a
    wrong one.
    """
    pages = preview.findChild(QGraphicsView)
    if isinstance(pages, QGraphicsView):
        pages.scene().setBackgroundBrush(QColor(_DESK_IN_THE_DARK if is_dark() else _DESK))
        pages.setFrameShape(QFrame.Shape.NoFrame)
    zoom = preview.findChild(QComboBox)
    if isinstance(zoom, QComboBox):
        # Qt makes it as wide as four letters without our frame: “74.6%” would be cut.
        zoom.setMinimumWidth(zoom.fontMetrics().horizontalAdvance("100.0%") + _FRAME)
    bar = preview.findChild(QToolBar)
    if not isinstance(bar, QToolBar):
        return
    actions = [action for action in bar.actions() if not action.icon().isNull()]
    if len(actions) != len(ICONS):
        return
    bar.setIconSize(QSize(_SIDE, _SIDE))
    ink = preview.palette().windowText().color()
    for action, name in zip(actions, ICONS, strict=True):
        action.setIcon(icon(f"print-{name}", ink))

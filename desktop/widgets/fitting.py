"""Rows that give way where a window is narrow: the last parts go, none is cut in two."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QActionEvent, QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

_INSIDE = 5
"""Pixels between the parts of a group."""


def show_what_fits(groups: Sequence[Sequence[QWidget]], room: int, spacing: int) -> None:
    """Show as many groups as there is room for, from the left.

    Args:
        groups: Widgets that are shown or hidden together, in order.
        room: Pixels between the margins.
        spacing: Pixels between two groups.
    """
    left = room
    for group in groups:
        left -= sum(max(part.sizeHint().width(), part.minimumWidth()) for part in group)
        left -= _INSIDE * (len(group) - 1)
        for part in group:
            part.setVisible(left >= 0)
        left -= spacing


def show_words(button: QToolButton, *, shown: bool) -> None:
    """Show the words of a button beside its icon, or the icon alone.

    Qt adds room behind words beside an icon; the style sheet takes it away where ``worded`` is
    set, so that a button that is pressed has its words in its middle.
    """
    style = Qt.ToolButtonStyle
    wanted = style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly
    if button.toolButtonStyle() is wanted and button.property("worded") is shown:
        return
    button.setToolButtonStyle(wanted)
    button.setProperty("worded", shown)
    if button.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it comes by itself
        button.style().unpolish(button)
        button.style().polish(button)


class FittingToolBar(QToolBar):
    """A tool bar whose buttons lose their words where there is no room for them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._worded: list[tuple[QToolButton, ...]] = []

    def set_worded(self, *groups: tuple[QToolButton, ...]) -> None:
        """Name the buttons that have words; the first group loses them first."""
        self._worded = list(groups)
        for button in chain(*groups):
            show_words(button, shown=True)
        self._fit()

    def _fit(self) -> None:
        """Take away no more words than must go; a bar that is not seen yet has no width."""
        if not self.isVisible():
            return
        for n_bare in range(len(self._worded) + 1):
            for n, group in enumerate(self._worded):
                for button in group:
                    show_words(button, shown=n >= n_bare)
            if self._wanted() <= self.width():
                return

    def _wanted(self) -> int:
        """Return the width of everything that is shown, without the free room."""
        shown = [self.widgetForAction(one) for one in self.actions() if one.isVisible()]
        layout = self.layout()
        spacing = layout.spacing() if layout is not None else 0
        return sum(int(widget.sizeHint().width()) + spacing for widget in shown)

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it wants."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        self._fit()

    def actionEvent(self, event: QActionEvent) -> None:
        """Follow the words, which have another length in another language."""
        super().actionEvent(event)
        if event.type() == QActionEvent.Type.ActionChanged:
            self._fit()

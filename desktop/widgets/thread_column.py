"""One report's column of a topic: its head, the figures that changed, and the text."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.models.origin import SectionOfReport
from desktop.models.topic_thread import ColumnText, FigureChange
from desktop.widgets.assets import icon
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.inks import Inked
from desktop.widgets.reading_text import ReadingText
from desktop.widgets.tips import plain_tip
from desktop.widgets.wrapped_link import WrappedLink
from tracker.model.change import Direction
from tracker.model.report import Report
from tracker.model.span import Span

_FIGURES = 4
"""Changed figures that are shown at once; the tip has all."""
_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ARROWS = {Direction.UP: " ↑", Direction.DOWN: " ↓"}


class ThreadColumn(QFrame):
    """A topic in one report.

    Signals:
        compare_wanted(): The head was pressed: this report beside the one before.
        other_wanted(): The section that is offered instead was chosen.
        stepped(int): The column to the left (-1) or to the right (1) is wanted.
        topic_stepped(int): The topic above (-1) or below (1) is wanted.
    """

    compare_wanted = Signal()
    other_wanted = Signal()
    stepped = Signal(int)
    topic_stepped = Signal(int)

    overview = None
    """A section needs no overview beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.origin: SectionOfReport | None = None
        self.head = QToolButton(self)
        self.head.setObjectName("columnHead")
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading = QLabel(self)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.heading.setObjectName("head")
        self.told = ElidedLabel(self)
        self.told.setObjectName("muted")
        self.figures = [ElidedLabel(self, mode=Qt.TextElideMode.ElideMiddle) for _ in range(5)]
        self.text = ReadingText(self, margin=14, gutter=12)
        self.absent = QLabel(self)
        self.absent.setObjectName("muted")
        self.absent.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.absent.setWordWrap(True)
        self.other = WrappedLink(self)
        self._body = QWidget(self)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(14, 24, 14, 14)
        body.addWidget(self.absent)
        body.addWidget(self.other)
        body.addStretch(1)
        self._build()
        self.draw_icons()
        self.text.installEventFilter(self)
        self.head.installEventFilter(self)
        self.head.clicked.connect(self.compare_wanted)
        self.other.clicked.connect(self.other_wanted)

    def _build(self) -> None:
        self.top = QWidget(self)
        inner = QVBoxLayout(self.top)
        inner.setContentsMargins(14, 8, 14, 8)
        inner.setSpacing(3)
        inner.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.heading)
        inner.addWidget(self.told)
        for label in self.figures:
            label.setObjectName("figure")
            inner.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)
            label.hide()
        inner.addStretch(1)
        edge = QFrame(self)
        edge.setObjectName("edge")
        edge.setFixedHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(edge)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._body, 1)
        self._body.hide()

    def draw_icons(self) -> None:
        """Draw the icon of the head in the colours of the theme."""
        self.head.setIcon(icon("compare", self.palette().link().color()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "head"):
            self.draw_icons()

    def show_text(self, report: Report, shown: ColumnText, inked: tuple[Inked, ...]) -> None:
        """Show the text of a section of a report."""
        self.origin = SectionOfReport(report, shown, self.head.text())
        self._body.hide()
        self.text.show()
        if self.text.toPlainText() == shown.text:
            self.text.set_inked(inked)
        else:
            self.text.set_text(shown.text, inked)

    def show_absent(self, words: str, other: str) -> None:
        """Say that there is no such topic here; ``other`` is offered instead, "" for nothing."""
        self.origin = None
        self.text.hide()
        self._body.show()
        self.absent.setText(words)
        self.other.setVisible(bool(other))
        self.other.setToolTip(plain_tip(other))
        self.other.setText(other)

    def show_figures(self, found: tuple[FigureChange, ...], more: str) -> None:
        """Show which figures changed; ``more`` says how many are left out."""
        lines = [_line(one) for one in found]
        shown = lines[:_FIGURES]
        if len(lines) > _FIGURES:
            shown.append(more)
        for n, label in enumerate(self.figures):
            label.setVisible(n < len(shown))
            label.set_text(shown[n] if n < len(shown) else "")
        if len(lines) > _FIGURES:
            self.figures[_FIGURES].setToolTip(plain_tip("\n".join(lines[_FIGURES:])))

    def show_span(self, span: Span) -> None:
        """Bring a stretch of the text before the eye."""
        self.text.show_span(span)

    def enter(self) -> None:
        """Put the keyboard into this column."""
        target = self.text if self.text.isVisibleTo(self) else self.head
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk from column to column with the arrows, open the two reports with Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain == Qt.KeyboardModifier.NoModifier:
                if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                    self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
                    return True
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self.compare_wanted.emit()
                    return True
                if watched is self.head and event.key() in _UP_DOWN:
                    return True  # there is no text to move; Qt would go to the next button
            if plain == Qt.KeyboardModifier.AltModifier and event.key() in _UP_DOWN:
                self.topic_stepped.emit(_UP_DOWN[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)


def _line(one: FigureChange) -> str:
    arrow = _ARROWS.get(one.value, "") if one.value else ""
    return f"{one.indicator}  {one.earlier} → {one.later}{arrow}"

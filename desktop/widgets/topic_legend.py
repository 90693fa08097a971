"""What the shades and marks of the matrix of topics mean, in one quiet line."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.models.topic_matrix import course_words
from desktop.models.topic_rows import STEPS
from desktop.widgets.fitting import show_what_fits
from desktop.widgets.theme import colours
from desktop.widgets.topic_marks import MARK, paint_gap, paint_mark, shade
from tracker.model.thread import Course

_SIDE, _BETWEEN = 16, 14
_MARKS = (Course.NEW, Course.BACK, Course.GROWN, Course.SHRUNK, Course.MERGED, Course.GONE)


class _Scale(QWidget):
    """The shades beside each other, with the numbers of characters between them."""

    def sizeHint(self) -> QSize:
        """Return the room of five shades."""
        return QSize((len(STEPS) + 1) * 38, 20)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        width = self.width() // (len(STEPS) + 1)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        for n in range(len(STEPS) + 1):
            box = self.rect().adjusted(n * width, 1, 0, -1)
            box.setWidth(width - 1)
            painter.fillRect(box, shade(n + 1))
            painter.setPen(colours().line)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.setPen(self.palette().text().color())
            told = f"<{STEPS[0]}" if n == 0 else f"{STEPS[n - 1]}+"
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)
        painter.end()


class _Mark(QWidget):
    """A mark as it stands in a cell."""

    def __init__(self, course: Course, parent: QWidget) -> None:
        super().__init__(parent)
        self._course = course
        self.setFixedSize(int(MARK) + 4, 19)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        middle = QPointF(self.rect().width() / 2, self.rect().height() / 2)
        paint_mark(painter, self._course, middle)
        painter.end()


class _Gap(QWidget):
    """The sign before a column where years are missing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(int(MARK), 19)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        paint_gap(painter, QPointF(self.width() // 2 + 0.5, self.height() // 2))
        painter.end()


class TopicLegend(QWidget):
    """How much text, and what became of a topic, each drawn as it looks in the matrix."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self._characters = QLabel(self)
        self._words = {course: QLabel(self) for course in _MARKS}
        self._marks = {course: _Mark(course, self) for course in _MARKS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SIDE, 5, _SIDE, 5)
        layout.setSpacing(_BETWEEN)
        self._scale = _Scale(self)
        self._shown: tuple[Course, ...] = _MARKS
        self._gap, self._gap_words, self._has_gap = _Gap(self), QLabel(self), False
        layout.addWidget(self._characters)
        layout.addWidget(self._scale)
        marks = ((self._marks[course], label) for course, label in self._words.items())
        for mark, label in (*marks, (self._gap, self._gap_words)):
            pair = QHBoxLayout()
            pair.setSpacing(4)
            pair.addWidget(mark)
            pair.addWidget(label)
            layout.addLayout(pair)
        layout.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self._characters.setText(self.tr("Characters"))
        self._gap_words.setText(self.tr("Years without a report"))
        for course, label in self._words.items():
            label.setText(course_words(course))
        self._fit()

    def set_years(self, *, shown: bool, gaps: bool) -> None:
        """Explain all marks, or only what regions of one year have too; and missing years."""
        self._shown = _MARKS if shown else (Course.MERGED,)
        self._has_gap = gaps
        self._fit()

    def _fit(self) -> None:
        """Leave the last marks away where there is no room: none is cut in two."""
        for course in set(_MARKS) - set(self._shown):
            self._words[course].hide()
            self._marks[course].hide()
        groups: list[tuple[QWidget, QWidget]] = [(self._characters, self._scale)]
        groups += ((self._marks[course], self._words[course]) for course in self._shown)
        if self._has_gap:
            groups.append((self._gap, self._gap_words))
        else:
            self._gap.hide()
            self._gap_words.hide()
        show_what_fits(groups, self.width() - 2 * _SIDE, _BETWEEN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as it wants."""
        return QSize(0, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

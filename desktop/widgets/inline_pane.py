"""The running text of two reports, with the outline of the later one at its side."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QMimeData, QModelIndex, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QWidget

from desktop.models.inline_text import InlineText
from desktop.models.origin import RunningReports
from desktop.models.outline_tree import OutlineTree
from desktop.models.roles import DataRole
from desktop.models.words import report_name
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.hover_tips import HoverTips
from desktop.widgets.inks import Inked
from desktop.widgets.outline_view import make_outline, mark_heading
from desktop.widgets.overview_bar import OverviewBar
from desktop.widgets.reading_text import EYE, ReadingText
from desktop.widgets.side_notes import ROOM
from desktop.widgets.text_column import TextColumn
from tracker.model.span import Span

_LONGEST_LINE = 48
"""Characters of a line that the eye still finds back from."""


class RunningText(ReadingText):
    """A text in a column of readable width, that copies what one of the reports says."""

    def __init__(self, parent: QWidget | None = None, *, with_notes: bool = False) -> None:
        super().__init__(parent, with_notes=with_notes)
        self._inline: InlineText | None = None
        self._side = 0

    def set_inline(self, inline: InlineText) -> None:
        """Tell which running text is shown."""
        self._inline = inline

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy a quotation: words of one report, without arrows and without what was dropped."""
        found, data = self.selection, QMimeData()
        if found is not None and self._inline is not None:
            data.setText(self._inline.quote(found))
        return data

    def set_reading_font(self, font: QFont) -> None:
        """Show letters of another size, in a column as wide as they need."""
        self._fit(font)
        self.setFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle of a wide window."""
        self._fit(self.font())
        super().resizeEvent(event)

    def _fit(self, font: QFont) -> None:
        """Leave the sides of a window free that is wider than lines can be read."""
        widest = QFontMetricsF(font).horizontalAdvance("国") * _LONGEST_LINE
        widest += 2 * self.document().documentMargin() + self._gutter
        widest += ROOM if self._with_notes else 0
        side = max(0, round((self.width() - self.verticalScrollBar().width() - widest) / 2))
        if side != self._side:
            self._side = side
            self.setViewportMargins(side, 0, side, 0)


class InlinePane(QFrame):
    """Two reports in one column.

    Signals:
        scrolled(): The text was moved.
        section_chosen(int): A heading of the later report was chosen in the outline.
    """

    scrolled = Signal()
    section_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.inline: InlineText | None = None
        self._origin: RunningReports | None = None
        self.where, self.title = ElidedLabel(self), QLabel(self)
        for label in (self.where, self.title):
            label.setObjectName("muted")
        self.text = RunningText(self, with_notes=True)
        self.tips = HoverTips(self.text)
        self.outline_model = OutlineTree(self)
        self.outline = make_outline(self.outline_model, self, least_width=150)
        self.overview = OverviewBar(self.text, self)
        reading = TextColumn(self.where, self.title, self.text, self.overview, self)
        self.splitter = QSplitter(self)
        self.splitter.addWidget(self.outline)
        self.splitter.addWidget(reading)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([220, 900])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.text.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.outline.clicked.connect(self._on_outline)
        self.outline.activated.connect(self._on_outline)

    def set_inline(self, inline: InlineText, inked: tuple[Inked, ...], noise: list[int]) -> None:
        """Show another running text."""
        report = inline.comparison.later
        self._origin = RunningReports(inline)
        names = map(report_name, (inline.comparison.earlier, report))
        self.title.setText("  →  ".join(names))
        other = self.inline is None or self.inline.comparison.later is not report
        self.inline = inline
        self.text.set_inline(inline)
        self.text.set_text(inline.text, inked, noise)
        if other:
            self.outline_model.set_report(report)
            self.outline.expandToDepth(0)
        self._on_scroll()

    def set_words(self, words: Mapping[int, str]) -> None:
        """Put words behind the headings of some sections in the outline."""
        self.outline_model.set_words(words)
        self._say_where()

    def show_span(self, span: Span) -> None:
        """Bring a stretch of the running text level with the eye."""
        self._scroll_to(span.start)

    def later_place(self) -> int | None:
        """Return the character of the later report that is level with the eye."""
        if self.inline is None:
            return None
        return self.inline.later_position(self.text.top_position(EYE))

    def go_to(self, position: int, *, later: bool = True) -> bool:
        """Bring a character of a report level with the eye; tell whether it is shown at all."""
        at = self.inline.position(position, later=later) if self.inline else None
        if at is None:
            return False
        self._scroll_to(at)
        return True

    def _scroll_to(self, at: int) -> None:
        """Bring a character level with the eye, never what is before it."""
        y = self.text.y_of(at) - self.text.viewport().height() * EYE
        self.text.verticalScrollBar().setValue(ceil(y))

    def section_read(self) -> int | None:
        """Return the section of the later report that is level with the eye."""
        place = self.later_place()
        if place is None or self.inline is None:
            return None
        found = self.inline.comparison.later.section_at(place)
        return found.index if found else None

    @property
    def origin(self) -> RunningReports | None:
        """Where the words come from."""
        return self._origin

    def _on_scroll(self) -> None:
        self._say_where()
        self.scrolled.emit()

    def _say_where(self) -> None:
        """Say which section is read, and mark it in the outline."""
        section = self.section_read()
        trail: list[str] = []
        if section is not None and self.inline is not None:
            mark_heading(self.outline, self.outline_model.index_of(section))
            sections = self.inline.comparison.later.sections
            at: int | None = section
            while at is not None:
                trail.insert(0, f"{sections[at].number}{sections[at].heading.rstrip('。：；')}")
                at = sections[at].parent
        self.where.set_text("  ›  ".join(trail))

    def _on_outline(self, index: QModelIndex) -> None:
        found = index.data(DataRole.SECTION)
        if found is not None and self.inline is not None:
            self.go_to(self.inline.comparison.later.sections[found].span.start)
            self.section_chosen.emit(found)

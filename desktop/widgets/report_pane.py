"""One report in the compare view: its name, where one is, its text and its outline."""

from collections.abc import Mapping
from enum import Enum
from math import ceil

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QToolButton,
    QTreeView,
    QWidget,
)

from desktop.models.origin import WholeReport
from desktop.models.outline_tree import OutlineTree
from desktop.models.roles import DataRole
from desktop.models.words import say
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.hover_tips import HoverTips
from desktop.widgets.inks import Ink, Inked
from desktop.widgets.outline_view import make_outline, mark_heading
from desktop.widgets.overview_bar import OverviewBar
from desktop.widgets.reading_text import EYE, ReadingText
from desktop.widgets.remark_list import RemarkList
from desktop.widgets.short_lines import ShortLines
from desktop.widgets.text_column import TextColumn
from desktop.widgets.tips import plain_tip
from tracker.model.report import Report
from tracker.model.span import Span

FOCUS = EYE
"""Share of the height at which the texts are kept level."""
_SHARE, _OUTLINE = 0.19, (168, 260)
"""Share of the width that an outline takes, and pixels that are its least and its most."""


class Layer(Enum):
    """What is laid over a text; each is set by itself."""

    CHANGES = "changes"
    FAINT = "faint"


class ReportPane(QFrame):
    """A text with its outline at one side.

    Signals:
        scrolled(): The person, or something the person did, moved this text.
        section_chosen(int): A heading was chosen in the outline.
        section_pointed(int): The cursor of the text or of the outline went into a section.
    """

    scrolled = Signal()
    section_chosen = Signal(int)
    section_pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.report: Report | None = None
        self._base: tuple[Inked, ...] = ()
        self._layers: dict[Layer, tuple[Inked, ...]] = dict.fromkeys(Layer, ())
        self._following = False
        self.where = ElidedLabel(self)
        self.where.setObjectName("muted")
        self.text = ReadingText(self, with_notes=True)
        self.lines = ShortLines(self.text)
        self.tips = HoverTips(self.text)
        self.outline_model = OutlineTree(self)
        self.outline = self._make_outline()
        self.overview = OverviewBar(self.text, self)
        self.remarks = QToolButton(self)
        self.remarks.setAutoRaise(True)
        self.remarks.clicked.connect(self._list_remarks)
        self._reading = TextColumn(self.where, self.remarks, self.text, self.overview, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.outline)
        self.splitter.addWidget(self._reading)
        self.splitter.setChildrenCollapsible(False)
        self._set_shares((180, 600))
        self._is_dragged = False
        self.splitter.splitterMoved.connect(self._on_dragged)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.text.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.text.cursorPositionChanged.connect(self._on_cursor)

    def outline_is_right(self) -> bool:
        """Tell whether the outline stands at the right of the text."""
        return self.splitter.indexOf(self.outline) == 1

    def set_outline_right(self, *, right: bool) -> None:
        """Put the outline at the right of the text, or at the left."""
        if right != self.outline_is_right():
            sizes = self.splitter.sizes()
            self.splitter.insertWidget(int(right), self.outline)
            self._set_shares((sizes[1], sizes[0]))

    def _set_shares(self, sizes: tuple[int, int]) -> None:
        """Set the widths; a wider pane gives all it gains to the text."""
        for place in range(2):
            self.splitter.setStretchFactor(place, self.splitter.widget(place) is self._reading)
        self.splitter.setSizes(sizes)

    def _on_dragged(self) -> None:
        self._is_dragged = True

    def _share_width(self) -> None:
        """Give the outline its share of a wide pane, until a person has dragged its edge."""
        if self._is_dragged:
            return
        least, most = _OUTLINE
        width = min(max(round(self.width() * _SHARE), least), most)
        rest = self.width() - width
        self.splitter.setSizes([rest, width] if self.outline_is_right() else [width, rest])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width of the window."""
        super().resizeEvent(event)
        self._share_width()

    def _make_outline(self) -> QTreeView:
        outline = make_outline(self.outline_model, self, least_width=_OUTLINE[0])
        outline.clicked.connect(self._on_outline)
        outline.activated.connect(self._on_outline)
        outline.selectionModel().currentChanged.connect(self._on_current)
        return outline

    def set_report(self, report: Report) -> None:
        """Show a report."""
        self.report = report
        noise = (Inked(report.line_span(line), Ink.NOISE) for line in report.noise)
        headings = (Inked(s.heading_span, Ink.HEADING) for s in report.sections)
        self._base, self._layers = (*headings, *noise), dict.fromkeys(Layer, ())
        self.text.set_text(report.text, self._base, report.noise)
        self.outline_model.set_report(report)
        self.outline.expandToDepth(0)
        self.text.verticalScrollBar().setValue(0)
        self.say_remarks()
        self._name_parts(report)
        self._on_scroll()

    def _name_parts(self, report: Report) -> None:
        """Name what is read out by the report that is shown."""
        title = report.meta.title or self.tr("Report")
        self.text.setAccessibleName(title)
        self.outline.setAccessibleName(self.tr("Outline: {0}").format(title))

    @property
    def origin(self) -> WholeReport | None:
        """Where the words come from: they are the report."""
        return WholeReport(self.report) if self.report is not None else None

    def clear(self) -> None:
        """Let go of the report."""
        if self.report is not None:
            self.report, self._base, self._layers = None, (), dict.fromkeys(Layer, ())
            self.text.set_tags(())
            self.text.set_text("")

    def say_remarks(self) -> None:
        """Show how many remarks the reader has on this report; the tip has them in full."""
        found = self.report.diagnostics if self.report else ()
        self.remarks.setText(f"△ {len(found)}" if found else "")
        self.remarks.setToolTip(plain_tip("\n".join(say(one.message) for one in found)))
        self.remarks.setAccessibleName(self.tr("Remarks on the reading: {0}").format(len(found)))
        self.remarks.setVisible(bool(found))

    def _list_remarks(self) -> None:
        if self.report is not None:
            messages = tuple(one.message for one in self.report.diagnostics)
            below = self.remarks.mapToGlobal(self.remarks.rect().bottomLeft())
            RemarkList(messages, self).open_at(below)

    def lay(self, layer: Layer, inked: tuple[Inked, ...]) -> None:
        """Lay inks over the text, in place of what the layer had."""
        if inked != self._layers[layer]:
            self._layers[layer] = inked
            laid = (one for each in Layer for one in self._layers[each])
            self.text.set_inked((*self._base, *laid))

    def focus_y(self) -> float:
        """Return the height of the text that is level with the eye, in pixels."""
        bar = self.text.verticalScrollBar()
        return bar.value() + self.text.viewport().height() * FOCUS

    def scroll_to(self, y: float) -> None:
        """Bring a height of the text level with the eye."""
        bar = self.text.verticalScrollBar()
        bar.setValue(ceil(y - self.text.viewport().height() * FOCUS))  # never in what is before

    def show_span(self, span: Span) -> None:
        """Bring a span level with the eye."""
        self.text.open_folds(around=span)
        self.scroll_to(self.text.y_of(span.start))

    def _on_scroll(self) -> None:
        self._say_where()
        if not self.text.laying_out:  # else each text keeps its own place
            self.scrolled.emit()

    def _say_where(self) -> None:
        if self.report is None:
            return
        section = self.report.section_at(self.text.top_position(FOCUS))
        if section is not None:
            self._mark_section(section.index)
        trail: list[str] = []
        while section is not None:
            words = self.outline_model.words(section.index)
            said = f" · {words}" if words else ""
            trail.insert(0, f"{section.number}{section.heading.rstrip('。：；')}{said}")
            above = section.parent
            section = None if above is None else self.report.sections[above]
        self.where.set_text("  ›  ".join(trail))

    def _mark_section(self, section: int) -> None:
        """Mark in the outline what is read, which is no choice of a person."""
        self._following = True
        mark_heading(self.outline, self.outline_model.index_of(section))
        self._following = False

    def _on_outline(self, index: QModelIndex) -> None:
        found = index.data(DataRole.SECTION)
        if found is not None:
            self.section_pointed.emit(found)
            self.section_chosen.emit(found)

    def _on_current(self, index: QModelIndex) -> None:
        found = index.data(DataRole.SECTION)
        if found is not None and not self._following:
            self.section_pointed.emit(found)

    def _on_cursor(self) -> None:
        section = self.section_at(self.text.cursor_position())
        if section is not None:
            self.section_pointed.emit(section)

    # Sections

    def section_at(self, position: int) -> int | None:
        """Return the section that a position stands in."""
        found = self.report.section_at(position) if self.report else None
        return None if found is None else found.index

    def section_read(self) -> int | None:
        """Return the section that is level with the eye."""
        return self.section_at(self.text.top_position(FOCUS))

    def height_of(self, section: int) -> float | None:
        """Return how far below the top of the screen a heading stands; None if it is not seen."""
        if self.report is None:
            return None
        y = self.text.y_of(self.report.sections[section].span.start)
        y -= self.text.verticalScrollBar().value()
        return y if 0 <= y < self.text.viewport().height() else None

    def shows(self, section: int) -> bool:
        """Tell whether something of a section is on the screen."""
        if self.report is None:
            return False
        span, top = self.report.sections[section].span, self.text.verticalScrollBar().value()
        bottom = top + self.text.viewport().height()
        return self.text.y_of(span.start) < bottom and self.text.y_of(span.end) >= top

    def set_height(self, section: int, height: float) -> None:
        """Scroll so that a heading stands so far below the top of the screen."""
        if self.report is not None:
            y = self.text.y_of(self.report.sections[section].span.start)
            self.text.verticalScrollBar().setValue(ceil(y - height))

    def set_words(self, words: Mapping[int, str]) -> None:
        """Put words behind the headings of some sections, in the outline and above the text."""
        self.outline_model.set_words(words)
        self._say_where()

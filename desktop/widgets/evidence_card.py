"""One passage of a later report that speaks of a promise, in its context."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.models.matched import number_spans, shared_spans
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.inks import Ink, Inked
from desktop.widgets.passage_choice import PassageChoice
from desktop.widgets.reading_text import ReadingText
from desktop.widgets.theme import line_height
from desktop.widgets.tips import plain_tip
from tracker.model.report import Report
from tracker.model.span import Span

_ENDS = "。！？；\n"


@dataclass(frozen=True, slots=True)
class Context:
    """A passage in its paragraph.

    Attributes:
        text: Source text around it.
        quote: Where the passage lies in ``text``.
    """

    text: str
    quote: Span


def context_of(report: Report, span: Span, reach: int) -> Context:
    """Return the sentences around a span, about ``reach`` characters to either side.

    Never further than the source lines it stands in; where sentences are left out, … says so.
    """
    first, last = report.lines_of(span)
    line = Span(report.line_span(first).start, report.line_span(last).end)
    start = _sentence_start(report.text, line.start, max(line.start, span.start - reach))
    end = _sentence_end(report.text, line.end, min(line.end, span.end + reach))
    before, after = "…" if start > line.start else "", "…" if end < line.end else ""
    shown = report.text[start:end]
    return Context(f"{before}{shown}{after}", span.shift(len(before) - start))


def paragraph_of(report: Report, span: Span) -> Context:
    """Return the whole paragraph that holds a span, also where a page break cuts it in two."""
    first, last = report.lines_of(span)
    for start, end in sorted(report.broken):
        if start <= last and first <= end:
            first, last = min(first, start), max(last, end)
    whole = Span(report.line_span(first).start, report.line_span(last).end)
    return Context(report.quote(whole), span.shift(-whole.start))


def _sentence_start(text: str, floor: int, position: int) -> int:
    """Return where the sentence that holds ``position`` starts, not before ``floor``."""
    return max((text.rfind(mark, floor, position) + 1 for mark in _ENDS), default=0) or floor


def _sentence_end(text: str, ceiling: int, position: int) -> int:
    """Return where the sentence that holds ``position`` ends, not after ``ceiling``."""
    found = (text.find(mark, max(0, position - 1), ceiling) for mark in _ENDS)
    return min((at + 1 for at in found if at >= 0), default=ceiling)


def _inked(context: Context, words: tuple[str, ...]) -> tuple[Inked, ...]:
    text, quote = context.text, context.quote
    return (
        Inked(quote, Ink.QUOTE),
        *(Inked(span, Ink.SHARED) for span in shared_spans(text, quote, words)),
        *(Inked(span, Ink.FIGURE) for span in number_spans(text, quote)),
    )


class PassageText(ReadingText):
    """A passage as high as its text, never scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0, gutter=0)
        self._quote = Span(0, 0)
        self._shown: Context | None = None
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._say_name()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def _say_name(self) -> None:
        self.setAccessibleName(self.tr("Passage"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_name()

    def set_context(self, context: Context, words: tuple[str, ...] = ()) -> None:
        """Show a passage with its quote on a ground, in it its figures and what fits elsewhere."""
        self._quote, self._shown = context.quote, context
        self.set_text(context.text, _inked(context, words))
        self._fit()

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show other words as those that fit elsewhere."""
        if self._shown is not None:
            self.set_inked(_inked(self._shown, words))

    @property
    def quote(self) -> Span:
        """Where the quote lies in what is shown."""
        return self._quote

    def _fit(self) -> None:
        height = self.wanted_height()
        if self.height() != height:
            self.setFixedHeight(height)

    def wanted_height(self) -> int:
        """Return the height of the text in pixels."""
        return round(self.document().size().height()) + 2

    def sizeHint(self) -> QSize:
        """Return the size of the text."""
        return QSize(200, self.wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is at this width."""
        super().resizeEvent(event)
        self._fit()


class ParagraphText(PassageText):
    """A paragraph that is scrolled to its quote where it is longer than some lines."""

    LINES = 7

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = Span(0, 0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _say_name(self) -> None:
        self.setAccessibleName(self.tr("The promise in its paragraph"))

    def set_context(self, context: Context, words: tuple[str, ...] = ()) -> None:
        """Show a paragraph with its quote on a ground, and bring the quote into sight."""
        super().set_context(context, words)
        self._show_quote()

    def wanted_height(self) -> int:
        """Return the height of the text, at most that of some lines."""
        return min(super().wanted_height(), round(self._line() * self.LINES) + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the quote in sight at another width."""
        super().resizeEvent(event)
        self._show_quote()

    def _line(self) -> float:
        """Return the distance of lines in pixels."""
        return self.fontMetrics().height() * line_height(self.font()) / 100

    def _show_quote(self) -> None:
        """Bring the quote into the second line: what stands before it is seen, and it is too."""
        self.show_span(self._quote, share=self._line() / max(1, self.viewport().height()))


class EvidenceCard(QFrame):
    """A passage with where it stands.

    Signals:
        chosen(int): It was clicked or focused; its place in the list.
        opened(int): It shall be opened in the compare view.
        decided(int, bool | None): A person said that it answers the promise, that it does not, or
            took that back.
    """

    chosen = Signal(int)
    opened = Signal(int)
    decided = Signal(int, object)

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place = place
        self.source = ElidedLabel(self)
        self.source.setObjectName("muted")
        self.score = QLabel(self)
        self.score.setObjectName("muted")
        self.passage = PassageText(self)
        self.passage.viewport().installEventFilter(self)
        self.by_hand = QLabel(self)
        self.by_hand.setObjectName("muted")
        self.by_hand.setTextFormat(Qt.TextFormat.PlainText)
        self.by_hand.setWordWrap(True)
        self.choice = PassageChoice(self)
        self.choice.said.connect(self._on_said)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.source, 1)
        head.addWidget(self.score)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.passage)
        layout.addWidget(self.by_hand)
        layout.addWidget(self.choice)

    def show_passage(
        self, source: str, score: str, why: str, context: Context, words: tuple[str, ...] = ()
    ) -> None:
        """Show a passage; ``words`` are those that the promise has as well."""
        self.source.set_text(source)
        self.score.setText(score)
        self.score.setToolTip(plain_tip(why))
        self.passage.set_context(context, words)

    def show_reason(self, reason: str) -> None:
        """Show why a person said that it answers, or that it does not; "" for no reason."""
        self.by_hand.setText(f"“{reason}”" if reason else "")
        self.by_hand.setVisible(bool(reason))

    def _on_said(self, answers: object) -> None:
        self.decided.emit(self._place, answers)

    def set_current(self, *, current: bool) -> None:
        """Show whether Enter would open this one."""
        self.setProperty("current", current)
        self.style().unpolish(self)
        self.style().polish(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the current one."""
        super().focusInEvent(event)
        self.chosen.emit(self._place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._place)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _: QMouseEvent) -> None:
        """Open with a double click."""
        self.opened.emit(self._place)

    def eventFilter(self, _: object, event: QEvent) -> bool:
        """A double click on the passage opens it, a click chooses it."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.opened.emit(self._place)
            return True
        if event.type() == QEvent.Type.MouseButtonPress:
            self.chosen.emit(self._place)
        return False

"""One promise with everything that belongs to it: context, reason, evidence, mark, history."""

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs.catalog import Tracked
from desktop.jobs.deciding import Offer
from desktop.models.words import name_of, report_name, say
from desktop.session import Session
from desktop.widgets.assets import pixmap
from desktop.widgets.evidence_card import EvidenceCard, ParagraphText, context_of, paragraph_of
from desktop.widgets.mark_bar import MarkBar
from desktop.widgets.mark_menu import MarkMenu
from desktop.widgets.name_offer import NameOffer
from desktop.widgets.theme import colours
from tracker.model.commitment import Firmness
from tracker.model.kept_decision import MatchDecision
from tracker.model.mark import Anchor, Mark, MarkAction, MarkEvent
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.model.tracking import Evidence, Tracking, Verdict
from tracker.workspace import what_fits

_EVIDENCE_REACH = 40
"""Characters that are shown to either side; the compare view has the whole text."""


class CommitmentDetail(QWidget):
    """Detail of the promise under the cursor.

    Signals:
        opened(int): Evidence of this place shall be opened beside the promise.
        marked(Verdict | None): A person's verdict.
        noted(str): A person's note.
        decided(CommitmentId, Anchor, bool | None): A person's word on a passage.
        names_accepted(NamePair, ReportId): Names that were offered shall be kept.
    """

    opened = Signal(int)
    marked = Signal(object)
    noted = Signal(str)
    decided = Signal(str, object, object)
    names_accepted = Signal(object, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tracked: Tracked | None = None
        self._tracking: Tracking | None = None
        self._events: tuple[MarkEvent, ...] = ()
        self._mark: Mark | None = None
        self._current = 0
        self.setObjectName("detail")
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body = QWidget(self)
        self.body.setObjectName("detailBody")
        self._make_parts()
        self._build()
        self.area.setWidget(self.body)
        self.area.viewport().setObjectName("detailBody")
        session.history_read.connect(self._on_history)
        self.retranslate()
        self.show_nothing()

    def _label(self, name: str = "", *, wrap: bool = True) -> QLabel:
        label = QLabel(self.body)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(wrap)
        label.setObjectName(name)
        return label

    def _make_parts(self) -> None:
        self.title = self._label()
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        self.facts = self._label("muted")
        self.promise = ParagraphText(self.body)
        self.verdict_icon, self.verdict = self._label(wrap=False), self._label(wrap=False)
        self.certainty = self._label("muted", wrap=False)
        self.by_hand = self._label()
        self.reason = self._label()
        self.extras = self._label("muted")
        self.marks = MarkBar(self)
        self.marks.setObjectName("footer")
        self.marks.marked.connect(self.marked)
        self.marks.noted.connect(self.noted)
        self.history = self._label("muted")
        self.evidence_head = self._label("head")
        self.nothing = self._label("muted")
        self.cards: list[EvidenceCard] = []
        self.offer = NameOffer(self.body)
        self.offer.accepted.connect(self.names_accepted)
        self.refused_head = self._label("head")
        self.refused: list[EvidenceCard] = []

    def _build(self) -> None:
        verdict = QHBoxLayout()
        verdict.setSpacing(7)
        verdict.addWidget(self.verdict_icon)
        verdict.addWidget(self.verdict)
        verdict.addSpacing(6)
        verdict.addWidget(self.certainty)
        verdict.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        for item in (self.title, self.facts):
            left.addWidget(item)
        left.addSpacing(4)
        left.addLayout(verdict)
        for item in (self.by_hand, self.reason, self.extras):
            left.addWidget(item)
        left.addSpacing(6)
        left.addWidget(self.promise)
        left.addSpacing(6)
        left.addWidget(self.history)
        left.addStretch(1)
        self._evidence = QVBoxLayout()
        self._evidence.setSpacing(8)
        self._evidence.addWidget(self.evidence_head)
        self._evidence.addWidget(self.offer)
        self._evidence.addWidget(self.nothing)
        self._evidence.addWidget(self.refused_head)
        self._evidence.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        self._columns.setContentsMargins(20, 16, 20, 16)
        self._columns.setSpacing(24)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(self._evidence, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.marks)

    def set_columns(self, *, wide: bool) -> None:
        """Put the evidence beside the promise, or below it."""
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._columns.setStretch(0, 1 if wide else 0)

    def show_nothing(self) -> None:
        """Show no promise."""
        self._tracking = None
        self.body.hide()
        self.marks.hide()

    def show_tracking(self, tracked: Tracked, tracking: Tracking, mark: Mark | None) -> None:
        """Show a promise."""
        self.marks.finish_note()
        self._tracked, self._tracking, self._events = tracked, tracking, ()
        self._current = 0
        self.body.show()
        self.marks.show()
        said = tracking.commitment.statement
        self.title.setText(said.object.replace("\n", ""))
        self.promise.set_context(paragraph_of(tracked.earlier, said.span))
        self.offer.clear()
        self._say()
        self._show_evidence()
        self.show_mark(mark)
        self.area.verticalScrollBar().setValue(0)
        self._session.read_history(tracking.commitment.id)

    def update_tracking(self, tracked: Tracked, tracking: Tracking, mark: Mark | None) -> None:
        """Show the same promise judged anew; what is seen stays where it is."""
        at, before = self.area.verticalScrollBar().value(), self._current_evidence()
        self._tracked, self._tracking = tracked, tracking
        self._say()
        self._show_evidence()
        self.show_mark(mark)
        spans = [(e.report_id, e.span) for e in tracking.evidence]
        same = (before.report_id, before.span) if before is not None else None
        self.choose_evidence(spans.index(same) if same in spans else 0)
        self.area.verticalScrollBar().setValue(at)

    def show_mark(self, mark: Mark | None) -> None:
        """Show what a person said."""
        self._mark = mark
        self.marks.set_mark(mark)
        self._say_by_hand()

    def _say_by_hand(self) -> None:
        """Say a person's verdict below the machine's."""
        verdict = self._mark.verdict if self._mark else None
        self.by_hand.setVisible(verdict is not None)
        if verdict is not None:
            self.by_hand.setText(self.tr("By hand: {0}").format(name_of(verdict)))
            self.by_hand.setStyleSheet(
                f"color:{colours().of_verdict(verdict).name()};font-weight:600"
            )

    def _facts(self, tracking: Tracking) -> str:
        said = tracking.commitment.statement
        facts = [name_of(said.kind), name_of(said.role)]
        if tracking.commitment.deadline:
            facts.append(tracking.commitment.due_text)
        elif tracking.commitment.due:
            facts.append(self.tr("due {0}").format(tracking.commitment.due))
        if tracking.commitment.firmness is not Firmness.PLAIN:
            facts.append(name_of(tracking.commitment.firmness))
        if tracking.commitment.body:
            facts.append(tracking.commitment.body)
        if said.beneficiaries:
            facts.append(self.tr("for {0}").format(said.beneficiaries))
        return "  ·  ".join(facts)

    def _extras(self, tracking: Tracking) -> str:
        # Where nothing could answer yet, silence is no answer either.
        pending = tracking.verdict is Verdict.PENDING
        told = [] if pending else [name_of(tracking.answered)]
        if tracking.exceeded:
            told.append(self.tr("Exceeded"))
        if tracking.restated:
            told.append(self.tr("Promised again"))
        if tracking.dropped:
            told.append(self.tr("No longer named"))
        told.extend(name_of(one) for one in tracking.goalposts)
        return "  ·  ".join(told)

    def _say(self) -> None:
        tracking = self._tracking
        if tracking is None:
            return
        colour = colours().of_verdict(tracking.verdict)
        self.facts.setText(self._facts(tracking))
        self.verdict_icon.setPixmap(pixmap(tracking.verdict.value, colour))
        self.verdict.setText(name_of(tracking.verdict))
        self.verdict.setStyleSheet(f"color:{colour.name()};font-weight:600")
        pending = tracking.verdict is Verdict.PENDING
        if pending:
            certainty = self.tr("no later report yet")
        elif tracking.verdict is Verdict.UNDETERMINED:
            certainty = self.tr("what was found settles it neither way: please judge")
        else:
            share = round(tracking.confidence * 100)
            certainty = self.tr("by machine, certainty {0}%").format(share)
        self.certainty.setText(certainty)
        self.nothing.setText(
            self.tr("There is no later report yet that could speak of it.")
            if pending
            else self.tr("No later passage speaks of this promise.")
        )
        self._say_by_hand()
        self.reason.setText(say(tracking.reason))
        # What a silent verdict shows was looked at and found not to answer.
        silent = tracking.verdict is Verdict.NOT_REPORTED
        self.evidence_head.setText(self.tr("Nearest passages") if silent else self.tr("Evidence"))
        self.extras.setText(self._extras(tracking))
        self._say_history()

    def _show_evidence(self) -> None:
        if self._tracked is None or self._tracking is None:
            return
        found = self._tracking.evidence
        promise = self._tracking.commitment.statement.quote
        while len(self.cards) < len(found):
            card = EvidenceCard(len(self.cards), self.body)
            card.chosen.connect(self.choose_evidence)
            card.opened.connect(self.opened)
            card.decided.connect(self._on_decided)
            self.cards.append(card)
            self._evidence.insertWidget(self._evidence.indexOf(self.refused_head), card)
        for card in self.cards[len(found) :]:
            card.hide()
        for card, evidence in zip(self.cards, found, strict=False):
            report = self._tracked.report(evidence.report_id)
            card.setVisible(report is not None)
            if report is not None:
                card.show_passage(
                    self._source(report, evidence.span),
                    f"{evidence.score.value * 100:.0f}%",
                    say(what_fits(promise, evidence)),
                    context_of(report, evidence.span, _EVIDENCE_REACH),
                )
                card.choice.show_said(True if self._is_confirmed(evidence) else None)
        self.nothing.setVisible(not found)
        self._show_refused()
        self.choose_evidence(0)

    def _decisions(self) -> tuple[MatchDecision, ...]:
        if self._tracked is None or self._tracking is None:
            return ()
        return self._tracked.decisions.get(self._tracking.commitment.id, ())

    def _is_confirmed(self, evidence: Evidence) -> bool:
        return any(
            one.answers
            and one.passage.report_id == evidence.report_id
            and one.passage.span.overlap(evidence.span) > 0
            for one in self._decisions()
        )

    def _refused(self) -> tuple[MatchDecision, ...]:
        """Return the passages of the reports at hand that were said not to answer the promise."""
        tracked = self._tracked
        return tuple(
            one
            for one in self._decisions()
            if not one.answers and tracked is not None and tracked.report(one.passage.report_id)
        )

    def _show_refused(self) -> None:
        """Show below the evidence what a person ruled out, so that it can be taken back."""
        found = self._refused()
        while len(self.refused) < len(found):
            card = EvidenceCard(len(self.refused), self.body)
            card.decided.connect(self._on_refused_decided)
            self.refused.append(card)
            self._evidence.insertWidget(self._evidence.count() - 1, card)
        for card in self.refused[len(found) :]:
            card.hide()
        for card, one in zip(self.refused, found, strict=False):
            report = self._tracked.report(one.passage.report_id) if self._tracked else None
            if report is not None:
                span = one.passage.span
                context = context_of(report, span, 0)
                card.show_passage(self._source(report, span), one.user, "", context)
                card.choice.show_said(False)
                card.show()
        self.refused_head.setText(self.tr("Ruled out by you"))
        self.refused_head.setVisible(bool(found))

    def _on_decided(self, place: int, answers: object) -> None:
        if self._tracking is not None and place < len(self._tracking.evidence):
            evidence = self._tracking.evidence[place]
            passage = Anchor(evidence.report_id, evidence.span, evidence.quote)
            self.decided.emit(self._tracking.commitment.id, passage, answers)

    def _on_refused_decided(self, place: int, answers: object) -> None:
        if self._tracking is not None:
            passage = self._refused()[place].passage
            self.decided.emit(self._tracking.commitment.id, passage, answers)

    def show_offer(self, offer: Offer) -> None:
        """Offer names that a word on a passage of this promise may be about."""
        self.offer.clear()
        tracking = self._tracking
        if tracking is not None and tracking.commitment.id == offer.commitment and offer.pair:
            self.offer.offer(offer.pair, offer.taken_from)

    def next_evidence(self) -> None:
        """Make the next passage the current one, and bring it into sight."""
        n = sum(not card.isHidden() for card in self.cards)
        if n:
            self.choose_evidence((self._current + 1) % n)
            self.area.ensureWidgetVisible(self.cards[self._current], 0, 12)

    def serve(self, menu: MarkMenu) -> None:
        """Do what a menu asks for about passages."""
        menu.confirm_wanted.connect(self.confirm_current)
        menu.reject_wanted.connect(self.reject_current)
        menu.evidence_wanted.connect(self.next_evidence)

    def confirm_current(self) -> None:
        """Say that the current passage answers the promise."""
        if self._current < len(self.cards) and not self.cards[self._current].isHidden():
            self.cards[self._current].choice.say_yes()

    def reject_current(self) -> None:
        """Say that the current passage does not answer the promise."""
        if self._current < len(self.cards) and not self.cards[self._current].isHidden():
            self.cards[self._current].choice.say_no()

    def _source(self, report: Report, span: Span) -> str:
        section = report.section_at(span.start)
        heading = section.heading.rstrip("。：；") if section else ""
        return "  ·  ".join(part for part in (report_name(report), heading) if part)

    def choose_evidence(self, place: int) -> None:
        """Make one passage the one that Enter opens."""
        self._current = place
        for n, card in enumerate(self.cards):
            card.set_current(current=n == place)

    def _current_evidence(self) -> Evidence | None:
        found = self._tracking.evidence if self._tracking is not None else ()
        return found[self._current] if self._current < len(found) else None

    def current_evidence(self) -> int:
        """Return the place of the passage that Enter opens."""
        return self._current

    def _on_history(self, commitment: str, events: tuple[MarkEvent, ...]) -> None:
        if self._tracking is not None and self._tracking.commitment.id == commitment:
            self._events = events
            self._say_history()

    def _say_history(self) -> None:
        locale = QLocale()
        lines = []
        for event in reversed(self._events):
            at = QDateTime.fromSecsSinceEpoch(int(event.at.timestamp()))
            when = locale.toString(at, QLocale.FormatType.ShortFormat)
            verdict = event.mark.verdict
            said = name_of(verdict) if verdict else ""
            note = f"“{event.mark.note}”" if event.mark.note else ""
            parts = (when, event.user, self._action_word(event), said, note)
            lines.append("  ".join(part for part in parts if part))
        self.history.setText("\n".join(lines))
        self.history.setVisible(bool(lines))

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface, in the colours of the theme."""
        self._say()
        if self._tracking is not None:
            self._show_evidence()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        look = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in look and hasattr(self, "_columns"):
            self.retranslate()

    def _action_word(self, event: MarkEvent) -> str:
        return {
            MarkAction.MARKED: self.tr("marked"),
            MarkAction.CLEARED: self.tr("cleared"),
            MarkAction.UNDONE: self.tr("undone"),
            MarkAction.REDONE: self.tr("done again"),
            MarkAction.MOVED: self.tr("moved with the text"),
            MarkAction.LOST: self.tr("text is gone"),
        }[event.action]

"""One promise with everything that belongs to it: context, reason, evidence, mark, history."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
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
from desktop.models.meeting import beside, has_met
from desktop.models.promise_history import JustSaid, lines_of, subject_of
from desktop.models.words import name_of, say
from desktop.session import Session
from desktop.views.evidence_list import EvidenceList
from desktop.views.form_room import FormRoom
from desktop.widgets.action_row import ActionRow
from desktop.widgets.assets import pixmap
from desktop.widgets.bullet_chart import BulletChart
from desktop.widgets.chain_strip import ChainStrip
from desktop.widgets.evidence_card import ParagraphText, paragraph_of
from desktop.widgets.inks import Ink, Inked
from desktop.widgets.mark_bar import MarkBar
from desktop.widgets.met_strip import MetStrip
from desktop.widgets.promise_form import PromiseForm
from desktop.widgets.split_form import SplitForm
from desktop.widgets.theme import colours
from desktop.widgets.why_line import WhyLine
from tracker.model.commitment import Firmness
from tracker.model.ids import CommitmentId
from tracker.model.mark import Anchor, Mark, MarkEvent
from tracker.model.promise_word import NO_EDIT
from tracker.model.said_event import SaidEvent
from tracker.model.span import Span
from tracker.model.tracking import Tracking, Verdict
from tracker.workspace import figures_beside, shared_words


class CommitmentDetail(QWidget):
    """Detail of the promise under the cursor.

    Signals:
        opened(int): Evidence of this place shall be opened beside the promise.
        marked(Verdict | None): A person's verdict.
        noted(str): A person's note.
        decided(CommitmentId, Anchor, bool | None): A person's word on a passage.
        names_accepted(NamePair, ReportId): Names that were offered shall be kept.
        edited(PromiseEdit, str): The promise is what the form says, for a reason; NO_EDIT takes
            everything back.
        split(tuple[Anchor], str): These passages are promises in its place, for a reason.
        explained(tuple[SaidKey], str): These words were said for this reason.
    """

    opened = Signal(int)
    marked = Signal(object)
    noted = Signal(str)
    decided = Signal(str, object, object)
    names_accepted = Signal(object, object)
    edited = Signal(object, str)
    split = Signal(object, str)
    explained = Signal(object, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tracked: Tracked | None = None
        self._tracking: Tracking | None = None
        self._events: tuple[MarkEvent | SaidEvent, ...] = ()
        self._mark: Mark | None = None
        self._just_said: tuple[CommitmentId, JustSaid] | None = None
        self._arrived = False
        self._shift = 0
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
        self.hand = self._label("muted")
        self.tools = ActionRow(self.body)
        self.promise = ParagraphText(self.body)
        self.form, self.split_form = PromiseForm(self.body), SplitForm(self.body)
        self.form.kept.connect(self.edited)
        self.form.reset.connect(partial(self.edited.emit, NO_EDIT, ""))
        self.form.explained.connect(self._on_form_explained)
        self.split_form.selection_wanted.connect(self._take_piece)
        self.split_form.pieces_changed.connect(self._ink_pieces)
        self.split_form.split.connect(self._on_split)
        self.verdict_icon, self.verdict = self._label(wrap=False), self._label(wrap=False)
        self.certainty = self._label("muted", wrap=False)
        self.by_hand = self._label()
        self.reason = self._label()
        self.bullet = BulletChart(self.body)
        self.extras = self._label("muted")
        self.marks = MarkBar(self)
        self.marks.setObjectName("footer")
        self.marks.marked.connect(self.marked)
        self.marks.noted.connect(self.noted)
        self.met = MetStrip(self)
        self.met.mine_wanted.connect(self._session.unsettled.mine_wanted)
        self.met.theirs_wanted.connect(self._session.unsettled.theirs_wanted)
        self._session.unsettled.changed.connect(self._tell_met)
        self.chain = ChainStrip(self.body)
        self.history = self._label("muted")
        self.why = WhyLine(self.body)
        self.why.explained.connect(self.explained)
        self.evidence = EvidenceList(self.body)
        self.evidence.opened.connect(self.opened)
        self.evidence.decided.connect(self.decided)
        self.evidence.offer.accepted.connect(self.names_accepted)
        self.evidence.current_changed.connect(self._show_current)
        self.evidence.chosen.connect(self._ink_shared)

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
        for item in (self.title, self.facts, self.hand, self.tools, self.form):
            left.addWidget(item)
        left.addSpacing(4)
        left.addLayout(verdict)
        for told in (self.by_hand, self.reason, self.bullet, self.extras):
            left.addWidget(told)
        left.addSpacing(6)
        left.addWidget(self.promise)
        left.addWidget(self.split_form)
        left.addSpacing(6)
        left.addWidget(self.chain)
        left.addWidget(self.why)
        left.addWidget(self.history)
        left.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        self._columns.setContentsMargins(20, 16, 20, 16)
        self._columns.setSpacing(24)
        self._columns.addLayout(left, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.evidence, 1)
        self._columns.addLayout(right, 1)
        self.room = FormRoom(
            (self._columns, left, right),
            self.promise,
            (self.form, self.split_form),
            (self.facts, self.tools),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.met)
        layout.addWidget(self.marks)

    def set_columns(self, *, wide: bool) -> None:
        """Put the evidence beside the promise, or below it."""
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._columns.setStretch(0, 1 if wide else 0)

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001 - connected to a signal
        """Take a person's words, or show only what was said."""
        self.marks.allow_changes(allowed)
        self.evidence.allow_changes(allowed)
        self.why.allow_changes(allowed)

    def show_nothing(self) -> None:
        """Show no promise."""
        self.why.finish()
        self.why.set_subject(None)
        self._tracking = None
        self.body.hide()
        self.area.hide()  # else its scroll bar would stand there alone
        self.marks.hide()
        self._tell_met()

    def show_tracking(self, tracked: Tracked, tracking: Tracking, mark: Mark | None) -> None:
        """Show a promise."""
        self.marks.finish_note()
        self.why.finish()
        self._tracked, self._tracking, self._events = tracked, tracking, ()
        self.area.show()
        self.body.show()
        self.marks.show()
        said = tracking.commitment.statement
        self.title.setText(said.object.replace("\n", ""))
        self.close_forms()
        self.promise.set_context(paragraph_of(tracked.earlier, said.span))
        self.evidence.offer.clear()
        self._say()
        self.evidence.show_passages(tracked, tracking)
        self.show_mark(mark)
        self._session.unsettled.look_at(tracking.commitment.id)
        self._tell_met()
        self.area.verticalScrollBar().setValue(0)
        self._session.read_history(tracking.commitment.id)

    def update_tracking(self, tracked: Tracked, tracking: Tracking, mark: Mark | None) -> None:
        """Show the same promise judged anew; what is seen stays where it is."""
        at, before = self.area.verticalScrollBar().value(), self.evidence.current_passage()
        self._tracked, self._tracking = tracked, tracking
        self.title.setText(tracking.commitment.statement.object.replace("\n", ""))
        self._say()
        self.evidence.show_passages(tracked, tracking)
        self.show_mark(mark)
        self._session.read_history(tracking.commitment.id)
        spans = [(e.report_id, e.span) for e in tracking.evidence]
        same = (before.report_id, before.span) if before is not None else None
        self.evidence.choose_evidence(spans.index(same) if same in spans else 0)
        self.area.verticalScrollBar().setValue(at)

    def renew_mark(self, mark: Mark | None) -> None:
        """Show what was said meanwhile, by whomever, and its history."""
        if mark != self._mark and self._tracking is not None:
            self._session.read_history(self._tracking.commitment.id)
        self.show_mark(mark)

    def show_mark(self, mark: Mark | None) -> None:
        """Show what a person said."""
        self._mark = mark
        self.marks.set_mark(mark)
        self._say_by_hand()

    def _tell_met(self) -> None:
        """Say what a person said of this promise that is not written, if there is something."""
        promise = self._tracking.commitment.id if self._tracking is not None else ""
        one = self._session.unsettled.of(promise)
        told = beside(one, promise) if one is not None else None
        self.met.tell(told, decided_here=one is not None and has_met(one))

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
        self.hand.setText(self.tr("Set by hand: a person added it or set it right"))
        self.hand.setVisible(tracking.commitment.by_hand)
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
        self._say_by_hand()
        self.reason.setText(say(tracking.reason))
        self.extras.setText(self._extras(tracking))
        self.bullet.set_figures(figures_beside(tracking))
        self._say_history()

    def _show_current(self) -> None:
        """Bring the passage that Enter opens into sight."""
        card = self.evidence.cards[self.evidence.current_evidence()]
        self.area.ensureWidgetVisible(card, 0, 12)

    # What a person sets right

    def open_form(self, number: int) -> None:
        """Let the promise be set right, or several of them where ``number`` are selected."""
        if self._tracking is None:
            return
        self.close_forms()
        if number > 1:
            self.form.open_for_several(number)
        else:
            self.form.open_for(self._tracking.commitment)
        self._bring_up(self.form)

    def open_split(self) -> None:
        """Let the promise be cut into several."""
        if self._tracked is None or self._tracking is None:
            return
        self.close_forms()
        statement = self._tracking.commitment.statement
        context = paragraph_of(self._tracked.earlier, statement.span)
        self._shift = statement.span.start - context.quote.start
        self.split_form.open_for(context.text, statement.told.span.shift(-self._shift))
        self._bring_up(self.split_form)

    def _bring_up(self, form: QWidget) -> None:
        """Bring a form into sight, once it has its place."""
        self._columns.activate()
        QTimer.singleShot(0, partial(self.area.ensureWidgetVisible, form, 0, 12))

    def close_forms(self) -> None:
        """Close what is open; nothing is changed."""
        self.form.leave()
        self.split_form.leave()

    def _take_piece(self) -> None:
        selected = self.promise.selection
        if selected is not None:
            self.split_form.add(selected)
            self.promise.select_nothing()

    def _ink_pieces(self) -> None:
        if self._tracking is None:
            return
        pieces = tuple(Inked(piece, Ink.ADDED_PASSAGE) for piece in self.split_form.pieces)
        if pieces:
            self.promise.set_inked(pieces)
            self._bring_up(self.split_form.split_button)
        else:
            self._ink_shared()

    def _ink_shared(self) -> None:
        """Show in the promise what the passage that is looked at has as well."""
        passage, tracking = self.evidence.current_passage(), self._tracking
        if tracking is not None:
            quote = tracking.commitment.statement.quote
            self.promise.show_words(shared_words(quote, passage) if passage is not None else ())

    # Why

    def open_why(self) -> None:
        """Let a reason be written for what was said last."""
        if self.why.open():
            self._bring_up(self.why)

    def take_just_said(self, promise: CommitmentId, said: JustSaid) -> None:
        """Take notice of what was said last; it can be explained where the cursor goes to."""
        self._just_said, self._arrived = (promise, said), False

    def forget_just_said(self) -> None:
        """Ask no more for the reason of what was said last: it may be undone."""
        self._just_said = None
        self._ask_why()

    def _on_form_explained(self, why: str) -> None:
        if self.why.subject is not None:
            self.explained.emit(self.why.subject.keys, why)

    def _ask_why(self) -> None:
        if self._tracking is None or self._session.second.reader:
            self.why.set_subject(None)
            return
        here = self._tracking.commitment.id
        just_said = None
        if self._just_said is not None and self._just_said[0] == here:
            self._arrived, just_said = True, self._just_said[1]
        elif self._arrived:  # and gone on: what is under the cursor now is meant
            self._just_said, self._arrived = None, False
        self.why.set_subject(subject_of(self._events, just_said))

    def _on_split(self, pieces: tuple[Span, ...], why: str) -> None:
        if self._tracked is not None:
            report, spans = self._tracked.earlier, [one.shift(self._shift) for one in pieces]
            self.split.emit(tuple(Anchor(report.id, one, report.quote(one)) for one in spans), why)

    def _on_history(self, commitment: str, events: tuple[MarkEvent | SaidEvent, ...]) -> None:
        if self._tracking is not None and self._tracking.commitment.id == commitment:
            self._events = events
            self._say_history()

    def _say_history(self) -> None:
        lines = lines_of(self._events)
        self.history.setText("\n".join(lines))
        self.history.setVisible(bool(lines))
        self._ask_why()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface, in the colours of the theme."""
        self._say()
        if self._tracked is not None and self._tracking is not None:
            self.evidence.show_passages(self._tracked, self._tracking)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        look = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in look and hasattr(self, "_columns"):
            self.retranslate()

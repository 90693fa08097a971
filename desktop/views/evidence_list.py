"""The passages that may answer a promise: ranked, chosen, accepted, ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.models.words import report_name, say
from desktop.widgets.evidence_card import EvidenceCard, context_of
from desktop.widgets.name_offer import NameOffer
from tracker.model.mark import Anchor
from tracker.model.tracking import Verdict
from tracker.workspace import shared_words, what_fits

if TYPE_CHECKING:
    from desktop.jobs.catalog import Tracked
    from desktop.jobs.deciding import Offer
    from desktop.widgets.mark_menu import MarkMenu
    from tracker.model.kept_decision import MatchDecision
    from tracker.model.report import Report
    from tracker.model.span import Span
    from tracker.model.tracking import Evidence, Tracking

_EVIDENCE_REACH = 40
"""Characters that are shown to either side; the compare view has the whole text."""


class EvidenceList(QWidget):
    """Cards of the passages, and below them those that a person ruled out.

    Signals:
        opened(int): Evidence of this place shall be opened beside the promise.
        decided(CommitmentId, Anchor, bool | None): A person's word on a passage.
        current_changed(): The next passage was asked for, and is the current one.
        chosen(): A passage became the current one, in whatever way.
    """

    opened = Signal(int)
    decided = Signal(str, object, object)
    current_changed = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tracked: Tracked | None = None
        self._tracking: Tracking | None = None
        self._current = 0
        self._may_change = True
        self.head, self.nothing, self.refused_head = QLabel(self), QLabel(self), QLabel(self)
        for label, name in (
            (self.head, "head"),
            (self.nothing, "muted"),
            (self.refused_head, "head"),
        ):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setObjectName(name)
        self.cards: list[EvidenceCard] = []
        self.offer = NameOffer(self)
        self.refused: list[EvidenceCard] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        for item in (self.head, self.offer, self.nothing, self.refused_head):
            self._layout.addWidget(item)
        self._layout.addStretch(1)

    def say(self) -> None:
        """Say the words between the passages in the language of the interface."""
        verdict = self._tracking.verdict if self._tracking is not None else None
        self.nothing.setText(
            self.tr("There is no later report yet that could speak of it.")
            if verdict is Verdict.PENDING
            else self.tr("No later passage speaks of this promise.")
        )
        # What a silent verdict shows was looked at and found not to answer.
        silent = verdict is Verdict.NOT_REPORTED
        self.head.setText(self.tr("Nearest passages") if silent else self.tr("Evidence"))

    def show_passages(self, tracked: Tracked, tracking: Tracking) -> None:
        """Show the passages of a promise; the first one is the current one."""
        self._tracked, self._tracking = tracked, tracking
        self.say()
        found = tracking.evidence
        promise = tracking.commitment.statement.quote
        while len(self.cards) < len(found):
            card = EvidenceCard(len(self.cards), self)
            card.chosen.connect(self.choose_evidence)
            card.opened.connect(self.opened)
            card.decided.connect(self._on_decided)
            card.choice.allow_changes(self._may_change)
            self.cards.append(card)
            self._layout.insertWidget(self._layout.indexOf(self.refused_head), card)
        for card in self.cards[len(found) :]:
            card.hide()
        for card, evidence in zip(self.cards, found, strict=False):
            report = tracked.report(evidence.report_id)
            card.setVisible(report is not None)
            if report is not None:
                card.show_passage(
                    self._source(report, evidence.span),
                    f"{evidence.score.value * 100:.0f}%",
                    say(what_fits(promise, evidence)),
                    context_of(report, evidence.span, _EVIDENCE_REACH),
                    shared_words(promise, evidence),
                )
                said = self._confirmed(evidence)
                card.choice.show_said(True if said else None)
                card.show_reason(said.why if said else "")
        self.nothing.setVisible(not found)
        self._show_refused()
        self.choose_evidence(0)

    def _decisions(self) -> tuple[MatchDecision, ...]:
        if self._tracked is None or self._tracking is None:
            return ()
        return self._tracked.decisions.get(self._tracking.commitment.id, ())

    def _confirmed(self, evidence: Evidence) -> MatchDecision | None:
        found = (
            one
            for one in self._decisions()
            if one.answers
            and one.passage.report_id == evidence.report_id
            and one.passage.span.overlap(evidence.span) > 0
        )
        return next(found, None)

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
            card = EvidenceCard(len(self.refused), self)
            card.decided.connect(self._on_refused_decided)
            card.choice.allow_changes(self._may_change)
            self.refused.append(card)
            self._layout.insertWidget(self._layout.count() - 1, card)
        for card in self.refused[len(found) :]:
            card.hide()
        for card, one in zip(self.refused, found, strict=False):
            report = self._tracked.report(one.passage.report_id) if self._tracked else None
            if report is not None:
                span = one.passage.span
                context = context_of(report, span, 0)
                card.show_passage(self._source(report, span), one.user, "", context)
                card.show_reason(one.why)
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

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001 - handed on from a signal
        """Take words on passages, or show them only."""
        self._may_change = allowed
        for card in (*self.cards, *self.refused):
            card.choice.allow_changes(allowed)

    def next_evidence(self) -> None:
        """Make the next passage the current one, and bring it into sight."""
        n = sum(not card.isHidden() for card in self.cards)
        if n:
            self.choose_evidence((self._current + 1) % n)
            self.current_changed.emit()

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
        self.chosen.emit()

    def current_passage(self) -> Evidence | None:
        """Return the passage that Enter opens, None where there is none."""
        found = self._tracking.evidence if self._tracking is not None else ()
        return found[self._current] if self._current < len(found) else None

    def current_evidence(self) -> int:
        """Return the place of the passage that Enter opens."""
        return self._current

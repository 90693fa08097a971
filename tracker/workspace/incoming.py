"""What comes from a colleague's file, beside what is said here of the same promises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.model.commitment import Commitment
from tracker.model.exchange import Arrival, IncomingMark, IncomingWord
from tracker.model.ids import CommitmentId
from tracker.model.mark import Anchor, Mark
from tracker.model.promise_word import PromiseAct, PromiseWord
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.workspace.anchoring import reanchor
from tracker.workspace.decision_places import commitment_of
from tracker.workspace.promise_correcting import LONGEST_PROMISE
from tracker.workspace.promise_places import PlacedWord


@dataclass(frozen=True, slots=True)
class Desk:
    """A report that a file speaks of, as it is here.

    Attributes:
        report: The report.
        commitments: Its promises, as people want them.
        exact: The same by their place and object.
        found: Its promises, as the program finds them.
        said: Words on them.
        marks: Marks on them.
    """

    report: Report
    commitments: Sequence[Commitment]
    exact: Mapping[tuple[Span, str], Commitment]
    found: Sequence[Commitment]
    said: Sequence[PlacedWord]
    marks: Mapping[CommitmentId, Mark]

    def place_of(self, anchor: Anchor) -> Anchor | None:
        """Return where a passage of the file stands here, None where it does not."""
        span, quote = anchor.span, anchor.quote
        if quote and self.report.quote(span) == quote:
            return Anchor(self.report.id, span, quote)
        return reanchor(anchor, self.report.text, self.report.id)


def placed_mark(
    mark: Mark, name: str, desk: Desk | None, adding: IncomingWord | None
) -> IncomingMark:
    """Return a mark of a file beside one's own on the same promise.

    Args:
        mark: As it came.
        name: Name of its report.
        desk: Its report as it is here; None where it is not.
        adding: The word of the file that adds its promise, where nothing here does.
    """
    if desk is not None and adding is not None:
        return IncomingMark(mark, name, Arrival.NEW, None, None, adding.word)
    found = None if desk is None else _promise_of(mark, desk)
    if desk is None or found is None:
        return IncomingMark(mark, name, Arrival.UNPLACED, None, None)
    own = desk.marks.get(found.id)
    return IncomingMark(mark, name, arrival_of(mark, own), found.id, own)


def arrival_of(mark: Mark, own: Mark | None) -> Arrival:
    """Return what a mark from elsewhere is beside one's own on its promise."""
    if own is None:
        return Arrival.NEW
    alike = (own.verdict, own.note) == (mark.verdict, mark.note)
    return Arrival.SAME if alike else Arrival.CONFLICT


def _promise_of(mark: Mark, desk: Desk) -> Commitment | None:
    place = desk.place_of(mark.anchor)
    if place is None:
        return None
    exact = desk.exact.get((place.span, mark.object))
    return exact or commitment_of(place, mark.object, desk.commitments)


def placed_word(word: PromiseWord, name: str, desk: Desk | None) -> IncomingWord:
    """Return a word of a file beside what is said here of the same promise.

    Args:
        word: As it came.
        name: Name of its report.
        desk: Its report as it is here; None where it is not.
    """
    place = None if desk is None else desk.place_of(word.place)
    if desk is None or place is None:
        return IncomingWord(word, name, Arrival.UNPLACED)
    here = replace(word, place=place, lost=False)
    if word.act is PromiseAct.ADDED:
        fits = 0 < len(place.span) <= LONGEST_PROMISE
        return _added(here, name, desk) if fits else IncomingWord(word, name, Arrival.UNPLACED)
    promise = commitment_of(place, word.object, desk.found)
    if promise is None:
        return IncomingWord(word, name, Arrival.UNPLACED)
    own = next((one.word for one in desk.said if one.commitment_id == promise.id), None)
    marked = word.act is PromiseAct.REJECTED and promise.id in desk.marks
    return IncomingWord(here, name, _arrival(here, own, marked=marked), own, marked)


def _added(word: PromiseWord, name: str, desk: Desk) -> IncomingWord:
    added = (one.word for one in desk.said if one.word.act is PromiseAct.ADDED)
    own = next((one for one in added if one.place.span == word.place.span), None)
    if own is None and any(one.statement.span == word.place.span for one in desk.commitments):
        return IncomingWord(word, name, Arrival.SAME)  # the program finds it by itself
    return IncomingWord(word, name, _arrival(word, own, marked=False), own)


def _arrival(word: PromiseWord, own: PromiseWord | None, *, marked: bool) -> Arrival:
    if own is not None and (own.act, own.edit) == (word.act, word.edit):
        return Arrival.SAME
    return Arrival.CONFLICT if own is not None or marked else Arrival.NEW

"""Where people's words on promises stand now, and the promises that they make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tracker.model.commitment import Commitment
from tracker.model.ids import CommitmentId, PromiseWordId, ReportId
from tracker.model.promise_word import (
    AddedPromise,
    PromiseAct,
    PromiseEdit,
    PromiseWord,
    PromiseWords,
)
from tracker.model.report import Report
from tracker.model.said_event import SaidAction
from tracker.store import promise_words as rows
from tracker.store.journal import Recorder
from tracker.workspace.anchoring import reanchor
from tracker.workspace.decision_places import commitment_of, standing


def added_id(word: PromiseWord) -> CommitmentId:
    """Return the id of the promise that a word adds."""
    place = word.place
    span = place.span
    return CommitmentId(f"{place.report_id[:12]}-{span.start}-{span.end}-h{word.id}")


class PlacedWord(NamedTuple):
    """A word and the promise that it makes, sets right or rejects, as it is known now."""

    word: PromiseWord
    commitment_id: CommitmentId


class Promised(NamedTuple):
    """The promises that the program finds in a report, and what people said of them."""

    found: tuple[Commitment, ...]
    words: tuple[PlacedWord, ...]


def place_words(
    stored: Iterable[PromiseWord], report: Report, found: Sequence[Commitment]
) -> tuple[PlacedWord, ...]:
    """Return the words whose passage and promise are there now, the oldest first.

    Others stay where they are and act again when the text is there again.

    Args:
        stored: Words on the promises of the report.
        report: The report.
        found: What the program found in it.
    """
    placed: list[PlacedWord] = []
    for word in stored:
        here = None if word.lost else standing(word.place, report)
        if here is None:
            continue
        now_here = replace(word, place=here)
        if word.act is PromiseAct.ADDED:
            placed.append(PlacedWord(now_here, added_id(now_here)))
            continue
        commitment = commitment_of(here, word.object, found)
        if commitment is not None:
            placed.append(PlacedWord(now_here, commitment.id))
    return tuple(placed)


def said_of(placed: Iterable[PlacedWord]) -> PromiseWords:
    """Return words as extraction takes them."""
    rejected: list[CommitmentId] = []
    edited: dict[CommitmentId, PromiseEdit] = {}
    added: list[AddedPromise] = []
    for word, commitment_id in placed:
        if word.act is PromiseAct.ADDED:
            added.append(AddedPromise(word.id, word.place.span, word.edit))
        elif word.act is PromiseAct.REJECTED:
            rejected.append(commitment_id)
        else:
            edited[commitment_id] = word.edit
    return PromiseWords(tuple(rejected), tuple(edited.items()), tuple(added))


def move_words(
    recorder: Recorder, old: ReportId, report: Report, known: Mapping[PromiseWordId, PromiseWord]
) -> None:
    """Write words on the promises of a report as they stand in its new text.

    Args:
        recorder: The action.
        old: The report that was replaced.
        report: The new one.
        known: What ``moved_words`` found outside the lock.
    """
    for word in rows.promise_words(recorder.connection, old):
        then = known.get(word.id) or moved_word(word, report)
        if then != word:
            rows.put_word(recorder, then, SaidAction.LOST if then.lost else SaidAction.MOVED)


def moved_word(word: PromiseWord, report: Report) -> PromiseWord:
    """Return a word as it stands in a new text; one whose passage is gone stays, and is lost."""
    place = reanchor(word.place, report.text, report.id)
    if place is None:
        return replace(word, place=replace(word.place, report_id=report.id), lost=True)
    return replace(word, place=place, lost=False)

"""What people ever said of one promise (改动记录): who, when, from what, to what, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models.words import name_of
from tracker.model.mark import MarkAction
from tracker.model.promise_word import PromiseAct

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tracker.model.commitment import Commitment
    from tracker.model.kept_decision import MatchDecision
    from tracker.model.mark import Mark, MarkEvent
    from tracker.model.promise_word import PromiseEdit, PromiseWord

_QUOTED = 24
"""Characters of a passage that a line repeats."""


def edit_words(edit: PromiseEdit) -> str:
    """Say what a person says that a promise is."""
    due = (
        QCoreApplication.translate("PromiseHistory", "no year")
        if edit.undated
        else str(edit.due or "")
    )
    named = (
        (QCoreApplication.translate("PromiseHistory", "what"), edit.object),
        (
            QCoreApplication.translate("PromiseHistory", "kind"),
            name_of(edit.kind) if edit.kind else None,
        ),
        (QCoreApplication.translate("PromiseHistory", "due"), due or None),
        (QCoreApplication.translate("PromiseHistory", "time limit"), edit.deadline),
        (QCoreApplication.translate("PromiseHistory", "unit"), edit.body),
    )
    return "  ·  ".join(f"{name}: {value or '—'}" for name, value in named if value is not None)


def lines_of(
    promise: Commitment,
    events: Iterable[MarkEvent],
    words: Iterable[PromiseWord],
    decisions: Iterable[MatchDecision],
) -> tuple[str, ...]:
    """Return what was said, the latest first.

    Args:
        promise: The promise.
        events: Its marks, the oldest first.
        words: What was said of the promises of its report.
        decisions: What was said of passages that may answer it.
    """
    told = [
        *_marked(events),
        *((one.at, one.user, _word(one)) for one in words if _is_on(one, promise)),
        *((one.at, one.user, _decided(one)) for one in decisions),
    ]
    told.sort(key=lambda one: one[0], reverse=True)
    return tuple(
        "  ".join(part for part in (_when(at), user, what) if part) for at, user, what in told
    )


def _is_on(word: PromiseWord, promise: Commitment) -> bool:
    statement = promise.statement
    if word.lost or word.act is PromiseAct.REJECTED or not promise.by_hand:
        return False
    if word.act is PromiseAct.ADDED:
        return word.place.span.overlap(statement.span) > 0
    return (
        word.place.span == statement.span and (word.edit.object or word.object) == statement.object
    )


def _word(word: PromiseWord) -> str:
    said = (
        QCoreApplication.translate("PromiseHistory", "added as a promise")
        if word.act is PromiseAct.ADDED
        else QCoreApplication.translate("PromiseHistory", "set right")
    )
    return "  ".join(part for part in (said, edit_words(word.edit)) if part)


def _decided(one: MatchDecision) -> str:
    said = (
        QCoreApplication.translate("PromiseHistory", "accepted")
        if one.answers
        else QCoreApplication.translate("PromiseHistory", "ruled out")
    )
    return f"{said}  “{one.passage.quote.replace(chr(10), '')[:_QUOTED]}”"


def _marked(events: Iterable[MarkEvent]) -> list[tuple[datetime, str, str]]:
    told, before = [], ""
    for event in events:
        action = {
            MarkAction.MARKED: QCoreApplication.translate("PromiseHistory", "marked"),
            MarkAction.CLEARED: QCoreApplication.translate("PromiseHistory", "cleared"),
            MarkAction.UNDONE: QCoreApplication.translate("PromiseHistory", "undone"),
            MarkAction.REDONE: QCoreApplication.translate("PromiseHistory", "done again"),
            MarkAction.MOVED: QCoreApplication.translate("PromiseHistory", "moved with the text"),
            MarkAction.LOST: QCoreApplication.translate("PromiseHistory", "text is gone"),
            MarkAction.SET_ASIDE: QCoreApplication.translate("PromiseHistory", "set aside"),
        }[event.action]
        after, aside = _verdict(event.mark), event.action is MarkAction.SET_ASIDE
        changed = before and after and before != after and not aside
        change = f"{before} → {after}" if changed else after
        note = f"“{event.mark.note}”" if event.mark.note else ""
        told.append((event.at, event.user, "  ".join(p for p in (action, change, note) if p)))
        if not aside:  # it never was what the promise was marked as
            before = "" if event.action is MarkAction.CLEARED else after
    return told


def _verdict(mark: Mark) -> str:
    return name_of(mark.verdict) if mark.verdict else ""


def _when(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")

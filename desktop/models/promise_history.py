"""What people ever said of one promise (改动记录): who, when, from what, to what, why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models.words import labelled, name_of
from tracker.model.kept_decision import MatchDecision
from tracker.model.mark import MarkAction, MarkEvent
from tracker.model.promise_word import PromiseAct
from tracker.model.said_event import SaidAction, SaidEvent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tracker.model.mark import Mark
    from tracker.model.promise_word import PromiseEdit
    from tracker.model.said_event import SaidKey

_QUOTED = 24
"""Characters of a passage that a line repeats."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a reason can be given for.

    Attributes:
        keys: The words that were said.
        what: Them in a few words.
        why: The reason so far, or "".
    """

    keys: tuple[SaidKey, ...]
    what: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class JustSaid:
    """What a person said last of promises, of one or of several at once.

    Attributes:
        keys: The words.
        what: Them in a few words.
        at: When.
    """

    keys: tuple[SaidKey, ...]
    what: str
    at: datetime


def subject_of(
    events: Sequence[MarkEvent | SaidEvent], just_said: JustSaid | None
) -> Subject | None:
    """Return what a reason can be given for: the latest word that stands on a promise.

    Args:
        events: What was said of one promise, the oldest first.
        just_said: What was said last, of this promise or of what stood in its place; it goes first
            until something else is said.
    """
    said = [event for event in events if isinstance(event, SaidEvent) and event.key is not None]
    stands = {event.key: event.stands for event in said}
    spoken = [
        event for event in said if stands[event.key] and event.action is not SaidAction.EXPLAINED
    ]
    latest = spoken[-1] if spoken else None
    if just_said is not None and (latest is None or latest.at <= just_said.at):
        whys = {event.key: event.said.why for event in said}
        known = (whys[key] for key in just_said.keys if key in whys)
        return Subject(just_said.keys, just_said.what, next(known, ""))
    if latest is None or latest.key is None:
        return None
    last = next(event for event in reversed(said) if event.key == latest.key)
    told = "  ".join(part for part in (_when(latest.at), latest.user, _what(latest)) if part)
    return Subject((latest.key,), told, last.said.why)


def act_words(act: PromiseAct) -> str:
    """Say what a person did to a promise."""
    return {
        PromiseAct.ADDED: QCoreApplication.translate("PromiseHistory", "added"),
        PromiseAct.REJECTED: QCoreApplication.translate("PromiseHistory", "no promise"),
        PromiseAct.EDITED: QCoreApplication.translate("PromiseHistory", "set right"),
    }[act]


def edit_words(edit: PromiseEdit) -> str:
    """Say what a person says that a promise is."""
    named = ((name, value) for name, value in _named(edit) if value is not None)
    return "  ·  ".join(labelled(name, value or "—") for name, value in named)


def _named(edit: PromiseEdit) -> tuple[tuple[str, str | None], ...]:
    """Return what an edit says, field by field; None where it says nothing."""
    due = (
        QCoreApplication.translate("PromiseHistory", "no year")
        if edit.undated
        else str(edit.due or "")
    )
    return (
        (QCoreApplication.translate("PromiseHistory", "what"), edit.object),
        (
            QCoreApplication.translate("PromiseHistory", "kind"),
            name_of(edit.kind) if edit.kind else None,
        ),
        (QCoreApplication.translate("PromiseHistory", "due"), due or None),
        (QCoreApplication.translate("PromiseHistory", "time limit"), edit.deadline),
        (QCoreApplication.translate("PromiseHistory", "department"), edit.body),
    )


def _changes(before: PromiseEdit, after: PromiseEdit) -> str:
    """Say in which fields two edits differ, from what to what."""
    pairs = zip(_named(before), _named(after), strict=True)
    return "  ·  ".join(
        labelled(name, f"{was or '—'} → {now or '—'}")
        for (name, was), (_, now) in pairs
        if was != now
    )


def lines_of(events: Sequence[MarkEvent | SaidEvent]) -> tuple[str, ...]:
    """Return what was said of one promise, the latest first.

    Args:
        events: Its marks, and the words on it and on passages, the oldest first.
    """
    verdicts: dict[str, str] = {}
    told = [
        (event.at, event.user, _marked(event, verdicts))
        if isinstance(event, MarkEvent)
        else (event.at, event.user, _said(event))
        for event in events
    ]
    return tuple(
        "  ".join(part for part in (_when(at), user, what) if part)
        for at, user, what in reversed(told)
    )


def _said(event: SaidEvent) -> str:
    what = _what(event)
    turned = {
        SaidAction.SAID: "",
        SaidAction.TAKEN_BACK: QCoreApplication.translate("PromiseHistory", "taken back"),
        SaidAction.UNDONE: QCoreApplication.translate("PromiseHistory", "undone"),
        SaidAction.REDONE: QCoreApplication.translate("PromiseHistory", "done again"),
        SaidAction.MOVED: QCoreApplication.translate("PromiseHistory", "moved with the text"),
        SaidAction.LOST: QCoreApplication.translate("PromiseHistory", "text is gone"),
        SaidAction.SET_ASIDE: QCoreApplication.translate("PromiseHistory", "set aside"),
        SaidAction.EXPLAINED: "",
    }[event.action]
    told = labelled(turned, what) if turned else what
    spoken = event.action in (SaidAction.SAID, SaidAction.TAKEN_BACK)
    return f"{told}  “{event.said.why}”" if event.said.why and (spoken or event.explains) else told


def _what(event: SaidEvent) -> str:
    said = event.said
    if event.explains and said.why:
        return QCoreApplication.translate("PromiseHistory", "why")
    if event.explains:
        return QCoreApplication.translate("PromiseHistory", "no reason any more")
    if isinstance(said, MatchDecision):
        what = (
            QCoreApplication.translate("PromiseHistory", "accepted")
            if said.answers
            else QCoreApplication.translate("PromiseHistory", "ruled out")
        )
        what += f"  “{said.passage.quote.replace(chr(10), '')[:_QUOTED]}”"
    else:
        what = {
            PromiseAct.ADDED: QCoreApplication.translate("PromiseHistory", "added as a promise"),
            PromiseAct.EDITED: QCoreApplication.translate("PromiseHistory", "set right"),
            PromiseAct.REJECTED: QCoreApplication.translate("PromiseHistory", "no promise"),
        }[said.act]
        if event.before is not None and event.after is not None:
            what = "  ".join(p for p in (what, _changes(event.before, event.after)) if p)
    return what


def _marked(event: MarkEvent, verdicts: dict[str, str]) -> str:
    """Say one line of the history of marks; ``verdicts`` are those that readers gave before."""
    action = {
        MarkAction.MARKED: QCoreApplication.translate("PromiseHistory", "marked"),
        MarkAction.CLEARED: QCoreApplication.translate("PromiseHistory", "cleared"),
        MarkAction.UNDONE: QCoreApplication.translate("PromiseHistory", "undone"),
        MarkAction.REDONE: QCoreApplication.translate("PromiseHistory", "done again"),
        MarkAction.MOVED: QCoreApplication.translate("PromiseHistory", "moved with the text"),
        MarkAction.LOST: QCoreApplication.translate("PromiseHistory", "text is gone"),
        MarkAction.SET_ASIDE: QCoreApplication.translate("PromiseHistory", "set aside"),
    }[event.action]
    mark = event.mark
    if event.action is MarkAction.MARKED and mark.settled_from:
        action = QCoreApplication.translate("PromiseHistory", "settled")
    if mark.reader:
        second = QCoreApplication.translate("PromiseHistory", "second reading")
        action = labelled(second, action)
    before, after = verdicts.get(mark.reader, ""), _verdict(mark)
    aside = event.action is MarkAction.SET_ASIDE
    changed = before and after and before != after and not aside
    change = f"{before} → {after}" if changed else after
    if not aside:  # it never was what the promise was marked as
        verdicts[mark.reader] = "" if event.action is MarkAction.CLEARED else after
    note = f"“{mark.note}”" if mark.note else ""
    return "  ".join(part for part in (action, change, note) if part)


def _verdict(mark: Mark) -> str:
    return name_of(mark.verdict) if mark.verdict else ""


def _when(at: datetime) -> str:
    return at.astimezone().strftime("%Y-%m-%d %H:%M")

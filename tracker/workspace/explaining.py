"""Why people said what they said of promises and passages: given at once, or afterwards."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.ids import PromiseWordId
from tracker.model.said_event import SaidAction, SaidKey, SaidKind
from tracker.store import decisions, promise_words
from tracker.store.database import Database
from tracker.store.journal import Journal, Recorder
from tracker.store.schema import match_decision, promise_word

_WHY = Message("说明理由", "give a reason")
_GONE = Message(
    "要说明的改动已经收回，请重新选择承诺。",
    "What the reason is for was taken back meanwhile; choose the promise again.",
)


def tidied(why: str) -> str:
    """Return a reason as it is kept: one line."""
    return " ".join(why.split())


class Explaining:
    """Writes reasons down.

    Args:
        database: The workspace.
        user: Who gives them.
    """

    def __init__(self, database: Database, user: str) -> None:
        self._journal = Journal(database, user)
        self._user = user

    def explain(self, keys: Sequence[SaidKey], why: str) -> None:
        """Say why some words were said; see ``Workspace.explain``."""
        said = tidied(why)
        with self._journal.action(_WHY, self._user) as recorder:
            there = [_put(recorder, key, said) for key in dict.fromkeys(keys)]
            if not any(there):
                raise InputProblem(_GONE)

    def last(self) -> tuple[SaidKey, ...]:
        """Return what the last action said; see ``Workspace.said_last``."""
        found = self._journal.last_kept((promise_word, match_decision))
        return tuple(SaidKey(SaidKind(table), number) for table, number in found)


def _put(recorder: Recorder, key: SaidKey, why: str) -> bool:
    """Give a word another reason; return whether it is there."""
    connection, way = recorder.connection, SaidAction.EXPLAINED
    if key.kind is SaidKind.PROMISE:
        word = promise_words.word(connection, PromiseWordId(key.number))
        if word is not None and word.why != why:
            promise_words.put_word(recorder, replace(word, why=why), way)
        return word is not None
    decision = decisions.match(connection, key.number)
    if decision is not None and decision.why != why:
        decisions.put_match(recorder, key.number, replace(decision, why=why), way)
    return decision is not None

"""What people who share a workspace learn of each other: changes, and where two met.

Whoever writes has seen the workspace up to some change. What a colleague has changed since is
never written over: the action is refused whole as ``Conflicted``, and a person decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tracker.errors import StoreProblem
from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.kept_decision import MatchDecision
from tracker.model.mark import Mark
from tracker.model.promise_word import PromiseWord
from tracker.model.words import word


@dataclass(frozen=True, slots=True)
class SharedChange:
    """One action of a colleague.

    Attributes:
        number: Its number; later actions have higher ones.
        user: Who.
        at: When (UTC).
        text: What it was (标记承诺 / mark a promise).
        report_ids: Reports that it was about, as far as one row names them.
        kinds: Names of the tables whose rows it changed.
    """

    number: int
    user: str
    at: datetime
    text: Message
    report_ids: tuple[ReportId, ...] = ()
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Changes:
    """What colleagues did since this person looked last.

    Attributes:
        upto: Number of the latest change of all.
        actions: What they did, the oldest first.
    """

    upto: int
    actions: tuple[SharedChange, ...] = ()

    @property
    def told(self) -> Message:
        """One line: who did what."""
        last = self.actions[-1]
        who = tuple(dict.fromkeys(one.user or COLLEAGUE.zh for one in self.actions))
        if len(self.actions) == 1:
            return Message(
                f"{last.user or COLLEAGUE.zh}：{last.text.zh}",
                f"{last.user or COLLEAGUE.en}: {last.text.en}",
            )
        n = len(self.actions)
        return Message(
            f"{'、'.join(who)}有 {n} 项改动，最近：{last.text.zh}",
            f"{n} changes by {', '.join(one.user or COLLEAGUE.en for one in _last_of(self))}, "
            f"the latest: {last.text.en}",
        )


COLLEAGUE = Message("同事", "a colleague")
"""How somebody without a name is called."""


def _last_of(changes: Changes) -> Iterable[SharedChange]:
    return {one.user: one for one in changes.actions}.values()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A row that a colleague changed while this person was about to change it.

    Attributes:
        table: Its table.
        key: Its key, hashed.
        change: What the colleague did.
        mine: The mark that was to be written; None for another thing, or for one taken away.
        theirs: The mark that is there now; None for another thing, or for one taken away.
        words: Words on promises and passages that were to be written by the same action; the first
            of its conflicts has them all.
    """

    table: str
    key: str
    change: SharedChange
    mine: Mark | None = None
    theirs: Mark | None = None
    words: tuple[PromiseWord | MatchDecision, ...] = ()

    @property
    def told(self) -> Message:
        """What happened, as a sentence."""
        when = f"{self.change.at.astimezone():%H:%M}"
        zh, en = self.change.user or COLLEAGUE.zh, self.change.user or COLLEAGUE.en
        if self.mine is None and self.theirs is None:
            text = self.change.text
            return Message(
                f"{zh} 在 {when} 改动了同一处（{text.zh}），您的改动没有写入。",
                f"{en} changed the same at {when} ({text.en}); yours was not written.",
            )
        said, own = _says(self.theirs), _says(self.mine)
        return Message(
            f"{zh} 在 {when} 已标为“{said.zh}”，您的“{own.zh}”没有写入。",
            f"{en} marked it “{said.en}” at {when}; your “{own.en}” was not written.",
        )

    @property
    def beside(self) -> Message:
        """What both said and when, as it is told beside the promise."""
        if self.mine is None and self.theirs is None:
            return self.told
        when = f"{self.change.at.astimezone():%H:%M}"
        zh, en = self.change.user or COLLEAGUE.zh, self.change.user or COLLEAGUE.en
        said, own = _whole(self.theirs), _whole(self.mine)
        then = f"{self.mine.at.astimezone():%H:%M}" if self.mine is not None else ""
        at_zh, at_en = (f"在 {then} ", f" at {then}") if then else ("", "")
        return Message(
            f"{zh} 在 {when} 标为{said.zh}，您{at_zh}标为{own.zh}，您的尚未写入。",
            f"{en} marked this {said.en} at {when}, you{at_en} {own.en}; yours is not written.",
        )


def _says(mark: Mark | None) -> Message:
    if mark is None:
        return Message("无标记", "no mark")
    if mark.verdict is None:
        return Message("仅有说明", "a note alone")
    return word(mark.verdict)


def _whole(mark: Mark | None) -> Message:
    """Return a verdict with the note that belongs to it."""
    said, note = _says(mark), mark.note if mark is not None else ""
    if not note:
        return Message(f"“{said.zh}”", f"“{said.en}”")
    return Message(f"“{said.zh}”（{note}）", f"“{said.en}” ({note})")


class Conflicted(StoreProblem):
    """An action that would have written over what a colleague did meanwhile; nothing was written.

    Args:
        conflicts: Where both met.
    """

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__(_told(conflicts))
        self.conflicts = conflicts

    def __reduce__(self) -> tuple[type["Conflicted"], tuple[object, ...]]:
        """Come whole out of another process."""
        return type(self), (self.conflicts,)


class CutOff(StoreProblem):
    """An action that did not reach the server, or whose answer did not come back.

    Attributes:
        is_away: It can be done again when the server is back.
    """

    is_away = True


def _told(conflicts: tuple[Conflict, ...]) -> Message:
    if len(conflicts) == 1:
        return conflicts[0].told
    users = dict.fromkeys(one.change.user for one in conflicts)
    zh = "、".join(user or COLLEAGUE.zh for user in users)
    en = ", ".join(user or COLLEAGUE.en for user in users)
    n = len(conflicts)
    return Message(
        f"其中 {n} 处已被{zh}改动，您的改动都没有写入。",
        f"{n} of these were changed by {en} meanwhile; nothing of yours was written.",
    )

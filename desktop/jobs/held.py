"""What a person can do while a shared workspace is away: as a file, and done from it.

Only what stands in the table here is ever done from a file, with values of just these types.
"""

from __future__ import annotations

import inspect
from datetime import datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from desktop.jobs import bookmarks, care, catalog, deciding, linking, promise_rows, promising
from desktop.jobs import readers as reading
from desktop.jobs import sharing as shared
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.jobs.job import Job
    from tracker.workspace import Held, HeldWork, Workspace


@cache
def _kinds() -> dict[Callable[..., object], dict[str, Any]]:
    """Return which functions can be done from a file, and what each of them is given."""
    from tracker.model.decision import NamePair  # noqa: PLC0415 - behind the first frame
    from tracker.model.exchange import IncomingMark, IncomingWord  # noqa: PLC0415 - as above
    from tracker.model.kept_decision import KeptNames  # noqa: PLC0415 - as above
    from tracker.model.library import HandLink  # noqa: PLC0415 - as above
    from tracker.model.mark import Anchor, Mark  # noqa: PLC0415 - as above
    from tracker.model.promise_word import PromiseEdit  # noqa: PLC0415 - as above
    from tracker.model.said_event import SaidKey  # noqa: PLC0415 - as above
    from tracker.model.sharing import Conflict  # noqa: PLC0415 - as above
    from tracker.model.tracking import Verdict  # noqa: PLC0415 - as above

    ids, pair = tuple[str, ...], tuple[str, str]
    some: dict[str, Any] = {"reports": ids, "commitments": ids, "why": str}
    return {
        catalog.mark: {
            "commitment": str,
            "verdict": Verdict | None,
            "note": str,
            "passages": tuple[Anchor, ...],
            "reader": str,
        },
        catalog.rename: {"report": str, "name": str},
        catalog.remove: {"reports": ids},
        catalog.undo: {"report": str | None, "reader": str},
        catalog.redo: {"report": str | None, "reader": str},
        promise_rows.mark_all: {"commitments": ids, "verdict": Verdict | None, "reader": str},
        promise_rows.keep_filter: {"name": str, "says": str},
        promising.add: {"place": Anchor},
        promising.reject: {"reports": ids, "commitments": ids, "neighbour": str | None},
        promising.edit: {**some, "said": PromiseEdit},
        promising.split: {
            "reports": ids,
            "commitment": str,
            "pieces": tuple[Anchor, ...],
            "why": str,
        },
        promising.merge: {"reports": ids, "commitments": ids},
        promising.take_back: {"report": str, "word": str},
        promising.explain: {"keys": tuple[SaidKey, ...], "why": str},
        deciding.decide: {"commitment": str, "passage": Anchor, "answers": bool | None},
        deciding.add_names: {"pair": NamePair, "used_in": str | None, "taken_from": str | None},
        deciding.remove_names: {"kept": KeptNames},
        bookmarks.add: {"place": Anchor, "note": str},
        bookmarks.write: {"bookmark": str, "note": str},
        bookmarks.remove: {"bookmarks": ids},
        linking.link: {"pair": pair, "earlier": int, "later": int},
        linking.unlink: {"pair": pair, "earlier": int, "later": int},
        linking.leave_alone: {"pair": pair, "earlier": int},
        linking.leave_new: {"pair": pair, "later": int},
        linking.forget: {"pair": pair, "link": HandLink},
        reading.settle: {"commitment": str, "verdict": Verdict, "note": str},
        reading.take: {
            "incoming": tuple[IncomingMark, ...],
            "reader": str,
            "words": tuple[IncomingWord, ...],
        },
        care.place_mark: {"lost": Mark, "commitment": str},
        shared.take_theirs: {"conflicts": tuple[Conflict, ...]},
    }


def _name(work: Callable[..., object]) -> str:
    return f"{work.__module__.rpartition('.')[2]}.{work.__name__}"


def _plain(
    work: Callable[..., object],
) -> tuple[Callable[..., object], tuple[Any, ...], dict[str, Any]]:
    """Return the function of a job and what it is given, whoever wrapped it."""
    given: tuple[Any, ...] = ()
    names: dict[str, Any] = {}
    while isinstance(work, partial):
        given, names = (*work.args, *given), {**work.keywords, **names}
        work = work.func
        if given and callable(given[0]):  # a job's work without its context
            work, given = given[0], given[1:]
    return work, given, names


def described(job: Job, workspace: Workspace) -> Held | None:
    """Return what a job does as it can be kept in a file; None where it cannot."""
    from tracker.workspace import Held, given  # noqa: PLC0415 - behind the first frame

    work, values, names = _plain(job.work)
    if work not in _kinds():
        return None
    bound = inspect.signature(work).bind(*values, **names)
    bound.apply_defaults()
    said = {k: v for k, v in bound.arguments.items() if k != "workspace"}
    session, seen = workspace.standing
    return Held(
        job.key, datetime.now().astimezone(), _name(work), given(said), tuple(job.about),
        job.says, session, seen,
    )  # fmt: skip


def refused(job: Job) -> Message:
    """Say that a job cannot wait for the server."""
    work, _, _ = _plain(job.work)
    zh, en = _REFUSED.get(getattr(work, "__name__", ""), ("这一操作", "This"))
    return Message(
        f"{zh}要在连接时进行，没有执行，也没有留在本机；连接恢复后请再做一次。",
        f"{en} needs the server: it was not done and does not wait here. Please do it again when "
        "the connection is back.",
    )


_REFUSED = {
    "correct_report": ("更正报告信息", "Correcting what is said of a report"),
    "write": ("导出标记", "Exporting marks"),
    "read": ("读取标记文件", "Reading a file of marks"),
    "known_readers": ("更换标记人", "Changing under whose name is marked"),
}


def again(workspace: Workspace, one: Held) -> object:
    """Do what a file says, from where the person stood who did it then."""
    work = next(kind for kind in _kinds() if _name(kind) == one.kind)
    given = _given(one)
    workspace.stand_at(one.session, one.seen)
    return work(workspace, **given)


def _given(one: Held) -> dict[str, Any]:
    from tracker.workspace import taken  # noqa: PLC0415 - behind the first frame

    kinds = next(kinds for work, kinds in _kinds().items() if _name(work) == one.kind)
    return {name: taken(one.given[name], kind) for name, kind in kinds.items()}


def _can(one: Held) -> bool:
    try:
        _given(one)
    except (StopIteration, LookupError, TypeError, ValueError):  # of another version, or damaged
        return False
    return True


def found(workspace: Workspace, file: HeldWork) -> tuple[Held, ...]:
    """Return what waits in a file and can be done; what the server has is taken out of it."""
    waits = tuple(one for one in file.waiting() if _can(one))
    if not waits:
        return ()
    there = workspace.arrived([one.id for one in waits])
    if there:
        file.remove(there)
    return tuple(one for one in waits if one.id not in there)

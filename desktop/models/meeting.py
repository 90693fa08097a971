"""What is said of an action that is not written: in the bar, and beside its promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.message import Message

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.unsettled import Refused
    from tracker.model.sharing import Conflict, Conflicted

_NAMED = 24
"""Characters of a promise's name in the bar."""


def has_met(one: Refused) -> bool:
    """Tell whether a colleague's word stands where this one was to be written."""
    return hasattr(one.problem, "conflicts")


def in_the_bar(one: Refused, more: int) -> Message:
    """Return what happened, with its promise: for the eyes, never for a log.

    Args:
        one: What met a colleague's.
        more: How many more there are.
    """
    met: Conflicted = one.problem  # type: ignore[assignment]
    told, marks = met.message, [c.mine or c.theirs for c in _conflicts(one)]
    thing = marks[0].object if len(marks) == 1 and marks[0] is not None else ""
    if thing:
        thing = thing.strip("“”")
        name = thing if len(thing) <= _NAMED else thing[: _NAMED - 1] + "…"
        told = Message(f"“{name}”：{told.zh}", f"“{name}”: {told.en}")
    if more:
        told = Message(
            f"{told.zh}（另有 {more} 处待定）", f"{told.en} ({more} more to be decided.)"
        )
    return told


def beside(one: Refused, promise: str) -> Message:
    """Return what is said beside one of the promises that an action is about."""
    if not has_met(one):
        return _waiting(one)
    found = next((c for c in _conflicts(one) if _about(c) == promise), None)
    met: Conflicted = one.problem  # type: ignore[assignment]
    told = met.message if found is None else found.beside
    others = len(one.about) - 1
    if others:
        told = Message(
            f"{told.zh}同时标记的另外 {others} 项也在等待。",
            f"{told.en} The {others} others that were marked with it wait too.",
        )
    return told


def _waiting(one: Refused) -> Message:
    when = f"{one.at:%H:%M}"
    if one.says is None:
        return Message(
            f"连接中断：您在 {when} 的改动尚未写入，恢复后写入。",
            f"The connection is lost: what you did at {when} is not written yet; it will be when "
            "the connection is back.",
        )
    return Message(
        f"连接中断：您在 {when} 标的“{one.says.zh}”尚未写入，恢复后写入。",
        f"The connection is lost: your “{one.says.en}” of {when} is not written yet; it will be "
        "when the connection is back.",
    )


def removed(name: str, user: str) -> Message:
    """Return what is said when a colleague removed a report that is looked at."""
    from tracker.model.sharing import COLLEAGUE  # noqa: PLC0415 - behind the first frame

    zh, en = user or COLLEAGUE.zh, user or COLLEAGUE.en
    return Message(
        f"{zh} 移除了您正在看的“{name}”，这里不再显示；它和标记都没有丢，"
        f"{zh} 撤销（Ctrl+Z）即可恢复。",
        f"{en} removed “{name}”, which you were looking at. It is not lost, nor are its marks: "
        f"{en} brings it back by undoing (Ctrl+Z).",
    )


def same_name(user: str) -> Message:
    """Return what is said when somebody else marks under the same name."""
    return Message(
        f"另一个窗口也在以“{user}”的名义改动。两边共用撤销：这里按 Ctrl+Z，可能撤销那边的改动。"
        "如果是两个人，请在“核对人 › 标记人”中各用各的姓名。",
        f"Another window works under the name “{user}”, too. Both share what is undone: Ctrl+Z "
        "here may take back what was done there. If you are two, let each have a name of their "
        "own in “Readers › Mark as”.",
    )


def cut_off(name: str, n_held: int, unsafe: Message | None = None) -> Message:
    """Return what is said when the line to a workspace broke.

    Args:
        name: The workspace.
        n_held: How many changes wait.
        unsafe: Why they are in memory only; None where they are on the disk.
    """
    zh, en = f"与共享工作区“{name}”的连接中断", f"The connection to “{name}” is lost"
    if n_held and unsafe is not None:
        return Message(
            f"{zh}：{n_held} 项改动尚未写入，恢复后自动写入；在此之前请不要关闭窗口。{unsafe.zh}",
            f"{en}: {n_held} of your changes wait here, not written yet. They are written when it "
            f"is back; keep the window open until then. {unsafe.en}",
        )
    if n_held:
        return Message(
            f"{zh}：{n_held} 项改动已存在本机，尚未写入，恢复后自动写入；关闭程序也不会丢。",
            f"{en}: {n_held} of your changes wait here, not written yet. They are kept on this "
            "computer and written when it is back, even if you close the program.",
        )
    return Message(
        f"{zh}，正在不断重试。已读入的内容可以继续看；这时的改动先留在本机，恢复后写入。",
        f"{en}; it is tried again and again. Read on what is loaded; what you change waits here "
        "and is written when it is back.",
    )


def waited(n: int, since: datetime) -> Message:
    """Return what is said when a workspace is opened for which changes wait on this computer."""
    day, local = f"{since.astimezone():%Y-%m-%d %H:%M}", since.astimezone()
    zh_day = f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"
    return Message(
        f"有 {n} 项改动留在本机，尚未写入这个共享工作区，最早的做于 {zh_day}。",
        f"{n} of your changes wait on this computer, not written to this shared workspace yet; "
        f"the first is of {day}.",
    )


def left_out(n: int) -> Message:
    """Return what is said when changes that waited shall not be written."""
    return Message(f"已舍弃 {n} 项未写入的改动。", f"{n} changes that waited were left out.")


def back(n_written: int) -> Message:
    """Return what is said when the line is back."""
    if not n_written:
        return Message("已恢复与共享工作区的连接。", "The shared workspace is connected again.")
    return Message(
        f"已恢复与共享工作区的连接，{n_written} 项改动已写入。",
        f"The shared workspace is connected again; {n_written} of your changes were written.",
    )


def _conflicts(one: Refused) -> tuple[Conflict, ...]:
    met: Conflicted = one.problem  # type: ignore[assignment]
    return met.conflicts


def _about(conflict: Conflict) -> str:
    mark = conflict.mine or conflict.theirs
    return mark.commitment_id if mark is not None else ""


def promises_of(problem: Conflicted) -> tuple[str, ...]:
    """Return the promises whose marks met."""
    marks = (c.mine or c.theirs for c in problem.conflicts)
    return tuple(mark.commitment_id for mark in marks if mark is not None)

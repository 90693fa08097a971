"""What is told to a person: a sentence in both languages and how it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from tracker.message import Message

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.model.library import ImportResult

_TOLD = 4
"""Files that are told one by one."""


class Tone(Enum):
    """How a notice is meant."""

    DONE = "done"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the message bar.

    Attributes:
        tone: Outcome, warning or problem.
        message: What happened and what to do next; lines are kept.
        path: A file that was written and can be opened, or None.
        action: Name of the action that shows more, or "".
        other: Name of another action that a person can choose instead, or "".
        passing: It is read at a glance and shall not move what is looked at.
        aside: It is about somebody else's work: what the bar says stays.
    """

    tone: Tone
    message: Message
    path: Path | None = None
    action: str = ""
    other: str = ""
    passing: bool = False
    aside: bool = False


def import_notice(results: tuple[ImportResult, ...]) -> Notice:
    """Say what became of imported files: a sentence, then one line for each that failed."""
    if not results:
        told = Message(
            "没有导入任何文件：所选文件夹中没有文件。",
            "Nothing was imported: there are no files in the folder.",
        )
        return Notice(Tone.WARNING, told)
    problems = [
        (r.place or r.name, r.problem) for r in results if r.problem is not None and not r.skipped
    ]
    n_known = sum(r.duplicate for r in results)
    n_skipped = sum(r.skipped for r in results)
    n_new = sum(r.entry is not None and not r.duplicate for r in results)
    zh, en = f"已导入 {n_new} 份报告。", f"Reports imported: {n_new}."
    if n_known:
        zh += f"{n_known} 份已在库中，未重复导入。"
        en += f" Already in the library: {n_known}."
    if n_skipped:
        zh += f"略过 {n_skipped} 个不是报告格式的文件。"
        en += f" Passed over, in no format of a report: {n_skipped}."
    lines = [Message(zh, en)]
    told_one_by_one = [(name, reason(problem)) for name, problem in problems[:_TOLD]]
    lines += [Message(f"{n}：{p.zh}", f"{n}: {p.en}") for n, p in told_one_by_one]
    more = len(problems) - _TOLD
    if more > 0:
        lines.append(
            Message(f"另有 {more} 份文件无法使用。", f"More files that cannot be used: {more}.")
        )
    unplaced = [r.name for r in results if _is_unplaced(r)]
    if unplaced:
        names = unplaced[:_TOLD] + ["…"] * (len(unplaced) > _TOLD)
        lines.append(
            Message(
                f"看不出地区或年份，可能不是报告，请核对：{'、'.join(names)}",
                f"Region or year unknown, perhaps no report; please check: {', '.join(names)}",
            )
        )
    tone = Tone.WARNING if problems or unplaced else Tone.DONE
    told = Message("\n".join(line.zh for line in lines), "\n".join(line.en for line in lines))
    action = "show_results" if more > 0 else "correct_imported" if n_new else ""
    return Notice(tone, told, action=action)


def reason(problem: Message) -> Message:
    """Return why a file cannot be used, without its name, which stands beside it."""
    _, _, zh = problem.zh.partition("”：")
    _, _, en = problem.en.partition("”: ")
    return Message(zh or problem.zh, (en[:1].upper() + en[1:]) or problem.en)


def _is_unplaced(result: ImportResult) -> bool:
    """Tell whether a file is new in the library without region or year."""
    entry = result.entry
    return entry is not None and not result.duplicate and not (entry.region_name and entry.year)

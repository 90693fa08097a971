"""The verb that brings documents into a workspace: files, folders, archives, standard input."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.layout import Listing, TableColumn
from tracker.cli.options import chosen_encoding, encoding_option, format_option
from tracker.cli.output import chosen_format, emit
from tracker.cli.places import WORKSPACE_SUFFIX, Given, WorkspaceType, login
from tracker.cli.reading import STANDARD_INPUT, Desk
from tracker.cli.speech import SpokenCommand, language_now, say
from tracker.errors import InputProblem, StoreProblem
from tracker.export.rows import Row
from tracker.message import Message
from tracker.model.library import ImportResult, ImportStatus
from tracker.model.report import ReportKind
from tracker.model.words import word

if TYPE_CHECKING:
    from tracker.workspace import Workspace

Progress = Callable[[int, int, str], None]

_PIPED = "stdin.txt"
"""What a document that came through a pipe is called in the library."""

_IMPORTING = Message("正在导入", "Importing")
_WORDS = {
    ImportStatus.IMPORTED: Message("已导入", "imported"),
    ImportStatus.DUPLICATE: Message("已在库中", "was there"),
    ImportStatus.FAILED: Message("未导入", "failed"),
    ImportStatus.SKIPPED: Message("略过", "skipped"),
}
_LOOKS = {
    ImportStatus.IMPORTED: "green",
    ImportStatus.DUPLICATE: "",
    ImportStatus.FAILED: "red",
    ImportStatus.SKIPPED: "dim",
}


@click.command("import", cls=SpokenCommand)
@click.argument("workspace", type=WorkspaceType())
@click.argument("paths", type=click.Path(path_type=str, readable=False), nargs=-1, required=True)
@encoding_option
@format_option()
def import_reports(workspace: Given, paths: tuple[str, ...], form: str | None) -> None:
    """Bring documents into a workspace and print what became of each."""
    with _ready(workspace) as opened, _bar() as step:
        results = [one for path in paths for one in _imported(opened, path, step)]
    emit(_listing([_row(result) for result in results]), chosen_format(form))
    _say_sum(results)
    if not any(result.entry for result in results):
        raise InputProblem(Message("没有导入任何报告。", "No report was imported."))


def _ready(place: Given) -> AbstractContextManager["Workspace"]:
    """Open a workspace, or make it where there is none."""
    if isinstance(place, Path):
        return _opened(place)
    from tracker.workspace import Workspace  # noqa: PLC0415 - loads the store

    return Workspace.open_or_create(place, user=login())


@contextmanager
def _opened(place: Path) -> Iterator["Workspace"]:
    """Open a workspace, or make it; one that was made for nothing is taken away again.

    What came in before it was stopped, or before the disk was full, is kept.
    """
    from tracker.workspace import Workspace  # noqa: PLC0415 - loads the store

    fresh = not place.exists()
    if fresh and place.suffix != WORKSPACE_SUFFIX:
        raise click.UsageError(
            Message(
                f"没有工作区“{place}”；要新建，名称须以 {WORKSPACE_SUFFIX} 结尾。",
                f"There is no workspace “{place}”; a new one must be named *{WORKSPACE_SUFFIX}.",
            ).text(language_now())
        )
    _check_place(place)
    try:
        workspace = (Workspace.create if fresh else Workspace.open)(place)
    except StoreProblem:
        if not fresh or not place.exists():
            raise
        fresh, workspace = False, Workspace.open(place)  # made meanwhile, by another import
    useless = False
    try:
        with workspace:
            before = len(workspace.entries())
            try:
                yield workspace
            except (KeyboardInterrupt, StoreProblem):
                _say_kept(len(workspace.entries()) - before)
                raise
            finally:
                useless = fresh and not workspace.entries()
    finally:
        # As long as somebody else has it open, there is a journal beside it.
        if useless and not place.with_name(place.name + "-wal").exists():
            place.unlink(missing_ok=True)


def _say_kept(number: int) -> None:
    if number:
        say(
            Message(
                f"此前已导入 {number} 份，都保存在工作区里。",
                f"imported before that: {number}; the workspace holds them",
            )
        )


def _check_place(place: Path) -> None:
    if place.is_dir():
        raise InputProblem(
            Message(
                f"“{place}”是文件夹，不是工作区；请写明工作区文件的名称。",
                f"“{place}” is a folder, not a workspace; give the name of a workspace file.",
            )
        )
    if not place.parent.is_dir():
        raise InputProblem(
            Message(
                f"没有文件夹“{place.parent}”，请先新建，或换一个位置。",
                f"There is no folder “{place.parent}”; make it first, or choose another place.",
            )
        )


def _imported(workspace: "Workspace", path: str, step: Progress) -> Sequence[ImportResult]:
    if path == STANDARD_INPUT:
        data = Desk().standard_input
        return [workspace.import_bytes(_PIPED, data, chosen_encoding())]
    if not path:
        raise InputProblem(Message("文件名是空的。", "The name of a file is empty."))
    return workspace.import_files([path], encoding=chosen_encoding(), report_progress=step)


def _row(result: ImportResult) -> Row:
    entry = result.entry
    language = language_now()
    return {
        "file": result.place or result.name,
        "status": result.status.value,
        "title": (entry.title or None) if entry else None,
        "region": (entry.region_name or None) if entry else None,
        "year": entry.year if entry else None,
        "kind": entry.kind.value if entry else None,
        "warnings": entry.n_warnings if entry else None,
        "problem": result.problem.text(language) if result.problem else None,
        "same_text_as": result.same_text.name if result.same_text else None,
    }


def _listing(rows: Sequence[Row]) -> Listing:
    language = language_now()

    def status(row: Row) -> ImportStatus:
        return ImportStatus(str(row["status"]))

    def told(row: Row) -> str:
        if row["problem"]:
            return str(row["problem"])
        if row["same_text_as"]:
            same = row["same_text_as"]
            return Message(f"与 {same} 内容相同", f"same text as {same}").text(language)
        n = row["warnings"]
        return Message(f"提示 {n} 条", f"warnings: {n}").text(language) if n else ""

    def kind(row: Row) -> str:
        return word(ReportKind(str(row["kind"]))).text(language) if row["kind"] else ""

    return Listing(
        rows=rows,
        flatten=list,
        columns=(
            TableColumn(
                Message("结果", "result"),
                lambda row: _WORDS[status(row)].text(language),
                look=lambda row: _LOOKS[status(row)],
            ),
            TableColumn(Message("文件", "file"), lambda row: row["file"], 3),
            TableColumn(Message("地区", "region"), lambda row: row["region"], 2),
            TableColumn(Message("年份", "year"), lambda row: row["year"]),
            TableColumn(Message("类别", "kind"), kind),
            TableColumn(Message("说明", "remarks"), told, 3),
        ),
    )


def _say_sum(results: Sequence[ImportResult]) -> None:
    n = {status: sum(r.status is status for r in results) for status in ImportStatus}
    told = [(_WORDS[status], number) for status, number in n.items() if number]
    say(
        Message(
            "，".join(f"{words.zh} {number} 份" for words, number in told) + "。",
            ", ".join(f"{words.en}: {number}" for words, number in told),
        )
    )


@contextmanager
def _bar() -> Iterator[Progress]:
    """Show on a terminal how far it is; say nothing into a file or a pipe."""
    if not sys.stderr.isatty():
        yield lambda _done, _total, _what: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[what]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_IMPORTING.text(language_now()), total=None, what="")

        def step(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, what=what[-40:])

        yield step

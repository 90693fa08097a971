"""The verb ``batch``: every report under a folder, every pair, as tables."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.layout import Listing, TableColumn
from tracker.cli.options import chosen_encoding, encoding_option
from tracker.cli.output import chosen_format, emit_object
from tracker.cli.places import Given, WorkspaceType, is_workspace, opened
from tracker.cli.speech import SpokenCommand, SpokenOption, language_now, say
from tracker.errors import InputProblem
from tracker.export.rows import Row
from tracker.message import Message

if TYPE_CHECKING:
    from tracker.batch import Choice, Summary
    from tracker.batch.failures import Failed
    from tracker.model.feedback import Tally

Progress = Callable[[Message, int, int], None]

_FAILURES_SHOWN = 10
_EVERY = 30.0
"""Seconds between two lines on how far it is, where stderr is no terminal."""

_NEXT = "next"


@click.command("batch", cls=SpokenCommand)
@click.argument("paths", type=WorkspaceType(), nargs=-1)
@click.option(
    "--out",
    cls=SpokenOption,
    type=click.Path(path_type=Path, readable=False),
    required=True,
    metavar="DIR",
)
@click.option("--list", "listed", cls=SpokenOption, type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--format",
    "table_form",
    cls=SpokenOption,
    type=click.Choice(["csv", "parquet"]),
    default="csv",
    show_default=True,
)
@click.option(
    "--pairs",
    cls=SpokenOption,
    type=click.Choice([_NEXT, "all", "none"]),
    default=_NEXT,
    show_default=True,
)
@click.option("--regions", "only_regions", cls=SpokenOption, multiple=True, metavar="NAME")
@click.option("--years", "only_years", cls=SpokenOption, multiple=True, metavar="YEAR|FROM-TO")
@click.option("--workers", cls=SpokenOption, type=click.IntRange(1), default=None)
@click.option("--scheduler", cls=SpokenOption, default=None, metavar="ADDRESS")
@click.option("--partitions", cls=SpokenOption, is_flag=True)
@encoding_option
def batch_verb(
    paths: tuple[Given, ...], out: Path, listed: Path | None, table_form: str, **options: object
) -> None:
    """Read all reports, judge all pairs, write tables."""
    from tracker.batch.outputs import check_format  # noqa: PLC0415

    given = (*paths, *(_listed(listed) if listed else ()))
    if not given:
        said = Message("请给出文件夹、文件或工作区。", "Name a folder, files or a workspace.")
        raise click.UsageError(said.text(language_now()))
    check_format(table_form)
    choice = _choice(options)
    files = [one for one in given if isinstance(one, Path)]
    _check_inputs(files, out)
    workspaces = [one for one in given if is_workspace(str(one))]
    _check_workers(options, of_workspace=bool(workspaces))
    with _told() as progress:
        if workspaces:
            summary = _of_workspace(given, out, choice, table_form, progress)
        else:
            summary = _of_files(files, out, choice, table_form, (options, progress))
    _tell(summary, out)
    if not summary.documents["read"]:
        raise _nothing(summary.documents["not_wanted"])


def _nothing(not_wanted: int) -> InputProblem:
    """Return why there is no report in the tables."""
    if not not_wanted:
        return InputProblem(Message("没有读出任何报告。", "No report could be read."))
    return InputProblem(
        Message(
            f"读出 {not_wanted} 份报告，没有一份符合 --regions 或 --years。",
            f"Reports read: {not_wanted}; none is of the --regions or --years that were given.",
        )
    )


def _choice(options: dict[str, object]) -> "Choice":
    from tracker.batch import Choice, PairChoice  # noqa: PLC0415

    def given(name: str) -> list[str]:
        found = options[name]
        return [str(one) for one in found] if isinstance(found, tuple) else []

    years = frozenset(year for one in given("only_years") for year in _years(one))
    return Choice(tuple(given("only_regions")), years, PairChoice(str(options["pairs"])))


def _years(text: str) -> range:
    first, _, last = text.replace("—", "-").replace("－", "-").partition("-")
    try:
        found = range(int(first), int(last or first) + 1)
    except ValueError:
        found = range(0)
    if not found or len(found) > 200:
        said = Message(
            f"“{text}”不是年度；请写 2015 或 2010-2020。",
            f"“{text}” is no year; write 2015 or 2010-2020.",
        )
        raise click.UsageError(said.text(language_now()))
    return found


def _listed(listed: Path) -> Iterator[Path]:
    """Yield the paths in a list: one on each line, relative ones from where the list lies."""
    try:
        lines = listed.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputProblem(
            Message(
                f"无法读取清单 {listed}；请给出每行一个路径的 UTF-8 文本文件。",
                f"The list {listed} cannot be read; give a UTF-8 text with one path on each line.",
            )
        ) from error
    for line in lines:
        if line.strip():
            yield listed.parent / line.strip()


def _check_inputs(given: Sequence[Path], out: Path) -> None:
    missing = next((path for path in given if not path.exists()), None)
    if missing is not None and len(given) == 1:
        raise InputProblem(Message(f"没有找到“{missing}”。", f"There is no “{missing}”."))
    if out.exists() and not out.is_dir():
        raise InputProblem(Message(f"“{out}”不是文件夹。", f"“{out}” is no folder."))
    if any(path.is_dir() and path.resolve() == out.resolve() for path in given):
        raise InputProblem(
            Message(
                "输出文件夹不能就是要读的文件夹；请另给一个。",
                "The folder to write to is the one that is read; name another.",
            )
        )


def _check_workers(options: dict[str, object], *, of_workspace: bool) -> None:
    scheduler = options["scheduler"]
    if isinstance(scheduler, str):
        if not scheduler.startswith(("tcp://", "tls://")):
            said = Message(
                f"调度器地址要写成 tcp://主机:端口，不是“{scheduler}”。",
                f"The scheduler is named tcp://HOST:PORT, not “{scheduler}”.",
            )
            raise click.UsageError(said.text(language_now()))
        if options["workers"] is not None:
            said = Message(
                "集群的进程数由集群决定，--workers 与 --scheduler 不能同用。",
                "A cluster has its own number of processes: --workers goes without --scheduler.",
            )
            raise click.UsageError(said.text(language_now()))
    if of_workspace and (scheduler or options["partitions"]):
        said = Message(
            "工作区在本机逐份整理，不能与 --scheduler 或 --partitions 同用。",
            "A workspace is read here, report by report: without --scheduler and --partitions.",
        )
        raise click.UsageError(said.text(language_now()))


def _of_files(
    given: Sequence[Path],
    out: Path,
    choice: "Choice",
    form: str,
    by: tuple[dict[str, object], Progress],
) -> "Summary":
    from tracker.batch import Batch, Form  # noqa: PLC0415

    options, progress = by
    scheduler = options["scheduler"]
    how = Form(form, partitions=bool(scheduler or options["partitions"]))
    try:
        if isinstance(scheduler, str):
            from tracker.batch.cluster import ClusterWorkers  # noqa: PLC0415

            with ClusterWorkers(scheduler) as cluster:
                batch = Batch.prepare(out, choice, language_now(), cluster, progress)
                cluster.check(batch.cells.folder, batch.cells.version)
                return batch.run(given, chosen_encoding(), how)
        from tracker.workers import LocalWorkers, usual_number  # noqa: PLC0415

        number = options["workers"]
        with LocalWorkers(number if isinstance(number, int) else usual_number()) as workers:
            batch = Batch.prepare(out, choice, language_now(), workers, progress)
            return batch.run(given, chosen_encoding(), how)
    except KeyboardInterrupt:
        told = Message(
            "已停止，做完的都已保存；再运行同一命令会接着做。",
            "Stopped; what was done is kept. The same command goes on from here.",
        )
        raise KeyboardInterrupt(told) from None


def _of_workspace(
    given: Sequence[Given], out: Path, choice: "Choice", form: str, progress: Progress
) -> "Summary":
    from tracker.batch import write_workspace  # noqa: PLC0415

    if len(given) > 1:
        raise InputProblem(
            Message(
                "工作区要单独给出，不能与其他文件一起。",
                "A workspace is given alone, not beside other files.",
            )
        )
    with opened(given[0]) as workspace:
        return write_workspace(workspace, out, choice, language_now(), form, progress)


def _tell(summary: "Summary", out: Path) -> None:
    language = language_now()
    for failed in summary.failures[:_FAILURES_SHOWN]:
        say(_failure(failed))
    more = len(summary.failures) - _FAILURES_SHOWN
    if more > 0:
        say(
            Message(
                f"另有 {more} 处失败，见 reports 表和 pairs 表的 stage 和 problem 列。",
                f"{more} more failed; see the columns stage and problem of the tables reports "
                "and pairs.",
            )
        )
    from tracker.resources import findings_version  # noqa: PLC0415

    row = summary.row(findings_version())
    lines: list[Row] = [
        {"what": word.text(language), "number": number} for word, number in _numbers(summary)
    ]
    listing = Listing(
        rows=lines,
        flatten=list,
        columns=(
            TableColumn(Message("内容", "what"), lambda line: line["what"]),
            TableColumn(Message("数量", "number"), lambda line: line["number"]),
        ),
        head=[str(out)],
    )
    emit_object(row, listing, chosen_format(None))


def _failure(failed: "Failed") -> Message:
    """Return what failed, at which stage and why."""
    from tracker.batch.failures import Stage, word  # noqa: PLC0415

    name, problem, stage = failed.name, failed.problem, word(failed.stage)
    # A sentence of a reader names its file already.
    if failed.stage is Stage.READ and (problem.startswith(Path(name).name) or name in problem):
        return Message(problem, problem)
    return Message(f"{name}（{stage.zh}）：{problem}", f"{name} ({stage.en}): {problem}")


def _numbers(summary: "Summary") -> list[tuple[Message, object]]:
    documents, rows = summary.documents, summary.rows
    found: list[tuple[Message, object]] = [
        (Message("读出的报告", "reports read"), documents["read"]),
        (Message("重复的文件", "duplicates"), documents["duplicate"]),
        (Message("不在所选范围", "not chosen"), documents["not_wanted"]),
        (Message("略过的文件", "skipped"), documents["skipped"]),
        (Message("失败", "failed"), documents["failed"]),
        (Message("承诺", "promises"), rows["promises"]),
        (Message("成果", "results"), rows["outcomes"]),
        (Message("核对的报告对", "pairs"), rows["pairs"]),
        (Message("其中失败", "of these failed"), summary.sums["failed_pairs"]),
        (Message("其间缺年份", "over missing years"), summary.sums["over_missing_years"]),
        (Message("结论", "verdicts"), rows["verdicts"]),
        (Message("指标数值", "values of indicators"), rows["indicators"]),
        (
            Message("反馈率（下一年报告有交代的）", "feedback rate (by the next report)"),
            _rate(summary.feedback),
        ),
    ]
    return found


def _rate(found: "Tally") -> str:
    return "—" if found.rate is None else f"{found.rate:.0%} ({found.answered}/{found.quantified})"


@contextmanager
def _told() -> Iterator[Progress]:
    """Show how far it is and how long it will take: a bar on a terminal, now and then a line."""
    if not sys.stderr.isatty():
        yield _Lines().step
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
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[Message, int] = {}

        def step(what: Message, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what.text(language_now()), total=total)
            bar.update(tasks[what], completed=done, total=total)  # type: ignore[arg-type]

        yield step


class _Lines:
    """Progress for a log: a line for each step when it is done, and every half a minute."""

    def __init__(self) -> None:
        self._what: Message | None = None
        self._began = self._told = 0.0

    def step(self, what: Message, done: int, total: int) -> None:
        """Say how far it is, now and then."""
        now = time.monotonic()
        if what != self._what:
            self._what, self._began, self._told = what, now, now
        if done < total and now - self._told < _EVERY:
            return
        self._told = now
        took = now - self._began
        left = took / done * (total - done) if done else 0.0
        say(
            Message(
                f"{what.zh} {done}/{total}，已用 {_time(took)}，约剩 {_time(left)}",
                f"{what.en} {done}/{total}, {_time(took)} gone, about {_time(left)} left",
            )
        )


def _time(seconds: float) -> str:
    minutes, second = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{second:02}"

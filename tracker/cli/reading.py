"""From paths to reports: the only part of the command line that reads documents."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from tracker.cli.options import chosen_encoding
from tracker.cli.places import Given, given_place, is_workspace, place_name
from tracker.cli.speech import language_now, say
from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.report import Report, ReportKind
from tracker.model.source import SourceDocument

if TYPE_CHECKING:
    from tracker.pipeline import AnalysisOptions
    from tracker.workspace import Workspace

_REMARKS_SHOWN = 5
"""Ending of a workspace file."""

STANDARD_INPUT = "-"
"""The file name that stands for standard input."""


@dataclass(frozen=True, eq=False)
class Reading:
    """A report and the path it was given by."""

    file: str
    report: Report


class Desk:
    """What one run of the command line reads with: word lists, once, and the cache of words."""

    @cached_property
    def options(self) -> "AnalysisOptions":
        """Word lists of all stages."""
        from tracker.resources import load_options  # noqa: PLC0415
        from tracker.store.private import prepare_words  # noqa: PLC0415

        prepare_words()
        return load_options()

    def read(self, file: str) -> Reading:
        """Return the report in a file; ``-`` is standard input.

        Raises:
            InputProblem: The file cannot be read.
        """
        from tracker import pipeline  # noqa: PLC0415

        return Reading(file, pipeline.read(self._source(file), self.options))

    def _source(self, file: str) -> SourceDocument:
        from tracker.ingest.files import decode_source, read_source  # noqa: PLC0415

        encoding = chosen_encoding()
        if file == STANDARD_INPUT:
            return decode_source(self.standard_input, STANDARD_INPUT, encoding=encoding)
        if not file:
            raise InputProblem(Message("文件名是空的。", "The name of a file is empty."))
        return read_source(Path(file), shown=file, encoding=encoding)[0]

    @cached_property
    def standard_input(self) -> bytes:
        """What comes in through a pipe: read once, also where ``-`` is given twice."""
        from tracker.ingest.files import SIZE_LIMIT  # noqa: PLC0415

        if sys.stdin is None:
            raise InputProblem(Message("标准输入是关闭的。", "Standard input is closed."))
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)

    def read_report(self, file: str) -> Reading:
        """Return the report in a file that must be one.

        Raises:
            InputProblem: The file cannot be read or is no report.
        """
        reading = self.read(file)
        if reading.report.meta.kind is ReportKind.OTHER:
            raise InputProblem(
                Message(
                    f"{file}：不是政府工作报告、计划报告、预算报告或任务分解，没有可用的内容。",
                    f"{file}: not a government, plan or budget report, nor a list of tasks; "
                    "nothing to work on.",
                )
            )
        return reading


def check_usable(reading: Reading, desk: Desk) -> None:
    """Refuse a document that is no report and tells of no result.

    Raises:
        InputProblem: There is nothing to check against, and no figure, in it.
    """
    from tracker import pipeline  # noqa: PLC0415

    report = reading.report
    if report.meta.kind is ReportKind.OTHER and not pipeline.outcomes(report, desk.options):
        raise InputProblem(
            Message(
                f"{reading.file}：不是报告，也没有讲到工作成果，无法用来核对。",
                f"{reading.file}: no report and tells of no result; nothing to check against.",
            )
        )


def nothing(file: str, what: Message) -> InputProblem:
    """Return the problem of a document that holds nothing of what was asked for."""
    return InputProblem(Message(f"{file}：没有找到{what.zh}。", f"{file}: no {what.en} found."))


def remark(*readings: Reading) -> None:
    """Say what the reader is unsure of; said only when there is a result to be unsure of."""
    for reading in dict.fromkeys(readings):
        _remark(reading.report, reading.file)


def _remark(report: Report, file: str) -> None:
    for diagnostic in report.diagnostics[:_REMARKS_SHOWN]:
        place = f"{file}:{diagnostic.line}" if diagnostic.line else file
        said = diagnostic.message
        say(Message(f"提示：{place}：{said.zh}", f"Warning: {place}: {said.en}"))
    more = len(report.diagnostics) - _REMARKS_SHOWN
    if more > 0:
        say(
            Message(
                f"（{file} 另有 {more} 条提示，见 duizhang outline）",
                f"({file}: {more} more warnings, see duizhang outline)",
            )
        )


def question_pair(earlier: Reading, later: Reading) -> None:
    """Say so when two reports are of different places: nothing is refused, much is doubtful."""
    a, b = earlier.report.meta.region, later.report.meta.region
    if a is not None and b is not None and a.code != b.code:
        say(
            Message(
                f"提示：{earlier.file} 是{a.name}的，{later.file} 是{b.name}的。",
                f"Warning: {earlier.file} is of {a.name}, {later.file} of {b.name}.",
            )
        )


@contextmanager
def progress(what: Message) -> Iterator[None]:
    """Show on a terminal what is being done; say nothing into a file or a pipe."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415

    with Console(stderr=True).status(what.text(language_now())):
        yield


def workspace_of(files: Sequence[str], names: str | None) -> Given | None:
    """Return the workspace that is given in place of files, None where there is none.

    Raises:
        InputProblem: A workspace is given beside other files, or beside pairs of names.
    """
    given = [file for file in files if is_workspace(file)]
    called = place_name(given_place(given[0])) if given else ""
    if given and len(files) > 1:
        raise InputProblem(
            Message(
                f"{called}：是工作区，要单独给出，不能与其他文件一起。",
                f"{called}: is a workspace; give it alone, not beside other files.",
            )
        )
    if given and names:
        raise InputProblem(
            Message(
                f"{called}：工作区用自己的名称对照，不能再给 --names。",
                f"{called}: a workspace has names of its own; --names cannot be given.",
            )
        )
    return given_place(given[0]) if given else None


def workspace_readings(workspace: "Workspace") -> tuple[Reading, ...]:
    """Return the reports of a workspace, each by its name there."""
    return tuple(Reading(one.name, workspace.report(one.id)) for one in workspace.entries())


def named_reading(workspace: "Workspace", word: str) -> Reading:
    """Return the report of a workspace that a word names: by its file, or by region and year.

    Raises:
        InputProblem: None is called so, or more than one.
    """
    found = []
    for entry in workspace.entries():
        name = PurePath(entry.name)
        region = f"{entry.region_name or ''}{entry.year or ''}"
        called = {entry.name, name.name, name.stem, region}
        if word in called or (entry.year and region.endswith(word) and not word.isdigit()):
            found.append(entry)
    if not found:
        raise InputProblem(
            Message(
                f"{word}：工作区里没有这份报告；请给出文件名，或地区加年份，如“苏州市2022”。",
                f"{word}: no such report in the workspace; give the name of its file, or region "
                "and year, as in 苏州市2022.",
            )
        )
    if len(found) > 1:
        names = ", ".join(one.name for one in found)
        raise InputProblem(
            Message(
                f"{word}：工作区里有几份这样的报告：{names}。",
                f"{word}: several reports of the workspace are called so: {names}.",
            )
        )
    return Reading(found[0].name, workspace.report(found[0].id))


def _spread(files: Sequence[str]) -> Iterator[str]:
    """Yield files, and of folders every file in them that can be read, by name.

    Raises:
        InputProblem: A folder holds none.
    """
    from tracker.ingest.formats import READERS  # noqa: PLC0415

    for file in files:
        place = Path(file)
        if not file or file == STANDARD_INPUT or not place.is_dir():
            yield file
            continue
        inside = [p for p in place.rglob("*") if p.suffix.lower() in READERS and p.is_file()]
        if not inside:
            raise nothing(file, Message("可以读取的文件", "file that can be read was"))
        yield from map(str, sorted(inside))


def distinct(files: Sequence[str], desk: Desk) -> tuple[Reading, ...]:
    """Return the readings of files and of those in folders, the same document only once."""
    found: dict[str, Reading] = {}
    for file in _spread(files):
        reading = desk.read(file)
        if reading.report.id in found:
            other = found[reading.report.id].file
            say(
                Message(
                    f"提示：{file} 与 {other} 内容相同，只用一次。",
                    f"Warning: {file} is the same document as {other}; used once.",
                )
            )
            continue
        found[reading.report.id] = reading
    return tuple(found.values())

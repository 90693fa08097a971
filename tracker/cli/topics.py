"""The verb ``topics``: each topic of a part through several reports."""

from collections.abc import Callable, Iterable, Sequence

import click

from tracker.cli.layout import Listing, TableColumn
from tracker.cli.options import encoding_option, format_option
from tracker.cli.output import chosen_format, emit
from tracker.cli.reading import Desk, Reading, distinct, nothing, progress, remark
from tracker.cli.speech import SpokenCommand, SpokenOption, language_now, say
from tracker.export.rows import Row, topic_rows
from tracker.message import Message
from tracker.model.alignment import AlignmentPart
from tracker.model.thread import Course
from tracker.model.words import word

_DRAWING = Message("正在梳理各主题……", "Following the topics …")
_PARTS = (AlignmentPart.PLAN, AlignmentPart.REVIEW, AlignmentPart.OUTLOOK)
_CELL_WIDTH = 20
"""Columns of the terminal for a report: nine Chinese characters; three lines tell a topic."""


@click.command("topics", cls=SpokenCommand)
@click.argument("files", type=click.Path(path_type=str, readable=False), nargs=-1, required=True)
@click.option(
    "--part",
    cls=SpokenOption,
    type=click.Choice([part.value for part in _PARTS]),
    default=AlignmentPart.PLAN.value,
    show_default=True,
)
@encoding_option
@format_option()
def topics(files: tuple[str, ...], part: str, form: str | None) -> None:
    """Print each topic through the years of a region, or through the regions of a year."""
    desk = Desk()
    with progress(_DRAWING):
        # Every report must be one: a topic has no course through other documents.
        readings = tuple(desk.read_report(reading.file) for reading in distinct(files, desk))
        readings = tuple(sorted(readings, key=lambda reading: reading.report.meta.year or 0))
        if len(readings) < 2:
            raise click.UsageError(
                Message(
                    "至少要给出两份不同的报告。", "At least two different reports are needed."
                ).text(language_now())
            )
        from tracker import pipeline  # noqa: PLC0415

        reports = [reading.report for reading in readings]
        found = pipeline.history(
            reports,
            AlignmentPart(part),
            desk.options,
            one_year=len({report.meta.year for report in reports}) == 1,
        )
    if not found.threads:
        raise nothing(readings[0].file, Message("可以比较的章节", "section to follow was"))
    remark(*readings)
    names = {reading.report.id: reading.file for reading in readings}
    form = chosen_format(form)
    n_shown = _n_shown(readings) if form == "table" else len(readings)
    emit(_listing(topic_rows(found, reports, names), readings, n_shown), form)


def _n_shown(readings: tuple[Reading, ...]) -> int:
    """Return for how many reports a table has room, the last ones, and say which are left out."""
    from tracker.cli.terminal import table_width  # noqa: PLC0415

    n_shown = min(len(readings), table_width() // _CELL_WIDTH)
    if n_shown < len(readings):
        say(
            Message(
                f"表格放不下全部{len(readings)}份报告，只列最后{n_shown}份；"
                "要看全部，请加宽终端或用 --format csv。",
                f"The table has room for the last {n_shown} of {len(readings)} reports; "
                "for all of them use a wider terminal or --format csv.",
            )
        )
    return n_shown


def _listing(rows: list[Row], readings: tuple[Reading, ...], n_shown: int) -> Listing:
    """Return the topics as a matrix: a row each, a column for each of the last reports."""
    shown = readings[-n_shown:]
    first = len(readings) - len(shown)
    one_year = _one_year(readings)
    columns = [
        TableColumn(_name(reading, one_year=one_year), _cell(rows, first + n, one_year=one_year), 1)
        for n, reading in enumerate(shown)
    ]
    # A topic that ended before the first year shown would be an empty line.
    held = [row for row in rows if any(_cells(row)[first:])]
    return Listing(rows=rows, flatten=_flat, columns=columns, table_rows=held)


def _one_year(readings: tuple[Reading, ...]) -> bool:
    return len({reading.report.meta.year for reading in readings}) == 1


def _name(reading: Reading, *, one_year: bool) -> Message:
    meta = reading.report.meta
    region = meta.region.name if meta.region else reading.file
    name = region if one_year or meta.year is None else str(meta.year)
    return Message(name, name)


def _cell(rows: Sequence[Row], place: int, *, one_year: bool) -> Callable[[Row], str]:
    """Return what writes the cell of one report: what became of the topic, and its heading."""

    def value(row: Row) -> str:
        cell = _cells(row)[place]
        if cell is None:
            return ""
        course = Course(str(cell["course"]))
        if course is Course.NEW and (one_year or place == 0):
            # Of the first report, and of another region's, nobody can say that it is new.
            return str(cell["heading"])
        if course is Course.GONE and one_year:
            return "—"
        heading = cell["heading"]
        if isinstance(cell["into"], int):
            other = _cells(rows[cell["into"]])[place]
            heading = other and other["heading"]
        return f"{word(course).text(language_now())} {heading or ''}".strip()

    return value


def _cells(row: Row) -> list[Row | None]:
    """Return the cells of a topic, one for each report."""
    cells = row["cells"]
    return [c if isinstance(c, dict) else None for c in cells] if isinstance(cells, list) else []


def _flat(rows: Iterable[Row]) -> list[Row]:
    """Return one line for each topic in each report that has it, or where it is gone."""
    return [
        {"topic": number, "title": row["heading"], **cell}
        for number, row in enumerate(rows)
        for cell in _cells(row)
        if cell is not None
    ]

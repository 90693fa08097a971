"""The verb ``topics``: each topic of a part through several reports."""

from collections.abc import Callable, Iterable

import click

from tracker.cli.layout import Listing, TableColumn
from tracker.cli.options import encoding_option, format_option
from tracker.cli.output import chosen_format, emit
from tracker.cli.reading import Desk, Reading, distinct, nothing, progress, remark
from tracker.cli.speech import SpokenCommand, SpokenOption, language_now
from tracker.export.rows import Row, topic_rows
from tracker.message import Message
from tracker.model.alignment import AlignmentPart
from tracker.model.thread import Course
from tracker.model.words import word

_DRAWING = Message("正在梳理各主题……", "Following the topics …")
_PARTS = (AlignmentPart.PLAN, AlignmentPart.REVIEW, AlignmentPart.OUTLOOK)
_MOST_COLUMNS = 8


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
    emit(_listing(topic_rows(found, reports, names), readings), chosen_format(form))


def _listing(rows: list[Row], readings: tuple[Reading, ...]) -> Listing:
    """Return the topics as a matrix: a row each, a column for each report."""
    shown = readings[-_MOST_COLUMNS:]
    first = len(readings) - len(shown)
    columns = [
        TableColumn(_name(reading, one_year=_one_year(readings)), _cell(first + n), 1, lines=2)
        for n, reading in enumerate(shown)
    ]
    return Listing(rows=rows, flatten=_flat, columns=columns)


def _one_year(readings: tuple[Reading, ...]) -> bool:
    return len({reading.report.meta.year for reading in readings}) == 1


def _name(reading: Reading, *, one_year: bool) -> Message:
    meta = reading.report.meta
    region = meta.region.name if meta.region else reading.file
    name = region if one_year or meta.year is None else str(meta.year)
    return Message(name, name)


def _cell(place: int) -> Callable[[Row], str]:
    def value(row: Row) -> str:
        cells = row["cells"]
        cell = cells[place] if isinstance(cells, list) else None
        if not isinstance(cell, dict):
            return ""
        course = word(Course(str(cell["course"]))).text(language_now())
        return f"{course} {cell['heading'] or ''}".strip()

    return value


def _flat(rows: Iterable[Row]) -> list[Row]:
    """Return one line for each topic in each report that has it, or where it is gone."""
    return [
        {"topic": number, "title": row["heading"], **cell}
        for number, row in enumerate(rows)
        if isinstance(cells := row["cells"], list)
        for cell in cells
        if isinstance(cell, dict)
    ]

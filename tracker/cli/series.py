"""The verbs ``indicators`` and ``figures``: what many reports tell together."""

from collections.abc import Iterable, Sequence

import click

from tracker.cli.layout import Listing, TableColumn
from tracker.cli.many_tables import OVER_A_GAP
from tracker.cli.names import names_option, read_names
from tracker.cli.options import encoding_option, format_option
from tracker.cli.output import chosen_format, emit
from tracker.cli.places import Given, opened
from tracker.cli.reading import (
    Desk,
    Reading,
    check_usable,
    distinct,
    nothing,
    progress,
    remark,
    workspace_of,
    workspace_readings,
)
from tracker.cli.speech import SpokenCommand, SpokenOption, language_now, say
from tracker.errors import InputProblem
from tracker.export.handout_table import SIGNS
from tracker.export.rows import Row
from tracker.export.series_rows import figures_row, flat_value, pair_row, value_row
from tracker.message import Message
from tracker.model.commitment import StatementKind
from tracker.model.decision import TrackingWords
from tracker.model.figures import Grouping, ReportFigures
from tracker.model.measure import Comparison, MeasureKind
from tracker.model.outline import Role
from tracker.model.series import IndicatorValue
from tracker.model.tracking import Verdict
from tracker.model.words import word

_FILES = click.Path(path_type=str, readable=False)
_GATHERING = Message("正在整理指标……", "Gathering indicators …")
_COUNTING = Message("正在核对承诺……", "Judging promises …")
_NOTHING_LOOKS_BACK = Message(
    "还没有可以核对的报告：同一地区至少要有两个年度的报告，后一年的才会回顾前一年。",
    "Nothing looks back yet: two reports of one region and different years are needed at least.",
)


@click.command("indicators", cls=SpokenCommand)
@click.argument("files", type=_FILES, nargs=-1, required=True)
@click.option("--indicator", "indicators", cls=SpokenOption, multiple=True, metavar="NAME")
@click.option("--every-name", cls=SpokenOption, is_flag=True)
@encoding_option
@format_option()
def indicators_verb(
    files: tuple[str, ...], indicators: tuple[str, ...], form: str | None, *, every_name: bool
) -> None:
    """Print what was promised and reported of indicators, over years and regions."""
    desk = Desk()
    with progress(_GATHERING):
        readings = distinct(files, desk)
        from tracker import pipeline  # noqa: PLC0415

        for reading in readings:
            check_usable(reading, desk)
        values = pipeline.indicators([reading.report for reading in readings], desk.options)
        kept = [v for v in values if _is_asked(v, indicators, every_name=every_name)]
    if not kept:
        asked = "、".join(indicators)
        named = Message(f"指标“{asked}”", f"indicator “{asked}” was")
        raise nothing(" ".join(files), named if indicators else Message("指标", "indicator was"))
    remark(*readings)
    reports = {reading.report.id: reading.report for reading in readings}
    names = {reading.report.id: reading.file for reading in readings}
    listing = Listing(
        rows=[value_row(value, reports, names) for value in kept],
        flatten=lambda rows: [flat_value(row) for row in rows],
        columns=_PAIR_TABLE,
        table_rows=[pair_row(pair, reports, names) for pair in pipeline.by_year(kept)],
    )
    emit(listing, chosen_format(form))


def _is_asked(value: IndicatorValue, asked: tuple[str, ...], *, every_name: bool) -> bool:
    """Tell whether a value is of one of the indicators that were asked for, or is of any."""
    name = value.indicator
    if asked:
        return name.name in asked or value.written in asked
    return name.standard or every_name


def _name(row: Row) -> str:
    scope = f"（{row['scope']}）" if row["scope"] else ""
    return f"{row['indicator']}{scope}"


def _measure(row: Row) -> str:
    unit = row["unit"] or ""
    kind = word(MeasureKind(str(row["measure"]))).text(language_now())
    return f"{kind} {unit}".rstrip()


def _promise(row: Row) -> str:
    if row["promised"] is None:
        return ""
    bound = row["promised_op"]
    upper = "" if row["promised2"] is None else f"～{row['promised2']}"
    return f"{SIGNS.get(Comparison(str(bound)), '') if bound else ''}{row['promised']}{upper}"


def _result(row: Row) -> str:
    if row["reported"] is None:
        return ""
    estimated = Message("（预计）", " (est.)").text(language_now()) if row["estimated"] else ""
    return f"{row['reported']}{estimated}"


_PAIR_TABLE = (
    TableColumn(Message("地区", "region"), lambda row: row["region"]),
    TableColumn(Message("指标", "indicator"), _name, 2),
    TableColumn(Message("类型", "measure"), _measure, 1),
    TableColumn(Message("年度", "year"), lambda row: row["year"]),
    TableColumn(Message("承诺", "promised"), _promise),
    TableColumn(Message("完成", "reported"), _result),
)


@click.command("figures", cls=SpokenCommand)
@click.argument("files", type=_FILES, nargs=-1, required=True)
@click.option(
    "--by",
    cls=SpokenOption,
    type=click.Choice([one.value for one in Grouping]),
    default=Grouping.REPORT.value,
    show_default=True,
)
@names_option
@encoding_option
@format_option()
def figures_verb(files: tuple[str, ...], by: str, names: str | None, form: str | None) -> None:
    """Print how much reports promise and how those of the next year answer."""
    place = workspace_of(files, names)
    said = TrackingWords(read_names(names) if names else ())
    with progress(_COUNTING):
        if place is None:
            counted, readings = _figures_of_files(files, Grouping(by), said)
        else:
            counted, readings = _figures_of_workspace(place, Grouping(by))
    if not counted:
        raise InputProblem(_NOTHING_LOOKS_BACK)
    remark(*_used(readings, {one.earlier for one in counted}))
    reports = {reading.report.id: reading.report for reading in readings}
    files_by_id = {reading.report.id: reading.file for reading in readings}
    rows = [figures_row(one, reports, files_by_id) for one in counted]
    _remark_gaps(counted)
    emit(_figures_listing(rows, by), chosen_format(form))


def _figures_of_files(
    files: Sequence[str], by: Grouping, said: TrackingWords
) -> tuple[Sequence[ReportFigures], Sequence[Reading]]:
    from tracker import pipeline  # noqa: PLC0415

    desk = Desk()
    readings = tuple(desk.read_report(reading.file) for reading in distinct(files, desk))
    reports = [reading.report for reading in readings]
    return pipeline.figures(reports, desk.options, by, said), readings


def _figures_of_workspace(
    place: Given, by: Grouping
) -> tuple[Sequence[ReportFigures], Sequence[Reading]]:
    with opened(place) as workspace:
        counted = workspace.figures(by)
        return counted, workspace_readings(workspace)


def _remark_gaps(counted: Iterable[ReportFigures]) -> None:
    """Say where reports are missing between a report and the one it is judged by."""
    gaps = {(one.region, one.year, one.later_year) for one in counted if one.missing_years}
    for region, year, later in sorted(gaps, key=str):
        say(
            Message(
                f"提示：{region}{year} 年之后的报告是 {later} 年的，中间缺报告；"
                "该行没有反馈率（–），结论不能与逐年相接的各年比较。",
                f"Warning: {region}: the report after {year} is that of {later}, those between "
                "are missing; it has no feedback rate (–), and its verdicts do not compare with "
                "those of reports that follow each other.",
            )
        )


def _used(readings: Iterable[Reading], promising: set[str]) -> list[Reading]:
    return [reading for reading in readings if reading.report.id in promising]


def _percent(row: Row) -> str:
    rate = row["feedback_rate"]
    if isinstance(rate, float | int):
        return f"{rate:.0%}"
    return OVER_A_GAP if row["missing_years"] and row["quantified"] else ""


def _figures_listing(rows: Sequence[Row], by: str) -> Listing:
    """Return figures; the name of a single region stands above the table."""
    regions = {str(row["region"] or "") for row in rows}
    alone = len(regions) == 1
    columns = _figures_table(by)
    return Listing(
        rows=rows,
        flatten=list,
        head=[region for region in regions if alone and region],
        columns=columns[1:] if alone else columns,
    )


def _figures_table(by: str) -> tuple[TableColumn, ...]:
    decided = (Verdict.FULFILLED, Verdict.PARTIAL, Verdict.MISSED, Verdict.NOT_REPORTED)
    group = TableColumn(Message("分组", "group"), _group, 1)
    return (
        TableColumn(Message("地区", "region"), lambda row: row["region"], 1),
        TableColumn(Message("年度", "year"), _span_of_years),
        *(() if by == Grouping.REPORT else (group,)),
        TableColumn(Message("承诺", "all"), lambda row: row["promises"]),
        TableColumn(Message("量化", "quantified"), lambda row: row["quantified"]),
        TableColumn(Message("反馈率", "rate"), _percent),
        *(_verdict_column(verdict) for verdict in decided),
    )


def _group(row: Row) -> str:
    """Return what a group is called: a kind or a role by its name, a heading as it stands."""
    name, by = str(row["group"] or ""), row["by"]
    if by == Grouping.KIND:
        return word(StatementKind(name)).text(language_now())
    return word(Role(name)).text(language_now()) if by == Grouping.ROLE else name


def _span_of_years(row: Row) -> str:
    """Return the year, and the later one that judges it where reports between are missing."""
    later = str(row["later_year"])[2:]
    return f"{row['year']}→{later}" if row["missing_years"] else str(row["year"])


def _verdict_column(verdict: Verdict) -> TableColumn:
    return TableColumn(word(verdict), lambda row: row[verdict.value])

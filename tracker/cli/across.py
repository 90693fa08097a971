"""The verbs ``chains``, ``cascade`` and ``agreement``: promises over several reports."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import PurePath

import click

from tracker.cli.layout import Detail, Listing, TableColumn
from tracker.cli.names import names_option, read_names
from tracker.cli.options import encoding_option, format_option
from tracker.cli.output import chosen_format, emit
from tracker.cli.places import Given, given_place, is_workspace, opened
from tracker.cli.reading import (
    Desk,
    Reading,
    distinct,
    named_reading,
    nothing,
    progress,
    remark,
    workspace_of,
    workspace_readings,
)
from tracker.cli.speech import SpokenCommand, SpokenOption, language_now
from tracker.export.across_rows import (
    agreement_rows,
    cascade_rows,
    chain_row,
    flat_cascade,
    flat_chains,
)
from tracker.export.rows import Row
from tracker.message import Message
from tracker.model.agreement import Concord
from tracker.model.cascade import Ambition, Cascade, TakenUpAs
from tracker.model.chain import Chain, ChainState
from tracker.model.decision import TrackingWords
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.series import Side
from tracker.model.tracking import Verdict
from tracker.model.words import word

_FILE = click.Path(path_type=str, readable=False)
_FOLLOWING = Message("正在逐年核对承诺……", "Following promises through the years …")
_COMPARING = Message("正在比较两份报告……", "Setting the two reports side by side …")


@click.command("chains", cls=SpokenCommand)
@click.argument("files", type=_FILE, nargs=-1, required=True)
@click.option("--times", cls=SpokenOption, type=click.IntRange(1), default=1, show_default=True)
@click.option(
    "--state",
    "states",
    cls=SpokenOption,
    type=click.Choice([state.value for state in ChainState]),
    multiple=True,
)
@names_option
@encoding_option
@format_option()
def chains_verb(
    files: tuple[str, ...], times: int, states: tuple[str, ...], names: str | None, form: str | None
) -> None:
    """Print each promise of a region's reports, followed through the years."""
    place = workspace_of(files, names)
    said = TrackingWords(read_names(names) if names else ())
    with progress(_FOLLOWING):
        found, readings = (
            _chains_of_files(files, said) if place is None else _chains_of_workspace(place)
        )
    kept = [
        chain
        for chain in found
        if len(chain.links) >= times and (not states or chain.state.value in states)
    ]
    if not kept:
        raise nothing(" ".join(files), Message("这样的承诺", "such promise was"))
    remark(*readings)
    reports, file_names = _by_id(readings)
    language = language_now()
    rows = [chain_row(chain, reports, file_names, language) for chain in kept]
    emit(_chain_listing(rows), chosen_format(form))


def _chains_of_files(
    files: Sequence[str], said: TrackingWords
) -> tuple[Sequence[Chain], Sequence[Reading]]:
    from tracker import pipeline  # noqa: PLC0415

    desk = Desk()
    readings = tuple(desk.read_report(reading.file) for reading in distinct(files, desk))
    return pipeline.chains([one.report for one in readings], desk.options, said), readings


def _chains_of_workspace(place: Given) -> tuple[Sequence[Chain], Sequence[Reading]]:
    with opened(place) as workspace:
        return workspace.chains(), workspace_readings(workspace)


@click.command("cascade", cls=SpokenCommand)
@click.argument("files", type=_FILE, nargs=-1, required=True, metavar="[WORKSPACE] UPPER LOWER")
@click.option("--taken-up", cls=SpokenOption, is_flag=True)
@encoding_option
@format_option()
def cascade_verb(files: tuple[str, ...], form: str | None, *, taken_up: bool) -> None:
    """Print what of an upper level's plan stands in a lower level's."""
    place = given_place(files[0]) if is_workspace(files[0]) else None
    reports_given = files if place is None else files[1:]
    if len(reports_given) != 2:
        said = Message(
            "要给出两份报告：先上级，后下级。",
            "Two reports are needed: the upper one, the lower one.",
        )
        raise click.UsageError(said.text(language_now()))
    upper, lower = reports_given
    with progress(_COMPARING):
        found, above, below = (
            _cascade_of_files(upper, lower)
            if place is None
            else _cascade_of_workspace(place, upper, lower)
        )
    if not found.rows:
        raise nothing(upper, Message("承诺事项", "promise was"))
    remark(above, below)
    reports, names = _by_id((above, below))
    rows = cascade_rows(found, reports, names, language_now())
    shown = [row for row in rows if row["taken_up"] or row["names_lower"]]
    emit(_cascade_listing(shown if taken_up else rows, shown), chosen_format(form))


def _cascade_of_files(upper: str, lower: str) -> tuple[Cascade, Reading, Reading]:
    from tracker import pipeline  # noqa: PLC0415

    desk = Desk()
    above, below = desk.read_report(upper), desk.read_report(lower)
    return pipeline.cascade(above.report, below.report, desk.options), above, below


def _cascade_of_workspace(place: Given, upper: str, lower: str) -> tuple[Cascade, Reading, Reading]:
    with opened(place) as workspace:
        above, below = (named_reading(workspace, one) for one in (upper, lower))
        return workspace.cascade(above.report.id, below.report.id), above, below


@click.command("agreement", cls=SpokenCommand)
@click.argument("a", type=_FILE)
@click.argument("b", type=_FILE)
@encoding_option
@format_option()
def agreement_verb(a: str, b: str, form: str | None) -> None:
    """Print which figures of two documents agree, differ, or stand in one only."""
    desk = Desk()
    with progress(_COMPARING):
        first, second = desk.read_report(a), desk.read_report(b)
        from tracker import pipeline  # noqa: PLC0415

        found = pipeline.agreement(first.report, second.report, desk.options)
    if not found.rows:
        raise nothing(a, Message("数字", "figure was"))
    remark(first, second)
    reports, _ = _by_id((first, second))
    emit(
        _agreement_listing(agreement_rows(found, reports, language_now()), first, second),
        chosen_format(form),
    )


def _by_id(
    readings: Sequence[Reading],
) -> tuple[dict[ReportId, Report], dict[ReportId, str]]:
    """Return the reports and their file names by their ids."""
    return (
        {reading.report.id: reading.report for reading in readings},
        {reading.report.id: reading.file for reading in readings},
    )


def _counts(kinds: type[StrEnum], found: Iterable[object]) -> str:
    counted = Counter(map(str, found))
    language = language_now()
    return "  ".join(
        f"{word(kind).text(language)} {counted[kind.value]}"
        for kind in kinds
        if counted[kind.value]
    )


def _said(kinds: type[StrEnum], value: object) -> str:
    return word(kinds(str(value))).text(language_now()) if value else ""


def _rows(row: Row, key: str) -> list[Row]:
    found = row[key]
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _chain_listing(rows: Sequence[Row]) -> Listing:
    """Return chains, the times that each was promised below it."""
    language = language_now()

    def links(row: Row) -> list[Detail]:
        shown = [Detail(Message("经过", "story"), str(row["reason"]), 3)]
        for link in _rows(row, "links"):
            verdict = _said(Verdict, link["verdict"])
            shifts = "；".join(str(shift["message"]) for shift in _rows(link, "shifts"))
            text = f"{PurePath(str(link['file'])).name}:{link['line']} {link['quote']} → {verdict}"
            year = str(link["year"])
            shown.append(Detail(Message(year, year), f"{text} {shifts}".strip(), 2))
        return shown

    return Listing(
        rows=rows,
        flatten=lambda found: list(flat_chains(found)),
        table_rows=sorted(rows, key=lambda row: -len(_rows(row, "links"))),
        head=[
            Message(f"承诺 {len(rows)} 项", f"{len(rows)} promises").text(language),
            _counts(ChainState, (row["state"] for row in rows)),
        ],
        columns=(
            TableColumn(Message("次数", "times"), lambda row: len(_rows(row, "links"))),
            TableColumn(Message("承诺", "promise"), lambda row: row["object"], 1, 2),
            TableColumn(Message("目前", "state"), lambda row: _said(ChainState, row["state"])),
        ),
        details=links,
    )


def _cascade_listing(rows: Sequence[Row], shown: Sequence[Row]) -> Listing:
    """Return upper promises; the table has those taken up and those that name the lower level."""
    language = language_now()

    def promise(row: Row) -> Row:
        found = row["commitment"]
        return found if isinstance(found, dict) else {}

    def take(row: Row) -> Row:
        return next(iter(_rows(row, "takes")), {})

    def state(row: Row) -> str:
        found = take(row)
        if not found:
            return Message("未见承接", "not taken up").text(language)
        return " ".join(
            filter(None, (_said(TakenUpAs, found["as"]), _said(Ambition, found["ambition"])))
        )

    taken = sum(bool(row["taken_up"]) for row in rows)
    left = len(shown) - sum(bool(row["taken_up"]) for row in shown)
    return Listing(
        rows=rows,
        flatten=lambda found: list(flat_cascade(found)),
        table_rows=shown,
        head=[
            Message(
                f"上级承诺 {len(rows)} 项，下级承接 {taken} 项，点到下级而未见承接 {left} 项",
                f"{len(rows)} upper promises; {taken} taken up below; {left} name the lower level "
                "and are not taken up",
            ).text(language)
        ],
        columns=(
            TableColumn(Message("上级行", "upper line"), lambda row: promise(row).get("line")),
            TableColumn(Message("上级", "upper"), lambda row: promise(row).get("quote"), 1, 2),
            TableColumn(Message("下级行", "lower line"), lambda row: take(row).get("line")),
            TableColumn(Message("下级", "lower"), lambda row: take(row).get("quote") or "—", 1, 2),
            TableColumn(Message("承接", "taken up as"), state),
        ),
        details=lambda row: [Detail(Message("理由", "reason"), str(row["reason"]), 2)],
    )


def _agreement_listing(rows: Sequence[Row], a: Reading, b: Reading) -> Listing:
    """Return the figures of two documents; the table begins with what differs."""
    order = [Concord.DIFFERENT, Concord.BOUND, Concord.SAME, Concord.ONLY_A, Concord.ONLY_B]
    place = {concord.value: at for at, concord in enumerate(order)}
    names = f"A = {PurePath(a.file).name}，B = {PurePath(b.file).name}"
    zh = f"甲：{PurePath(a.file).name}，乙：{PurePath(b.file).name}"
    return Listing(
        rows=rows,
        flatten=list,
        table_rows=sorted(rows, key=lambda row: place[str(row["concord"])]),
        head=[
            Message(zh, names).text(language_now()),
            _counts(Concord, (row["concord"] for row in rows)),
        ],
        columns=(
            TableColumn(Message("比较", "figures"), lambda row: _said(Concord, row["concord"])),
            TableColumn(Message("指标", "indicator"), lambda row: row["indicator"], 1, 2),
            TableColumn(Message("方向", "side"), lambda row: _said(Side, row["side"])),
            TableColumn(Message("甲行", "A line"), lambda row: row["a_line"]),
            TableColumn(Message("甲", "A"), lambda row: row["a_quote"] or "—", 1, 2),
            TableColumn(Message("乙行", "B line"), lambda row: row["b_line"]),
            TableColumn(Message("乙", "B"), lambda row: row["b_quote"] or "—", 1, 2),
        ),
        details=lambda row: [Detail(Message("说明", "reason"), str(row["reason"]), 2)],
    )

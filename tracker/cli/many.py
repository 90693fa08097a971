"""The verbs that compare many reports: ranking, feedback, shared, first, nearest."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tracker.cli.layout import Listing
from tracker.cli.many_tables import (
    choice_listing,
    clause_listing,
    feedback_listing,
    near_listing,
    phrase_listing,
    ranking_listing,
    share_listing,
    spread_listing,
)
from tracker.cli.options import encoding_option, format_option
from tracker.cli.output import chosen_format, emit
from tracker.cli.places import opened
from tracker.cli.reading import Desk, distinct, nothing, progress, workspace_of
from tracker.cli.speech import SpokenCommand, SpokenOption, language_now, say
from tracker.errors import InputProblem
from tracker.export.many_rows import (
    choice_rows,
    clause_rows,
    feedback_rows,
    near_rows,
    phrase_rows,
    ranking_rows,
    share_rows,
    spread_rows,
)
from tracker.export.rows import Row
from tracker.export.table_file import check_table, markdown, write_table
from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.ranking import ComparedYear, Ranking
from tracker.model.report import RegionLevel, Report

if TYPE_CHECKING:
    from tracker.comparisons import ReportSet
    from tracker.model.first_use import NewPhrase, Spread
    from tracker.workspace import Workspace

    Many = ReportSet | Workspace

_FILES = click.Path(path_type=str, readable=False)
_TARGET = click.Path(path_type=Path, readable=False)
_COMPARING = Message("正在比较各份报告……", "Comparing the reports …")
Command = TypeVar("Command", bound=Callable[..., None])


def _shared_options(command: Command) -> Command:
    """Give a verb its files, ``--format`` with Markdown, ``--output`` and ``--encoding``."""
    command = format_option("md")(command)
    option = click.option("--output", cls=SpokenOption, type=_TARGET, default=None, metavar="FILE")
    command = encoding_option(option(command))
    return click.argument("files", type=_FILES, nargs=-1, required=True)(command)


@contextmanager
def _many(
    files: Sequence[str], output: Path | None
) -> Iterator["tuple[Many, dict[ReportId, str]]"]:
    """Open what is compared, and what each report in it is called."""
    if output is not None:
        check_table(output)
    place = workspace_of(files, None)
    with progress(_COMPARING):
        if place is None:
            from tracker.comparisons import ReportSet  # noqa: PLC0415

            desk = Desk()
            readings = distinct(files, desk)
            reports = [reading.report for reading in readings]
            yield ReportSet(reports, desk.options), {r.report.id: r.file for r in readings}
        else:
            with opened(place) as workspace:
                yield workspace, {entry.id: entry.name for entry in workspace.entries()}


def _give(listing: Listing, form: str | None, output: Path | None) -> None:
    """Write rows to the file that was asked for, else to stdout."""
    rows = list(listing.flatten(listing.rows))
    if output is not None:
        write_table(output, rows)
        say(Message(f"已写入 {output}（{len(rows)} 行）。", f"Wrote {output} ({len(rows)} rows)."))
    elif form == "md":
        fields = list(rows[0]) if rows else []
        cells = [[row[field] for field in fields] for row in rows]
        click.echo(markdown(fields, cells), nl=False)
    else:
        emit(listing, chosen_format(form))


def _named(files: dict[ReportId, str], wanted: str, many: "Many") -> Report:
    """Return the report that is called so: by its file, or by region and year (苏州 2021).

    Raises:
        InputProblem: None is, or several are.
    """
    found = [one for one, name in files.items() if name == wanted or Path(name).stem == wanted]
    if not found:
        words = wanted.split()
        found = [one for one in files if _is_called(many.report(one), words)]
    if len(found) == 1:
        return many.report(found[0])
    if not found:
        raise nothing(wanted, Message("这样的报告", "such report was"))
    listed = "；".join(files[one] for one in found[:5])
    raise InputProblem(
        Message(
            f"“{wanted}”可能是 {len(found)} 份报告：{listed}。",
            f"“{wanted}” may be any of {len(found)} reports: {listed}.",
        )
    )


def _is_called(report: Report, words: Sequence[str]) -> bool:
    meta = report.meta
    region = meta.region.name if meta.region else ""
    return bool(words) and all(word == str(meta.year) or word in region for word in words)


@click.command("ranking", cls=SpokenCommand)
@click.option("--of-year", "year", cls=SpokenOption, type=int, required=True, metavar="YEAR")
@click.option("--indicator", "name", cls=SpokenOption, default="", metavar="NAME")
@click.option(
    "--level",
    cls=SpokenOption,
    type=click.Choice([level.value for level in RegionLevel]),
    default=None,
)
@click.option("--within", cls=SpokenOption, default="", metavar="CODE")
@_shared_options
def ranking_verb(
    files: tuple[str, ...],
    year: int,
    name: str,
    level: str | None,
    within: str,
    form: str | None,
    output: Path | None,
) -> None:
    """Print one indicator over the regions of a year, or which indicators there are."""
    with _many(files, output) as (many, names):
        upper = within.rstrip("0") if len(within) == 6 else within
        compared = many.compare_regions(year, level or "", upper)
        if not compared.rankings:
            raise nothing(
                str(year), Message("两个以上地区都有的指标", "indicator of two regions was")
            )
        if not name:
            listing = choice_listing(choice_rows(compared))
        else:
            chosen = _ranking(compared, name)
            ids = {
                value.report_id
                for row in chosen.rows
                if row.pair
                for value in (row.pair.promised, row.pair.reported)
                if value
            }
            rows = ranking_rows(chosen, {one: many.report(one) for one in ids}, names)
            listing = ranking_listing(rows, chosen)
    _give(listing, form, output)


def _ranking(compared: ComparedYear, name: str) -> Ranking:
    """Return the ranking of an indicator: of its kinds and units the one that most regions give.

    ``NAME:growth`` asks for a kind.
    """
    wanted, _, kind = name.partition(":")
    for ranking in compared.rankings:
        choice = ranking.choice
        if choice.indicator.name == wanted and kind in ("", choice.kind.value):
            return ranking
    raise nothing(str(compared.year), Message(f"指标“{name}”", f"indicator “{name}” was"))


@click.command("feedback", cls=SpokenCommand)
@_shared_options
def feedback_verb(files: tuple[str, ...], form: str | None, output: Path | None) -> None:
    """Print the feedback rate of each region and year."""
    with _many(files, output) as (many, _):
        found = many.feedback()
    if not found.whole.reports:
        raise InputProblem(
            Message(
                "没有相邻两年的报告，算不出反馈率。",
                "No report is looked back on by that of the next year; there is no rate.",
            )
        )
    _give(feedback_listing(feedback_rows(found), found), form, output)


@click.command("shared", cls=SpokenCommand)
@click.option("--of", "of_report", cls=SpokenOption, default="", metavar="REPORT")
@_shared_options
def shared_verb(
    files: tuple[str, ...], of_report: str, form: str | None, output: Path | None
) -> None:
    """Print how much of each report stands elsewhere, or the clauses of one that do."""
    with _many(files, output) as (many, names):
        if of_report:
            report = _named(names, of_report, many)
            found = many.shared_of(report.id)
            listing = clause_listing(clause_rows(found, report), found)
        else:
            text = many.shared_text()
            if not text.reports:
                raise nothing(files[0], Message("工作报告", "work report was"))
            listing = share_listing(share_rows(text.reports), text)
    _give(listing, form, output)


@click.command("first", cls=SpokenCommand)
@click.option("--phrase", cls=SpokenOption, default="", metavar="WORDS")
@click.option("--new-in", "new_in", cls=SpokenOption, type=int, default=None, metavar="YEAR")
@_shared_options
def first_verb(
    files: tuple[str, ...], phrase: str, new_in: int | None, form: str | None, output: Path | None
) -> None:
    """Print who says a phrase first and who follows, or the phrases that are new in a year."""
    if bool(phrase) == (new_in is not None):
        said = Message(
            "请用 --phrase 给出一个词语，或者用 --new-in 给出一个年度。",
            "Give a phrase with --phrase, or a year with --new-in.",
        )
        raise click.UsageError(said.text(language_now()))
    with _many(files, output) as (many, _):
        if new_in is None:
            spread = _spread(many, phrase)
            if not spread.uses:
                raise nothing(phrase, Message("说到它的报告", "report that says it was"))
            listing = spread_listing(spread_rows(spread), spread)
        else:
            rows = phrase_rows(_new_phrases(many, new_in), new_in)
            if not rows:
                problem = Message(
                    "新提法（要有更早年度的报告）", "new phrase (earlier years are needed) was"
                )
                raise nothing(str(new_in), problem)
            listing = phrase_listing(rows)
    _give(listing, form, output)


def _new_phrases(many: "Many", year: int) -> "Sequence[NewPhrase]":
    from tracker.comparisons import ReportSet  # noqa: PLC0415

    if isinstance(many, ReportSet):
        return many.new_phrases(year)
    from tracker.workspace import new_phrases_in_workspace  # noqa: PLC0415

    return new_phrases_in_workspace(many, year)


def _spread(many: "Many", phrase: str) -> "Spread":
    from tracker.comparisons import ReportSet  # noqa: PLC0415

    if isinstance(many, ReportSet):
        return many.spread(phrase)
    from tracker.workspace import spread_in_workspace  # noqa: PLC0415

    return spread_in_workspace(many, phrase)


@click.command("nearest", cls=SpokenCommand)
@click.option("--to", "to_report", cls=SpokenOption, required=True, metavar="REPORT")
@click.option("--other-regions", cls=SpokenOption, is_flag=True)
@click.option("--same-year", cls=SpokenOption, is_flag=True)
@_shared_options
def nearest_verb(
    files: tuple[str, ...],
    to_report: str,
    form: str | None,
    output: Path | None,
    *,
    other_regions: bool,
    same_year: bool,
) -> None:
    """Print the reports that are nearest to one, with what they share."""
    with _many(files, output) as (many, names):
        report = _named(names, to_report, many)
        region = report.meta.region
        place = (region.code or region.name) if region else ""
        found = [
            one
            for one in many.nearest(report.id)
            if not (other_regions and one.report.place == place)
            and not (same_year and one.report.year != report.meta.year)
        ]
    if not found:
        raise nothing(to_report, Message("可比较的报告", "report to compare with was"))
    rows: list[Row] = near_rows(found)
    _give(near_listing(rows), form, output)

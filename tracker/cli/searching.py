"""The verb ``search``: key words in context, over files or a workspace."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

import click

from tracker.cli.layout import Detail, Listing, TableColumn
from tracker.cli.options import encoding_option, format_option
from tracker.cli.output import chosen_format, emit, emit_parts
from tracker.cli.places import Given, WorkspaceType, opened
from tracker.cli.reading import Desk, progress, workspace_of
from tracker.cli.speech import SpokenCommand, SpokenOption, language_now, say
from tracker.errors import InputProblem
from tracker.export.rows import Row
from tracker.export.search_rows import flat_hits, hit_row, kept_hit_row
from tracker.message import Message
from tracker.model.outline import Role
from tracker.model.report import Report, ReportKind
from tracker.model.search import Order, Query, Scope
from tracker.model.words import word

_FILES = click.Path(path_type=str, readable=False)
_SEARCHING = Message("正在检索……", "Searching …")
_TOGETHER = 200
"""Hits that are printed together, in a terminal under one head."""
_BEFORE, _AFTER = 16, 40
"""Characters before and after what was found, in a terminal table."""


@click.command("search", cls=SpokenCommand)
@click.argument("query")
@click.argument("files", type=_FILES, nargs=-1)
@click.option(
    "--workspace",
    cls=SpokenOption,
    type=WorkspaceType(),
    default=None,
    metavar="FILE",
)
@click.option("--regex", cls=SpokenOption, is_flag=True)
@click.option("--words", cls=SpokenOption, is_flag=True)
@click.option(
    "--order",
    cls=SpokenOption,
    type=click.Choice([order.value for order in Order]),
    default=Order.LIBRARY.value,
    show_default=True,
)
@click.option("--limit", cls=SpokenOption, type=click.IntRange(1), default=None, metavar="N")
@click.option("--year", "years", cls=SpokenOption, type=int, multiple=True, metavar="YEAR")
@click.option("--region", "regions", cls=SpokenOption, multiple=True, metavar="NAME")
@click.option(
    "--kind",
    "kinds",
    cls=SpokenOption,
    type=click.Choice([kind.value for kind in ReportKind]),
    multiple=True,
)
@click.option(
    "--role",
    "roles",
    cls=SpokenOption,
    type=click.Choice([role.value for role in Role if role is not Role.NOISE]),
    multiple=True,
)
@encoding_option
@format_option()
def search_verb(
    query: str, files: tuple[str, ...], workspace: Given | None, form: str | None, **options: object
) -> None:
    """Print the sentences that hold all that is looked for."""
    if bool(files) == bool(workspace):
        said = Message(
            "请给出要检索的文件，或者用 --workspace 给出一个工作区。",
            "Name the files to search, or a workspace with --workspace.",
        )
        raise click.UsageError(said.text(language_now()))
    workspace = workspace or workspace_of(files, None)
    wanted = Query(query, bool(options["regex"]), bool(options["words"]))
    scope = _scope(options)
    limit = options["limit"] if isinstance(options["limit"], int) else None
    if workspace is not None:
        order = Order(str(options["order"]))
        parts = _in_workspace(workspace, wanted, scope, order, limit)
        emit_parts(map(_listing, parts), chosen_format(form))
        return
    with progress(_SEARCHING):
        found = _in_files(files, wanted, scope)
    every = [row for _, of_report in found for row in of_report]
    _say_counts(len(every), len({row["file"] for row in every}), len(found))
    emit(_listing(every[:limit]), chosen_format(form))


def _scope(options: dict[str, object]) -> Scope:
    def given(name: str) -> list[str]:
        found = options[name]
        return [str(one) for one in found] if isinstance(found, tuple) else []

    return Scope(
        years=frozenset(map(int, given("years"))),
        regions=tuple(given("regions")),
        kinds=frozenset(map(ReportKind, given("kinds"))),
        roles=frozenset(map(Role, given("roles"))),
    )


_Found = list[tuple[str, list[Row]]]
"""Every report that was looked through, with its hits."""


def _in_files(files: Sequence[str], query: Query, scope: Scope) -> _Found:
    from tracker.workspace import search_reports  # noqa: PLC0415

    search_reports((), query)  # a wrong query is told before anything is read
    found: _Found = []
    for file, report in _readable(files):
        region = report.meta.region.name if report.meta.region else ""
        if scope.admits(region, report.meta.year, report.meta.kind):
            hits = [one for of in search_reports((report,), query, scope) for one in of.hits]
            found.append((file, [hit_row(hit, report, file) for hit in hits]))
    return found


def _readable(files: Sequence[str]) -> list[tuple[str, Report]]:
    """Return the reports in files; one that cannot be read is told of and does not stop the rest.

    Raises:
        InputProblem: None can be read.
    """
    desk = Desk()
    read: list[tuple[str, Report]] = []
    problems: list[InputProblem] = []
    for file in dict.fromkeys(files):
        try:
            read.append((file, desk.read(file).report))
        except InputProblem as problem:
            problems.append(problem)
    if problems and not read:
        raise problems[0]
    for one in problems:
        say(one.message)
    return read


def _in_workspace(
    place: Given, query: Query, scope: Scope, order: Order, limit: int | None
) -> Iterator[list[Row]]:
    """Yield the hits of the first reports that hold it, and say how many there are in all.

    They are made as they are printed: a word that every paragraph has is found at once, and its
    164,000 sentences need no room.
    """
    with opened(place) as workspace:
        with progress(_SEARCHING):
            found = workspace.search(query, scope, order)
        entries = {entry.id: entry for entry in workspace.entries()}
        waiting: list[Row] = []
        printed = holding = 0
        for one in found.reports:
            if limit is not None and printed + len(waiting) >= limit:
                break
            entry, hits = entries[one.report_id], found.hits(one.report_id).hits
            holding += bool(hits)
            waiting += [kept_hit_row(hit, entry) for hit in hits]
            if limit is None and len(waiting) >= _TOGETHER:
                yield waiting
                printed, waiting = printed + len(waiting), []
        if waiting or not printed:
            yield waiting[:limit]
        printed += len(waiting)
        admitted = sum(scope.admits(e.region_name, e.year, e.kind) for e in entries.values())
        if limit is None or printed < limit:
            _say_counts(printed, holding, admitted)
        else:
            _say_paragraphs(found.n_paragraphs, len(found.reports), admitted, exact=found.exact)


def _say_counts(n_hits: int, holding: int, looked_through: int) -> None:
    """Say how much was found, on stderr: the rows are data."""
    say(
        Message(
            f"{looked_through} 份报告中有 {holding} 份命中，共 {n_hits} 处。",
            f"Hits: {n_hits}, in {holding} of {looked_through} reports.",
        )
    )


def _say_paragraphs(n: int, holding: int, looked_through: int, *, exact: bool) -> None:
    """Say the same where not all hits are printed: how many paragraphs hold it is known."""
    most, at_most = ("", "") if exact else ("至多", " at most")
    say(
        Message(
            f"{looked_through} 份报告中有 {holding} 份命中，共{most} {n} 段；以上为前几处。",
            f"Paragraphs: {n}{at_most}, in {holding} of {looked_through} reports; the first "
            "hits are printed.",
        )
    )


def _listing(rows: Sequence[Row]) -> Listing:
    return Listing(
        rows=rows,
        flatten=lambda found: list(flat_hits(found)),
        columns=(
            TableColumn(Message("文件", "file"), lambda row: PurePath(str(row["file"])).name, 1, 2),
            # In an archive of folders every region has its 2019.md.
            TableColumn(Message("报告", "report"), _whose, 0, 2),
            TableColumn(Message("行", "line"), lambda row: row["line"]),
            TableColumn(Message("部分", "part"), _part),
            TableColumn(Message("命中", "hit"), _in_context, 3, 3),
        ),
        details=lambda row: (
            [Detail(Message("章节", "section"), str(row["section"]))] if row["section"] else []
        ),
    )


def _whose(row: Row) -> str:
    return " ".join(str(row[name]) for name in ("region", "year") if row[name])


def _part(row: Row) -> str:
    return word(Role(str(row["role"]))).text(language_now())


def _in_context(row: Row) -> str:
    """Return what was found first in brackets, with what stands around it."""
    quote = " ".join(str(row["quote"]).split())
    matches = row["matches"]
    first = str(matches[0]) if isinstance(matches, list) and matches else ""
    before, found, after = quote.partition(" ".join(first.split()))
    left = before if len(before) <= _BEFORE else f"…{before[-_BEFORE:]}"
    right = after if len(after) <= _AFTER else f"{after[:_AFTER]}…"
    return f"{left}【{found}】{right}"

"""Who says a phrase first, among the reports of a workspace."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.model.first_use import NewPhrase, Spread
from tracker.model.report import ReportKind
from tracker.model.search import EVERYWHERE, Query, Scope
from tracker.model.shared_text import head_of_entry
from tracker.workspace.comparing import SAYING
from tracker.workspace.searching import search_workspace

if TYPE_CHECKING:
    from tracker.workspace.workspace import Workspace


def _go_on() -> bool:
    """Never ask to stop."""
    return False


def _silent(done: int, total: int, doing: str) -> None:
    """Tell nobody."""


def spread_in_workspace(
    workspace: "Workspace",
    phrase: str,
    scope: Scope = EVERYWHERE,
    *,
    report_progress: Callable[[int, int, str], None] = _silent,
    should_stop: Callable[[], bool] = _go_on,
) -> Spread:
    """Return who says a phrase first, and how it spreads through years and levels.

    Documents that are no reports are left out. What was found so far is told when ``should_stop``
    says so.

    Raises:
        InputProblem: There is nothing to look for.
    """
    from tracker.across.first_uses import spread_of  # noqa: PLC0415 - with the first question

    wanted = phrase.strip()
    query = Query(f"“{wanted}”" if wanted else "")
    found = search_workspace(
        workspace, query, scope, report_progress=report_progress, should_stop=should_stop
    )
    heads = [
        head_of_entry(entry)
        for entry in workspace.entries()
        if entry.kind is not ReportKind.OTHER
        and scope.admits(entry.region_name, entry.year, entry.kind)
    ]
    known = {head.id for head in heads}
    return spread_of(wanted, [one for one in found if one.report_id in known], heads)


_LOOKED_FOR = 60
"""Phrases whose words are looked for in the reports of earlier years."""


def new_phrases_in_workspace(
    workspace: "Workspace",
    year: int,
    *,
    report_progress: Callable[[int, int, str], None] = _silent,
    should_stop: Callable[[], bool] = _go_on,
) -> tuple[NewPhrase, ...]:
    """Return the new phrases of a year; of the widest, how many earlier reports have the words.

    A phrase is new as a phrase of its own; within longer ones its words may be older. Where more
    earlier reports have them than reports of the year have it (邓小平理论), it comes after the
    rest.

    Raises:
        Stopped: ``should_stop`` said so before the phrases of all reports were known.
    """
    found = workspace.new_phrases(year, report_progress=report_progress, should_stop=should_stop)
    years = {entry.year for entry in workspace.entries() if entry.year and entry.year < year}
    before = Scope(years=frozenset(years), kinds=SAYING)
    looked = []
    for one in found[:_LOOKED_FOR]:
        if should_stop():
            break
        holding = workspace.search(Query(f"“{one.text}”"), before, should_stop=should_stop)
        looked.append(replace(one, within=len(holding.reports)))
    looked.sort(key=lambda one: (one.within or 0) > one.reports)
    return (*looked, *found[len(looked) :])

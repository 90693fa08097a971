"""Searching off the GUI thread: in the texts that are looked at, and in the whole library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.errors import InputProblem

if TYPE_CHECKING:
    from desktop.jobs.job import JobContext
    from tracker.message import Message
    from tracker.model.report import Report
    from tracker.model.search import Order, Query, ReportHits
    from tracker.workspace import LibrarySearch, Workspace

FEW = 60
"""Paragraphs that are all shown at once; of more, the best of each report are shown first."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave.

    Attributes:
        query: What was looked for.
        reports: Hits of the reports that have any.
        problem: Why nothing could be looked for: half an expression is typed every time.
    """

    query: Query
    reports: tuple[ReportHits, ...] = ()
    problem: Message | None = None


def find_in(reports: tuple[Report, ...], query: Query, context: JobContext) -> Found:
    """Look through reports that are open."""
    from tracker.workspace import search_reports  # noqa: PLC0415 - loaded with the first search

    if not query.text.strip():
        return Found(query)
    try:
        hits = tuple(search_reports(reports, query, should_stop=context.should_stop))
    except InputProblem as problem:
        return Found(query, problem=problem.message)
    return Found(query, hits)


@dataclass(frozen=True, slots=True)
class FoundInLibrary:
    """What a search over the library gave.

    Attributes:
        query: What was looked for.
        search: What was found; None where nothing was looked for.
        page: The first page of it.
        whole: All hits of these reports are there.
        problem: Why nothing could be looked for.
    """

    query: Query
    search: LibrarySearch | None = None
    page: tuple[ReportHits, ...] = ()
    whole: bool = False
    problem: Message | None = None


def search_library(
    workspace: Workspace, query: Query, order: Order, context: JobContext
) -> FoundInLibrary:
    """Look through all reports of a workspace; return the counts and the first page."""
    if not query.text.strip():
        return FoundInLibrary(query)
    try:
        search = workspace.search(
            query,
            order=order,
            report_progress=context.report_progress,
            should_stop=context.should_stop,
        )
        whole = search.n_paragraphs <= FEW
        return FoundInLibrary(query, search, read_page(search, 0, whole=whole), whole)
    except InputProblem as problem:
        return FoundInLibrary(query, problem=problem.message)


def read_page(search: LibrarySearch, start: int, *, whole: bool) -> tuple[ReportHits, ...]:
    """Return the reports from one on with their best hits, or all of all where they are few."""
    if whole:
        return tuple(search.hits(one.report_id) for one in search.reports[start:])
    return search.page(start)

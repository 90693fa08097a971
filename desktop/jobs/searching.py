"""Searching off the GUI thread: in the texts that are looked at, and in the whole library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.errors import InputProblem

if TYPE_CHECKING:
    from desktop.jobs.job import JobContext
    from tracker.message import Message
    from tracker.model.report import Report
    from tracker.model.search import Query, ReportHits
    from tracker.workspace import Workspace


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


def search_library(workspace: Workspace, query: Query, context: JobContext) -> Found:
    """Look through all reports of a workspace."""
    from tracker.workspace import search_workspace  # noqa: PLC0415 - loaded with the first search

    if not query.text.strip():
        return Found(query)
    try:
        hits = search_workspace(
            workspace,
            query,
            report_progress=context.report_progress,
            should_stop=context.should_stop,
        )
    except InputProblem as problem:
        return Found(query, problem=problem.message)
    return Found(query, hits)

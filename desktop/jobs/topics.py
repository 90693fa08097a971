"""Topics through several reports, off the GUI thread: the matrix, and the changes of one topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.jobs.catalog import Comparison, PartComparison
from tracker.model.alignment import Alignment

if TYPE_CHECKING:
    from desktop.jobs.job import JobContext
    from tracker.model.alignment import AlignmentPart
    from tracker.model.ids import ReportId
    from tracker.model.report import Report
    from tracker.model.thread import Thread, TopicHistory
    from tracker.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Topics:
    """Topics of a part over several reports.

    Attributes:
        reports: The reports, in order.
        history: What became of each topic.
        one_year: They are of different regions and one year.
    """

    reports: tuple[Report, ...]
    history: TopicHistory
    one_year: bool


@dataclass(frozen=True, slots=True)
class ThreadStep:
    """A topic in one report, against the report before that has it.

    Attributes:
        place: Which report, by position.
        before: The one it is compared with, None where it is the first one, or has no section.
        comparison: What changed between the two sections, None without ``before``.
        nearest: Where it has no section: the section that is most like it, None if there is none.
    """

    place: int
    before: int | None = None
    comparison: Comparison | None = None
    nearest: int | None = None


@dataclass(frozen=True, slots=True)
class ThreadChanges:
    """What changed in one topic, report by report."""

    number: int
    steps: tuple[ThreadStep, ...]


def read_topics(
    workspace: Workspace, reports: tuple[ReportId, ...], part: AlignmentPart, context: JobContext
) -> Topics:
    """Follow the topics of a part through reports."""
    history = workspace.topics(
        reports, part, report_progress=context.report_progress, should_stop=context.should_stop
    )
    read = tuple(workspace.report(one) for one in reports)
    return Topics(read, history, one_year=len({report.meta.year for report in read}) == 1)


def read_changes(
    workspace: Workspace, topics: Topics, number: int, context: JobContext
) -> ThreadChanges:
    """Find what changed in one topic from report to report; stops between two of them."""
    thread, steps = topics.history.threads[number], list[ThreadStep]()
    held = sections_of(thread)
    for n, place in enumerate(held):
        if context.should_stop():
            break
        report = topics.reports[place]
        context.report_progress(n, len(held), report.meta.title or report.name)
        steps.append(_step(workspace, topics, held, place))
    return ThreadChanges(number, tuple(steps))


def read_nearest(
    workspace: Workspace, topics: Topics, number: int, context: JobContext
) -> ThreadChanges:
    """Find what is most like a topic in the reports that do not have it, nearest years first."""
    thread, steps = topics.history.threads[number], list[ThreadStep]()
    held = sections_of(thread)
    known = {
        place: min(held, key=lambda other: (abs(other - place), other > place))
        for place in range(len(topics.reports))
        if place not in held
    }
    for place in sorted(known, key=lambda place: abs(known[place] - place)):
        if context.should_stop():
            break
        steps.append(_nearest(workspace, topics, (known[place], held[known[place]]), place))
    return ThreadChanges(number, tuple(steps))


def sections_of(thread: Thread) -> dict[int, int]:
    """Return the sections of a topic by the positions of the reports that have one."""
    return {
        place: cell.section
        for place, cell in enumerate(thread.cells)
        if cell is not None and cell.section is not None
    }


def _nearest(
    workspace: Workspace, topics: Topics, known: tuple[int, int], place: int
) -> ThreadStep:
    """Return the section of a report that is most like one of another report."""
    one, other, part = topics.reports[known[0]].id, topics.reports[place].id, topics.history.part
    said = workspace.hand_words(one, other)
    near = workspace.nearest_sections(one, other, part, known[1], said=said)
    return ThreadStep(place, nearest=near[0].section if near else None)


def _step(workspace: Workspace, topics: Topics, held: dict[int, int], place: int) -> ThreadStep:
    before = max((other for other in held if other < place), default=None)
    if before is None:
        return ThreadStep(place)
    earlier, report, part = topics.reports[before], topics.reports[place], topics.history.part
    diff = workspace.topic_changes(earlier.id, report.id, part, (held[before], held[place]))
    lined_up = Alignment(earlier.id, report.id, part, (), ())
    comparison = Comparison(earlier, report, (PartComparison(lined_up, diff),))
    return ThreadStep(place, before, comparison)

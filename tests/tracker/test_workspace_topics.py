"""Topics of a workspace: kept by pair, moved by links by hand, stopped when asked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import SEEDS
from tracker.errors import InputProblem, Stopped
from tracker.model.alignment import AlignmentPart
from tracker.model.ids import ReportId
from tracker.model.thread import TopicHistory
from tracker.workspace import Analysis, Workspace

PLAN = AlignmentPart.PLAN


@pytest.fixture
def aligned() -> list[tuple[ReportId, ReportId]]:
    """Return which pairs were aligned, filled while a test runs."""
    return []


@pytest.fixture
def workspace(tmp_path: Path, aligned: list[tuple[ReportId, ReportId]]) -> Iterator[Workspace]:
    """Return a workspace with the two sample reports of one city."""
    plain = Analysis()

    def counted(earlier, later, part, said):  # type: ignore[no-untyped-def]
        aligned.append((earlier.id, later.id))
        return plain.align_topics(earlier, later, part, said)

    analysis = replace(plain, align_topics=counted)
    with Workspace.create(tmp_path / "w.duizhang", user="张三", analysis=analysis) as made:
        made.import_files([next(SEEDS.glob(f"{n}_*.txt")) for n in ("002", "000")])
        yield made


def ids(workspace: Workspace) -> tuple[ReportId, ...]:
    """Return the reports by year."""
    return tuple(e.id for e in sorted(workspace.entries(), key=lambda e: e.year or 0))


def of_both(history: TopicHistory) -> tuple[int, int]:
    """Return the sections of the first topic that both reports have."""
    for thread in history.threads:
        one, other = thread.cells
        if one and other and one.section is not None and other.section is not None:
            return one.section, other.section
    raise AssertionError


def test_a_pair_is_aligned_once(
    workspace: Workspace, aligned: list[tuple[ReportId, ReportId]]
) -> None:
    """What was found of two reports is kept in the file, also for the next program."""
    first = workspace.topics(ids(workspace))
    assert workspace.topics(ids(workspace)) == first
    assert len(aligned) == 1
    with Workspace.open(workspace.path, analysis=workspace._analysis) as again:
        assert again.topics(ids(again)) == first
    assert len(aligned) == 1


def test_a_link_by_hand_moves_a_topic(workspace: Workspace) -> None:
    """Sections that a person set apart are no topic together."""
    earlier, later = ids(workspace)
    one, other = of_both(workspace.topics((earlier, later)))
    workspace.unlink_sections(earlier, one, later, other)
    after = workspace.topics((earlier, later))
    thread = next(t for t in after.threads if t.cells[0] and t.cells[0].section == one)
    assert thread.cells[1] is None or thread.cells[1].section != other


def test_following_stops_when_asked(workspace: Workspace) -> None:
    """A person who does not want to wait gets no half history."""
    with pytest.raises(Stopped):
        workspace.topics(ids(workspace), should_stop=lambda: True)


def test_one_report_has_no_topics_to_follow(workspace: Workspace) -> None:
    """A topic has a course through two reports at least."""
    with pytest.raises(InputProblem):
        workspace.topics(ids(workspace)[:1])


def test_changes_of_a_topic_are_of_its_sections_only(workspace: Workspace) -> None:
    """Neither the lead of the top part nor a neighbour is compared."""
    earlier, later = ids(workspace)
    one, other = of_both(workspace.topics((earlier, later)))
    diff = workspace.topic_changes(earlier, later, PLAN, (one, other))
    first, second = workspace.report(earlier), workspace.report(later)
    assert any(found.earlier == one and found.later == other for found in diff.sections)
    for found in diff.sections:
        if found.earlier is not None:
            span = first.sections[found.earlier].span
            assert first.sections[one].span.contains(span)
        if found.later is not None:
            assert second.sections[other].span.contains(second.sections[found.later].span)

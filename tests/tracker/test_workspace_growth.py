"""A library that grows: nothing is found twice, and a table of all promises reads little."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.small_analysis import Small
from tracker.model.ids import ReportId
from tracker.model.library import MetadataCorrection
from tracker.model.promise_rows import PromiseRows
from tracker.model.report import Region, RegionLevel
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

TEXT = "{code}|{year}|{name}\n# 一\n建成学校{year}所。\n# 二\n建成桥梁2座。\n"
CITIES = (("320500", "苏州"), ("320100", "南京"), ("320400", "常州"))
YEARS = (2021, 2022, 2023)


@pytest.fixture
def small() -> Small:
    """Return the toy stages."""
    return Small()


@pytest.fixture
def workspace(tmp_path: Path, small: Small) -> Iterator[Workspace]:
    """Return a workspace with three reports of three cities each, all looked at."""
    with Workspace.create(tmp_path / "w.duizhang", analysis=small.analysis()) as opened:
        for code, name in CITIES:
            for year in YEARS:
                add(opened, code, name, year)
        look_at_all(opened)
        yield opened


def add(workspace: Workspace, code: str, name: str, year: int) -> ReportId:
    """Bring one report in."""
    text = TEXT.format(code=code, name=name, year=year)
    return workspace.import_bytes(f"{name}{year}.txt", text.encode()).entry.id


def look_at_all(workspace: Workspace) -> None:
    """Ask for all that a desk shows of every report."""
    for entry in workspace.entries():
        workspace.outcomes(entry.id)
        workspace.promise_rows(entry.id)


def test_one_more_report_finds_nothing_of_the_others_anew(
    workspace: Workspace, small: Small
) -> None:
    """Its own promises and results, and the verdicts of the year before; no more."""
    before = small.runs.copy()
    add(workspace, "320500", "苏州", 2024)
    look_at_all(workspace)
    found = small.runs - before
    assert found["read"] == found["commitments"] == 1
    assert found["track"] == 2  # itself, by nothing yet, and the one before it
    assert found["outcomes"] == 1


def test_another_session_finds_nothing_anew(workspace: Workspace, small: Small) -> None:
    """All of it is in the file."""
    before = small.runs.copy()
    with Workspace.open(workspace.path, analysis=small.analysis()) as again:
        look_at_all(again)
    assert small.runs == before


def test_rows_are_the_verdicts_without_their_passages(workspace: Workspace) -> None:
    """Section, words and verdict of each, in the order of the promises."""
    for entry in workspace.entries():
        rows, judged = workspace.promise_rows(entry.id), workspace.tracking(entry.id)
        assert rows.trackings == tuple(replace(one, evidence=()) for one in judged)
        whole = PromiseRows.of(workspace.report(entry.id), judged)
        assert (rows.sections, rows.texts) == (whole.sections, whole.texts)
        assert whole.without_passages() == rows


def test_rows_follow_what_people_say(workspace: Workspace) -> None:
    """A promise that is none any more is no row any more, until that is taken back."""
    report = workspace.entries()[0].id
    rows = workspace.promise_rows(report)
    workspace.reject_promise(rows.trackings[0].commitment.id)
    assert len(workspace.promise_rows(report).trackings) == len(rows.trackings) - 1
    workspace.undo()
    assert workspace.promise_rows(report) == rows


def test_rows_are_read_without_report_or_verdicts(
    workspace: Workspace, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read of a report for a table of all is its rows alone."""
    with Workspace.open(workspace.path, analysis=small.analysis()) as again:

        def refuse(*_: object) -> None:
            raise AssertionError("read for a table")

        for name in ("report", "tracking", "commitments"):
            monkeypatch.setattr(f"tracker.workspace.findings.Findings.{name}", refuse)
        rows = [again.promise_rows(entry.id) for entry in again.entries()]
    assert all(one.trackings for one in rows)
    assert {row.verdict for one in rows for row in one.trackings} & set(Verdict)


def test_what_follows_a_report_is_found_among_its_region(workspace: Workspace) -> None:
    """By code and by name, also where a person set the region of another report right."""
    by_head = {(entry.region_code, entry.year): entry.id for entry in workspace.entries()}
    assert workspace.laters_for(by_head["320500", 2021]) == (by_head["320500", 2022],)
    assert workspace.laters_for(by_head["320500", 2023]) == ()
    astray = add(workspace, "320999", "别处", 2024)
    assert workspace.laters_for(by_head["320500", 2023]) == ()
    region = Region("苏州", RegionLevel.PREFECTURE, "320500")
    workspace.correct_metadata(astray, MetadataCorrection(region=region))
    assert workspace.laters_for(by_head["320500", 2023]) == (astray,)

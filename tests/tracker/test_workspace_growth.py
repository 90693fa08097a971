"""A library that grows: nothing is found twice, and a table of all promises reads little."""

from collections.abc import Iterator

import pytest

from tests.small_analysis import Small
from tracker.model.ids import ReportId
from tracker.model.library import MetadataCorrection
from tracker.model.promise_rows import PromiseRows
from tracker.model.report import Region, RegionLevel
from tracker.model.tracking import Verdict
from tracker.workspace import Place, Workspace

TEXT = "{code}|{year}|{name}\n# 一\n建成学校{year}所。\n# 二\n建成桥梁2座。\n"
CITIES = (("320500", "苏州"), ("320100", "南京"), ("320400", "常州"))
YEARS = (2021, 2022, 2023)


@pytest.fixture
def small() -> Small:
    """Return the toy stages."""
    return Small()


@pytest.fixture
def workspace(place: Place, small: Small) -> Iterator[Workspace]:
    """Return a workspace with three reports of three cities each, all looked at."""
    with Workspace.create(place, analysis=small.analysis()) as opened:
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
    with Workspace.open(workspace.place, analysis=small.analysis()) as again:
        look_at_all(again)
    assert small.runs == before


def test_rows_are_the_verdicts(workspace: Workspace) -> None:
    """Id, section, words and reason of each, in the order of the promises, kept as they are."""
    for entry in workspace.entries():
        rows, judged = workspace.promise_rows(entry.id), workspace.tracking(entry.id)
        assert rows == PromiseRows.of(workspace.report(entry.id), judged)
        assert rows.columns.ids() == tuple(one.commitment.id for one in judged)
        lines = rows.lines()
        assert [line.object for line in lines] == [o.commitment.statement.object for o in judged]
        assert [line.reason for line in lines] == [one.reason for one in judged]
        (name,) = workspace.row_names((entry.id,)).values()
        assert workspace.row_columns((name,)) == {name: rows.columns}
        assert workspace.row_words((name,)) == {name: rows.words}
        assert workspace.row_lines((name,)) == {name: lines}


def test_rows_follow_what_people_say(workspace: Workspace) -> None:
    """A promise that is none any more is no row any more, until that is taken back."""
    report = workspace.entries()[0].id
    rows, names = workspace.promise_rows(report), workspace.row_names((report,))
    workspace.reject_promise(rows.columns.ids()[0])
    assert workspace.promise_rows(report).columns.n == rows.columns.n - 1
    assert workspace.row_names((report,)) != names
    workspace.undo()
    assert workspace.promise_rows(report) == rows
    assert workspace.row_names((report,)) == names


def test_columns_of_all_are_read_without_report_or_verdicts(
    workspace: Workspace, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read of a report for a table of all is its columns alone."""
    with Workspace.open(workspace.place, analysis=small.analysis()) as again:

        def refuse(*_: object) -> None:
            raise AssertionError("read for a table")

        for name in ("report", "tracking", "commitments"):
            monkeypatch.setattr(f"tracker.workspace.findings.Findings.{name}", refuse)
        names = again.row_names([entry.id for entry in again.entries()])
        columns = again.row_columns(names.values())
    assert len(names) == len(columns) == len(CITIES) * len(YEARS)
    assert all(one.n == 2 for one in columns.values())


def test_names_of_rows_are_those_of_the_verdicts(workspace: Workspace) -> None:
    """All at once or one by one: also where people's words on names and passages act."""
    ids = [entry.id for entry in workspace.entries()]
    before = dict(workspace.row_names(ids))
    assert workspace.row_names(ids, blind=True) == before
    for one in ids:
        assert workspace.row_names((one,)) == {one: before[one]}
    report = next(one for one in ids if workspace.laters_for(one))
    workspace.reject_promise(workspace.promise_rows(report).columns.ids()[0])
    after = workspace.row_names(ids)
    assert {one for one in ids if after[one] != before[one]} == {report}
    assert after[report] not in workspace.row_columns(after.values())  # nobody has judged it yet
    workspace.promise_rows(report)
    assert after[report] in workspace.row_columns(after.values())


def test_marks_are_asked_for_where_there_are_any(workspace: Workspace) -> None:
    """Each reader's marks are known by report, without reading any report."""
    report = workspace.entries()[0].id
    promise = workspace.promise_rows(report).columns.ids()[0]
    assert workspace.marked_reports() == frozenset()
    workspace.mark(promise, verdict=Verdict.MISSED)
    assert workspace.marked_reports() == {report}
    assert workspace.marked_reports("李四") == frozenset()


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

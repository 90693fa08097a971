"""Findings of many reports, made by processes: the same as one after the other, and kept."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tracker.errors import Stopped
from tracker.model.ids import ReportId
from tracker.model.tracking import Verdict
from tracker.workspace import Analysis, Workspace, together

TEXT = """{region}人民政府{year}年政府工作报告

——{year}年1月10日在{region}第十六届人民代表大会第一次会议上

各位代表：

一、{before}年工作回顾

全市地区生产总值增长{n}.5%，新建改建学校{n}所，建成标准厂房{n}00万平方米。

二、{year}年主要工作

今年经济社会发展的主要预期目标是：地区生产总值增长{n}%左右。

（一）增进民生福祉。新建改建学校{n}所，新增养老床位{n}00张。
（二）建设产业强市。力争新增高新技术企业{n}00家。
"""
PLACES, YEARS = ("苏州市", "无锡市"), (2019, 2020, 2021)
N_PAIRS = len(PLACES) * (len(YEARS) - 1)


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let processes do even little."""
    monkeypatch.setattr(together, "_FEW_PAIRS", 1)
    monkeypatch.setattr(together, "_FEW_REPORTS", 1)


def filled(path: Path, analysis: Analysis | None = None) -> Workspace:
    """Return a new workspace of two cities and three years."""
    workspace = Workspace.create(path, analysis=analysis)
    for at, place in enumerate(PLACES):
        for year in YEARS:
            text = TEXT.format(region=place, year=year, before=year - 1, n=at + year - 2010)
            workspace.import_bytes(f"{place}{year}.txt", text.encode())
    return workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Yield such a workspace."""
    with filled(tmp_path / "w.duizhang") as opened:
        yield opened


def pairs_of(workspace: Workspace) -> dict[ReportId, tuple[ReportId, ...]]:
    """Return what each report is judged by, of those that are judged by any."""
    found = {entry.id: workspace.laters_for(entry.id) for entry in workspace.entries()}
    return {one: laters for one, laters in found.items() if laters}


def kept(path: Path) -> dict[str, bytes]:
    """Return all findings that a workspace file holds."""
    with closing(sqlite3.connect(path)) as file:
        return dict(file.execute("SELECT key, payload FROM cache"))


def test_processes_find_what_one_finds_after_the_other(tmp_path: Path) -> None:
    """Verdicts, rows, figures, shared words and topics are kept byte by byte the same."""
    for name, apart in (("apart", True), ("here", False)):
        analysis = Analysis(in_processes=apart)
        with filled(tmp_path / f"{name}.duizhang", analysis) as opened:
            assert opened.judge_all() == N_PAIRS
            assert opened.feedback().whole.reports == N_PAIRS
            opened.shared_text()
            opened.new_phrases(2021)
            opened.nearest(opened.entries()[0].id)
            opened.compare_regions(2020)
    here, by_processes = kept(tmp_path / "here.duizhang"), kept(tmp_path / "apart.duizhang")
    assert here == {key: by_processes[key] for key in here}


def test_what_is_judged_is_not_judged_again(workspace: Workspace) -> None:
    """Whoever asks for verdicts then has them; one report more costs its own pairs."""
    assert not any(workspace.is_ready(one, found) for one, found in pairs_of(workspace).items())
    assert workspace.judge_all() == N_PAIRS
    assert all(workspace.is_ready(one, found) for one, found in pairs_of(workspace).items())
    assert workspace.judge_all() == 0
    text = TEXT.format(region="苏州市", year=2022, before=2021, n=12)
    workspace.import_bytes("new.txt", text.encode())
    assert workspace.judge_all() == 1


def test_what_people_said_acts_where_processes_judge(workspace: Workspace) -> None:
    """A promise that was rejected is none, and a mark counts, whoever judges."""
    first, *_ = pairs_of(workspace)
    promises = workspace.commitments(first)
    workspace.reject_promise(promises[-1].id)
    goal = next(one for one in promises if one.statement.measures)
    workspace.mark(goal.id, verdict=Verdict.NOT_REPORTED)
    assert workspace.judge_all() == N_PAIRS
    judged = workspace.tracking(first)
    assert len(judged) == len(promises) - 1
    rates = workspace.feedback()
    workspace.undo()
    assert workspace.feedback().whole.answered == rates.whole.answered + 1


def test_a_stop_keeps_what_was_judged(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next time goes on with the rest."""
    monkeypatch.setattr(together, "_TOGETHER", 1)
    told: list[tuple[int, int]] = []
    with pytest.raises(Stopped):
        workspace.judge_all(
            report_progress=lambda done, total, _: told.append((done, total)),
            should_stop=lambda: (1, N_PAIRS) in told,
        )
    left = workspace.judge_all()
    assert 0 < left < N_PAIRS


def test_what_cannot_be_kept_is_judged_by_who_asks(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk nothing is judged twice by processes, and the rates are there."""
    with monkeypatch.context() as patched:
        patched.setattr(together.TogetherFindings, "_keep_pairs", lambda *_: False)
        assert workspace.feedback().whole.reports == N_PAIRS


def test_findings_of_another_version_are_made_anew_by_processes(tmp_path: Path) -> None:
    """After an update of the program reports are read again where they are needed."""
    path = tmp_path / "w.duizhang"
    filled(path).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("DELETE FROM cache")
        file.commit()
    with Workspace.open(path) as workspace:
        assert workspace.judge_all() == N_PAIRS
        assert workspace.feedback().whole.reports == N_PAIRS

"""All that people ever did to a promise is told: who, when, from what, to what."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from tests.tracker.test_workspace_promises import EARLIER, LATER, first, place, promise
from tracker.errors import InputProblem
from tracker.model.kept_decision import MatchDecision
from tracker.model.mark import Anchor, MarkAction, MarkEvent
from tracker.model.promise_word import NO_EDIT, PromiseAct, PromiseEdit
from tracker.model.said_event import SaidAction, SaidEvent, SaidKey, SaidKind
from tracker.model.span import Span
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

GREEN = "新增绿地200公顷"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Return a workspace with two years of one city."""
    with Workspace.create(tmp_path / "w.duizhang", user="张三") as made:
        for year, text in (("2021", EARLIER), ("2022", LATER)):
            made.import_bytes(f"苏州市{year}.txt", text.encode())
        yield made


def words_on(workspace: Workspace, wanted: str) -> list[SaidEvent]:
    """Return what was said on a promise besides marks."""
    account = workspace.account(promise(workspace, wanted).id)
    return [event for event in account if isinstance(event, SaidEvent)]


def passage(workspace: Workspace, words: str) -> Anchor:
    """Return where words stand in the later report."""
    report = workspace.report(max(workspace.entries(), key=lambda e: e.year or 0).id)
    at = report.text.index(words)
    return Anchor(report.id, Span(at, at + len(words)), words)


def test_every_correction_tells_from_what_to_what(workspace: Workspace) -> None:
    """Not the last one alone: each with what stood before, as read or as set right; undo too."""
    one = promise(workspace, GREEN).id
    workspace.edit_promise(one, PromiseEdit(body="市园林局"))
    workspace.edit_promise(one, PromiseEdit(due=2023))
    workspace.undo()
    workspace.edit_promise(one, NO_EDIT)
    told = [
        (e.action, e.user, (e.before.body, e.before.due), (e.after.body, e.after.due))
        for e in words_on(workspace, GREEN)
        if e.before is not None and e.after is not None
    ]
    assert told == [
        (SaidAction.SAID, "张三", ("", 2021), ("市园林局", 2021)),
        (SaidAction.SAID, "张三", ("市园林局", 2021), ("市园林局", 2023)),
        (SaidAction.UNDONE, "张三", ("市园林局", 2023), ("市园林局", 2021)),
        (SaidAction.TAKEN_BACK, "张三", ("市园林局", 2021), ("", 2021)),
    ]


def test_words_on_passages_are_told_with_undo(workspace: Workspace) -> None:
    """A passage that was accepted, ruled out and undone has three lines; a blind reader none."""
    one, there = promise(workspace, GREEN).id, passage(workspace, "新增绿地260公顷")
    workspace.decide(one, there, answers=True)
    workspace.decide(one, there, answers=False)
    workspace.undo()
    told = [(e.action, e.said.answers, e.stands) for e in words_on(workspace, GREEN)
            if isinstance(e.said, MatchDecision)]  # fmt: skip
    assert told == [
        (SaidAction.SAID, True, True),
        (SaidAction.TAKEN_BACK, True, False),
        (SaidAction.SAID, False, True),
        (SaidAction.UNDONE, False, False),
        (SaidAction.UNDONE, True, True),
    ]
    assert workspace.account(one, "李四") == ()


def test_the_second_reading_is_told_once_the_verdict_is_settled(workspace: Workspace) -> None:
    """Before that it would show the first reader what the second said."""
    one = promise(workspace, GREEN).id
    workspace.mark(one, verdict=Verdict.FULFILLED)
    workspace.mark(one, verdict=Verdict.MISSED, reader="李四")
    assert [e.user for e in workspace.account(one)] == ["张三"]
    workspace.settle(one, Verdict.PARTIAL, "年鉴为准")
    account = [e for e in workspace.account(one) if isinstance(e, MarkEvent)]
    assert [(e.mark.reader, e.mark.verdict) for e in account] == [
        ("", Verdict.FULFILLED),
        ("李四", Verdict.MISSED),
        ("", Verdict.PARTIAL),
    ]
    handed = workspace.handout(first(workspace)).history
    assert [e.user for e in handed] == ["张三", "李四", "张三"]


def test_the_history_goes_on_under_another_text(workspace: Workspace, tmp_path: Path) -> None:
    """After a re-import, marks and words of the old text stand in account and audit page."""
    one = promise(workspace, GREEN).id
    workspace.mark(one, verdict=Verdict.PARTIAL)
    workspace.edit_promise(one, PromiseEdit(body="市园林局"))
    added = workspace.add_promise(place(workspace, "让古城焕发新的光彩"))
    workspace.mark(promise(workspace, "新建学校").id, verdict=Verdict.MISSED)
    workspace.mark(promise(workspace, "新建学校").id)
    longer = EARLIER.replace("经济保持增长。", "经济保持平稳较快增长，民生持续改善。")
    newer = tmp_path / "新版.txt"
    newer.write_text(longer, encoding="utf-8")
    workspace.reimport(first(workspace), newer)
    new = promise(workspace, GREEN).id
    assert new != one
    account = workspace.account(new)
    marks = [(e.action, e.mark.verdict) for e in account if isinstance(e, MarkEvent)]
    assert marks == [(MarkAction.MARKED, Verdict.PARTIAL), (MarkAction.MOVED, Verdict.PARTIAL)]
    assert [e.action for e in words_on(workspace, GREEN)] == [SaidAction.SAID, SaidAction.MOVED]
    handout = workspace.handout(first(workspace))
    by_promise = [e.action for e in handout.history if e.mark.commitment_id == new]
    assert by_promise == [MarkAction.MARKED, MarkAction.MOVED]
    assert {e.commitment_id for e in handout.words} == {
        new,
        promise(workspace, "让古城焕发新的光彩").id,
    }
    assert added not in {e.commitment_id for e in handout.words}


def test_the_audit_sheet_tells_corrections_and_passages(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Each line says who, what, from, to; what people rejected is told too, without a number."""
    green = promise(workspace, GREEN)
    workspace.mark(green.id, verdict=Verdict.MISSED)
    workspace.mark(green.id, verdict=Verdict.FULFILLED, note="查过台账")
    workspace.edit_promise(green.id, PromiseEdit(body="市园林局"))
    workspace.decide(green.id, passage(workspace, "新增绿地260公顷"), answers=True)
    workspace.reject_promise(promise(workspace, "新建学校").id)
    target = tmp_path / "a.xlsx"
    workspace.export(target, first(workspace))
    rows = list(openpyxl.load_workbook(target)["操作记录"].iter_rows(values_only=True))
    told = {row[3]: row for row in rows[1:]}
    assert rows[2][3:7] == ("标记", "未兑现", "已兑现", "查过台账")
    assert told["修改承诺"][4:6] == ("责任单位：—", "责任单位：市园林局")
    assert told["认定依据"][5] == "新增绿地260公顷"
    assert told["剔除：不是承诺"][0] is None
    assert {row[2] for row in rows[1:]} == {"张三"}


def test_a_rejected_promise_is_told_as_such(workspace: Workspace) -> None:
    """Its word names the promise that the program found, and who said that it is none."""
    one = promise(workspace, GREEN).id
    workspace.reject_promise(one)
    (event,) = [e for e in workspace.handout(first(workspace)).words if e.commitment_id == one]
    assert not isinstance(event.said, MatchDecision)
    assert (event.said.act, event.user) == (PromiseAct.REJECTED, "张三")


def test_words_of_an_older_file_are_told_as_said_when_they_were(workspace: Workspace) -> None:
    """A file of a version without this history has the words themselves, with who and when."""
    workspace.edit_promise(promise(workspace, GREEN).id, PromiseEdit(body="市园林局"))
    with workspace._database.write() as connection:
        connection.exec_driver_sql("DELETE FROM said_event")
    (event,) = words_on(workspace, GREEN)
    (word,) = workspace.promise_words(first(workspace))
    assert (event.user, event.at, event.action) == (word.user, word.at, SaidAction.SAID)
    assert event.after is not None
    assert event.after.body == "市园林局"


def test_forgetting_a_later_report_erases_what_was_quoted_of_it(workspace: Workspace) -> None:
    """The words of a passage that was accepted are nowhere in the history any more."""
    there = passage(workspace, "新增绿地260公顷")
    workspace.decide(promise(workspace, GREEN).id, there, answers=True)
    workspace.forget(there.report_id)
    assert words_on(workspace, GREEN) == []


def whys(workspace: Workspace, wanted: str) -> list[tuple[SaidAction, str, bool]]:
    """Return what was done to a promise, why, and whether that was for the reason alone."""
    return [(e.action, e.said.why, e.explains) for e in words_on(workspace, wanted)]


def test_a_correction_tells_why_and_undo_tells_that_the_reason_went(workspace: Workspace) -> None:
    """A reason is given at once or afterwards, is one step of undo, and never leaves the history.

    Who set the promise right and when stay as they were.
    """
    one = promise(workspace, GREEN).id
    workspace.edit_promise(one, PromiseEdit(body="市园林局"), why=" 依  三定方案\n")
    (before,) = workspace.promise_words(first(workspace))
    keys = workspace.said_last()
    workspace.explain(keys, "口头核实")
    (after,) = workspace.promise_words(first(workspace))
    assert (after.why, after.user, after.at) == ("口头核实", before.user, before.at)
    workspace.undo()
    assert workspace.promise_words(first(workspace)) == (before,)
    assert whys(workspace, GREEN) == [
        (SaidAction.SAID, "依 三定方案", False),
        (SaidAction.EXPLAINED, "口头核实", True),
        (SaidAction.UNDONE, "依 三定方案", True),
    ]
    assert promise(workspace, GREEN).body == "市园林局"


def test_a_reason_is_given_for_all_that_one_action_said(workspace: Workspace) -> None:
    """Splitting rejects one promise and adds several; one reason stands beside each of them."""
    one = promise(workspace, GREEN).id
    workspace.reject_promises([one, promise(workspace, "新建学校").id])
    assert len(workspace.said_last()) == 2
    workspace.explain(workspace.said_last(), "空话")
    assert {word.why for word in workspace.promise_words(first(workspace))} == {"空话"}
    workspace.undo()
    workspace.undo()
    assert workspace.promise_words(first(workspace)) == ()
    with pytest.raises(InputProblem, match="taken back"):
        workspace.explain([SaidKey(SaidKind.PROMISE, 1)], "太晚了")
    assert workspace.redo_text is not None


def test_a_decision_on_a_passage_tells_why(workspace: Workspace) -> None:
    """Also when it is taken back; the words of one reader's reason act on no verdict."""
    one, there = promise(workspace, GREEN).id, passage(workspace, "新增绿地260公顷")
    workspace.decide(one, there, answers=False, why="是另一个公园")
    laters = workspace.laters_for(first(workspace))
    before = workspace.tracking(first(workspace), laters)
    workspace.explain(workspace.said_last(), "是另一个区的公园")
    assert workspace.tracking(first(workspace), laters) == before
    (decision,) = workspace.decisions(first(workspace))[one]
    assert decision.why == "是另一个区的公园"
    workspace.decide(one, there, answers=None, why="看错了")
    assert whys(workspace, GREEN)[-1] == (SaidAction.TAKEN_BACK, "看错了", False)


def test_reasons_survive_another_text_of_the_report(workspace: Workspace, tmp_path: Path) -> None:
    """The word moves with its passage, and its reason with it."""
    workspace.edit_promise(
        promise(workspace, GREEN).id, PromiseEdit(body="市园林局"), why="三定方案"
    )
    newer = tmp_path / "新版.txt"
    newer.write_text(EARLIER.replace("经济保持增长。", "经济保持平稳增长。"), encoding="utf-8")
    workspace.reimport(first(workspace), newer)
    (word,) = workspace.promise_words(first(workspace))
    assert (word.edit.body, word.why, word.lost) == ("市园林局", "三定方案", False)


def test_reasons_stand_on_the_audit_page(workspace: Workspace, tmp_path: Path) -> None:
    """In the column of notes: at the correction, and at a reason that was given later."""
    green = promise(workspace, GREEN).id
    workspace.edit_promise(green, PromiseEdit(body="市园林局"), why="三定方案")
    workspace.decide(green, passage(workspace, "新增绿地260公顷"), answers=True)
    workspace.explain(workspace.said_last(), "年鉴为准")
    workspace.undo()
    target = tmp_path / "a.xlsx"
    workspace.export(target, first(workspace))
    rows = list(openpyxl.load_workbook(target)["操作记录"].iter_rows(values_only=True))
    assert [(row[3], row[6]) for row in rows[1:]] == [
        ("修改承诺", "三定方案"),
        ("认定依据", None),
        ("说明理由：认定依据", "年鉴为准"),
        ("撤销：理由", None),
    ]

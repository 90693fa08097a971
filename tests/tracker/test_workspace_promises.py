"""People add promises, reject, edit, split and merge them; the program's findings stay as they are.

The stages are the program's own: what a person selects is read like any other passage.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import contents
from tracker.errors import InputProblem
from tracker.model.commitment import Commitment, StatementKind
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.mark import Anchor
from tracker.model.promise_word import NO_EDIT, PromiseAct, PromiseEdit
from tracker.model.span import Span
from tracker.model.tracking import Verdict
from tracker.store.place import Place
from tracker.workspace import Workspace, figures_beside

EARLIER = """政府工作报告
——2021年1月12日在苏州市第十六届人民代表大会第五次会议上
苏州市市长　李亚平
各位代表：
一、2020年工作回顾
经济保持增长。
二、2021年主要任务
（一）改善民生。新建学校12所，改造老旧小区30个。让古城焕发新的光彩。建成城北路和桐泾路。
（二）优化环境。新增绿地200公顷。
"""
LATER = """政府工作报告
——2022年1月12日在苏州市第十七届人民代表大会第一次会议上
苏州市市长　吴庆文
各位代表：
一、2021年工作回顾
新建学校15所，改造老旧小区20个。古城焕发新的光彩。新增绿地260公顷。
二、2022年主要任务
新建学校10所。
"""


@pytest.fixture
def workspace(place: Place) -> Iterator[Workspace]:
    """Return a workspace with two years of one city."""
    with Workspace.create(place, user="张三") as made:
        for year, text in (("2021", EARLIER), ("2022", LATER)):
            made.import_bytes(f"苏州市{year}.txt", text.encode())
        yield made


def first(workspace: Workspace) -> ReportId:
    """Return the earlier report."""
    return min(workspace.entries(), key=lambda entry: entry.year or 0).id


def place(workspace: Workspace, words: str) -> Anchor:
    """Return where words stand in the earlier report."""
    report = workspace.report(first(workspace))
    at = report.text.index(words)
    return Anchor(report.id, Span(at, at + len(words)), words)


def promise(workspace: Workspace, words: str) -> Commitment:
    """Return the promise that quotes these words."""
    return next(
        one for one in workspace.commitments(first(workspace)) if words in one.statement.quote
    )


def quotes(workspace: Workspace) -> list[str]:
    """Return what the earlier report promises."""
    return [one.statement.quote for one in workspace.commitments(first(workspace))]


def test_an_added_promise_is_judged_like_any_other(workspace: Workspace) -> None:
    """A passage that was selected has a verdict with evidence, and can be marked."""
    before = quotes(workspace)
    assert "让古城焕发新的光彩" not in before
    added = workspace.add_promise(place(workspace, "让古城焕发新的光彩"))
    assert set(quotes(workspace)) == {*before, "让古城焕发新的光彩"}
    tracked = next(t for t in workspace.tracking(first(workspace)) if t.commitment.id == added)
    assert tracked.verdict is not Verdict.NOT_REPORTED
    assert "古城焕发新的光彩" in tracked.evidence[0].quote
    assert tracked.commitment.by_hand
    workspace.mark(added, verdict=Verdict.FULFILLED, note="看过现场")
    assert workspace.marks(first(workspace))[added].note == "看过现场"


def test_figures_of_an_added_promise_are_read(workspace: Workspace) -> None:
    """Selecting two clauses gives one promise with both figures, due in the report's year."""
    added = workspace.add_promise(place(workspace, "新建学校12所，改造老旧小区30个"))
    found = next(c for c in workspace.commitments(first(workspace)) if c.id == added)
    assert [str(m.value) for m in found.statement.measures] == ["12", "30"]
    assert found.due == 2021


def test_a_rejected_promise_is_gone_until_it_is_restored(workspace: Workspace) -> None:
    """It is out of table, tracking and handout; its mark waits and is back with it."""
    gone = promise(workspace, "新增绿地200公顷")
    workspace.mark(gone.id, verdict=Verdict.FULFILLED)
    workspace.reject_promise(gone.id)
    assert gone.id not in {c.id for c in workspace.commitments(first(workspace))}
    assert gone.id not in {t.commitment.id for t in workspace.tracking(first(workspace))}
    assert [mark.anchor.quote for mark in workspace.lost_marks()] == [gone.statement.quote]
    (word,) = workspace.promise_words(first(workspace))
    assert (word.act, word.user) == (PromiseAct.REJECTED, "张三")
    workspace.restore_promise(word.id)
    assert promise(workspace, "新增绿地200公顷").id == gone.id
    assert workspace.marks(first(workspace))[gone.id].verdict is Verdict.FULFILLED


def test_an_edit_keeps_id_and_mark_and_can_be_taken_back(workspace: Workspace) -> None:
    """A responsible unit and another name are said one after the other; nothing said clears."""
    read = promise(workspace, "新建学校12所")
    workspace.mark(read.id, verdict=Verdict.FULFILLED)
    workspace.edit_promise(read.id, PromiseEdit(body="市教育局"))
    workspace.edit_promise(read.id, PromiseEdit(object="中小学校", kind=StatementKind.QUOTA))
    now = promise(workspace, "新建学校12所")
    assert (now.id, now.body, now.statement.object) == (read.id, "市教育局", "中小学校")
    assert read.id in workspace.marks(first(workspace))
    workspace.edit_promise(read.id, PromiseEdit(undated=True))
    assert promise(workspace, "新建学校12所").due is None
    workspace.edit_promise(read.id, NO_EDIT)
    assert promise(workspace, "新建学校12所") == read


def test_split_and_merge_are_one_action_each(workspace: Workspace) -> None:
    """Pieces stand in the place of the whole, and undo brings the whole back."""
    workspace.clear_undo()
    before = quotes(workspace)
    whole = promise(workspace, "新增绿地200公顷")
    pieces = workspace.split_promise(
        whole.id, [place(workspace, "新增绿地"), place(workspace, "绿地200公顷")]
    )
    assert {c.id for c in workspace.commitments(first(workspace))} >= set(pieces)
    assert whole.id not in {c.id for c in workspace.commitments(first(workspace))}
    merged = workspace.merge_promises(pieces)
    found = next(c for c in workspace.commitments(first(workspace)) if c.id == merged)
    assert found.statement.quote == "新增绿地200公顷"
    workspace.undo()
    assert {c.id for c in workspace.commitments(first(workspace))} >= set(pieces)
    workspace.undo()
    assert quotes(workspace) == before
    assert workspace.undo_text is None
    workspace.redo()
    assert whole.id not in {c.id for c in workspace.commitments(first(workspace))}


def test_words_on_promises_survive_another_reading_of_the_report(
    workspace: Workspace, tmp_path: Path
) -> None:
    """A new version of the document keeps what was added, rejected and set right."""
    workspace.add_promise(place(workspace, "让古城焕发新的光彩"), PromiseEdit(body="古城委"))
    workspace.reject_promise(promise(workspace, "新增绿地200公顷").id)
    workspace.edit_promise(promise(workspace, "新建学校12所").id, PromiseEdit(body="市教育局"))
    newer = tmp_path.joinpath("新版.txt")
    newer.write_text("（苏州市人民政府网站）\n" + EARLIER, encoding="utf-8")
    workspace.reimport(first(workspace), newer)
    bodies = {c.statement.quote: c.body for c in workspace.commitments(first(workspace))}
    assert bodies["让古城焕发新的光彩"] == "古城委"
    assert bodies["新建学校12所"] == "市教育局"
    assert "新增绿地200公顷" not in bodies


def test_a_promise_whose_text_is_gone_is_listed_as_lost(
    workspace: Workspace, tmp_path: Path
) -> None:
    """The word waits with the document and acts again when the text is there again."""
    workspace.add_promise(place(workspace, "让古城焕发新的光彩"))
    old, newer = (tmp_path.joinpath(name) for name in ("旧.txt", "新.txt"))
    old.write_text("\n" + EARLIER, encoding="utf-8")
    newer.write_text(EARLIER.replace("让古城焕发新的光彩。", ""), encoding="utf-8")
    workspace.reimport(first(workspace), newer)
    assert [word.lost for word in workspace.promise_words(first(workspace))] == [True]
    assert "让古城焕发新的光彩" not in quotes(workspace)
    workspace.reimport(first(workspace), old)
    assert "让古城焕发新的光彩" in quotes(workspace)


@pytest.mark.parametrize("words", ["。", "各位代表：\n一、2020年工作回顾\n" * 40])
def test_what_cannot_be_a_promise_is_refused_in_one_sentence(
    workspace: Workspace, words: str
) -> None:
    """A mark of punctuation, or words that do not stand there, change nothing."""
    report = workspace.report(first(workspace))
    at = max(0, report.text.find(words))
    with pytest.raises(InputProblem):
        workspace.add_promise(Anchor(report.id, Span(at, at + len(words)), words))
    assert workspace.promise_words(report.id) == ()


def test_forgetting_a_report_erases_what_was_said_of_its_promises(workspace: Workspace) -> None:
    """No word of the passage is left in the file, or in any row of the server."""
    workspace.add_promise(place(workspace, "让古城焕发新的光彩"))
    workspace.forget(first(workspace))
    workspace.close()
    left = contents(workspace.place)
    assert len(left) > 1000
    assert "让古城焕发".encode() not in left


def test_compared_figures_stand_beside_each_other(workspace: Workspace) -> None:
    """The reason's two figures, in one unit, with the room in which the promise is kept."""
    found = {
        one.name: one
        for tracking in workspace.tracking(first(workspace))
        for one in figures_beside(tracking)
    }
    school, homes = found["学校"], found["老旧小区"]
    assert (school.promised, school.reported) == ("12所", "15所")
    assert (school.target, school.result, school.low, school.high) == (12, 15, 12, None)
    assert school.is_kept
    assert (homes.target, homes.result, homes.is_kept) == (30, 20, False)


def test_several_promises_are_one_action(workspace: Workspace) -> None:
    """One unit for several promises, and rejecting several, are taken back by one undo each."""
    report = first(workspace)
    before = workspace.commitments(report)
    ids = [one.id for one in before[:3]]
    workspace.edit_promises(ids, PromiseEdit(body="市住建局"))
    assert [one.body for one in workspace.commitments(report)[:3]] == ["市住建局"] * 3
    workspace.undo()
    assert workspace.commitments(report) == before
    workspace.reject_promises(ids)
    assert workspace.commitments(report) == before[3:]
    workspace.undo()
    assert workspace.commitments(report) == before


def test_many_marks_are_one_action_and_leave_notes(workspace: Workspace) -> None:
    """One verdict for many, of several reports; notes stay, undo takes all of it back at once."""
    ids = [c.id for entry in workspace.entries() for c in workspace.commitments(entry.id)]
    workspace.mark(ids[0], verdict=Verdict.MISSED, note="看过现场")
    workspace.mark(ids[1], verdict=Verdict.FULFILLED)
    changed = workspace.mark_all((*ids, ids[0]), Verdict.FULFILLED)
    assert set(changed) == {entry.id for entry in workspace.entries()}
    marks = {k: m for entry in workspace.entries() for k, m in workspace.marks(entry.id).items()}
    assert {mark.verdict for mark in marks.values()} == {Verdict.FULFILLED}
    assert set(marks) == set(ids)
    assert marks[ids[0]].note == "看过现场"
    assert len(workspace.history(ids[1])) == 1  # said already
    assert workspace.undo_text is not None
    assert f"{len(ids) - 1} promises" in workspace.undo_text.en
    workspace.undo()
    marks = {k: m for entry in workspace.entries() for k, m in workspace.marks(entry.id).items()}
    assert {key: mark.verdict for key, mark in marks.items()} == {
        ids[0]: Verdict.MISSED,
        ids[1]: Verdict.FULFILLED,
    }
    workspace.mark_all(ids[:2], None)
    assert workspace.marks(first(workspace))[ids[0]].note == "看过现场"
    assert ids[1] not in workspace.marks(first(workspace))


def test_many_marks_are_all_written_or_none(workspace: Workspace) -> None:
    """An id that is no promise of the workspace leaves everything as it was."""
    one = promise(workspace, "新建学校").id
    for unknown in (CommitmentId(f"{one}x"), CommitmentId("0000-1-2")):
        with pytest.raises(InputProblem):
            workspace.mark_all((one, unknown), Verdict.FULFILLED)
    assert workspace.marks(first(workspace)) == {}
    assert workspace.mark_all((), Verdict.FULFILLED) == ()


def test_a_filter_is_kept_by_its_name_and_undone(workspace: Workspace) -> None:
    """Keeping under a known name replaces what it said; dropping and undo act as for marks."""
    workspace.keep_filter("未兑现", "一")
    workspace.keep_filter("未兑现", "二")
    assert workspace.filters() == {"未兑现": "二"}
    workspace.undo()
    assert workspace.filters() == {"未兑现": "一"}
    workspace.drop_filter("未兑现")
    assert workspace.filters() == {}
    workspace.undo()
    assert workspace.filters() == {"未兑现": "一"}


def test_marks_of_a_file_fall_into_place_after_a_correction(
    workspace: Workspace, tmp_path: Path
) -> None:
    """A promise that was set right meanwhile is found by its place; each mark comes once."""
    one, two = promise(workspace, "新增绿地").id, promise(workspace, "新建学校").id
    workspace.mark_all((one, two), Verdict.MISSED)
    file = tmp_path / "a.marks"
    assert workspace.write_marks(file) == (2, 0)
    workspace.undo()
    workspace.edit_promise(one, PromiseEdit(object="城区绿地"))
    incoming = workspace.read_marks(file).marks
    assert {(i.commitment_id, i.own) for i in incoming} == {(one, None), (two, None)}
    assert workspace.take_marks((*incoming, *incoming)) == (4, 0)
    assert {m.verdict for m in workspace.marks(first(workspace)).values()} == {Verdict.MISSED}
    assert len(workspace.marks(first(workspace))) == 2

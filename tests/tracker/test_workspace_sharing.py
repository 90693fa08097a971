"""Two people in one workspace: nothing is written over unseen, each takes back the own work."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.postgres import Server
from tests.small_analysis import Small
from tracker.errors import InputProblem, StoreProblem
from tracker.model.decision import NamePair
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.kept_decision import MatchDecision
from tracker.model.library import MetadataCorrection
from tracker.model.mark import Anchor, MarkAction
from tracker.model.promise_word import PromiseEdit
from tracker.model.said_event import SaidAction, SaidEvent
from tracker.model.sharing import Conflicted
from tracker.model.span import Span
from tracker.model.tracking import Verdict
from tracker.store.place import Place
from tracker.workspace import Workspace
from tracker.workspace.anchoring import line_anchor

EARLIER = "320500|2021|报告\n# 一\n建成学校20所。\n新增企业30家。\n新增书房5个。\n整治河道9条。\n"
LATER = "320500|2022|报告\n# 一\n完成新建学校21所。\n完成整治河道9条。\n"


@dataclass
class Office:
    """One workspace that two people have open."""

    mine: Workspace
    theirs: Workspace
    earlier: ReportId
    later: ReportId

    def promise(self, number: int) -> CommitmentId:
        """Return one of the promises."""
        return self.mine.commitments(self.earlier)[number].id

    def look(self) -> None:
        """张三 sees what 李四 did."""
        self.mine.have_seen(self.mine.changes())

    def verdicts(self) -> list[Verdict | None]:
        """Return the verdicts that are there."""
        return [mark.verdict for mark in self.mine.marks(self.earlier).values()]


@pytest.fixture
def office(place: Place) -> Iterator[Office]:
    """Return a workspace with two reports, open twice: as a file, and on a server."""
    with Workspace.create(place, user="张三", analysis=Small().analysis()) as mine:
        for text in (EARLIER, LATER):
            mine.import_bytes("r.txt", text.encode())
        earlier, later = (e.id for e in sorted(mine.entries(), key=lambda e: e.year or 0))
        with Workspace.open(place, user="李四", analysis=Small().analysis()) as theirs:
            yield Office(mine, theirs, earlier, later)


on_a_server = pytest.mark.parametrize("place", ["server"], indirect=True)


def test_a_mark_that_was_not_seen_is_never_written_over(office: Office) -> None:
    """Both mark one promise: the second is refused with what both said, and nothing changes."""
    first = office.promise(0)
    office.theirs.mark(first, verdict=Verdict.MISSED, note="缺口一所")
    with pytest.raises(Conflicted) as caught:
        office.mine.mark(first, verdict=Verdict.FULFILLED)
    (conflict,) = caught.value.conflicts
    assert conflict.change.user == "李四"
    assert conflict.theirs is not None
    assert (conflict.theirs.verdict, conflict.theirs.note) == (Verdict.MISSED, "缺口一所")
    assert conflict.mine is not None
    assert conflict.mine.verdict is Verdict.FULFILLED
    assert "李四" in conflict.told.zh
    assert "未兑现" in conflict.told.zh
    assert office.verdicts() == [Verdict.MISSED]
    assert [event.user for event in office.mine.history(first)] == ["李四"]
    assert office.mine.undo_text != caught.value.message


def test_what_was_seen_may_be_written_over(office: Office) -> None:
    """Who has looked since decides with open eyes; other promises were free all the time."""
    first, second = office.promise(0), office.promise(1)
    office.theirs.mark(first, verdict=Verdict.MISSED)
    office.mine.mark(second, verdict=Verdict.PARTIAL)
    office.look()
    office.mine.mark(first, verdict=Verdict.FULFILLED)
    assert office.verdicts() == [Verdict.FULFILLED, Verdict.PARTIAL]
    assert [event.user for event in office.mine.history(first)] == ["李四", "张三"]


def test_keep_mine_writes_the_same_again_and_keeps_both_in_the_history(office: Office) -> None:
    """The decision is about this row and this change of it: a later one is asked about anew."""
    first = office.promise(0)
    office.theirs.mark(first, verdict=Verdict.MISSED)
    with pytest.raises(Conflicted) as caught:
        office.mine.mark(first, verdict=Verdict.FULFILLED)
    office.mine.keep_mine(caught.value.conflicts)
    office.mine.mark(first, verdict=Verdict.FULFILLED)
    told = [(e.user, e.mark.verdict) for e in office.mine.history(first)]
    assert told == [("李四", Verdict.MISSED), ("张三", Verdict.FULFILLED)]
    office.theirs.have_seen(office.theirs.changes())
    office.theirs.mark(first, verdict=Verdict.PARTIAL)
    with pytest.raises(Conflicted):
        office.mine.mark(first, verdict=Verdict.MISSED)


def test_take_theirs_leaves_their_mark_and_remembers_mine(office: Office) -> None:
    """The history tells what was set aside; undo has nothing of it."""
    first = office.promise(0)
    office.theirs.mark(first, verdict=Verdict.MISSED)
    before = office.mine.undo_text
    with pytest.raises(Conflicted) as caught:
        office.mine.mark(first, verdict=Verdict.FULFILLED)
    office.mine.take_theirs(caught.value.conflicts)
    assert office.verdicts() == [Verdict.MISSED]
    told = [(e.action, e.user, e.mark.verdict) for e in office.mine.history(first)]
    assert told == [
        (MarkAction.MARKED, "李四", Verdict.MISSED),
        (MarkAction.SET_ASIDE, "张三", Verdict.FULFILLED),
    ]
    assert office.mine.undo_text == before
    office.mine.mark(first, verdict=Verdict.PARTIAL)  # now it was seen


@on_a_server
def test_the_same_word_twice_is_no_conflict(office: Office) -> None:
    """Where both say the same, the first stands."""
    first = office.promise(0)
    office.theirs.mark(first, verdict=Verdict.MISSED)
    assert office.mine.mark(first, verdict=Verdict.MISSED).user == "李四"
    assert len(office.mine.history(first)) == 1


def test_many_marks_at_once_are_refused_together(office: Office) -> None:
    """One of them was changed meanwhile: none is written, and the sentence says how many."""
    ids = [office.promise(n) for n in range(4)]
    office.theirs.mark(ids[1], verdict=Verdict.MISSED)
    office.theirs.mark(ids[2], verdict=Verdict.PARTIAL)
    with pytest.raises(Conflicted) as caught:
        office.mine.mark_all(ids, Verdict.FULFILLED)
    assert len(caught.value.conflicts) == 2
    assert caught.value.message.en.startswith("2 of these")
    assert office.verdicts() == [Verdict.MISSED, Verdict.PARTIAL]
    office.mine.keep_mine(caught.value.conflicts)
    office.mine.mark_all(ids, Verdict.FULFILLED)
    assert office.verdicts() == [Verdict.FULFILLED] * 4


def passage(office: Office, words: str) -> Anchor:
    """Return where words stand in the later report."""
    at = office.mine.report(office.later).text.index(words)
    return Anchor(office.later, Span(at, at + len(words)), words)


def note(workspace: Workspace, office: Office, words: str) -> None:
    """Write a note on one line."""
    workspace.add_bookmark(line_anchor(workspace.report(office.earlier), 3), words)


WORDS: dict[
    str, tuple[Callable[[Office, Workspace], object], Callable[[Office, Workspace], object]]
]
WORDS = {
    "a note": (lambda o, w: note(w, o, "我的"), lambda o, w: note(w, o, "他的")),
    "a passage": (
        lambda o, w: w.decide(o.promise(0), passage(o, "完成新建学校21所。"), answers=True),
        lambda o, w: w.decide(o.promise(0), passage(o, "完成新建学校21所。"), answers=False),
    ),
    "details": (
        lambda o, w: w.correct_metadata(o.earlier, MetadataCorrection(title="甲")),
        lambda o, w: w.correct_metadata(o.earlier, MetadataCorrection(title="乙")),
    ),
    "a promise": (
        lambda o, w: w.edit_promise(o.promise(0), PromiseEdit(body="教育局")),
        lambda o, w: w.edit_promise(o.promise(0), PromiseEdit(body="住建局")),
    ),
    "names": (
        lambda o, w: w.add_names(NamePair("学校", "中学")),
        lambda o, w: w.add_names(NamePair("学校", "中学", same=False)),
    ),
    "a filter": (lambda o, w: w.keep_filter("甲", "1"), lambda o, w: w.keep_filter("甲", "2")),
    "a name": (lambda o, w: w.rename(o.earlier, "甲"), lambda o, w: w.rename(o.earlier, "乙")),
}


@pytest.mark.parametrize("what", ["a passage", "a promise"])
def test_words_that_were_given_up_stand_in_the_history(office: Office, what: str) -> None:
    """Who takes the colleague's word is remembered with the own one, which never held."""
    my_way, their_way = WORDS[what]
    their_way(office, office.theirs)
    with pytest.raises(Conflicted) as caught:
        my_way(office, office.mine)
    office.mine.take_theirs(caught.value.conflicts)
    told = [one for one in office.mine.account(office.promise(0)) if isinstance(one, SaidEvent)]
    assert [(one.action, one.user, one.stands) for one in told] == [
        (SaidAction.SAID, "李四", True),
        (SaidAction.SET_ASIDE, "张三", False),
    ]
    mine = told[-1].said
    if isinstance(mine, MatchDecision):
        assert mine.answers
        (kept,) = office.mine.decisions(office.earlier)[office.promise(0)]
        assert not kept.answers
    else:
        assert told[-1].after is not None
        assert told[-1].after.body == "教育局"
        assert office.mine.commitments(office.earlier)[0].body == "住建局"


@pytest.mark.parametrize("what", ["a passage", "a promise"])
def test_two_reasons_for_one_word_meet(office: Office, what: str) -> None:
    """Both explain the same word: the second is refused with both reasons, then decided."""
    WORDS[what][0](office, office.mine)
    keys = office.mine.said_last()
    office.theirs.have_seen(office.theirs.changes())
    office.theirs.explain(keys, "按年鉴")
    with pytest.raises(Conflicted) as caught:
        office.mine.explain(keys, "按公报")
    (conflict,) = caught.value.conflicts
    assert conflict.change.user == "李四"
    assert "李四" in conflict.told.zh
    assert reasons(office) == ["", "按年鉴"]
    office.mine.keep_mine(caught.value.conflicts)
    office.mine.explain(keys, "按公报")
    assert reasons(office) == ["", "按年鉴", "按公报"]
    assert office.mine.undo() is not None
    assert reasons(office)[-1] == "按年鉴"


def reasons(office: Office) -> list[str]:
    """Return the reasons in the history of the first promise, the oldest first."""
    told = office.mine.account(office.promise(0))
    return [one.said.why for one in told if isinstance(one, SaidEvent)]


@pytest.mark.parametrize("what", WORDS)
@on_a_server
def test_whatever_people_write_is_not_written_over_unseen(office: Office, what: str) -> None:
    """Notes, passages, details, promises, names and filters: refused, then decided."""
    my_way, their_way = WORDS[what]
    their_way(office, office.theirs)
    with pytest.raises(Conflicted, match="李四"):
        my_way(office, office.mine)
    caught: Conflicted | None = None
    try:
        my_way(office, office.mine)
    except Conflicted as problem:
        caught = problem
    assert caught is not None
    office.mine.keep_mine(caught.conflicts)
    my_way(office, office.mine)
    assert office.mine.undo() is not None


@on_a_server
def test_who_changes_what_another_took_away_is_told(office: Office) -> None:
    """A note that a colleague removed does not come back unasked."""
    kept = office.mine.add_bookmark(line_anchor(office.mine.report(office.earlier), 3), "记")
    office.theirs.have_seen(office.theirs.changes())
    office.mine.remove_bookmarks(kept.id)
    with pytest.raises(InputProblem, match="no such bookmark"):
        office.theirs.write_note(kept.id, "改")
    assert office.mine.bookmarks() == ()


def test_changes_tell_who_did_what(office: Office) -> None:
    """Own actions are no news; what was seen is told once."""
    office.mine.mark(office.promise(0), verdict=Verdict.MISSED)
    assert office.mine.changes().actions == ()
    office.theirs.mark(office.promise(1), verdict=Verdict.PARTIAL)
    office.theirs.rename(office.later, "新名")
    found = office.mine.changes()
    assert [(one.user, one.text.en) for one in found.actions] == [
        ("李四", "mark a promise"),
        ("李四", "rename a report"),
    ]
    assert [one.report_ids for one in found.actions] == [(office.earlier,), (office.later,)]
    assert "李四" in found.told.zh
    assert office.mine.changes() == found
    office.mine.have_seen(found)
    assert office.mine.changes().actions == ()
    office.theirs.undo()
    (undone,) = office.mine.changes().actions
    assert undone.text.en == "undo: rename a report"


@on_a_server
def test_everybody_takes_back_the_own_work(office: Office) -> None:
    """李四's mark is no business of 张三's undo, whoever acted last."""
    office.mine.mark(office.promise(0), verdict=Verdict.MISSED)
    office.theirs.mark(office.promise(1), verdict=Verdict.PARTIAL)
    assert office.mine.undo() is not None
    assert office.verdicts() == [Verdict.PARTIAL]
    office.theirs.mark(office.promise(2), verdict=Verdict.PARTIAL)
    assert office.mine.redo() is not None
    assert set(office.verdicts()) == {Verdict.MISSED, Verdict.PARTIAL}
    assert office.theirs.undo() is not None
    assert office.theirs.undo() is not None
    assert office.theirs.undo_text is None
    assert office.verdicts() == [Verdict.MISSED]


@on_a_server
def test_what_a_colleague_changed_since_is_not_undone(office: Office) -> None:
    """A sentence says who; the next undo takes the action before it."""
    first, second = office.promise(0), office.promise(1)
    office.mine.mark(second, verdict=Verdict.PARTIAL)
    office.mine.mark(first, verdict=Verdict.MISSED)
    office.theirs.have_seen(office.theirs.changes())
    office.theirs.mark(first, verdict=Verdict.FULFILLED)
    with pytest.raises(StoreProblem, match="李四"):
        office.mine.undo()
    assert set(office.verdicts()) == {Verdict.FULFILLED, Verdict.PARTIAL}
    office.mine.undo()
    assert office.verdicts() == [Verdict.FULFILLED]


@on_a_server
def test_a_report_that_is_replaced_takes_no_unseen_mark_along(
    office: Office, tmp_path: Path
) -> None:
    """Marks move with their text only when who replaces the report knows of them."""
    office.theirs.mark(office.promise(0), verdict=Verdict.MISSED)
    newer = tmp_path / "n.txt"
    newer.write_text(EARLIER.replace("# 一\n", "# 一\n前言。\n"), encoding="utf-8")
    with pytest.raises(Conflicted):
        office.mine.reimport(office.earlier, newer)
    assert [entry.id for entry in office.mine.entries()] == [office.earlier, office.later]
    office.look()
    moved = office.mine.reimport(office.earlier, newer)
    assert len(office.mine.marks(moved.id)) == 1


@on_a_server
def test_two_people_at_work_meet_and_nothing_is_lost(office: Office, server: Server) -> None:
    """Forty interleaved marks: each one that was written is in the history, none twice."""
    assert server.folder.is_dir()
    written: list[tuple[str, CommitmentId]] = []
    n_met = 0
    for turn in range(40):
        workspace, user = ((office.mine, "张三"), (office.theirs, "李四"))[turn % 2]
        promise = office.promise(turn // 2 % 4)
        verdict = (Verdict.MISSED, Verdict.PARTIAL, Verdict.FULFILLED)[turn % 3]
        try:
            workspace.mark(promise, verdict=verdict)
        except Conflicted as problem:
            n_met += 1
            workspace.keep_mine(problem.conflicts)
            workspace.mark(promise, verdict=verdict)
        written.append((user, promise))
    assert n_met > 10
    for number in range(4):
        promise = office.promise(number)
        told = [event.user for event in office.mine.history(promise)]
        assert told == [user for user, one in written if one == promise]


def test_own_work_is_not_looked_at_again(office: Office) -> None:
    """Who works alone for long does not make every action slower; a colleague is noticed still."""
    for turn in range(6):
        office.mine.mark(office.promise(turn % 3), verdict=(Verdict.MISSED, None)[turn // 3])
    before = office.mine._database.seen
    assert before >= 5
    office.theirs.have_seen(office.theirs.changes())
    office.theirs.mark(office.promise(3), verdict=Verdict.MISSED)
    office.mine.mark(office.promise(0), verdict=Verdict.PARTIAL)
    with pytest.raises(Conflicted):
        office.mine.mark(office.promise(3), verdict=Verdict.FULFILLED)
    assert len(office.mine.changes().actions) == 1

"""What people say of the promises themselves goes to a colleague with the marks."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.tracker.test_workspace_promises import EARLIER, LATER, first, place, promise, quotes
from tracker.model.exchange import Arrival, IncomingMark
from tracker.model.mark import Mark
from tracker.model.promise_word import PromiseAct, PromiseEdit
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

ADDED = "让古城焕发新的光彩"


def made(path: Path, user: str, earlier: str = EARLIER) -> Workspace:
    """Return a workspace with two years of one city."""
    workspace = Workspace.create(path, user=user)
    for year, text in (("2021", earlier), ("2022", LATER)):
        workspace.import_bytes(f"苏州市{year}.txt", text.encode())
    return workspace


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Workspace]:
    """Return the workspace of whoever writes the file."""
    with made(tmp_path / "mine.duizhang", "张三") as workspace:
        yield workspace


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    """Return the workspace of whoever reads it."""
    with made(tmp_path / "other.duizhang", "李四") as workspace:
        yield workspace


def marks(workspace: Workspace) -> dict[str, Mark]:
    """Return the marks of the earlier report by the words they stand on."""
    return {one.anchor.quote: one for one in workspace.marks(first(workspace)).values()}


def test_a_promise_that_was_added_comes_with_its_mark(
    mine: Workspace, other: Workspace, tmp_path: Path
) -> None:
    """The colleague sees it, marked, with who said it; one undo takes both back."""
    mine.mark(mine.add_promise(place(mine, ADDED), why="市民最关心"), verdict=Verdict.FULFILLED)
    file = tmp_path / "m.json"
    assert mine.write_marks(file) == (1, 1)
    before = quotes(other)
    incoming = other.read_marks(file)
    (mark,) = incoming.marks
    assert (mark.arrival, mark.commitment_id) == (Arrival.NEW, None)
    assert mark.adding == incoming.words[0].word
    assert other.take_marks(incoming.marks) == (1, 1)
    assert set(quotes(other)) - set(before) == {ADDED}
    assert marks(other)[ADDED].commitment_id == promise(other, ADDED).id
    (word,) = other.promise_words(first(other))
    assert (word.act, word.user, word.why) == (PromiseAct.ADDED, "张三", "市民最关心")
    again = other.read_marks(file)
    assert [one.arrival for one in again.marks] == [Arrival.SAME]
    assert [one.arrival for one in again.words] == [Arrival.SAME]
    other.undo()
    assert quotes(other) == before
    assert marks(other) == {}


def test_marks_on_the_pieces_of_a_split_promise_stand_on_these(
    mine: Workspace, other: Workspace, tmp_path: Path
) -> None:
    """They do not fall on the promise that was split: it leaves with them."""
    whole = promise(mine, "城北路")
    pieces = mine.split_promise(whole.id, (place(mine, "建成城北路"), place(mine, "桐泾路")))
    for piece, verdict in zip(pieces, (Verdict.FULFILLED, Verdict.MISSED), strict=True):
        mine.mark(piece, verdict=verdict)
    file = tmp_path / "m.json"
    mine.write_marks(file)
    incoming = other.read_marks(file)
    assert [one.arrival for one in incoming.words] == [Arrival.NEW] * len(incoming.words)
    other.take_marks(incoming.marks, words=incoming.words)
    assert {words: one.verdict for words, one in marks(other).items()} == {
        "建成城北路": Verdict.FULFILLED,
        "桐泾路": Verdict.MISSED,
    }
    assert quotes(other) == quotes(mine)


def test_what_was_rejected_or_set_right_comes_without_a_mark(
    mine: Workspace, other: Workspace, tmp_path: Path
) -> None:
    """A file of words alone is a file; taking none of them leaves everything as it is."""
    mine.reject_promise(promise(mine, "新增绿地").id)
    mine.edit_promise(promise(mine, "新建学校").id, PromiseEdit(body="市教育局"))
    file = tmp_path / "m.json"
    assert mine.write_marks(file) == (0, 2)
    incoming = other.read_marks(file)
    assert incoming.marks == ()
    before = quotes(other)
    assert other.take_marks((), words=()) == (0, 0)
    assert quotes(other) == before
    assert other.take_marks((), words=incoming.words) == (0, 2)
    assert quotes(other) == quotes(mine)
    assert promise(other, "新建学校").body == "市教育局"


def test_what_differs_from_ones_own_word_or_mark_is_a_conflict(
    mine: Workspace, other: Workspace, tmp_path: Path
) -> None:
    """Nothing here is overwritten by itself; theirs takes the place of one's own when wanted."""
    mine.edit_promise(promise(mine, "新建学校").id, PromiseEdit(due=2022))
    mine.reject_promise(promise(mine, "新增绿地").id)
    other.edit_promise(promise(other, "新建学校").id, PromiseEdit(due=2025))
    other.mark(promise(other, "新增绿地").id, verdict=Verdict.FULFILLED)
    file = tmp_path / "m.json"
    mine.write_marks(file)
    school, green = other.read_marks(file).words
    assert (school.arrival, green.arrival) == (Arrival.CONFLICT, Arrival.CONFLICT)
    assert school.own is not None
    assert school.own.edit.due == 2025
    assert green.marked
    assert other.take_marks((), words=(school,)) == (0, 1)
    assert promise(other, "新建学校").due == 2022
    assert len(other.promise_words(first(other))) == 1
    other.undo()
    assert promise(other, "新建学校").due == 2025


def test_words_find_their_place_in_another_copy_of_the_report(
    mine: Workspace, tmp_path: Path
) -> None:
    """What moved is found by its words; what is gone is told and cannot be taken."""
    mine.mark(mine.add_promise(place(mine, ADDED)), verdict=Verdict.MISSED)
    mine.reject_promise(promise(mine, "新增绿地").id)
    file = tmp_path / "m.json"
    mine.write_marks(file)
    copy = EARLIER.replace("各位代表：\n", "各位代表：\n请予审议。\n").replace(
        "新增绿地200公顷。", ""
    )
    with made(tmp_path / "copy.duizhang", "李四", copy) as other:
        incoming = other.read_marks(file)
        assert [one.arrival for one in incoming.words] == [Arrival.NEW, Arrival.UNPLACED]
        assert other.take_marks(incoming.marks, words=incoming.words) == (1, 1)
        assert marks(other)[ADDED].verdict is Verdict.MISSED


def test_a_second_reading_adds_no_promise(
    mine: Workspace, other: Workspace, tmp_path: Path
) -> None:
    """Marks whose promise is not here are left out, as ever."""
    mine.mark(mine.add_promise(place(mine, ADDED)), verdict=Verdict.MISSED)
    file = tmp_path / "m.json"
    mine.write_marks(file)
    before = quotes(other)
    assert other.take_marks(other.read_marks(file).marks, reader="张三") == (0, 0)
    assert quotes(other) == before


def test_a_passage_that_is_too_long_for_a_promise_is_not_taken(
    mine: Workspace, tmp_path: Path
) -> None:
    """A file says what it likes; what stands here keeps to the rules of the program."""
    mine.add_promise(place(mine, ADDED))
    file = tmp_path / "m.json"
    mine.write_marks(file)
    content = msgspec.json.decode(file.read_bytes())
    with made(tmp_path / "long.duizhang", "李四", EARLIER + "绿化。" * 200) as padded:
        report = padded.report(first(padded))
        content["words"][0]["place"].update(
            report_id=report.id, span={"start": 0, "end": 500}, quote=report.text[:500]
        )
        file.write_bytes(msgspec.json.encode(content))
        (word,) = padded.read_marks(file).words
        assert word.arrival is Arrival.UNPLACED
        assert padded.take_marks((), words=(word,)) == (0, 0)


def test_files_of_earlier_versions_are_read(
    mine: Workspace, other: Workspace, tmp_path: Path
) -> None:
    """They hold marks alone."""
    mine.mark(promise(mine, "新增绿地").id, verdict=Verdict.FULFILLED)
    file = tmp_path / "m.json"
    mine.write_marks(file)
    content = msgspec.json.decode(file.read_bytes())
    del content["words"]
    file.write_bytes(msgspec.json.encode(content))
    incoming = other.read_marks(file)
    assert [type(one) for one in incoming.marks] == [IncomingMark]
    assert incoming.words == ()

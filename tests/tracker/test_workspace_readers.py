"""Two readers mark for themselves, see how far they agree, and exchange their marks."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_analysis import Small
from tracker.errors import InputProblem
from tracker.model.exchange import Arrival
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.reader_agreement import agreement_of_readers
from tracker.model.tracking import Verdict
from tracker.store.place import Place
from tracker.workspace import Workspace

TEXT = "320500|2021|苏州\n# 一\n建成学校1所。\n建成桥梁2座。\n建成公园3个。\n建成医院4家。\n"


def made(path: Place, user: str, text: str = TEXT) -> Workspace:
    """Return a new workspace with one report."""
    found = Workspace.create(path, user=user, analysis=Small().analysis())
    found.import_bytes("r.txt", text.encode())
    return found


@pytest.fixture
def workspace(place: Place) -> Iterator[Workspace]:
    """Return a workspace with one report of four promises."""
    with made(place, "张三") as found:
        yield found


def only(workspace: Workspace) -> ReportId:
    """Return the one report."""
    (entry,) = workspace.entries()
    return entry.id


def promises(workspace: Workspace) -> list[CommitmentId]:
    """Return the promises of the one report."""
    return [one.id for one in workspace.commitments(only(workspace))]


def mark_all(workspace: Workspace, verdicts: str, reader: str = "") -> None:
    """Mark the promises in order: f fulfilled, m missed, p partial, - not at all."""
    words = {"f": Verdict.FULFILLED, "m": Verdict.MISSED, "p": Verdict.PARTIAL}
    for one, letter in zip(promises(workspace), verdicts, strict=True):
        if letter in words:
            workspace.mark(one, verdict=words[letter], reader=reader)


def test_a_second_reader_neither_sees_nor_changes_the_marks_that_are_there(
    workspace: Workspace,
) -> None:
    """Each reading has its own marks, history and count."""
    one = promises(workspace)[0]
    workspace.mark(one, verdict=Verdict.FULFILLED, note="查过年鉴")
    assert workspace.marks(only(workspace), "李四") == {}
    workspace.mark(one, verdict=Verdict.MISSED, reader="李四")
    assert workspace.marks(only(workspace))[one].verdict is Verdict.FULFILLED
    assert workspace.marks(only(workspace), "李四")[one].verdict is Verdict.MISSED
    assert [e.mark.verdict for e in workspace.history(one)] == [Verdict.FULFILLED]
    assert [e.mark.verdict for e in workspace.history(one, "李四")] == [Verdict.MISSED]
    assert workspace.readers(only(workspace)) == ("李四",)
    assert [entry.n_marked for entry in workspace.entries()] == [1]
    workspace.undo()
    assert workspace.readers(only(workspace)) == ()


def test_agreement_is_told_in_per_cent_and_beyond_chance(workspace: Workspace) -> None:
    """Of three promises marked by both two are equal; kappa by hand: (2/3 - 4/9) / (1 - 4/9)."""
    mark_all(workspace, "ffm-")
    mark_all(workspace, "fmmp", reader="李四")
    found = workspace.agreement_of_readers(only(workspace), "李四")
    assert (found.total, found.same, found.only_first, found.only_second) == (3, 2, 0, 1)
    assert found.share == pytest.approx(2 / 3)
    assert found.kappa == pytest.approx((2 / 3 - 4 / 9) / (5 / 9))
    assert found.by_verdict() == (
        (Verdict.FULFILLED, 2, 1, 1),
        (Verdict.MISSED, 1, 2, 1),
    )
    (differing,) = found.disagreements
    assert differing.commitment_id == promises(workspace)[1]
    assert (differing.first.verdict, differing.second.verdict) == (
        Verdict.FULFILLED,
        Verdict.MISSED,
    )


def test_settling_a_difference_leaves_the_agreement_as_it_was(workspace: Workspace) -> None:
    """Agreement is that of two who read alone; what is settled is the mark of the workspace."""
    mark_all(workspace, "ff--")
    mark_all(workspace, "fm--", reader="李四")
    report, second = only(workspace), promises(workspace)[1]
    workspace.settle(second, Verdict.MISSED, "年鉴为准")
    found = workspace.agreement_of_readers(report, "李四")
    assert (found.total, found.same) == (2, 1)
    (differing,) = found.disagreements
    assert (differing.said_first, differing.settled) == (Verdict.FULFILLED, Verdict.MISSED)
    assert workspace.marks(report)[second].note == "年鉴为准"
    assert [e.mark.verdict for e in workspace.history(second)] == [
        Verdict.FULFILLED,
        Verdict.MISSED,
    ]
    workspace.settle(second, Verdict.PARTIAL, "")
    assert workspace.agreement_of_readers(report, "李四").disagreements[0].said_first is (
        Verdict.FULFILLED
    )
    workspace.mark(second, verdict=Verdict.FULFILLED)
    assert workspace.agreement_of_readers(report, "李四").disagreements[0].settled is None
    for _ in range(3):
        workspace.undo()
    assert workspace.marks(report)[second].verdict is Verdict.FULFILLED


def test_nothing_is_settled_where_the_first_reading_said_nothing(workspace: Workspace) -> None:
    """A verdict without a first reading is no settlement between two."""
    with pytest.raises(InputProblem):
        workspace.settle(promises(workspace)[0], Verdict.MISSED)


def test_a_second_reading_bears_the_name_of_its_reader(workspace: Workspace) -> None:
    """Who marked is told by the name the reading was begun under."""
    one = promises(workspace)[0]
    assert workspace.mark(one, verdict=Verdict.MISSED, reader="李四").user == "李四"
    assert workspace.history(one, "李四")[0].user == "李四"


def test_agreement_of_nothing_says_nothing() -> None:
    """Without a promise that both marked there is neither share nor kappa."""
    found = agreement_of_readers("李四", {}, {})
    assert (found.share, found.kappa, found.disagreements) == (None, None, ())


def test_marks_go_to_another_machine_and_conflicts_are_shown_first(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Reading a file changes nothing; what is taken is one action."""
    mark_all(workspace, "fmp-")
    file = tmp_path / "张三的标记.json"
    assert workspace.write_marks(file) == (3, 0)
    with made(tmp_path / "other.duizhang", "李四") as other:
        mark_all(other, "ff--")
        came = other.read_marks(file).marks
        assert [one.arrival for one in came] == [Arrival.SAME, Arrival.CONFLICT, Arrival.NEW]
        assert [m.verdict for m in other.marks(only(other)).values()] == [Verdict.FULFILLED] * 2
        assert other.take_marks(came[1:]) == (2, 0)
        taken = other.marks(only(other))
        assert [m.verdict for m in taken.values()] == [
            Verdict.FULFILLED,
            Verdict.MISSED,
            Verdict.PARTIAL,
        ]
        assert [m.user for m in taken.values()] == ["李四", "张三", "张三"]
        other.undo()
        assert len(other.marks(only(other))) == 2


def test_a_colleagues_marks_can_come_as_a_second_reading(
    workspace: Workspace, tmp_path: Path
) -> None:
    """They stand beside the marks that are there, to be compared."""
    mark_all(workspace, "fmp-")
    file = tmp_path / "m.json"
    workspace.write_marks(file)
    with made(tmp_path / "other.duizhang", "李四") as other:
        mark_all(other, "ffff")
        other.take_marks(other.read_marks(file).marks, reader="张三")
        assert [m.verdict for m in other.marks(only(other)).values()] == [Verdict.FULFILLED] * 4
        assert other.agreement_of_readers(only(other), "张三").total == 3


def test_marks_find_their_promise_in_another_copy_of_the_report(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Another file of the same report, region and year will do; a promise that is gone is told."""
    mark_all(workspace, "fmp-")
    file = tmp_path / "m.json"
    workspace.write_marks(file)
    copy = TEXT.replace("# 一\n", "# 一\n各位代表\n").replace("建成桥梁2座。\n", "")
    with made(tmp_path / "other.duizhang", "李四", copy) as other:
        came = other.read_marks(file).marks
        assert [one.arrival for one in came] == [Arrival.NEW, Arrival.UNPLACED, Arrival.NEW]
        assert other.take_marks(came) == (2, 0)


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"\x00\xff", b"[" * 100_000, json.dumps({"format": "another"}).encode()],
)
def test_what_is_no_file_of_marks_gets_one_sentence(
    workspace: Workspace, tmp_path: Path, content: bytes
) -> None:
    """Nothing is changed, and the sentence says which file to choose."""
    file = tmp_path / "x.json"
    file.write_bytes(content)
    with pytest.raises(InputProblem, match=r"x\.json"):
        workspace.read_marks(file)
    with pytest.raises(InputProblem):
        workspace.read_marks(tmp_path / "missing.json")

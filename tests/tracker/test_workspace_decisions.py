"""What people decide about names and passages is kept, carried on, undone, and never lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.postgres import contents
from tests.small_analysis import Small
from tracker.errors import InputProblem
from tracker.model.decision import NOTHING_SAID, NamePair
from tracker.model.ids import ReportId
from tracker.model.kept_decision import NameOrigin
from tracker.model.mark import Anchor
from tracker.model.span import Span
from tracker.model.tracking import Tracking, Verdict
from tracker.store.place import Place
from tracker.workspace import Workspace

EARLIER = "320500|2021|苏州\n# 一\n建成学校1所。\n建成桥梁2座。\n"
LATER = "320500|2022|苏州\n# 一\n完成学校1所。\n完成大桥2座。\n"


@pytest.fixture
def small() -> Small:
    """Return the toy stages."""
    return Small()


@pytest.fixture
def workspace(place: Place, small: Small) -> Iterator[Workspace]:
    """Return a workspace with two reports of one city in a row."""
    with Workspace.create(place, user="张三", analysis=small.analysis()) as opened:
        for text in (EARLIER, LATER):
            opened.import_bytes("r.txt", text.encode())
        yield opened


def ids(workspace: Workspace) -> list[ReportId]:
    """Return the reports by year."""
    return [e.id for e in sorted(workspace.entries(), key=lambda e: e.year or 0)]


def anchor(workspace: Workspace, report: ReportId, quote: str) -> Anchor:
    """Return where words stand in a report."""
    start = workspace.report(report).text.index(quote)
    return Anchor(report, Span(start, start + len(quote)), quote)


def test_a_second_reader_gets_the_verdicts_of_before_a_decision(
    workspace: Workspace, small: Small
) -> None:
    """A confirmed passage would tell the first reader's verdict; names are for everybody."""
    earlier, later = ids(workspace)
    first, _ = workspace.commitments(earlier)
    workspace.tracking(earlier)
    workspace.decide(first.id, anchor(workspace, later, "完成大桥2座。"), answers=True)
    runs = small.runs["track"]
    workspace.tracking(earlier, blind=True)
    assert small.runs["track"] == runs
    workspace.tracking(earlier)
    assert small.runs["track"] == runs + 1


def test_a_decision_reaches_the_stages_and_is_undone(workspace: Workspace, small: Small) -> None:
    """Verdicts are found anew when a decision comes, and those of before come from the cache."""
    earlier, later = ids(workspace)
    first, _ = workspace.commitments(earlier)
    workspace.tracking(earlier)
    assert small.decided == NOTHING_SAID
    assert workspace.is_ready(earlier)
    passage = anchor(workspace, later, "完成大桥2座。")
    workspace.decide(first.id, passage, answers=True)
    assert not workspace.is_ready(earlier)
    workspace.tracking(earlier)
    (word,) = small.decided.matches
    assert (word.commitment, word.report_id, word.span) == (first.id, later, passage.span)
    runs = small.runs["track"]
    undone = workspace.undo()
    assert undone is not None
    assert undone.zh == "认定依据"
    assert workspace.decisions(earlier) == {}
    workspace.tracking(earlier)
    assert small.runs["track"] == runs, "what was judged before is in the cache"
    workspace.redo()
    (decided,) = workspace.decisions(earlier)[first.id]
    assert (decided.answers, decided.user) == (True, "张三")


def test_the_last_word_on_a_passage_counts(workspace: Workspace) -> None:
    """Confirmed, rejected, taken back: one word at a time, and nothing when it was said already."""
    earlier, later = ids(workspace)
    first, _ = workspace.commitments(earlier)
    passage = anchor(workspace, later, "完成大桥2座。")
    for answers in (True, False, False):
        workspace.decide(first.id, passage, answers=answers)
    assert [d.answers for d in workspace.decisions(earlier)[first.id]] == [False]
    workspace.decide(first.id, passage, answers=None)
    assert workspace.decisions(earlier) == {}
    for said in ("收回对依据的认定", "排除依据", "认定依据"):
        undone = workspace.undo()
        assert undone is not None
        assert undone.zh == said


def test_a_passage_must_stand_where_it_is_said_to(workspace: Workspace) -> None:
    """Nothing is anchored in words that are not there, and not on promises that are not."""
    earlier, later = ids(workspace)
    first, _ = workspace.commitments(earlier)
    with pytest.raises(InputProblem):
        workspace.decide(first.id, Anchor(later, Span(0, 3), "没有的"), answers=True)
    with pytest.raises(InputProblem):
        workspace.decide(
            type(first.id)("0-0-0-0"), anchor(workspace, later, "完成大桥"), answers=True
        )


def test_decisions_survive_a_reimport_on_both_sides(workspace: Workspace, tmp_path: Path) -> None:
    """Promise and passage are found again by their words."""
    earlier, later = ids(workspace)
    first, _ = workspace.commitments(earlier)
    workspace.decide(first.id, anchor(workspace, later, "完成大桥2座。"), answers=False)
    for report, text in ((earlier, EARLIER), (later, LATER)):
        path = tmp_path / "new.txt"
        path.write_text(text.replace("# 一\n", "# 一\n前言。\n"))
        workspace.reimport(report, path)
    earlier, later = ids(workspace)
    ((key, (decided,)),) = workspace.decisions(earlier).items()
    assert key == workspace.commitments(earlier)[1].id
    assert decided.passage == anchor(workspace, later, "完成大桥2座。")
    workspace.undo()
    workspace.undo()
    assert list(workspace.decisions(ids(workspace)[0])) == [first.id]


def test_a_decision_whose_words_are_gone_waits_for_them(
    workspace: Workspace, tmp_path: Path
) -> None:
    """It does not act on other words, and acts again when its own are back."""
    earlier, later = ids(workspace)
    first, _ = workspace.commitments(earlier)
    workspace.decide(first.id, anchor(workspace, later, "完成大桥2座。"), answers=True)
    path = tmp_path / "new.txt"
    path.write_text(LATER.replace("完成大桥2座。", "今年天气很好，雨水充足。"))
    workspace.reimport(later, path)
    assert workspace.decisions(earlier) == {}
    path.write_text(LATER + "完。\n")
    workspace.reimport(ids(workspace)[1], path)
    assert list(workspace.decisions(earlier)) == [first.id]


def test_decisions_survive_better_readings(workspace: Workspace, small: Small) -> None:
    """A promise that begins elsewhere under a better extractor is the same promise."""
    earlier, later = ids(workspace)
    first, _ = workspace.commitments(earlier)
    workspace.decide(first.id, anchor(workspace, later, "完成大桥2座。"), answers=True)
    small.version, small.shift = "2", 2
    (found,) = workspace.decisions(earlier)
    assert found == workspace.commitments(earlier)[0].id != first.id


def test_a_removed_report_takes_its_decisions_along_and_back(workspace: Workspace) -> None:
    """Undo of the removal brings them back; forgetting erases them for good."""
    earlier, later = ids(workspace)
    first, _ = workspace.commitments(earlier)
    workspace.decide(first.id, anchor(workspace, later, "完成大桥2座。"), answers=True)
    workspace.add_names(NamePair("桥梁", "大桥"), taken_from=later)
    workspace.remove(later)
    assert workspace.decisions(earlier) == {}
    workspace.undo()
    assert list(workspace.decisions(earlier)) == [first.id]
    workspace.forget(later)
    assert workspace.decisions(earlier) == {}
    assert workspace.names() == ()
    assert "大桥".encode() not in contents(workspace.place)


@pytest.mark.parametrize(
    ("code", "acts"),
    [
        ("320500", True),
        ("320583", True),
        ("320000", True),
        ("000000", True),
        ("320100", False),
        ("330500", False),
    ],
)
def test_names_hold_for_the_region_and_its_levels(
    workspace: Workspace, small: Small, *, code: str, acts: bool
) -> None:
    """A city's names hold for its districts, its province and the state, for nobody else."""
    earlier, _ = ids(workspace)
    kept = workspace.add_names(NamePair("S1线", "11号线"), used_in=earlier)
    assert kept.region == "320500"
    for year in (2023, 2024):
        workspace.import_bytes("o.txt", f"{code}|{year}|他\n# 一\n建成学校{year}所。\n".encode())
    entries = [e for e in workspace.entries() if (e.year or 0) > 2022]
    other = next(e.id for e in entries if e.year == 2023)
    workspace.tracking(other)
    assert bool(small.decided.names) is acts
    assert bool(workspace.names(other)) is acts


def test_names_without_a_region_hold_everywhere(workspace: Workspace, small: Small) -> None:
    """What a person says of no region in particular is said of all."""
    workspace.add_names(NamePair(" S1 线 ", "11号线"))
    workspace.tracking(ids(workspace)[0])
    assert small.decided.names == (NamePair("S1线", "11号线"),)


def test_names_are_kept_once_and_the_last_word_counts(workspace: Workspace) -> None:
    """= and ≠ of the same names, in whatever order and spelling, take each other's place."""
    workspace.add_names(NamePair("S1线", "11号线"))
    workspace.add_names(NamePair("１１号线", "s1线", same=False))
    (kept,) = workspace.names()
    assert not kept.pair.same
    assert kept.origin is NameOrigin.BY_HAND
    workspace.undo()
    (kept,) = workspace.names()
    assert kept.pair.same
    workspace.remove_names(kept)
    assert workspace.names() == ()
    undone = workspace.undo()
    assert undone is not None
    assert undone.zh == "删除名称对照"
    assert workspace.names() == (kept,)


@pytest.mark.parametrize(
    ("one", "other"), [("", "11号线"), ("S1线", "ｓ１线"), ("线", "11号线"), ("很" * 41, "11号线")]
)
def test_names_that_can_be_no_pair_are_refused(workspace: Workspace, one: str, other: str) -> None:
    """One clear sentence says why, and nothing is kept."""
    with pytest.raises(InputProblem):
        workspace.add_names(NamePair(one, other))
    assert workspace.names() == ()
    assert workspace.undo_text != "添加名称对照"


def test_names_are_offered_once(workspace: Workspace) -> None:
    """A word on a passage offers its names, until they are kept."""
    earlier, later = ids(workspace)
    _, bridge = workspace.commitments(earlier)
    passage = anchor(workspace, later, "完成大桥2座。")
    assert workspace.offered_names(bridge.id, passage) is None
    workspace.decide(bridge.id, passage, answers=True)
    pair = workspace.offered_names(bridge.id, passage)
    assert pair == NamePair("建成桥梁", "大桥")
    workspace.add_names(pair, used_in=earlier, taken_from=later)
    assert workspace.offered_names(bridge.id, passage) is None


# With the real stages, on the samples


@pytest.fixture(scope="module")
def real_file(tmp_path_factory: pytest.TempPathFactory, seed: Callable[[str], Path]) -> Path:
    """Return a workspace file with two sample reports."""
    path = tmp_path_factory.mktemp("real") / "w.duizhang"
    with Workspace.create(path, user="张三") as made:
        made.import_files([seed("002"), seed("000")])
    return path


@pytest.fixture
def real(real_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Return a copy of that workspace."""
    path = tmp_path / "real.duizhang"
    path.write_bytes(real_file.read_bytes())
    with Workspace.open(path, user="张三") as opened:
        yield opened


def found(workspace: Workspace, name: str) -> Tracking:
    """Return what became of the promise of a name."""
    earlier, _ = ids(workspace)
    return next(t for t in workspace.tracking(earlier) if t.commitment.statement.object == name)


def as_anchor(tracking: Tracking, place: int) -> Anchor:
    """Return the passage at a place of a promise's evidence."""
    evidence = tracking.evidence[place]
    return Anchor(evidence.report_id, evidence.span, evidence.quote)


def test_reject_and_confirm_on_real_reports(real: Workspace, tmp_path: Path) -> None:
    """The next candidate takes a rejected one's place, a confirmed one leads, undo undoes both."""
    earlier, later = ids(real)
    tracked = real.tracking(earlier)
    before = next(
        t for t in tracked if t.verdict is not Verdict.NOT_REPORTED and len(t.evidence) > 2
    )
    key, name = before.commitment.id, before.commitment.statement.object
    best, third = as_anchor(before, 0), as_anchor(before, 2)
    real.decide(key, best, answers=False)
    rejected = found(real, name)
    assert all(e.span.overlap(best.span) == 0 for e in rejected.evidence)
    assert "未再采用" in rejected.reason.zh
    real.decide(key, third, answers=True)
    confirmed = found(real, name)
    assert confirmed.evidence[0].quote == third.quote
    assert "这处依据由您认定。" in confirmed.reason.zh
    same = [t for t in real.tracking(earlier) if t.commitment.id != key]
    assert same == [t for t in tracked if t.commitment.id != key], "nothing else moves"
    path = tmp_path / "again.txt"
    path.write_bytes(real.content(later) + b"\n")
    real.reimport(later, path)
    assert found(real, name).evidence[0].quote == third.quote
    for _ in range(3):
        real.undo()
    assert found(real, name) == before


def test_what_was_decided_is_reused_for_the_next_year(real: Workspace) -> None:
    """A confirmed passage offers its names; with them the renamed thing is found a year later."""
    earlier, later = ids(real)
    tracking = found(real, "张皋过江通道")
    assert tracking.verdict is Verdict.UNDETERMINED
    passage = as_anchor(tracking, 0)
    real.decide(tracking.commitment.id, passage, answers=True)
    pair = real.offered_names(tracking.commitment.id, passage)
    assert pair == NamePair("张皋过江通道", "张靖皋长江大桥")
    real.add_names(pair, used_in=earlier, taken_from=later)
    next_year = (
        "2024年苏州市政府工作报告\n\n一、2023年工作回顾\n\n张靖皋长江大桥主塔封顶。\n\n"
        "二、2024年工作安排\n\n继续推进重大项目建设。\n"
    )
    promise = (
        "2023年苏州市政府工作报告\n\n一、2022年工作回顾\n\n经济平稳运行。\n\n"
        "二、2023年工作安排\n\n（一）加强基础设施建设。加快推进张皋过江通道建设，新建学校10所。\n"
    )
    ids_of = {}
    for year, text in ((2023, promise), (2024, next_year)):
        result = real.import_bytes(f"苏州市{year}.txt", text.encode())
        assert result.entry is not None
        ids_of[year] = result.entry.id
    (next_one,) = (
        t
        for t in real.tracking(ids_of[2023], [ids_of[2024]])
        if "张皋过江通道" in t.commitment.statement.object
    )
    assert next_one.evidence[0].quote == "张靖皋长江大桥主塔封顶"
    assert next_one.names == (pair,)
    assert "您曾认定“张皋过江通道”就是“张靖皋长江大桥”" in next_one.reason.zh

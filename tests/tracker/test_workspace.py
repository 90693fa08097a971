"""The workspace: what is brought in, found and said is there again, and can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_analysis import Small
from tracker.errors import InputProblem, StoreProblem
from tracker.model.alignment import NOTHING_SAID, AlignmentPart, HandWords
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.library import Detail, HandLinkKind, MetadataCorrection
from tracker.model.mark import Anchor, MarkAction
from tracker.model.outline import Role
from tracker.model.span import Span
from tracker.model.tracking import Verdict
from tracker.store.place import Place
from tracker.workspace import Workspace

EARLIER = """320500|2021|2021年政府工作报告
# 产业强市
新增高新技术企业3000家。
建成标准厂房100万平方米。
# 民生福祉
新建改建学校20所。
# 文化繁荣
新增城市书房5个。
"""

LATER = """320500|2022|2022年政府工作报告
# 产业强市
完成新增高新技术企业2720家。
# 民生事业
完成新建改建学校21所。
新建改建学校22所。
"""

OTHER_PLACE = "330100|2022|杭州市政府工作报告\n# 产业\n完成新增高新技术企业1家。\n"


@pytest.fixture
def small() -> Small:
    """Return the toy stages."""
    return Small()


@pytest.fixture
def workspace(place: Place, small: Small) -> Iterator[Workspace]:
    """Return a new workspace of 张三, in a file and on a server."""
    made = Workspace.create(place, user="张三", analysis=small.analysis())
    with made as opened:
        yield opened


def put(workspace: Workspace, text: str, name: str = "r.txt") -> ReportId:
    """Import a text and return its id."""
    result = workspace.import_bytes(name, text.encode())
    assert result.entry is not None
    return result.entry.id


def promise(workspace: Workspace, report_id: ReportId, word: str) -> CommitmentId:
    """Return the id of the promise that holds a word."""
    (found,) = [c for c in workspace.commitments(report_id) if word in c.statement.quote]
    return found.id


def again(workspace: Workspace, small: Small) -> Workspace:
    """Close a workspace and open it anew."""
    workspace.close()
    return Workspace.open(workspace.place, user="李四", analysis=small.analysis())


def test_entries_lists_reports_by_region_and_year(workspace: Workspace) -> None:
    """A line shows what the reader took from the head."""
    put(workspace, OTHER_PLACE)
    put(workspace, LATER)
    put(workspace, EARLIER)
    shown = [(e.region_code, e.year, e.title) for e in workspace.entries()]
    assert shown == [
        ("320500", 2021, "2021年政府工作报告"),
        ("320500", 2022, "2022年政府工作报告"),
        ("330100", 2022, "杭州市政府工作报告"),
    ]


def test_entries_counts_promises_once_asked_and_marks(workspace: Workspace) -> None:
    """The number of promises is unknown until somebody asks."""
    report_id = put(workspace, EARLIER)
    assert workspace.entries()[0].n_commitments is None
    workspace.mark(promise(workspace, report_id, "学校"), verdict=Verdict.MISSED)
    workspace.mark(promise(workspace, report_id, "书房"), note="待查")
    (entry,) = workspace.entries()
    assert (entry.n_commitments, entry.n_marked) == (4, 1)


def test_import_files_tells_of_each_file_and_stops_for_none(
    workspace: Workspace, tmp_path: Path
) -> None:
    """A bad file is a result with a problem; a known one is a duplicate; progress is told."""
    good, bad, same = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"
    good.write_text(EARLIER)
    bad.write_bytes(b"\0\0")
    same.write_text(EARLIER)
    told: list[tuple[int, int, str]] = []
    results = workspace.import_files(
        [good, bad, tmp_path / "none.txt", same],
        report_progress=lambda *progress: told.append(progress),
    )
    assert [(r.name, r.entry is not None, r.problem is not None, r.duplicate) for r in results] == [
        ("a.txt", True, False, False),
        ("b.txt", False, True, False),
        ("none.txt", False, True, False),
        ("c.txt", True, False, True),
    ]
    assert told[0] == (0, 4, "a.txt")
    assert told[-1] == (4, 4, "")


def test_import_files_stops_when_told_and_keeps_what_is_there(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Stopping before or within the second file leaves the first whole."""
    paths = []
    for number in range(3):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"320500|{2020 + number}|报告\n# 一\n建成学校{number}所。\n")
        paths.append(path)
    answers = iter([False, False, True])
    results = workspace.import_files(paths, should_stop=lambda: next(answers))
    assert len(results) == len(workspace.entries()) == 1


def test_import_files_is_one_action(workspace: Workspace, tmp_path: Path) -> None:
    """One undo takes all files of one import back, one redo brings them again."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"320500|{2020 + number}|报告\n# 一\n")
    workspace.import_files(sorted(tmp_path.glob("*.txt")))
    before = workspace.entries()
    workspace.undo()
    assert (workspace.entries(), workspace.undo_text) == ((), None)
    workspace.redo()
    assert workspace.entries() == before


def test_findings_are_computed_once(workspace: Workspace, small: Small) -> None:
    """A second opening computes nothing."""
    earlier, later = put(workspace, EARLIER), put(workspace, LATER)

    def ask(opened: Workspace) -> list[object]:
        return [
            opened.report(earlier),
            opened.commitments(earlier),
            opened.outcomes(later),
            opened.alignment(earlier, later),
            opened.differences(earlier, later),
            opened.tracking(earlier),
        ]

    first = ask(workspace)
    small.runs.clear()
    with again(workspace, small) as opened:
        assert ask(opened) == first
        assert opened.is_ready(earlier)
    assert not small.runs


def test_findings_of_an_older_version_are_made_anew(workspace: Workspace, small: Small) -> None:
    """A new version of the stages leaves nothing of the old findings."""
    report_id = put(workspace, EARLIER)
    workspace.commitments(report_id)
    small.version, small.shift = "2", 2
    with again(workspace, small) as opened:
        quote = opened.commitments(report_id)[0].statement.quote
    assert quote == "高新技术企业3000家。"


def test_laters_for_takes_the_next_year_that_is_there(workspace: Workspace) -> None:
    """All documents of one region in the next year; other places and years are none."""
    earlier = put(workspace, EARLIER)
    assert workspace.laters_for(earlier) == ()
    put(workspace, OTHER_PLACE)
    last = put(workspace, "320500|2024|报告\n# 一\n")
    assert workspace.laters_for(earlier) == (last,)
    documents = {put(workspace, LATER), put(workspace, "320500|2022|计划报告\n# 二\n")}
    assert set(workspace.laters_for(earlier)) == documents
    assert workspace.laters_for(last) == ()


def test_mark_is_kept_with_who_when_and_note(workspace: Workspace, small: Small) -> None:
    """What was said is there after a restart, as it was returned."""
    report_id = put(workspace, EARLIER)
    evidence = (Anchor(report_id, Span(0, 6), "320500"),)
    said = workspace.mark(
        promise(workspace, report_id, "学校"),
        verdict=Verdict.PARTIAL,
        note="只到20所",
        evidence=evidence,
    )
    assert (said.user, said.note, said.evidence) == ("张三", "只到20所", evidence)
    with again(workspace, small) as opened:
        assert opened.marks(report_id) == {said.commitment_id: said}


def test_history_keeps_every_word(workspace: Workspace) -> None:
    """Marking again, clearing and undoing are all told, in their order."""
    report_id = put(workspace, EARLIER)
    one = promise(workspace, report_id, "学校")
    workspace.mark(one, verdict=Verdict.MISSED)
    workspace.mark(one, verdict=Verdict.PARTIAL, note="改")
    workspace.mark(one)
    workspace.undo()
    events = workspace.history(one)
    assert [event.action for event in events] == [
        MarkAction.MARKED,
        MarkAction.MARKED,
        MarkAction.CLEARED,
        MarkAction.UNDONE,
    ]
    assert [event.mark.verdict for event in events] == [
        Verdict.MISSED,
        Verdict.PARTIAL,
        None,
        Verdict.PARTIAL,
    ]
    assert workspace.marks(report_id)[one].note == "改"


def test_mark_of_unknown_promise_is_refused(workspace: Workspace) -> None:
    """A promise that no report has cannot be marked."""
    with pytest.raises(InputProblem):
        workspace.mark(CommitmentId("000000000000-1-2-0"), verdict=Verdict.MISSED)


def test_marks_survive_a_better_extractor(workspace: Workspace, small: Small) -> None:
    """A promise whose span and id changed keeps its mark, and its history goes on."""
    report_id = put(workspace, EARLIER)
    old = promise(workspace, report_id, "学校")
    workspace.mark(old, verdict=Verdict.MISSED)
    small.version, small.shift = "2", 2
    with again(workspace, small) as opened:
        new = promise(opened, report_id, "学校")
        assert new != old
        assert opened.marks(report_id)[new].verdict is Verdict.MISSED
        assert opened.lost_marks() == ()
        opened.mark(new, verdict=Verdict.PARTIAL)
        assert len(opened.marks(report_id)) == 1
        assert [e.mark.verdict for e in opened.history(new)] == [Verdict.MISSED, Verdict.PARTIAL]


NEW_COPY = EARLIER.replace("# 产业强市", "一段新的开头。\n# 产业强市")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (NEW_COPY, True),
        (EARLIER.replace("新建改建学校20所。", "新建和改建学校20所。"), True),
        (EARLIER.replace("新建改建学校20所。\n", ""), False),
        (EARLIER.replace("新建改建学校20所。", "推进农村公路提档升级。"), False),
    ],
    ids=["moved", "retyped", "gone", "another"],
)
def test_reimport_anchors_marks_anew_or_lists_them(
    workspace: Workspace, tmp_path: Path, text: str, *, kept: bool
) -> None:
    """A mark follows its words into the new file; without them it is listed, never dropped."""
    report_id = put(workspace, EARLIER)
    said = workspace.mark(promise(workspace, report_id, "学校"), verdict=Verdict.MISSED)
    path = tmp_path / "new.txt"
    path.write_text(text)
    entry = workspace.reimport(report_id, path)
    assert [e.id for e in workspace.entries()] == [entry.id]
    if kept:
        found = workspace.marks(entry.id)[promise(workspace, entry.id, "学校")]
        assert (found.verdict, workspace.lost_marks()) == (Verdict.MISSED, ())
        report = workspace.report(entry.id)
        assert report.quote(found.anchor.span) == found.anchor.quote
    else:
        (lost,) = workspace.lost_marks()
        assert (lost.lost, lost.anchor.quote) == (True, said.anchor.quote)
        assert workspace.marks(entry.id) == {}
    workspace.undo()
    assert workspace.marks(report_id) == {said.commitment_id: said}


def test_a_lost_mark_is_placed_by_hand(workspace: Workspace, tmp_path: Path) -> None:
    """A lost mark goes to the promise that a person names; who marked and when stay."""
    report_id = put(workspace, EARLIER)
    said = workspace.mark(promise(workspace, report_id, "学校"), verdict=Verdict.MISSED, note="甲")
    path = tmp_path / "new.txt"
    path.write_text(EARLIER.replace("新建改建学校20所。", "推进农村公路提档升级。"))
    newer = workspace.reimport(report_id, path).id
    (lost,) = workspace.lost_marks()
    one = promise(workspace, newer, "公路")
    workspace.mark(one, note="乙")
    placed = workspace.place_mark(lost, one)
    assert (placed.note, placed.at, placed.lost) == ("甲", said.at, False)
    assert (workspace.marks(newer), workspace.lost_marks()) == ({one: placed}, ())
    workspace.undo()
    assert workspace.lost_marks() == (lost,)
    assert workspace.marks(newer)[one].note == "乙"
    workspace.mark(lost.commitment_id)
    assert workspace.lost_marks() == ()


def test_names_of_files_may_hold_any_character(tmp_path: Path, small: Small) -> None:
    """Question marks, percent signs and spaces are letters like others."""
    path = tmp_path / "报告 #1?50%&a=b.duizhang"
    with Workspace.create(path, analysis=small.analysis()) as made:
        put(made, EARLIER)
    with Workspace.open(path, analysis=small.analysis()) as opened:
        assert len(opened.entries()) == 1


def test_links_by_hand_hold_and_can_be_taken_back(workspace: Workspace) -> None:
    """A link by hand comes first and frees what it displaces; none and apart hold too."""
    earlier, later = put(workspace, EARLIER), put(workspace, LATER)
    before = workspace.alignment(earlier, later)
    assert [[link.section for link in row.links] for row in before.rows] == [[0], [], []]
    workspace.link_sections(earlier, 1, later, 1)
    workspace.link_sections(earlier, 2, later, 0)
    linked = workspace.alignment(earlier, later)
    assert [[link.section for link in row.links] for row in linked.rows] == [[], [1], [0]]
    assert linked.rows[1].links[0].by_hand
    assert linked.new == ()
    assert workspace.hand_words(earlier, later).together == {(1, 1), (2, 0)}
    workspace.undo()
    workspace.undo()
    assert workspace.hand_words(earlier, later) == NOTHING_SAID
    assert workspace.alignment(earlier, later) == before
    workspace.unlink_sections(earlier, 0, later, 0)
    assert workspace.alignment(earlier, later).new == (0, 1)
    workspace.undo()
    workspace.no_counterpart(earlier, 0, later)
    assert workspace.alignment(earlier, later).rows[0].links == ()
    assert workspace.differences(earlier, later).sections[0].later is None


def test_a_later_section_can_be_said_to_be_new(workspace: Workspace) -> None:
    """Nothing leads to it, whatever was linked before; linking it takes that word back."""
    earlier, later = put(workspace, EARLIER), put(workspace, LATER)
    workspace.link_sections(earlier, 1, later, 0)
    workspace.no_forerunner(earlier, later, 0)
    assert workspace.hand_words(earlier, later) == HandWords(new=frozenset({0}))
    found = workspace.alignment(earlier, later)
    assert 0 in found.new
    assert not any(row.links for row in found.rows)
    workspace.link_sections(earlier, 1, later, 0)
    assert workspace.hand_words(earlier, later) == HandWords(together=frozenset({(1, 0)}))


def test_each_word_by_hand_is_listed_and_can_be_taken_back(workspace: Workspace) -> None:
    """The list tells what, which sections and who, the latest first; forgetting can be undone."""
    earlier, later = put(workspace, EARLIER), put(workspace, LATER)
    workspace.link_sections(earlier, 1, later, 1)
    workspace.no_counterpart(earlier, 2, later)
    workspace.no_forerunner(earlier, later, 0)
    kept = workspace.hand_links(earlier, later)
    assert [(one.link.kind, one.earlier, one.later) for one in kept] == [
        (HandLinkKind.NEW, None, 0),
        (HandLinkKind.ALONE, 2, None),
        (HandLinkKind.TOGETHER, 1, 1),
    ]
    assert not any(one.is_lost for one in kept)
    workspace.forget_hand_link(kept[1].link)
    assert workspace.hand_words(earlier, later).alone == frozenset()
    workspace.undo()
    assert workspace.hand_links(earlier, later) == kept


def test_the_rest_is_aligned_anew_around_links_by_hand(workspace: Workspace, small: Small) -> None:
    """The stage is told what people said, and what it found without that is kept for undo."""
    earlier, later = put(workspace, EARLIER), put(workspace, LATER)
    workspace.alignment(earlier, later)
    workspace.link_sections(earlier, 1, later, 1)
    workspace.alignment(earlier, later)
    assert small.said.together == {(1, 1)}
    runs = small.runs["align"]
    workspace.undo()
    workspace.alignment(earlier, later)
    assert small.runs["align"] == runs


def test_corrections_change_what_is_shown_and_judged(workspace: Workspace) -> None:
    """A corrected year puts a report among the laters; a corrected role reaches its lines."""
    earlier = put(workspace, EARLIER)
    wrong = put(workspace, LATER.replace("|2022|", "|2012|"))
    assert workspace.laters_for(earlier) == ()
    workspace.correct_metadata(wrong, MetadataCorrection(year=2022))
    workspace.correct_metadata(wrong, MetadataCorrection(title="更正的标题"))
    assert workspace.laters_for(earlier) == (wrong,)
    meta = workspace.report(wrong).meta
    assert (meta.year, meta.title) == (2022, "更正的标题")
    workspace.correct_role(earlier, 1, Role.REVIEW)
    report = workspace.report(earlier)
    assert [section.role for section in report.sections] == [Role.PLAN, Role.REVIEW, Role.PLAN]
    assert report.role_at(report.text.index("学校")) is Role.REVIEW
    assert report.role_at(report.text.index("书房")) is Role.PLAN
    for _ in range(3):
        workspace.undo()
    assert workspace.report(wrong).meta.year == 2012
    assert workspace.report(earlier).role_at(report.text.index("学校")) is Role.PLAN


def test_a_wrong_year_or_region_can_be_taken_away(workspace: Workspace) -> None:
    """What the reader took for known may be unknown, until somebody knows it."""
    earlier, later = put(workspace, EARLIER), put(workspace, LATER)
    assert workspace.laters_for(earlier) == (later,)
    workspace.correct_metadata(earlier, MetadataCorrection(unknown=(Detail.YEAR,)))
    workspace.correct_metadata(earlier, MetadataCorrection(unknown=(Detail.REGION,)))
    (entry,) = [e for e in workspace.entries() if e.id == earlier]
    meta = workspace.report(earlier).meta
    assert (entry.year, entry.region_name, entry.level) == (None, "", None)
    assert (meta.year, meta.region) == (None, None)
    assert workspace.laters_for(earlier) == ()
    workspace.correct_metadata(earlier, MetadataCorrection(year=2020))
    meta = workspace.report(earlier).meta
    assert (meta.year, meta.region) == (2020, None)


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_undo_and_redo_work_after_a_restart(workspace: Workspace, small: Small) -> None:
    """The journal is in the file; a new action ends what could be redone."""
    report_id = put(workspace, EARLIER)
    one = promise(workspace, report_id, "学校")
    workspace.mark(one, verdict=Verdict.MISSED)
    with again(workspace, small) as opened:
        text = opened.undo_text
        assert text is not None
        assert text.zh == "标记承诺"
        assert opened.undo() == text
        assert opened.marks(report_id) == {}
        assert opened.redo_text == text
    with again(opened, small) as third:
        third.redo()
        assert third.marks(report_id)[one].verdict is Verdict.MISSED
        third.undo()
        third.mark(one, verdict=Verdict.PARTIAL)
        assert third.redo_text is None


def test_remove_keeps_everything_for_undo(workspace: Workspace) -> None:
    """A removed report comes back with its marks."""
    report_id = put(workspace, EARLIER)
    workspace.mark(promise(workspace, report_id, "学校"), verdict=Verdict.MISSED)
    before = workspace.entries(), workspace.marks(report_id)
    workspace.remove(report_id)
    assert (workspace.entries(), workspace.lost_marks()) == ((), ())
    with pytest.raises(InputProblem):
        workspace.report(report_id)
    workspace.undo()
    assert (workspace.entries(), workspace.marks(report_id)) == before


def files_below(folder: Path) -> Iterator[bytes]:
    """Yield the bytes of every file below a folder."""
    return (path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_forget_leaves_no_word_anywhere(workspace: Workspace, small: Small, tmp_path: Path) -> None:
    """File, log and backups hold neither text nor quotes nor notes of a forgotten report."""
    report_id = put(workspace, EARLIER)
    later = put(workspace, LATER)
    workspace.mark(promise(workspace, report_id, "学校"), verdict=Verdict.MISSED, note="秘密批注")
    quote = Anchor(report_id, Span(0, 9), "新增城市书房5个")
    workspace.mark(promise(workspace, later, "22所"), note="留下", evidence=(quote,))
    workspace.alignment(report_id, later)
    workspace.tracking(report_id)
    path = tmp_path / "new.txt"
    path.write_text(NEW_COPY)
    newer = workspace.reimport(report_id, path).id
    path.unlink()
    with again(workspace, small) as opened:
        opened.commitments(newer)
        opened.forget(newer)
        assert [entry.id for entry in opened.entries()] == [later]
        assert [mark.note for mark in opened.marks(later).values()] == ["留下"]
        while opened.undo():
            pass
        assert not any("书房".encode() in data for data in files_below(tmp_path))
        with pytest.raises(InputProblem):
            opened.content(report_id)
    assert not any("秘密批注".encode() in data for data in files_below(tmp_path))
    assert any("民生事业".encode() in data for data in files_below(tmp_path))


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_two_programs_share_a_file(workspace: Workspace, small: Small) -> None:
    """What one program says the other sees; undo takes back the last action of the file."""
    report_id = put(workspace, EARLIER)
    one = promise(workspace, report_id, "学校")
    with Workspace.open(workspace.place, user="李四", analysis=small.analysis()) as other:
        other.mark(one, verdict=Verdict.MISSED)
        assert workspace.marks(report_id)[one].user == "李四"
        workspace.undo()
        assert other.marks(report_id) == {}


def test_open_sample_builds_it_once(tmp_path: Path, small: Small) -> None:
    """The sample workspace is made on the first opening and found on the second."""
    path = tmp_path / "sample.duizhang"
    with Workspace.open_sample(path, analysis=small.analysis()) as first:
        entries = first.entries()
    with Workspace.open_sample(path, analysis=small.analysis()) as second:
        assert second.entries() == entries
        assert second.undo_text is None
    assert len(entries) == 1


def test_create_refuses_a_taken_place(tmp_path: Path) -> None:
    """A file that exists is never overwritten."""
    path = tmp_path / "w.duizhang"
    path.write_text("mine")
    with pytest.raises(StoreProblem):
        Workspace.create(path)
    assert path.read_text() == "mine"


def test_handout_puts_marks_beside_findings(workspace: Workspace, tmp_path: Path) -> None:
    """The tracking report holds every promise; a person's verdict outranks the machine's."""
    earlier, later = put(workspace, EARLIER), put(workspace, LATER)
    one = promise(workspace, earlier, "学校")
    workspace.mark(one, verdict=Verdict.PARTIAL, note="差一所")
    handout = workspace.handout(earlier)
    assert [report.id for report in handout.reports] == [earlier, later]
    verdicts = {row.tracking.commitment.statement.object: row.verdict for row in handout.rows}
    assert verdicts["新建改建学校"] is Verdict.PARTIAL
    assert verdicts["新增高新技术企业"] is Verdict.FULFILLED
    workspace.export(tmp_path / "out.csv", earlier)
    assert "差一所" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_parts_are_aligned_apart(workspace: Workspace) -> None:
    """An alignment is kept for each part."""
    earlier, later = put(workspace, EARLIER), put(workspace, LATER)
    for part in AlignmentPart:
        assert workspace.alignment(earlier, later, part).part is part


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_a_workspace_is_durable_and_private(workspace: Workspace) -> None:
    """What returned survives a power cut; only the owner reads the file; one file is left."""
    with workspace._database.read() as connection:
        modes = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "secure_delete")
        ]
    assert modes == ["wal", 2, 1]
    put(workspace, EARLIER)
    files = list(workspace.path.parent.glob("*duizhang*"))
    assert {file.stat().st_mode & 0o777 for file in files if file.is_file()} == {0o600}
    workspace.close()
    workspace.close()
    assert [file for file in workspace.path.parent.iterdir() if file.is_file()] == [workspace.path]


def test_renamed_report_keeps_its_ending_and_comes_back(workspace: Workspace) -> None:
    """A report can be called anything but nothing; undo gives it its old name again."""
    report = put(workspace, EARLIER, "原名.txt")
    for given, kept in ((" 新的  名称 ", "新的 名称.txt"), ("另一个.TXT", "另一个.txt")):
        assert workspace.rename(report, given).name == kept
    with pytest.raises(InputProblem):
        workspace.rename(report, " .txt ")
    assert workspace.undo() is not None
    assert workspace.entries()[0].name == "新的 名称.txt"
    workspace.undo()
    assert workspace.entries()[0].name == "原名.txt"
    assert workspace.read_anew(report).name == "原名.txt"


def test_several_reports_are_removed_as_one_action(workspace: Workspace) -> None:
    """One undo brings all of them back; one that is not there stops all."""
    reports = [put(workspace, EARLIER), put(workspace, OTHER_PLACE, "o.txt")]
    with pytest.raises(InputProblem):
        workspace.remove(reports[0], ReportId("0" * 64))
    assert len(workspace.entries()) == 2
    workspace.remove(*reports)
    assert workspace.entries() == ()
    assert "2" in workspace.undo_text.zh
    workspace.undo()
    assert {entry.id for entry in workspace.entries()} == set(reports)

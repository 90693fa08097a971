"""Bookmarks and notes: kept on the passage they were put on, whatever becomes of its report."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_analysis import Small
from tracker.errors import ExportProblem, InputProblem
from tracker.model.citation import CitationForm
from tracker.model.ids import BookmarkId, ReportId
from tracker.model.mark import Anchor
from tracker.model.span import Span
from tracker.store.place import Place
from tracker.workspace import Workspace
from tracker.workspace.bookmarking import LONGEST_NOTE

BODY = "建成学校12所。\n城乡居民收入稳步增长，教育医疗持续改善。\n新增企业30家。\n"
TEXT = f"320500|2021|报告\n# 一\n{BODY}"


@pytest.fixture
def small() -> Small:
    """Return the toy stages."""
    return Small()


@pytest.fixture
def workspace(place: Place, small: Small) -> Iterator[Workspace]:
    """Return a workspace with one report."""
    made = Workspace.create(place, user="张三", analysis=small.analysis())
    with made as found:
        found.import_bytes("r.txt", TEXT.encode())
        yield found


def only(workspace: Workspace) -> ReportId:
    """Return the one report."""
    (entry,) = workspace.entries()
    return entry.id


def place(workspace: Workspace, words: str) -> Anchor:
    """Return where words stand in the one report."""
    report = workspace.report(only(workspace))
    at = report.text.index(words)
    return Anchor(report.id, Span(at, at + len(words)), words)


def test_a_note_is_kept_with_who_and_when(workspace: Workspace, small: Small) -> None:
    """It is on the disk when the call returns, and the library counts it."""
    kept = workspace.add_bookmark(place(workspace, "稳步增长"), "  与统计公报核对\n")
    assert (kept.note, kept.user, kept.lost) == ("与统计公报核对", "张三", False)
    with Workspace.open(workspace.place, analysis=small.analysis()) as other:
        assert other.bookmarks() == (kept,)
        assert [entry.n_bookmarks for entry in other.entries()] == [1]


def test_a_passage_has_one_bookmark(workspace: Workspace) -> None:
    """A new note takes the old one's place; a bare bookmark leaves the note that is there."""
    where = place(workspace, "稳步增长")
    first = workspace.add_bookmark(where, "一")
    assert workspace.add_bookmark(where) == first
    second = workspace.add_bookmark(where, "二")
    assert workspace.bookmarks() == (second,)
    assert second.id == first.id


def test_bookmarks_stand_in_the_order_of_the_text(workspace: Workspace) -> None:
    """Whenever they were put; a passage within a passage is one of its own."""
    words = ["新增企业30家", "教育医疗", "城乡居民收入稳步增长，教育医疗持续改善"]
    for one in words:
        workspace.add_bookmark(place(workspace, one))
    found = [one.anchor.quote for one in workspace.bookmarks(only(workspace))]
    assert found == [words[2], words[1], words[0]]


def test_bookmarks_are_taken_back_and_put_again(workspace: Workspace) -> None:
    """Putting, rewriting and removing are one action each, also of several at once."""
    one = workspace.add_bookmark(place(workspace, "建成学校"))
    two = workspace.write_note(workspace.add_bookmark(place(workspace, "新增企业")).id, "看")
    workspace.remove_bookmarks(one.id, two.id)
    assert workspace.bookmarks() == ()
    told = workspace.undo()
    assert told is not None
    assert told.zh == "删除 2 个书签"
    assert workspace.bookmarks() == (one, two)
    workspace.undo()
    assert [b.note for b in workspace.bookmarks()] == ["", ""]
    workspace.redo()
    assert workspace.bookmarks() == (one, two)


def test_what_stands_nowhere_is_refused(workspace: Workspace) -> None:
    """A passage must stand where it is said to; a note has a length; a bookmark must be there."""
    where = place(workspace, "建成学校")
    with pytest.raises(InputProblem, match="no such passage"):
        workspace.add_bookmark(Anchor(where.report_id, where.span, "别的文字"))
    with pytest.raises(InputProblem, match="no such passage"):
        workspace.add_bookmark(Anchor(where.report_id, Span(0, 0), ""))
    with pytest.raises(InputProblem, match="characters at most"):
        workspace.add_bookmark(where, "字" * (LONGEST_NOTE + 1))
    with pytest.raises(InputProblem, match="no such bookmark"):
        workspace.write_note(BookmarkId(77), "看")
    assert workspace.bookmarks() == ()
    assert workspace.undo_text is not None
    assert "书签" not in workspace.undo_text.zh


def reimported(workspace: Workspace, tmp_path: Path, text: str) -> None:
    """Put another version of the report in its place."""
    path = tmp_path / "new.txt"
    path.write_text(text)
    workspace.reimport(only(workspace), path)


def test_a_bookmark_goes_with_its_words(workspace: Workspace, tmp_path: Path) -> None:
    """In a new version it stands on the same words, or on words much like them."""
    workspace.add_bookmark(place(workspace, "新增企业30家"), "一")
    workspace.add_bookmark(place(workspace, "城乡居民收入稳步增长，教育医疗持续改善"), "二")
    new = TEXT.replace("# 一\n", "# 一\n前言一句。\n").replace("稳步增长", "较快增长")
    reimported(workspace, tmp_path, new)
    two, one = workspace.bookmarks()
    assert one.anchor == place(workspace, "新增企业30家")
    assert two.anchor == place(workspace, "城乡居民收入较快增长，教育医疗持续改善")
    assert not one.lost
    assert not two.lost


def test_a_bookmark_whose_words_are_gone_is_listed(workspace: Workspace, tmp_path: Path) -> None:
    """It keeps quote and note, and comes back with the words, in a later version or by undo."""
    workspace.add_bookmark(place(workspace, "新增企业30家"), "核对")
    reimported(workspace, tmp_path, TEXT.replace("新增企业30家。\n", ""))
    (gone,) = workspace.bookmarks()
    assert (gone.lost, gone.anchor.quote, gone.note) == (True, "新增企业30家", "核对")
    assert gone.anchor.report_id == only(workspace)
    reimported(workspace, tmp_path, TEXT + "# 二\n结束。\n")
    (back,) = workspace.bookmarks()
    assert (back.lost, back.anchor) == (False, place(workspace, "新增企业30家"))
    workspace.undo()
    assert workspace.bookmarks() == (gone,)


def test_a_long_passage_is_found_by_its_ends(workspace: Workspace, tmp_path: Path) -> None:
    """What was set right in the middle of a long passage does not lose it, and takes no time."""
    lines = [f"第{n}项工程投资{n * 37}万元，年内开工建设。\n" for n in range(120)]
    reimported(workspace, tmp_path, TEXT + "".join(lines))
    workspace.add_bookmark(place(workspace, "".join(lines)[:-1]))
    mended = "".join(lines).replace("第60项工程", "第六十项重大工程")
    reimported(workspace, tmp_path, TEXT + mended)
    (found,) = workspace.bookmarks()
    assert found.anchor == place(workspace, mended[:-1])


def test_reading_anew_takes_bookmarks_along(workspace: Workspace, small: Small) -> None:
    """A better reader of the same bytes moves them like a new file."""
    workspace.add_bookmark(place(workspace, "新增企业30家"))
    small.reader = lambda text: text.replace("# 一\n", "# 一\n（读出的脚注）\n")
    workspace.read_anew(only(workspace))
    (found,) = workspace.bookmarks()
    assert found.anchor == place(workspace, "新增企业30家")


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_a_removed_report_takes_its_bookmarks_along_and_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Undo of the removal brings them back; forgetting erases them for good, in copies too."""
    secret = "绝密批注"
    kept = workspace.add_bookmark(place(workspace, "建成学校"), secret)
    report = only(workspace)
    workspace.remove(report)
    assert workspace.bookmarks() == ()
    workspace.undo()
    assert workspace.bookmarks() == (kept,)
    with Workspace.open(workspace.path):
        pass  # the daily copy
    assert any(
        secret.encode() in file.read_bytes()
        for file in (tmp_path / "data").rglob("*")
        if file.is_file()
    )
    workspace.forget(report)
    files = [workspace.path, *(tmp_path / "data").rglob("*.duizhang")]
    assert len(files) > 1
    assert all(secret.encode() not in file.read_bytes() for file in files)


def test_a_list_of_bookmarks_tells_where_each_stands(workspace: Workspace, tmp_path: Path) -> None:
    """Document, headings, line, citation; of a lost one what is known of it."""
    workspace.add_bookmark(place(workspace, "新增企业30家"))
    (one,) = workspace.listed_bookmarks()
    assert (one.document.zh, one.trail) == ("地区3205002021年政府工作报告", ("一",))
    assert one.place is not None
    assert one.place.zh == "第5行"
    assert one.citation.zh == "“新增企业30家”（地区3205002021年政府工作报告，“一”，第5行）"
    (short,) = workspace.listed_bookmarks(CitationForm.SHORT)
    assert short.citation.zh == "“新增企业30家”（地区3205002021年政府工作报告，第5行）"
    reimported(workspace, tmp_path, TEXT.replace("新增企业30家。\n", ""))
    (gone,) = workspace.listed_bookmarks()
    assert (gone.trail, gone.place) == ((), None)
    assert gone.citation.zh == "“新增企业30家”（地区3205002021年政府工作报告；原文已不在）"


def test_bookmarks_are_exported_as_text(workspace: Workspace, tmp_path: Path) -> None:
    """Each with its citation and note, in both languages; without any the file is empty."""
    target = tmp_path / "书签.txt"
    assert workspace.export_bookmarks(target) == 0
    assert target.read_text(encoding="utf-8-sig") == ""
    workspace.add_bookmark(place(workspace, "建成学校12所"))
    workspace.add_bookmark(place(workspace, "新增企业30家"), "核对\n统计公报")
    assert workspace.export_bookmarks(target) == 2
    told = target.read_text(encoding="utf-8-sig")
    first, second, third = told.rstrip("\n").split("\n\n")
    assert first == "地区3205002021年政府工作报告"
    assert second.startswith("“建成学校12所”（地区320500")
    assert "\n批注：核对\n统计公报（张三，20" in third
    workspace.export_bookmarks(target, "en")
    assert "\nNote: 核对\n统计公报 (张三, 20" in target.read_text(encoding="utf-8-sig")
    with pytest.raises(ExportProblem, match="no such folder"):
        workspace.export_bookmarks(tmp_path / "nowhere" / "b.txt")

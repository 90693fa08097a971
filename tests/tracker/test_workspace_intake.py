"""What comes in: looked at without a trace, brought in as one action, found again when known."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.small_analysis import Small
from tracker.errors import InputProblem, StoreProblem
from tracker.model.draft import NOTHING_SAID, Draft, ImportChoice, Standing
from tracker.model.library import AnchoredLine, ImportStatus, MetadataCorrection
from tracker.model.mark import Anchor
from tracker.model.outline import Role
from tracker.model.tracking import Verdict
from tracker.store.place import Place
from tracker.workspace import Workspace
from tracker.workspace.anchoring import heading_anchor, line_anchor

TEXT = """320500|2021|2021年政府工作报告
# 产业强市
新增高新技术企业3000家。
第3页
建成标准厂房100万平方米。
# 民生福祉
新建改建学校20所。
"""


@pytest.fixture
def small() -> Small:
    """Return the toy stages."""
    return Small()


@pytest.fixture
def workspace(place: Place, small: Small) -> Iterator[Workspace]:
    """Return a new workspace of 张三."""
    made = Workspace.create(place, user="张三", analysis=small.analysis())
    with made as opened:
        yield opened


def drafted(workspace: Workspace, text: str = TEXT, name: str = "r.txt") -> Draft:
    """Return a text as it would be brought in."""
    return workspace.preview_bytes(name, text.encode())


def noise(draft: Draft, line: int) -> Draft:
    """Return a draft in which a person said that a line is no part of the report."""
    assert draft.report is not None
    said = AnchoredLine(line_anchor(draft.report, line), noise=True)
    return replace(draft, corrections=draft.corrections.with_line(said))


def objects(workspace: Workspace) -> list[str]:
    """Return what the promises of the only report are about."""
    (entry,) = workspace.entries()
    return [c.statement.object for c in workspace.commitments(entry.id)]


def test_a_preview_stores_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """Reports, problems and what was passed over are shown; the workspace stays empty."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_bytes(b"\0")
    (folder / "c.png").write_bytes(b"x")
    (folder / "d.txt").write_text(TEXT)
    told: list[tuple[int, int, str]] = []
    drafts = workspace.preview([folder], report_progress=lambda *one: told.append(one))
    assert [(d.name, d.standing, d.twin) for d in drafts] == [
        ("a.txt", Standing.NEW, ""),
        ("b.txt", Standing.FAILED, ""),
        ("c.png", Standing.SKIPPED, ""),
        ("d.txt", Standing.SAME_FILE, "a.txt"),
    ]
    names = ("a.txt", "b.txt", "c.png", "d.txt", "")
    assert told == [(n, 4, name) for n, name in enumerate(names)]
    assert workspace.entries() == ()
    assert workspace.undo_text is None


def test_a_preview_stops_when_told(workspace: Workspace, tmp_path: Path) -> None:
    """What was read by then is shown."""
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT + name)
    seen: list[str] = []
    drafts = workspace.preview(
        [tmp_path / "a.txt", tmp_path / "b.txt"],
        report_progress=lambda _, __, name: seen.append(name),
        should_stop=lambda: len(seen) > 1,
    )
    assert [d.name for d in drafts] == ["a.txt"]


def test_corrections_made_in_the_preview_are_stored_with_the_report(workspace: Workspace) -> None:
    """Head, role and line: one action, one undo."""
    draft = noise(drafted(workspace), 4)
    assert draft.report is not None
    said = replace(draft.corrections, metadata=MetadataCorrection(year=2022))
    said = said.with_role(heading_anchor(draft.report, 1), Role.SELF)
    draft = workspace.redraft(draft, said)
    assert draft.report is not None
    assert (draft.report.meta.year, draft.report.sections[1].role) == (2022, Role.SELF)
    (result,) = workspace.import_previewed([ImportChoice(draft)])
    assert result.status is ImportStatus.IMPORTED
    assert result.entry is not None
    assert result.entry.year == 2022
    assert "第" not in objects(workspace)
    assert workspace.report(result.entry.id) == draft.report
    assert workspace.draft_of(result.entry.id).corrections == draft.corrections
    workspace.undo()
    assert workspace.entries() == ()
    workspace.redo()
    assert workspace.report(result.entry.id) == draft.report


def test_several_drafts_are_one_action_and_one_failure_stops_none(workspace: Workspace) -> None:
    """A draft that was never read is a failed result; the rest is there, undone together."""
    drafts = [
        drafted(workspace),
        drafted(workspace, "\0", "bad.txt"),
        drafted(workspace, TEXT.replace("2021", "2022"), "s.txt"),
        drafted(workspace, TEXT, "again.txt"),
    ]
    results = workspace.import_previewed([ImportChoice(draft) for draft in drafts])
    assert [r.status.value for r in results] == ["imported", "failed", "imported", "duplicate"]
    assert len(workspace.entries()) == 2
    workspace.undo()
    assert workspace.entries() == ()
    assert workspace.undo_text is None


@pytest.mark.parametrize("place", ["file"], indirect=True)
def test_nothing_is_half_imported(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full at the second report, the first is there, whole, the second not."""
    drafts = [drafted(workspace), drafted(workspace, TEXT.replace("2021", "2022"), "s.txt")]
    real, calls = workspace._library.add, []

    def failing(*given: object) -> None:
        calls.append(given)
        if len(calls) > 1:
            raise OSError(28, "no space")
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(workspace._library, "add", failing)
    with pytest.raises(StoreProblem):
        workspace.import_previewed([ImportChoice(draft) for draft in drafts])
    (entry,) = workspace.entries()
    assert entry.name == "r.txt"
    workspace.undo()
    assert workspace.entries() == ()


def test_stopping_an_import_leaves_nothing(workspace: Workspace) -> None:
    """Cancelled is cancelled."""
    draft = drafted(workspace)
    assert workspace.import_previewed([ImportChoice(draft)], should_stop=lambda: True) == ()
    assert workspace.entries() == ()


def test_the_same_text_in_another_format_is_known(workspace: Workspace) -> None:
    """White space and what is no part of the report make no difference; it may come in anyway."""
    first = workspace.import_bytes("r.txt", TEXT.encode()).entry
    other = drafted(workspace, TEXT.replace("\n", "\n\n"), "r.md")
    assert (other.standing, other.other) == (Standing.SAME_TEXT, first)
    (result,) = workspace.import_previewed([ImportChoice(other)])
    assert result.status is ImportStatus.IMPORTED
    assert result.same_text == first
    assert drafted(workspace).standing is Standing.SAME_FILE


def test_a_report_of_the_same_place_and_year_can_be_replaced_or_kept(workspace: Workspace) -> None:
    """The old one's marks go along when it is replaced."""
    first = workspace.import_bytes("r.txt", TEXT.encode()).entry
    assert first is not None
    promise = next(c for c in workspace.commitments(first.id) if "学校" in c.statement.object)
    workspace.mark(promise.id, verdict=Verdict.FULFILLED)
    rival = drafted(workspace, TEXT.replace("# 产业强市\n", "# 产业强市\n发展。\n"), "new.txt")
    assert (rival.standing, rival.other) == (
        Standing.RIVAL,
        workspace.entries()[0],
    )
    rival = workspace.redraft(rival, noise(rival, 5).corrections)
    (result,) = workspace.import_previewed([ImportChoice(rival, replaces=first.id)])
    (entry,) = workspace.entries()
    assert entry == result.entry
    assert entry.n_marked == 1
    assert "第" not in objects(workspace)
    workspace.undo()
    assert [e.id for e in workspace.entries()] == [first.id]
    (again,) = workspace.import_previewed([ImportChoice(rival)])
    assert again.status is ImportStatus.IMPORTED
    assert len(workspace.entries()) == 2


def test_another_encoding_reads_a_draft_anew(workspace: Workspace) -> None:
    """What cannot be read so can be read in the encoding that a person chooses."""
    draft = workspace.preview_bytes("r.txt", TEXT.encode("gb18030"))
    assert (draft.standing, draft.encodings) == (Standing.FAILED, ("utf-8", "gb18030"))
    draft = workspace.redraft(draft, NOTHING_SAID, "gb18030")
    assert draft.standing is Standing.NEW
    workspace.import_previewed([ImportChoice(draft)])
    workspace.close()
    with Workspace.open(workspace.place, analysis=Small().analysis()) as again:
        assert again.report(again.entries()[0].id).text == TEXT


def test_a_better_reader_moves_nothing_until_it_is_asked_for(
    workspace: Workspace, small: Small
) -> None:
    """A report keeps the text it was imported with; read anew, marks follow their words."""
    entry = workspace.import_bytes("r.txt", TEXT.encode()).entry
    assert entry is not None
    workspace.correct_line(entry.id, 4, noise=True)
    workspace.correct_role(entry.id, 1, Role.SELF)
    promise = next(c for c in workspace.commitments(entry.id) if "学校" in c.statement.object)
    workspace.mark(promise.id, verdict=Verdict.MISSED)
    before = workspace.report(entry.id)
    small.reader = lambda text: text.replace("# 产业强市\n", "# 产业强市\n导语。\n")
    small.version = "2"
    assert workspace.report(entry.id) == before
    workspace.read_anew(entry.id)
    after = workspace.report(entry.id)
    assert "导语" in after.text
    assert after.noise == (5,)
    assert after.sections[1].role is Role.SELF
    (mark,) = workspace.marks(entry.id).values()
    assert after.quote(mark.anchor.span) == promise.statement.quote
    workspace.undo()
    assert workspace.report(entry.id) == before
    assert [m.anchor for m in workspace.marks(entry.id).values()] == [
        Anchor(entry.id, promise.statement.span, promise.statement.quote)
    ]
    workspace.redo()
    assert workspace.report(entry.id) == after
    assert workspace.read_anew(entry.id).id == entry.id  # nothing new: no action
    workspace.undo()
    assert workspace.report(entry.id) == before


def test_a_word_on_a_line_is_undone_and_survives_a_new_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    """It is anchored in the line's own words, never in a sentence that holds them."""
    entry = workspace.import_bytes("r.txt", TEXT.encode()).entry
    assert entry is not None
    n_before = len(objects(workspace))
    workspace.correct_line(entry.id, 4, noise=True)
    assert workspace.report(entry.id).noise == (4,)
    assert len(objects(workspace)) == n_before - 1
    assert workspace.entries()[0].n_commitments == n_before - 1
    workspace.undo()
    assert workspace.report(entry.id).noise == ()
    assert workspace.entries()[0].n_commitments == n_before
    workspace.redo()
    new = tmp_path / "new.txt"
    new.write_text(TEXT.replace("新增高新", "见第3页。\n新增高新"))
    found = workspace.reimport(entry.id, new)
    assert workspace.report(found.id).noise == (5,)
    workspace.correct_line(found.id, 5)
    assert workspace.report(found.id).noise == ()
    with pytest.raises(InputProblem):
        workspace.correct_line(found.id, 99, noise=True)


def test_zips_and_folders_are_gone_through(tmp_path: Path) -> None:
    """With the program's own readers: members of archives are documents, pictures passed over."""
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("2021/a.txt", "2021年苏州市政府工作报告\n各位代表：\n一、工作回顾\n")
        archive.writestr("2021/logo.png", b"x")
    (tmp_path / "empty.txt").write_text("")
    with Workspace.create(tmp_path / "w.duizhang") as workspace:
        results = workspace.import_files([tmp_path / "all.zip", tmp_path / "empty.txt"])
        assert [(r.place, r.status.value) for r in results] == [
            ("all.zip/2021/a.txt", "imported"),
            ("all.zip/2021/logo.png", "skipped"),
            ("empty.txt", "failed"),
        ]
        assert results[2].problem is not None

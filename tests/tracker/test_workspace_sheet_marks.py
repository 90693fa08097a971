"""Marks written into an exported workbook come back, and find their promises."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook as Book
from openpyxl import load_workbook

from tests.small_analysis import Small
from tracker.errors import InputProblem
from tracker.model.exchange import Arrival
from tracker.model.handout import HandoutOptions
from tracker.model.ids import CommitmentId
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

TEXT = "320500|2021|苏州\n# 一\n建成学校1所。\n建成桥梁2座。\n建成公园3个。\n建成医院4家。\n"
HEADS = {"zh": ("人工标记", "人工说明", "编号"), "en": ("your mark", "note", "id")}


def made(path: Path, user: str, text: str = TEXT) -> Workspace:
    """Return a new workspace with one report."""
    found = Workspace.create(path, user=user, analysis=Small().analysis())
    found.import_bytes("r.txt", text.encode())
    return found


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """Return a workspace with one report of four promises."""
    with made(tmp_path / "w.duizhang", "张三") as found:
        yield found


def promises(workspace: Workspace) -> list[CommitmentId]:
    """Return the promises of the one report."""
    (entry,) = workspace.entries()
    return [one.id for one in workspace.commitments(entry.id)]


def exported(workspace: Workspace, path: Path, **more: object) -> Path:
    """Write the tracking table as a workbook."""
    (entry,) = workspace.entries()
    workspace.export(path, entry.id, (), HandoutOptions(**more))  # type: ignore[arg-type]
    return path


def fill(path: Path, marks: dict[int, tuple[str, str]], language: str = "zh") -> None:
    """Write marks and notes into rows of a workbook, as a person in Excel does."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    mark, note, _ = (heads.index(head) + 1 for head in HEADS[language])
    for row, (verdict, why) in marks.items():
        sheet.cell(row, mark).value = verdict
        sheet.cell(row, note).value = why
    book.properties.lastModifiedBy = "李四"
    book.save(path)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_marks_in_a_workbook_are_taken_over_and_can_be_undone(
    workspace: Workspace, tmp_path: Path, language: str
) -> None:
    """New, equal and conflicting ones are told apart first; an empty cell says nothing."""
    first, second, third, fourth = promises(workspace)
    workspace.mark(first, verdict=Verdict.FULFILLED, note="查过")
    workspace.mark(second, verdict=Verdict.FULFILLED)
    workspace.mark(fourth, verdict=Verdict.PENDING)
    path = exported(workspace, tmp_path / "t.xlsx", language=language)
    words = {"zh": ("未兑现", "部分兑现"), "en": ("missed", "partly fulfilled")}[language]
    fill(path, {3: (words[0], "没有建"), 4: (words[1], "建了两个"), 5: ("", "")}, language)
    incoming = workspace.read_marks(path).marks
    assert [one.arrival for one in incoming] == [Arrival.SAME, Arrival.CONFLICT, Arrival.NEW]
    assert [one.commitment_id for one in incoming] == [first, second, third]
    assert workspace.take_marks([one for one in incoming if one.arrival is not Arrival.SAME]) == (
        2,
        0,
    )
    (entry,) = workspace.entries()
    marks = workspace.marks(entry.id)
    told = {key: (mark.verdict, mark.note, mark.user) for key, mark in marks.items()}
    assert told == {
        first: (Verdict.FULFILLED, "查过", "张三"),
        second: (Verdict.MISSED, "没有建", "李四"),
        third: (Verdict.PARTIAL, "建了两个", "李四"),
        fourth: (Verdict.PENDING, "", "张三"),
    }
    workspace.undo()
    assert third not in workspace.marks(entry.id)
    assert workspace.marks(entry.id)[second].verdict is Verdict.FULFILLED


@pytest.mark.parametrize("gone", [(), ("理由", "行"), ("编号",)])
def test_rows_that_were_sorted_and_columns_that_were_deleted_do_no_harm(
    workspace: Workspace, tmp_path: Path, gone: tuple[str, ...]
) -> None:
    """Whole rows keep their marks wherever they stand; without its id a row has its text."""
    first, _, third, _ = promises(workspace)
    path = exported(workspace, tmp_path / "t.xlsx")
    fill(path, {2: ("已兑现", "查过"), 4: ("未兑现", "")})
    book = load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for at, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(at, column).value = value
    for head in gone:
        sheet.delete_cols([cell.value for cell in sheet[1]].index(head) + 1)
    book.save(path)
    found = {
        one.commitment_id: (one.mark.verdict, one.mark.note)
        for one in workspace.read_marks(path).marks
    }
    assert found == {first: (Verdict.FULFILLED, "查过"), third: (Verdict.MISSED, "")}


def test_a_row_whose_id_was_torn_from_its_text_finds_its_promise_by_the_text(
    workspace: Workspace, tmp_path: Path
) -> None:
    """One column sorted alone, an id lost, another copy of the report: the text decides."""
    path = exported(workspace, tmp_path / "t.xlsx")
    fill(path, {2: ("未兑现", ""), 3: ("已兑现", ""), 4: ("推进中", "")})
    book = load_workbook(path)
    sheet = book.worksheets[0]
    at = [cell.value for cell in sheet[1]].index("编号") + 1
    one, other = sheet.cell(2, at).value, sheet.cell(3, at).value
    sheet.cell(2, at).value, sheet.cell(3, at).value = other, one
    sheet.cell(4, at).value = None
    book.save(path)
    found = [one.commitment_id for one in workspace.read_marks(path).marks]
    assert found == promises(workspace)[:3]
    with made(tmp_path / "other.duizhang", "王五", TEXT + "另有一句。\n") as copy:
        assert [one.commitment_id for one in copy.read_marks(path).marks] == promises(copy)[:3]
    with made(tmp_path / "far.duizhang", "王五", "110000|2021|北京\n建成医院9家。\n") as far:
        incoming = far.read_marks(path).marks
        assert {one.arrival for one in incoming} == {Arrival.UNPLACED}
        assert incoming[0].mark.anchor.quote.startswith("建成学校1所")
        assert far.take_marks(incoming) == (0, 0)


def test_columns_that_were_not_asked_for_are_there_where_marks_need_them(
    workspace: Workspace, tmp_path: Path
) -> None:
    """A workbook of three columns can be marked and comes back."""
    path = exported(workspace, tmp_path / "t.xlsx", columns=("no", "promise", "verdict"))
    fill(path, {2: ("未兑现", "")})
    (incoming,) = workspace.read_marks(path).marks
    assert incoming.commitment_id == promises(workspace)[0]


def test_another_word_than_a_verdict_is_told_with_its_row(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Nothing is guessed: the row is named, and the file can be set right."""
    path = exported(workspace, tmp_path / "t.xlsx")
    fill(path, {3: ("差不多", "")})
    with pytest.raises(InputProblem) as caught:
        workspace.read_marks(path)
    assert "第3行" in caught.value.message.zh
    assert "差不多" in caught.value.message.zh


def test_a_workbook_that_is_no_export_gets_one_sentence(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Rubbish, a foreign table and a missing file: a sentence with the name of the file."""
    rubbish, foreign = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    rubbish.write_bytes(b"PK\x03\x04rubbish")
    book = Book()
    book.worksheets[0].append(["地区", "数"])
    book.save(foreign)
    for path in (rubbish, foreign, tmp_path / "missing.xlsx"):
        with pytest.raises(InputProblem) as caught:
            workspace.read_marks(path)
        assert path.name in caught.value.message.zh
        assert caught.value.message.zh.count("\n") == 0


def test_words_of_an_office_go_out_and_come_back(workspace: Workspace, tmp_path: Path) -> None:
    """The workbook says, offers and reads an office's own verdicts; the program's are read too."""
    first, second, third, _ = promises(workspace)
    own = {Verdict.FULFILLED: "办结", Verdict.MISSED: "部分兑现", Verdict.PENDING: "部分兑现"}
    workspace.mark(first, verdict=Verdict.FULFILLED)
    path = exported(workspace, tmp_path / "t.xlsx", verdict_words=own)
    sheet = load_workbook(path).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, heads.index("人工标记") + 1).value == "办结"
    offered = sheet.data_validations.dataValidation[0].formula1.strip('"').split(",")
    assert offered[0] == "办结"
    assert len(set(offered)) == len(Verdict)
    fill(path, {3: ("办结", ""), 4: (offered[list(Verdict).index(Verdict.MISSED)], "")})
    incoming = {
        one.commitment_id: one.mark.verdict
        for one in workspace.read_marks(path, verdict_words=own).marks
    }
    assert incoming == {
        first: Verdict.FULFILLED,
        second: Verdict.FULFILLED,
        third: Verdict.MISSED,
    }
    with pytest.raises(InputProblem):
        workspace.read_marks(path)


@pytest.mark.parametrize("ending", ["csv", "md", "html", "docx"])
def test_every_format_speaks_the_words_of_the_office(
    workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    """What the window calls a verdict is what a handout calls it."""
    (first, *_) = promises(workspace)
    workspace.mark(first, verdict=Verdict.FULFILLED)
    own = {Verdict.FULFILLED: "办结了"}
    path = exported(workspace, tmp_path / f"t.{ending}", verdict_words=own)
    content = path.read_bytes()
    if ending == "docx":
        content = ZipFile(path).read("word/document.xml")
    assert "办结了" in content.decode()

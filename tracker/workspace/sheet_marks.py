"""Marks that come back in an exported workbook, as marks of a colleague's file do."""

from collections.abc import Container, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import msgspec

from tracker.errors import InputProblem, reason
from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.exchange import MarkedSheet, SheetRow
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.library import ReportEntry
from tracker.model.mark import Anchor, Mark
from tracker.model.span import Span
from tracker.model.tracking import Verdict
from tracker.model.words import verdict_names, word
from tracker.workspace.findings import Findings

LARGEST = 50 * 2**20
"""Bytes of a workbook; 50,000 promises with their evidence have a fifth."""


def verdicts_by_name(own: Mapping[Verdict, str]) -> dict[str, Verdict]:
    """Return which verdict a word of a workbook means; an office's own words come first.

    The program's words mean what they always did, unless the office calls another verdict so.
    """
    usual = {
        name: verdict
        for verdict in Verdict
        for name in (verdict.value, word(verdict).zh, word(verdict).en)
    }
    said = (verdict_names(own, language) for language in ("zh", "en"))
    return usual | {name: verdict for names in said for verdict, name in names.items()}


def is_workbook(path: Path) -> bool:
    """Tell whether a file is a workbook by its name."""
    return path.suffix.lower() in (".xlsx", ".xlsm")


def read_workbook(path: Path, verdicts: Container[str]) -> tuple[MarkedSheet, datetime]:
    """Return what people marked in a workbook, and when it was saved.

    Raises:
        InputProblem: It cannot be read, is no export, or has another word than a verdict.
    """
    from tracker.ingest.apart import read_apart  # noqa: PLC0415
    from tracker.ingest.formats import MARKED_SHEET  # noqa: PLC0415

    name = path.name
    try:
        status = path.stat()
        if status.st_size > LARGEST:
            raise InputProblem(
                Message(f"“{name}”太大（超过50 MB）。", f"“{name}” has more than 50 MB.")
            )
        data = path.read_bytes()
    except OSError as error:
        why = reason(error)
        raise InputProblem(
            Message(f"无法读取“{name}”：{why.zh}。", f"Cannot read “{name}”: {why.en}."),
            detail=repr(error),
        ) from error
    try:
        text = read_apart(data, MARKED_SHEET).text
    except InputProblem as problem:
        told = problem.message
        raise InputProblem(
            Message(f"无法读取“{name}”：{told.zh}", f"Cannot read “{name}”: {told.en}"),
            problem.detail,
        ) from problem
    sheet = msgspec.json.decode(text, type=MarkedSheet)
    _check_words(sheet, name, verdicts)
    return sheet, datetime.fromtimestamp(status.st_mtime, UTC)


def _check_words(sheet: MarkedSheet, name: str, verdicts: Container[str]) -> None:
    wrong = next((row for row in sheet.rows if row.mark and row.mark not in verdicts), None)
    if wrong is not None:
        said = wrong.mark[:30]
        raise InputProblem(
            Message(
                f"“{name}”第{wrong.number}行的人工标记“{said}”不是七种结论之一；"
                "请在该格的列表中选一种，保存后再导入。",
                f"Row {wrong.number} of “{name}” is marked “{said}”, which is none of the seven "
                "verdicts; choose one of the list of the cell, save, and import again.",
            )
        )


class Placing:
    """Finds the promise of a row: by its id if the text agrees, else by report and text.

    Who sorts one column alone tears ids and texts apart; so the id counts for nothing where the
    text beside it is another promise's.

    Args:
        findings: Promises as they are known now.
        entries: Reports of the workspace.
    """

    def __init__(self, findings: Findings, entries: Sequence[ReportEntry]) -> None:
        self._findings = findings
        self._entries = entries
        self._known: dict[ReportId, tuple[Commitment, ...]] = {}

    def __call__(self, row: SheetRow) -> Commitment | None:
        """Return the promise of a row, None where it is not here or cannot be told apart."""
        own = self._of_id(row.id)
        if own is not None and (not row.promise or _text(own) == _levelled(row.promise)):
            return own
        if not row.promise:
            return None
        prefix = row.id.split("-", 1)[0]
        same = [e.id for e in self._entries if prefix and e.id.startswith(prefix)]
        named = [e.id for e in self._entries if row.report and row.report in self._names[e.id]]
        for reports in (same, named):
            found = [
                one
                for report in reports
                for one in self._commitments(report)
                if _text(one) == _levelled(row.promise)
            ]
            if len(found) == 1:
                return found[0]
        return None

    def _of_id(self, asked: str) -> Commitment | None:
        prefix = asked.split("-", 1)[0]
        reports = [e.id for e in self._entries if prefix and e.id.startswith(prefix)]
        return next((one for r in reports for one in self._commitments(r) if one.id == asked), None)

    def _commitments(self, report: ReportId) -> tuple[Commitment, ...]:
        if report not in self._known:
            self._known[report] = tuple(self._findings.commitments(report))
        return self._known[report]

    @cached_property
    def _names(self) -> dict[ReportId, frozenset[str]]:
        """Return what a workbook may call each report."""
        return {
            e.id: frozenset({e.name, f"{e.region_name}{e.year or ''}"} - {""})
            for e in self._entries
        }


def mark_of(
    row: SheetRow,
    verdict: Verdict | None,
    found: Commitment | None,
    own: Mark | None,
    user: str,
    at: datetime,
) -> Mark:
    """Return what a row says as a mark; evidence that one pointed at oneself stays."""
    if own is not None and (own.verdict, own.note.strip()) == (verdict, row.note):
        return own
    if found is None:
        # Nowhere: an anchor without a place, which shows what the row says.
        place = Anchor(ReportId(""), Span(0, 0), row.promise)
        return Mark(CommitmentId(row.id), place, row.promise, verdict, row.note, user, at)
    told = found.statement
    place = Anchor(told.report_id, told.span, told.quote)
    evidence = own.evidence if own else ()
    return Mark(found.id, place, told.object, verdict, row.note, user, at, evidence)


def _text(commitment: Commitment) -> str:
    return _levelled(commitment.statement.told.quote)


def _levelled(text: str) -> str:
    return " ".join(text.split())

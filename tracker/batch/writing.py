"""The last step of a batch: lines into tables, and what they come to."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tracker import __version__
from tracker.batch.failures import Failed, Stage
from tracker.batch.outputs import Tables, places_in, unwritable
from tracker.batch.tables import TABLES, Line, Lines
from tracker.export.files import replace_file
from tracker.export.rows import Row
from tracker.model.feedback import Tally
from tracker.model.figures import answered_next
from tracker.model.report import ReportKind
from tracker.model.tracking import Verdict

_STATES = ("read", "duplicate", "not_wanted", "skipped", "failed")
_VERDICTS = tuple(verdict.value for verdict in Verdict)


@dataclass(frozen=True, slots=True)
class Answer:
    """How the next report answers the quantified promises of a report.

    Attributes:
        work: It is a work report, which stands for its region and year before any other document.
        report_id: The report.
        quantified: Its quantified promises.
        answered: How many of them are answered.
    """

    work: bool
    report_id: str
    quantified: int
    answered: int

    @property
    def rank(self) -> tuple[bool, str]:
        """The one of a region and year with the highest counts, as in ``feedback_of``."""
        return self.work, self.report_id


@dataclass
class Summary:
    """What a run came to; also ``summary.json``, the same for the same archive every time.

    Attributes:
        documents: How many, by what became of them.
        rows: How many rows each table has.
        sums: Verdicts of all pairs, pairs that failed, pairs over missing years.
        answers: What the next report answers, by region and year.
        failures: Rows of reports and pairs that tell of a failure.
    """

    documents: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    sums: Counter[str] = field(default_factory=Counter)
    answers: dict[tuple[str, int], Answer] = field(default_factory=dict)
    failures: list[Failed] = field(default_factory=list)

    def take(self, lines: Lines) -> None:
        """Count lines that are written."""
        for table, of_table in lines.items():
            self.rows[table] += len(of_table)
        for line in lines.get("reports", ()):
            row = dict(zip(TABLES["reports"], line, strict=True))
            self.documents[str(row["status"])] += 1
            self._note(row, str(row["file"]))
        for line in lines.get("pairs", ()):
            row = dict(zip(TABLES["pairs"], line, strict=True))
            region, year = row["region"], row["year"]
            self._note(row, f"{region} {year}" if region and year else str(row["pair_id"]))
            self.sums["failed_pairs"] += row["status"] == "failed"
            self._count(row)

    def _count(self, row: Mapping[str, object]) -> None:
        """Count a pair that was judged; the rate is of those that follow each other alone."""

        def whole(name: str) -> int:
            value = row[name]
            return value if isinstance(value, int) else 0

        for name in _VERDICTS:
            self.sums[name] += whole(name)
        self.sums["over_missing_years"] += whole("missing_years") > 0
        if answered_next(whole("year") or None, whole("later_year") or None):
            work = row["report_kind"] == ReportKind.GOVERNMENT_WORK_REPORT.value
            figures = whole("quantified"), whole("quantified_answered")
            place = str(row["region"]), whole("year")
            self._answer(place, Answer(work, str(row["report_id"]), *figures))

    def _answer(self, place: tuple[str, int], answer: Answer) -> None:
        before = self.answers.get(place)
        if before is None or before.rank < answer.rank:
            self.answers[place] = answer

    def _note(self, row: Mapping[str, object], name: str) -> None:
        """Keep what a row tells of a failure, under a name that people know."""
        if row["stage"] is not None:
            stage, problem = Stage(str(row["stage"])), str(row["problem"] or "")
            self.failures.append(Failed(name, stage, problem))

    def counts(self) -> "Counts":
        """Return what was counted, to be sent from one process to another."""
        return Counts(
            dict(self.documents),
            dict(self.rows),
            dict(self.sums),
            tuple(self.answers.items()),
            tuple(self.failures),
        )

    def add(self, counts: "Counts") -> None:
        """Count what was counted elsewhere."""
        self.documents.update(counts.documents)
        self.rows.update(counts.rows)
        self.sums.update(counts.sums)
        for place, answer in counts.answers:
            self._answer(place, answer)
        self.failures.extend(counts.failures)

    @property
    def feedback(self) -> Tally:
        """The feedback rate of all regions and years whose next report is there."""
        found = self.answers.values()
        return Tally(
            len(found), sum(one.quantified for one in found), sum(one.answered for one in found), 0
        )

    def row(self, version: str) -> Row:
        """Return it as a row."""
        told = self.feedback
        stages = Counter(one.stage for one in self.failures)
        return {
            "program": __version__,
            "findings_version": version,
            "documents": {state: self.documents[state] for state in _STATES},
            "rows": dict(sorted(self.rows.items())),
            "failures": {stage.value: stages[stage] for stage in Stage},
            "verdicts": {name: self.sums[name] for name in _VERDICTS},
            "pairs_over_missing_years": self.sums["over_missing_years"],
            "feedback_reports": told.reports,
            "quantified": told.quantified,
            "quantified_answered": told.answered,
            "feedback_rate": None if told.rate is None else round(told.rate, 4),
        }

    def write(self, out: Path, version: str) -> None:
        """Write ``summary.json``.

        Raises:
            ExportProblem: It cannot be written.
        """
        content = json.dumps(self.row(version), ensure_ascii=False, indent=1) + "\n"
        replace_file(out / "summary.json", content.encode())


@dataclass(frozen=True, slots=True)
class Counts:
    """What a summary counted, as a value."""

    documents: dict[str, int]
    rows: dict[str, int]
    sums: dict[str, int]
    answers: tuple[tuple[tuple[str, int], Answer], ...]
    failures: tuple[Failed, ...]


def write_lines(
    places: dict[str, Path], form: str, pieces: Iterable[Lines], summary: Summary
) -> None:
    """Write all tables.

    Args:
        places: Where each table goes to.
        form: Format of the tables.
        pieces: Lines, those of a report or of a pair at a time.
        summary: Counts what is written.

    Raises:
        ExportProblem: They cannot be written; those that were there are left as they were.
    """
    try:
        with Tables(places, form) as tables:
            for lines in pieces:
                summary.take(lines)
                tables.add(lines)
    except OSError as error:
        raise unwritable(places["reports"].parent, error) from error


def join_parts(out: Path, form: str, parts: Iterable[dict[str, Path]], rest: list[Line]) -> None:
    """Write one file for each table out of its parts.

    Args:
        out: Folder.
        form: Format of the tables.
        parts: The files of each part.
        rest: Lines of the table of reports that stand in no part.

    Raises:
        ExportProblem: They cannot be written; those that were there are left as they were.
    """
    try:
        with Tables(places_in(out, form), form) as tables:
            for part in parts:
                tables.join(part)
            tables.add({"reports": rest})
    except OSError as error:
        raise unwritable(out, error) from error

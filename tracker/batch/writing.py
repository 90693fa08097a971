"""The last step of a batch: lines into tables, and what they come to."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tracker import __version__
from tracker.batch.outputs import Tables, places_in, unwritable
from tracker.batch.tables import TABLES, Line, Lines
from tracker.export.files import replace_file
from tracker.export.rows import Row
from tracker.model.tracking import Verdict

_STATES = ("read", "duplicate", "not_wanted", "skipped", "failed")
_SUMMED = ("quantified", "quantified_answered", *(verdict.value for verdict in Verdict))


@dataclass
class Summary:
    """What a run came to; also ``summary.json``, the same for the same archive every time.

    Attributes:
        documents: How many, by what became of them.
        rows: How many rows each table has.
        sums: Verdicts and quantified promises of all pairs.
        failures: Documents and pairs that failed, each with its sentence.
    """

    documents: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    sums: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, str]] = field(default_factory=list)

    def take(self, lines: Lines) -> None:
        """Count lines that are written."""
        for table, of_table in lines.items():
            self.rows[table] += len(of_table)
        for line in lines.get("reports", ()):
            row = dict(zip(TABLES["reports"], line, strict=True))
            self.documents[str(row["status"])] += 1
            self._note(row, "file")
        for line in lines.get("pairs", ()):
            row = dict(zip(TABLES["pairs"], line, strict=True))
            self._note(row, "pair_id")
            for name in _SUMMED:
                value = row.get(name)
                self.sums[name] += value if isinstance(value, int) else 0

    def _note(self, row: Mapping[str, object], name: str) -> None:
        if row["status"] == "failed":
            self.failures.append((str(row[name]), str(row["problem"] or "")))

    def counts(self) -> "Counts":
        """Return what was counted, to be sent from one process to another."""
        return Counts(dict(self.documents), dict(self.rows), dict(self.sums), tuple(self.failures))

    def add(self, counts: "Counts") -> None:
        """Count what was counted elsewhere."""
        self.documents.update(counts.documents)
        self.rows.update(counts.rows)
        self.sums.update(counts.sums)
        self.failures.extend(counts.failures)

    def row(self, version: str) -> Row:
        """Return it as a row."""
        quantified = self.sums["quantified"]
        rate = self.sums["quantified_answered"] / quantified if quantified else None
        return {
            "program": __version__,
            "findings_version": version,
            "documents": {state: self.documents[state] for state in _STATES},
            "rows": dict(sorted(self.rows.items())),
            "verdicts": {verdict.value: self.sums[verdict.value] for verdict in Verdict},
            "quantified": quantified,
            "quantified_answered": self.sums["quantified_answered"],
            "feedback_rate": None if rate is None else round(rate, 4),
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
    failures: tuple[tuple[str, str], ...]


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

"""The last step of a batch: rows into tables, and what they come to."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tracker import __version__
from tracker.batch.outputs import Tables, unwritable
from tracker.batch.tables import Rows
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

    def take(self, rows: Rows) -> None:
        """Count rows that are written."""
        for table, of_table in rows.items():
            self.rows[table] += len(of_table)
        for row in rows.get("reports", ()):
            self.documents[str(row["status"])] += 1
            self._note(row, "file")
        for row in rows.get("pairs", ()):
            self._note(row, "pair_id")
            for name in _SUMMED:
                value = row.get(name)
                self.sums[name] += value if isinstance(value, int) else 0

    def _note(self, row: Row, name: str) -> None:
        if row["status"] == "failed":
            self.failures.append((str(row[name]), str(row["problem"] or "")))

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


def write_tables(
    out: Path, form: str, parts: Iterable[Rows], summary: Summary, version: str
) -> None:
    """Write all tables and the summary.

    Args:
        out: Folder.
        form: Format of the tables.
        parts: Rows, those of a report or of a pair at a time.
        summary: Counts what is written.
        version: Version of the stages.

    Raises:
        ExportProblem: They cannot be written; those that were there are left as they were.
    """
    try:
        with Tables(out, form) as tables:
            for rows in parts:
                summary.take(rows)
                tables.add(rows)
    except OSError as error:
        raise unwritable(out, error) from error
    content = json.dumps(summary.row(version), ensure_ascii=False, indent=1) + "\n"
    replace_file(out / "summary.json", content.encode())

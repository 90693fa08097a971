"""What a handout says on paper: the same columns, cells and pages for docx, pdf, html and md."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.export.handout_table import (
    PROMISE_COLUMNS,
    VERDICT_COLOURS,
    Cell,
    Column,
    audit_rows,
    chosen,
    counts,
    line_words,
    method_rows,
    of_one_clause,
    promise_rows,
    without_empty,
)
from tracker.export.history_table import HISTORY_COLUMNS, history_rows
from tracker.message import Message
from tracker.model.handout import HandoutOptions, TrackedPromise, TrackingReport
from tracker.model.tracking import Verdict

_USUAL = ("no", "promise", "due", "body", "verdict", "evidence", "reason", "note")
_ALWAYS = ("note",)
"""Columns that stay though nothing stands in them: on paper people write there by hand."""
_WIDTHS = {"no": 7, "reason": 38, "note": 14, "id": 16}
"""Shares of the width that differ from those in a spreadsheet."""
_NARROWEST_VERDICT, _WIDEST_VERDICT = 12, 24
_WIDE = 230
"""Characters across from which on a table needs a larger sheet or smaller letters."""
_MOST_EVENTS = 2000
"""Lines of who marked what when on paper; the sheet and the data have them all."""


@dataclass(frozen=True, slots=True)
class PaperCell:
    """A cell of the printed table.

    Attributes:
        text: What stands in it.
        below: A last line in small grey letters: where the text comes from, who judged.
        verdict: The verdict whose colours it has, or None.
    """

    text: str
    below: str = ""
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of the bar of verdicts."""

    verdict: Verdict
    name: str
    count: int

    @property
    def colours(self) -> tuple[str, str]:
        """Return background and letters."""
        return VERDICT_COLOURS[self.verdict]


@dataclass(frozen=True, slots=True)
class Page:
    """A page behind the table.

    Attributes:
        key: ``method`` or ``audit``.
        title: Heading.
        pairs: Names with what is told of them.
        heads: Head of a table below them, none where there is no table.
        widths: Shares of the width that its columns get.
        rows: Its rows.
    """

    key: str
    title: str
    pairs: tuple[tuple[str, str], ...]
    heads: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def paper_columns(handout: TrackingReport, options: HandoutOptions) -> list[Column]:
    """Return the columns that are printed: those chosen, else those a reader needs."""
    columns = chosen(PROMISE_COLUMNS, options, _USUAL)
    if not options.columns:
        columns = without_empty(columns, list(promise_rows(handout, options)), _ALWAYS)
    widths = _WIDTHS | dict.fromkeys(("verdict", "mark", "machine"), _verdict_width(options))
    return [replace(one, width=widths.get(one.key, one.width)) for one in columns]


def is_wide(columns: Sequence[Column]) -> bool:
    """Tell whether so many columns were chosen that an A4 page has no room for their words."""
    return sum(column.width for column in columns) > _WIDE


def _verdict_width(options: HandoutOptions) -> int:
    """Return a width in which no word for a verdict breaks: bold, in a wide font at worst."""
    longest = max(len(part) for name in options.names().values() for part in name.split() or ("",))
    return min(_WIDEST_VERDICT, max(_NARROWEST_VERDICT, longest * 3 // 2))


def paper_rows(
    handout: TrackingReport, options: HandoutOptions, columns: Sequence[Column]
) -> Iterator[list[PaperCell]]:
    """Yield one line of cells for each promise."""
    language = options.language
    rows = list(promise_rows(handout, options))
    shared = of_one_clause(rows)
    shown = {column.key for column in columns}
    for row, promise in zip(rows, handout.rows, strict=True):
        below = _below(row, promise, language, shown, clause_is_shared=row["no"] in shared)
        yield [
            PaperCell(
                "" if row[key] is None else str(row[key]),
                below.get(key, ""),
                promise.verdict if key == "verdict" else None,
            )
            for key in (column.key for column in columns)
        ]


def _below(
    row: dict[str, Cell],
    promise: TrackedPromise,
    language: str,
    shown: set[str],
    *,
    clause_is_shared: bool,
) -> dict[str, str]:
    """Return what stands small under a cell, unless a column of its own says it."""
    meant = str(row["object"]) if clause_is_shared and "object" not in shown else ""
    report = "" if "report" in shown else str(row["report"])
    line = "" if "line" in shown else line_words(row["line"], language)
    return {
        "promise": " · ".join(part for part in (meant, report, line) if part),
        "evidence": "" if "source" in shown else str(row["source"] or ""),
        # Who and when stand on two lines: a date would break at its hyphens.
        "verdict": "\n".join(str(row["judged_by"]).rsplit(" ", 1))
        if promise.mark and "judged_by" not in shown
        else "",
    }


def bars(handout: TrackingReport, options: HandoutOptions) -> list[Bar]:
    """Return the bar of verdicts, nothing where no charts are wanted."""
    return [Bar(*one) for one in counts(handout, options)] if options.charts else []


def pages(handout: TrackingReport, options: HandoutOptions) -> list[Page]:
    """Return the pages behind the table: method with codebook, and the audit page if wanted."""
    language = options.language
    found = [
        Page(
            "method",
            Message("方法与结论说明", "Method and meaning of the verdicts").text(language),
            tuple(method_rows(handout, options)),
        )
    ]
    if options.audit:
        events = [
            tuple("" if row[one.key] is None else str(row[one.key]) for one in HISTORY_COLUMNS)
            for _, row in zip(range(_MOST_EVENTS), history_rows(handout, options), strict=False)
        ]
        found.append(
            Page(
                "audit",
                Message("核查记录", "Audit").text(language),
                tuple(audit_rows(handout, language)),
                tuple(one.title.text(language) for one in HISTORY_COLUMNS) if events else (),
                tuple(one.width for one in HISTORY_COLUMNS),
                tuple(events),
            )
        )
    return found


def signature_words(language: str) -> tuple[str, str, str]:
    """Return what stands before the lines to sign on."""
    return (
        Message("核对人：", "Checked by: ").text(language),
        Message("审核人：", "Approved by: ").text(language),
        Message("日期：", "Date: ").text(language),
    )

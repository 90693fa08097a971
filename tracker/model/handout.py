"""What is handed out: a tracking report (对照表) as one value, before any file format.

The workspace and the command line build it, the writers in ``tracker.export`` print it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tracker.message import Message
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.mark import Mark, MarkEvent
from tracker.model.report import Report
from tracker.model.said_event import SaidEvent
from tracker.model.series import YearPair
from tracker.model.tracking import Tracking, Verdict
from tracker.model.words import verdict_names


@dataclass(frozen=True, slots=True)
class HandoutOptions:
    """What of a tracking report is handed out, and how; window, command line and notebook share it.

    Attributes:
        language: ``zh`` or ``en``.
        columns: Keys of the columns (``handout_table.PROMISE_COLUMNS``); none for those that suit
            the format. Data (json) always has every field.
        verdicts: Only promises that stand at one of these; none for all.
        marked_only: Only promises that a person has marked.
        promises: Only these, for instance those that a filter of the window leaves; None for all.
        evidence: With the passages that answer.
        charts: With the figures by verdict as a bar.
        audit: With the page that tells versions, hashes of the files, and who marked what when.
        verdict_words: What an office calls verdicts, where it has words of its own.
        template: Path of an office's own template for docx, "" for the program's.
    """

    language: str = "zh"
    columns: tuple[str, ...] = ()
    verdicts: frozenset[Verdict] = frozenset()
    marked_only: bool = False
    promises: frozenset[CommitmentId] | None = None
    evidence: bool = True
    charts: bool = True
    audit: bool = True
    template: str = ""
    verdict_words: Mapping[Verdict, str] = field(default_factory=dict)

    def names(self) -> dict[Verdict, str]:
        """Return what the verdicts are called in what is handed out."""
        return verdict_names(self.verdict_words, self.language)

    def takes(self, row: "TrackedPromise") -> bool:
        """Tell whether a promise belongs to what is handed out."""
        return (
            (not self.verdicts or row.verdict in self.verdicts)
            and (not self.marked_only or row.mark is not None)
            and (self.promises is None or row.tracking.commitment.id in self.promises)
        )


@dataclass(frozen=True, slots=True)
class TrackedPromise:
    """One row of the handout: the machine's finding and, apart from it, the person's mark."""

    tracking: Tracking
    mark: Mark | None = None

    @property
    def verdict(self) -> Verdict:
        """The person's verdict where there is one, else the machine's."""
        marked = self.mark.verdict if self.mark else None
        return marked or self.tracking.verdict


@dataclass(frozen=True)
class TrackingReport:
    """Promises with what became of them, ready to be printed.

    Attributes:
        title: Title of the handout in both languages.
        reports: Every report that a row speaks of, earlier ones first.
        rows: Promises in the order of their texts.
        version: Version of the program that made it.
        findings: Version of what found and judged: program, stages and word lists together.
        pairs: Indicators of the reports by year, what was promised beside what was reported.
        history: Every mark that a person ever set on one of the promises, oldest first.
        words: Every word by which people set promises right, or said what answers them.
    """

    title: Message
    reports: tuple[Report, ...]
    rows: tuple[TrackedPromise, ...]
    version: str
    findings: str = ""
    pairs: tuple[YearPair, ...] = ()
    history: tuple[MarkEvent, ...] = ()
    words: tuple[SaidEvent, ...] = ()

    @cached_property
    def _by_id(self) -> dict[ReportId, Report]:
        return {report.id: report for report in self.reports}

    def report(self, report_id: ReportId) -> Report:
        """Return one of ``reports``.

        Raises:
            KeyError: The report is not part of this handout.
        """
        return self._by_id[report_id]

    def count(self, verdict: Verdict) -> int:
        """Return how many promises stand at a verdict (persons' marks counted first)."""
        return sum(row.verdict is verdict for row in self.rows)


def title_of(earlier: Report) -> Message:
    """Return the title of a handout about one report's promises."""
    region, year = earlier.meta.region, earlier.meta.year or ""
    name = region.name if region else earlier.name
    return Message(
        f"{name}{year}年承诺对账表" if year else f"{name}承诺对账表",
        f"What became of the promises: {name} {year}".rstrip(),
    )


def scoped(handout: TrackingReport, options: HandoutOptions) -> TrackingReport:
    """Return what the options leave of a handout; what is said of other promises goes with them."""
    rows = tuple(row for row in handout.rows if options.takes(row))
    left = {row.tracking.commitment.id for row in rows}
    if len(rows) == len(handout.rows):
        return handout  # what was said of promises that people rejected stays told
    history = tuple(event for event in handout.history if event.mark.commitment_id in left)
    words = tuple(event for event in handout.words if event.commitment_id in left)
    return replace(handout, rows=rows, history=history, words=words)


def joined(handouts: Sequence[TrackingReport], title: Message) -> TrackingReport:
    """Return several handouts as one; a report that stands in several is named once.

    Raises:
        ValueError: There is none.
    """
    if not handouts:
        raise ValueError("no handout")
    reports = {report.id: report for handout in handouts for report in handout.reports}
    return TrackingReport(
        title if len(handouts) > 1 else handouts[0].title,
        tuple(reports.values()),
        tuple(row for handout in handouts for row in handout.rows),
        handouts[0].version,
        handouts[0].findings,
        tuple(dict.fromkeys(pair for handout in handouts for pair in handout.pairs)),
        tuple(event for handout in handouts for event in handout.history),
        tuple(event for handout in handouts for event in handout.words),
    )

"""What is handed out: a tracking report (对照表) as one value, before any file format.

The workspace and the command line build it, the writers in ``tracker.export`` print it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tracker.message import Message
from tracker.model.alignment import Alignment, AlignmentPart
from tracker.model.figures import ReportFigures
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.mark import Mark, MarkEvent
from tracker.model.report import Report
from tracker.model.said_event import SaidEvent
from tracker.model.series import IndicatorValue, YearPair
from tracker.model.tracking import Tracking, Verdict
from tracker.model.words import verdict_names

ALIGNED_PARTS = (
    AlignmentPart.PLAN_REVIEW, AlignmentPart.PLAN, AlignmentPart.REVIEW, AlignmentPart.OUTLOOK,
)  # fmt: skip
"""Parts of two reports whose sections are handed out beside each other."""


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
        charts: With the figures by verdict as a bar, and the pages of charts: by section, by year,
            goals of indicators beside results.
        sections: With the sections of every report and how they correspond (xlsx and json).
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
    sections: bool = False
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
        figures: Counts over all promises of each report that is judged, whatever part of them is
            among the rows.
        alignments: How the sections of each report correspond to those of the reports that judge
            it, part by part; only where they are asked for.
    """

    title: Message
    reports: tuple[Report, ...]
    rows: tuple[TrackedPromise, ...]
    version: str
    findings: str = ""
    pairs: tuple[YearPair, ...] = ()
    history: tuple[MarkEvent, ...] = ()
    words: tuple[SaidEvent, ...] = ()
    figures: tuple[ReportFigures, ...] = ()
    alignments: tuple[Alignment, ...] = ()

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
    kept = {row.tracking.commitment.statement.report_id for row in rows}
    figures = tuple(one for one in handout.figures if one.earlier in kept)
    return replace(handout, rows=rows, history=history, words=words, figures=figures)


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
        _one_of_each([pair for handout in handouts for pair in handout.pairs], reports),
        tuple(event for handout in handouts for event in handout.history),
        tuple(event for handout in handouts for event in handout.words),
        tuple(one for handout in handouts for one in handout.figures),
        tuple(one for handout in handouts for one in handout.alignments),
    )


def _one_of_each(
    pairs: Sequence[YearPair], reports: Mapping[ReportId, Report]
) -> tuple[YearPair, ...]:
    """Return each indicator and year once, in the order in which they came.

    Two handouts that follow each other speak of the same year: one knows the goal, the other the
    result too. The goal of the year's own report stands, and the result that was told last.
    """
    found: dict[object, YearPair] = {}
    for pair in pairs:
        key = pair.region, pair.indicator, pair.kind, pair.unit, pair.year
        held = found.get(key)
        if held is None:
            found[key] = pair
            continue

        def age(value: IndicatorValue | None, year: int = pair.year) -> tuple[bool, bool, int]:
            told = reports[value.report_id].meta.year or 0 if value else 0
            return value is not None, told == year, told

        goal = max((held, pair), key=lambda one: age(one.promised))
        result = max((held, pair), key=lambda one: age(one.reported)[::2])
        found[key] = replace(goal, reported=result.reported, reported_value=result.reported_value)
    return tuple(found.values())

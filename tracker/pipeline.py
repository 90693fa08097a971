"""The stages in order, as pure functions of values: same input, same output.

Everything a stage needs beside reports comes in through ``AnalysisOptions``, which
``tracker.resources`` builds from the word lists in ``resources/``. Each function loads the stage
that it runs, so that reading an outline does not wait for the words of the diff.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from tracker.diff.lexicon import DiffLexicon
from tracker.extract.lexicon import ExtractLexicon
from tracker.match.lexicon import MatchLexicon
from tracker.model.agreement import Agreement
from tracker.model.alignment import NOTHING_SAID, Alignment, AlignmentPart, HandWords, NearSection
from tracker.model.cascade import Cascade
from tracker.model.chain import Chain
from tracker.model.change import Ignorable, ReportDiff
from tracker.model.commitment import Commitment, Outcome
from tracker.model.correction import LineCorrection
from tracker.model.decision import NOTHING_SAID as UNTOLD
from tracker.model.decision import MatchWord, NamePair, TrackingWords
from tracker.model.figures import Grouping, ReportFigures
from tracker.model.handout import TrackedPromise
from tracker.model.ids import CommitmentId
from tracker.model.measure import Measure
from tracker.model.promise_word import PromiseWords
from tracker.model.report import Report
from tracker.model.series import IndicatorSeries, IndicatorValue, ReadReport, YearPair
from tracker.model.source import SourceDocument
from tracker.model.span import Span
from tracker.model.thread import TopicHistory
from tracker.model.tracking import Tracking, Verdict
from tracker.parse.lexicon import ParseLexicon
from tracker.text.lexicon import TextLexicon


@dataclass(frozen=True)
class AnalysisOptions:
    """Word lists of all stages.

    Attributes:
        text: Boilerplate and stop words.
        parse: Heading, role and metadata cues, administrative divisions.
        diff: Words of firmness and progress, boilerplate.
        extract: Promise verbs, comparisons, units, milestones.
        match: Indicator vocabulary, tolerances.
    """

    text: TextLexicon
    parse: ParseLexicon
    diff: DiffLexicon
    extract: ExtractLexicon
    match: MatchLexicon


def read(
    source: SourceDocument,
    options: AnalysisOptions,
    corrections: tuple[LineCorrection, ...] = (),
) -> Report:
    """Return the report that a source text holds (kind ``other`` when it is no report).

    ``corrections`` are a person's words on single lines, taken as given.
    """
    from tracker.parse.report import parse_report  # noqa: PLC0415

    return parse_report(source, options.parse, corrections)


def commitments(report: Report, options: AnalysisOptions) -> tuple[Commitment, ...]:
    """Return what a report promises, in the order of its text."""
    from tracker.extract.commitments import extract_commitments  # noqa: PLC0415

    return extract_commitments(report, options.extract)


def corrected_commitments(
    report: Report,
    found: Sequence[Commitment],
    said: PromiseWords,
    options: AnalysisOptions,
) -> tuple[Commitment, ...]:
    """Return the promises of a report as a person wants them: added, rejected, set right."""
    from tracker.extract.by_hand import with_words  # noqa: PLC0415

    return with_words(found, report, said, options.extract)


def outcomes(report: Report, options: AnalysisOptions) -> tuple[Outcome, ...]:
    """Return what a report says was done, in the order of its text."""
    from tracker.extract.outcomes import extract_outcomes  # noqa: PLC0415

    return extract_outcomes(report, options.extract)


def align(
    earlier: Report,
    later: Report,
    part: AlignmentPart,
    options: AnalysisOptions,
    said: HandWords = NOTHING_SAID,
) -> Alignment:
    """Return which sections of two reports belong beside each other.

    ``said`` is a person's word on some of them, taken as given; the rest is found around it.
    """
    from tracker.align.sections import align_sections  # noqa: PLC0415

    return align_sections(earlier, later, part, options.text, said)


def nearest(
    earlier: Report,
    later: Report,
    part: AlignmentPart,
    options: AnalysisOptions,
    section: int,
    *,
    of_later: bool,
    said: HandWords = NOTHING_SAID,
) -> tuple[NearSection, ...]:
    """Return the sections of the other report that one is most like, best first."""
    from tracker.align.sections import nearest_sections  # noqa: PLC0415

    return nearest_sections(
        earlier, later, part, options.text, section, of_later=of_later, said=said
    )


def boilerplate(report: Report, options: AnalysisOptions) -> tuple[Span, ...]:
    """Return the clauses of a report that stand in most reports, in order."""
    from tracker.text.boilerplate import boilerplate_in  # noqa: PLC0415

    found = boilerplate_in(report.text, options.diff.boilerplate)
    return tuple(Span(clause.start, clause.end) for clause in found)


def compare(
    alignment: Alignment,
    earlier: Report,
    later: Report,
    options: AnalysisOptions,
    ignored: Collection[Ignorable] = (),
) -> ReportDiff:
    """Return what changed inside the aligned sections of two reports.

    ``ignored`` differences are marked, so that views show them quietly; none is left out.
    """
    from tracker.diff.sections import diff_sections  # noqa: PLC0415

    return diff_sections(
        alignment,
        earlier,
        later,
        earlier_measures=_measures(earlier, options),
        later_measures=_measures(later, options),
        lexicon=options.diff,
        ignored=ignored,
    )


def history(
    reports: Sequence[Report],
    part: AlignmentPart,
    options: AnalysisOptions,
    *,
    one_year: bool = False,
    aligned: Callable[[Report, Report], Alignment] | None = None,
) -> TopicHistory:
    """Return each topic of a part through several reports, in their order.

    ``one_year`` says that they are of different regions and one year. ``aligned`` gives what
    ``align_topics`` found of two reports, for who has it at hand.
    """
    from tracker.align.threads import draw_threads, pairs_to_align  # noqa: PLC0415

    align_two = aligned or partial(_align_topics, part=part, options=options)
    pairs = pairs_to_align(len(reports), one_year=one_year)
    alignments = {(a, b): align_two(reports[a], reports[b]) for a, b in pairs}
    return draw_threads(reports, part, alignments, one_year=one_year)


def align_topics(
    earlier: Report,
    later: Report,
    part: AlignmentPart,
    options: AnalysisOptions,
    said: HandWords = NOTHING_SAID,
) -> Alignment:
    """Return an alignment to draw topics from: a top part that is one topic has a row too."""
    from tracker.align.sections import align_sections  # noqa: PLC0415

    return align_sections(earlier, later, part, options.text, said, wholes=True)


def _align_topics(
    earlier: Report, later: Report, part: AlignmentPart, options: AnalysisOptions
) -> Alignment:
    return align_topics(earlier, later, part, options)


def compare_topic(
    alignment: Alignment,
    couple: tuple[int, int],
    earlier: tuple[Report, Sequence[Measure]],
    later: tuple[Report, Sequence[Measure]],
    options: AnalysisOptions,
) -> ReportDiff:
    """Return what changed between two sections that are one topic, with what stands under them.

    Args:
        alignment: What ``align_topics`` found of the two reports.
        couple: The earlier and the later section.
        earlier: Earlier report with the figures found in it.
        later: Later report, the same.
        options: Word lists.
    """
    from tracker.align.threads import within_topic  # noqa: PLC0415
    from tracker.diff.sections import diff_sections  # noqa: PLC0415

    narrowed = within_topic(alignment, couple, earlier[0], later[0])
    found = diff_sections(
        narrowed,
        earlier[0],
        later[0],
        earlier_measures=earlier[1],
        later_measures=later[1],
        lexicon=options.diff,
    )
    # The lead of the top part, which is compared with its first section, is not of the topic.
    rows = {row.section for row in narrowed.rows}
    return replace(found, sections=tuple(s for s in found.sections if s.earlier in {None, *rows}))


def _measures(report: Report, options: AnalysisOptions) -> tuple[Measure, ...]:
    found: tuple[Commitment | Outcome, ...] = (
        *commitments(report, options),
        *outcomes(report, options),
    )
    return tuple(m for f in found for m in f.statement.measures)


def track(
    earlier: Report,
    laters: tuple[Report, ...],
    options: AnalysisOptions,
    said: TrackingWords = UNTOLD,
    promises: tuple[Commitment, ...] | None = None,
) -> tuple[Tracking, ...]:
    """Return every promise of a report with its verdict by later reports, in the text's order.

    ``said`` is a person's word on names and on passages, taken as given; the rest is found and
    judged around it. ``promises`` are those of the earlier report where they are known already,
    perhaps as a person set them right.
    """
    made = commitments(earlier, options) if promises is None else promises
    return judge(
        ReadReport(earlier, made, ()), [_read_whole(one, options) for one in laters], options, said
    )


def judge(
    earlier: ReadReport,
    laters: Sequence[ReadReport],
    options: AnalysisOptions,
    said: TrackingWords = UNTOLD,
) -> tuple[Tracking, ...]:
    """Do the same as ``track`` with reports whose promises and results are known already."""
    from tracker.match.judge import Later, judge_commitments  # noqa: PLC0415

    return judge_commitments(
        earlier.commitments,
        earlier.report,
        tuple(Later(one.report, one.outcomes, one.commitments) for one in laters),
        options.match,
        said,
    )


def _read_whole(report: Report, options: AnalysisOptions) -> ReadReport:
    """Return a report with its promises and results."""
    return ReadReport(report, commitments(report, options), outcomes(report, options))


def chains(
    reports: Sequence[Report],
    options: AnalysisOptions,
    said: TrackingWords = UNTOLD,
    marks: Mapping[CommitmentId, Verdict] = MappingProxyType({}),
    promises: Sequence[tuple[Commitment, ...]] = (),
) -> tuple[Chain, ...]:
    """Return every promise of a region's reports, each followed through the years.

    ``said`` is a person's word on names and passages, ``marks`` are a person's verdicts, which
    take the place of the program's. ``promises`` are those of each report as a person wants them;
    none: as they are found.

    Raises:
        InputProblem: The reports are not of one region and several years.
    """
    from tracker.across.chains import chains_of  # noqa: PLC0415
    from tracker.across.fitting import check_years_of_one_region  # noqa: PLC0415
    from tracker.match.judge import Later  # noqa: PLC0415

    check_years_of_one_region(reports)
    found = promises or tuple(commitments(report, options) for report in reports)
    readings = [
        Later(report, outcomes(report, options), made)
        for report, made in zip(reports, found, strict=True)
    ]
    return chains_of(readings, options.match, said, marks)


def cascade(
    upper: Report,
    lower: Report,
    options: AnalysisOptions,
    promises: Sequence[tuple[Commitment, ...]] = (),
) -> Cascade:
    """Return what of an upper level's plan stands in a lower level's plan of the same year.

    ``promises`` are those of the two as a person wants them; none: as they are found.

    Raises:
        InputProblem: One region does not lie within the other, or the years differ.
    """
    from tracker.across.cascades import cascade_of  # noqa: PLC0415
    from tracker.across.fitting import check_levels  # noqa: PLC0415
    from tracker.match.judge import Later  # noqa: PLC0415

    check_levels(upper, lower)
    made = promises or tuple(commitments(report, options) for report in (upper, lower))
    both = zip((upper, lower), made, strict=True)
    above, below = (Later(report, outcomes(report, options), own) for report, own in both)
    return cascade_of(above, below, options.match)


def agreement(a: Report, b: Report, options: AnalysisOptions) -> Agreement:
    """Return the figures of two documents of one region and year side by side.

    Raises:
        InputProblem: They are one document, or of two regions or years.
    """
    from tracker.across.agreement import agreement_of  # noqa: PLC0415
    from tracker.across.fitting import check_same_region_and_year  # noqa: PLC0415

    check_same_region_and_year(a, b)
    return agreement_of(indicators((a, b), options), a.id, b.id)


def indicators(reports: Sequence[Report], options: AnalysisOptions) -> tuple[IndicatorValue, ...]:
    """Return what reports promise and report of every indicator, by region, name and year."""
    return indicators_of([_read_whole(report, options) for report in reports], options)


def indicators_of(
    readings: Sequence[ReadReport], options: AnalysisOptions
) -> tuple[IndicatorValue, ...]:
    """Do the same as ``indicators`` with reports whose promises and results are known already."""
    from tracker.across.indicators import indicator_values  # noqa: PLC0415

    return indicator_values(readings, options.match)


def pairs(readings: Sequence[ReadReport], options: AnalysisOptions) -> tuple[YearPair, ...]:
    """Return the indicators of reports that are read, by year: promised beside reported."""
    from tracker.across.indicators import indicator_values  # noqa: PLC0415

    return by_year(indicator_values(list(readings), options.match))


def series(readings: Sequence[ReadReport], options: AnalysisOptions) -> tuple[IndicatorSeries, ...]:
    """Return every indicator of every region through the years, with how its goals were moved."""
    from tracker.across.goals import indicator_series  # noqa: PLC0415

    return indicator_series(readings, options.match)


def figures(
    reports: Sequence[Report],
    options: AnalysisOptions,
    by: Grouping = Grouping.REPORT,
    said: TrackingWords = UNTOLD,
) -> tuple[ReportFigures, ...]:
    """Return the figures of each report that a later one of its region looks back on.

    ``said`` is a person's word on names and passages, as in ``track``.
    """
    from tracker.across.figures import consecutive  # noqa: PLC0415

    pairs = consecutive(reports)
    needed = {one.id: one for earlier, laters in pairs for one in (earlier, *laters)}
    read_once = {one: _read_whole(report, options) for one, report in needed.items()}
    found: list[ReportFigures] = []
    for earlier, laters in pairs:
        of_laters = [read_once[later.id] for later in laters]
        tracked = judge(read_once[earlier.id], of_laters, options, said)
        found.extend(count(earlier, laters, tuple(map(TrackedPromise, tracked)), by))
    return tuple(found)


def count(
    earlier: Report,
    laters: Sequence[Report],
    promises: Sequence[TrackedPromise],
    by: Grouping = Grouping.REPORT,
) -> tuple[ReportFigures, ...]:
    """Return the figures of a report whose promises are judged, and perhaps marked, already."""
    from tracker.across.figures import report_figures  # noqa: PLC0415

    return report_figures(earlier, laters, promises, by)


def by_year(values: Sequence[IndicatorValue]) -> tuple[YearPair, ...]:
    """Return promise and result of each indicator and year side by side."""
    from tracker.across.year_pairs import year_pairs  # noqa: PLC0415

    return year_pairs(values)


def offer_names(
    commitment: Commitment,
    found: tuple[Outcome, ...],
    word: MatchWord,
    options: AnalysisOptions,
) -> NamePair | None:
    """Return the names by which a promise and a passage that was decided on differ, or None.

    ``found`` are the results of the report that the passage stands in.
    """
    from tracker.match.offering import offer_names as offer  # noqa: PLC0415

    return offer(commitment, found, word.span, options.match, same=word.answers)

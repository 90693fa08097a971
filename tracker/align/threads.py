"""One topic through many reports (主题脉络): a thread of aligned sections.

In go reports in order and their alignments, out come threads with at most one section of each
report. Links are taken best first, one to one; what is left of a merger or a split is told by the
number of the other thread. A topic that one report leaves out is taken up again from the one
before it; one that went into another topic's section is told apart from one that is gone. Two
alignments per added report: the work grows with the number of reports.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from tracker.message import Message
from tracker.model.alignment import Alignment, AlignmentPart, AlignmentRow, LinkKind, SectionLink
from tracker.model.report import Report
from tracker.model.score import Score
from tracker.model.thread import Course, Thread, ThreadCell, TopicHistory

_CLEARLY = 1.5
"""Factor between two shares from which a topic has grown or shrunk."""

_LEAST_FIT = 0.18
"""Fit below which a section of the next year does not carry a topic on, though nothing is nearer.

Of 26 such links up to 0.2 in the years of Suzhou and of the State Council, read one by one, 6 were
right; below 0.18 3 of 19. Between 0.2 and 0.26 most are.
"""
_SAME_THREAD = Message("同一主题", "one topic")

Pair = tuple[int, int]


def pairs_to_align(n_reports: int, *, one_year: bool) -> tuple[Pair, ...]:
    """Return which reports have to be aligned, by position.

    Args:
        n_reports: How many reports.
        one_year: They are of different regions and one year: each is set beside the first one
            instead of the one two before.
    """
    found = []
    for later in range(1, n_reports):
        found.append((later - 1, later))
        other = 0 if one_year else later - 2
        if 0 <= other < later - 1:
            found.append((other, later))
    return tuple(found)


def within_topic(alignment: Alignment, couple: Pair, earlier: Report, later: Report) -> Alignment:
    """Return what an alignment tells of two sections that are one topic, and what is under them.

    The two lead, also where the alignment has them beside others: a topic that two sections went
    into goes on in one of them, and one that was missing for years was never beside its last one.
    """
    one, other = couple
    rows = []
    for row in alignment.rows:
        if earlier.sections[one].span.contains(earlier.sections[row.section].span):
            links = tuple(
                link
                for link in row.links
                if later.sections[other].span.contains(later.sections[link.section].span)
            )
            rows.append(AlignmentRow(row.section, links))
    lead = next((n for n, row in enumerate(rows) if row.section == one), None)
    if lead is not None:
        known = next((link for link in rows[lead].links if link.section == other), None)
        score = known.score if known else Score(0.0, (), _SAME_THREAD)
        rest = tuple(link for link in rows[lead].links if link.section != other)
        rows[lead] = AlignmentRow(one, (SectionLink(other, LinkKind.SAME, score), *rest))
    linked = {link.section for row in rows for link in row.links}
    new = tuple(
        section.index
        for section in later.sections
        if later.sections[other].span.contains(section.span) and section.index not in linked
    )
    return replace(alignment, rows=tuple(rows), new=new)


@dataclass
class _Draft:
    """A thread that is being drawn: sections by report, and how each one came in."""

    sections: dict[int, int] = field(default_factory=dict)
    scores: dict[int, float] = field(default_factory=dict)
    into: dict[int, int] = field(default_factory=dict)
    split_from: int | None = None


def draw_threads(
    reports: Sequence[Report],
    part: AlignmentPart,
    alignments: Mapping[Pair, Alignment],
    *,
    one_year: bool = False,
) -> TopicHistory:
    """Return the topics of a part over several reports.

    Args:
        reports: Reports in order, two or more.
        part: Which part was aligned.
        alignments: One for each pair of ``pairs_to_align``.
        one_year: The reports are of one year; see ``pairs_to_align``.
    """
    loom = _Loom()
    loom.begin(0, _first_sections(alignments.get((0, 1))))
    for later in range(1, len(reports)):
        earlier = [a for a, b in pairs_to_align(len(reports), one_year=one_year) if b == later]
        for place in sorted(earlier, reverse=not one_year):
            loom.weave(place, later, alignments[place, later], years=not one_year)
        loom.begin(later, _later_sections(alignments[later - 1, later]))
    shares = [
        _shares(report, sections) for report, sections in zip(reports, loom.seen, strict=True)
    ]
    return TopicHistory(
        tuple(report.id for report in reports),
        part,
        tuple(_thread(draft, reports, shares, one_year=one_year) for draft in loom.drafts),
    )


class _Loom:
    """Threads by the sections that they hold."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.seen: list[tuple[int, ...]] = []
        self._thread_of: dict[Pair, int] = {}

    def begin(self, report: int, sections: tuple[int, ...]) -> None:
        """Let every section of a report that no thread holds begin one."""
        self.seen.append(sections)
        for section in sections:
            if (report, section) not in self._thread_of:
                self._put(len(self.drafts), report, section)

    def weave(self, earlier: int, later: int, alignment: Alignment, *, years: bool) -> None:
        """Carry threads on along the links of one alignment, the best first.

        The first counterpart of a topic goes before the second one of another topic, however
        much they are alike. Of years, a topic goes on from its last section only, and not to one
        that is hardly like it: else it would drift to another subject within a few years.
        """
        links = sorted(
            (rank > 0, -link.score.value, row.section, link.section)
            for row in alignment.rows
            for rank, link in enumerate(row.links)
            if link.kind is LinkKind.SAME and (link.score.value >= _LEAST_FIT or not years)
        )
        for _, value, before, after in links:
            number = self._thread_of.get((earlier, before))
            if number is None:
                continue
            draft, owner = self.drafts[number], self._thread_of.get((later, after))
            if years and any(earlier < place < later for place in draft.sections):
                continue
            if owner is None and later not in draft.sections:
                draft.into.pop(later, None)
                self._put(number, later, after, -value)
            elif owner is not None and later not in draft.sections:
                draft.into.setdefault(later, owner)
            elif owner is None:
                self._put(len(self.drafts), later, after, -value)
                self.drafts[-1].split_from = number

    def _put(self, number: int, report: int, section: int, score: float | None = None) -> None:
        if number == len(self.drafts):
            self.drafts.append(_Draft())
        self.drafts[number].sections[report] = section
        if score is not None:
            self.drafts[number].scores[report] = score
        self._thread_of[report, section] = number


def _first_sections(alignment: Alignment | None) -> tuple[int, ...]:
    return () if alignment is None else tuple(row.section for row in alignment.rows)


def _later_sections(alignment: Alignment) -> tuple[int, ...]:
    linked = {link.section for row in alignment.rows for link in row.links}
    return tuple(sorted(linked | set(alignment.new)))


def _shares(report: Report, sections: tuple[int, ...]) -> dict[int, float]:
    """Return which share of the characters of all topics each section takes up."""
    tops = [i for i in sections if report.sections[i].parent not in sections]
    total = sum(len(report.sections[i].span) for i in tops)
    return {i: len(report.sections[i].span) / total for i in sections} if total else {}


def _thread(
    draft: _Draft,
    reports: Sequence[Report],
    shares: Sequence[Mapping[int, float]],
    *,
    one_year: bool,
) -> Thread:
    held = sorted(draft.sections)
    cells: list[ThreadCell | None] = [None] * len(reports)
    for place in held:
        section = draft.sections[place]
        share = shares[place].get(section, 0.0)
        score = draft.scores.get(place)
        cells[place] = ThreadCell(section, round(share, 4), Course.NEW, score)
    for before, place in pairwise(held):
        then, now = cells[before], cells[place]
        if then is None or now is None:
            continue
        missed = place > before + 1 and not one_year
        course = Course.BACK if missed else _course(then.share, now.share)
        cells[place] = ThreadCell(now.section, now.share, course, now.score)
    last = held[-1]
    for place in range(held[0] + 1, len(reports) if not one_year else last):
        previous = cells[place - 1]
        if cells[place] is None and previous is not None and previous.section is not None:
            into = draft.into.get(place)
            course = Course.GONE if into is None else Course.MERGED
            cells[place] = ThreadCell(None, 0.0, course, None, into)
    heading = reports[last].sections[draft.sections[last]].heading
    ended = next((draft.into[place] for place in sorted(draft.into) if place > last), None)
    return Thread(heading, tuple(cells), ended, draft.split_from)


def _course(before: float, now: float) -> Course:
    if now >= _CLEARLY * before:
        return Course.GROWN
    return Course.SHRUNK if before >= _CLEARLY * now else Course.KEPT

"""How much of a report stands elsewhere in nearly the same words (套话占比).

In: an archive. Out: for each report the share of its letters in clauses that its own region's
report before has too, and in clauses that reports of other regions have; the same by section; the
clauses themselves, and where else each of them stands.

The more reports an archive has, the more is found elsewhere: shares compare within one archive
only.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from tracker.across.archive import Archive, Numbers
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.shared_text import (
    Elsewhere,
    ReportShare,
    ReportTextShare,
    SectionShare,
    Share,
    SharedClause,
    YearShare,
)
from tracker.text.sketch import NEARLY, shared_stretches


def report_shares(archive: Archive) -> tuple[ReportShare, ...]:
    """Return the shares of all reports, by year and region."""
    return tuple(_report_share(archive, number) for number in range(len(archive.heads)))


def _report_share(archive: Archive, number: int) -> ReportShare:
    before = archive.before(number)
    rows = archive.clauses_of(number)
    elsewhere = int((archive.place_of != archive.place_of[number]).sum())
    return ReportShare(
        archive.heads[number],
        None if before is None else archive.heads[before],
        elsewhere,
        _share(archive, rows, _own(archive, rows, before)),
    )


def _own(archive: Archive, rows: Numbers, before: int | None) -> Numbers:
    """Return 1 for each clause that the report before has, else 0."""
    if before is None:
        return np.zeros(len(rows), dtype=np.int64)
    there = archive.family[archive.clauses_of(before)]
    return np.isin(archive.family[rows], there).astype(np.int64)


def _share(archive: Archive, rows: Numbers, own: Numbers) -> Share:
    letters = archive.letters[rows]
    others = (archive.others[0][rows] > 0).astype(np.int64)
    return Share(
        int(letters.sum()),
        int((letters * own).sum()),
        int((letters * others).sum()),
        int((letters * np.maximum(own, others)).sum()),
    )


def of_report(archive: Archive, report: Report) -> ReportTextShare:
    """Return how much of one report stands elsewhere: whole, by section and by clause."""
    return ReportTextShare(
        _report_share(archive, archive.number[report.id]),
        section_shares(archive, report),
        shared_clauses(archive, report.id),
    )


def section_shares(archive: Archive, report: Report) -> tuple[SectionShare, ...]:
    """Return the shares of the sections of the first two levels, in the order of the text."""
    number = archive.number[report.id]
    rows = archive.clauses_of(number)
    own = _own(archive, rows, archive.before(number))
    members: dict[int | None, list[int]] = defaultdict(list)
    for at, section in enumerate(archive.sections[rows].tolist()):
        for one in _within(report, section):
            members[one].append(at)
    found = []
    for one in sorted(members, key=lambda index: -1 if index is None else index):
        chosen = np.array(members[one], dtype=np.int64)
        found.append(SectionShare(one, _share(archive, rows[chosen], own[chosen])))
    return tuple(found)


def _within(report: Report, section: int) -> Sequence[int | None]:
    """Return the sections of the first two levels that a section stands in, itself among them."""
    found: list[int | None] = []
    at: int | None = section if 0 <= section < len(report.sections) else None
    while at is not None:
        if report.sections[at].level <= 2:
            found.append(at)
        at = report.sections[at].parent
    return found or [None]


def shared_clauses(archive: Archive, report: ReportId) -> tuple[SharedClause, ...]:
    """Return the clauses of a report that stand elsewhere, in the order of its text."""
    number = archive.number[report]
    rows = archive.clauses_of(number)
    own = _own(archive, rows, archive.before(number))
    regions, reports = archive.others
    return tuple(
        SharedClause(
            archive.span(row),
            section if (section := int(archive.sections[row])) >= 0 else None,
            int(archive.letters[row]),
            bool(mine),
            int(regions[row]),
            int(reports[row]),
            int(archive.family[row]),
        )
        for row, mine in zip(rows.tolist(), own.tolist(), strict=True)
        if mine or regions[row]
    )


_MOST = 200
"""Other places of a clause that are read from their reports."""


def elsewhere(
    archive: Archive,
    report: ReportId,
    clause: SharedClause,
    read: Callable[[ReportId], Report],
) -> tuple[Elsewhere, ...]:
    """Return where else a clause stands, the earliest first, with how alike it is there.

    The texts are read and compared: what a sketch took for nearly the same and is not is left out.

    Args:
        archive: All reports.
        report: The report that the clause is of.
        clause: One of its ``shared_clauses``.
        read: Gives a report by its id.
    """
    quote = read(report).quote(clause.span)
    found = []
    own = archive.number[report]
    for row in archive.members(clause.family)[:_MOST].tolist():
        number = int(archive.report_of[row])
        if number == own:
            continue
        head, span = archive.heads[number], archive.span(row)
        there = read(head.id).quote(span)
        alike = shared_stretches(quote, there)
        if alike >= NEARLY - _LEEWAY:
            found.append(Elsewhere(head, span, there, alike))
    return tuple(found)


_LEEWAY = 0.2
"""Families hold what is alike through others: a clause may be this much less like a further one."""


def by_year(shares: Sequence[ReportShare]) -> tuple[YearShare, ...]:
    """Return the shares of all reports of each year together."""
    found: dict[int, list[ReportShare]] = defaultdict(list)
    for one in shares:
        if one.report.year is not None:
            found[one.report.year].append(one)
    return tuple(_year_share(year, of_year) for year, of_year in sorted(found.items()))


def _year_share(year: int, shares: Sequence[ReportShare]) -> YearShare:
    followed = [one for one in shares if one.before is not None]
    return YearShare(
        year,
        len(shares),
        Share(
            sum(one.share.letters for one in shares),
            sum(one.share.own for one in shares),
            sum(one.share.others for one in shares),
            sum(one.share.either for one in shares),
        ),
        len(followed),
        sum(one.share.letters for one in followed),
    )

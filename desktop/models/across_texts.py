"""Lines of texts: shared clauses, first uses, new phrases, nearest reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models.across_regions import level_name
from desktop.models.across_table import Bar, Cell, Head, Heat, Line
from desktop.models.words import head_name, labelled, place_and_kind, year_name
from tracker.model.report import RegionLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.jobs.across import ClausesOfReport, ReportsInCommon
    from tracker.model.first_use import NewPhrase, Spread, YearOfUse
    from tracker.model.nearness import NearReport
    from tracker.model.shared_text import Elsewhere, ReportHead, SharedText, YearShare

translate = QCoreApplication.translate

LEVELS = tuple(level.value for level in RegionLevel)

_HEADING = 14
"""Characters of a heading that stands with others in one line."""


def _region(head: ReportHead) -> Cell:
    return Cell(place_and_kind(head), head.region_code or "~", head.region or head.name)


def _year(head: ReportHead) -> Cell:
    return Cell(year_name(head.year), head.year, data=head.year)


def _share(rate: float | None, top: float, tip: str = "") -> Cell:
    """Return a share with a ground that is fuller the nearer it comes to the highest one."""
    if rate is None:
        return Cell("—", None, tip, quiet=True)
    told = f"{rate:.1%}\n{tip}"
    return Cell(f"{rate:.1%}", rate, told, Heat(min(1.0, rate / top)), data=round(rate, 4))


def _bar(rate: float | None, top: float) -> Cell:
    return Cell("", rate, "" if rate is None else f"{rate:.1%}", Bar(rate / top if rate else rate))


# Shared words


def share_heads() -> tuple[Head, ...]:
    """Return the columns of the table of reports with what they share."""
    return (
        Head(translate("Across", "Region"), wide=True),
        Head(translate("Across", "Year"), number=True),
        Head(
            translate("Across", "As before"),
            translate(
                "Across", "Share of its words in clauses that the region's report before has too"
            ),
            centred=True,
        ),
        Head(
            translate("Across", "As elsewhere"),
            translate(
                "Across",
                "Share of its words in clauses that reports of other regions have too, whatever "
                "their year. The more reports are here, the more is found.",
            ),
            centred=True,
        ),
    )


def share_lines(found: SharedText) -> tuple[Line, ...]:
    """Return a line for each report, those of the last year first."""
    shares = [one.share for one in found.reports]
    rates = [share.rate(max(share.own, share.others)) or 0.0 for share in shares]
    top = max(rates, default=0.0) or 1.0
    lines = []
    for one in reversed(found.reports):
        share = one.share
        own = share.rate(share.own) if one.before is not None else None
        before = (
            translate("Across", "No report of an earlier year is here")
            if one.before is None
            else translate("Across", "Compared with {0}").format(head_name(one.before))
        )
        others = share.rate(share.others) if one.compared else None
        compared = translate("Across", "Compared with {0} reports of other regions").format(
            one.compared
        )
        lines.append(
            Line(
                (
                    _region(one.report),
                    _year(one.report),
                    _share(own, top, before),
                    _share(others, top, compared),
                ),
                one.report.id,
                f"{one.report.region} {one.report.year}",
            )
        )
    return tuple(lines)


def year_share_tip(one: YearShare) -> str:
    """Return all that is known of a year."""
    others, own = one.share.rate(one.share.others) or 0.0, one.own_rate
    lines = [
        translate("Across", "{0}: {1} reports").format(one.year, one.reports),
        translate("Across", "as in other regions: {0}").format(f"{others:.1%}"),
    ]
    if own is not None:
        lines.append(translate("Across", "as in the report before: {0}").format(f"{own:.1%}"))
    return "\n".join(lines)


def clause_heads() -> tuple[Head, ...]:
    """Return the columns of the clauses of a report."""
    return (
        Head(translate("Across", "Clause"), wide=True),
        Head(
            translate("Across", "Before"),
            translate("Across", "The region's report before has it"),
            centred=True,
        ),
        Head(
            translate("Across", "Regions"),
            translate("Across", "Other regions that have it"),
            number=True,
        ),
        Head(
            translate("Across", "Reports"),
            translate("Across", "Reports of other regions that have it"),
            number=True,
        ),
    )


def clause_lines(found: ClausesOfReport) -> tuple[Line, ...]:
    """Return a line for each clause that stands elsewhere."""
    report = found.report
    lines = []
    for clause in found.found.clauses:
        quote = " ".join(report.quote(clause.span).split())
        section = report.sections[clause.section].heading if clause.section is not None else ""
        lines.append(
            Line(
                (
                    Cell(quote, float(clause.span.start), f"{quote}\n{section}".strip()),
                    Cell("✓" if clause.own else "", float(clause.own), data=int(clause.own)),
                    Cell(str(clause.regions or ""), clause.regions, data=clause.regions),
                    Cell(str(clause.reports or ""), clause.reports, data=clause.reports),
                ),
                clause,
                f"{quote} {section}",
            )
        )
    return tuple(lines)


def _shortened(heading: str) -> str:
    return heading if len(heading) <= _HEADING else f"{heading[: _HEADING - 1]}…"


def section_told(found: ClausesOfReport) -> str:
    """Return in which sections most is shared, for a line above the clauses."""
    ranked = sorted(
        (
            one
            for one in found.found.sections
            if one.section is not None and one.share.letters > 200
        ),
        key=lambda one: -(one.share.rate(one.share.either) or 0.0),
    )
    top = [
        f"{_shortened(found.report.sections[one.section].heading)} "
        f"{one.share.rate(one.share.either) or 0:.0%}"
        for one in ranked[:3]
        if one.section is not None
    ]
    return translate("Across", "Most in: {0}").format(" · ".join(top)) if top else ""


def elsewhere_heads() -> tuple[Head, ...]:
    """Return the columns of the other places of a clause."""
    return (
        Head(translate("Across", "Year"), number=True),
        Head(translate("Across", "Region")),
        Head(translate("Across", "There"), wide=True),
        Head(
            translate("Across", "Alike"),
            translate("Across", "Share of their words that both have"),
            number=True,
        ),
    )


def elsewhere_lines(found: Sequence[Elsewhere]) -> tuple[Line, ...]:
    """Return a line for each other place, the earliest first."""
    return tuple(
        Line(
            (
                _year(one.report),
                _region(one.report),
                Cell(" ".join(one.quote.split()), one.quote, one.quote),
                Cell(f"{one.likeness:.0%}", one.likeness, data=round(one.likeness, 2)),
            ),
            one,
            f"{one.report.region} {one.report.year}",
        )
        for one in found
    )


# First uses


def use_heads() -> tuple[Head, ...]:
    """Return the columns of who says a phrase."""
    return (
        Head(translate("Across", "Year"), number=True),
        Head(translate("Across", "Region")),
        Head(
            translate("Across", "First"),
            translate("Across", "The first report of its region here that says it"),
            centred=True,
        ),
        Head(translate("Across", "Times"), number=True),
        Head(translate("Across", "First sentence"), wide=True),
    )


def use_lines(found: Spread) -> tuple[Line, ...]:
    """Return a line for each report that says it, the first one first."""
    return tuple(
        Line(
            (
                _year(use.report),
                _region(use.report),
                Cell(
                    "●" if use.first_of_region else "",
                    float(use.first_of_region),
                    data=int(use.first_of_region),
                ),
                Cell(str(use.times), use.times, data=use.times),
                Cell(" ".join(use.quote.split()), None, use.quote),
            ),
            use,
            f"{use.report.region} {use.report.year} {use.quote}",
        )
        for use in found.uses
    )


def spread_told(found: Spread) -> str:
    """Return who said it first at each level, in one line."""
    order = [*LEVELS, ""]
    firsts = sorted(found.first_by_level.items(), key=lambda one: order.index(one[0]))
    parts = [labelled(level_name(level), head_name(use.report)) for level, use in firsts]
    parts.append(translate("Across", "Reports: {0}").format(len(found.uses)))
    return " · ".join(parts)


def year_use_parts(one: YearOfUse) -> tuple[float, ...]:
    """Return the share of the reports of a year that say it, by level."""
    whole = sum(one.looked_through.values())
    return tuple(one.reports.get(level, 0) / whole if whole else 0.0 for level in (*LEVELS, ""))


def year_use_tip(one: YearOfUse) -> str:
    """Return all that is known of a year."""
    lines = [
        translate("Across", "{0}: {1} of {2} reports say it").format(
            one.year, sum(one.reports.values()), sum(one.looked_through.values())
        )
    ]
    lines += [
        labelled(level_name(level), f"{one.reports.get(level, 0)} / {n}")
        for level, n in one.looked_through.items()
    ]
    lines.append(
        translate("Across", "regions that say it for the first time: {0}").format(one.newly)
    )
    return "\n".join(lines)


def phrase_heads() -> tuple[Head, ...]:
    """Return the columns of new phrases."""
    return (
        Head(translate("Across", "New phrase"), wide=True),
        Head(
            translate("Across", "Reports"),
            translate("Across", "Reports of the year that have it"),
            number=True,
        ),
        Head(
            translate("Across", "Later"),
            translate("Across", "Reports of all later years that have it"),
            number=True,
        ),
        Head(
            translate("Across", "Older"),
            translate("Across", "Reports of earlier years that have its words within longer ones"),
            number=True,
        ),
    )


def phrase_lines(found: Sequence[NewPhrase]) -> tuple[Line, ...]:
    """Return a line for each new phrase."""
    return tuple(
        Line(
            (
                Cell(one.text, one.text),
                Cell(str(one.reports), one.reports, data=one.reports),
                Cell(str(one.later), one.later, data=one.later),
                Cell("" if one.within is None else str(one.within), one.within, data=one.within),
            ),
            one.text,
            one.text,
        )
        for one in found
    )


# Nearest reports


def near_heads() -> tuple[Head, ...]:
    """Return the columns of near reports."""
    return (
        Head(translate("Across", "Region")),
        Head(translate("Across", "Year"), number=True),
        Head(
            translate("Across", "Near"),
            translate("Across", "Seven tenths topics, three tenths shared words"),
            number=True,
        ),
        Head("", wide=True),
        Head(
            translate("Across", "Topics"),
            translate("Across", "How near their topics are, without what all reports speak of"),
            number=True,
        ),
        Head(
            translate("Across", "Words"),
            translate("Across", "Share of the shorter one in clauses that both have"),
            number=True,
        ),
        Head(
            translate("Across", "Clauses"),
            translate("Across", "Clauses that both have"),
            number=True,
        ),
    )


def near_lines(found: Sequence[NearReport]) -> tuple[Line, ...]:
    """Return a line for each report, the nearest first."""
    return tuple(
        Line(
            (
                _region(one.report),
                _year(one.report),
                Cell(f"{one.likeness:.0%}", one.likeness, data=one.likeness),
                _bar(one.likeness, 1.0),
                Cell(f"{one.topics:.0%}", one.topics, data=one.topics),
                Cell(f"{one.words:.1%}", one.words, data=one.words),
                Cell(str(one.clauses), one.clauses, data=one.clauses),
            ),
            one,
            f"{one.report.region} {one.report.year}",
        )
        for one in found
    )


def common_heads() -> tuple[Head, ...]:
    """Return the columns of what two reports have in common."""
    return (
        Head(translate("Across", "Why")),
        Head(translate("Across", "Here"), wide=True),
        Head(translate("Across", "There"), wide=True),
        Head(translate("Across", "Alike"), number=True),
    )


def common_lines(found: ReportsInCommon) -> tuple[Line, ...]:
    """Return a line for each common topic and clause; its value is the two places."""
    here, there = found.here, found.there
    lines = []
    for topic in found.common.topics:
        one, other = here.sections[topic.here], there.sections[topic.there]
        lines.append(
            Line(
                (
                    Cell(translate("Across", "topic"), "1"),
                    Cell(one.heading.rstrip("。"), one.heading, one.heading),
                    Cell(other.heading.rstrip("。"), other.heading, other.heading),
                    Cell(f"{topic.likeness:.0%}", topic.likeness, data=topic.likeness),
                ),
                (one.heading_span, other.heading_span),
                f"{one.heading} {other.heading}",
            )
        )
    for clause in found.common.clauses:
        first, second = here.quote(clause.here), there.quote(clause.there)
        lines.append(
            Line(
                (
                    Cell(translate("Across", "words"), "2"),
                    Cell(" ".join(first.split()), first, first),
                    Cell(" ".join(second.split()), second, second),
                    Cell("", None, data=""),
                ),
                (clause.here, clause.there),
                f"{first} {second}",
            )
        )
    return tuple(lines)

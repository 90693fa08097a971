"""Who says something first, and how it spreads: from the state to provinces to cities (首提与扩散).

In: the reports that say it, with the first sentence of each, and the heads of all that were looked
through. Out: uses in order, years with how many say it, and the first at each level. And, from the
short phrases of all reports, those that are new in a year.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tracker.model.first_use import NewPhrase, Phrases, Spread, Use, YearOfUse
from tracker.model.ids import ReportId
from tracker.model.report import RegionLevel, Report
from tracker.model.search import ReportHits
from tracker.model.shared_text import ReportHead

_QUOTED = re.compile(r"[“《]([^“”《》\n]{2,16})[”》]")
_BETWEEN_MARKS = re.compile(r"(?<=[，。；：、！\n])[\u4e00-\u9fff]{3,10}(?=[，。；：、！\n])")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_LEVELS = {level.value: at for at, level in enumerate(RegionLevel)}


def phrases_of(report: Report) -> Phrases:
    """Return what a report has between quotation marks, and what is short between two marks."""
    text = report.canonical.text
    quoted = (one for one in _QUOTED.findall(text) if _HAN.search(one))
    found = dict.fromkeys((*quoted, *_BETWEEN_MARKS.findall(text)))
    return Phrases(zlib.compress("\n".join(found).encode()))


def _unpacked(phrases: Phrases) -> list[str]:
    return zlib.decompress(phrases.packed).decode().split("\n")


def new_phrases(
    known: Iterable[tuple[ReportHead, Phrases]], year: int, least: int = 2
) -> tuple[NewPhrase, ...]:
    """Return the phrases that are new in a year, those of most reports first.

    Args:
        known: All reports with their phrases.
        year: A year that a report is of; without reports of earlier years everything would be new,
            and nothing is returned.
        least: Reports of the year that must have a phrase.
    """
    before: set[str] = set()
    now: dict[str, set[str]] = defaultdict(set)
    reports: Counter[str] = Counter()
    ahead: list[tuple[int, list[str]]] = []
    for head, phrases in known:
        if head.year is None:
            continue
        if head.year < year:
            before.update(_unpacked(phrases))
        elif head.year > year:
            ahead.append((head.year, _unpacked(phrases)))
        else:
            for one in _unpacked(phrases):
                now[one].add(head.place)
                reports[one] += 1
    if not before:
        return ()
    fresh = {one for one, n in reports.items() if n >= least and one and one not in before}
    following, later = Counter[str](), Counter[str]()
    for when, found in ahead:
        here = fresh.intersection(found)
        later.update(here)
        if when == year + 1:
            following.update(here)
    rows = (
        NewPhrase(one, reports[one], len(now[one]), following[one], later[one]) for one in fresh
    )
    return tuple(sorted(rows, key=lambda row: (-row.reports, -row.later, row.text)))


def spread_of(phrase: str, found: Iterable[ReportHits], heads: Sequence[ReportHead]) -> Spread:
    """Return who says a phrase, from the first on.

    Args:
        phrase: What was looked for.
        found: The reports that say it; of each the first hit counts.
        heads: All reports that were looked through.
    """
    by_id: Mapping[ReportId, ReportHead] = {head.id: head for head in heads}
    saying = sorted(found, key=lambda one: _order(by_id[one.report_id]))
    said: set[str] = set()
    uses = []
    for one in saying:
        head, hit = by_id[one.report_id], one.hits[0]
        first = head.year is not None and bool(head.place) and head.place not in said
        if head.year is not None:
            said.add(head.place)
        where = hit.span, hit.matches[0], hit.quote, hit.line
        uses.append(Use(head, len(one.matches), *where, first))
    firsts: dict[str, Use] = {}
    for use in uses:
        if use.report.year is not None:
            firsts.setdefault(use.report.level, use)
    return Spread(phrase, tuple(uses), _years(uses, heads), firsts)


def _order(head: ReportHead) -> tuple[object, ...]:
    return head.year or 9999, _LEVELS.get(head.level, 9), head.region_code or "~", head.id


def _years(uses: Sequence[Use], heads: Sequence[ReportHead]) -> tuple[YearOfUse, ...]:
    known = [head for head in heads if head.year is not None]
    if not known:
        return ()
    through: dict[int, Counter[str]] = defaultdict(Counter)
    saying: dict[int, Counter[str]] = defaultdict(Counter)
    newly: Counter[int] = Counter()
    for head in known:
        through[head.year or 0][head.level] += 1
    for use in uses:
        if use.report.year is not None:
            saying[use.report.year][use.report.level] += 1
            newly[use.report.year] += use.first_of_region
    return tuple(
        YearOfUse(year, dict(saying[year]), dict(through[year]), newly[year])
        for year in range(min(through), max(through) + 1)
    )

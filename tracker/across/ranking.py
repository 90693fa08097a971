"""One indicator over all regions of a year (横向比较).

In: the values that reports give and the heads of these. Out: a row for each region of a level with
goal, result and rank; what is missing is told as missing, with why.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from tracker.across.year_pairs import year_pairs
from tracker.match.compare import compare
from tracker.match.figures import Figure
from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.model.measure import Comparison, Measure, MeasureKind
from tracker.model.ranking import ComparedYear, Gap, IndicatorChoice, Ranking, Reach, RegionValue
from tracker.model.report import ReportKind, looked_back_on, planned_for
from tracker.model.series import IndicatorName, IndicatorValue, YearPair
from tracker.model.shared_text import ReportHead
from tracker.model.tracking import Verdict

_PLANS_NOTHING = frozenset({ReportKind.OTHER, ReportKind.BULLETIN})
_Key = tuple[IndicatorName, MeasureKind, str]


def tells_of(head: ReportHead, year: int) -> bool:
    """Tell whether a report may set goals for a year or give its results."""
    back = looked_back_on(head.kind, head.year, head.title)
    return bool(head.place) and (year in (_plan_year(head), back))


def _plan_year(head: ReportHead) -> int | None:
    plans = head.kind not in _PLANS_NOTHING
    return planned_for(head.kind, head.year, head.title) if plans else None


def within(head: ReportHead, level: str, upper: str) -> bool:
    """Tell whether a region is of a level and lies within an upper division.

    Args:
        head: A report of the region.
        level: "province", "prefecture", …; "" for any below the state.
        upper: Leading digits of the division code; "" for anywhere.
    """
    if level and head.level != level:
        return False
    if not level and head.level == "national":
        return False
    return not upper or head.region_code.startswith(upper)


class YearOfRegions:
    """All indicators of the regions of a year.

    Args:
        heads: Reports that tell of the year (``tells_of``), of the regions that are compared.
        values: What they give.
        year: The year.
        lexicon: Indicator vocabulary.
    """

    def __init__(
        self,
        heads: Sequence[ReportHead],
        values: Iterable[IndicatorValue],
        year: int,
        lexicon: MatchLexicon,
    ) -> None:
        self.year = year
        self._lexicon = lexicon
        self._regions: dict[str, ReportHead] = {}
        self._planned: set[str] = set()
        self._looked_back: set[str] = set()
        for head in sorted(heads, key=lambda one: one.order):
            self._regions[head.region] = head
            if _plan_year(head) == year:
                self._planned.add(head.region)
            if looked_back_on(head.kind, head.year, head.title) == year:
                self._looked_back.add(head.region)
        self._pairs: dict[_Key, dict[str, YearPair]] = defaultdict(dict)
        for pair in year_pairs(values):
            if pair.year == year and pair.region in self._regions:
                self._pairs[pair.indicator, pair.kind, pair.unit][pair.region] = pair

    def choices(self) -> tuple[IndicatorChoice, ...]:
        """Return the known indicators that two regions at least give, by how many do."""
        found = [
            IndicatorChoice(
                name,
                kind,
                unit,
                sum(pair.promised_value is not None for pair in pairs.values()),
                sum(pair.reported_value is not None for pair in pairs.values()),
            )
            for (name, kind, unit), pairs in self._pairs.items()
            if name.standard and len(pairs) > 1
        ]
        return tuple(sorted(found, key=_most_first))

    def ranking(self, choice: IndicatorChoice) -> Ranking:
        """Return the regions by an indicator."""
        pairs = self._pairs[choice.indicator, choice.kind, choice.unit]
        entries = self._lexicon.indicators_in(fold(choice.indicator.name))
        ceiling = any(self._lexicon.indicators[entry].ceiling for entry in entries)
        ceiling = (ceiling and choice.kind is not MeasureKind.DECREASE) or _falls(pairs.values())
        ranks = _ranks(pairs, less=ceiling)
        rows = [
            self._row(head, pairs.get(region), ranks, ceiling=ceiling)
            for region, head in self._regions.items()
        ]
        return Ranking(choice, self.year, ceiling, tuple(sorted(rows, key=_place)))

    def _row(
        self, head: ReportHead, pair: YearPair | None, ranks: dict[Decimal, int], *, ceiling: bool
    ) -> RegionValue:
        goal = pair.promised_value if pair else None
        result = pair.reported_value if pair else None
        difference = None if goal is None or result is None else result - goal
        return RegionValue(
            head.region,
            head.region_code,
            head.level,
            pair,
            None if result is None else ranks[result],
            difference,
            _reach(pair, ceiling=ceiling) if pair else None,
            None if goal is not None else _gap(head.region in self._planned),
            None if result is not None else _gap(head.region in self._looked_back),
        )


def compared_year(
    heads: Sequence[ReportHead],
    values: Iterable[IndicatorValue],
    year: int,
    lexicon: MatchLexicon,
) -> ComparedYear:
    """Return every indicator of the vocabulary over the regions of a year."""
    regions = YearOfRegions(heads, values, year, lexicon)
    return ComparedYear(year, tuple(map(regions.ranking, regions.choices())))


def _gap(there: bool) -> Gap:  # noqa: FBT001 - the one thing that it is asked
    return Gap.NO_FIGURE if there else Gap.NO_REPORT


def _falls(pairs: Iterable[YearPair]) -> bool:
    """Tell whether most goals are falls (能耗下降3%): the lower the signed figure, the better."""
    goals = [pair.promised.kind for pair in pairs if pair.promised is not None]
    return 2 * goals.count(MeasureKind.DECREASE) > len(goals)


def _ranks(pairs: dict[str, YearPair], *, less: bool) -> dict[Decimal, int]:
    results = [pair.reported_value for pair in pairs.values() if pair.reported_value is not None]
    ordered = sorted(results, reverse=not less)
    return {value: ordered.index(value) + 1 for value in ordered}


def _reach(pair: YearPair, *, ceiling: bool) -> Reach | None:
    """Return where a result stands to its goal, by the same tolerances as verdicts."""
    promised, reported = pair.promised, pair.reported_value
    if promised is None or pair.promised_value is None or reported is None:
        return None
    signed = pair.promised_value < 0
    value2 = -promised.value2 if signed and promised.value2 is not None else promised.value2
    ends = [end for end in (pair.promised_value, value2) if end is not None]
    goal = Measure(
        pair.indicator.name,
        pair.comparison or Comparison.EXACTLY,
        min(ends),
        max(ends) if len(ends) > 1 else None,
        pair.unit,
        pair.kind,
        None,
        promised.span,
    )
    figure = Figure(reported, pair.unit, pair.kind is MeasureKind.GROWTH, "", 0)
    falls = promised.kind is MeasureKind.DECREASE and pair.kind is not MeasureKind.DECREASE
    found = compare(goal, figure, ceiling=ceiling or falls)
    if found.exceeded:
        return Reach.SURPASSED
    return Reach.MET if found.verdict is Verdict.FULFILLED else Reach.SHORT


def _most_first(choice: IndicatorChoice) -> tuple[object, ...]:
    name = choice.indicator
    return -(choice.results + choice.goals), name.name, name.scope, choice.kind.value, choice.unit


def _place(row: RegionValue) -> tuple[object, ...]:
    has_goal = row.pair is not None and row.pair.promised_value is not None
    return row.rank is None, row.rank or 0, not has_goal, row.region_code or "~", row.region

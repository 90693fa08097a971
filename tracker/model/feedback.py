"""Feedback rate by region and year (反馈率): of the promises with a figure, how many are answered.

The measure is 杨君's (中国行政管理 2013(5): 96; told again in 文摘报, 10 April 2014): of the
quantified promises of a report the share that the report of the next year answers at all. By hand
he found 2,257 such promises in 150 reports of the 15 cities of sub-provincial rank, 2002 to 2011,
1,518 of them answered: 67 %. He speaks of fifteen 副省级市; that these are the fifteen of the
official list, and that the years are those which the reports plan for, is assumed here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.model.figures import ReportFigures
from tracker.model.shared_text import ReportHead

SUB_PROVINCIAL = frozenset(
    {
        "210100", "210200", "220100", "230100", "320100", "330100", "330200", "350200",
        "370100", "370200", "420100", "440100", "440300", "510100", "610100",
    }
)  # fmt: skip
"""Codes of the 15 cities of sub-provincial rank (沈阳 大连 长春 哈尔滨 南京 杭州 宁波 厦门 济南
青岛 武汉 广州 深圳 成都 西安), as they have been since 1997."""

PUBLISHED_YEARS = range(2002, 2012)
PUBLISHED_QUANTIFIED, PUBLISHED_ANSWERED = 2257, 1518
PUBLISHED_REPORTS = 150


@dataclass(frozen=True, slots=True)
class Tally:
    """Promises of several reports together.

    Attributes:
        reports: How many reports.
        quantified: Their promises with a figure that is due by the year looked back on.
        answered: How many of these are answered, directly, by implication or vaguely.
        plainly: How many of these so that it can be checked.
    """

    reports: int
    quantified: int
    answered: int
    plainly: int

    @property
    def rate(self) -> float | None:
        """Share that is answered; None where nothing was promised in figures."""
        return self.answered / self.quantified if self.quantified else None

    @property
    def plain_rate(self) -> float | None:
        """Share that is answered so that it can be checked."""
        return self.plainly / self.quantified if self.quantified else None


@dataclass(frozen=True, slots=True)
class FeedbackCell:
    """A region in a year.

    Attributes:
        year: The year that was planned for.
        figures: What was counted; None where nothing was.
        planned: A report that plans for this year is there.
    """

    year: int
    figures: ReportFigures | None
    planned: bool


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """A region through the years, every year of the table once.

    Attributes:
        region: Official name.
        region_code: Division code, or "".
        level: Level of the region as a word, or "".
        cells: The years in order.
        whole: All years together whose reports follow each other.
    """

    region: str
    region_code: str
    level: str
    cells: tuple[FeedbackCell, ...]
    whole: Tally


@dataclass(frozen=True, slots=True)
class Feedback:
    """Feedback rates by region and year.

    Attributes:
        years: The years, in order, without a hole.
        rows: Regions by level and division code.
        by_year: All regions of each year together.
        whole: Everything together.
        published_here: The cities and years of the published figure, as far as they are here.
        waiting: How many reports are looked back on and were not judged yet.
    """

    years: tuple[int, ...]
    rows: tuple[FeedbackRow, ...]
    by_year: tuple[Tally, ...]
    whole: Tally
    published_here: Tally
    waiting: int = 0


def tally(found: Iterable[ReportFigures]) -> Tally:
    """Return the figures of reports together, without those judged over a missing year."""
    counted = [one for one in found if one.by_next]
    return Tally(
        len(counted),
        sum(one.quantified for one in counted),
        sum(one.quantified_answered for one in counted),
        sum(one.quantified_plainly for one in counted),
    )


PUBLISHED = Tally(PUBLISHED_REPORTS, PUBLISHED_QUANTIFIED, PUBLISHED_ANSWERED, 0)
"""What 杨君 counted; how many were answered plainly is not given in the same way."""


@dataclass(frozen=True, slots=True)
class CountedReport:
    """A report with its figures, None where no later one looks back on it."""

    head: ReportHead
    figures: ReportFigures | None

"""Finds the year that a report plans for (报告年度), and on what evidence."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from tracker.model.report import ReportKind
from tracker.parse.dates import find_month
from tracker.parse.head import LATE, Head

_Y = r"((?:19|20)\d\d)年"
_FIRST, _LAST = 1949, 2099
_BACK = re.compile(
    rf"{_Y}[^，。]{{0,14}}?(?:回顾|总结|执行情况|完成情况|向大会报告)|(?:回顾|总结)(?:和|与|及)?{_Y}"
)
_AHEAD = re.compile(
    rf"{_Y}[^，。]{{0,20}}?(?:任务|安排|重点|工作(?!.{{0,4}}(?:回顾|总结|向大会报告))|目标|措施|计划草案|预算草案)"
)
_WORK_OF = re.compile(
    rf"(?<![到至]){_Y}(?:的)?(?:全[省市县区州]|我[省市县区州]|各项|政府|主要|重点|经济社会发展|国民经济和社会发展)*"
    r"(?:工作|发展)?的?(?:总体要求|指导思想|总体思路|基本思路|总的要求|总体目标|主要(?:预期)?(?:目标|任务|指标)|预期目标"
    r"|预测指标|工作重点|重点工作|工作任务|各项任务|任务|工作安排)"
)
_PAST = re.compile(rf"(?:刚刚)?过去的{_Y}|回顾{_Y}")
_IS_A_YEAR = re.compile(rf"(?:^|[。！；，：\n]){_Y}[，,]?是[^。]{{4,60}}?年")
_WAS = re.compile("不平凡|不寻常|非凡|不易|艰难|困难|严峻|考验|难忘|最[^，]{1,8}的一年")
"""Said of a year that is over."""
_WILL_BE = re.compile("召开之?年|周年|第一年|开局之年|起步之年|换届|世纪")
_SAYS = re.compile(rf"(?<![\d到比较对与至—-]){_Y}(?![以之]来|相比|增|提|[至—-])")
_TITLE_YEARS = re.compile(r"((?:19|20)\d\d)年?")
_SPAN_OF_YEARS = re.compile(r"(?:19|20)\d\d年?[—–~～至-]+(?:19|20)?\d\d年")
_OPENS, _LOOKS_BACK = 0.15, 0.3
"""Parts of a text before which it opens, and before which it mostly looks back."""
_NUMBERED = re.compile(r"[〔\[［（(](20\d\d)[〕\]］）)]第?\d{1,4}号")
"""The number of a document (国发〔2022〕9号): a list of tasks is sent out in its year."""
_NUMBER_WITHIN = 400
_LIMIT_YEARS = re.compile(r"20\d\d")
REPORTS = (ReportKind.GOVERNMENT_WORK_REPORT, ReportKind.PLAN_REPORT, ReportKind.BUDGET_REPORT)
"""Kinds that are delivered on a day, in the year that they plan for."""

LISTS = (ReportKind.TASK_LIST, ReportKind.PROGRESS_LIST)
"""Kinds that list tasks, of the year by whose end they are due."""

_DAY_WEIGHT = 8
_TITLE_WEIGHT = 6


class YearBasis(Enum):
    """What a year was taken from."""

    DAY = "day"
    HEADINGS = "headings"
    TITLE = "title"
    TEXT = "text"
    FILE_NAME = "file name"


@dataclass(frozen=True, slots=True)
class FoundYear:
    """A year, what it was taken from and the words that name it."""

    year: int
    basis: YearBasis
    words: str = ""


def plan_year(
    head: Head,
    kind: ReportKind,
    headings: list[str],
    text: str,
    name: str,
    limits: Sequence[str] = (),
) -> FoundYear | None:
    """Return the year that a report plans for, or None where nothing tells.

    A day of delivery in November or December belongs to the next year's report unless the
    headings say otherwise. Documents that are no reports are of the year that their title names.

    Args:
        head: The head of the report.
        kind: Kind of document.
        headings: Short paragraphs, among them the headings.
        text: Whole text.
        name: Name of the file, asked last.
        limits: Time limits of the tasks of a list.
    """
    if kind not in REPORTS and (titled := _in_title(head.title)):
        return titled
    if kind in LISTS:
        listed = _in_number(text) or _in_name(name) or _in_limits(limits)
        if listed:
            return listed
    votes = _Votes()
    votes.add_headings(headings)
    delivered = _delivered(head)
    in_headings = votes.most()
    if delivered and in_headings and in_headings.year == delivered.year:
        return delivered
    votes.add_text(text)
    titled = _in_title(head.title)
    if delivered:
        votes.add(delivered.year, _DAY_WEIGHT, delivered)
    elif titled:
        votes.add(titled.year, _TITLE_WEIGHT, titled)
    found = votes.most()
    if found and delivered and found.year == delivered.year:
        return delivered
    return found or _in_name(name)


def _delivered(head: Head) -> FoundYear | None:
    """Return the year of the report that is delivered on a day or in a month."""
    month = (head.day.year, head.day.month) if head.day else find_month(head.dated)
    if month is None:
        return None
    return FoundYear(month[0] + (month[1] >= LATE), YearBasis.DAY, head.dated)


class _Votes:
    """What speaks for which year, and the words that said so first."""

    def __init__(self) -> None:
        self._weights: Counter[int] = Counter()
        self._found: dict[int, FoundYear] = {}

    def add(self, year: int, weight: int, found: FoundYear) -> None:
        if _FIRST <= year <= _LAST:
            self._weights[year] += weight
            self._found.setdefault(year, found)

    def add_headings(self, headings: list[str]) -> None:
        """Headings that look back on a year (2021年工作回顾) or forward to one."""
        for pattern, after, weight in ((_BACK, 1, 4), (_AHEAD, 0, 3)):
            for heading in headings:
                match = pattern.search(_SPAN_OF_YEARS.sub("", heading))
                if match:
                    year = int(next(g for g in match.groups() if g)) + after
                    self.add(year, weight, FoundYear(year, YearBasis.HEADINGS, heading))

    def add_text(self, text: str) -> None:
        for year, weight, words in _evidence(text):
            self.add(year, weight, FoundYear(year, YearBasis.TEXT, words))

    def most(self) -> FoundYear | None:
        """Return the year that most speaks for, the later of two."""
        if not self._weights:
            return None
        return self._found[max(self._weights, key=lambda y: (self._weights[y], y))]


def _in_title(title: str) -> FoundYear | None:
    """Return the latest year of a title: a plan report names last year's plan and this year's."""
    years = [int(y) for y in _TITLE_YEARS.findall(_SPAN_OF_YEARS.sub("", title))]
    return FoundYear(max(years), YearBasis.TITLE, title) if years else None


def _in_number(text: str) -> FoundYear | None:
    found = _NUMBERED.search(text[:_NUMBER_WITHIN])
    return FoundYear(int(found.group(1)), YearBasis.TEXT, found.group()) if found else None


def _in_limits(limits: Sequence[str]) -> FoundYear | None:
    """Return the year that most tasks of a list are due in."""
    named = Counter(int(year) for limit in limits for year in set(_LIMIT_YEARS.findall(limit)))
    if not named:
        return None
    year = max(named, key=lambda y: (named[y], -y))
    words = next(limit for limit in limits if str(year) in limit)
    return FoundYear(year, YearBasis.TEXT, words)


def _in_name(name: str) -> FoundYear | None:
    years = {int(y) for y in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", name)}
    return FoundYear(years.pop(), YearBasis.FILE_NAME, name) if len(years) == 1 else None


def _evidence(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the years that the text speaks for, with a weight and the words.

    The words count by how plainly they tell: 2007年工作的总体要求 (three), 刚刚过去的2006年 (three,
    for the year after), 2007年是…之年 (two; in the first part it is the year looked back on), and
    the year that the first third, the review, names most (one, for the year after).
    """
    for match in _first(_WORK_OF.finditer(text), 6):
        yield int(match.group(1)), 3, match.group()
    for match in _first(_PAST.finditer(text), 3):
        year = next(g for g in match.groups() if g)
        yield int(year) + 1, 3, match.group()
    for match in _IS_A_YEAR.finditer(text):
        year, words = int(match.group(1)), match.group().strip("。！；，：\n")
        place = match.start() / len(text)
        if _WAS.search(words):
            yield year + 1, 3, words
        elif place >= _OPENS:
            yield year, 2 if place >= _LOOKS_BACK or _WILL_BE.search(words) else 1, words
        else:
            yield year + 1, 2, words
    spoken_of = Counter(_SAYS.findall(text[: len(text) // 3]))
    if spoken_of:
        often = 0.3 * spoken_of.most_common(1)[0][1]
        year = max(int(y) for y, n in spoken_of.items() if n >= often)
        yield year + 1, 1, f"{year}年"


def _first(matches: Iterable[re.Match[str]], n: int) -> Iterator[re.Match[str]]:
    for _, match in zip(range(n), matches, strict=False):
        yield match

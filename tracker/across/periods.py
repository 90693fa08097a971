"""What time a value covers (年度、累计、年均、前三季度、预计).

In: a measure with its report. Out: the year it is of, and whether it is of that year, of a part
of it, of several years together or of their average. The nearest cue before the value decides: its
own clause, its sentence, its paragraph, and then the heading or the paragraph that opened the
account (``过去五年，…`` holds for what follows until ``2022年，…``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tracker.across.places import Place, Places
from tracker.model.measure import Measure, MeasureKind
from tracker.model.outline import BACKWARD_ROLES, Section
from tracker.model.report import Report
from tracker.model.series import Period
from tracker.model.span import Span
from tracker.text.sentences import clauses

_AVERAGE = re.compile(r"年均(?!.{0,2}(?:浓度|气温|PM))|年平均(?!浓度)|平均每年|每年平均")
_SUM = re.compile(r"^[\[［【〔]|累计|累积|五年共|[三四五]年(?:累计|共|来)|总共")
_SINCE = re.compile(
    r"[比较]“?(?:20\d\d年|十[一二三四]五|五年前|[三四五]年前)|(?:20\d\d年的?|五年前的?)[\d.]+倍|"
    r"[与同和]20\d\d年相比|由?五年前|[是为相当]{1,3}20\d\d年的"
)
_PART = re.compile(
    r"上半年|[前一二三四]+季度|(?:^|[^\d])1[月]?[～~—–至到-]{1,2}\d{1,2}月|前\d{1,2}个月|"
    r"截至\d{0,4}年?(?!12)\d{1,2}月"
)
_COMPARED = re.compile(r"[与同和]20\d\d年相比，")
_LISTED = re.compile(
    r"\s*(?:[—–-]{1,2}|[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[一二三四五六七八九十]是)"
)
_WHOLE = re.compile(r"全年|年末|年底")
_ESTIMATE = re.compile(r"预计|估计|初步核算|初步统计|初步测算|预期")
_ESTIMATES = re.compile(r"预计数?，?下同|初步(?:核算|统计)数?，?下同")
_TERM = (
    r"(?:过去的?|这|近|今后|未来|以往|前)?[三四五]年(?:来|间|里|期间|的?(?:时间|奋斗|努力|实践|发展))|"
    r"过去的?[三四五]年|(?:^|[，。；：])[三四五5]年(?=[新累全城共建引培])|近[三四五]年|的[三四五]年(?=$|[，。])|这[三四五]年|20\d\d年[～~—–至到-]+20\d\d年|"
    r"本届政府(?!任期第|.{0,10}(?:第一年|之年))|[上本这]届(?:省|市|区|县)?政府(?!.{0,8}(?:第一年|之年))|任期(?:内|以来)|"
    r"“?十[一二三四五]五”?(?:时期|期间|以来|规划(?:目标|主要|圆满|胜利|顺利|实施)|收官|完成|[是，])"
)
_THIS_YEAR = (
    r"过去的?(?:一年|20\d\d年)|一年来|这一年|刚刚过去的|去年|上年(?!同|增|末|底|[的持基略])|"
    r"(?<![比较至到从自由以～~—–-])(?<!\d)20\d\d年(?![前度底末～~—–-]|以来|起|的?[\d.]+倍)(?!远景|规划|目标)"
)
_CUES = re.compile(f"(?P<since>20\\d\\d)年以来|(?P<term>{_TERM})|(?P<year>{_THIS_YEAR})")
_NAMED = re.compile(
    r"(?P<base>[比较自从由于与同]|相当于|[是为])?(?P<y>20\d\d)年(?=(?P<after>.{0,2}))"
)
_REACHES = re.compile(
    r"保持|稳定在|维持|达到?|突破|超过?|跨[上越]|迈[上过]|跃[升居至]|[增升降提扩减]{1,2}[高长加大少低]?[到至为]|提高到|增加到|"
    r"[到至为]$|由|从"
)
_TIMES = frozenset({"倍", "番"})
"""增长1.71倍 and 翻一番 are told of several years."""
_STOCKS = frozenset({MeasureKind.LEVEL, MeasureKind.SHARE, MeasureKind.RANK})
_ANY_YEAR = re.compile(r"(?P<y>20\d\d)年")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"\d(?:[%％]|[万亿千百]|个百分点|\.\d)")
_YEARS_COLUMN = re.compile(r"累计|[三四五]年")
_OPENING = 24


@dataclass(frozen=True, slots=True)
class Time:
    """When a value is of.

    Attributes:
        year: The year, the last one of several; None where unknown.
        period: How much time it covers.
        estimated: The report calls it an estimate.
    """

    year: int | None
    period: Period
    estimated: bool


class Clock:
    """Tells what time the values of one report cover."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.places = Places(report)
        self._cues: dict[str, str] = {}

    def promised(self, measure: Measure, due: int | None) -> Time:
        """Return the time of a promised value that is due in a year."""
        this = self._report.meta.year
        own = self._report.passage(measure.span).text
        column = self._column(measure.span)
        if _averages(own, measure.kind) or _AVERAGE.search(column):
            return Time(due, Period.AVERAGE, estimated=False)
        clause = _last_clause(own)
        if _SINCE.search(clause):
            return Time(due, Period.TERM, estimated=False)
        sums = _SUM.search(clause) or _YEARS_COLUMN.search(column)
        years = due is not None and this is not None and due > this
        if sums or (years and measure.kind not in _STOCKS):
            return Time(due, Period.TERM if years else Period.YEAR, estimated=False)
        part = _PART.search(own)
        return Time(due, Period.PART if part else Period.YEAR, estimated=False)

    def reported(self, measure: Measure, year: int | None, *, in_table: bool) -> Time:
        """Return the time of a reported value; ``year`` is what the extractor made of it."""
        if in_table:
            return self._of_table(measure, year)
        place = self.places.place(measure)
        own = place.own
        estimated = bool(_ESTIMATE.search(own) or _ESTIMATE.search(place.part))
        estimated = estimated or bool(_ESTIMATES.search(place.before + place.sentence))
        named = self._named_year(place)
        this = self._report.meta.year
        past = named or (this - 1 if this is not None else year)
        return Time(past, self._period(measure, place), estimated)

    def _period(self, measure: Measure, place: Place) -> Period:
        """Return how much time a value of a sentence covers."""
        own = place.own
        if _averages(own, measure.kind):
            return Period.AVERAGE
        clause = _last_clause(own)
        times = measure.unit in _TIMES and measure.kind is MeasureKind.GROWTH
        since = _SINCE.search(clause) or _COMPARED.search(place.part)
        if times or since or _SUM.search(clause):
            return Period.TERM
        if _is_part(place.part + own) or _is_part(place.sentence + own, leading="[，,]"):
            return Period.PART
        if not self._in_term(place) or measure.kind is MeasureKind.SHARE:
            return Period.YEAR
        held = measure.kind in _STOCKS and _REACHES.search(place.to_number)
        return Period.YEAR if held else Period.TERM

    def _of_table(self, measure: Measure, year: int | None) -> Time:
        column = self._column(measure.span)
        own = self._report.passage(measure.span).text
        estimated = bool(_ESTIMATE.search(column) or _ESTIMATE.search(own))
        if _AVERAGE.search(column):
            return Time(year, Period.AVERAGE, estimated)
        if _is_part(own):
            return Time(year, Period.PART, estimated)
        sums = _YEARS_COLUMN.search(column) or _SUM.search(own)
        return Time(year, Period.TERM if sums else Period.YEAR, estimated)

    def _column(self, span: Span) -> str:
        """Return the head of the table column that a value stands in, "" outside tables."""
        for table in self._report.tables:
            if not table.span.overlap(span):
                continue
            for row in table.rows:
                for cell, column in zip(row, table.columns, strict=False):
                    if cell is not None and cell.span.overlap(span):
                        return column.title
        return ""

    def _in_term(self, place: Place) -> bool:
        """Tell whether the nearest cue before a value speaks of several years."""
        for text in (place.own, place.sentence, place.before):
            cue = self._last_cue(text)
            if cue:
                return cue == "term"
        opened = [o for o in self._openings if o.span.start <= place.at < o.span.end]
        return bool(opened) and opened[-1].cue == "term"

    @cached_property
    def _openings(self) -> tuple["_Opening", ...]:
        """Return where accounts of a term or of a year open, and how far they hold.

        A heading holds for its section; a paragraph that names the year, and one that names a term
        and leads in (it ends in a colon or has no figures), for what follows it in its part.
        """
        found = []
        for section in self._report.sections:
            cue = self._first_cue(section.heading)
            if cue:
                found.append(_Opening(section.span, cue))
        for paragraph in self.places.paragraphs:
            start = paragraph.span.start
            if self._report.role_at(start) not in BACKWARD_ROLES:
                continue
            text = paragraph.text
            cue = "" if _LISTED.match(text) else self._first_cue(text[:_OPENING])
            leads = text.rstrip().endswith(("：", ":")) or not _FIGURE.search(text)
            if cue == "year" or (cue and leads):
                found.append(_Opening(Span(start, self._end_of_part(start)), cue))
        return tuple(sorted(found, key=lambda o: (o.span.start, -o.span.end)))

    def _above(self, position: int) -> Iterator[Section]:
        """Yield the sections that hold a position, the deepest first."""
        section = self._report.section_at(position)
        while section is not None:
            yield section
            parent = section.parent
            section = None if parent is None else self._report.sections[parent]

    def _end_of_part(self, position: int) -> int:
        *_, top = self._above(position) if self._report.section_at(position) else (None,)
        return top.span.end if top is not None else len(self._report.text)

    def _cue(self, match: re.Match[str]) -> str:
        """Return what a cue speaks of, term or year."""
        this = self._report.meta.year
        if match["since"]:
            return "year" if this is not None and int(match["since"]) >= this - 1 else "term"
        return "term" if match["term"] else "year"

    def _last_cue(self, text: str) -> str:
        """Return the kind of the last cue in a text, "" where there is none."""
        known = self._cues.get(text)
        if known is None:
            found = list(_CUES.finditer(text))
            known = self._cues[text] = self._cue(found[-1]) if found else ""
        return known

    def _first_cue(self, text: str) -> str:
        """Return what an opening speaks of: 2020年是“十三五”收官之年 opens an account of a year.

        Only the year looked back on opens an account: 全省生产总值2015年为7.5万亿元 does not.
        """
        this = self._report.meta.year
        for match in _CUES.finditer(text):
            named = _ANY_YEAR.fullmatch(match.group())
            if named is None or this is None or int(named["y"]) == this - 1:
                return self._cue(match)
        return ""

    def _named_year(self, place: Place) -> int | None:
        """Return the year that a value's own sentence gives it, None where it names none."""
        this = self._report.meta.year
        spoken = place.part + place.to_number
        for match in reversed(list(_NAMED.finditer(spoken))):
            year = int(match["y"])
            base = match["base"] in {"比", "较", "与", "同", "相当于", "是", "为"}
            # 从2010年的4.6万亿元增加到7.3万亿元: the year is that of the first figure.
            starts = match["base"] in {"从", "由", "自"}
            base = base or (starts and bool(_DIGIT.search(spoken, match.end())))
            name = re.match(r"[前起规远]|以来|目标", match["after"])
            if not base and not name and (this is None or year < this):
                return year
        return None


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where an account opens, and how far it holds."""

    span: Span
    cue: str


def _averages(own: str, kind: MeasureKind) -> bool:
    """Tell whether a value is a yearly average; 年均增长6%，迈上2万亿元 gives a stock as well."""
    return bool(_AVERAGE.search(_last_clause(own) if kind in _STOCKS else own))


def _last_clause(own: str) -> str:
    pieces = clauses(own)
    return own[pieces[-1].start :] if pieces else own


def _is_part(text: str, leading: str = "") -> bool:
    """Tell whether the last cue of a sentence speaks of a part of the year.

    ``leading`` is what must follow: 前三季度，…；… holds beyond a semicolon, 前三季度收入增长 not.
    """
    parts = [m.end() for m in _PART.finditer(text) if re.match(leading, text[m.end() :])]
    return bool(parts) and not _WHOLE.search(text, parts[-1])

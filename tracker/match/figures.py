"""Figures in a clause of a later report: number, unit, and what kind of number it is.

Outcomes carry measures; a passage that no outcome was read from still has figures, and they
are read here. Only what comparing needs is read: the value in base units, the unit, and whether
it is a rate of change.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from tracker.match.lexicon import MatchLexicon
from tracker.model.measure import Measure, MeasureKind
from tracker.text.units import PERCENT, SCALES, base_value

_FIGURE = re.compile(
    r"(?<![\d.a-z])(?P<number>\d{1,3}(?:[, \u00a0\u2009]\d{3})+(?!\d)|\d+(?:,\d{3})+"
    r"|\d+(?:\.\d+)?)(?P<range>[~\-至到]\d+(?:\.\d+)?)?"
    r"(?P<more>多|余|来)?"
    r"(?P<scale>万亿|千亿|百亿|亿|千万|百万|万|千(?!瓦|米|克)|百(?!分))?(?P<more2>多|余)?"
    r"(?P<unit>[%‰]|个百分点|百分点|[一-鿿]{1,6})?"
)
_UNIT = re.compile(
    r"[%‰]|个百分点|百分点|元|美元|斤|公斤|吨|亩|公顷|平方公里|平方千米|平方米|立方米|公里|千米"
    r"|千瓦时|千瓦|人次|人|个|家|所|项|座|处|件|条|户|名|只|款|支|次|台|辆|张|套|间|场|批|位|倍|天"
    r"|微克|分钟|小时|对|门|片|栋|幢|部|宗|种|枚|块|村|期|株|盏|标箱|宗|头|册|里"
)
# 从33%提高到52%: the figure it started from is no result.
_FROM = re.compile(r"[从由](?:(?:\d+|[一二三四五六七八九十]+)年前?的?|每[月年人])?$")
_TO = re.compile(
    r"(?:提高|增加|上升|下降|降低|提升|增长|扩大|减少|压减|压缩|缩短|缩小|回落|降|升|增|减)[至到为]"
)
_THOUSANDS = re.compile(r"[, \u00a0\u2009]")
_OVER = re.compile(r"(?:超|超过|突破)$")
_ROUND = re.compile(r"(?:超|超过|近|接近|约|突破)$")
_REACHED = re.compile(r"[至到达].?$")
_LISTED = re.compile(r"%[、和及]$")
# 10吨以下燃煤锅炉, 3000万美元以上项目: the figure tells which ones. Amounts of money may be the
# thing itself (5000亿元以上投资), and so may counts (100家以上企业).
_DESCRIBES = re.compile(
    r"^[\d.,]+(?:万亿|亿|千万|百万|万|千|百)?"
    r"(?:吨|蒸吨|公里|米|千瓦|万千瓦|平方米|岁|级|年|元|美元)(?:及)?(?:以上|以下|以内|以上的|以下的)"
    r"(?=[一-鿿])(?!左右|增长|投资|资金|贷款|融资|产值|收入|增加值|税收|债|以|的?水平|目标|任务)"
    r"|^[\d.,]+(?:万亿|亿|千万|百万|万)(?:元|美元)的(?!目标|水平|任务|规模)"
)
# 与上年基本持平 is a rate of nought; 与全国平均水平持平 compares with somebody else.
_PARITY = re.compile(r"(?:(?:与|同|和|较|比)(?:上年|去年|上年同期|往年)|基本|总体|大体|同比)持平")
_MINUS = re.compile(r"[一-鿿]-$")
_BESIDE = re.compile(r"全国|全省|全市|平均|周边|国家|水平(?:基本|总体|大体)?$")
_DATES = re.compile(r"[年月日号楼条]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands in a clause, in base units.

    Attributes:
        value: In base units (2.7万个 is 27000).
        unit: Base unit (个), "" where none.
        rate: It is a rate of change (增长8.1%), a fall being negative, 与上年持平 nought.
        written: The number with its unit as it stands in the text.
        start: Where it stands in the clause.
        over: The text says that it is more (突破50%).
        rounded: The text gives it as a round figure (超27亿斤, 400多个).
    """

    value: Decimal
    unit: str
    rate: bool
    written: str
    start: int
    rounded: bool = False
    over: bool = False

    @property
    def told(self) -> str:
        """The number for a sentence, a fall named as such."""
        return f"下降{self.written}" if self.rate and self.value < 0 else self.written


def figures_in(folded: str, lexicon: MatchLexicon) -> tuple[Figure, ...]:
    """Return the figures of a folded clause, in order; years, dates and names are left out."""
    found = []
    for match in _FIGURE.finditer(folded):
        unit_text = match["unit"] or ""
        unit = _UNIT.match(unit_text)
        if _FROM.search(folded[: match.start()]) and _TO.search(folded[match.start() :]):
            continue
        if _DESCRIBES.search(folded[match.start() :]) or _is_torn(folded, match):
            continue
        if unit is None and (_DATES.match(unit_text) or not match["scale"]):
            continue
        scale = SCALES.get(match["scale"] or "", Decimal(1))
        word = unit.group() if unit else ""
        value, base = base_value(Decimal(_THOUSANDS.sub("", match["number"])) * scale, word)
        end = match.start() + len(match.group()) - len(unit_text) + len(word)
        sign = _rate_sign(folded, match.start(), word, lexicon)
        if sign > 0 and _MINUS.search(folded[: match.start()]):
            sign = -1  # 增长-2.4%
        found.append(
            Figure(
                value=-value if sign < 0 else value,
                unit=base,
                rate=sign != 0,
                written=folded[match.start() : end],
                start=match.start(),
                over=bool(match["more"] or match["more2"] or _OVER.search(folded[: match.start()])),
                rounded=bool(
                    match["more"] or match["more2"] or _ROUND.search(folded[: match.start()])
                ),
            )
        )
    parity = _PARITY.search(folded)
    if parity and not found and not _BESIDE.search(folded[: parity.start()]):
        found.append(Figure(Decimal(0), "%", True, parity.group(), parity.start(), rounded=True))
    return tuple(found)


def _is_torn(folded: str, match: re.Match[str]) -> bool:
    """Tell whether a number was damaged when its page was made (增长１$1.$2％)."""
    return "$" in folded[max(0, match.start("number") - 1) : match.end("number") + 1]


def _rate_sign(folded: str, start: int, unit: str, lexicon: MatchLexicon) -> int:
    """Return 1 for growth, -1 for a fall, 0 for a figure that is no rate of change."""
    folded = folded.replace("增加值", "＿＿＿")  # the name of an amount, no word of growth
    before = folded[max(0, start - 8) : start]
    if unit not in PERCENT or _REACHED.search(before):
        return 0
    # 分别增长5%、6.5%: the word stands before the first figure of a list.
    seen = folded[:start] if _LISTED.search(before) else before
    for text in (before, seen):
        if lexicon.fall_pattern.search(text):
            return -1
        if lexicon.growth_pattern.search(text):
            return 1
    return 0


def figure_of(measure: Measure) -> Figure | None:
    """Return an outcome's measure as a figure, or None where it has no number."""
    if measure.value is None:
        return None
    value, unit = base_value(measure.value, measure.unit)
    falls = measure.kind is MeasureKind.DECREASE
    percent = unit in PERCENT
    return Figure(
        value=-value if falls and percent and value > 0 else value,
        unit=unit,
        rate=percent and measure.kind in (MeasureKind.GROWTH, MeasureKind.DECREASE),
        written=f"{measure.value}{measure.unit}",
        start=0,
    )

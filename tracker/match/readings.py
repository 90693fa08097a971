"""Which figure of a passage is the one that was promised.

A figure answers a measure when it is of the same kind (a rate of change beside a rate of change, a
level beside a level) and counts in the same unit. Of several, the one nearest behind the words of
the promise is taken; in ``A、B分别增长x、y`` the one in A's place.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from tracker.match.candidates import Window
from tracker.match.compare import is_percent
from tracker.match.figures import Figure, figure_of, figures_in
from tracker.match.folding import fold
from tracker.match.ground import Ground
from tracker.match.lexicon import MatchLexicon
from tracker.match.passages import Clause, grams
from tracker.model.commitment import Statement
from tracker.model.measure import Measure, MeasureKind
from tracker.model.outline import Role
from tracker.text.units import base_value, same_unit

_RATE_KINDS = frozenset({MeasureKind.GROWTH, MeasureKind.DECREASE})
_ITEMS = re.compile(r"[、和与及]")
_BOTH = re.compile(r"城乡(?=(?:常住)?居民|低保)")  # 城乡居民…分别 names two in turn
_SIDES = {"城市": "城镇", "农民": "农村"}  # 农民人均纯收入 is the country's side of 城乡居民收入
_STEPS = re.compile(r"逐[季月年]|由\d[^，。]*?[升增降]至|从\d[^，。]*?[升增降]至")
_AMOUNT = re.compile(r"元|吨|千瓦|平方米|公顷|亩")
_OWN_THING = re.compile(r"(?!左右|以上|以内|[、和与及,]|个百分点)[一-鿿]{2,}")
_BARE_WORDS = 5
_NO_CHANCE = 30  # 3个 and 10个 are everywhere
_SEVERAL = 2
_BARE_KIND = 2
_CLEARLY = 0.15
_END = 2  # characters that say what kind of thing a name names
_BARE = re.compile(r"[一-鿿]")
_FARTHEST, _ASIDE = 4, 10
_OVER_YEARS = re.compile(r"[从由][^,]*\d[^,]*[到至]|比(?:19|20)\d\d年|累计|年均")
_IN_TURN = re.compile(
    r"(?:同比|比上年|较上年)*分别(?:同比|比上年|较上年|实际|名义)*(?:增长|提高|上升|下降|降低)"
)
_GROWS = re.compile(
    r"(?:同比|比上年|较上年|按?可比价|实际|名义)*(?:增长|增幅|提高|上升|下降|降低|上涨)[约达为]?\d"
)
_MORE_OF_IT = re.compile(
    r"净增|同比|比上年|较上年|首次|达|突破|超过|总量|占|居|人均|折合|增|完成|实现|预计|约|\("
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NEW = re.compile(r"新增|净增|新建|新改|改造|建成|完成|认定|遴选|增设|培育|开工")
_HELD = re.compile(r"累计|总量|总数|总计|共有|拥有|保有量")
# 新认定龙头企业216家，累计达370家: the stock stands in the clause behind.
_OF_THE_YEAR = re.compile(
    r"新(?:增|建|改|登记|认定|培育|开工|发展|引进|创建|注册|入库|获)|净增|增设|全年|当年"
)
_AHEAD = 24
_PART_OF = re.compile(r"占[^，,]{2,14}$")
_SHARES = re.compile(r"占|比|率|份额|覆盖|达标|度")
_SHARE_OF = re.compile(r"占[^，,]{0,8}$")
# 稍高于4%左右的年度目标, 比2003年增长72.1%: a number to compare with, and a change over years.
_BESIDE = re.compile(r"(?:[高低好优大小多少快慢]于|超过|超出|不及|未达|距)[^,]{0,8}$")
_AIM = re.compile(r"(?:左右|以上|以内|以下)?的?[^,\d]{0,6}(?:目标|预期|控制线|控制数|任务)")
_SINCE = re.compile(r"比((?:19|20)\d\d)年|(比上年|同比|去年|(?<!年)全年)")
_STOCK = re.compile(r"累计|总量|总数|总计|共有|拥有|达到|突破|保有量|达$")


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure that may answer a measure.

    Attributes:
        figure: The figure.
        clause: Index of the clause it stands in.
        stock: It is a stock or a total of several years, not this year's addition.
    """

    figure: Figure
    clause: int
    stock: bool


def _nearness(at: int, core: int) -> tuple[int, int]:
    """Order clauses by how near they are to the one that is spoken of; the next before the last."""
    return abs(at - core), -at


def wants_rate(measure: Measure) -> bool:
    """Tell whether a measure promises a rate of change."""
    return measure.kind in _RATE_KINDS and is_percent(measure.unit)


def read_measure(
    measure: Measure,
    window: Window,
    words: tuple[str, ...],
    ground: Ground,
    lexicon: MatchLexicon,
) -> Reading | None:
    """Return the figure in a window, or right behind it, that answers a measure.

    Args:
        measure: What was promised.
        window: Where the promise's words were found.
        words: Grams of the promise, to tell where in the window it is spoken of.
        ground: The later reports.
        lexicon: Words of growth and decrease.
    """
    clauses = ground.index.clauses
    order = sorted(range(window.first, window.last + 2), key=lambda at: _nearness(at, window.core))
    for at in order:
        if at >= len(clauses) or clauses[at].sentence != clauses[window.first].sentence:
            continue
        beyond = at != window.core
        figures = [f for f in _figures(at, ground, lexicon) if _answers(measure, f, ground, at)]
        if beyond:
            figures = [f for f in figures if _goes_on(measure, f, clauses[at].text, words)]
        if figures and _is_partial(at, ground, lexicon):
            continue
        if figures:
            ahead = clauses[window.core].text if beyond else ""
            figure = _nearest(measure, figures, clauses[at].text, words, ahead)
            if figure is None:
                return None
            before = clauses[at].text[: figure.start]
            return Reading(figure, at, _is_stock(before, at, ground))
    return _read_behind(measure, window.core, ground, lexicon)


def _read_behind(
    measure: Measure, core: int, ground: Ground, lexicon: MatchLexicon
) -> Reading | None:
    """Return the rate that stands some clauses behind an amount and is of it.

    In 进出口78亿美元，其中出口45亿美元，分别增长25.4%和31% the rates are given in turn to the
    clauses with an amount; in 投资350亿元，净增115亿元，增长48.9% nothing else comes in between.
    """
    clauses = ground.index.clauses
    if not wants_rate(measure) or not _amounts(core, ground, lexicon):
        return None
    if _OVER_YEARS.search(clauses[core].text):
        return None  # 从2015年的1713亿元提高到2020年的2702亿元，增加近1000亿元，增长40.7%
    for at in range(core + 1, min(len(clauses), core + _FARTHEST + 1)):
        if clauses[at].sentence != clauses[core].sentence:
            return None
        rates = [f for f in _figures(at, ground, lexicon) if f.rate]
        if rates:
            figure = _rate_of(core, at, rates, ground, lexicon)
            answers = figure is not None and _answers(measure, figure, ground, at)
            return Reading(figure, at, False) if figure is not None and answers else None
    return None


def _rate_of(
    core: int, at: int, rates: list[Figure], ground: Ground, lexicon: MatchLexicon
) -> Figure | None:
    """Return which of the rates of a clause is of the amount in another one, if it is told."""
    text = ground.index.clauses[at].text
    if _IN_TURN.match(text):
        given = range(at - len(rates), at)
        told = core in given and all(_amounts(n, ground, lexicon) for n in given)
        return rates[core - given.start] if told else None
    aside = all(_is_aside(n, ground, lexicon) for n in range(core + 1, at))
    return rates[0] if len(rates) == 1 and aside and _GROWS.match(text) else None


def _is_aside(at: int, ground: Ground, lexicon: MatchLexicon) -> bool:
    """Tell whether a clause goes on about what stands before it (净增115亿元, 下同)."""
    text = ground.index.clauses[at].text
    if lexicon.indicators_in(text):
        return False
    number = _NUMBER.search(text)
    if number is None:
        return len(_BARE.findall(text)) <= _ASIDE
    ahead = text[: number.start()]
    return continues(ahead) and bool(_MORE_OF_IT.match(ahead))


def _amounts(at: int, ground: Ground, lexicon: MatchLexicon) -> bool:
    """Tell whether a clause gives one amount, and no rate."""
    figures = _figures(at, ground, lexicon) if at >= 0 else ()
    return len(figures) == 1 and not figures[0].rate


def side_of(statement: Statement, measure: Measure) -> tuple[str, ...]:
    """Return the side that a figure given in turn to town and country is of (城乡…分别增长8%、9%).

    Empty where it is not told by turns.
    """
    turns = fold(statement.quote).partition("分别")
    values = _NUMBER.findall(turns[2])
    if "城乡" not in turns[0] or len(values) != _SEVERAL or "城乡" not in measure.indicator:
        return ()
    if values[0] == values[1] or measure.value is None:
        return ()
    given = [Decimal(value) for value in values]
    return (("城镇",), ("农村",))[given.index(measure.value)] if measure.value in given else ()


def _figures(at: int, ground: Ground, lexicon: MatchLexicon) -> tuple[Figure, ...]:
    """Return the figures of a clause; a table row has those its outcome was read with."""
    clause = ground.index.clauses[at]
    if clause.role is not Role.TABLE:
        return figures_in(clause.text, lexicon)
    return tuple(
        f
        for outcome in ground.places[at].outcomes
        for f in map(figure_of, outcome.statement.measures)
        if f is not None
    )


def _answers(measure: Measure, figure: Figure, ground: Ground, at: int) -> bool:
    unit = base_value(measure.value, measure.unit)[1] if measure.value is not None else "%"
    if figure.rate != wants_rate(measure):
        return False
    if not same_unit(unit, figure.unit) or ("点" in unit) != ("点" in figure.unit):
        return False  # 提高2个百分点 is answered by points, never by a share of 61%
    text = ground.index.clauses[at].text
    if _BESIDE.search(text[: figure.start]) and _AIM.match(
        text, figure.start + len(figure.written)
    ):
        return False
    if figure.rate:
        return not ground.places[at].term and not _spans_years(figure, ground, at)
    if not is_percent(unit):
        # 全省百强高企我市占21家 counts the places in a list.
        return not ground.index.clauses[at].text[: figure.start].endswith("占")
    return not measure.indicator or _is_that_share(measure, figure, ground, at)


def _spans_years(figure: Figure, ground: Ground, at: int) -> bool:
    """Tell whether a rate is of several years (2006年…比2003年增长72.1%，…增长91.2%)."""
    clauses, back = ground.index.clauses, ground.laters[ground.places[at].later].back_year
    before = clauses[at].text[: figure.start]
    first = at
    while first and clauses[first - 1].sentence == clauses[at].sentence:
        first -= 1
        before = clauses[first].text + "," + before
    said = list(_SINCE.finditer(before))
    if not said or not said[-1][1] or back is None:
        return False
    return int(said[-1][1]) < back - 1


def _is_that_share(measure: Measure, figure: Figure, ground: Ground, at: int) -> bool:
    """Tell whether a percentage is the promised share and not one of another kind."""
    if _PART_OF.search(ground.index.clauses[at].text[: figure.start]) and not _SHARES.search(
        fold(measure.indicator)
    ):
        return False  # 民生支出占74.5% is no answer to 压减支出15%
    # 其中税收占70.6% is a share, whether or not it goes on with 比重.
    said = "占" in measure.indicator and _SHARE_OF.search(
        ground.index.clauses[at].text[: figure.start]
    )
    return bool(said) or _names_head(measure, ground, at)


def _names_head(measure: Measure, ground: Ground, at: int) -> bool:
    """Tell whether a clause, or the one before it, holds the end of a share's name (…利用率)."""
    head = grams(fold(measure.indicator))[-1:]
    held = ground.index.grams[at] | ground.index.grams[max(0, at - 1)]
    return not head or head[0] in held


def continues(before: str) -> bool:
    """Tell whether a following clause goes on about the same thing (…，增长1.5%).

    Args:
        before: Its text up to the figure, or all of it.
    """
    return len(_BARE.findall(before)) <= _BARE_WORDS


def _goes_on(measure: Measure, figure: Figure, text: str, words: tuple[str, ...]) -> bool:
    """Tell whether a figure of a neighbouring clause goes on about what was spoken of.

    99个老旧小区完成改造 opens a subject of its own.
    """
    if is_the_promised(measure, figure) and not set(grams(text)).isdisjoint(words):
        return True
    if not continues(text[: figure.start]):
        return False
    if figure.rate or is_percent(measure.unit) or _AMOUNT.search(figure.unit):
        return True
    behind = _OWN_THING.match(text, figure.start + len(figure.written))
    return behind is None or not set(grams(text)).isdisjoint(words)


def _is_partial(at: int, ground: Ground, lexicon: MatchLexicon) -> bool:
    """Tell whether a clause gives parts of a year and the next one the whole (…，全年增长14.8%)."""
    clauses = ground.index.clauses
    if not lexicon.partial_year_pattern.search(clauses[at].text) or at + 1 >= len(clauses):
        return False
    behind = clauses[at + 1]
    return behind.sentence == clauses[at].sentence and behind.text.startswith("全年")


def _nearest(
    measure: Measure, figures: list[Figure], text: str, words: tuple[str, ...], ahead: str
) -> Figure | None:
    """Return the figure of the item that holds the promise's words, of the promised nature.

    None where several figures are given in turn (分别) and it cannot be told which is meant.
    """
    wanted = set(words)
    if len(figures) >= _SEVERAL and _STEPS.search(text[: figures[-1].start]):
        return None  # 从2%逐季递升至3.5%、3.8%: it is not said which of them is the year's
    same = [f for f in figures if is_the_promised(measure, f)]
    if len(same) == 1:
        return same[0]
    behind, names = _given_in_turn(figures, text, ahead)
    if len(behind) >= _SEVERAL:
        return _in_turn(measure, behind, names, wanted)
    if behind and len(_NUMBER.findall(text[text.find("分别") :])) < _SEVERAL:
        return None  # 出生率、自然增长率分别为9.96‰: the other figure was lost
    shared = [f for f in figures if _is_shared(measure, f, text)]
    if shared:
        return shared[0]
    fits: list[tuple[float, int]] = []
    inherited = 0.0
    for number, figure in enumerate(figures):
        start, end = _item(text, figure.start)
        hits: float = len(set(grams(text[start:end])) & wanted)
        if not hits and len(_BARE.findall(text[start : figure.start])) <= _BARE_WORDS:
            hits = inherited * 0.9
        inherited = hits
        stock = bool(_STOCK.search(text[max(0, figure.start - 6) : figure.start]))
        agrees = stock == (measure.kind is MeasureKind.LEVEL)
        fits.append((hits * (1.3 if agrees else 1.0), -number))
    return figures[-max(fits)[1]]


def _given_in_turn(figures: list[Figure], text: str, ahead: str) -> tuple[list[Figure], str]:
    """Return the figures that 分别 gives in turn, and the words that name what they are of.

    The names may stand in the clause ahead (城镇、农村居民收入分别为…，增长9%和12%).
    """
    at = text.find("分别")
    behind = [f for f in figures if 0 <= at < f.start]
    named = ahead.partition("分别")
    if behind:
        return behind, text[:at] if _BARE.search(text[:at]) else named[0]
    if named[1] and not _BARE.search(text[: figures[0].start].replace("增长", "")):
        return figures, named[0]
    return [], ""


def _is_shared(measure: Measure, figure: Figure, text: str) -> bool:
    """Tell whether the promised number stands there before a thing named behind the next one.

    In 30个千亩、4个万亩特色种植片区 both figures count 种植片区.
    """
    if measure.value is None or base_value(measure.value, measure.unit)[0] != figure.value:
        return False
    _, end = _item(text, figure.start)
    behind = text[figure.start + len(figure.written) : end]
    return end < len(text) and len(_BARE.findall(behind)) <= _BARE_KIND


def _in_turn(
    measure: Measure, figures: list[Figure], names: str, wanted: set[str]
) -> Figure | None:
    """Return the figure that 分别 gives to the promised one of several names.

    Where names and figures do not pair up, all figures must lie on one side of the promise.
    """
    side = {_SIDES.get(gram, gram) for gram in wanted} & {"城镇", "农村"}
    if len(side) == 1:
        names = _BOTH.sub("城镇、农村", names)
    items = _ITEMS.split(names)[-len(figures) :]
    if len(items) == len(figures):
        of_side = [n for n, item in enumerate(items) if len(side) == 1 and min(side) in item]
        if len(of_side) == 1:
            return figures[of_side[0]]  # 城镇、农村居民收入: the thing itself stands in one only
        named = [set(grams(item)) for item in _without_shared_end(items)]
        hits = [(len(n & wanted), len(n & wanted) / max(1, len(n))) for n in named]
        first, second = sorted(hits, reverse=True)[:2]
        if first[0] > second[0] or first[1] - second[1] >= _CLEARLY:
            return figures[hits.index(first)]
    if measure.value is None:
        return None
    target = base_value(measure.value, measure.unit)[0]
    low, high = min(figures, key=lambda f: f.value), max(figures, key=lambda f: f.value)
    if low.value >= target:
        return low
    return high if high.value < target else None


def _without_shared_end(items: list[str]) -> list[str]:
    """Return names given in turn, the last without the end that all share.

    In 医疗保险、养老保险参保率 the 参保率 is of both.
    """
    at = items[-1].find(items[0][-_END:])
    cut = at + _END
    if len(items[0]) <= _END or at <= 0 or cut >= len(items[-1]):
        return items
    return [*items[:-1], items[-1][:cut]]


def _item(text: str, at: int) -> tuple[int, int]:
    """Return where the item of a list that holds a position starts and ends."""
    start = max(text.rfind(mark, 0, at) for mark in "、,和") + 1
    ends = [e for e in (text.find(mark, at) for mark in "、,和") if e >= 0]
    return start, min(ends, default=len(text))


def _is_stock(before: str, at: int, ground: Ground) -> bool:
    if _HELD.search(before[-14:]):
        return True
    near = before[-8:]
    if _STOCK.search(near) and not _NEW.search(near):
        return True
    if ground.places[at].term:
        return True
    told = any(o.cumulative for o in ground.places[at].outcomes)
    return told and not _OF_THE_YEAR.search(before[-_AHEAD:])


def is_addition(clause: Clause, figure: Figure) -> bool:
    """Tell whether a figure counts what was newly added."""
    return bool(_NEW.search(clause.text[max(0, figure.start - 24) : figure.start]))


def is_the_number(measure: Measure, reading: Reading) -> bool:
    """Tell whether the very number that was promised is reported, and is no everyday one."""
    return is_the_promised(measure, reading.figure)


def is_the_promised(measure: Measure, figure: Figure) -> bool:
    """Tell whether a figure is the very number that was promised, and no everyday one."""
    if measure.value is None or figure.rate or is_percent(measure.unit):
        return False
    value, unit = base_value(measure.value, measure.unit)
    return value == figure.value and unit == figure.unit and value >= _NO_CHANCE

"""Which numbers are promised and which only describe (承诺的数量与说明的数量).

In: the quantities of a clause. Out: those that are promised themselves: in
``实施总投资80亿元的项目3个`` the projects, not the sum; in ``平均受教育年限9.2年`` the years.
"""

import re

from tracker.extract.clauses import Clause
from tracker.extract.indicator import strip_tail
from tracker.extract.lexicon import ExtractLexicon
from tracker.text.numerals import Quantity

_SKIPPED_UNITS = frozenset({"周年", "度", "期", "分", "年度"})
_TIME_UNITS = frozenset(
    {"年", "天", "小时", "分钟", "工作日", "个工作日", "个月", "月", "日", "个小时", "岁"}
)
# 平均受教育年限9.2年, 人均预期寿命75.8岁, 优良天数300天: the time is what is measured.
_TIMED = re.compile(r"(?:年限|寿命|年龄|天数|时间|时长|时限|期限)[^，；。、]{0,6}$")
# 实施纺织服装产业百万人就业规划: a numeral in the name of what is carried out.
_IN_NAME = re.compile(r"[^，；。、\d]{0,20}?(?:规划|纲要|计划|行动|工程|规定|战略|办法)")
_AS_CORE = re.compile(
    r"以[^，；。]{0,60}?为(?:核心|重点|主|抓手|载体|支撑|依托|龙头|引领|目标|导向)"
)
_COUNTS = frozenset({"个", "家", "户", "项", "座", "条", "只", "支"})
_MONEY = re.compile(r"元$|美元$|人民币$")
_OF_PEOPLE = re.compile(
    r"\d[\d.]*[多余]?[千万亿]+[多余]?人民|\d[\d.]*亿[多余]?人口?的"
)  # 14亿人的粮食安全
# 60万千瓦及以上|燃煤机组, 20蒸吨及以下|锅炉: 及 makes a class of things, never an amount.
_CLASS = re.compile(r"及(?:以上|以下)的?(?=[\u4e00-\u9fff]{2})")
_SIZE = re.compile(r"(?:平方公里|平方米|公里|亩|公顷|米)$")
# 从每人每月209元、280元提高到217元: what stands between 从 and 提高到 was, and is not promised.
_FORMER = re.compile(
    r"在[^，。；]{1,30}基础上|(?:从|由)[^，；。]{1,40}?(?:提高|增加|提升|扩大|降低|减少|下降|压缩|缩短|调整|拓展|增|降|升|缩)(?:到|至|为)"
)
_CAPACITIES = ("吨", "千瓦", "兆瓦", "吉瓦")
_RATED = re.compile(r"[^，。；、\d]{0,12}(?:项目|工程|装置|机组|生产线)")
_SHORTEST_OWNER = 4
_THERE_IS = ("我国有", "我省有", "我市有")
_GOES_ON = re.compile(r"(?:保持|实现)?[^，。；]{0,3}(?:下降|减少|增长|提高|改善|上升)")
_REFERENCE = re.compile(
    r"大?方面|(?:大|项)?重点(?:任务|工作)|主要(?:预期)?(?:目标|指标)|(?:[预期约束性]{2,3})?指标|坚持|更加|着力点"
)


def promised_quantities(
    text: str, clause: Clause, numbers: tuple[Quantity, ...], lexicon: ExtractLexicon
) -> tuple[Quantity, ...]:
    """Return those of the numbers that are promised themselves, not part of a description."""
    if not numbers or _AS_CORE.match(text, clause.start, clause.end):
        return ()
    former = [m.span() for m in _FORMER.finditer(text, clause.start, clause.end)]
    return tuple(
        number
        for at, number in enumerate(numbers)
        if not any(a <= number.start < b for a, b in former)
        and not _belongs_to_noun(text, clause, number, lexicon)
        and not _belongs_to_other(text, numbers, at, lexicon)
    )


def _belongs_to_noun(text: str, clause: Clause, number: Quantity, lexicon: ExtractLexicon) -> bool:
    """Tell whether a number is part of the description or the name of what follows it."""
    after = text[number.end : clause.end]
    if number.unit in _TIME_UNITS:
        if not _is_time_promised(text[clause.start : number.start], after, number, lexicon):
            return True
    elif number.unit in _SKIPPED_UNITS or _describes(text, clause, number, lexicon):
        return True
    if number.numeral and number.unit not in {"%", "番"} and _IN_NAME.match(after):
        return True
    if number.numeral and number.unit == "倍" and after:
        return True  # 百倍|用心
    if _tells_of_what_is(text, clause, number, after):
        return True
    return bool(_REFERENCE.match(after) or _OF_PEOPLE.match(text, number.start, clause.end))


def _tells_of_what_is(text: str, clause: Clause, number: Quantity, after: str) -> bool:
    """Tell whether a number is how large something is, how many there are, or how long it lasts.

    ``塔里木油田|60万吨|乙烯项目``, ``我国有2.9亿在校学生``, ``连续4年|下降``.
    """
    if number.unit.endswith(_CAPACITIES) and _RATED.match(after):
        return number.start - clause.tail >= _SHORTEST_OWNER
    if number.numeral and number.unit.endswith(_CAPACITIES):
        return number.start > clause.tail  # 武夷山|百万吨|饮用天然水
    before = text[clause.start : number.start]
    lasting = number.unit.endswith("年") and "连续" in before
    return before.startswith(_THERE_IS) or bool(lasting and _GOES_ON.match(after))


def _belongs_to_other(
    text: str, numbers: tuple[Quantity, ...], at: int, lexicon: ExtractLexicon
) -> bool:
    """Tell whether a number says how large or whose the things are that its neighbour counts."""
    number = numbers[at]
    if at > 0 and number.numeral and numbers[at - 1].end == number.start:
        return True  # 30个|千亩
    if at + 1 == len(numbers):
        return False
    following = numbers[at + 1]
    if following.unit == "岁":
        return False  # 80万|农村35—64岁妇女
    return _is_class(number, following) or _leads_to(text, number, following, lexicon)


def _is_class(number: Quantity, following: Quantity) -> bool:
    """Tell whether a sum only says how large the things counted next are (超50亿元|15个)."""
    money = bool(_MONEY.search(number.unit)) and not _MONEY.search(following.unit)
    return money and number.outer[1] == following.outer[0] and following.unit in _COUNTS


def _leads_to(text: str, number: Quantity, following: Quantity, lexicon: ExtractLexicon) -> bool:
    """Tell whether a number only describes who or what the next one is about.

    ``为2540家科技型企业提供贷款119.87亿元`` promises the loans, ``百亩示范田2个`` the fields.
    """
    between = text[number.outer[1] : following.outer[0]]
    between = re.sub(r"（[^（）]*）", "", between)  # 新建水泥（油）路
    if not between or re.search(r"[、，；和及与（）]|分别", between):
        return False
    return bool(strip_tail(between, lexicon))


def _is_time_promised(before: str, after: str, number: Quantity, lexicon: ExtractLexicon) -> bool:
    """Tell whether a length of time is promised (压缩至3天); 延长30年|试点 describes the noun."""
    if _TIMED.search(before) and not after.startswith("以上的"):
        return True
    rest = after.removeprefix(number.suffix)
    lasting = lexicon.duration.search(before) and (not rest or before.endswith("连续"))
    return bool(lasting) and number.unit != "岁"


def _describes(text: str, clause: Clause, number: Quantity, lexicon: ExtractLexicon) -> bool:
    """Tell whether a sum, a size or a capacity only describes the noun after it."""
    after = text[number.end : clause.end]
    if _CLASS.match(after) and number.unit not in {"%", "％"}:
        return True
    if not _MONEY.search(number.unit):
        rated = number.unit in {"%", "％"}  # 70%|的城市社区建成 promises the share
        if rated or not re.match(r"(?:以上|以下)?的", after):
            return False
        before = text[max(clause.start, number.start - 3) : number.start]
        sized = _SIZE.search(number.unit) and lexicon.tending.intersection(clause.verbs)
        return bool(sized) or before.endswith(("长", "占地", "面积"))
    invested = text[max(clause.start, number.start - 3) : number.start].endswith("投资")
    return bool(lexicon.attribute.match(after)) or (invested and after.startswith("的"))

"""Names of what is measured, as short as identifies them (指标名称).

In: the words before or after a number. Out: the name in the text's own words, without verbs,
words of manner and growth: ``力争有效高新技术企业数达到`` gives 有效高新技术企业数.
"""

import re

from tracker.extract.clauses import after_opener, read_clause
from tracker.extract.lexicon import ExtractLexicon
from tracker.text.sentences import items

# Words between a name and its number, taken off from the right one after the other.
_BETWEEN = re.compile(
    r"(?:每立方米|改善|(?<=增长|增速|增幅)保|争|(?<=[到至达为])(?:每[人户]|人均|户均)?每[年月日天次]|(?<=[到至达为])(?:每[人户]|人均|户均)|"
    r"在[^，；。]{0,10}基础上|[比较是](?:20\d\d年|“?十[一二三四]?五”?)(?:末|底|期末|时期|同期|初)?的?|20\d\d年[底末初]?的?|"
    r"提前(?:[一两二三\d]年)?|攀升?|（下同）|每[斤吨度]|[较比]\d{1,2}月份?|"
    r"(?:不低于|不少于|达到|相当于)[^，；。、\d]{2,16}的|按(?:可比|不变)(?:价格?|口径)?(?:计算|测算|核算)?|"
    r"年均|年平均|同比|同口径|比上年|较上年|比去年|较去年|上年|分别|平均|各|均|都|将|要|也|预计|预期|力争|确保|"
    r"努力|保持|稳定|累计|拟|[较比](?:年初|上年末|上年同期|去年同期|同期)|[增升降]至|(?<![新净])增|安排|设定|调整|"
    r"再降|降|压减|争取|了|可望?|稳(?=$)|并|比(?:计划|预期|目标)|及时|存量|[年月]?人均|(?:从|由)[^，；。]{0,12}\d[^，；。]{0,8}|首次|[迈跃跨站]上|控制|维持|实现|按照?|达到?|(?<!稳)增长|增加|递增|"
    r"上升|上涨|提升|提高|下降|降低|减少|扩大|至|到|为|在|超|突破|再|继续|不断|完成|净|共计?|合计|总计|接近|"
    r"有望|目标|不|仅|只|约|已|就|是|最高|以|近|有|压缩|缩短|—|：|:)$"
)
_EDGES = "的，、；：。了和与及并等—- 　"
_LEADING = re.compile(
    r"^(?:其中|对(?![外口])|为|将|把|使|向|给|从|在(?![建校册编岗孵研售线运保])|由|以|与|和(?![谐美])|及|并(?![购网])|的|"
    r"个(?![人体])|多(?![元式])|余|以上|左右|以内|以下|本(?=[市省区县])|该|每年|新的|我们|以及|要(?![素])|"
    r"再(?![生就制贷保融])|做到|即|就是|拟|有(?=\d)|力争|争取|预计|安排(?=[^，；。]{4}))+"
)
_PERIOD = re.compile(
    r"^(?:[去今上]年(?![底初末])|投[入资][\d.]+[万亿]*元|前[一二三]季度|[一二三四]季度|上半年|下半年|前\d+个?月|\d+[～~—-]?\d*月份?|"
    r"截至[^，、]{0,8}?[底末]|20\d\d年(?=\w\w)|到“?(?:20\d\d年|十[一二三四五]五)”?(?:末|年?底|时)?|[较比](?:年初|上年|去年|同期)|\d+[万亿]?[个家户项件条所名](?=\D{3})|\d+[万亿](?![元吨千平立亩])(?=[\u4e00-\u9fff]{3}))"
)
_TRAILING = re.compile(r"(?:等|大关|台阶|的|任务|目标任务|总共)$")
_LONGEST = 40
_NATIONAL = ("全国", "全省")
_SHORT_BRACKET = re.compile(r"^（[^（）]{1,4}）(?=..)")
_JOINTS = re.compile(
    r"(?<=[^\W\d])(?:以及|和(?![谐平美睦])|(?<!参)与(?!会|[^、，]*(?:连接线|联络线|连接通道|互通)$)|及(?![时早格其]|相关|有关))(?=[^\W])"
)
_WHOLE_WORD = re.compile(r"和[谐平美睦]|及[时早格]|与会|并[购网轨联]|等[级离]")


def strip_tail(name: str, lexicon: ExtractLexicon) -> str:
    """Return a name without the words that bind it to the number after it."""
    del lexicon
    while name:
        match = _BETWEEN.search(name)
        if not match:
            break
        name = name[: match.start()]
    return name


def clean_indicator(
    name: str, lexicon: ExtractLexicon, *, keep_verb: bool = False, after_verb: bool = False
) -> str:
    """Return the name without verbs and words of manner at its head; "" when nothing is left.

    Args:
        name: The words before or after a number.
        lexicon: Word lists.
        keep_verb: Leave verbs where they are.
        after_verb: The verb is cut off already: another belongs to the noun (新增|运营线路).
    """
    name = _PERIOD.sub("", _trimmed(name))
    name = _SHORT_BRACKET.sub("", name)  # 新建|（改建）公路
    whole = lexicon.noun_head.match(name) or name.startswith(_NATIONAL)  # 新增|全国重点文保单位
    if not (keep_verb or (after_verb and whole)):
        for _ in range(3):
            shorter = _LEADING.sub("", _without_verb(name, lexicon))
            if not shorter:
                return ""
            if shorter == name or len(shorter) < 2:
                break
            name = shorter
    name = _unbracketed(_TRAILING.sub("", name.strip(_EDGES)).strip(_EDGES))
    return _last_item(name) if len(name) > _LONGEST else name


_PASSES = re.compile(
    r"(?P<name>[^，。；、]{3,20}?)(?:首次|历史性|成功)?(?:突破|[跃迈跨站]上|跨[过越])"
    r"[^，。；、]{0,8}(?:大关|台阶|关口)$"
)


def passed_mark(text: str, start: int, end: int, lexicon: ExtractLexicon) -> str:
    """Return the name of what passes a mark (第三产业增加值|突破千亿大关，达1073.5亿元), or ""."""
    passed = _PASSES.match(text, start, end)
    return clean_indicator(passed["name"], lexicon) if passed else ""


def _unbracketed(name: str) -> str:
    """Take a bracket off that has no partner in the name."""
    if name.count("（") > name.count("）"):
        name = name.replace("（", "", 1) if name.startswith("（") else name.rpartition("（")[0]
    elif name.count("）") > name.count("（"):
        name = name.rpartition("）")[0] if name.endswith("）") else name.partition("）")[2]
    return name.strip(_EDGES)


def _without_verb(name: str, lexicon: ExtractLexicon) -> str:
    """Take verbs with their words of manner off; 高标准农田 keeps its 高标准."""
    clause = read_clause(name, 0, len(name), lexicon)
    if clause.verbs:
        return name[clause.tail :]
    return name[after_opener(name, 0, len(name), lexicon) :]


def _last_item(name: str) -> str:
    parts = items(name)
    last = parts[-1]
    return name[last.start : last.end][-_LONGEST:]


def split_names(names: str) -> list[str]:
    """Return the names of an enumeration (``A、B和C`` gives three)."""
    found: list[str] = []
    for piece in items(names):
        part = names[piece.start : piece.end]
        found.extend(name for p in _JOINTS.split(part) if (name := _trimmed(p)))
    return found


def _trimmed(name: str) -> str:
    """Return a name without joints at its edges (和谐社区 begins with none)."""
    if _WHOLE_WORD.match(name):
        return name.rstrip(_EDGES)
    return name.strip(_EDGES)

"""Who does a task and by when, as lists of tasks say it beside its text (责任分工).

In: the text of a paragraph. Out: the stretches that assign what stands before them:
``…（市发展改革委牵头，市财政局配合，12月底前完成）``, ``责任单位：市住建局；完成时限：6月底``. What
is promised is not asked here.
"""

import re
from dataclasses import dataclass

from tracker.model.canonical import Passage

_HINT = re.compile(
    r"牵头|负责|责任|配合|协办|主办|承办|单位[:：]|部门[:：]|时限|）[。；]?$|\)[。；]?$"
)
_LABEL = re.compile(
    r"""(?:[（(]\d[)）])?(?P<label>
    (?:第一)?(?:责任|牵头|主办|承办|落实|实施|主管|主责|完成|建设|包抓|包保|督办)(?:责任)?
        (?:单位|部门|处室|科室|主体)(?:及?责任人)?
    |(?:配合|协办|协同|参与|参加|协助|相关)(?:责任)?(?:单位|部门|处室|科室)
    |(?:责任|分管|牵头|包抓|挂钩|市级|县级|区级)(?:县级|市级|市|县|区)?(?:领导|人)|负责人|联系人
    |(?:完成|办结|工作|推进|整改)?(?:时限|期限)(?:要求)?|(?:完成|办结)时间
    |时间(?:节点|要求|安排)|进度要求
    )[:：]""",
    re.VERBOSE,
)
"""What a value is of: 牵头单位：, 完成时限：."""

_BRACKET = re.compile(
    r"[（(〔](?P<inner>[^（()）〔〕]*(?:[（(][^（()）]{0,12}[)）][^（()）〔〕]*)*)[)）〕]"
)
"""Brackets, with those of a name within them: （市发展改革委，各市（区）人民政府）."""

_SAYS_WHO = re.compile(r"牵头|负责|配合|协办|主办|承办|落实$")
_UNIT = re.compile(
    r"""[\u4e00-\u9fff（()）“”·A-Za-z]{0,22}
    (?:局|委|办|办公室|厅|部|政府|公司|中心|集团|院|会|处|署|行|海关|部门|单位|电网|总队|支队|大队
    |街道|镇|园区|开发区|高新区|新区|示范区|区|市|县|司|社|校|队)等?""",
    re.VERBOSE,
)
_BARE_UNITS = re.compile(
    r"(?:局|委|办|厅|部|政府|公司|中心|集团|总队|支队|大队|管委会|办公室|委员会|部门|单位)等?$"
)
_ITEMS = re.compile(r"[、，,；;和及]|以及")
_PIECES = re.compile(r"[，,；;。]")
_WHEN = re.compile(
    r"\d{1,2}月|[一二三四]季度|半年|年内|年底|年末|全年|月底|持续|长期|常年|20\d\d年|适时|按时|启动"
    r"|出台|前完成|前取得"
)
_DOES = re.compile(
    r"""^由?(?P<who>.+?)(?P<how>牵头负责|牵头|主办|承办
    |(?:按照?)?(?:各自)?(?:职责|职能)?(?:分工)?(?:分别|共同|具体)?负责(?:落实)?
    |(?:按照?职责分工)?(?:参与|参加|配合|协办|协同)(?:落实|配合)?)$""",
    re.VERBOSE,
)
_HELPS = re.compile("配合|协办|协同|参与|参加|协助|相关")
_NO_BODY = re.compile("领导|人$")
_TRIMMED = "；;。，,、 \t\u3000"

_OPEN = re.compile(r"长期|常年|常态|持续|适时|永久|经常")
_WITHIN = re.compile(r"年内|今年|全年|本年|年底|年末|\d月|季度|半年")
_YEARS = re.compile(r"(20\d\d)(?=年|[-/.．年]|$|\D)")
_FIVE_YEARS = re.compile(r"十(?P<n>[四五六七])五")
_PERIODS = {"四": 2025, "五": 2030, "六": 2035, "七": 2040}


@dataclass(frozen=True, slots=True)
class Assignment:
    """A stretch of a text that says who does what stands before it, and by when.

    Attributes:
        start: Its first character.
        end: One past its last character.
        lead: Who is responsible, as written, or "".
        helpers: Who helps (配合单位), or "".
        when: Words of its time limit (12月底前完成), or "".
    """

    start: int
    end: int
    lead: str
    helpers: str
    when: str

    @property
    def body(self) -> str:
        """Responsible body in one line."""
        return body_of(self.lead, self.helpers)


def body_of(lead: str, helpers: str) -> str:
    """Return who is responsible in one line: 市发改委（配合：市财政局）."""
    lead, helpers = lead.strip(_TRIMMED), helpers.strip(_TRIMMED)
    if lead and helpers:
        return f"{lead}（配合：{helpers}）"
    return lead or helpers


def find_assignments(text: str) -> tuple[Assignment, ...]:
    """Return the assignments of a paragraph in order; none in most texts."""
    if not _HINT.search(text):
        return ()
    found = [a for m in _BRACKET.finditer(text) if (a := _in_brackets(text, m)) is not None]
    label = next((m for m in _LABEL.finditer(text) if not _inside(m.start(), found)), None)
    if label is not None and _opens(text, label.start()):
        end = next((a.start for a in found if a.start > label.start()), len(text))
        lead, helpers, when = _labelled(text[label.start() : end])
        found.append(Assignment(label.start(), end, lead, helpers, when))
    return tuple(sorted(found, key=lambda a: a.start))


def unassigned(paragraph: Passage) -> tuple[Passage, ...]:
    """Return the stretches of a paragraph that do not say who does what the rest says."""
    found, at = list[Passage](), 0
    assigned = find_assignments(paragraph.text)
    if not assigned:
        return (paragraph,)
    for start, end in (*((a.start, a.end) for a in assigned), (len(paragraph.text), 0)):
        if paragraph.text[at:start].strip("。；;， "):
            found.append(paragraph.sub(at, start))
        at = end
    return tuple(found)


def due_of(when: str, year: int | None) -> int | None:
    """Return the year by whose end a task is due by the words of its time limit.

    None where they leave it open (长期坚持); the year of the list where they name none.
    """
    years = [int(y) for y in _YEARS.findall(when)]
    if years:
        return max(years)
    period = _FIVE_YEARS.search(when)
    if period:
        return _PERIODS[period["n"]]
    if "明年" in when and year is not None:
        return year + 1
    if _OPEN.search(when) and not _WITHIN.search(when):
        return None
    return year


def _inside(at: int, found: list[Assignment]) -> bool:
    return any(a.start <= at < a.end for a in found)


def _opens(text: str, at: int) -> bool:
    """A label begins the paragraph, or stands behind the end of a sentence."""
    before = text[:at].rstrip(" \u3000")
    return not before or before[-1] in "。；;！）)】]" or len(before) > 1


def _in_brackets(text: str, match: re.Match[str]) -> Assignment | None:
    inner = match["inner"]
    if _LABEL.search(inner):
        lead, helpers, when = _labelled(inner)
    elif _SAYS_WHO.search(inner):
        lead, helpers, when = _spoken(inner)
    elif _ends_here(text, match.end()) and _are_units(inner):
        lead, helpers, when = inner, "", ""
    else:
        return None
    if not (lead or helpers):
        return None
    return Assignment(match.start(), match.end(), lead, helpers, when)


def _ends_here(text: str, at: int) -> bool:
    return not text[at:] or text[at] in "。；;"


def _are_units(inner: str) -> bool:
    """Tell whether brackets hold nothing but names of bodies (市教育局、市财政局)."""
    items = [item for item in _ITEMS.split(inner) if item]
    named = sum(bool(_BARE_UNITS.search(item)) for item in items)
    return bool(items) and named * 2 > len(items) and all(map(_UNIT.fullmatch, items))


def _labelled(text: str) -> tuple[str, str, str]:
    """Read 牵头单位：…；配合单位：…；完成时限：…."""
    labels = list(_LABEL.finditer(text))
    lead, helpers, when = list[str](), list[str](), list[str]()
    for n, label in enumerate(labels):
        end = labels[n + 1].start() if n + 1 < len(labels) else len(text)
        value = text[label.end() : end].strip(_TRIMMED)
        name = label["label"]
        if re.search("限|时间|进度", name):
            when.append(value)
        elif not _NO_BODY.search(name) or "单位" in name or "部门" in name:
            (helpers if _HELPS.search(name) else lead).append(value)
    return "、".join(filter(None, lead)), "、".join(filter(None, helpers)), "，".join(when)


def _spoken(text: str) -> tuple[str, str, str]:
    """Read 市发展改革委牵头，市财政局、市商务局配合，12月底前完成."""
    lead, helpers, when = list[str](), list[str](), list[str]()
    waiting = list[str]()
    for piece in filter(None, (p.strip() for p in _PIECES.split(text))):
        does = _DOES.match(piece)
        if does:
            who = "、".join((*waiting, does["who"]))
            waiting.clear()
            second = bool(lead) and "牵头" not in does["how"]
            (helpers if second or _HELPS.search(does["how"]) else lead).append(who)
        elif _WHEN.search(piece):
            when.append(piece)
        else:
            waiting.append(piece)
    lead += [] if lead or helpers else waiting
    return "、".join(lead), "、".join(helpers), "，".join(when)

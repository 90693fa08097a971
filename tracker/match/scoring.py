"""How well a passage answers a promise: named parts that a person can follow.

Parts: ``object`` (share of the promise's telling words), ``indicator`` (the same entry of
the vocabulary), ``names`` (quoted names and line numbers), ``figures`` (a figure in the promise's
unit), ``verb`` (the same verb).
"""

import re
from typing import NamedTuple

from tracker.match.candidates import Window
from tracker.match.ground import Ground
from tracker.match.passages import grams
from tracker.match.topics import Topic
from tracker.message import Message
from tracker.model.score import Score, ScorePart

LEAD = re.compile(r"[一二三四五六七八九十]+是|[（(][一二三四五六七八九十]+[)）]")
"""What only opens a paragraph."""

SPEAKS = 0.46
"""From here on a passage is taken to speak of the promise; chosen on two years of one city's
reports, where it splits answered from unanswered promises best, and checked on the State
Council's."""

SPEAKS_OF_NAME = 0.52
"""The same for a named project, whose neighbours share words (北沿江高铁, 南沿江城际铁路)."""

_ONE_WORD = 0.7  # a topic of several words of which only one pair was found
_NAME_MISSED = 0.55
_NUMBER_MISSED = 0.8  # 锡澄城际轨道S1线 without S1
_NEARLY_ALL = 0.75
_NAMED = 0.5  # who repeats “证照分离” speaks of it
_OWN_NAME = 3
_HEAD_MISSED = 0.8  # 江南水乡古镇 without 古镇
_LIST_LEAD = 0.7  # 六是加强生态环境保护。 only opens a paragraph
_PAPER_MISSED = 0.4
_PART = 0.75
_INDICATOR = 0.9
_FIGURE_BONUS = 0.06
_VERB_BONUS = 0.04


# 出台…措施, 编制…规划: a paper is promised, and 民营经济发展 is none.
_PAPER = re.compile(
    r"(?:规划|方案|条例|办法|意见|细则|措施|政策|计划|纲要|标准|清单|目录|指引|规定|制度)$"
)
_DRAWN_UP = re.compile(r"编制|制定|制订|出台|印发|起草|修订|颁布|发布|拟定")
_OF_PAPER = re.compile(
    r"规划|方案|条例|办法|意见|细则|措施|政策|计划|纲要|标准|清单|目录|指引|规定|制度|法规|规章|立法|文件"
    r"|新政|《|\d+条|编制|制定|制订|出台|印发|起草|修订|颁布|发布"
)


# 创建…示范城市, 规划建设…经济区: a title or a zone is promised, and without its end it is another.
_ZONE = re.compile(
    r"(?:(?:示范|试验|实验|先行|先导|经济|开发|保税|集聚|高新|合作|度假|新)区"
    r"|(?:示范|试点|文明|卫生|园林|模范|生态|森林|海绵)(?:城市|城|市|县)|示范(?:点|基地))$"
)


def promises_zone(thing: str) -> bool:
    """Tell whether a promise is of a zone or a title to be won (…示范城市), by its folded words."""
    return bool(_ZONE.search(thing))


def promises_paper(verb: str, thing: str) -> bool:
    """Tell whether a promise is to draw up a paper (出台…措施, 编制…规划), by its folded words."""
    return bool(_DRAWN_UP.search(verb) and _PAPER.search(thing))


class Signals(NamedTuple):
    """What is known of a window beside the words it shares with a promise.

    Attributes:
        indicator: It names the promise's indicator by any of its names.
        figures: It holds a figure of the promised kind and unit.
        verb: The promise's verb, folded, when the window holds it; else "".
        named_thing: The promise is a named project, so the end of its name must be there.
        part: The topic is one of several things that the promise lists.
        own_row: It is the result in the promise's own table row.
        paper: The promise is to draw up a paper.
    """

    indicator: bool
    figures: bool
    verb: str
    named_thing: bool
    part: bool
    own_row: bool
    paper: bool = False


def score_window(window: Window, topic: Topic, ground: Ground, signals: Signals) -> Score:
    """Return the score of a window for one topic of a promise."""
    value, kept = _by_words(window, topic, ground, signals)
    parts = [ScorePart("object", round(min(1.0, window.coverage), 3), window.words[:6])]
    if signals.indicator:
        parts.append(ScorePart("indicator", 1.0))
    if topic.names:
        parts.append(ScorePart("names", round(len(kept) / len(topic.names), 3), kept))
    if signals.figures:
        value += _FIGURE_BONUS
        parts.append(ScorePart("figures", 1.0))
    if signals.verb:
        value += _VERB_BONUS
        parts.append(ScorePart("verb", 1.0, (signals.verb,)))
    words = "、".join(window.words[:4])
    return Score(
        round(min(1.0, value), 3),
        tuple(parts),
        Message(
            f"共有字词：{words}" + ("；同一指标" if signals.indicator else ""),
            f"shared words: {words}" + ("; same indicator" if signals.indicator else ""),
        ),
    )


def _by_words(
    window: Window, topic: Topic, ground: Ground, signals: Signals
) -> tuple[float, tuple[str, ...]]:
    """Return the score by words and names, and the names that were found."""
    value = window.coverage
    if len(window.words) == 1 and (len(topic.grams) > 1 or not signals.figures):
        value *= _ONE_WORD
    if signals.indicator:
        value = max(value, _INDICATOR)
    kept = _names_kept(window, topic, ground) if topic.names else ()
    if topic.names and not kept:
        numbers = all(n.isascii() for n in topic.names)
        nearly = numbers and window.coverage >= _NEARLY_ALL
        value *= _NUMBER_MISSED if nearly else _NAME_MISSED
    elif any(len(n) >= _OWN_NAME and not n.isascii() for n in kept):
        value = max(value, _NAMED)
    head = next((g for g in reversed(topic.grams) if not g.isascii()), topic.grams[-1])
    if signals.named_thing and head not in window.words:
        value *= _HEAD_MISSED
    if LEAD.match(ground.index.clauses[window.core].text):
        value *= _LIST_LEAD**2 if signals.part else _LIST_LEAD
    if signals.paper and not _OF_PAPER.search(_text_of(window, ground)):
        value *= _PAPER_MISSED
    if signals.own_row:
        value = 1.0
    return (value * _PART if signals.part else value), kept


def _names_kept(window: Window, topic: Topic, ground: Ground) -> tuple[str, ...]:
    """Return the names of a topic that stand in a window, whole or by their words."""
    held = range(window.first, window.last + 1)
    text = _text_of(window, ground)
    words = frozenset().union(*(ground.index.grams[at] for at in held))
    return tuple(n for n in topic.names if n in text or (set(grams(n)) or {n}) <= words)


def _text_of(window: Window, ground: Ground) -> str:
    return "".join(c.text for c in ground.index.clauses[window.first : window.last + 1])

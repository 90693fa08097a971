"""How well a passage answers a promise: named parts that a person can follow.

Parts: ``object`` (share of the promise's telling words), ``indicator`` (the same entry of
the vocabulary), ``names`` (quoted names and line numbers), ``figures`` (a figure in the promise's
unit), ``verb`` (the same verb).
"""

import re

from tracker.match.candidates import Window
from tracker.match.ground import Ground
from tracker.match.passages import grams
from tracker.match.topics import Topic
from tracker.message import Message
from tracker.model.score import Score, ScorePart

_LEAD = re.compile(r"[一二三四五六七八九十]+是")

SPEAKS = 0.46
"""From here on a passage is taken to speak of the promise; chosen on two years of one city's
reports, where it splits answered from unanswered promises best, and checked on the State
Council's."""

SPEAKS_OF_NAME = 0.52
"""The same for a named project, whose neighbours share words (北沿江高铁, 南沿江城际铁路)."""

_ONE_WORD = 0.7  # a topic of several words of which only one pair was found
_NAME_MISSED = 0.55
_HEAD_MISSED = 0.8  # 江南水乡古镇 without 古镇
_LIST_LEAD = 0.7  # 六是加强生态环境保护。 only opens a paragraph
_PART = 0.75
_INDICATOR = 0.9


def score_window(
    window: Window,
    topic: Topic,
    ground: Ground,
    *,
    indicator: bool,
    figures: bool,
    verb: str,
    named_thing: bool,
    part: bool,
) -> Score:
    """Return the score of a window for one topic of a promise.

    Args:
        window: Where the words were found.
        topic: What was looked for.
        ground: The later reports.
        indicator: The window names the promise's indicator by any of its names.
        figures: It holds a figure of the promised kind and unit.
        verb: The promise's verb, folded, when the window holds it; else "".
        named_thing: The promise is a named project, so the end of its name must be there.
        part: The topic is one of several things that the promise lists.
    """
    text = "".join(c.text for c in ground.index.clauses[window.first : window.last + 1])
    value = window.coverage
    if len(window.words) == 1 and len(topic.grams) > 1:
        value *= _ONE_WORD
    parts = [ScorePart("object", round(min(1.0, window.coverage), 3), window.words[:6])]
    if indicator:
        value = max(value, _INDICATOR)
        parts.append(ScorePart("indicator", 1.0))
    if topic.names:
        held = frozenset().union(
            *(ground.index.grams[at] for at in range(window.first, window.last + 1))
        )
        kept = tuple(n for n in topic.names if n in text or (set(grams(n)) or {n}) <= held)
        share = len(kept) / len(topic.names)
        if not kept:
            value *= _NAME_MISSED
        parts.append(ScorePart("names", round(share, 3), kept))
    if named_thing and topic.grams[-1] not in window.words:
        value *= _HEAD_MISSED
    if _LEAD.match(ground.index.clauses[window.core].text):
        value *= _LIST_LEAD
    if part:
        value *= _PART
    if figures:
        value += 0.06
        parts.append(ScorePart("figures", 1.0))
    if verb:
        value += 0.04
        parts.append(ScorePart("verb", 1.0, (verb,)))
    value = round(min(1.0, value), 3)
    words = "、".join(window.words[:4])
    return Score(
        value,
        tuple(parts),
        Message(
            f"共有字词：{words}" + ("；同一指标" if indicator else ""),
            f"shared words: {words}" + ("; same indicator" if indicator else ""),
        ),
    )

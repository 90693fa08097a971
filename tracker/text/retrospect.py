"""Paragraphs that look back inside a part that looks forward (部分中的回顾段).

In: the text of a paragraph. Out: whether it opens an account of what was done. The part on the
government's own work often begins with one (``过去一年，我们…``) before it says what shall be done
(``新的一年，我们要…``); its cue stands at the very beginning.
"""

import re

_OPENS = re.compile(
    r"(?:各位代表[！!，,：:、]*)?(?:在|回顾|回首)?(?:过去的?[一二两三四五]年|[一两三四五]年来|去年(?!底|以来))"
    r"(?!的(?:经验|实践|成绩|工作实践))"
)

_COMING = re.compile(r"今年|新的一年|明年|下一步|下一阶段")
_FORWARD = re.compile(r"(?<![主重需])要|必须|将|力争|确保|建议|预期|目标|计划|20\d\d年")


def tells_the_past(paragraph: str) -> bool:
    """Tell whether a paragraph opens as an account of the year or years before."""
    return bool(_OPENS.match(paragraph.lstrip()))


def goes_on_past(sentence: str, *, past: bool) -> bool:
    """Tell whether a sentence of a part that looks forward tells of the past.

    ``过去一年，各项工作取得了很大成绩。国内生产总值增长10.3%。`` holds two that do; the account
    ends where a sentence speaks of the year to come.

    Args:
        sentence: Text of the sentence.
        past: The sentence before it told of the past.
    """
    if tells_the_past(sentence):
        return not _COMING.search(sentence)
    return past and not (_COMING.search(sentence) or _FORWARD.search(sentence))

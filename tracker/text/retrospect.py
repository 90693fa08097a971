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


def tells_the_past(paragraph: str) -> bool:
    """Tell whether a paragraph opens as an account of the year or years before."""
    return bool(_OPENS.match(paragraph.lstrip()))

"""Finds the lines that are no part of a report (杂质行): watermarks, counters, page furniture."""

import re
from collections import Counter
from itertools import pairwise
from string import ascii_letters

from tracker.parse.lexicon import NoiseCues, any_pattern
from tracker.parse.lines import Line

_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_STEPS = (">", "＞", "»", "›", "/", ">>")
_MAX_STEP = 12
_SENTENCE_END = "。！？；"
_MAX_FOOT_LINE, _MAX_FOOT = 80, 600
"""Characters of one line, and of all lines, that stand behind the end of a web page's text."""
_HEAD_LINES = 40
"""Captions and counters are looked for in the head and at the foot only: non-empty lines."""


def find_noise(lines: tuple[Line, ...], cues: NoiseCues) -> frozenset[int]:
    """Return the 1-based lines that are no part of the report."""
    filled = [line for line in lines if line.bare]
    edge = {line.number for line in (*filled[:_HEAD_LINES], *filled[-_HEAD_LINES:])}
    times = Counter(line.bare for line in filled)
    pattern = any_pattern(cues.patterns)
    caption = any_pattern(cues.captions)
    found = _front_matter(lines)
    for before, line in zip([None, *filled], filled, strict=False):
        text = line.bare
        short = len(text) <= 80 and text[-1] not in _SENTENCE_END
        index = before is not None and text.isdigit() and before.bare[-1] in ascii_letters
        if (
            text in cues.lines
            or (_ADDRESS.search(text) and (times[text] > 1 or short))
            or (short and not index and pattern.match(text))
            or (line.number in edge and len(text) <= 60 and caption.search(text))
        ):
            found.add(line.number)
    found.update(_trail(filled[:_HEAD_LINES]))
    found.update(_values(filled[:_HEAD_LINES], found))
    found.update(_foot(filled, cues))
    return frozenset(found)


def _foot(filled: list[Line], cues: NoiseCues) -> set[int]:
    """Short lines behind the mark at which a web page ends (责任编辑：, 相关链接, 扫一扫…).

    What follows the mark must be short as a whole, else it is an attachment.
    """
    foot = any_pattern(cues.foot)
    left = 0
    mark = len(filled)
    for i in range(len(filled) - 1, -1, -1):
        text = filled[i].bare
        left += len(text)
        if len(text) > _MAX_FOOT_LINE or left > _MAX_FOOT:
            break
        if foot.match(text):
            mark = i
    return {line.number for line in filled[mark:]}


def _trail(head: list[Line]) -> set[int]:
    """Lines of a trail (首页 > 政府信息公开 > …) whose steps stand on lines of their own."""
    found: set[int] = set()
    for before, step, after in zip(head, head[1:], head[2:], strict=False):
        if step.bare in _STEPS:
            found.update(x.number for x in (before, step, after) if len(x.bare) <= _MAX_STEP)
    steps = {line.bare for line in head if line.number in found}
    found.update(line.number for line in head if line.bare in steps)
    return found | _above(head, found)


def _above(head: list[Line], trail: set[int]) -> set[int]:
    """Lines above a trail whose words stand again below it, where the document begins."""
    above = [line for line in head if line.number < min(trail, default=0)]
    below = [line.bare for line in head if line.number > max(trail, default=0)]
    return {
        line.number
        for line in above
        if any(text in line.bare for text in below if len(text) > _MAX_STEP)
    }


def _values(head: list[Line], noise: set[int]) -> set[int]:
    """Lines that hold the value of a label on the line before (来源： / 陕西省人民政府)."""
    return {
        after.number
        for label, after in pairwise(head)
        if label.number in noise and label.bare.endswith(("：", ":")) and len(after.bare) <= 20
    }


def _front_matter(lines: tuple[Line, ...]) -> set[int]:
    """Lines of a YAML head (``---`` … ``---``), the first thing in a Markdown file."""
    first = next((i for i, line in enumerate(lines) if line.bare), None)
    if first is None or lines[first].bare != "---":
        return set()
    for end in range(first + 1, min(first + 30, len(lines))):
        if lines[end].bare == "---":
            return {line.number for line in lines[first : end + 1] if line.bare}
    return set()

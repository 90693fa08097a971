"""Finds the lines that are no part of a report (杂质行): watermarks, counters, page furniture."""

import re
from collections import Counter

from tracker.parse.lexicon import NoiseCues, any_of
from tracker.parse.lines import Line

_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_SENTENCE_END = "。！？；"
_HEAD_LINES = 40
"""Captions and counters are looked for in the head and at the foot only: non-empty lines."""


def find_noise(lines: tuple[Line, ...], cues: NoiseCues) -> frozenset[int]:
    """Return the 1-based lines that are no part of the report."""
    filled = [line for line in lines if line.bare]
    edge = {line.number for line in (*filled[:_HEAD_LINES], *filled[-_HEAD_LINES:])}
    times = Counter(line.bare for line in filled)
    pattern = any_of(cues.patterns)
    caption = any_of(cues.captions)
    found = _front_matter(lines)
    for line in filled:
        text = line.bare
        short = len(text) <= 80 and text[-1] not in _SENTENCE_END
        if (
            text in cues.lines
            or (_ADDRESS.search(text) and (times[text] > 1 or short))
            or (short and pattern.match(text))
            or (line.number in edge and len(text) <= 60 and caption.search(text))
        ):
            found.add(line.number)
    return frozenset(found)


def _front_matter(lines: tuple[Line, ...]) -> set[int]:
    """Lines of a YAML head (``---`` … ``---``), the first thing in a Markdown file."""
    first = next((i for i, line in enumerate(lines) if line.bare), None)
    if first is None or lines[first].bare != "---":
        return set()
    for end in range(first + 1, min(first + 30, len(lines))):
        if lines[end].bare == "---":
            return {line.number for line in lines[first : end + 1] if line.bare}
    return set()

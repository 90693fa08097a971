"""Divides reports that were pasted as one line (没有换行的文本) into their paragraphs."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import pairwise

from tracker.model.canonical import CanonicalText, Passage

_LONG = 3000
"""Characters from which a paragraph is looked through for several."""
_CN = "[一二三四五六七八九十]{1,3}"
_NUMBER = f"第{_CN}部分|{_CN}、|[（(]{_CN}[)）]"
_OPENS = re.compile(
    rf"(?<=[。！？])(?={_NUMBER}|\d{{1,2}}[.．、][\u4e00-\u9fff“]|各位代表[：！，])"
)
_PERIOD = re.compile(r"(?<=[。！？])(?:[一三四五]年来|这[一五]年|过去的?[一五]年)，")
_ROW = 3
"""So many sentences that open with the same period (五年来，…) begin paragraphs."""
_OPENS_AT_SPACE = re.compile(rf"{_NUMBER}|过去|今年|20\d\d年|各位代表|现在，|名词解释")
_ENDS = "。！？；：”"


def divide(canonical: CanonicalText, text: str) -> CanonicalText:
    """Return the canonical text with paragraphs that hold several divided.

    A paragraph begins behind the end of a sentence where white space, a number, a salutation or a
    period that others open with stands, and at white space before a number.

    Args:
        canonical: Canonical text whose paragraphs are those of the source.
        text: The source text.
    """
    cuts = [cut for p in canonical.paragraphs if len(p.text) >= _LONG for cut in _cuts(p, text)]
    if not cuts:
        return canonical
    runs = dict(canonical.runs)
    starts = list(runs)
    for cut in cuts:
        run = starts[bisect_right(starts, cut) - 1]
        runs.setdefault(cut, canonical.runs[bisect_right(starts, run) - 1][1] + cut - run)
    bounds = [0, *cuts, len(canonical.text)]
    pieces = (canonical.text[a:b] for a, b in pairwise(bounds))
    # The line feed before a cut stands for the source position behind the paragraph before it.
    shifted = ((start + bisect_right(cuts, start), source) for start, source in runs.items())
    return CanonicalText("\n".join(pieces), tuple(sorted(shifted)))


def _cuts(paragraph: Passage, text: str) -> list[int]:
    """Return the canonical offsets at which the pieces of a paragraph begin, but the first."""
    span, own = paragraph.canonical_span, paragraph.text
    periods = list(_PERIOD.finditer(own))
    whole = 2 * len(own) > len(paragraph.canonical.text)
    times = Counter(m.group() for m in periods if whole)
    found = {m.start() + span.start for m in _OPENS.finditer(own)}
    found |= {m.start() + span.start for m in periods if times[m.group()] >= _ROW}
    runs = paragraph.canonical.runs
    first = bisect_right(runs, (span.start, len(text)))
    for i in range(first, bisect_left(runs, (span.end, 0))):
        offset = runs[i][0] - span.start
        before = runs[i - 1][1] + runs[i][0] - runs[i - 1][0]
        opens = own[offset - 1] in _ENDS or _OPENS_AT_SPACE.match(own, offset)
        if text[before : runs[i][1]].isspace() and opens:
            found.add(runs[i][0])
    return sorted(found - {span.start})

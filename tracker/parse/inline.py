"""Finds headings inside a paragraph: ``一是…。``, ``坚持…。`` and short lead sentences."""

import re
from collections import Counter

from tracker.parse.headings import Candidate, Style
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import ordinals_in

_END = re.compile(r"[。！？][”’）)]*")
_MAX_ORDINAL = 40
_MAX_LEAD = 20
_MIN_BODY = 30
_DIGIT = re.compile(r"\d")
_INNER = re.compile(r"[，、；：]")


def inline_headings(paragraph: Paragraph, above: Candidate) -> tuple[Candidate, ...]:
    """Return the headings that stand inside a level-2 paragraph, after its own heading."""
    ordinals = _ordinals(paragraph, above)
    return ordinals if len(ordinals) >= 2 else _leads(paragraph, above)


def _ordinals(paragraph: Paragraph, above: Candidate) -> tuple[Candidate, ...]:
    found = []
    for number in ordinals_in(paragraph.text):
        if number.end <= above.end:
            continue
        end = _END.search(paragraph.text, number.end)
        if end and end.end() - number.end <= _MAX_ORDINAL:
            text = paragraph.text[number.end : end.end()]
            rest = len(paragraph.text) - end.end()
            found.append(
                Candidate(paragraph.index, number.end, end.end(), text, number, Style.INLINE, rest)
            )
    return tuple(found)


def _leads(paragraph: Paragraph, above: Candidate) -> tuple[Candidate, ...]:
    text = paragraph.text
    sentences = []
    start = above.end
    for match in _END.finditer(text, above.end):
        sentences.append((start, match.end()))
        start = match.end()
    leads = [
        i
        for i, (a, b) in enumerate(sentences)
        if 5 <= b - a <= _MAX_LEAD
        and not _DIGIT.search(text[a:b])
        and not _INNER.search(text[a:b])
        and i + 1 < len(sentences)
    ]
    leads = [
        i
        for n, i in enumerate(leads)
        if _body_length(sentences, i, leads[n + 1] if n + 1 < len(leads) else len(sentences))
        >= _MIN_BODY
    ]
    shared = Counter(text[sentences[i][0]] for i in leads)
    prefix = {i for i in leads if shared[text[sentences[i][0]]] >= 3}
    chosen = sorted(prefix) if len(prefix) >= 3 else leads
    if len(chosen) < 2 or len(text) < 150 * len(chosen) // 2:
        return ()
    return tuple(
        Candidate(paragraph.index, a, b, text[a:b], None, Style.INLINE, len(text) - b)
        for a, b in (sentences[i] for i in chosen)
    )


def _body_length(sentences: list[tuple[int, int]], lead: int, following: int) -> int:
    return sentences[following - 1][1] - sentences[lead][1]

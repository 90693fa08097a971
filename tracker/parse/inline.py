"""Finds headings inside a paragraph: ``一是…。``, ``坚持…。`` and short lead sentences."""

import re

from tracker.parse.custom import Leads, Run
from tracker.parse.headings import LEAD_END, QUOTED, Candidate, Style, candidate_in
from tracker.parse.lines import Paragraph
from tracker.parse.numbering import ordinals_in

_MAX_ORDINAL = 40
_MIN_ALIKE = 3
"""So many leads of one paragraph that open alike are a list; two may be chance."""
_MANY_LEADS = 4
"""So many leads of a paragraph without a heading divide it."""
_MAX_PREAMBLE = 150
"""Characters between the heading of a paragraph and the first of those."""
_QUANTITY = re.compile(r"\d")


_LABEL = re.compile(r"(?<=[。；！？;])[\u4e00-\u9fff]{2,10}[：:]")
_ANNOUNCES = re.compile("[是为有即对在]|主要|包括|如下|要求|指出|强调|提出|例如|认为|代表|同志")
_MIN_LABELLED = 30


def inline_ordinals(paragraph: Paragraph, above: Candidate) -> tuple[Candidate, ...]:
    """Return the ``一是…。`` of a paragraph that stand after its own heading, if several do.

    Where most tell figures (二是新改扩建公办幼儿园30所。) they list things to be done, not topics.
    """
    found = []
    for number in ordinals_in(paragraph.text):
        if number.end <= above.end:
            continue
        end = LEAD_END.search(paragraph.text, number.end)
        closed = end is not None and "；" not in paragraph.text[number.end : end.end()]
        if end and closed and end.end() - number.end <= _MAX_ORDINAL:
            found.append(candidate_in(paragraph, number.end, end.end(), Style.INLINE, number))
    figures = sum(_tells_figure(c) for c in found)
    return tuple(found) if len(found) >= 2 and 2 * figures < len(found) else ()


def _tells_figure(candidate: Candidate) -> bool:
    return bool(_QUANTITY.search(QUOTED.sub("", candidate.text)))


def label_leads(paragraph: Paragraph, above: Candidate) -> Leads:
    """Return the labels (招商引资：…。工业园区：…。) that divide a paragraph, short nouns in a row.

    Each has its text, and three make a list; 要求： and 主要是： announce and name nothing.
    """
    text = paragraph.text
    labels = [m for m in _LABEL.finditer(text, above.end) if not _ANNOUNCES.search(m.group())]
    ends = [*(m.start() for m in labels[1:]), len(text)]
    if len(labels) < _MIN_ALIKE or len({m.group() for m in labels}) < len(labels):
        return ()
    if any(end - m.end() < _MIN_LABELLED for m, end in zip(labels, ends, strict=True)):
        return ()
    return tuple(candidate_in(paragraph, m.start(), m.end(), Style.INLINE) for m in labels)


def dividing_leads(paragraph: Paragraph, above: Candidate) -> Leads:
    """Return the short sentences of a paragraph that divide it by themselves: many, and no others.

    They begin near its beginning, and each has its text.
    """
    run = Run(above, paragraph)
    leads = run.sure()
    clean = len(leads) == run.n_short() >= _MANY_LEADS
    return leads if clean and leads[0].start - above.end <= _MAX_PREAMBLE else ()


def shared_leads(paragraph: Paragraph, period: re.Pattern[str]) -> Leads:
    """Return the sentences of a paragraph that open with a period (五年来，…。五年来，…。).

    Three make a list.
    """
    found: list[Candidate] = []
    start = 0
    for match in LEAD_END.finditer(paragraph.text):
        if match.end() - start <= _MAX_ORDINAL and period.match(paragraph.text, start):
            found.append(candidate_in(paragraph, start, match.end(), Style.INLINE))
        start = match.end()
    openings = {c.text[:3] for c in found}
    return tuple(found) if len(found) >= _MIN_ALIKE and len(openings) == 1 else ()


def loose_leads(paragraph: Paragraph) -> Leads:
    """Return the headings inside a paragraph that stands under no heading of its own.

    They need more proof than others: many short sentences with longer text after each.
    """
    above = candidate_in(paragraph, 0, 0, Style.INLINE)
    ordinals = inline_ordinals(paragraph, above)
    if any(_tells_figure(c) for c in ordinals):
        return ()  # a list of figures (一是…，提出6项指标。) names no topics
    return ordinals if len(ordinals) >= _MIN_ALIKE else dividing_leads(paragraph, above)

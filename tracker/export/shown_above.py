"""Text of a merged section that stands beside another one above already (见上文).

In go a pair of sections and the later report, out come the stretches of the later text that have
nothing to do with this earlier section. Two sections that were merged are both set beside the new
one; without this its whole text would be printed for each of them.
"""

import re
from collections.abc import Iterator, Sequence

from tracker.model.change import SectionDiff
from tracker.model.report import Report
from tracker.model.span import Span

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]*[”’」』）]*\n*|[。！？\n]+")
_WORTH = 20
"""Characters from which it is worth while to leave text out: shorter ones read on undisturbed."""


def shown_above(section: SectionDiff, later: Report) -> tuple[Span, ...]:
    """Return the later text of a merged section of which no sentence or figure is paired."""
    told = [change.later for change in section.changes if change.later]
    if not section.merged or not told:
        return ()
    paired = [change.later for change in section.changes if change.earlier and change.later]
    paired += [number.later.span for number in section.numbers if number.earlier and number.later]
    whole = Span(min(span.start for span in told), max(span.end for span in told))
    runs: list[Span] = []
    for match in _SENTENCE.finditer(later.quote(whole)):
        sentence = Span(whole.start + match.start(), whole.start + match.end())
        if any(sentence.overlap(span) for span in paired):
            continue
        if runs and runs[-1].end == sentence.start:
            runs[-1] = Span(runs[-1].start, sentence.end)
        else:
            runs.append(sentence)
    return tuple(run for run in runs if len(run) >= _WORTH)


def cut_out(span: Span, above: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """Yield a stretch in parts, each with whether it is shown above."""
    at = span.start
    for run in above:
        start, end = max(at, run.start), min(span.end, run.end)
        if start < end:
            if at < start:
                yield Span(at, start), False
            yield Span(start, end), True
            at = end
    if at < span.end:
        yield Span(at, span.end), False

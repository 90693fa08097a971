"""What fits in a promise and a passage (相合之处): shared words, and numbers of both."""

import re

from tracker.model.span import Span

_NUMBER = re.compile(
    r"\d[\d,，]*(?:\.\d+)?(?:万亿|[千百]?亿|[千百]?万)?(?:个百分点|平方公里|公里|公顷|亩|%|％|元|个|家|人|套|所|项|件)?"
)


def shared_spans(text: str, within: Span, words: tuple[str, ...]) -> tuple[Span, ...]:
    """Return where words stand in a stretch of a text; line breaks in it do not part a word."""
    return tuple(
        Span(found.start(), found.end())
        for word in words
        for found in re.compile(r"\n?".join(map(re.escape, word))).finditer(
            text, within.start, within.end
        )
    )


def number_spans(text: str, within: Span) -> tuple[Span, ...]:
    """Return where figures with their units stand in a stretch of a text; years are none."""
    return tuple(
        Span(found.start(), found.end())
        for found in _NUMBER.finditer(text, within.start, within.end)
        if text[found.end() : found.end() + 1] not in ("年", "月", "日")
    )

"""Which of the places that hold what is looked for comes first.

Both scores are BM25's: more is better, each further time counts for less, and what is longer than
usual has to say it more often (Robertson and Zaragoza, The Probabilistic Relevance Framework,
2009). The rarity of a word plays no part, since all words of a query must be there.

Of reports, paragraphs are counted: a report in which many paragraphs speak of it comes before one
with few, a short one before a long one with as many. Of the paragraphs of a report, the times that
each word stands there: a heading or a short paragraph on the matter comes before a long one that
mentions it in passing.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_BY_LENGTH = 0.75
_REPORT_TIMES = 6.0
"""Paragraphs of a report that count for half of what any number of them can."""
_PARAGRAPH_TIMES = 1.2
_USUAL_LENGTH = 200
"""Characters of a paragraph: the mean of 178,849 paragraphs of 2,166 reports is 205."""


def report_scores(found: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the scores of reports.

    Args:
        found: Paragraphs of each that hold what is looked for.
        lengths: All paragraphs of each.
    """
    usual = max(1.0, float(lengths.mean())) if len(lengths) else 1.0
    spread = _REPORT_TIMES * (1 - _BY_LENGTH + _BY_LENGTH * lengths / usual)
    scores: NDArray[np.float64] = found / (found + spread)
    return scores


def paragraph_score(times: Sequence[int], length: int) -> float:
    """Return the score of a paragraph.

    Args:
        times: How often each word stands in it.
        length: Its characters.
    """
    spread = _PARAGRAPH_TIMES * (1 - _BY_LENGTH + _BY_LENGTH * length / _USUAL_LENGTH)
    return sum(n / (n + spread) for n in times)

"""What two texts share, in whole words, where only pairs of characters are known to be shared.

In: two texts and the pairs. Out: the longest stretches around them, for people to read:
工作报告 and not 工作、作报、报告.
"""

from collections.abc import Iterable, Iterator


def whole_words(promise: str, quote: str, pairs: Iterable[str]) -> list[str]:
    """Return the longest stretches that both texts hold around each pair, none inside another.

    Args:
        promise: A text.
        quote: The text whose words are returned.
        pairs: Pairs of characters that both share.
    """
    a, b = promise.casefold(), quote.casefold()
    if len(b) != len(quote):  # a letter whose lower case is longer: offsets would not fit
        return []
    found = dict.fromkeys(
        quote[start:end] for pair in pairs for start, end in _stretches(a, b, pair)
    )
    words = [word for word in found if not any(word != w and word in w for w in found)]
    return words[:4]


def _stretches(a: str, b: str, pair: str) -> Iterator[tuple[int, int]]:
    """Yield where a pair stands in ``b``, with all that stands around it in ``a`` as well."""
    start = b.find(pair) if pair in a else -1
    while start >= 0:
        end = start + len(pair)
        while end < len(b) and b[end].isalnum() and b[start : end + 1] in a:
            end += 1
        while start > 0 and b[start - 1].isalnum() and b[start - 1 : end] in a:
            start -= 1
        yield start, end
        start = b.find(pair, end)

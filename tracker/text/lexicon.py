"""What is known of words beforehand, as values for the stages (常用词的罕见度与词义).

In comes what ``resources/text.toml`` and ``resources/text_words.json`` hold; out goes one frozen
value. ``加快推进`` stands in every section of every report and makes no two of them alike;
``外贸`` and ``进出口`` share no character and speak of the same thing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Vocabulary:
    """Words counted over many reports.

    Attributes:
        source: Where the counts come from.
        pieces: Number of pieces of text that were counted.
        words: For each word the number of pieces that hold it, and its direction in the space
            of topics: signed bytes in base64, of equal length for all words.
    """

    source: str
    pieces: int
    words: Mapping[str, tuple[int, str]] = field(repr=False)


@dataclass(frozen=True)
class TextLexicon:
    """Word lists of the text layer.

    Attributes:
        stop_words: Words that never tell a topic (function words and the verbs of reports).
        vocabulary: Rarity and topic of frequent words.
        boilerplate: Clauses that stand in most reports, without punctuation.
    """

    stop_words: frozenset[str]
    vocabulary: Vocabulary
    boilerplate: frozenset[str] = frozenset()

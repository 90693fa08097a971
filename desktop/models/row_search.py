"""Which promises of a table say a word, looked up report by report (在承诺中查字词).

Sixty million characters are looked through in a tenth of a second: too long for a window to stand
still, too short to send them elsewhere. So a word is looked for in stretches of time, and what was
looked through once is not again: further reports, or words that come later, cost their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

import numpy as np

from desktop.models.promise_field import Field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from desktop.jobs.promise_rows import RowBlock
    from desktop.models.row_words import RowTexts, RowWords
    from tracker.model.ids import ReportId

_MOST_FOUND = 8
"""Words whose rows are known by heart: those that are typed now, and what was typed before."""

_AT_ONCE = 32
"""Reports that are looked through between two looks at the clock."""


class Listed(Protocol):
    """What the codes of a field stand for."""

    values: list[str]


class Rows(Protocol):
    """What is asked of the rows of a table; a ``Ledger`` has it."""

    words: RowWords
    blocks: list[RowBlock]
    codes: dict[Field, NDArray[np.int32]]
    sections: NDArray[np.int32]

    def __len__(self) -> int: ...

    def rows_of(self, report: ReportId) -> range:
        """Return the rows of a report."""

    @property
    def labels(self) -> Mapping[Field, Listed]:
        """What codes stand for, by field."""


@dataclass(slots=True)
class _Found:
    """What is known of a word.

    Attributes:
        rows: Which rows say it, as far as they were looked through.
        seen: For each report the texts that were looked through; None where there were none.
    """

    rows: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))
    seen: list[RowTexts | None] = field(default_factory=list)


class RowSearch:
    """Looks for words in the rows of a ledger.

    Args:
        ledger: The rows.
    """

    def __init__(self, ledger: Rows) -> None:
        self._ledger = ledger
        self._found: dict[str, _Found] = {}

    def rows(self, word: str) -> NDArray[np.bool_]:
        """Return which rows say a word in small letters; whoever wants to change it copies it."""
        self.look_for(word, float("inf"))
        return self._found[word].rows

    def look_for(self, word: str, seconds: float) -> bool:
        """Look for a word for so long; tell whether all is looked through."""
        found = self._found.pop(word, None) or _Found()
        while len(self._found) >= _MOST_FOUND:
            self._found.pop(next(iter(self._found)))
        self._found[word] = found
        bodies = self._ledger.labels[Field.BODY].values
        named = np.array([n for n, body in enumerate(bodies) if word in body.lower()], np.int32)
        self._take_in(found, named)
        return self._go_on(found, word, named, perf_counter() + seconds)

    def _take_in(self, found: _Found, named: NDArray[np.int32]) -> None:
        """Know the rows that came since, by their departments."""
        ledger, n = self._ledger, len(found.rows)
        if n < len(ledger):
            new = np.isin(ledger.codes[Field.BODY][n:], named)
            found.rows = np.concatenate((found.rows, new))
        found.seen.extend([None] * (len(ledger.blocks) - len(found.seen)))

    def _go_on(self, found: _Found, word: str, named: NDArray[np.int32], until: float) -> bool:
        ledger, seen = self._ledger, found.seen
        looked = 0
        for n, block in enumerate(ledger.blocks):
            texts = ledger.words.texts(block.report_id)
            if texts is seen[n]:
                continue
            if looked == _AT_ONCE:
                if perf_counter() > until:
                    return False
                looked = 0
            looked += 1
            rows = ledger.rows_of(block.report_id)
            here = found.rows[rows.start : rows.stop]
            if seen[n] is not None:  # other words than before
                here[:] = np.isin(ledger.codes[Field.BODY][rows.start : rows.stop], named)
            seen[n] = texts
            if texts is not None:
                here[texts.saying(word)] = True
                if below := texts.sections_saying(word):
                    here |= np.isin(ledger.sections[rows.start : rows.stop], below)
        return True

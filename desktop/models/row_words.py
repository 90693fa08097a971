"""The words of the rows of a table: the lines that are looked at, and all text once it is searched.

Lines of reports that nobody has looked at for long are dropped, and come again when they are
needed. What is looked through stays: it is less than a hundred bytes for each promise.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.jobs import promise_rows
from tracker.model.promise_rows import PromiseLines, PromiseReasons, PromiseWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from tracker.model.ids import ReportId
    from tracker.model.promise_rows import PromiseRows
    from tracker.workspace import Workspace

_MOST_LINES = 120_000
"""Lines that are kept: some 70 MB."""


_NOWHERE = np.empty(0, np.int64)
_NOTHING = PromiseLines(PromiseWords((), (), (), ()), PromiseReasons((), ()))


@dataclass(frozen=True, slots=True)
class RowTexts:
    """What is looked through of the promises of a report, in small letters.

    Attributes:
        text: What each promises and says, one behind the other.
        starts: Where each begins.
        above: For each section the headings over its promises.
    """

    text: str
    starts: NDArray[np.int32]
    above: tuple[str, ...]

    @classmethod
    def of(cls, words: PromiseWords) -> RowTexts:
        """Return the texts of the promises of a report."""
        starts, pieces, at = list[int](), list[str](), 0
        for thing, quote in zip(words.objects, words.quotes, strict=True):
            # No word that is looked for has white space in it, so none spans two pieces.
            piece = (quote if thing in quote else f"{thing}\n{quote}").lower() + "\n"
            starts.append(at)
            pieces.append(piece)
            at += len(piece)
        return cls(
            "".join(pieces), np.array(starts, np.int32), tuple(one.lower() for one in words.above)
        )

    def saying(self, word: str) -> NDArray[np.int64]:
        """Return the places of the promises that say a word themselves, some more than once."""
        if word not in self.text:
            return _NOWHERE
        found = [one.start() for one in re.finditer(re.escape(word), self.text)]
        places: NDArray[np.int64] = np.searchsorted(self.starts, found, side="right") - 1
        return places

    def sections_saying(self, word: str) -> list[int]:
        """Return the sections over whose promises a word stands in a heading."""
        return [at for at, told in enumerate(self.above) if word in told]


def read_texts(
    workspace: Workspace, wanted: Mapping[ReportId, str], reader: str
) -> dict[ReportId, RowTexts]:
    """Return what is looked through of some reports, by the names of their rows."""
    found = promise_rows.read_words(workspace, wanted, reader)
    return {one: RowTexts.of(words) for one, words in found.items()}


class RowWords:
    """Words by report; a report that is not here yet says nothing."""

    def __init__(self) -> None:
        self._lines: OrderedDict[ReportId, PromiseLines] = OrderedDict()
        self._n_lines = 0
        self._texts: dict[ReportId, RowTexts] = {}

    def forget(self, report: ReportId) -> None:
        """Drop the words of a report."""
        self._n_lines -= len(self._lines.pop(report, _NOTHING))
        self._texts.pop(report, None)

    def put(self, report: ReportId, rows: PromiseRows) -> None:
        """Take over the rows of a report that are in hand."""
        self.put_lines(report, PromiseLines(rows.words, rows.reasons))
        self.put_texts({report: RowTexts.of(rows.words)})

    def put_lines(self, report: ReportId, lines: PromiseLines) -> None:
        """Take over the lines of a report."""
        self._n_lines += len(lines) - len(self._lines.pop(report, _NOTHING))
        self._lines[report] = lines
        while self._n_lines > _MOST_LINES and len(self._lines) > 1:
            _, gone = self._lines.popitem(last=False)
            self._n_lines -= len(gone)

    def put_texts(self, texts: Mapping[ReportId, RowTexts]) -> None:
        """Take over what is looked through of some reports."""
        self._texts.update(texts)

    def lines(self, report: ReportId) -> PromiseLines | None:
        """Return the lines of a report, None where they are not here."""
        found = self._lines.get(report)
        if found is not None:
            self._lines.move_to_end(report)
        return found

    def without_texts(self, reports: Iterable[ReportId]) -> list[ReportId]:
        """Return those reports that cannot be looked through yet."""
        return [one for one in reports if one not in self._texts]

    def texts(self, report: ReportId) -> RowTexts | None:
        """Return what is looked through of a report, None where it is not here."""
        return self._texts.get(report)

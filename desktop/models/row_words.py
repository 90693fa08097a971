"""The words of the rows of a table: the lines that are looked at, and all text once it is searched.

Lines of reports that nobody has looked at for long are dropped, and come again when they are
needed. What is looked through stays: it is less than a hundred bytes for each promise.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.jobs import promise_rows
from tracker.model.promise_rows import PromiseLines, PromiseReasons, PromiseWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.model.ids import ReportId
    from tracker.model.promise_rows import PromiseRows
    from tracker.workspace import Workspace

_MOST_LINES = 120_000
"""Lines that are kept: some 70 MB."""


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
    starts: array[int]
    above: tuple[str, ...]

    @classmethod
    def of(cls, words: PromiseWords) -> RowTexts:
        """Return the texts of the promises of a report."""
        starts, pieces, at = array("i"), [], 0
        for thing, quote in zip(words.objects, words.quotes, strict=True):
            # No word that is looked for has white space in it, so none spans two pieces.
            piece = (quote if thing in quote else f"{thing}\n{quote}").lower() + "\n"
            starts.append(at)
            pieces.append(piece)
            at += len(piece)
        return cls("".join(pieces), starts, tuple(one.lower() for one in words.above))

    def saying(self, word: str) -> list[int]:
        """Return the places of the promises that say a word themselves."""
        found, at = [], self.text.find(word)
        while at >= 0:
            row = bisect_right(self.starts, at) - 1
            found.append(row)
            at = self.text.find(word, self.starts[row + 1]) if row + 1 < len(self.starts) else -1
        return found

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
        self.version = 0
        """Another number whenever other texts can be looked through."""

    def forget(self, report: ReportId) -> None:
        """Drop the words of a report."""
        self._n_lines -= len(self._lines.pop(report, _NOTHING))
        self._texts.pop(report, None)
        self.version += 1

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
        self.version += 1

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

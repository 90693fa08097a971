"""The rows of a table of all promises, for hundreds of reports in a few statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tracker.model.promise_rows import PromiseColumns, PromiseLines, PromiseReasons, PromiseWords
from tracker.store import bulk, codec
from tracker.workspace.many import ManyFindings, laters_of
from tracker.workspace.promise_table import COLUMNS, ITSELF, REASONS, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.model.ids import ReportId
    from tracker.model.library import ReportEntry

T = TypeVar("T")


class RowFindings(ManyFindings):
    """Findings with the rows of many reports, as far as they are kept."""

    def kept_columns(self, names: Iterable[str]) -> Mapping[str, PromiseColumns]:
        """Return what tables sort and filter by, of the rows that are kept under these names."""
        return self._kept_under(COLUMNS, names, PromiseColumns)

    def kept_words(self, names: Iterable[str]) -> Mapping[str, PromiseWords]:
        """Return what the rows say that are kept under these names, as far as they are there."""
        return self._kept_under(WORDS, names, PromiseWords)

    def kept_lines(self, names: Iterable[str]) -> Mapping[str, PromiseLines]:
        """Return the lines that are kept under these names, as far as they are there."""
        wanted = tuple(names)
        words = self._kept_under(WORDS, wanted, PromiseWords)
        reasons = self._kept_under(REASONS, wanted, PromiseReasons)
        return {
            name: PromiseLines(said, reasons[name])
            for name, said in words.items()
            if name in reasons
        }

    def _kept_under(self, stage: str, names: Iterable[str], kind: type[T]) -> dict[str, T]:
        keys = {self._key(stage, name): name for name in names}
        with self._database.read() as connection:
            kept = bulk.payloads(connection, list(keys))
        values = ((keys[key], codec.unpack(payload, kind)) for key, payload in kept.items())
        return {name: value for name, value in values if value is not None}

    def row_names(
        self, ids: Sequence[ReportId], library: Sequence[ReportEntry], *, blind: bool = False
    ) -> dict[ReportId, str]:
        """Return the names under which the rows of reports are kept, or will be.

        Those of reports that nobody has looked at yet are left out. What people decided on names
        and passages acts on verdicts: reports with such words are looked up one by one, all others
        in a few statements.
        """
        with self._database.read() as connection:
            touched = bulk.judged_by_hand(connection)
        shelved = {entry.id: entry for entry in library}
        wanted = [shelved[one] for one in ids if one in shelved]
        laters = laters_of(wanted, library)
        states = self.states(sorted({*laters, *(o for found in laters.values() for o in found)}))
        itself = self._kept_ones(ITSELF, bool, {one.id: states[one.id] for one in wanted})
        names = {}
        for one, answers in itself.items():
            others = (one, *laters[one]) if answers else laters[one]
            if touched is None or one in touched:
                said = self._words(one, others, blind=blind)
                names[one] = self._tracking_key(one, others, said)
            else:
                names[one] = self._key("track", states[one], *(states[o] for o in others))
        return names

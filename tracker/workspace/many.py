"""What is found of each report to compare many: kept by content, made for new ones only."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tracker.errors import Stopped, StoreProblem
from tracker.model.figures import ReportFigures
from tracker.model.first_use import Phrases
from tracker.model.nearness import ReportTopics
from tracker.model.series import IndicatorValue, ReadReport
from tracker.model.shared_text import ReportHead, Trace
from tracker.store import bulk, codec, shelf
from tracker.workspace.next_documents import next_documents
from tracker.workspace.together import Pair, TogetherFindings, figures_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tracker.across.archive import Archive
    from tracker.model.ids import ReportId
    from tracker.model.library import ReportEntry

    Progress = Callable[[int, int, str], None]
    Stop = Callable[[], bool]
    Counter = Callable[[ReportId, Sequence[ReportId]], tuple[ReportFigures, ...]]

T = TypeVar("T")

_TOGETHER = 25
"""Findings that are written in one transaction, and lost where the program is killed."""
_READ_TOGETHER = 200


class ManyFindings(TogetherFindings):
    """Findings of many reports at once: those that are kept come in one statement."""

    _archive: tuple[str, Archive] | None = None

    def states(self, ids: Sequence[ReportId]) -> Mapping[ReportId, str]:
        """Return the names of the states of reports, as ``_report`` has them, reading none."""
        return {one: known.state for one, known in self.known(ids).items()}

    def traces(self, heads: Sequence[ReportHead], tell: Progress, stop: Stop) -> Archive:
        """Return an archive of reports; the one that was asked for last is kept in memory.

        Raises:
            Stopped: ``stop`` said so; what was found of each report so far is kept.
        """
        from tracker.across.archive import Archive  # noqa: PLC0415 - with the first comparison

        states = self.states([head.id for head in heads])
        name = self._key("archive", *sorted(states.values()), repr(sorted(map(repr, heads))))
        kept = self._archive
        if kept is not None and kept[0] == name:
            return kept[1]
        make = self._made(self._analysis.trace)
        found = self._each("trace", Trace, states, make, (tell, stop))
        archive = Archive((head, found[head.id]) for head in heads)
        self._archive = name, archive
        return archive

    def topics_of(
        self, ids: Sequence[ReportId], tell: Progress, stop: Stop
    ) -> Mapping[ReportId, ReportTopics]:
        """Return what reports speak of; see ``traces``."""
        make = self._made(self._analysis.topics)
        return self._each("topics", ReportTopics, self.states(ids), make, (tell, stop))

    def phrases(
        self, ids: Sequence[ReportId], tell: Progress, stop: Stop
    ) -> Mapping[ReportId, Phrases]:
        """Return the short phrases of reports; see ``traces``."""
        make = self._made(self._analysis.phrases)
        return self._each("phrases", Phrases, self.states(ids), make, (tell, stop))

    def values(
        self, ids: Sequence[ReportId], tell: Progress, stop: Stop
    ) -> Mapping[ReportId, tuple[IndicatorValue, ...]]:
        """Return the indicators of each report by itself, with people's words; see ``traces``."""

        def read(one: ReportId) -> tuple[IndicatorValue, ...]:
            reading = ReadReport(self.report(one), self.commitments(one), self.outcomes(one))
            return self._analysis.values(reading)

        with self._database.read() as connection:
            by_people = bulk.touched(connection).promises
        states = self.states([one for one in ids if one not in by_people])
        found = dict(self._each("values", tuple[IndicatorValue, ...], states, read, (tell, stop)))
        for one in ids:
            if one not in found:
                found[one] = read(one)
        return found

    def _made(self, make: Callable[..., T]) -> Callable[[ReportId], T]:
        return partial(self._from_report, make)

    def _from_report(self, make: Callable[..., T], report_id: ReportId) -> T:
        return make(self.report(report_id))

    def _each(
        self,
        stage: str,
        kind: type[T],
        states: Mapping[ReportId, str],
        make: Callable[[ReportId], T],
        ways: tuple[Progress, Stop],
    ) -> dict[ReportId, T]:
        """Return a finding of each report: what is kept, and what is made now and kept.

        Args:
            stage: What it is.
            kind: Its type.
            states: The state of each report, or of whatever else the finding depends on.
            make: Makes it.
            ways: What tells how far it is, and what says whether to stop.
        """
        keys = {one: self._key(stage, state) for one, state in states.items()}
        found = self._kept_ones(stage, kind, states, ways[1])
        missing = [one for one in keys if one not in found]
        fresh: dict[ReportId, bytes] = {}
        try:
            for one, value, packed in self._fresh(stage, kind, missing, make, ways):
                found[one], fresh[one] = value, packed
                if len(fresh) >= _TOGETHER:
                    self._keep(keys, fresh)
                    fresh.clear()
        finally:  # also what was found before a stop
            self._keep(keys, fresh)
        return found

    def _fresh(
        self,
        stage: str,
        kind: type[T],
        missing: Sequence[ReportId],
        make: Callable[[ReportId], T],
        ways: tuple[Progress, Stop],
    ) -> Iterator[tuple[ReportId, T, bytes]]:
        """Yield a finding of each report, and the same packed, in any order."""
        tell, stop = ways
        left = dict.fromkeys(missing)
        tell(0, len(missing), "")
        for one, packed in self.find_together(stage, missing, tell, stop):
            yield one, codec.unpack_kept(packed, kind), packed
            del left[one]
            tell(len(missing) - len(left), len(missing), "")
        for n, one in enumerate(left, len(missing) - len(left)):
            if stop():
                raise Stopped
            tell(n, len(missing), "")
            value = make(one)
            yield one, value, codec.pack(value)

    def _kept_ones(
        self,
        stage: str,
        kind: type[T],
        states: Mapping[ReportId, str],
        stop: Stop = lambda: False,
    ) -> dict[ReportId, T]:
        """Return what is kept of a stage, in the order that was asked for."""
        keys = {one: self._key(stage, state) for one, state in states.items()}
        found: dict[ReportId, T] = {}
        ids = list(keys)
        for start in range(0, len(ids), _READ_TOGETHER):
            if stop():
                raise Stopped
            some = ids[start : start + _READ_TOGETHER]
            with self._database.read() as connection:
                kept = bulk.payloads(connection, [keys[one] for one in some])
            for one in some:
                value = codec.unpack(kept[keys[one]], kind) if keys[one] in kept else None
                if value is not None:
                    found[one] = value
        return found

    def _keep(self, keys: Mapping[ReportId, str], fresh: Mapping[ReportId, bytes]) -> None:
        """Keep packed findings; what cannot be kept (locked, full disk) is as good as what was."""
        if fresh:
            with suppress(StoreProblem), self._database.write():
                for one, packed in fresh.items():
                    self._cache.put_packed({keys[one]: packed}, self._analysis.version(), (one,))

    def figures(
        self,
        entries: Sequence[ReportEntry],
        count: Counter,
        ways: tuple[Progress, Stop],
        *,
        together: bool,
    ) -> tuple[Mapping[ReportId, ReportFigures], int]:
        """Return the figures of reports that are looked back on, and how many are still to come.

        What people said acts on figures, so it is part of what they are kept under.

        Args:
            entries: Reports that plan.
            count: Counts one report.
            ways: What is told how far it is, and what is asked whether to return what is known.
            together: Many are judged on all processors: to start, and to stop, takes a second.
        """
        tell, stop = ways
        with self._database.read() as connection:
            said = bulk.said_on_promises(connection)
            looked_at = laters_of(entries, shelf.entries(connection))
        laters = {one: found for one, found in looked_at.items() if found}
        involved = {*laters, *(later for found in laters.values() for later in found)}
        states = self.states(sorted(involved))
        named = {
            one: figures_name([states[n] for n in (one, *found)], said, one)
            for one, found in laters.items()
        }
        kept = self._kept_ones("figures", tuple[ReportFigures, ...], named)
        missing = {one: named[one] for one in laters if one not in kept}
        if together and self.are_many(missing):
            pairs = [Pair(one, laters[one]) for one in missing]
            with suppress(Stopped):  # what is known by then is told
                self.judge_together(pairs, tell, stop, figures=True)
            kept |= self._kept_ones("figures", tuple[ReportFigures, ...], missing)
        figures = {one: found[0] for one, found in kept.items() if found}
        titles = {entry.id: entry.title or entry.name for entry in entries}
        left = [one for one in missing if one not in kept]
        for n, one in enumerate(left):
            if stop():
                return figures, len(left) - n
            tell(len(laters) - len(left) + n, len(laters), titles[one])
            found = count(one, laters[one])
            self._keep({one: self._key("figures", named[one])}, {one: codec.pack(found)})
            figures.update((one, first) for first in found[:1])
        return figures, 0


def laters_of(
    entries: Sequence[ReportEntry], shelved: Sequence[ReportEntry]
) -> dict[ReportId, tuple[ReportId, ...]]:
    """Return the documents of a library that look back on each of these reports."""
    near: dict[str, list[ReportEntry]] = defaultdict(list)
    for entry in shelved:
        for key in {entry.region_code, entry.region_name} - {""}:
            near[key].append(entry)
    found = {}
    for entry in entries:
        of_region = {one.id: one for one in near[entry.region_name]}
        of_region |= {one.id: one for one in near[entry.region_code]}
        found[entry.id] = next_documents(entry, tuple(of_region.values()))
    return found

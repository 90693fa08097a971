"""What is found of each report to compare many: kept by content, made for new ones only."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from tracker.errors import Stopped, StoreProblem
from tracker.model.draft import Corrections
from tracker.model.figures import ReportFigures
from tracker.model.first_use import Phrases
from tracker.model.nearness import ReportTopics
from tracker.model.series import IndicatorValue, ReadReport
from tracker.model.shared_text import ReportHead, Trace
from tracker.store import bulk, codec, shelf
from tracker.store.keys import state_name
from tracker.workspace.next_documents import next_documents
from tracker.workspace.series import SeriesFindings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from tracker.across.archive import Archive
    from tracker.model.ids import ReportId
    from tracker.model.library import ReportEntry

    Progress = Callable[[int, int, str], None]
    Stop = Callable[[], bool]

T = TypeVar("T")

_TOGETHER = 25
"""Findings that are written in one transaction, and lost where the program is killed."""
_READ_TOGETHER = 200


class Counter(Protocol):
    """Counts what became of the promises of reports."""

    def figures(self, *, reports: Collection[ReportId]) -> tuple[ReportFigures, ...]:
        """Return a line for each of them that is looked back on."""


class ManyFindings(SeriesFindings):
    """Findings of many reports at once: those that are kept come in one statement."""

    _archive: tuple[str, Archive] | None = None

    def states(self, ids: Sequence[ReportId]) -> Mapping[ReportId, str]:
        """Return the names of the states of reports, as ``_report`` has them, reading none."""
        with self._database.read() as connection:
            readings = bulk.readings(connection)
            corrected = bulk.touched(connection).text
            said = {one: shelf.corrections(connection, one) for one in ids if one in corrected}
        nothing, found = Corrections(), {}
        for one in ids:
            reading = readings.get(one)
            if reading is None:
                found[one] = self._report(one)[1]
            else:
                found[one] = state_name(one, reading, said.get(one, nothing))
        return found

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
        tell, stop = ways
        keys = {one: self._key(stage, state) for one, state in states.items()}
        found = self._kept_ones(stage, kind, states, stop)
        missing = [one for one in keys if one not in found]
        fresh: dict[ReportId, T] = {}
        for n, one in enumerate(missing):
            if stop():
                self._keep(keys, fresh)
                raise Stopped
            tell(n, len(missing), "")
            fresh[one] = found[one] = make(one)
            if len(fresh) >= _TOGETHER:
                self._keep(keys, fresh)
                fresh = {}
        self._keep(keys, fresh)
        return found

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

    def _keep(self, keys: Mapping[ReportId, str], fresh: Mapping[ReportId, object]) -> None:
        """Keep findings; what cannot be kept (locked, full disk) is as good as what was."""
        if fresh:
            with suppress(StoreProblem), self._database.write():
                for one, value in fresh.items():
                    self._cache.put(keys[one], self._analysis.version(), value, (one,))

    def figures(
        self,
        entries: Sequence[ReportEntry],
        counter: Counter,
        told: Callable[[dict[ReportId, ReportFigures | None]], None],
        ways: tuple[Progress, Stop],
    ) -> None:
        """Tell the figures of reports: those that are kept at once, then those made now.

        What people said acts on several reports: where there is any, figures are counted anew.

        Args:
            entries: Reports that plan.
            counter: Counts one report.
            told: Given figures as they come.
            ways: What tells how far it is, and what says whether to stop.
        """
        with self._database.read() as connection:
            by_people = bulk.touched(connection)
            shelved = shelf.entries(connection)
        laters = {e.id: next_documents(e, shelved) for e in entries}
        asked = [one for one, found in laters.items() if found]
        involved = {*asked, *(later for one in asked for later in laters[one])}
        states = self.states(sorted(involved))
        worked_on = by_people.promises | by_people.judged
        quick = {
            one: "\n".join(states[n] for n in (one, *laters[one]))
            for one in asked
            if not by_people.names and one not in worked_on
        }
        kept = self._kept_ones("figures", tuple[ReportFigures, ...], quick)
        told({one: found[0] if found else None for one, found in kept.items()})
        tell, stop = ways
        missing = [entry for entry in entries if laters[entry.id] and entry.id not in kept]
        for n, entry in enumerate(missing):
            if stop():
                raise Stopped
            tell(n, len(missing), entry.title or entry.name)
            found = counter.figures(reports=(entry.id,))
            if entry.id in quick:
                key = {entry.id: self._key("figures", quick[entry.id])}
                self._keep(key, {entry.id: found})
            told({entry.id: found[0] if found else None})

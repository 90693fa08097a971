"""Findings of many reports made on all processors; those of few are made by who asks.

What is made is kept by content and version of the stages, report by report and pair by pair, some
in one transaction: whoever stops, or is killed, goes on where he was, and a further report costs
its own findings and those of its pairs.
"""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from tracker.attempt import Attempt
from tracker.errors import Stopped, StoreProblem
from tracker.model.decision import NOTHING_SAID as UNTOLD
from tracker.model.draft import Corrections
from tracker.store import bulk, shelf
from tracker.store.keys import state_name
from tracker.workspace.apart import (
    STAGES,
    Asked,
    KeptPair,
    KeptReport,
    Piece,
    find_apart,
    judge_apart,
)
from tracker.workspace.arriving import read_all
from tracker.workspace.preparing import Parcel
from tracker.workspace.promise_table import ROWS, TableFindings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized

    from tracker.model.decision import TrackingWords
    from tracker.model.ids import ReportId
    from tracker.store.bulk import SaidOnPromises
    from tracker.workers import LocalWorkers
    from tracker.workspace.apart import PairFound

    Progress = Callable[[int, int, str], None]
    Stop = Callable[[], bool]

_FEW_REPORTS, _FEW_PAIRS = 40, 8
"""To start processes takes as long as finding this much here."""
_TOGETHER = 8
"""Pairs that one process works through, one after the other: neighbours share reports."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A report whose promises are to be judged.

    Attributes:
        earlier: The report.
        laters: The documents that it is judged by.
    """

    earlier: ReportId
    laters: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A report of the library, as far as one needs to know to find what is kept of it."""

    reading: str
    said: Corrections
    state: str


@dataclass(frozen=True, slots=True)
class _Task:
    """A pair that is to be judged.

    Attributes:
        pair: The pair.
        words: What people said of names and passages.
        name: Name under which its verdicts are kept.
        figures: Name under which its figures are kept; None where somebody marked promises or
            corrected them: they are counted by who asks.
        judged: The verdicts are there; rows or figures are wanted.
    """

    pair: Pair
    words: TrackingWords
    name: str
    figures: str | None
    judged: bool


class TogetherFindings(TableFindings):
    """Findings that processes make where many are wanted."""

    def known(self, ids: Sequence[ReportId]) -> dict[ReportId, Known]:
        """Return the states of reports, as ``_report`` has them, reading none."""
        with self._database.read() as connection:
            readings = bulk.readings(connection)
            touched = bulk.touched(connection).text
            said = {one: shelf.corrections(connection, one) for one in ids if one in touched}
        nothing, found = Corrections(), {}
        for one in ids:
            reading = readings.get(one)
            if reading is None:
                found[one] = Known(*self._state(one))
            else:
                of_it = said.get(one, nothing)
                found[one] = Known(reading, of_it, state_name(one, reading, of_it))
        return found

    # Pairs

    def are_many(self, pairs: Sized) -> bool:
        """Tell whether processes judge pairs sooner than who asks."""
        return len(pairs) >= _FEW_PAIRS and self._analysis.in_processes

    def judge_together(
        self, pairs: Sequence[Pair], tell: Progress, stop: Stop, *, figures: bool = False
    ) -> int:
        """Judge pairs of which something is not kept; return how many there were.

        A pair at which a stage fails is left out; who asks for it is told why. With ``figures``
        those are made of pairs, too, that were judged without.

        Raises:
            Stopped: ``stop`` said so; what was judged so far is kept.
        """
        known = self.known(_reports(pairs))
        by_hand, tasks = self._to_judge(pairs, known, figures=figures)
        if not self.are_many(tasks):
            by_hand, tasks = [*by_hand, *(task.pair for task in tasks)], []
        total = len(by_hand) + len(tasks)
        if tasks:
            wanted = _reports([task.pair for task in tasks])
            self._read_together({one: known[one] for one in wanted}, tell, stop)
            self._judge_apart(tasks, known, (lambda done: tell(done, total, "")), stop)
        for number, pair in enumerate(by_hand, len(tasks)):
            if stop():
                raise Stopped
            tell(number, total, "")
            with Attempt():
                self.promise_rows(pair.earlier, pair.laters)
        return total

    def _to_judge(
        self, pairs: Sequence[Pair], known: Mapping[ReportId, Known], *, figures: bool
    ) -> tuple[list[Pair], list[_Task]]:
        """Return what is to be judged: pairs whose promises people set right, and all others."""
        with self._database.read() as connection:
            corrected = bulk.touched(connection).promises
            said = bulk.said_on_promises(connection)
        tasks, names = list[_Task](), list[list[str]]()
        for pair in pairs:
            states = [known[one].state for one in (pair.earlier, *pair.laters)]
            told = bool(said.names) or pair.earlier in said.of
            words = self._said_on(pair) if told else UNTOLD
            if words is None:
                continue
            decided = () if words == UNTOLD else (state_name(words),)
            name = self._key("track", *states, *decided)
            free = pair.earlier not in said.of and pair.earlier not in pair.laters
            counted = self._key("figures", figures_name(states, said, pair.earlier))
            tasks.append(_Task(pair, words, name, counted if free else None, judged=False))
            wanted = [counted] if free and figures else []
            names.append([name, *(self._key(stage, name) for stage in ROWS), *wanted])
        with self._database.read() as connection:
            there = bulk.present(connection, [name for some in names for name in some])
        missing = [
            task for task, some in zip(tasks, names, strict=True) if not there.issuperset(some)
        ]
        by_hand = [task.pair for task in missing if task.pair.earlier in corrected]
        rest = [task for task in missing if task.pair.earlier not in corrected]
        return by_hand, [replace(task, judged=task.name in there) for task in rest]

    def _said_on(self, pair: Pair) -> TrackingWords | None:
        """Return what people said that matters for a pair; None where it cannot be read."""
        with Attempt():
            return self._words(pair.earlier, pair.laters, blind=False)
        return None

    def _judge_apart(
        self,
        tasks: Sequence[_Task],
        known: Mapping[ReportId, Known],
        tell: Callable[[int], None],
        stop: Stop,
    ) -> None:
        done = 0
        with _workers(stop) as workers:
            for one in workers.run(judge_apart, self._pieces(tasks, known)):
                of_piece = [tasks[number] for number in one.task.numbers]
                if one.result is not None:
                    kept = self._keep_pairs(zip(of_piece, one.result, strict=True))
                    if not kept:  # so who asks has to judge himself; it may be kept later
                        return
                done += len(of_piece)
                tell(done)

    def _pieces(self, tasks: Sequence[_Task], known: Mapping[ReportId, Known]) -> Iterator[Piece]:
        for first in range(0, len(tasks), _TOGETHER):
            some = tasks[first : first + _TOGETHER]
            reports = self._kept_reports(
                {one: known[one] for one in _reports(t.pair for t in some)}
            )
            judged = self._payloads([task.name for task in some if task.judged])
            whole = {
                number: KeptPair(
                    reports[task.pair.earlier],
                    tuple(reports[one] for one in task.pair.laters),
                    task.words,
                    judged.get(task.name),
                )
                for number, task in enumerate(some, first)
                if all(one in reports for one in _reports([task.pair]))
            }
            yield Piece(tuple(whole), tuple(whole.values()))

    def _keep_pairs(self, found: Iterable[tuple[_Task, PairFound | None]]) -> bool:
        """Keep what was found of pairs; tell whether that could be (a full disk, a lock)."""
        with suppress(StoreProblem), self._database.write():
            for task, one in found:
                if one is None:
                    continue
                packed = {self._key(stage, task.name): rows for stage, rows in one.rows.items()}
                if one.judged is not None:
                    packed[task.name] = one.judged
                if task.figures is not None:
                    packed[task.figures] = one.figures
                sources = (task.pair.earlier, *task.pair.laters)
                self._cache.put_packed(packed, self._analysis.version(), sources)
            return True
        return False

    # Single reports

    def find_together(
        self, stage: str, ids: Sequence[ReportId], tell: Progress, stop: Stop
    ) -> Iterator[tuple[ReportId, bytes]]:
        """Yield what a stage finds of reports, packed, in any order; nothing where they are few.

        A report at which the stage fails is left out.

        Raises:
            Stopped: ``stop`` said so.
        """
        if stage not in STAGES or len(ids) < _FEW_REPORTS or not self._analysis.in_processes:
            return
        known = self.known(ids)
        self._read_together(known, tell, stop)

        def asked() -> Iterator[Asked]:
            for start in range(0, len(ids), _TOGETHER):
                some = ids[start : start + _TOGETHER]
                kept = self._kept_reports({one: known[one] for one in some})
                yield from (Asked(one, kept[one]) for one in some if one in kept)

        with _workers(stop) as workers:
            for done in workers.run(partial(find_apart, stage), asked()):
                if done.result is not None:
                    yield done.task.report_id, done.result

    # Reports as they are kept

    def _kept_reports(self, known: Mapping[ReportId, Known]) -> dict[ReportId, KeptReport]:
        """Return reports as they are kept, those of which everything is."""
        names = {one: self._names(one, it) for one, it in known.items()}
        kept = self._payloads([name for some in names.values() for name in some])
        return {
            one: KeptReport(it.state, it.said, *(kept[name] for name in names[one]))
            for one, it in known.items()
            if all(name in kept for name in names[one])
        }

    def _names(self, report_id: ReportId, known: Known) -> tuple[str, str, str]:
        """Return under which names a report, its promises and its results are kept."""
        return (
            self._report_key(report_id, known.reading, known.said),
            self._key("commitments", known.state),
            self._key("outcomes", known.state),
        )

    def _payloads(self, names: Sequence[str]) -> Mapping[str, bytes]:
        with self._database.read() as connection:
            return bulk.payloads(connection, names)

    def _read_together(self, known: Mapping[ReportId, Known], tell: Progress, stop: Stop) -> None:
        """Have reports read, with promises and results, that this version has not read yet."""
        names = {one: self._names(one, it) for one, it in known.items()}
        with self._database.read() as connection:
            there = bulk.present(connection, [name for some in names.values() for name in some])
        missing = [one for one, some in names.items() if not there.issuperset(some)]
        parcels = self._parcels(missing, known)
        with closing(read_all(self._analysis, parcels, len(missing), stop)) as coming:
            for done, one in enumerate(coming, 1):
                if one.found is not None:
                    with suppress(StoreProblem), self._database.write():
                        self.keep(one.found, one.parcel.said)
                tell(done, len(missing), "")

    def _parcels(
        self, missing: Sequence[ReportId], known: Mapping[ReportId, Known]
    ) -> Iterator[Parcel]:
        """Yield what is to be read; reports whose text is damaged are left out."""
        for number, one in enumerate(missing):
            source = None
            with Attempt():
                source = self.source(one)
            if source is not None:
                yield Parcel(number, "", "", source=source, said=known[one].said)


def figures_name(states: Sequence[str], said: SaidOnPromises, earlier: ReportId) -> str:
    """Return the name of what the figures of a report depend on.

    Args:
        states: The states of the report and of those that it is judged by.
        said: What people said of promises.
        earlier: The report.
    """
    return "\n".join((*states, said.names, said.of.get(earlier, "")))


def _workers(stop: Stop) -> LocalWorkers:
    from tracker.workers import LocalWorkers, usual_number  # noqa: PLC0415 - for many only

    return LocalWorkers(usual_number(), should_stop=stop, behind=True)


def _reports(pairs: Iterable[Pair]) -> list[ReportId]:
    """Return the reports of pairs, each once."""
    return list(dict.fromkeys(one for pair in pairs for one in (pair.earlier, *pair.laters)))

"""What the program finds, computed once: from memory, else from the file, else by the stages."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeVar

from tracker.errors import InputProblem, StoreProblem
from tracker.message import Message
from tracker.model.alignment import Alignment, AlignmentPart, HandWords
from tracker.model.change import ReportDiff
from tracker.model.commitment import Commitment, Outcome
from tracker.model.decision import NOTHING_SAID as UNTOLD
from tracker.model.decision import TrackingWords
from tracker.model.draft import Corrections
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.promise_word import NOTHING_SAID as NO_PROMISE_WORDS
from tracker.model.report import Report
from tracker.model.series import ReadReport
from tracker.model.source import SourceDocument
from tracker.model.tracking import Tracking
from tracker.store import decisions, links, promise_words, shelf, summaries, word_index
from tracker.store.database import Database
from tracker.store.findings import FindingCache
from tracker.store.keys import finding_key, report_key, state_name
from tracker.workspace.analysis import Analysis
from tracker.workspace.anchoring import lines_said
from tracker.workspace.decision_places import decisions_on, match_words, of_region
from tracker.workspace.indexing import indexed_text
from tracker.workspace.overlay import corrected, hand_words, relinked
from tracker.workspace.preparing import Prepared
from tracker.workspace.promise_places import Promised, place_words, said_of

T = TypeVar("T")

_REMEMBERED = 256
"""Findings kept in memory; some hundred kilobytes each."""


class Findings:
    """Reports, commitments, alignments and verdicts by content and version.

    Args:
        database: The workspace file.
        analysis: The stages.
    """

    def __init__(self, database: Database, analysis: Analysis) -> None:
        self._database = database
        self._analysis = analysis
        self._cache = FindingCache(database)
        self._memory: OrderedDict[str, Any] = OrderedDict()
        self._memory_lock = threading.Lock()

    def content(self, report_id: ReportId) -> bytes:
        """Return the original bytes of a report."""
        return self._content(report_id)[1]

    def _content(self, report_id: ReportId) -> tuple[str, bytes]:
        with self._database.read() as connection:
            found = shelf.get_content(connection, report_id)
        if found is None:
            raise unknown_report()
        return found

    def report(self, report_id: ReportId) -> Report:
        """Return a report with corrections applied."""
        return self._report(report_id)[0]

    def said(self, report_id: ReportId) -> Corrections:
        """Return all that people said about a report itself.

        Raises:
            InputProblem: No such report in this workspace.
        """
        with self._database.read() as connection:
            if not shelf.is_shelved(connection, report_id):
                raise unknown_report()
            return shelf.corrections(connection, report_id)

    def source(self, report_id: ReportId) -> SourceDocument:
        """Return the text of a report as it was read when it was brought in.

        That of a workspace of version 1 is read from the bytes, then kept.
        """
        with self._database.read() as connection:
            kept = shelf.get_source(connection, report_id)
        if kept is not None:
            return kept
        name, data = self._content(report_id)
        source = replace(self._analysis.decode_source(data, name, ""), id=report_id)
        with suppress(StoreProblem), self._database.write() as connection:
            shelf.fill_source(connection, source)
        return source

    def _report(self, report_id: ReportId) -> tuple[Report, str]:
        """Return a report and the name of its state: its text and people's corrections."""
        reading, said, state = self._state(report_id)
        machine = self._machine_report(report_id, reading, said)
        return self._remember(
            self._key("corrected", state), lambda: corrected(machine, said.metadata, said.roles)
        ), state

    def _state(self, report_id: ReportId) -> tuple[str, Corrections, str]:
        """Return which reading of a report is kept, what people said of it, and its state."""
        with self._database.read() as connection:
            if not shelf.is_shelved(connection, report_id):
                raise unknown_report()
            said = shelf.corrections(connection, report_id)
            reading = shelf.reading_of(connection, report_id)
        if reading is None:
            reading = str(shelf.packed_source(self.source(report_id))["reading"])
        return reading, said, state_name(report_id, reading, said)

    def _machine_report(self, report_id: ReportId, reading: str, said: Corrections) -> Report:
        def compute() -> Report:
            source = self.source(report_id)
            return self._analysis.read(source, lines_said(source.text, said.lines))

        key = self._report_key(report_id, reading, said)
        return self._find(key, Report, compute, (report_id,), self._keep_summary)

    def _report_key(self, report_id: ReportId, reading: str, said: Corrections) -> str:
        return report_key(self._analysis.version(), report_id, reading, said.lines)

    def keep(self, found: Prepared, said: Corrections) -> None:
        """Keep what was found in a report; part of the transaction that is open."""
        head, version = found.head, self._analysis.version()
        state = state_name(head.id, found.reading, said)
        packed = {self._report_key(head.id, found.reading, said): found.report}
        if found.commitments is not None:
            packed[self._key("commitments", state)] = found.commitments[0]
        if found.outcomes is not None:
            packed[self._key("outcomes", state)] = found.outcomes
        self._cache.put_packed(packed, version, (head.id,))
        with self._database.write() as connection:
            summaries.put_summary(connection, head)
            if found.indexed is not None:
                word_index.put(connection, head.id, found.indexed)
            if found.commitments is not None:
                said_of_it = promise_words.promise_words(connection, head.id)
                number = None if said_of_it else found.commitments[1]
                summaries.put_n_commitments(connection, head.id, number)

    def _keep_summary(self, report: Report) -> None:
        with self._database.write() as connection:
            summaries.put_summary(connection, summaries.head_of(report))

    def renew_summaries(self, report_ids: Iterable[ReportId]) -> None:
        """Keep anew what lists show of reports whose lines or roles were corrected."""
        for report_id in report_ids:
            with self._database.read() as connection:
                if not shelf.is_shelved(connection, report_id):
                    continue
                said = shelf.corrections(connection, report_id)
                reading = shelf.reading_of(connection, report_id)
            if reading is not None:
                machine = self._machine_report(report_id, reading, said)
                indexed = indexed_text(corrected(machine, said.metadata, said.roles))
                number = self._counted(report_id, state_name(report_id, reading, said))
                with suppress(StoreProblem), self._database.write() as connection:
                    summaries.put_summary(connection, summaries.head_of(machine))
                    summaries.put_n_commitments(connection, report_id, number)
                    word_index.renew(connection, report_id, indexed)

    def _counted(self, report_id: ReportId, state: str) -> int | None:
        """Return how many promises a report has in a state that was looked at, or None."""
        with self._database.read() as connection:
            if promise_words.promise_words(connection, report_id):
                return None
        key = self._key("commitments", state)
        found = self._cache.get(key, tuple[Commitment, ...])
        return None if found is None else len(found)

    def commitments(self, report_id: ReportId) -> tuple[Commitment, ...]:
        """Return what a report promises, with what people said of the promises."""
        found, words = self.promised(report_id)
        said = said_of(words)
        if said == NO_PROMISE_WORDS:
            return found
        report, state = self._report(report_id)

        def correct() -> tuple[Commitment, ...]:
            corrected = self._analysis.correct_promises(report, found, said)
            with suppress(StoreProblem), self._database.write() as connection:
                summaries.put_n_commitments(connection, report_id, len(corrected))
            return corrected

        return self._remember(self._key("promises", state, state_name(said)), correct)

    def promised(self, report_id: ReportId) -> Promised:
        """Return the promises that the program finds, and what people said of them."""
        report, state = self._report(report_id)

        def keep_number(found: tuple[Commitment, ...]) -> None:
            with self._database.write() as connection:
                summaries.put_n_commitments(connection, report_id, len(found))

        found = self._find(
            self._key("commitments", state),
            tuple[Commitment, ...],
            lambda: self._analysis.commitments(report),
            (report_id,),
            keep_number,
        )
        with self._database.read() as connection:
            stored = promise_words.promise_words(connection, report_id)
        return Promised(found, place_words(stored, report, found) if stored else ())

    def commitment(self, commitment_id: CommitmentId) -> Commitment | None:
        """Return a promise by its id, or None when no report of the library has it."""
        with self._database.read() as connection:
            reports = shelf.shelved_ids(connection, commitment_id.split("-", 1)[0])
        for report_id in reports:
            for found in self.commitments(report_id):
                if found.id == commitment_id:
                    return found
        return None

    def outcomes(self, report_id: ReportId) -> tuple[Outcome, ...]:
        """Return what a report says was done."""
        report, state = self._report(report_id)
        return self._find(
            self._key("outcomes", state),
            tuple[Outcome, ...],
            lambda: self._analysis.outcomes(report),
            (report_id,),
        )

    def alignment(self, earlier: ReportId, later: ReportId, part: AlignmentPart) -> Alignment:
        """Return which sections belong beside each other, links by hand applied."""
        return self._alignment(earlier, later, part)[0]

    def _alignment(
        self, earlier: ReportId, later: ReportId, part: AlignmentPart, *, of_topics: bool = False
    ) -> tuple[Alignment, str]:
        first, first_state = self._report(earlier)
        second, second_state = self._report(later)
        with self._database.read() as connection:
            found = links.links_between(connection, earlier, later)
        said = hand_words(first, second, found)
        state = state_name(part.value, first_state, second_state, _listed(said))
        stage = "align topics" if of_topics else "align"
        align = self._analysis.align_topics if of_topics else self._analysis.align
        machine = self._find(
            self._key(stage, state),
            Alignment,
            lambda: align(first, second, part, said),
            (earlier, later),
        )
        linked = self._remember(
            self._key("relinked", stage, state), lambda: relinked(machine, said)
        )
        return linked, state

    def differences(self, earlier: ReportId, later: ReportId, part: AlignmentPart) -> ReportDiff:
        """Return what changed inside aligned sections."""
        alignment, state = self._alignment(earlier, later, part)
        return self._find(
            self._key("compare", state),
            ReportDiff,
            lambda: self._analysis.compare(alignment, self.report(earlier), self.report(later)),
            (earlier, later),
        )

    def tracking(
        self, earlier: ReportId, laters: tuple[ReportId, ...], *, blind: bool = False
    ) -> tuple[Tracking, ...]:
        """Return every promise of a report, judged by the later ones.

        ``blind`` leaves out what people said of passages: it would tell their verdict.
        """
        said = self._words(earlier, laters, blind=blind)
        return self._find(
            self._tracking_key(earlier, laters, said),
            tuple[Tracking, ...],
            lambda: self._analysis.track(
                self.report(earlier),
                tuple(self._read_report(one) for one in laters),
                said,
                self.commitments(earlier),
            ),
            (earlier, *laters),
        )

    def _read_report(self, report_id: ReportId) -> ReadReport:
        """Return a report with its promises, as the program finds them, and its results."""
        found = self.promised(report_id).found
        return ReadReport(self.report(report_id), found, self.outcomes(report_id))

    def _words(
        self, earlier: ReportId, laters: tuple[ReportId, ...], *, blind: bool
    ) -> TrackingWords:
        said = self._tracking_words(earlier, laters)
        return replace(said, matches=()) if blind else said

    def has_tracking(self, earlier: ReportId, laters: tuple[ReportId, ...]) -> bool:
        """Tell whether the verdicts are in the cache."""
        said = self._tracking_words(earlier, laters)
        return self._cache.has(self._tracking_key(earlier, laters, said))

    def _tracking_key(
        self, earlier: ReportId, laters: tuple[ReportId, ...], said: TrackingWords
    ) -> str:
        states = (self._state(one)[2] for one in (earlier, *laters))
        decided = () if said == UNTOLD else (state_name(said),)
        with self._database.read() as connection:
            corrected_by_hand = bool(promise_words.promise_words(connection, earlier))
        words = self.promised(earlier).words if corrected_by_hand else ()
        promises = said_of(words)
        corrected = () if promises == NO_PROMISE_WORDS else ("promises", state_name(promises))
        return self._key("track", *states, *decided, *corrected)

    def _tracking_words(self, earlier: ReportId, laters: tuple[ReportId, ...]) -> TrackingWords:
        """Return what people decided that matters where a report is judged by others."""
        with self._database.read() as connection:
            names = decisions.all_names(connection)
        pairs = tuple(one.pair for one in of_region(names, self.report(earlier))) if names else ()
        return TrackingWords(
            pairs, match_words(decisions_on(self._database, self, earlier), laters)
        )

    def forget_memory(self) -> None:
        """Drop every finding from memory."""
        with self._memory_lock:
            self._memory.clear()

    def _key(self, stage: str, *parts: str) -> str:
        return finding_key(self._analysis.version(), stage, *parts)

    def _remember(self, key: str, compute: Callable[[], T]) -> T:
        with self._memory_lock:
            if key in self._memory:
                self._memory.move_to_end(key)
                found: T = self._memory[key]
                return found
        value = compute()
        with self._memory_lock:
            self._memory[key] = value
            if len(self._memory) > _REMEMBERED:
                self._memory.popitem(last=False)
        return value

    def _find(
        self,
        key: str,
        kind: type[T],
        compute: Callable[[], T],
        sources: tuple[ReportId, ...],
        then: Callable[[T], None] | None = None,
    ) -> T:
        def look_or_compute() -> T:
            kept = self._cache.get(key, kind)
            if kept is not None:
                return kept
            value = compute()
            # A finding that cannot be kept (locked, full disk) is as good as one that was.
            with suppress(StoreProblem), self._database.write():
                self._cache.put(key, self._analysis.version(), value, sources)
                if then is not None:
                    then(value)
            return value

        return self._remember(key, look_or_compute)


def _listed(said: HandWords) -> tuple[object, ...]:
    """Return what was said in an order that is always the same: sets have none."""
    return (sorted(said.together), sorted(said.apart), sorted(said.alone), sorted(said.new))


def unknown_report() -> InputProblem:
    """Return the problem of a report that is not in the workspace."""
    return InputProblem(Message("工作区中没有这份报告。", "The workspace has no such report."))

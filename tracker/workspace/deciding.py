"""What people decide about names and passages: written down, found again, carried to new pairs."""

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.decision import MatchWord, NamePair
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.kept_decision import KeptNames, MatchDecision, NameOrigin
from tracker.model.mark import Anchor
from tracker.store import decisions as rows
from tracker.store.database import Database, now
from tracker.store.journal import Journal
from tracker.workspace.analysis import Analysis
from tracker.workspace.decision_places import decisions_on, of_region
from tracker.workspace.explaining import tidied
from tracker.workspace.findings import Findings

_CONFIRM = Message("认定依据", "confirm a passage")
_REJECT = Message("排除依据", "reject a passage")
_TAKE_BACK = Message("收回对依据的认定", "take a word on a passage back")
_ADD_NAMES = Message("添加名称对照", "add a pair of names")
_REMOVE_NAMES = Message("删除名称对照", "remove a pair of names")


class Deciding:
    """Decisions of a workspace.

    Args:
        database: The workspace file.
        findings: Promises as they are known now.
        analysis: The stages.
        user: Name that is written beside each decision.
    """

    def __init__(
        self, database: Database, findings: Findings, analysis: Analysis, user: str
    ) -> None:
        self._database = database
        self._analysis = analysis
        self._findings = findings
        self._user = user
        self._journal = Journal(database)

    # Passages

    def decide(
        self, commitment_id: CommitmentId, passage: Anchor, *, answers: bool | None, why: str = ""
    ) -> None:
        """Write down whether a passage answers a promise; see ``Workspace.decide``."""
        commitment = self._findings.commitment(commitment_id)
        if commitment is None:
            raise InputProblem(Message("工作区中没有这项承诺。", "No such promise here."))
        later = self._findings.report(passage.report_id)
        if not passage.span or later.quote(passage.span) != passage.quote:
            raise InputProblem(
                Message("报告中没有这段文字。", "The report has no such passage there.")
            )
        statement = commitment.statement
        value = MatchDecision(
            Anchor(statement.report_id, statement.span, statement.quote),
            statement.object,
            passage,
            bool(answers),
            self._user,
            now(),
            tidied(why),
        )
        text = {True: _CONFIRM, False: _REJECT, None: _TAKE_BACK}[answers]
        decisions_on(self._database, self._findings, statement.report_id)  # texts are read by now
        with self._journal.action(text, self._user) as recorder:
            # Looked up here: what a colleague decided a moment ago is there.
            known = decisions_on(self._database, self._findings, statement.report_id)
            before = known.get(commitment_id, ())
            kept = None
            for number, one in before:
                # The last word on a passage counts, and on what overlaps it.
                if not _same_place(one.passage, passage):
                    continue
                if answers is one.answers and one.passage == passage:
                    kept = number
                else:
                    rows.take_match(recorder, number, value.why)
            if answers is not None and kept is None:
                rows.put_match(recorder, None, value)

    def decisions(self, report_id: ReportId) -> dict[CommitmentId, tuple[MatchDecision, ...]]:
        """Return decisions by promises as they are known now, with passages as they stand now."""
        numbered = decisions_on(self._database, self._findings, report_id)
        return {key: tuple(one for _, one in found) for key, found in numbered.items()}

    def offered_names(self, commitment_id: CommitmentId, passage: Anchor) -> NamePair | None:
        """Return names to be offered; see ``Workspace.offered_names``."""
        commitment = self._findings.commitment(commitment_id)
        if commitment is None:
            return None
        report_id = commitment.statement.report_id
        decided = self.decisions(report_id).get(commitment_id, ())
        word = next((one for one in decided if _same_place(one.passage, passage)), None)
        if word is None:
            return None
        place = word.passage
        said = MatchWord(commitment_id, place.report_id, place.span, word.answers)
        outcomes = self._findings.outcomes(place.report_id)
        pair = self._analysis.offer_names(commitment, outcomes, said)
        known = {one.pair.key for one in self.names(report_id)}
        return None if pair is None or pair.key in known else pair

    # Names

    def names(self, report_id: ReportId | None = None) -> tuple[KeptNames, ...]:
        """Return all pairs of names, or those that act on a report; the oldest first."""
        with self._database.read() as connection:
            found = rows.all_names(connection)
        if report_id is None:
            return found
        return of_region(found, self._findings.report(report_id))

    def add_names(
        self, pair: NamePair, used_in: ReportId | None, taken_from: ReportId | None
    ) -> KeptNames:
        """Keep a pair of names; see ``Workspace.add_names``."""
        checked = pair.tidied()
        if checked.problem is not None:
            raise InputProblem(checked.problem)
        region = None if used_in is None else self._findings.report(used_in).meta.region
        value = KeptNames(
            checked,
            "" if region is None else region.code,
            NameOrigin.BY_HAND if taken_from is None else NameOrigin.FROM_MATCH,
            taken_from or ReportId(""),
            self._user,
            now(),
        )
        with self._journal.action(_ADD_NAMES, self._user) as recorder:
            rows.put_names(recorder, value)
        return value

    def remove_names(self, value: KeptNames) -> None:
        """Take a pair of names back."""
        with self._journal.action(_REMOVE_NAMES, self._user) as recorder:
            rows.take_names(recorder, value)


def _same_place(one: Anchor, other: Anchor) -> bool:
    return one.report_id == other.report_id and one.span.overlap(other.span) > 0

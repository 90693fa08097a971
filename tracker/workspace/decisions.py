"""The part of the door by which people decide about names and passages."""

from collections.abc import Mapping

from tracker.model.decision import NamePair
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.kept_decision import KeptNames, MatchDecision
from tracker.model.mark import Anchor
from tracker.workspace.deciding import Deciding
from tracker.workspace.findings import Findings


class Decisions:
    """Decisions of a workspace; see ``Workspace``."""

    _deciding: Deciding
    _findings: Findings

    def decide(
        self, commitment_id: CommitmentId, passage: Anchor, *, answers: bool | None, why: str = ""
    ) -> None:
        """Say that a passage answers a promise, or that it does not; None takes the word back.

        Every tracking of the promise by the passage's report is judged around it. A person's
        verdict on the promise is a mark and stays what it is. ``why`` is the reason in the person's
        words; ``explain`` gives it afterwards.

        Raises:
            InputProblem: No such promise, or the passage does not stand there.
        """
        self._deciding.decide(commitment_id, passage, answers=answers, why=why)

    def decisions(self, report_id: ReportId) -> Mapping[CommitmentId, tuple[MatchDecision, ...]]:
        """Return what was decided on the promises of a report, as they are known now."""
        return self._deciding.decisions(report_id)

    def offered_names(self, commitment_id: CommitmentId, passage: Anchor) -> NamePair | None:
        """Return the names by which a promise and a decided passage differ, to be offered.

        None where nothing was decided on the passage, where no two names can be told, and where
        the pair is kept already.
        """
        return self._deciding.offered_names(commitment_id, passage)

    def names(self, report_id: ReportId | None = None) -> tuple[KeptNames, ...]:
        """Return all pairs of names, or those that act on a report; the oldest first."""
        return self._deciding.names(report_id)

    def add_names(
        self,
        pair: NamePair,
        *,
        used_in: ReportId | None = None,
        taken_from: ReportId | None = None,
    ) -> KeptNames:
        """Keep two names that are one thing, or two; what was said of them before goes.

        Args:
            pair: The names.
            used_in: A report of the region whose reports use them; they hold for the levels above
                and below it too. None: for all reports.
            taken_from: The report whose passage gave the names, None when a person wrote them.

        Raises:
            InputProblem: A name is missing, too short or too long, or both are the same.
        """
        return self._deciding.add_names(pair, used_in, taken_from)

    def remove_names(self, names: KeptNames) -> None:
        """Take a pair of names back."""
        self._deciding.remove_names(names)

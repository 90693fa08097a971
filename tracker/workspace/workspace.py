"""One workspace with everything that can be asked of it: a file, or one that an office shares.

Values come out frozen. Every method may be called from any thread: what touches file or server is
a short transaction under one lock; reading, aligning and judging happen in the calling thread
outside it. Whatever has returned is on the disk (synchronous=FULL; on a server, what it has
committed).

Machine findings and people's work are stored apart. Findings are a cache, keyed by the hash of
the bytes, the stage and the version of the program; corrections, links and marks are anchored
in the text and survive both a better program and a report that is read anew.
"""

from collections.abc import Collection, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from tracker.errors import StoreProblem
from tracker.message import Message
from tracker.model.address import ServerAddress
from tracker.model.alignment import Alignment, AlignmentPart
from tracker.model.change import ReportDiff
from tracker.model.commitment import Commitment, Outcome
from tracker.model.correction import LineCorrection
from tracker.model.draft import Corrections
from tracker.model.ids import ReportId
from tracker.model.library import MetadataCorrection, ReportEntry
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.model.tracking import Tracking
from tracker.store.backup import NoBackups, copies_of
from tracker.store.database import Database
from tracker.store.journal import Journal
from tracker.store.opening import create, open_again, open_place
from tracker.store.place import Place, place_of
from tracker.store.save_copy import write_copy
from tracker.store.server_trouble import EMPTY
from tracker.store.trouble import told
from tracker.workspace.accounts import Accounts
from tracker.workspace.analysis import Analysis
from tracker.workspace.arrivals import Arrivals
from tracker.workspace.bookmarking import Bookmarking
from tracker.workspace.bookmarks import Bookmarks
from tracker.workspace.comparing import Comparing
from tracker.workspace.correcting import Correcting
from tracker.workspace.deciding import Deciding
from tracker.workspace.decisions import Decisions
from tracker.workspace.exchanging import Exchanging
from tracker.workspace.hand_links import HandLinks
from tracker.workspace.handouts import Handouts
from tracker.workspace.intake import Intake
from tracker.workspace.kept_filters import KeptFilters
from tracker.workspace.library import Library
from tracker.workspace.linking import Linking
from tracker.workspace.marking import Marking
from tracker.workspace.marks import Marks
from tracker.workspace.next_documents import laters_for
from tracker.workspace.passages import Passages
from tracker.workspace.promise_correcting import PromiseCorrecting
from tracker.workspace.promise_rows import RowFindings
from tracker.workspace.promise_tables import PromiseTables
from tracker.workspace.promises import Promises
from tracker.workspace.searching import Searches
from tracker.workspace.sharing import Sharing
from tracker.workspace.undoing import Undoing
from tracker.workspace.word_index import WordIndex

SUFFIX = ".duizhang"
"""Ending of a workspace file."""


class Workspace(
    Arrivals,
    Bookmarks,
    Comparing,
    Decisions,
    HandLinks,
    Handouts,
    KeptFilters,
    Marks,
    Passages,
    PromiseTables,
    Promises,
    Searches,
    Sharing,
    Undoing,
):
    """An open workspace; made by ``create``, ``open`` or ``open_sample``.

    Two programs may have the same file open: readers never wait, and each action is one
    transaction. An action that cannot have the file within two seconds raises ``StoreProblem``
    and changes nothing.

    Args:
        database: The open file, or the server.
        user: Name that is written beside marks and corrections.
        analysis: The stages; the program's own unless a test brings others.
        backups: Where copies go.
    """

    def __init__(
        self, database: Database, user: str, analysis: Analysis, backups: NoBackups
    ) -> None:
        self._database = database
        self._analysis = analysis
        self._backups = backups
        self._findings = self._gathered = RowFindings(database, analysis)
        self._library = Library(database, self._findings, analysis, backups, user)
        self._intake = Intake(database, self._findings, self._library, analysis, user)
        self._correcting = Correcting(database, self._findings, user)
        self._linking = Linking(database, self._findings, user)
        self._marking = Marking(database, self._findings, user)
        self._accounts = Accounts(database, self._findings, self._marking)
        self._exchanging = Exchanging(database, self._findings, self._library, user)
        self._bookmarking = Bookmarking(database, self._findings, user)
        self._deciding = Deciding(database, self._findings, analysis, user)
        self._promise_correcting = PromiseCorrecting(database, self._findings, user)
        self._journal = Journal(database, user)
        self._word_index = WordIndex(database, self._findings)
        self._user = user
        self._begin_to_see()

    @classmethod
    def create(
        cls,
        place: Place | str,
        *,
        user: str = "",
        password: str = "",
        analysis: Analysis | None = None,
    ) -> Self:
        """Make a new, empty workspace and open it.

        Args:
            place: A file, or the address of a PostgreSQL database (``postgresql://user@host/db``).
            user: Name that is written beside what is said.
            password: What a server asks for; "" takes one from the address, from ``~/.pgpass`` or
                ``PGPASSWORD``.
            analysis: The stages.

        Raises:
            StoreProblem: There is one already, or it cannot be written.
            InputProblem: It begins like the address of a server and is none.
        """
        database, backups = create(place, password)
        return cls(database, user, analysis or Analysis(), backups)

    @classmethod
    def open(
        cls,
        place: Place | str,
        *,
        user: str = "",
        password: str = "",
        analysis: Analysis | None = None,
    ) -> Self:
        """Open a workspace, given as in ``create``; an older one is brought up to date.

        Of a file a copy is put aside before that, and once a day, in the background.

        Raises:
            StoreProblem: Missing, locked, made by a newer version, no workspace, seen to be
                damaged at once (see ``check``), or on a server that cannot be reached; it is left
                as it was.
            InputProblem: It begins like the address of a server and is none.
        """
        database, backups = open_place(place, password)
        return cls(database, user, analysis or Analysis(), backups)

    def again(self, user: str) -> Self:
        """Open the same workspace once more under another name; this one stays open."""
        database, backups = open_again(self._database)
        return type(self)(database, user, self._analysis, backups)

    @classmethod
    def open_or_create(cls, place: Place | str, *, user: str = "", password: str = "") -> Self:
        """Open a shared workspace; make it where the database holds none.

        Raises:
            StoreProblem: The server cannot be reached, lets nobody in, or cannot be written.
        """
        try:
            return cls.open(place, user=user, password=password)
        except StoreProblem as problem:
            if problem.detail != EMPTY:
                raise
        return cls.create(place, user=user, password=password)

    @classmethod
    def open_sample(
        cls, path: Path | str, *, user: str = "", analysis: Analysis | None = None
    ) -> Self:
        """Open the sample workspace; build it from the program's sample reports when missing."""
        place = Path(path)
        if not place.exists():
            # Built under another name: what has the name is whole.
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            building = place.with_name(f"{place.stem}-{uuid4().hex[:8]}{SUFFIX}")
            try:
                with cls.create(building, user=user, analysis=analysis) as workspace:
                    workspace.import_samples()
                    workspace.clear_undo()
                building.rename(place)
            finally:
                building.unlink(missing_ok=True)
        return cls.open(place, user=user, analysis=analysis)

    @staticmethod
    def copies_of(path: Place | str) -> tuple[Path, ...]:
        """Return the automatic copies of a workspace, latest first; it may be damaged or gone.

        A copy is a workspace file: copied to a place of one's own it can be opened.
        """
        where = place_of(path) if isinstance(path, str) else path
        if isinstance(where, ServerAddress):
            return ()
        with told(where):
            return copies_of(where)

    @property
    def backup_problem(self) -> Message | None:
        """Why today's copy could not be made, or None."""
        return None if self._backups.problem is None else self._backups.problem.message

    def check(self) -> None:
        """Wait until the file was read through, which begins when it is opened.

        Until then, and where it is damaged, nothing is written into it.

        Raises:
            StoreProblem: It is damaged, and was left as it was.
        """
        self._database.check()

    def close(self) -> None:
        """Write everything into the one file and let go of it; may be called twice."""
        self._backups.finish()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def place(self) -> Place:
        """Where it lies: a file, or the address of a server (without a password)."""
        return self._database.place

    @property
    def path(self) -> Path | None:
        """The workspace file, None for a shared workspace."""
        return None if isinstance(self.place, ServerAddress) else self.place

    @property
    def read_only(self) -> bool:
        """Whether it can only be read: what people would change is refused."""
        return self._database.read_only

    def save_copy(self, path: Path | str) -> None:
        """Write all of a workspace file into another file, which becomes a workspace of its own.

        Raises:
            StoreProblem: It cannot be written, or the workspace lies on a server.
        """
        write_copy(self._database, Path(path))

    @property
    def id(self) -> str:
        """A random name that stays with the workspace when it is moved or renamed."""
        return self._database.workspace_id

    @property
    def name(self) -> str:
        """The file's name without its ending; host and database of a shared workspace."""
        return self.place.name if isinstance(self.place, ServerAddress) else self.place.stem

    # Library

    def entries(self) -> tuple[ReportEntry, ...]:
        """Return one line per report, by region, year and name; reads columns only."""
        return self._library.entries()

    def entries_besides(self, known: Collection[ReportId]) -> tuple[ReportEntry, ...]:
        """Return the lines of reports that are not among these: what came in since."""
        return self._library.entries_besides(known)

    def entry(self, report_id: ReportId) -> ReportEntry | None:
        """Return the line of one report, None when it is not in the library."""
        return self._library.find(report_id)

    def reimport(self, report_id: ReportId, path: Path | str, encoding: str = "") -> ReportEntry:
        """Put a new version of a document in the place of a report.

        Marks, links and corrections are anchored anew: by the exact quote near the old place,
        else where it stands only once, else by the best similar passage. Marks whose text is
        gone are listed by ``lost_marks``.

        Raises:
            InputProblem: The file cannot be used, or is another report of this workspace.
        """
        return self._library.reimport(report_id, Path(path), encoding)

    def read_anew(self, report_id: ReportId, encoding: str = "") -> ReportEntry:
        """Read the kept bytes of a report with today's reader, in this encoding ("": found out).

        Marks and corrections move as in ``reimport``. Without it a report keeps the text that
        was read when it was imported.

        Raises:
            InputProblem: The bytes cannot be read so.
        """
        return self._library.read_anew(report_id, encoding)

    def rename(self, report_id: ReportId, name: str) -> ReportEntry:
        """Give a report another name in the library; the ending of its file's name stays.

        Raises:
            InputProblem: No such report, or the name is empty.
        """
        return self._library.rename(report_id, name)

    def remove(self, *report_ids: ReportId) -> None:
        """Take reports out of the library as one action; undo brings them back with their marks."""
        self._library.remove(report_ids)

    def forget(self, report_id: ReportId) -> None:
        """Erase a report for good: bytes, findings, marks, quotes, backups. Cannot be undone."""
        self._library.forget(report_id)

    def correct_line(
        self,
        report_id: ReportId,
        line: int,
        *,
        heading: int | None = None,
        joined: bool | None = None,
        noise: bool | None = None,
    ) -> None:
        """Say what a line is (see ``LineCorrection``); nothing said takes it all back."""
        self._correcting.correct_line(report_id, LineCorrection(line, heading, joined, noise))

    def correct_report(self, report_id: ReportId, said: Corrections) -> None:
        """Put all corrections of a report in the place of those there were, as one action."""
        self._correcting.correct_report(report_id, said)

    def correct_metadata(self, report_id: ReportId, correction: MetadataCorrection) -> None:
        """Set right what the reader took from the head; fields that are None stay as they are."""
        self._correcting.correct_metadata(report_id, correction)

    def correct_role(self, report_id: ReportId, section: int, role: Role | None) -> None:
        """Set the role of a section and what stands under it; None takes the correction back."""
        self._correcting.correct_role(report_id, section, role)

    def content(self, report_id: ReportId) -> bytes:
        """Return the original bytes of a report."""
        return self._findings.content(report_id)

    # Findings

    def report(self, report_id: ReportId) -> Report:
        """Return a report as read, with people's corrections applied.

        Raises:
            InputProblem: No such report in this workspace.
        """
        return self._findings.report(report_id)

    def commitments(self, report_id: ReportId) -> tuple[Commitment, ...]:
        """Return what a report promises, as people set it right, in the order of its text."""
        return self._findings.commitments(report_id)

    def outcomes(self, report_id: ReportId) -> tuple[Outcome, ...]:
        """Return what a report says was done, in the order of its text."""
        return self._findings.outcomes(report_id)

    def alignment(
        self, earlier: ReportId, later: ReportId, part: AlignmentPart = AlignmentPart.PLAN
    ) -> Alignment:
        """Return which sections belong beside each other; links made by hand come first."""
        return self._findings.alignment(earlier, later, part)

    def differences(
        self, earlier: ReportId, later: ReportId, part: AlignmentPart = AlignmentPart.PLAN
    ) -> ReportDiff:
        """Return what changed inside the aligned sections of two reports."""
        return self._findings.differences(earlier, later, part)

    def laters_for(self, earlier: ReportId) -> tuple[ReportId, ...]:
        """Return the documents that a report's promises are judged by.

        First the report itself, when it sets targets and results of the year before beside each
        other in a table; then all documents of the same region and of the next year that is
        there (none when region or year of the report are unknown).
        """
        return laters_for(self._database, self._gathered, earlier)

    def tracking(
        self,
        earlier: ReportId,
        laters: Sequence[ReportId] | None = None,
        *,
        blind: bool = False,
    ) -> tuple[Tracking, ...]:
        """Return every promise of a report, judged; ``laters`` default to ``laters_for``.

        ``blind`` is for a second reader: as if nobody had said whether a passage answers.
        """
        chosen = self.laters_for(earlier) if laters is None else tuple(laters)
        return self._findings.tracking(earlier, chosen, blind=blind)

    def is_ready(self, earlier: ReportId, laters: Sequence[ReportId] | None = None) -> bool:
        """Tell whether ``tracking`` would come from the cache, at once."""
        chosen = self.laters_for(earlier) if laters is None else tuple(laters)
        return self._findings.has_tracking(earlier, chosen)

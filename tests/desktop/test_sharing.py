"""A shared workspace in the window: opened, watched, decided where two met, cut off and back."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from threading import Event
from time import monotonic

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.jobs import catalog
from desktop.jobs.starting import LastView, glance
from desktop.models.workspaces import workspace_name
from desktop.notice import Notice, Tone
from desktop.unsettled import Refused
from tests.builders import SEEDS
from tests.desktop.conftest import Program
from tests.postgres import OWNER, Server
from tracker.message import Message
from tracker.model.address import ServerAddress
from tracker.model.mark import MarkAction
from tracker.model.sharing import CutOff
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace, recent_workspaces

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform without a screen

PASSWORD = "offen sesam"


@pytest.fixture(scope="session")
def model(server: Server) -> ServerAddress:
    """Return a shared workspace with two sample reports, made once in a session."""
    address = server.new_database()
    with Workspace.create(address, user="张三") as workspace:
        workspace.import_files([next(SEEDS.glob(f"{number}_*.txt")) for number in ("002", "000")])
        earlier, later = sorted(workspace.entries(), key=lambda e: e.year or 0)
        workspace.tracking(earlier.id, (later.id,))
        workspace.clear_undo()
    return address


@pytest.fixture
def address(server: Server, model: ServerAddress) -> ServerAddress:
    """Return a copy of it."""
    return server.new_database(f"TEMPLATE {model.database}")


@pytest.fixture
def colleague(address: ServerAddress) -> Iterator[Workspace]:
    """Return the same workspace as a colleague has it open."""
    with Workspace.open(address, user="李四") as opened:
        yield opened


@pytest.fixture
def shared(qtbot, program: Program, address: ServerAddress) -> Program:
    """Return the program with the promises of the earlier report, out of a shared workspace."""
    session = program.session
    program.window.furniture.files.sharing._timer.setInterval(
        200
    )  # colleagues are looked for more often
    with qtbot.waitSignal(session.opened, timeout=60_000):
        session.open_workspace(address)
    earlier = min(session.entries, key=lambda e: e.year or 0)
    with qtbot.waitSignal(session.tracked, timeout=60_000):
        program.window.furniture.ways.show_commitments()
        program.window.furniture.commitments.choose(earlier.id)
    qtbot.waitUntil(
        lambda: program.window.furniture.commitments.model.rowCount() > 10, timeout=20_000
    )
    return program


def promises(program: Program) -> list[str]:
    """Return the promises that are looked at."""
    return [one.commitment.id for one in program.session.tracking.trackings]


def bar(program: Program):
    """Return the message bar."""
    return program.window.message_bar


def type_into(qtbot, field: QLineEdit, text: str) -> None:
    """Type a text into a field."""
    field.setFocus()
    qtbot.keyClicks(field, text)


def asked(qtbot, program: Program):
    """Ask for a shared workspace by key; return the dialog."""
    qtbot.keyClick(
        program.window,
        Qt.Key.Key_O,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    qtbot.waitUntil(lambda: program.window.furniture.files.sharing.dialog is not None)
    dialog = program.window.furniture.files.sharing.dialog
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def guarded(server: Server) -> ServerAddress:
    """Return an empty database of somebody who has to say a password."""
    name = f"guarded{len(server.say('SELECT datname FROM pg_database'))}"
    if not server.say("SELECT 1 FROM pg_roles WHERE rolname = 'guarded'"):
        server.say("CREATE ROLE guarded LOGIN")
    server.say(f"ALTER ROLE guarded PASSWORD '{PASSWORD}'")
    server.say(f"CREATE DATABASE {name} OWNER guarded")
    rules = server.folder / "data" / "pg_hba.conf"
    first = f"local {name} guarded scram-sha-256\n"
    rules.write_text(first + rules.read_text())
    server.say("SELECT pg_reload_conf()")
    return server.address(name, "guarded")


def test_a_shared_workspace_is_opened_by_what_is_typed(qtbot, program, server, tmp_path):
    """Server, database, user, password; a wrong one is told and asked again; it is never kept."""
    address, session = guarded(server), program.session
    dialog = asked(qtbot, program)
    assert not dialog.open_button.isEnabled()
    for field, text in (
        (dialog.host, address.host),
        (dialog.database, address.database),
        (dialog.user, address.user),
        (dialog.password, "wrong"),
    ):
        type_into(qtbot, field, text)
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.isVisible() and bool(dialog.problem.text()), timeout=20_000)
    assert "does not take" in dialog.problem.text()
    assert dialog.password.text() == ""
    type_into(qtbot, dialog.password, PASSWORD)
    with qtbot.waitSignal(session.opened, timeout=20_000):
        qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert session.place == address
    assert session.workspace_path is None
    assert address.name in program.window.windowTitle()
    assert recent_workspaces()[0] == address
    program.settings.sync()
    kept = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    assert kept
    assert not any(PASSWORD.encode() in data or b"sesam" in data for data in kept)
    assert PASSWORD not in program.window.windowTitle() + bar(program).label.text()


def test_a_pasted_address_fills_the_fields(qtbot, program):
    """A password in it goes into the field for it, and out of the readable line."""
    dialog = asked(qtbot, program)
    dialog.url.setFocus()
    dialog.url.setText("postgresql://zhang:ge%20heim@db.example:6000/akten?sslmode=require")
    assert (dialog.host.text(), dialog.port.text()) == ("db.example", "6000")
    assert (dialog.database.text(), dialog.user.text()) == ("akten", "zhang")
    assert dialog.password.text() == "ge heim"
    assert "heim" not in dialog.url.text()
    assert dialog.secured.currentIndex() == 1
    dialog.reject()
    assert dialog.password.text() == ""


def test_a_server_that_is_not_there_is_told_in_the_dialog(qtbot, program, tmp_path):
    """The dialog comes back with a sentence; the workspace before stays open."""
    dialog = asked(qtbot, program)
    type_into(qtbot, dialog.host, str(tmp_path))
    type_into(qtbot, dialog.database, "akten")
    with qtbot.waitSignal(program.session.open_failed, timeout=20_000):
        qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.isVisible)
    assert "cannot be reached" in dialog.problem.text()


def test_what_a_colleague_marks_appears_and_nothing_moves(qtbot, shared, colleague):
    """Within seconds, without a key: the mark is there, the row stays chosen, a line says who."""
    view = shared.window.furniture.commitments
    ids = promises(shared)
    view.table.setCurrentIndex(view.model.index(4, 0))
    chosen, scrolled = view.table.currentIndex().row(), view.table.verticalScrollBar().value()
    with qtbot.waitSignal(shared.session.marks_changed, timeout=20_000):
        colleague.mark(ids[1], verdict=Verdict.MISSED, note="缺口")
    qtbot.waitUntil(lambda: ids[1] in shared.session.tracking.marks, timeout=20_000)
    assert shared.session.tracking.marks[ids[1]].user == "李四"
    assert view.table.currentIndex().row() == chosen
    assert view.table.verticalScrollBar().value() == scrolled
    told = "李四: mark a promise"
    qtbot.waitUntil(lambda: told in shared.window.statusBar().currentMessage(), timeout=20_000)
    earlier = shared.session.tracking.earlier.id
    qtbot.waitUntil(lambda: shared.session.entry(earlier).n_marked == 1, timeout=20_000)


def test_what_the_bar_says_stays_while_colleagues_work(qtbot, shared, colleague):
    """Their actions are told beside it, so that a sentence can be read to its end."""
    told = Message("请核对年份。", "Please check the year.")
    shared.session.noticed.emit(Notice(Tone.WARNING, told))
    colleague.mark(promises(shared)[2], verdict=Verdict.PARTIAL)
    line = shared.window.statusBar()
    qtbot.waitUntil(lambda: "李四" in line.currentMessage(), timeout=20_000)
    assert bar(shared).isVisible()
    assert bar(shared).label.text() == told.en


def look_away(qtbot, program: Program) -> None:
    """Let no look at the server be under way or come: the colleague is faster than the next."""
    program.window.furniture.files.sharing._timer.setInterval(3_600_000)
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=60_000)


@pytest.fixture
def met(qtbot, shared, colleague):
    """Return the program after a mark that a colleague had just made otherwise."""
    look_away(qtbot, shared)
    view, first = shared.window.furniture.commitments, promises(shared)[0]
    colleague.mark(first, verdict=Verdict.MISSED)
    index = view.place_of(first)
    view.table.setCurrentIndex(index)
    view.table.setFocus()
    with qtbot.waitSignal(shared.session.runner.refused, timeout=20_000):
        qtbot.keyClick(view.table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: first in shared.session.tracking.marks, timeout=20_000)
    return shared


def told_of(colleague: Workspace, program: Program) -> list[tuple[MarkAction, str, Verdict | None]]:
    """Return the history of the first promise."""
    events = colleague.history(promises(program)[0])
    return [(e.action, e.user, e.mark.verdict) for e in events]


def test_where_two_met_both_words_are_shown_and_theirs_can_be_taken(qtbot, met, colleague):
    """Nothing was written over; one click leaves the colleague's and remembers mine."""
    first = promises(met)[0]
    assert bar(met).isVisible()
    assert "李四" in bar(met).label.text()
    assert "not kept" in bar(met).label.text() or "missed" in bar(met).label.text()
    assert met.session.tracking.marks[first].verdict is Verdict.MISSED
    assert bar(met).open_button.text() == "Keep mine"
    qtbot.mouseClick(bar(met).other_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(told_of(colleague, met)) == 2, timeout=20_000)
    assert told_of(colleague, met) == [
        (MarkAction.MARKED, "李四", Verdict.MISSED),
        (MarkAction.SET_ASIDE, "张三", Verdict.FULFILLED),
    ]
    assert not met.window.actions_table["keep_mine"].isEnabled()


def test_where_two_met_mine_can_be_kept(qtbot, met, colleague):
    """The same mark is written once more; the colleague's stays in the history."""
    first = promises(met)[0]
    qtbot.mouseClick(bar(met).open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: met.session.tracking.marks[first].verdict is Verdict.FULFILLED, timeout=20_000
    )
    assert [(user, verdict) for _, user, verdict in told_of(colleague, met)] == [
        ("李四", Verdict.MISSED),
        ("张三", Verdict.FULFILLED),
    ]
    assert "both are in the history" in bar(met).label.text()


def test_where_two_met_is_told_beside_the_promise_and_decided_by_key(qtbot, met, colleague):
    """Who said what and when stands over the marks; a key keeps mine or takes theirs."""
    strip = met.window.furniture.commitments.detail.met
    assert strip.isVisible()
    assert "李四 marked this “" in strip.label.text()
    assert "you at" in strip.label.text()
    with qtbot.waitSignal(met.session.marks_changed, timeout=20_000):
        qtbot.keyClick(
            met.window,
            Qt.Key.Key_M,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
        )
    first = promises(met)[0]
    qtbot.waitUntil(
        lambda: met.session.tracking.marks[first].verdict is Verdict.FULFILLED, timeout=20_000
    )
    assert not strip.isVisible()


def test_theirs_is_taken_by_key(qtbot, met, colleague):
    """Ctrl+Alt+T leaves the colleague's mark; one's own is in the history as set aside."""
    strip, first = met.window.furniture.commitments.detail.met, promises(met)[0]
    assert strip.isVisible()
    qtbot.keyClick(
        met.window,
        Qt.Key.Key_T,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    qtbot.waitUntil(lambda: len(told_of(colleague, met)) == 2, timeout=20_000)
    assert told_of(colleague, met)[1] == (MarkAction.SET_ASIDE, "张三", Verdict.FULFILLED)
    assert met.session.tracking.marks[first].verdict is Verdict.MISSED
    assert not strip.isVisible()


def test_of_several_the_promise_that_is_looked_at_is_decided(qtbot, met, colleague):
    """Bar, strip and keys are about one and the same; the other waits and is told next."""
    first, second = promises(met)[:2]
    view = met.window.furniture.commitments
    colleague.mark(second, verdict=Verdict.PARTIAL)
    assert mark_by_key(qtbot, met, 1, Qt.Key.Key_3) == second
    qtbot.waitUntil(lambda: len(met.session.unsettled.met) == 2, timeout=20_000)
    assert "1 more" in bar(met).label.text()
    view.table.setCurrentIndex(view.place_of(first))
    assert met.session.unsettled.met[-1].about == (first,)
    qtbot.mouseClick(view.detail.met.theirs_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(told_of(colleague, met)) == 2, timeout=20_000)
    assert not view.detail.met.isVisible()
    assert [one.about for one in met.session.unsettled.met] == [(second,)]
    assert bar(met).open_button.text() == "Keep mine"
    view.table.setCurrentIndex(view.place_of(second))
    assert view.detail.met.isVisible()


@pytest.fixture
def lost(qtbot, shared, server):
    """Return the program with its server stopped, and a way to start it; it runs afterwards."""
    sharing = shared.window.furniture.files.sharing
    server.stop()
    is_up: list[bool] = []

    def back() -> None:
        server.start()
        is_up.append(True)
        sharing.look()

    try:
        sharing.look()
        qtbot.waitUntil(lambda: "connecting again" in sharing.line.label.text(), timeout=20_000)
        yield back
    finally:
        if not is_up:
            server.start()


def mark_by_key(qtbot, program: Program, number: int, key: Qt.Key) -> str:
    """Mark one of the promises by a key; return its id."""
    view, promise = program.window.furniture.commitments, promises(program)[number]
    view.table.setCurrentIndex(view.place_of(promise))
    view.table.setFocus()
    qtbot.keyClick(view.table, key)
    return promise


def test_what_is_marked_while_the_server_is_away_is_written_when_it_is_back(
    qtbot, shared, lost, server
):
    """Nothing is pretended meanwhile; status line, bar and strip say that it waits."""
    line, unsettled = shared.window.furniture.files.sharing.line, shared.session.unsettled
    detail = shared.window.furniture.commitments.detail
    assert "connecting again" in line.label.text()
    first = mark_by_key(qtbot, shared, 0, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: len(unsettled.held) == 1, timeout=20_000)
    assert "1 of your changes wait" in bar(shared).label.text()
    assert "1 not written" in line.label.text()
    assert first not in shared.session.tracking.marks
    assert detail.met.isVisible()
    assert "your “missed”" in detail.met.label.text()
    assert not detail.met.mine_button.isVisible()
    second = mark_by_key(qtbot, shared, 1, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(unsettled.held) == 2, timeout=20_000)
    lost()
    qtbot.waitUntil(lambda: "2 of your changes were written" in bar(shared).label.text())
    qtbot.waitUntil(lambda: {first, second} <= shared.session.tracking.marks.keys())
    assert unsettled.held == []
    assert not detail.met.isVisible()
    assert line.label.text() == "Shared"


def test_what_waited_meets_what_a_colleague_did_meanwhile(qtbot, shared, lost, server, address):
    """A mark that waits is no licence: it is met, and both words stand beside the promise."""
    first = mark_by_key(qtbot, shared, 0, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(shared.session.unsettled.held) == 1, timeout=20_000)
    server.start()
    with Workspace.open(address, user="李四") as other:
        other.mark(first, verdict=Verdict.MISSED)
    server.stop()
    lost()
    met = shared.window.furniture.commitments.detail.met
    qtbot.waitUntil(lambda: met.isVisible() and met.mine_button.isVisible(), timeout=20_000)
    assert "李四 marked this" in met.label.text()
    assert shared.session.tracking.marks[first].user == "李四"


def test_what_came_through_before_the_line_broke_is_not_done_twice(qtbot, shared, lost, address):
    """The server is asked first: an answer that was lost is not a mark that was lost."""
    done: list[str] = []
    workspace, unsettled = shared.session.workspace, shared.session.unsettled
    workspace.arrived = lambda actions: frozenset({"came"}) & set(actions)
    for key in ("came", "lost"):
        told, again = CutOff(Message("断", "cut")), partial(done.append, key)
        unsettled.hold(Refused(told, again, datetime.now(), key=key))
    lost()
    qtbot.waitUntil(lambda: done == ["lost"], timeout=20_000)
    qtbot.waitUntil(lambda: "2 of your changes" in bar(shared).label.text(), timeout=20_000)


def test_reading_goes_on_while_the_server_is_away(qtbot, shared, lost):
    """What is loaded is read: the next promise, its evidence, the texts side by side."""
    view = shared.window.furniture.commitments
    for number in (3, 4):
        view.table.setCurrentIndex(view.place_of(promises(shared)[number]))
        tracked = shared.session.tracking.trackings[number]
        said = tracked.commitment.statement.object.replace("\n", "")
        assert view.detail.title.text() == said


def test_the_window_asks_before_it_leaves_what_waits(qtbot, shared, lost, tmp_path):
    """Closing it, or opening another workspace, is put off until a person says so."""
    mark_by_key(qtbot, shared, 0, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(shared.session.unsettled.held) == 1, timeout=20_000)
    shared.window.close()
    question = shared.window.furniture.files.sharing.question
    assert shared.window.isVisible()
    assert "1 of your changes" in question.text()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert len(shared.session.unsettled.held) == 1
    mine = tmp_path / "mine.duizhang"
    shared.session.open_workspace(mine)
    question = shared.window.furniture.files.sharing.question
    lose = next(b for b in question.buttons() if "later" in b.text())
    with qtbot.waitSignal(shared.session.opened, timeout=20_000):
        qtbot.mouseClick(lose, Qt.MouseButton.LeftButton)
    assert shared.session.place == mine


def test_another_workspace_opens_at_once_though_the_server_does_not_answer(qtbot, shared, tmp_path):
    """The window waits for no answer of a server that it leaves."""
    database = shared.session.workspace._database
    stands, never = Event(), Event()

    def knock(_: int) -> object:
        stands.set()
        never.wait(30)
        raise psycopg.OperationalError

    mine = tmp_path / "mine.duizhang"
    Workspace.create(mine).close()
    database._door._knock = knock
    with database._lock:
        database._let_go()
    shared.window.furniture.files.sharing.look()
    qtbot.waitUntil(stands.is_set, timeout=10_000)
    qtbot.waitUntil(
        lambda: "waiting for the server" in shared.window.furniture.files.sharing.line.label.text(),
        timeout=10_000,
    )
    before = monotonic()
    found = catalog.open_workspace(mine, "张三")
    shared.session.take_workspace(found)
    assert monotonic() - before < 5
    never.set()
    assert shared.session.place == mine
    assert not shared.window.furniture.files.sharing.line.isVisible()


def test_another_name_goes_on_without_a_password(qtbot, shared, colleague):
    """Marking under another name opens the same workspace again; nobody asks for anything."""
    workspace = shared.session.workspace
    again = workspace.again("王五")
    try:
        first = promises(shared)[0]
        again.mark(first, verdict=Verdict.PARTIAL)
        assert colleague.marks(shared.session.tracking.earlier.id)[first].user == "王五"
    finally:
        again.close()


def test_a_start_asks_no_server_before_a_person_says_so(qtbot, program, tmp_path, address):
    """The shared workspace of last time is offered; the button connects."""
    from tracker.workspace import remember_recent  # noqa: PLC0415

    mine = tmp_path / "mine.duizhang"
    Workspace.create(mine).close()
    remember_recent(mine)
    remember_recent(address)
    found = glance(None, tmp_path / "none", LastView("", ()))
    assert (found.path, found.offered) == (mine, address)
    program.window.furniture.files.sharing.offer(address)
    assert "nothing is connected" in bar(program).label.text()
    assert bar(program).open_button.text() == "Connect"
    with qtbot.waitSignal(program.session.opened, timeout=20_000):
        qtbot.mouseClick(bar(program).open_button, Qt.MouseButton.LeftButton)
    assert program.session.place == address


def test_recent_workspaces_show_host_and_database(qtbot, shared, address):
    """No password, no scheme, no name of a person."""
    assert workspace_name(address) == address.name
    assert f"{OWNER}@" not in address.name
    shared.window.furniture.files._fill_recent()
    shown = [action.text() for action in shared.window.furniture.files.recent_menu.actions()]
    assert address.name in shown


def test_an_undo_that_a_colleague_was_faster_than_is_told(qtbot, shared, colleague):
    """The sentence names who; undo then offers the action before, and theirs stays."""
    first, second = promises(shared)[:2]
    session = shared.session
    undo = shared.window.actions_table["undo"]
    for promise in (second, first):
        session.mark(promise, Verdict.PARTIAL, "")
        qtbot.waitUntil(lambda one=promise: one in session.tracking.marks, timeout=20_000)
    qtbot.waitUntil(undo.isEnabled, timeout=20_000)
    colleague.have_seen(colleague.changes())
    colleague.mark(first, verdict=Verdict.MISSED)
    with qtbot.waitSignal(session.runner.failed, timeout=20_000):
        undo.trigger()
    assert "李四" in bar(shared).label.text()
    qtbot.waitUntil(lambda: shared.session.tracking.marks[first].user == "李四", timeout=20_000)
    undo.trigger()
    qtbot.waitUntil(lambda: second not in session.tracking.marks, timeout=20_000)
    assert session.tracking.marks[first].verdict is Verdict.MISSED


def test_a_name_that_was_refused_is_given_when_it_is_kept(qtbot, shared, colleague):
    """Not marks alone: whatever was refused is done once more when a person says so."""
    look_away(qtbot, shared)
    workspace, report = shared.session.workspace, shared.session.tracking.earlier
    colleague.rename(report.id, "同事起的名字")
    with qtbot.waitSignal(shared.session.runner.refused, timeout=20_000):
        shared.window.furniture.care.rename(report.id, "我起的名字")
    assert "rename a report" in bar(shared).label.text()
    assert workspace.entry(report.id).name.startswith("同事")
    qtbot.mouseClick(bar(shared).open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workspace.entry(report.id).name.startswith("我"), timeout=20_000)


def test_a_note_that_is_being_written_meets_the_colleagues(qtbot, shared, colleague):
    """What came while one wrote was not seen: the note asks before it takes its place."""
    view, first = shared.window.furniture.commitments, promises(shared)[0]
    view.table.setCurrentIndex(view.place_of(first))
    note = view.detail.marks.note
    note.setFocus()
    qtbot.keyClicks(note, "mine")
    sharing = shared.window.furniture.files.sharing
    colleague.mark(first, verdict=Verdict.MISSED, note="theirs")
    qtbot.waitUntil(lambda: first in shared.session.tracking.marks, timeout=20_000)
    assert note.text() == "mine"
    with qtbot.waitSignal(shared.session.runner.refused, timeout=20_000):
        qtbot.keyClick(note, Qt.Key.Key_Return)
    assert colleague.marks(shared.session.tracking.earlier.id)[first].note == "theirs"
    sharing.keep_mine()
    earlier = shared.session.tracking.earlier.id
    qtbot.waitUntil(lambda: colleague.marks(earlier)[first].note == "mine", timeout=20_000)
    assert colleague.marks(earlier)[first].verdict is Verdict.MISSED


def test_the_history_that_is_shown_tells_of_the_colleague(qtbot, shared, colleague):
    """The promise that is looked at shows who marked it a moment ago."""
    view, first = shared.window.furniture.commitments, promises(shared)[0]
    view.table.setCurrentIndex(view.place_of(first))
    said: list[list[str]] = []
    shared.session.history_read.connect(lambda _, events: said.append([e.user for e in events]))
    colleague.mark(first, verdict=Verdict.MISSED)
    qtbot.waitUntil(lambda: said[-1:] == [["李四"]], timeout=20_000)


def test_who_removed_a_report_that_is_looked_at_is_told(qtbot, shared, colleague):
    """An empty page says nothing: the sentence names who, what, and how it comes back."""
    earlier = shared.session.tracking.earlier.id
    name = shared.session.entry(earlier).name
    colleague.remove(earlier)
    qtbot.waitUntil(lambda: "李四 removed" in bar(shared).label.text(), timeout=20_000)
    assert name in bar(shared).label.text()
    colleague.undo()
    qtbot.waitUntil(lambda: shared.session.entry(earlier) is not None, timeout=20_000)


def test_two_windows_under_one_name_are_told_that_they_share_undo(qtbot, shared, address):
    """Once, where the other acts: each may take back what the other did."""
    first, second = promises(shared)[:2]
    with Workspace.open(address, user="张三") as other:
        other.mark(first, verdict=Verdict.MISSED)
        qtbot.waitUntil(lambda: "the name “张三”" in bar(shared).label.text(), timeout=20_000)
        bar(shared).forget()
        other.mark(second, verdict=Verdict.MISSED)
        qtbot.waitUntil(lambda: second in shared.session.tracking.marks, timeout=20_000)
        assert not bar(shared).isVisible()


def test_a_shared_workspace_stays_in_the_list_when_a_file_was_open_since(
    qtbot, shared, address, tmp_path
):
    """It is listed like a file, without a word that is secret; choosing it connects."""
    session = shared.session
    with qtbot.waitSignal(session.opened, timeout=20_000):
        session.open_workspace(tmp_path / "mine.duizhang")
    shared.window.furniture.files._fill_recent()
    shown = shared.window.furniture.files.recent_menu.actions()
    (mine,) = [one for one in shown if one.text() == address.name]
    assert mine.isEnabled()
    with qtbot.waitSignal(session.opened, timeout=20_000):
        mine.trigger()
    assert session.place == address

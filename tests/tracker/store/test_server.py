"""A shared workspace: reached only where it was named, whole after faults, told in a sentence."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event

from tests.postgres import OWNER, Server
from tests.small_analysis import Small
from tracker.errors import StoreProblem
from tracker.model.acting import acting
from tracker.model.address import ServerAddress
from tracker.model.sharing import CutOff
from tracker.model.tracking import Verdict
from tracker.store import door, header
from tracker.store.server import ServerDatabase
from tracker.workspace import Workspace

TEXT = "320500|2021|报告\n# 一\n" + "".join(f"建成第{n}号学校。\n" for n in range(5))


@pytest.fixture
def address(server: Server) -> ServerAddress:
    """Return an empty database."""
    return server.new_database()


def opened(address: ServerAddress, user: str = "张三") -> Workspace:
    """Open a workspace with the toy stages."""
    return Workspace.open(address, user=user, analysis=Small().analysis())


@pytest.fixture
def workspace(address: ServerAddress) -> Iterator[Workspace]:
    """Return a workspace with one report."""
    with Workspace.create(address, user="张三", analysis=Small().analysis()) as made:
        made.import_bytes("r.txt", TEXT.encode())
        yield made


def refused(address: ServerAddress, password: str = "") -> StoreProblem:
    """Return why a workspace cannot be opened; the password is in none of its words."""
    with pytest.raises(StoreProblem) as caught:
        Workspace.open(address, password=password)
    told = caught.value
    if password:
        assert password not in f"{told.message} {told.detail} {told.args}"
        assert told.__cause__ is None
    return told


def test_an_empty_database_is_told_and_takes_a_workspace(address: ServerAddress) -> None:
    """Opening makes nothing; making it once is enough; its name is host and database."""
    assert "no workspace yet" in refused(address).message.en
    with Workspace.create(address) as made:
        assert made.entries() == ()
        assert (made.name, made.path, made.place) == (address.name, None, address)
    with pytest.raises(StoreProblem, match="already"):
        Workspace.create(address)


def test_other_tables_of_the_database_are_left_alone(
    server: Server, address: ServerAddress
) -> None:
    """Everything lies in a schema of its own, whatever else is called report."""
    server.say("CREATE TABLE report (mine int)", address.database)
    with Workspace.create(address, analysis=Small().analysis()) as made:
        made.import_bytes("r.txt", TEXT.encode())
    assert server.say("SELECT count(*) FROM public.report", address.database) == [(0,)]
    assert server.say("SELECT count(*) FROM duizhang.report", address.database) == [(1,)]


def test_the_url_is_the_address(server: Server, workspace: Workspace) -> None:
    """What a person types, with the driver's name or without it, opens the workspace."""
    name = workspace.place.database  # type: ignore[union-attr]
    for scheme in ("postgresql", "postgresql+psycopg"):
        url = f"{scheme}://{OWNER}@/{name}?host={server.folder}"
        with Workspace.open(url, analysis=Small().analysis()) as other:
            assert len(other.entries()) == 1
            assert other.place == workspace.place


def test_names_and_passwords_that_do_not_fit_are_told(server: Server) -> None:
    """Each has its sentence: no server, no database, no password, a wrong one."""
    assert "cannot be reached" in refused(ServerAddress("/nowhere", "x")).message.en
    assert "refused" in refused(server.address("none_of_this_name")).message.en
    if not server.say("SELECT 1 FROM pg_roles WHERE rolname = 'guarded'"):
        server.say("CREATE ROLE guarded LOGIN")
    server.say("ALTER ROLE guarded PASSWORD 'offen sesam'")
    server.say("CREATE DATABASE guarded_work OWNER guarded")
    guarded = server.address("guarded_work", "guarded")
    assert "asks for a password" in refused(guarded).message.en
    assert "does not take" in refused(guarded, "abrakadabra").message.en
    with Workspace.create(guarded, password="offen sesam") as made:
        assert made.entries() == ()
        assert "sesam" not in repr(vars(made)) + repr(made.place) + made.name
    url = f"postgresql://guarded:offen%20sesam@/guarded_work?host={server.folder}"
    with Workspace.open(url) as again:
        assert again.place == guarded
        assert "sesam" not in str(again.place)


def test_only_the_server_that_was_named_is_asked(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hosts that the environment names are not contacted."""
    monkeypatch.setenv("PGHOST", "elsewhere.invalid")
    monkeypatch.setenv("PGHOSTADDR", "192.0.2.1")
    monkeypatch.setenv("PGPORT", "1")
    assert isinstance(workspace.place, ServerAddress)
    with opened(workspace.place) as other:
        assert len(other.entries()) == 1


def test_another_encoding_is_refused(server: Server) -> None:
    """A database that is not in UTF8 cannot keep the texts."""
    address = server.new_database("ENCODING 'SQL_ASCII' TEMPLATE template0")
    with pytest.raises(StoreProblem, match="UTF8"):
        Workspace.create(address)


def test_a_name_without_rights_is_told(server: Server, workspace: Workspace) -> None:
    """Who may read but not write reads, and is told that nothing was changed."""
    assert isinstance(workspace.place, ServerAddress)
    database = workspace.place.database
    server.say("CREATE ROLE guest LOGIN")
    server.say("GRANT USAGE ON SCHEMA duizhang TO guest", database)
    server.say("GRANT SELECT ON ALL TABLES IN SCHEMA duizhang TO guest", database)
    with opened(server.address(database, "guest")) as guest:
        (entry,) = guest.entries()
        promise = guest.commitments(entry.id)[0]
        with pytest.raises(StoreProblem, match="may not read or write"):
            guest.mark(promise.id, verdict=Verdict.MISSED)
    assert workspace.marks(entry.id) == {}


def test_a_newer_workspace_is_refused_also_while_it_is_open(
    server: Server, workspace: Workspace
) -> None:
    """When a colleague's newer program changed the tables, an older one writes no more."""
    assert isinstance(workspace.place, ServerAddress)
    newer = f"UPDATE duizhang.setting SET value = '{header.SCHEMA_VERSION + 1}'"
    server.say(f"{newer} WHERE name = 'schema'", workspace.place.database)
    with pytest.raises(StoreProblem, match="newer version"):
        workspace.import_bytes("s.txt", TEXT.replace("2021", "2022").encode())
    assert "newer version" in refused(workspace.place).message.en


NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{now:04}"
down_revision = "{before:04}"

def upgrade():
    op.add_column("report", sa.Column("shelf", sa.String(), nullable=False, server_default="A"))
    {then}
"""


@pytest.mark.parametrize("then", ["pass", "op.execute('SELECT 1 FROM nothing')"])
def test_an_older_workspace_is_brought_up_to_date_whole(
    server: Server,
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    then: str,
) -> None:
    """Revisions run on a server as on a file, all of them or none."""
    from tracker.store.migrate import upgrade  # noqa: PLC0415

    assert isinstance(workspace.place, ServerAddress)
    coming = header.SCHEMA_VERSION + 1
    script = NEXT.format(then=then, now=coming, before=coming - 1)
    (tmp_path / "v_next.py").write_text(script)
    workspace.close()
    monkeypatch.setattr(header, "SCHEMA_VERSION", coming)
    monkeypatch.setattr(
        "tracker.store.migrate.upgrade", lambda database: upgrade(database, more=tmp_path)
    )
    told = "SELECT value FROM duizhang.setting WHERE name = 'schema'"
    if then == "pass":
        with opened(workspace.place) as again:
            assert len(again.entries()) == 1
        assert server.say(told, workspace.place.database) == [(str(coming),)]
    else:
        with pytest.raises(StoreProblem, match="not whole"):
            opened(workspace.place)
        assert server.say(told, workspace.place.database) == [(str(coming - 1),)]


class Own:
    """A server for one test, which ends it at a bad moment."""

    def __init__(self, server: Server) -> None:
        self.server = server
        address = server.new_database()
        self.workspace = Workspace.create(address, user="张三", analysis=Small().analysis())
        self.workspace.import_bytes("r.txt", TEXT.encode())
        (entry,) = self.workspace.entries()
        self.report = entry.id
        self.promises = [one.id for one in self.workspace.commitments(entry.id)]

    def mark(self, number: int) -> None:
        """Mark one of the promises."""
        self.workspace.mark(self.promises[number], verdict=Verdict.MISSED)


@pytest.fixture
def own(server: Server) -> Iterator[Own]:
    """Return the server with a workspace, and leave it running."""
    made = Own(server)
    yield made
    made.workspace.close()


def test_a_server_that_dies_within_an_action_leaves_nothing_of_it(
    own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mark is refused in a sentence, is not there afterwards, and can be made anew."""
    own.mark(0)
    from tracker.store import marks  # noqa: PLC0415

    real = marks.add_event

    def dying(*given: Any) -> None:
        real(*given)
        own.server.stop()

    monkeypatch.setattr(marks, "add_event", dying)
    try:
        with pytest.raises(CutOff, match="not saved"):
            own.mark(1)
        monkeypatch.undo()
        monkeypatch.setattr(door, "REST_SECONDS", 0)
        with pytest.raises(StoreProblem, match="cannot be reached"):
            own.mark(2)
        with pytest.raises(StoreProblem):
            own.workspace.entries()
    finally:
        own.server.start()
    assert list(own.workspace.marks(own.report)) == [own.promises[0]]
    assert len(own.workspace.history(own.promises[1])) == 0
    own.mark(1)
    assert len(own.workspace.marks(own.report)) == 2


def test_a_server_that_was_started_anew_is_not_noticed(own: Own) -> None:
    """A connection that broke while nothing was done is made anew without a word."""
    own.mark(0)
    own.server.stop()
    own.server.start()
    own.mark(1)
    assert len(own.workspace.marks(own.report)) == 2


@pytest.mark.parametrize("kept", [True, False])
def test_whether_a_mark_came_through_is_asked_when_the_server_is_back(
    own: Own, monkeypatch: pytest.MonkeyPatch, *, kept: bool
) -> None:
    """The line breaks while the answer is waited for: the server knows what became of it."""
    own.mark(0)
    database = own.workspace._database
    assert isinstance(database, ServerDatabase)
    monkeypatch.setattr(door, "REST_SECONDS", 0)

    def breaking(connection: Any) -> None:
        if not database._writing:
            return
        if kept:
            connection.connection.driver_connection.execute("COMMIT; BEGIN")
        own.server.stop()

    event.listen(database._engine, "commit", breaking)
    try:
        with pytest.raises(CutOff, match="not confirmed"), acting("mine"):
            own.mark(1)
    finally:
        event.remove(database._engine, "commit", breaking)
        own.server.start()
    assert own.workspace.arrived(["mine", "other"]) == ({"mine"} if kept else set())
    assert (own.promises[1] in own.workspace.marks(own.report)) is kept


def test_what_waits_behind_a_server_that_does_not_answer_is_told_at_once(own: Own) -> None:
    """One waits for the answer of the door; who comes right behind is not kept waiting."""
    database = own.workspace._database
    assert isinstance(database, ServerDatabase)
    knocks: list[int] = []
    real = database._door._knock

    def knock(seconds: int) -> Any:
        knocks.append(seconds)
        return real(seconds)

    database._door._knock = knock
    own.server.stop()
    try:
        for _ in range(5):
            with pytest.raises(CutOff):
                own.workspace.entries()
    finally:
        own.server.start()
    assert knocks == [door.AGAIN_SECONDS]


def test_a_server_that_lets_nobody_in_for_now_is_one_that_is_away(own: Own) -> None:
    """Who was let in before need not check names: what is done waits until it is open again."""
    assert isinstance(own.workspace.place, ServerAddress)
    name = own.workspace.place.database
    own.server.say(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    own.server.say(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname='{name}'")
    try:
        with pytest.raises(CutOff, match="for now"):
            own.mark(0)
        assert "check the names" in str(refused(own.workspace.place))
    finally:
        own.server.say(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


def test_a_workspace_is_left_at_once_though_its_server_does_not_answer(own: Own) -> None:
    """Closing waits for nobody; who stands before the door is sent away."""
    database = own.workspace._database
    assert isinstance(database, ServerDatabase)
    stands, never = threading.Event(), threading.Event()

    def knock(_: int) -> Any:
        stands.set()
        never.wait(30)
        raise psycopg.OperationalError

    told: list[StoreProblem] = []

    def ask() -> None:
        try:
            own.workspace.entries()
        except StoreProblem as problem:
            told.append(problem)

    database._let_go()
    database._door._knock = knock
    asking = threading.Thread(target=ask)
    asking.start()
    assert stands.wait(10)
    before = time.monotonic()
    own.workspace.close()
    asking.join(10)
    assert time.monotonic() - before < 5
    assert not asking.is_alive()
    assert len(told) == 1
    never.set()


def test_who_ends_the_program_waits_no_longer_than_was_said(own: Own) -> None:
    """An answer that does not come is given up: the line is cut, and nothing was written."""
    assert isinstance(own.workspace.place, ServerAddress)
    with opened(own.workspace.place) as mine:
        told: list[StoreProblem] = []

        def mark() -> None:
            try:
                mine.mark(own.promises[0], verdict=Verdict.MISSED)
            except StoreProblem as problem:
                told.append(problem)

        def work() -> None:
            marking = threading.Thread(target=mark)
            marking.start()
            mine.leave_within(0.3)
            marking.join(10)
            assert not marking.is_alive()

        held(own.workspace.place, work)
        assert [type(one) for one in told] == [CutOff]
    assert own.workspace.marks(own.report) == {}


def held(address: ServerAddress, work: Callable[[], None]) -> None:
    """Do something while a colleague is in the middle of writing."""
    with opened(address, "李四") as other, other._database.write():
        work()


def test_who_writes_waits_for_the_colleague_and_not_for_ever(
    own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another writes, reading goes on; a mark that has to wait too long is refused whole."""
    assert isinstance(own.workspace.place, ServerAddress)
    monkeypatch.setattr(
        "tracker.store.server._SESSION",
        ("SET search_path TO duizhang", "SET lock_timeout TO '200ms'"),
    )
    with opened(own.workspace.place) as mine:

        def work() -> None:
            assert len(mine.entries()) == 1
            with pytest.raises(StoreProblem, match="colleague is writing"):
                mine.mark(own.promises[0], verdict=Verdict.MISSED)
            assert mine.marks(own.report) == {}

        held(own.workspace.place, work)
        mine.mark(own.promises[0], verdict=Verdict.MISSED)
        assert len(mine.marks(own.report)) == 1


def test_two_people_import_at_once(own: Own) -> None:
    """The same folder from two computers: each report once, nobody is stopped."""
    assert isinstance(own.workspace.place, ServerAddress)
    texts = [TEXT.replace("2021", str(2000 + n)).encode() for n in range(6)]
    problems: list[BaseException] = []

    def bring(user: str) -> None:
        try:
            with opened(address, user) as mine:
                for n, text in enumerate(texts):
                    mine.import_bytes(f"{user}{n}.txt", text)
        except BaseException as problem:  # noqa: BLE001 - told by the test
            problems.append(problem)

    address = own.workspace.place
    threads = [threading.Thread(target=bring, args=(user,)) for user in ("李四", "王五")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert len(own.workspace.entries()) == 7


def test_a_finding_of_a_colleague_is_not_made_again(own: Own) -> None:
    """Findings are shared by the hash of what they were made of."""
    assert isinstance(own.workspace.place, ServerAddress)
    own.workspace.tracking(own.report, ())
    small = Small()
    with Workspace.open(own.workspace.place, analysis=small.analysis()) as other:
        other.tracking(own.report, ())
    assert not small.runs["track"]
    assert not small.runs["read"]

"""A workspace on PostgreSQL that an office shares: the only module that reaches another computer.

The tables are those of a file, in a schema of their own (``duizhang``), so that a database may
hold other things too. Who writes holds one lock of the server, so that writers come one after the
other as in a file, and what one looks up before writing stays true; readers see one state and
wait for nobody. Only the server that the address names is asked: what the environment says about
other hosts does not count, and no ticket of a domain is fetched.

The password is held for as long as the workspace is open, to connect anew; it is nowhere else.
"""

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from os import dup
from socket import SHUT_RDWR, socket
from typing import Any

import psycopg
from sqlalchemy import Connection, RootTransaction, create_engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from tracker.errors import StoreProblem
from tracker.model.acting import action
from tracker.model.address import ServerAddress
from tracker.model.sharing import CutOff
from tracker.store import arrivals, dialect, header, schema
from tracker.store import server_trouble as trouble
from tracker.store.database import Database
from tracker.store.door import Door

SCHEMA = "duizhang"
"""Name of the schema that holds the tables."""

CONNECT_SECONDS = 10
"""How long a server may take to answer at first, and a line that broke to be noticed."""

DOUBT_SECONDS = 3
"""How long a server may take to answer beside a line that is silent."""

WAIT_SECONDS = 30
"""How long an action waits for a colleague's: an import of a folder is one transaction."""

_SESSION = (
    f"SET search_path TO {SCHEMA}",
    f"SET lock_timeout TO '{WAIT_SECONDS}s'",
    "SET client_min_messages TO warning",
    "SET synchronous_commit TO on",  # what has returned is on the disk, also of a hasty server
    # A computer that went to sleep in the middle of writing must not keep everybody waiting.
    "SET idle_in_transaction_session_timeout TO '120s'",
)

_TURN = f"SELECT pg_advisory_xact_lock({header.APPLICATION_ID}, 1)"
"""Waits for the turn to write, which ends with the transaction."""


class ServerDatabase(Database):
    """An open shared workspace.

    Args:
        address: Where it lies.
        password: What the server asks for; "" leaves it to libpq (``~/.pgpass``, ``PGPASSWORD``).
    """

    shared = True

    def __init__(self, address: ServerAddress, password: str = "") -> None:
        super().__init__(address)
        self._address = address
        self._password = password
        self._is_doubted = False
        self._door = Door(lambda seconds: _connected(address, password, seconds), address)
        self._anew: Callable[[], ServerDatabase] = lambda: ServerDatabase.open(address, password)
        self._writing = False
        self._in_doubt = False
        self._patience: threading.Timer | None = None
        self._ready = False
        self._closed = False
        # Parameters hold text of documents and must not get into the text of an error.
        self._engine = create_engine(
            "postgresql+psycopg://",
            creator=self._connect,
            poolclass=NullPool,
            hide_parameters=True,
            use_native_hstore=False,
        )
        event.listen(self._engine, "begin", self._on_begin)
        self._connection: Connection | None = None

    @classmethod
    def create(cls, address: ServerAddress, password: str = "") -> "ServerDatabase":
        """Make a new workspace in a database that holds none.

        Raises:
            StoreProblem: There is one, or the server cannot be reached or written.
        """
        database = cls(address, password)
        with database._closed_on_failure():
            with database.write() as connection:
                database._check_encoding(connection)
                if dialect.schema_version(connection):
                    raise trouble.taken(address)
                here = connection.exec_driver_sql(f"SELECT to_regnamespace('{SCHEMA}')")
                if here.scalar() is None:
                    connection.exec_driver_sql(f"CREATE SCHEMA {SCHEMA}")
                dialect.make_tables(connection)
            database._ready = True
        return database

    @classmethod
    def open(
        cls,
        address: ServerAddress,
        password: str = "",
        *,
        upgrade: Callable[[Database], None] | None = None,
    ) -> "ServerDatabase":
        """Open a workspace; ``upgrade`` brings an older one up to date.

        Raises:
            StoreProblem: No workspace there, a newer one, or the server lets nobody in.
        """
        database = cls(address, password)
        with database._closed_on_failure():
            with database.read() as connection:
                database._check_encoding(connection)
                version = dialect.schema_version(connection)
            if not version:
                raise trouble.empty(address)
            if version > header.SCHEMA_VERSION:
                raise trouble.too_new(address, version)
            if version < header.SCHEMA_VERSION and upgrade is not None:
                upgrade(database)
            database._ready = True
        return database

    def again(self) -> "ServerDatabase":
        """Open the same workspace once more; nobody is asked for the password again."""
        return self._anew()

    @contextmanager
    def _closed_on_failure(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise

    def _check_encoding(self, connection: Connection) -> None:
        encoding = str(connection.exec_driver_sql("SHOW server_encoding").scalar())
        if encoding != "UTF8":
            raise trouble.wrong_characters(self._address, encoding)

    # Connection

    def _connect(self) -> psycopg.Connection[Any]:
        try:
            connection = self._door.connect(CONNECT_SECONDS if not self._ready else None)
        except psycopg.Error as error:
            problem = _refusal(error, self._address, known=self._ready)
            raise self._door.keep_shut(problem) from None
        try:
            for statement in _SESSION:
                connection.execute(statement)
        except psycopg.Error:
            connection.close()
            raise
        return connection

    def _on_begin(self, connection: Connection) -> None:
        if not self._writing:
            connection.exec_driver_sql("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            return
        # What is read after the turn came is what the writer before has left.
        connection.exec_driver_sql("BEGIN ISOLATION LEVEL READ COMMITTED")
        connection.exec_driver_sql(_TURN)

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Connection]:
        try:
            with super()._transaction(writing=writing) as connection:
                yield connection
        finally:
            if self._closed:
                self._leave()

    @contextmanager
    def _begun(self, *, writing: bool) -> Iterator[Connection]:
        self._in_doubt = False
        connection, transaction = self._started(writing=writing)
        try:
            with transaction:
                if writing and self._ready:
                    self._check_version(connection)
                yield connection
                # What breaks from here on may have come through all the same.
                self._in_doubt = writing
            self._in_doubt = False
        finally:
            if connection.invalidated:
                self._let_go()

    @contextmanager
    def change(self) -> Iterator[Connection]:
        """See ``Database``; that the action has arrived is kept with what it wrote."""
        with super().change() as connection:
            yield connection
            if action():
                arrivals.note(connection, action(), self.session)

    def arrived(self, actions: Collection[str]) -> frozenset[str]:
        """Return those of some actions that have been kept."""
        with self.write() as connection:  # behind one's own turn: what was under way is over
            arrivals.sweep(connection)
            return arrivals.arrived(connection, actions)

    def doubt(self) -> None:
        """Knock once more beside the line that is silent; where nobody opens, cut that line.

        A server that is busy, or a colleague's long action, is no reason: somebody opens then.
        """
        if not self._is_doubted:
            self._is_doubted = True
            threading.Thread(target=self._knock, daemon=True).start()

    def _knock(self) -> None:
        try:
            _connected(self._address, self._password, DOUBT_SECONDS).close()
        except psycopg.Error as error:
            if not _has_answered(error):
                self._cut_line()
        finally:
            self._is_doubted = False

    def _started(self, *, writing: bool) -> tuple[Connection, RootTransaction]:
        """Open a transaction; on a connection that broke while nothing was done, on a new one."""
        if self._closed:  # nobody is to be connected anew by a job that comes late
            raise trouble.lost(self._address, "closed")
        self._writing = writing
        fresh = self._connection is None
        while True:
            if self._connection is None:
                self._connection = self._engine.connect()
            connection = self._connection
            try:
                return connection, connection.begin()
            except DBAPIError as error:
                self._let_go()
                if fresh or not error.connection_invalidated:
                    raise
                fresh = True

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(DBAPIError):
                connection.close()

    def _check_version(self, connection: Connection) -> None:
        """See that no newer program has changed the tables since they were opened."""
        version = connection.scalar(
            select(schema.setting.c.value).where(schema.setting.c.name == dialect.SCHEMA_SETTING)
        )
        if int(version or 0) > header.SCHEMA_VERSION:
            raise trouble.too_new(self._address, int(version or 0))

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn errors of server and connection into ``StoreProblem``.

        Wrong use of the library and of the tables is our bug and passes through.
        """
        try:
            yield
        except DBAPIError as error:
            problem = _problem_of(error, self._address)
            if problem is None:
                raise
            raise self._doubted(problem) from None
        except psycopg.Error as error:
            problem = _problem_in(error, self._address)
            if problem is None:
                raise
            raise problem from None

    def check(self) -> None:
        """Leave it to the server, which looks after its own files."""

    def _doubted(self, problem: StoreProblem) -> StoreProblem:
        """Return the problem of a line that broke, with what nobody knows yet."""
        if isinstance(problem, CutOff) and self._in_doubt:
            return trouble.unconfirmed(self._address, problem.detail)
        return problem

    def scrub(self) -> None:
        """Let the server use the room of deleted rows again."""
        with self._lock, self.told():
            if self._current is not None or self._connection is None:
                return
            raw = self._connection.connection.driver_connection
            if isinstance(raw, psycopg.Connection):
                for table in schema.metadata.tables:
                    raw.execute(f'VACUUM "{table}"'.encode())

    def leave_within(self, seconds: float) -> None:
        """Cut the line after this long: who waits for an answer is told that it is lost."""
        self._patience = threading.Timer(seconds, self._cut)
        self._patience.daemon = True
        self._patience.start()

    def _cut(self) -> None:
        self._door.shut()
        self._cut_line()

    def _cut_line(self) -> None:
        connection = self._connection
        raw = connection.connection.driver_connection if connection is not None else None
        if isinstance(raw, psycopg.Connection) and not raw.closed:
            with suppress(OSError, psycopg.Error), socket(fileno=dup(raw.fileno())) as line:
                line.shutdown(SHUT_RDWR)

    def close(self) -> None:
        """Let go of the server, at once; who is at work there ends that first.

        Nobody waits for a server that may not answer: what holds the connection lets it go.
        """
        self._closed = True
        if self._patience is not None:
            self._patience.cancel()
        self._door.shut()
        self._leave()

    def _leave(self) -> None:
        if self._lock.acquire(blocking=False):
            try:
                if self._current is None:
                    self._let_go()
                    self._engine.dispose()
            finally:
                self._lock.release()


def _connected(address: ServerAddress, password: str, seconds: int) -> psycopg.Connection[Any]:
    """Return a connection to exactly this server, where each statement is its own transaction."""
    given: dict[str, Any] = dict(address.options)
    if address.user:
        given["user"] = address.user
    if password:
        given["password"] = password
    return psycopg.connect(
        autocommit=True,
        prepare_threshold=None,  # a pool between us and the server may not keep them
        host=address.host,
        hostaddr="",  # or PGHOSTADDR would lead elsewhere
        port=address.port,
        dbname=address.database,
        connect_timeout=seconds,
        tcp_user_timeout=CONNECT_SECONDS * 1000,
        keepalives_idle=30,
        client_encoding="utf8",
        gssencmode="disable",
        application_name="duizhang",
        **given,
    )


def _refusal(error: psycopg.Error, address: ServerAddress, *, known: bool) -> StoreProblem:
    """Return why a server let nobody in; its own words come in its language and stay unread.

    Args:
        error: What came back.
        address: Where it lies.
        known: Whether it let the same person in before: then the work waits for it.
    """
    problem = _told_at_the_door(error, address, known=known)
    return CutOff(problem.message, problem.detail) if known else problem


def _told_at_the_door(error: psycopg.Error, address: ServerAddress, *, known: bool) -> StoreProblem:
    state = error.pgconn
    if state is not None and state.needs_password:
        return trouble.password_wanted(address)
    if state is not None and state.used_password:
        return trouble.password_refused(address)
    detail = type(error).__name__
    if _has_answered(error):
        return trouble.not_now(address, detail) if known else trouble.turned_away(address, detail)
    return trouble.unreachable(address, detail)


def _has_answered(error: psycopg.Error) -> bool:
    """Tell whether a server is there that let nobody in: it may have too many visitors."""
    state = error.pgconn
    if state is not None and (state.needs_password or state.used_password):
        return True
    # One that answers names how grave it is, in English or in its language.
    return any(word in str(error) for word in ("FATAL", "致命", "ERROR:"))


def _problem_of(error: DBAPIError, address: ServerAddress) -> StoreProblem | None:
    if error.connection_invalidated:
        return trouble.lost(address, type(error.orig).__name__)
    return _problem_in(error.orig, address) if isinstance(error.orig, psycopg.Error) else None


def _problem_in(error: psycopg.Error, address: ServerAddress) -> StoreProblem | None:
    state = error.sqlstate or ""
    if state in {"55P03", "40P01", "40001", "57014"}:
        return trouble.busy(address)
    if state in {"42501", "25006"}:
        return trouble.denied(address, state)
    if state[:2] == "53":
        return trouble.full(address, state)
    if state in {"42P01", "42703", "3F000"} or state[:2] in {"58", "XX"}:
        return trouble.broken(address, state)
    if state[:2] in {"08", "57"} or (not state and isinstance(error, psycopg.OperationalError)):
        return trouble.lost(address, state or type(error).__name__)
    return None

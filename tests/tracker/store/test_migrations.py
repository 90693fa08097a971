"""Files of older versions: a copy is put aside, then every revision runs, or none."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.small_analysis import Small
from tracker.errors import StoreProblem
from tracker.model.ids import ReportId
from tracker.model.mark import Anchor
from tracker.model.span import Span
from tracker.store import header
from tracker.store.backup import Backups
from tracker.store.database import FileDatabase
from tracker.store.migrate import upgrade
from tracker.workspace import Workspace

VERSIONS = {n: Path(__file__).with_name(f"version_{n}.sql") for n in range(1, 12)}
"""Tables of each version as they stand in files that people have; never edited."""

COMING = header.SCHEMA_VERSION + 1
"""The version after that of today."""

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{now:04}"
down_revision = "{before:04}"


def upgrade():
    with op.batch_alter_table("report") as report:
        report.add_column(sa.Column("shelf", sa.String(), nullable=False, server_default="A"))
    {then}
"""


def old_file(path: Path, version: int = 1) -> Path:
    """Return a file as a version of the program leaves it, with one report in it."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.executescript(VERSIONS[version].read_text())
        file.execute(f"PRAGMA application_id={header.APPLICATION_ID}")
        file.execute(f"PRAGMA user_version={version}")
        file.execute("INSERT INTO setting VALUES ('workspace', 'c0ffee')")
        file.execute(
            "INSERT INTO report VALUES ('abc', 'r.txt', '2026-11-21T00:00:00+00:00', NULL)"
        )
        file.commit()
    return path


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return a function that makes the program one of the coming version, with a revision."""

    def make(then: str = "pass") -> Path:
        folder = tmp_path / "revisions"
        folder.mkdir()
        script = NEXT.format(then=then, now=COMING, before=COMING - 1)
        (folder / f"v{COMING:04}_next.py").write_text(script)
        monkeypatch.setattr(header, "SCHEMA_VERSION", COMING)
        monkeypatch.setattr(
            "tracker.store.migrate.upgrade", lambda database: upgrade(database, more=folder)
        )
        return folder

    return make


def tables(path: Path) -> dict[str, object]:
    """Return tables with their columns, and indexes with their definitions.

    A column that was added stands at another place of the definition; columns are compared.
    """
    with closing(sqlite3.connect(path)) as file:
        found = file.execute("SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {
            name: sorted(file.execute(f"SELECT * FROM pragma_table_info('{name}')"))
            if kind == "table"
            else re.sub(r'[\s"]+', " ", sql).strip()
            for name, kind, sql in found.fetchall()
            if not name.startswith(("sqlite_", "alembic_"))
        }


def test_a_new_file_has_the_tables_that_the_revisions_make(tmp_path: Path) -> None:
    """Making the tables at once and running all revisions lead to the same schema."""
    FileDatabase.create(tmp_path / "new.duizhang").close()
    empty = tmp_path / "old.duizhang"
    with closing(sqlite3.connect(empty)) as file:
        file.execute("PRAGMA user_version=0")
        file.execute("CREATE TABLE gone (x)")
        file.execute("DROP TABLE gone")
    database = FileDatabase(empty)
    upgrade(database)
    database.close()
    assert tables(empty) == tables(tmp_path / "new.duizhang")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_stays_as_it_was_published(tmp_path: Path, version: int) -> None:
    """The revisions up to a version make the tables of its kept fixture."""
    path = old_file(tmp_path / "kept.duizhang", version)
    made = tmp_path / "made.duizhang"
    with closing(sqlite3.connect(made)) as file:
        file.execute("PRAGMA user_version=0")
        file.execute("CREATE TABLE gone (x)")
        file.execute("DROP TABLE gone")
    database = FileDatabase(made)
    upgrade(database, target=version)
    database.close()
    assert tables(path) == tables(made)


def test_a_report_of_version_1_is_read_once_and_then_kept(tmp_path: Path) -> None:
    """Version 1 had the bytes alone: they are read when first asked for, and never again."""
    path = old_file(tmp_path / "v1.duizhang")
    with closing(sqlite3.connect(path)) as file:
        data = "320500|2021|报告\n# 一\n建成学校1所。\n".encode()
        file.execute("INSERT INTO content VALUES ('abc', 'r.txt', ?)", [data])
        file.commit()
    small = Small()
    for version in ("1", "2"):
        small.version = version
        with Workspace.open(path, analysis=small.analysis()) as workspace:
            assert workspace.report(ReportId("abc")).meta.title == "报告"
        small.reader = str.lower
    assert small.runs["decode"] == 1
    assert small.runs["read"] == 2


def test_a_file_of_version_3_takes_bookmarks(tmp_path: Path) -> None:
    """What was in it is there afterwards, and a bookmark on it is kept and undone."""
    path = old_file(tmp_path / "v3.duizhang", 3)
    with closing(sqlite3.connect(path)) as file:
        data = "320500|2021|报告\n# 一\n建成学校1所。\n".encode()
        file.execute("INSERT INTO content VALUES ('abc', 'r.txt', ?, NULL, NULL)", [data])
        file.commit()
    # The toy reader names a report by the hash of its bytes, the file by what it was kept under.
    with Workspace.open(path, analysis=Small().analysis()) as workspace:
        assert workspace.bookmarks() == ()
        text = workspace.report(ReportId("abc")).text
        at = text.index("建成")
        place = Anchor(ReportId("abc"), Span(at, at + 4), text[at : at + 4])
        kept = workspace.add_bookmark(place, "核对")
    with Workspace.open(path, analysis=Small().analysis()) as workspace:
        assert workspace.bookmarks() == (kept,)
        workspace.undo()
        assert workspace.bookmarks() == ()


@pytest.mark.parametrize("version", VERSIONS)
def test_an_older_file_is_upgraded_after_a_copy(
    tmp_path: Path, next_version: Callable[[str], Path], version: int
) -> None:
    """What was in the file is there afterwards; the copy is of the old version."""
    path = old_file(tmp_path / "old.duizhang", version)
    next_version("pass")
    with Workspace.open(path, analysis=Small().analysis()) as workspace:
        assert [entry.name for entry in workspace.entries()] == ["r.txt"]
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT report_id, shelf FROM report").fetchall() == [("abc", "A")]
        assert file.execute("PRAGMA user_version").fetchone() == (COMING,)
    (copy,) = (tmp_path / "data").rglob("*before-migration.duizhang")
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (version,)


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, next_version: Callable[[str], Path]
) -> None:
    """All revisions are one transaction."""
    path = old_file(tmp_path / "v1.duizhang")
    before = tables(path)
    next_version("raise OSError('no space')")
    with pytest.raises(StoreProblem):
        Workspace.open(path)
    assert tables(path) == before
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (1,)
        assert file.execute("SELECT count(*) FROM report").fetchone() == (1,)


def test_no_migration_without_a_copy(
    tmp_path: Path, next_version: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the copy cannot be made the file is not touched."""
    path = old_file(tmp_path / "v1.duizhang")
    next_version("pass")
    (tmp_path / "nowhere").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nowhere"))
    with pytest.raises(StoreProblem):
        Workspace.open(path)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (1,)


LOADED = """
import sys
from tracker.workspace import Workspace
Workspace.open(sys.argv[1]).close()
unwanted = "alembic", "jieba", "pandas", "psycopg", "PySide6"
print([name for name in unwanted if name in sys.modules])
"""


def test_a_file_of_today_loads_no_alembic(tmp_path: Path) -> None:
    """Imports are start-up time: opening loads neither Alembic nor jieba nor pandas nor Qt."""
    path = tmp_path / "w.duizhang"
    Workspace.create(path).close()
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_seven_copies_are_kept_and_private(tmp_path: Path) -> None:
    """The oldest copies go; folder and files are closed to others."""
    database = FileDatabase.create(tmp_path / "w.duizhang")
    backups = Backups(database)
    made = [backups.make("daily") for _ in range(9)]
    assert list(backups.copies()) == made[-7:]
    assert backups.folder.stat().st_mode & 0o777 == 0o700
    assert backups.folder.parent.stat().st_mode & 0o777 == 0o700
    assert {copy.stat().st_mode & 0o777 for copy in backups.copies()} == {0o600}
    FileDatabase.open(made[-1]).close()
    database.close()


def test_copies_of_a_damaged_workspace_are_found(tmp_path: Path) -> None:
    """A file that cannot be opened any more still has its copies, and they can be opened."""
    path = tmp_path / "w.duizhang"
    Workspace.create(path).close()
    Workspace.open(path).close()
    Workspace.create(tmp_path / "other.duizhang").close()
    Workspace.open(tmp_path / "other.duizhang").close()
    path.write_bytes(b"broken")
    (copy,) = Workspace.copies_of(path)
    path.write_bytes(copy.read_bytes())
    Workspace.open(path).close()


def test_one_copy_a_day(tmp_path: Path) -> None:
    """Opening twice on a day makes one copy."""
    path = tmp_path / "w.duizhang"
    Workspace.create(path).close()
    for _ in range(2):
        Workspace.open(path).close()
    assert len(list((tmp_path / "data").rglob("*daily.duizhang"))) == 1

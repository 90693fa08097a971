"""Work that waits for a shared workspace, in files of the person's own computer."""

import os
from datetime import UTC, datetime

import pytest

from tracker.errors import StoreProblem
from tracker.message import Message
from tracker.model.address import ServerAddress
from tracker.store.held import Held, HeldWork

ADDRESS = ServerAddress("db.example", "akten", "zhang")
WHEN = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def one(name: str) -> Held:
    """Return something that waits."""
    return Held(
        name, WHEN, "catalog.mark", {"note": "缺口"}, ("p1",), Message("未兑现", "missed"), "s", 7
    )


@pytest.fixture
def work() -> HeldWork:
    return HeldWork(ADDRESS, "张三")


def kept(folder) -> list:
    return sorted(folder.rglob("*.held"))


def test_what_waits_is_found_by_another_run_in_its_order(work):
    """A line says everything that is needed to do it again."""
    for name in ("b", "a", "c"):
        work.add(one(name))
    assert HeldWork(ADDRESS, "张三").waiting() == (one("b"), one("a"), one("c"))


def test_nobody_elses_work_is_found(work):
    """Neither that of another name, nor of another workspace."""
    work.add(one("a"))
    assert HeldWork(ADDRESS, "李四").waiting() == ()
    assert HeldWork(ServerAddress("db.example", "andere", "zhang"), "张三").waiting() == ()


def test_what_is_written_goes(work, private_place):
    """What does not wait any more leaves nothing behind."""
    for name in "ab":
        work.add(one(name))
    work.settle()
    work.remove(["a"])
    assert [o.id for o in work.waiting()] == ["b"]
    work.remove(["b"])
    assert kept(private_place) == []


def test_two_windows_spoil_nothing_for_each_other(work):
    """One is done with its own while the other adds."""
    other = HeldWork(ADDRESS, "张三")
    work.add(one("a"))
    other.add(one("b"))
    work.remove(["a"])
    other.add(one("c"))
    assert [o.id for o in work.waiting()] == ["b", "c"]


def test_what_met_a_power_cut_spoils_no_other(work, private_place):
    """Half of one is passed over."""
    for name in "ab":
        work.add(one(name))
    first = kept(private_place)[0]
    first.write_bytes(first.read_bytes()[:40])
    assert [o.id for o in work.waiting()] == ["b"]


@pytest.mark.skipif(os.name != "posix", reason="the system has other permissions")
def test_nobody_else_may_read_it(work, private_place):
    """A note is in it; neither the file nor its folder is open to others."""
    work.add(one("a"))
    (path,) = kept(private_place)
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_what_cannot_be_kept_is_told(work, private_place):
    """Whoever relies on it learns that it is not there."""
    work.add(one("a"))
    (path,) = kept(private_place)
    path.unlink()
    path.parent.rmdir()
    path.parent.write_bytes(b"a file in the way")
    with pytest.raises(StoreProblem, match="disk"):
        work.add(one("b"))

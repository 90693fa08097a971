"""Work that a shared workspace has not taken yet, on the person's own computer.

A folder for each address and name holds a small file for each action, which goes when the server
has it; so several windows can be at it. An address never holds a password. What was done may hold
words of a note, so nobody else may read it; it is read as data alone, checked against the types
of what it claims to be.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import time_ns
from typing import cast

import msgspec

from tracker.errors import StoreProblem
from tracker.message import Message
from tracker.model.address import ServerAddress
from tracker.store.private import private_state

ENDING = ".held"

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


@dataclass(frozen=True, slots=True)
class Held:
    """Something a person did that waits for the server.

    Attributes:
        id: Random name of the action.
        at: When it was done.
        kind: What it was, by the name its place in the program has.
        given: What it was done with.
        about: Ids of the promises that it is about.
        says: What it says of them, or None.
        session: Session in which it was done.
        seen: Number of the latest change that the person knew of.
    """

    id: str
    at: datetime
    kind: str
    given: dict[str, object]
    about: tuple[str, ...] = ()
    says: Message | None = None
    session: str = ""
    seen: int = 0


class HeldWork:
    """What one person has waiting for one shared workspace.

    Args:
        address: The workspace.
        user: The name it was done under: nobody's work is written under another's.
    """

    def __init__(self, address: ServerAddress, user: str) -> None:
        self._name = hashlib.sha256(f"{address.url}\n{user}".encode()).hexdigest()[:24]
        self._address = address

    def waiting(self) -> tuple[Held, ...]:
        """Return what waits, in the order in which it was done; what cannot be read is left out.

        Raises:
            StoreProblem: It is there and cannot be read.
        """
        with self._told():
            found = (_read(path) for path in sorted(self._folder().glob(f"*{ENDING}")))
            return tuple(one for one in found if one is not None)

    def add(self, one: Held) -> None:
        """Write down that something waits: it outlives the program, and with ``settle`` the power.

        Raises:
            StoreProblem: It cannot be written.
        """
        # A number that grows, so that names stand in the order in which things were done.
        path = self._folder() / f"{time_ns():020}-{one.id}{ENDING}"
        with self._told(), os.fdopen(os.open(path, _NEW, 0o600), "wb") as file:
            file.write(msgspec.json.encode(one))

    def settle(self) -> None:
        """Let everything that waits be on the disk when this returns.

        Raises:
            StoreProblem: It cannot be written.
        """
        with self._told():
            folder = self._folder()
            for path in folder.glob(f"*{ENDING}"):
                _flush(path, os.O_RDWR)
            if os.name == "posix":  # elsewhere a folder cannot be told to keep names
                _flush(folder, os.O_RDONLY)

    def remove(self, actions: Iterable[str]) -> None:
        """Let some wait no more.

        Raises:
            StoreProblem: They cannot be taken away.
        """
        with self._told():
            for action in actions:
                for path in self._folder().glob(f"*-{action}{ENDING}"):
                    path.unlink(missing_ok=True)

    def _folder(self) -> Path:
        with self._told():
            return private_state("waiting", self._name)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise self._problem(error) from error

    def _problem(self, error: OSError) -> StoreProblem:
        return StoreProblem(
            Message(
                f"未写入“{self._address.name}”的改动无法存到本机：请检查磁盘是否已满、能否写入。",
                f"What waits for “{self._address.name}” cannot be kept on this computer: see that "
                "the disk is not full and can be written to.",
            ),
            str(error.errno),
        )


def given(values: dict[str, object]) -> dict[str, object]:
    """Return values as they can be written into a file."""
    plain: dict[str, object] = msgspec.to_builtins(values)
    return plain


def taken(value: object, kind: object) -> object:
    """Return a value of a file as what it was.

    Raises:
        ValueError: It is nothing of this kind.
    """
    return msgspec.convert(value, cast("type[object]", kind))


def _read(path: Path) -> Held | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=Held)
    except FileNotFoundError:  # another window is done with it
        return None
    except (msgspec.MsgspecError, ValueError):  # it met a power cut
        return None


def _flush(path: Path, flags: int) -> None:
    with suppress(FileNotFoundError):
        handle = os.open(path, flags)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

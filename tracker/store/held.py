"""Work that a shared workspace has not taken yet, in a file of the person's own computer.

One file for each address and name: a line for what waits, and one for what does not wait any
more. A line is on the disk before anybody relies on it. The file goes when nothing waits. An
address never holds a password. What was done may hold words of a note, so nobody else may read
the file; it is read as data alone, checked against the types of what it claims to be.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

import msgspec

from tracker.errors import StoreProblem
from tracker.message import Message
from tracker.model.address import ServerAddress
from tracker.store.private import private_state

ENDING = ".held"


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


@dataclass(frozen=True, slots=True)
class _Gone:
    """An action that does not wait any more."""

    gone: str


class HeldWork:
    """What one person has waiting for one shared workspace.

    Args:
        address: The workspace.
        user: The name it was done under: nobody's work is written under another's.
    """

    def __init__(self, address: ServerAddress, user: str) -> None:
        self._name = hashlib.sha256(f"{address.url}\n{user}".encode()).hexdigest()[:24] + ENDING
        self._address = address

    def _path(self) -> Path:
        return private_state("waiting") / self._name

    def waiting(self) -> tuple[Held, ...]:
        """Return what waits, in the order in which it was done; what cannot be read is left out.

        Raises:
            StoreProblem: The file is there and cannot be read.
        """
        try:
            lines = self._path().read_bytes().splitlines()
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise self._problem(error) from error
        found: dict[str, Held] = {}
        for line in lines:
            one = _read(line)  # the last line may have met a power cut
            if isinstance(one, Held):
                found[one.id] = one
            elif one is not None:
                found.pop(one.gone, None)
        return tuple(found.values())

    def add(self, one: Held) -> None:
        """Write down that something waits; it is on the disk when this returns.

        Raises:
            StoreProblem: It cannot be written.
        """
        self._append(one)

    def remove(self, actions: Iterable[str]) -> None:
        """Write down that some do not wait any more; where none is left the file goes.

        Raises:
            StoreProblem: It cannot be written.
        """
        for action in actions:
            self._append(_Gone(action))
        if not self.waiting():
            self._path().unlink(missing_ok=True)

    def _append(self, what: Held | _Gone) -> None:
        try:
            path = self._path()
            is_new = not path.exists()
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
            with os.fdopen(os.open(path, flags, 0o600), "ab") as file:
                # A line that a power cut left half must not spoil this one.
                file.write(b"\n" + msgspec.json.encode(what) + b"\n")
                file.flush()
                os.fsync(file.fileno())
            if is_new:
                _keep_name(path.parent)
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
    """Return values as they can be written into a line."""
    plain: dict[str, object] = msgspec.to_builtins(values)
    return plain


def taken(value: object, kind: object) -> object:
    """Return a value of a line as what it was.

    Raises:
        ValueError: It is nothing of this kind.
    """
    return msgspec.convert(value, cast("type[object]", kind))


def _read(line: bytes) -> Held | _Gone | None:
    for kind in (Held, _Gone):
        with suppress(msgspec.MsgspecError, ValueError):
            return cast("Held | _Gone", msgspec.json.decode(line, type=kind))
    return None


def _keep_name(folder: Path) -> None:
    """Let a new file's name survive a power cut, where a folder can be told to keep it."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

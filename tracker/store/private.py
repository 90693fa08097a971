"""Folders and files that only their owner may read (0700, 0600)."""

import os
from contextlib import suppress
from pathlib import Path

import platformdirs


def private_folder(*names: str) -> Path:
    """Return a folder in the user's own data folder; made when missing, closed to others."""
    return _closed(Path(platformdirs.user_data_dir("duizhang", appauthor=False)), names)


def private_cache() -> Path:
    """Return the user's own cache folder; made when missing, closed to others."""
    return _closed(Path(platformdirs.user_cache_dir("duizhang", appauthor=False)), ())


def private_state(*names: str) -> Path:
    """Return a folder for what outlives a run of the program and belongs to no workspace."""
    return _closed(Path(platformdirs.user_state_dir("duizhang", appauthor=False)), names)


def prepare_words() -> None:
    """Let the dictionary of words keep its cache in the user's own folder.

    Where there can be none (a read-only home), words are made anew in each run.
    """
    # The dictionary is loaded when the first text has to be read.
    from tracker.text.tokens import configure  # noqa: PLC0415

    with suppress(OSError):
        configure(str(private_cache()))


def _closed(folder: Path, names: tuple[str, ...]) -> Path:
    for part in (None, *names):
        folder = folder if part is None else folder / part
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    return folder


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read, or close an existing one to others."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if os.name == "posix":
        path.chmod(0o600)


def replace_file(path: Path, data: bytes) -> None:
    """Write a private file whole: a crash leaves the old one or the new one."""
    fresh = path.with_name(path.name + ".new")
    make_private(fresh)
    with fresh.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)

"""The list of recent workspaces: latest first, private, never in the way."""

from pathlib import Path

from tracker.store import recents
from tracker.store.private import private_folder


def made(tmp_path: Path, number: int) -> Path:
    """Return an existing file."""
    path = tmp_path / f"{number}.duizhang"
    path.touch()
    return path


def test_the_latest_is_first_and_the_list_is_short(tmp_path: Path) -> None:
    """Opening again moves to the head; only existing files are told."""
    paths = [made(tmp_path, number) for number in range(recents.KEPT + 2)]
    for path in (*paths, paths[5]):
        recents.remember(path)
    assert recents.recents()[0] == paths[5]
    assert len(recents.recents()) == recents.KEPT
    paths[5].unlink()
    assert paths[5] not in recents.recents()
    recents.forget(paths[6])
    assert paths[6] not in recents.recents()


def test_the_list_is_private(tmp_path: Path) -> None:
    """Nobody else may read which files a person works on."""
    recents.remember(made(tmp_path, 1))
    (file,) = private_folder().iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert private_folder().stat().st_mode & 0o777 == 0o700


def test_a_broken_list_is_empty(tmp_path: Path) -> None:
    """A list that cannot be read is no list."""
    recents.remember(made(tmp_path, 1))
    (private_folder() / "recents.json").write_bytes(b"\xff{")
    assert recents.recents() == ()

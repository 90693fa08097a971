"""Fixtures that several folders of tests share."""

import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from tests import postgres
from tests.builders import SEEDS
from tracker import pipeline
from tracker.model.report import Report
from tracker.store.place import Place
from tracker.store.private import prepare_words

# How long an example takes says more of the machine than of the code (the first loads jieba).
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def private_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep caches away from the person who runs the tests; words are cut once in a session."""
    with pytest.MonkeyPatch.context() as environment:
        folder = tmp_path_factory.mktemp("cache")
        environment.setenv("XDG_CACHE_HOME", str(folder))  # Linux
        environment.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", str(folder))  # Windows
        yield folder


@pytest.fixture(autouse=True)
def private_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep workspaces, backups and settings away from the person who runs the tests."""
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    if sys.platform == "darwin":
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture(scope="session")
def seed() -> Callable[[str], Path]:
    """Return a function from the first digits of a sample report's name to its path."""

    def find(number: str) -> Path:
        (path,) = SEEDS.glob(f"{number}_*.txt")
        return path

    return find


@pytest.fixture(scope="session")
def options(private_cache: Path) -> pipeline.AnalysisOptions:
    """Return the word lists of all stages; the cache of words lies in a private folder."""
    from tracker.resources import load_options  # noqa: PLC0415

    prepare_words()
    return load_options()


@pytest.fixture(scope="session")
def read_seed(
    seed: Callable[[str], Path], options: pipeline.AnalysisOptions
) -> Callable[[str], Report]:
    """Return a function that reads a sample report once in a session."""
    from tracker.ingest.files import read_source  # noqa: PLC0415

    @cache
    def read(number: str) -> Report:
        source, _ = read_source(seed(number))
        return pipeline.read(source, options)

    return read


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """Return a PostgreSQL server of the tests' own; where none is installed they are skipped."""
    with postgres.running() as found:
        yield found


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Return where a new workspace may be made: a file, and then a server."""
    if request.param == "file":
        return tmp_path / "w.duizhang"
    server: postgres.Server = request.getfixturevalue("server")
    return server.new_database()

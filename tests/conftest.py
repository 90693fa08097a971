"""Fixtures that several folders of tests share."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.builders import SEEDS
from tracker import pipeline
from tracker.model.report import Report
from tracker.text.tokens import configure


@pytest.fixture(scope="session")
def seed() -> Callable[[str], Path]:
    """Return a function from the first digits of a sample report's name to its path."""

    def find(number: str) -> Path:
        (path,) = SEEDS.glob(f"{number}_*.txt")
        return path

    return find


@pytest.fixture(scope="session")
def options(tmp_path_factory: pytest.TempPathFactory) -> pipeline.AnalysisOptions:
    """Return the word lists of all stages; the cache of words lies in a folder of its own."""
    from tracker.resources import load_options  # noqa: PLC0415

    configure(str(tmp_path_factory.mktemp("words")))
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

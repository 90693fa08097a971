"""Damaged files of every format give a text or one sentence, and nothing else, ever."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import mutated
from tests.fuzz.samples import kinds, samples
from tracker.errors import InputProblem
from tracker.ingest import limits
from tracker.ingest.files import decode_source
from tracker.ingest.formats import CONVERTED, READERS
from tracker.ingest.office.libreoffice import find_office
from tracker.model.source import SourceDocument

KINDS = [suffix for suffix in kinds() if samples(suffix)]
FOUND = sorted((Path(__file__).parent / "found").glob("*"))
seldom = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(autouse=True)
def short_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every file ten seconds instead of sixty."""
    monkeypatch.setattr(limits, "READING", limits.Limits(10, limits.READING.memory))


def read_or_told(data: bytes, name: str) -> None:
    """Read a file as the program does."""
    try:
        found = decode_source(data, name)
    except InputProblem as problem:
        said = problem.message
        assert name in said.zh
        assert name in said.en
        assert "\n" not in said.zh + said.en
    else:
        assert isinstance(found, SourceDocument)
        assert found.text.strip()
        assert len(found.text) <= limits.TEXT_LENGTH
        assert "\r" not in found.text
        assert not found.layout or len(found.layout) == found.text.count("\n") + 1
        found.text.encode()


def test_every_reader_has_samples() -> None:
    """A format without a real file to damage would be tested by nothing."""
    without = {
        suffix
        for suffix, reader in READERS.items()
        if not any(READERS[kind] is reader for kind in KINDS) and suffix not in CONVERTED
    }
    assert not without


@pytest.mark.parametrize("suffix", KINDS)
@given(seed=st.integers(0, 2**32))
@seldom
def test_damaged_samples_are_read_or_told(suffix: str, seed: int) -> None:
    """Bits flipped, pieces lost, cut, doubled, from other files, numbers made absurd."""
    chance = random.Random(seed)
    small = samples(suffix)[:6]
    read_or_told(mutated(chance.choice(small), chance.choice(small), chance), f"损坏{suffix}")


@pytest.mark.parametrize("suffix", sorted(set(READERS) - CONVERTED))
@given(data=st.binary(max_size=200))
@seldom
def test_arbitrary_bytes_are_read_or_told(suffix: str, data: bytes) -> None:
    """Whatever the name says, bytes are bytes."""
    read_or_told(data, f"任意{suffix}")


@pytest.mark.parametrize("suffix", KINDS)
@given(size=st.floats(0, 1))
@seldom
def test_files_that_broke_off_are_read_or_told(suffix: str, size: float) -> None:
    """A download that ended early is the most usual damage."""
    data = samples(suffix)[0]
    read_or_told(data[: int(size * len(data))], f"断开{suffix}")


@pytest.mark.skipif(find_office() is None, reason="needs LibreOffice")
@pytest.mark.parametrize("suffix", [".doc", ".xls"])
def test_damaged_old_files_are_read_or_told(suffix: str) -> None:
    """LibreOffice is given damaged files too, each in a process that can be ended."""
    chance = random.Random(1)
    data = samples(suffix)[0]
    read_or_told(mutated(data, data, chance), f"损坏{suffix}")
    read_or_told(data[: len(data) // 2], f"断开{suffix}")


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found_once_stays_mended(path: Path) -> None:
    """Files that brought a reader down in a fuzz run."""
    read_or_told(path.read_bytes(), path.name)

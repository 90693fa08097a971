"""Every value that is kept comes back as it was; anything else comes back as nothing."""

import dataclasses
import enum
import types
import typing
import zlib
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InternalFault
from tracker.model.alignment import Alignment
from tracker.model.canonical import CanonicalText
from tracker.model.change import ReportDiff
from tracker.model.commitment import Commitment, Outcome
from tracker.model.library import HandLink, MetadataCorrection, ReportEntry, RoleCorrection
from tracker.model.mark import Mark
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.model.tracking import Tracking
from tracker.store import codec
from tracker.store.codec import decode, encode

TEXTS = st.text(st.sampled_from("完成新增3000家,。、\n 𠮷ａ①"), max_size=12)
LEAVES: dict[object, st.SearchStrategy[object]] = {
    str: TEXTS,
    int: st.integers(0, 10**6),
    float: st.floats(0, 1),
    bool: st.booleans(),
    Decimal: st.decimals(-(10**9), 10**9, places=3),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    types.NoneType: st.none(),
}


def values_of(kind: object) -> st.SearchStrategy[object]:
    """Return values of a type, made by its fields."""
    kind = getattr(kind, "__supertype__", kind)
    if kind in LEAVES:
        return LEAVES[kind]
    if kind is Span:
        return st.tuples(LEAVES[int], st.integers(0, 99)).map(lambda p: Span(p[0], p[0] + p[1]))
    if kind is CanonicalText:
        return TEXTS.map(lambda text: CanonicalText(text, ((0, 7),) if text else ()))
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return st.sampled_from(list(kind))
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return st.builds(
            kind, **{f.name: values_of(hints[f.name]) for f in dataclasses.fields(kind)}
        )
    return composed_of(typing.get_origin(kind), typing.get_args(kind))


def composed_of(origin: object, inner: tuple[object, ...]) -> st.SearchStrategy[object]:
    """Return values of a union or a tuple."""
    if origin in (typing.Union, types.UnionType):
        return st.one_of([values_of(one) for one in inner])
    assert origin is tuple
    if inner[-1] is Ellipsis:
        return st.lists(values_of(inner[0]), max_size=2).map(tuple)
    return st.tuples(*map(values_of, inner))


KEPT = [
    Report,
    tuple[Commitment, ...],
    tuple[Outcome, ...],
    Alignment,
    ReportDiff,
    tuple[Tracking, ...],
    Mark,
    HandLink,
    MetadataCorrection,
    RoleCorrection,
    ReportEntry,
]


@pytest.mark.parametrize("kind", KEPT, ids=str)
@given(data=st.data())
def test_kept_values_come_back(kind: type, data: st.DataObject) -> None:
    """Decoding what was encoded gives an equal value."""
    value = data.draw(values_of(kind))
    assert decode(encode(value), kind) == value


@pytest.mark.parametrize("kind", KEPT, ids=str)
@given(data=st.binary(max_size=60))
def test_noise_comes_back_as_nothing_or_a_value(kind: type, data: bytes) -> None:
    """Bytes of any kind never raise and never give a value of another type."""
    found = decode(data, kind)
    assert found is None or found == () or isinstance(found, typing.get_origin(kind) or kind)


def test_broken_invariants_do_not_decode() -> None:
    """A span that runs backwards is no span."""
    assert decode(encode({"start": 5, "end": 2}), Span) is None


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", "政府工作报告。".encode() * 50, b"\x00folded\x00", b"\x00folded\x00" * 9],
)
def test_the_bytes_of_a_file_come_back_as_they_were(data: bytes) -> None:
    """Folded where that saves room; a file that looks folded is not taken for one that is."""
    kept = codec.fold(data)
    assert codec.unfold(kept) == data
    assert len(kept) <= len(data) + 32
    assert len(codec.fold(b"abc" * 1000)) < 300


def test_folded_bytes_that_are_damaged_are_told() -> None:
    """Nothing is guessed."""
    with pytest.raises(InternalFault):
        codec.unfold(codec.fold(b"abc" * 1000)[:-5])


@given(TEXTS)
def test_packed_findings_come_back_also_those_of_earlier_versions(text: str) -> None:
    """Files from before findings were packed more closely are read."""
    assert codec.unpack(codec.pack(text), str) == text
    assert codec.unpack(zlib.compress(encode(text), 1), str) == text
    assert codec.unpack(encode(text), str) == text


def test_packed_findings_that_are_damaged_are_none() -> None:
    """Cut, lengthened, of another kind, or claiming to hold more than there can be."""
    packed = codec.pack(["完成新增3000家" * 40])
    huge = zstandard.compress(b"")[:4] + b"\xe0" + (1 << 40).to_bytes(8, "little") + b"\x01\x00\x00"
    for damaged in (
        packed[:-3],
        packed + b"more",
        packed[:4],
        huge,
        zlib.compress(b"ab" * 99)[:-2],
    ):
        assert codec.unpack(damaged, list) is None
    assert codec.unpack(packed, dict) is None

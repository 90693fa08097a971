"""Damages a real file the way that disks, programs and ill will do: the same for all formats.

Office files are zips, whose checksums hide everything behind the first flipped bit; so their parts
are damaged and packed again.
"""

import io
import random
import re
import zipfile
import zlib

_NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"4294967296", b"99999999999999")
_TOKEN = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,200}>|\\[a-z]+-?\d*|\d+ \d+ (?:obj|R)|/[A-Za-z]+|\(|\)|\[|\]|\{|\}")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_LARGEST_PART = 400_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)


def mutated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return a damaged file.

    Args:
        data: A real file.
        other: Another one, from which pieces are taken.
        chance: Where the damage comes from.
    """
    if data.startswith(b"PK") and chance.random() < 0.85:
        return _with_damaged_part(data, chance)
    if data.startswith(b"%PDF") and chance.random() < 0.5:
        return _with_damaged_stream(data, chance)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        data = chance.choice(_WAYS)(data, other, chance)
    return data


def _flip(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 50))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _lose(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 8, 64, 512, 4096)) :]


def _splice(data: bytes, other: bytes, chance: random.Random) -> bytes:
    at, start = chance.randrange(len(data) + 1), chance.randrange(len(other) + 1)
    size = chance.choice((1, 16, 256, 4096))
    return data[:at] + other[start : start + size] + data[at + chance.choice((0, size)) :]


def _number(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    found = list(_TOKEN.finditer(data[: 2**20]))
    if not found:
        return data
    token = chance.choice(found)
    return data[: token.start()] + chance.choice(_NUMBERS) + data[token.end() :]


def _tags(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Drop, double, swap or repeat marks of the format, so that nesting and order go wrong."""
    found = list(_TAG.finditer(data[: 2**20]))
    if not found:
        return data
    one, two = chance.choice(found), chance.choice(found)
    way = chance.randrange(4)
    if way == 0:
        return data[: one.start()] + data[one.end() :]
    if way == 1:
        return data[: one.start()] + one.group() * chance.choice((2, 3, 300)) + data[one.end() :]
    return data[: one.start()] + two.group() + data[(one.end() if way == 2 else one.start()) :]


def _letters(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    odd = chance.choice(
        ("\0", "\u202e", "\ufffe", "\x1b", "\ud800", "\u2028", "👨‍👩‍👧", "&#0;", "&#xD800;", "\r")
    )
    return data[:at] + odd.encode("utf-8", "surrogatepass") + data[at:]


_WAYS = (_flip, _cut, _lose, _splice, _number, _tags, _letters)
_WITHIN = (_flip, _lose, _number, _number, _tags, _tags, _tags, _letters)


def _with_damaged_part(data: bytes, chance: random.Random) -> bytes:
    """Return a zip with one or two of its parts damaged, lost or under another name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {n: archive.read(n) for n in archive.namelist() if not n.endswith("/")}
    except (*_BROKEN, NotImplementedError, RuntimeError):
        return data
    small = [name for name, part in parts.items() if 0 < len(part) < _LARGEST_PART]
    if not small:
        return data
    for _ in range(chance.choice((1, 1, 2))):
        name, other = chance.choice(small), chance.choice(small)
        way = chance.randrange(12)
        if way == 0:
            parts.pop(name, None)
        elif way == 1 and name in parts:
            parts[other] = parts[name]
        elif name in parts:
            for _ in range(chance.choice((1, 2, 5))):
                parts[name] = chance.choice(_WITHIN)(parts[name], parts.get(other, b""), chance)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def _with_damaged_stream(data: bytes, chance: random.Random) -> bytes:
    """Return a PDF with the inside of one packed stream damaged."""
    found = list(_STREAM.finditer(data))
    if not found:
        return data
    piece = chance.choice(found)
    try:
        inside = zlib.decompress(piece.group(1))
    except zlib.error:
        return _flip(data, b"", chance)
    for _ in range(chance.choice((1, 3, 10))):
        inside = chance.choice(_WITHIN)(inside, inside, chance)
    # Of the old length where it fits, so that the table of places stays right.
    packed = zlib.compress(inside[:_LARGEST_PART], 9)
    return data[: piece.start(1)] + packed.ljust(len(piece.group(1)), b"\n") + data[piece.end(1) :]

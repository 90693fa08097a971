"""Real files of each format, and those that earlier runs found: what damage starts from."""

import plistlib
from functools import cache
from pathlib import Path

from tracker.ingest.formats import CONVERTED, READERS, suffix_of

_ROOT = Path(__file__).resolve().parent.parent.parent
_FOLDERS = (
    _ROOT / "tests" / "tracker" / "ingest" / "samples",
    _ROOT / "tests" / "tracker" / "ingest" / "found",
    _ROOT / "seeds",
)
_LARGEST = 600_000


@cache
def samples(suffix: str) -> tuple[bytes, ...]:
    """Return real files that the reader of an ending reads, small ones first."""
    reader = READERS[suffix]
    alike = {ending for ending, other in READERS.items() if other is reader}
    found = [
        path.read_bytes()
        for folder in _FOLDERS
        for path in sorted(folder.rglob("*"))
        if path.is_file() and suffix_of(path.name) in alike and path.stat().st_size < _LARGEST
    ]
    if suffix in (".csv", ".tsv"):
        found.append("指标,目标,完成\n地区生产总值,5%,5.5%\n".encode())
    if suffix == ".webarchive":
        found += [_web_archive(page) for page in samples(".html")]
    return tuple(sorted(set(found), key=len))


def _web_archive(page: bytes) -> bytes:
    """Return a page as Safari saves it."""
    main = {
        "WebResourceData": page,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": "http://127.0.0.1:9/",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def kinds() -> tuple[str, ...]:
    """Return one ending for each reader; of those that start LibreOffice, none."""
    one: dict[object, str] = {}
    for suffix, reader in READERS.items():
        if suffix and suffix not in CONVERTED:
            one.setdefault(reader, suffix)
    return tuple(one.values())

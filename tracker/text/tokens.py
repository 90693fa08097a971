"""Chinese text in units that a reader sees as one: words, whole numbers, quoted names.

In goes canonical text, out come tokens whose concatenation is that text (for diffing) or the
words that carry content (for similarity). ``建成5G基站2.5万个以上。`` becomes ``建成``, ``5G``,
``基站``, ``2.5万个``, ``以上``, ``。``: a number is never torn from its unit. Nothing is written to
disk unless ``configure`` names a private folder for the dictionary's cache.
"""

import marshal
import re
import sys
import warnings
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import BinaryIO, Protocol, cast

_UNIT = (
    r"(?:个?百分点|[%％‰]"
    r"|[十百千万亿]*(?:平方公里|平方米|立方米|[微毫]克/(?:标?立方米|升)|公里|千瓦时?|吨?标准煤"
    r"|[人户架件场]次|个月|小时|分钟|[美欧港]元|元|亩|吨|公顷|平米|米|[人户家个名位项条座所处张辆台套件场次批种类倍"
    r"年月日天岁期届周片块栋幢宗只支对组部门级层成分度号村镇]|街道|社区|企业)"
    r"|[十百千万亿]+)?"
)
_SHAPES = re.compile(
    rf"""
      [“《][^“”《》\n]{{1,16}}[”》]                       # “江南文化”, 《条例》
    | [A-Za-z][A-Za-z0-9.+\-]*                          # PM2.5, R&D, TOD
    | \d+(?:[.,，]\d{{1,3}}(?!\d))*(?:\.\d+)?
      (?:[~～—\-至]\d+(?:\.\d+)?)?
      (?:[A-Za-z]+(?![a-z])|{_UNIT})                    # 5.5%, 2.7万个, 3~5项, 5G
    | [\u4e00-\u9fff]+                                  # left to the dictionary
    | \s+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_SENTENCES = re.compile(r"[^。；！？\n]+[。；！？\n]*[”’）》]*|[。；！？\n]+[”’）》]*")
_CACHED_TEXTS = 16384
"""Paragraphs and sentences kept tokenised: about 40 reports of 400 paragraphs."""


class _Segmenter(Protocol):
    """What is used of jieba's segmenter."""

    def lcut(self, sentence: str) -> list[str]:
        """Return the words of a text."""
        ...


class _Dictionary:
    """jieba's segmenter, loaded when the first word is asked for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._segmenter: _Segmenter | None = None
        self.cache_dir: str | None = None

    def segment(self, text: str) -> list[str]:
        """Return the dictionary words of a stretch of Chinese characters."""
        segmenter = self._segmenter
        if segmenter is None:
            with self._lock:
                segmenter = self._segmenter or _load_segmenter(self.cache_dir)
                self._segmenter = segmenter
        return segmenter.lcut(text)


def _import_jieba() -> ModuleType:
    """Import jieba without the slow and deprecated ``pkg_resources``.

    WORKAROUND https://github.com/fxsjy/jieba (0.42.1): jieba only uses it to open its own
    dictionary and falls back to ``open`` when it is missing; importing it costs 0.2 s and warns.
    """
    hidden = "pkg_resources" not in sys.modules
    if hidden:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return import_module("jieba")
    finally:
        if hidden:
            del sys.modules["pkg_resources"]


def _load_segmenter(cache_dir: str | None) -> _Segmenter:
    jieba = _import_jieba()
    jieba.setLogLevel(60)  # above CRITICAL: jieba writes its progress to stderr
    segmenter = jieba.Tokenizer()
    if cache_dir is None:
        # Without a private folder the dictionary is built in memory: jieba would otherwise
        # unmarshal a file from the shared temporary folder, where anybody may have put it.
        segmenter.FREQ, segmenter.total = segmenter.gen_pfdict(segmenter.get_dict_file())
        segmenter.initialized = True
    else:
        name = f"jieba-{jieba.__version__}-{sys.implementation.cache_tag}.cache"
        found = _read_cache(f"{cache_dir}/{name}")
        if found is None:
            found = segmenter.gen_pfdict(segmenter.get_dict_file())
            _write_cache(f"{cache_dir}/{name}", *found)
        segmenter.FREQ, segmenter.total = found
        segmenter.initialized = True
    return cast("_Segmenter", segmenter)


_SLICES = 24
"""Pieces of the cache: nothing else in the program runs while one is read (Python's lock), and a
window that stands still for all of them at once, 0.15 s, is noticed."""


def _read_cache(path: str) -> tuple[dict[str, int], int] | None:
    """Return the dictionary as it was kept, or None when it must be built anew."""
    words: dict[str, int] = {}
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - this layer knows no pathlib
            total, n_words, n_slices = marshal.loads(_piece(file))
            for _ in range(n_slices):
                words.update(marshal.loads(_piece(file)))
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return (words, total) if len(words) == n_words else None


def _piece(file: BinaryIO) -> bytes:
    """Return the next piece of the cache; from bytes it is unmarshalled four times faster."""
    return file.read(int.from_bytes(file.read(4), "big"))


def _write_cache(path: str, words: dict[str, int], total: int) -> None:
    """Keep the dictionary; one that is not whole is not taken when it is read."""
    entries = list(words.items())
    step = -(-len(entries) // _SLICES)
    slices = [dict(entries[at : at + step]) for at in range(0, len(entries), step)]
    with suppress(OSError), open(path, "wb") as file:  # noqa: PTH123
        head = marshal.dumps((total, len(words), len(slices)))
        for piece in (head, *map(marshal.dumps, slices)):
            file.write(len(piece).to_bytes(4, "big") + piece)


_DICTIONARY = _Dictionary()


def configure(cache_dir: str) -> None:
    """Name the private folder for the dictionary's cache file.

    Must be called before the first text is tokenised; later calls change nothing.

    Args:
        cache_dir: Existing folder that only its owner may write to (mode 0700).
    """
    _DICTIONARY.cache_dir = cache_dir


@lru_cache(maxsize=_CACHED_TEXTS)
def tokens(text: str) -> tuple[str, ...]:
    """Return the units of a text for diffing; their concatenation is the text."""
    found: list[str] = []
    for match in _SHAPES.finditer(text):
        piece = match.group()
        if len(piece) > 1 and _CHINESE.fullmatch(piece):
            found.extend(_DICTIONARY.segment(piece))
        else:
            found.append(piece)
    return tuple(found)


@lru_cache(maxsize=_CACHED_TEXTS)
def words(text: str) -> tuple[str, ...]:
    """Return the words of two or more letters, in order, those inside quotation marks too."""
    found: list[str] = []
    for token in tokens(text):
        if len(token) < 2:
            continue
        if token[0] in "“《":
            found.extend(words(token[1:-1]))
        elif _CHINESE.fullmatch(token) or token[0].isalpha():
            found.append(token)
    return tuple(found)


@lru_cache(maxsize=_CACHED_TEXTS)
def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text with what ends them; their concatenation is the text.

    These are for comparing: ； ends one too, and brackets are not looked at. For reading what a
    sentence says there is ``tracker.text.sentences``.
    """
    return tuple(_SENTENCES.findall(text))


def names(text: str) -> tuple[str, ...]:
    """Return quoted names and figures with their unit: what is said of one thing only."""
    return tuple(
        token
        for token in tokens(text)
        if token[0] in "“《" or (token[0].isdigit() and len(token) > 2)
    )

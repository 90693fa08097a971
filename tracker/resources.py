"""The only reader of ``resources/`` and ``seeds/``: word lists become values here.

In a checkout both lie at the top; in an installed package they lie under ``tracker/_data``.

A stage is imported when its word lists are wanted: a window that shows what is cached wants none.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from tracker import __version__
from tracker.model.report import RegionLevel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.diff.lexicon import DiffLexicon
    from tracker.extract.lexicon import ExtractLexicon
    from tracker.match.lexicon import MatchLexicon
    from tracker.parse.gazetteer import Gazetteer
    from tracker.parse.lexicon import ParseLexicon
    from tracker.pipeline import AnalysisOptions
    from tracker.text.lexicon import TextLexicon
    from tracker.text.pinyin import Pinyin

STAGE_RESOURCES = (
    "divisions.csv",
    "extract.toml",
    "indicators.toml",
    "match.toml",
    "namesakes.csv",
    "parse_headings.toml",
    "parse_roles.toml",
    "text.toml",
    "text_boilerplate.txt",
    "text_words.json",
    "zones.csv",
)
"""What the stages read of ``resources/``: what they find depends on nothing else there."""

STAGE_SOURCES = (
    "model", "text", "parse", "align", "diff", "extract", "match", "across", "pipeline.py",
)  # fmt: skip
"""Where in the package that is written which turns a text into findings."""

_T = TypeVar("_T")


def _folder(name: str) -> Path:
    installed = Path(__file__).parent / "_data" / name
    return installed if installed.is_dir() else Path(__file__).parent.parent / name


def resource_bytes(name: str) -> bytes:
    """Return a file of ``resources/``."""
    return (_folder("resources") / name).read_bytes()


def resource_text(name: str) -> str:
    """Return a text file of ``resources/``."""
    return resource_bytes(name).decode()


def resource_toml(name: str, shape: type[_T]) -> _T:
    """Return a TOML file of ``resources/`` as a value of ``shape``, which says what it holds."""
    return msgspec.toml.decode(resource_bytes(name), type=shape)


def resource_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file of ``resources/``; lines that start with # are remarks."""
    lines = [x for x in resource_text(name).splitlines() if x and not x.startswith("#")]
    return list(csv.DictReader(lines))


def sample_reports() -> tuple[Path, ...]:
    """Return the sample reports, in the order of their names."""
    return tuple(sorted(_folder("seeds").glob("*.txt")))


@cache
def load_options() -> AnalysisOptions:
    """Return the word lists of all stages."""
    from tracker.pipeline import AnalysisOptions  # noqa: PLC0415

    text, extract = load_text_lexicon(), load_extract_lexicon()
    match = load_match_lexicon(text)
    return AnalysisOptions(
        text=text,
        parse=load_parse_lexicon(),
        diff=diff_lexicon(text, extract, match),
        extract=extract,
        match=match,
    )


@cache
def findings_version() -> str:
    """Return 16 hex digits that change with the program, a stage's source or its word lists.

    Nobody has to raise a number: findings are made anew whenever a line was changed that could
    have changed them, which costs a second for each report and is never wrong. (Where a package
    carries no source, the version of the program stands for it.)
    """
    digest = hashlib.sha256(__version__.encode())
    package = Path(__file__).parent
    for source in (package / name for name in STAGE_SOURCES):
        for path in [source] if source.suffix else sorted(source.rglob("*.py")):
            if path.is_file():
                digest.update(path.name.encode() + b"\n" + path.read_bytes())
    for name in STAGE_RESOURCES:
        digest.update(resource_bytes(name))
    return digest.hexdigest()[:16]


def load_text_lexicon() -> TextLexicon:
    """Return the word lists of ``tracker.text``."""
    from tracker.match.lexicon import IndicatorEntry  # noqa: PLC0415
    from tracker.text.lexicon import TextLexicon, Vocabulary  # noqa: PLC0415

    lists = resource_toml("text.toml", dict[str, frozenset[str]])
    entries = resource_toml("indicators.toml", dict[str, list[IndicatorEntry]])["indicators"]
    return TextLexicon(
        stop_words=lists["stop_words"],
        name_tails=lists["name_tails"],
        indicators={name: e.name for e in entries for name in (e.name, *e.synonyms)},
        vocabulary=msgspec.json.decode(resource_bytes("text_words.json"), type=Vocabulary),
        boilerplate=frozenset(
            x for x in resource_text("text_boilerplate.txt").splitlines() if x[:1] not in ("", "#")
        ),
    )


def diff_lexicon(text: TextLexicon, extract: ExtractLexicon, match: MatchLexicon) -> DiffLexicon:
    """Return the words of the diff, which are those of the stages that judge promises."""
    from tracker.diff.lexicon import DiffLexicon  # noqa: PLC0415
    from tracker.model.change import Ladder  # noqa: PLC0415

    firm, stages = extract.firmness, match.stages
    return DiffLexicon(
        ladders={
            Ladder.FIRMNESS: (firm.explore, firm.seek, firm.strive, (), firm.ensure),
            Ladder.PROGRESS: (
                stages.planned,
                stages.prepared,
                stages.started,
                stages.building,
                stages.completed,
                stages.in_use,
            ),
        },
        boilerplate=text.boilerplate,
    )


def load_parse_lexicon() -> ParseLexicon:
    """Return the word lists of ``tracker.parse``."""
    from tracker.parse.lexicon import HeadingCues, ParseLexicon, RoleCues  # noqa: PLC0415

    return ParseLexicon(
        headings=resource_toml("parse_headings.toml", HeadingCues),
        roles=resource_toml("parse_roles.toml", RoleCues),
        gazetteer=load_gazetteer(),
    )


def load_gazetteer() -> Gazetteer:
    """Return the places that reports are known by."""
    from tracker.parse.gazetteer import Alias, Division, Gazetteer  # noqa: PLC0415

    divisions = [
        Division(
            row["code"],
            row["name"],
            RegionLevel(row["level"]),
            int(row["from"]) if row["from"] else None,
            int(row["to"]) if row["to"] else None,
            row["successor"],
        )
        for row in resource_rows("divisions.csv")
    ]
    zones = resource_rows("zones.csv")
    divisions.extend(
        Division("", row["name"], RegionLevel(row["level"]), within=row["code"])
        for row in zones
        if row["level"]
    )
    aliases = tuple(Alias(row["name"], row["code"]) for row in zones if not row["level"])
    towns = {row["code"]: tuple(row["towns"].split()) for row in resource_rows("namesakes.csv")}
    return Gazetteer(tuple(divisions), aliases, towns)


@cache
def load_upper_divisions() -> Mapping[str, Mapping[str, str]]:
    """Return the codes of prefectures by name, for each province by name; former names too.

    The province's own code stands under "". Much faster than the whole gazetteer.
    """
    upper = [x for x in resource_text("divisions.csv").splitlines() if x[4:6] in ("00", ",n")]
    found: dict[str, dict[str, str]] = {}
    provinces: dict[str, str] = {}
    for row in csv.DictReader(upper):
        if row["level"] == RegionLevel.PROVINCE.value:
            provinces.setdefault(row["code"][:2], row["name"])
            found[row["name"]] = {"": row["code"]}
        else:
            of_province = found[provinces[row["code"][:2]]]
            of_province.setdefault(row["name"], row["successor"] or row["code"])
    return found


@cache
def load_pinyin() -> Pinyin:
    """Return how names are read."""
    from tracker.text.pinyin import Pinyin  # noqa: PLC0415

    return resource_toml("pinyin.toml", Pinyin)


def load_extract_lexicon() -> ExtractLexicon:
    """Return the word lists of ``tracker.extract``."""
    from tracker.extract.lexicon import ExtractLexicon  # noqa: PLC0415

    return resource_toml("extract.toml", ExtractLexicon)


def load_match_lexicon(text: TextLexicon | None = None) -> MatchLexicon:
    """Return the word lists of ``tracker.match``, with the topics of words if they are at hand."""
    from tracker.match.lexicon import MatchLexicon  # noqa: PLC0415

    words = resource_toml("match.toml", dict[str, object])
    words |= resource_toml("indicators.toml", dict[str, object])
    found = msgspec.convert(words, MatchLexicon)
    return replace(found, text=text or load_text_lexicon())

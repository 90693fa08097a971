"""The word lists, and the version that findings are cached by."""

import dataclasses
import shutil
import tomllib
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

import tracker
from tracker import resources
from tracker.extract.lexicon import ExtractLexicon
from tracker.match.lexicon import MatchLexicon
from tracker.parse.lexicon import HeadingCues, RoleCues

PACKAGE = Path(tracker.__file__).parent


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the package and its resources, from which the version is made."""
    copy = tmp_path / "tracker"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "_data"))
    for name in resources.STAGE_RESOURCES:
        target = copy / "_data" / "resources" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(resources.resource_bytes(name))
    monkeypatch.setattr(resources, "__file__", str(copy / "resources.py"))
    resources.findings_version.cache_clear()
    yield copy
    resources.findings_version.cache_clear()


def version() -> str:
    """Return the version of the files as they are now."""
    resources.findings_version.cache_clear()
    return resources.findings_version()


@pytest.mark.parametrize(
    "name",
    [
        "parse/roles.py",
        "text/numerals.py",
        "model/span.py",
        "pipeline.py",
        "_data/resources/match.toml",
        "_data/resources/text_words.json",
    ],
)
def test_findings_are_made_anew_when_a_stage_or_its_words_change(copied: Path, name: str) -> None:
    """Whatever could change a finding changes the version, without anybody thinking of it."""
    before = version()
    with (copied / name).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert version() != before


@pytest.mark.parametrize("name", ["export/to_html.py", "cli/verbs.py", "_data/resources/new.svg"])
def test_findings_stay_when_something_else_changes(copied: Path, name: str) -> None:
    """A picture or an export format leaves every cached finding where it is."""
    before = version()
    (copied / name).write_text("changed", encoding="utf-8")
    assert version() == before


def test_every_word_list_of_the_stages_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read to load the word lists is what the version is made of."""
    read: set[str] = set()
    original = resources.resource_bytes

    def note(name: str) -> bytes:
        read.add(name)
        return original(name)

    monkeypatch.setattr(resources, "resource_bytes", note)
    resources.load_options.__wrapped__()
    assert read == set(resources.STAGE_RESOURCES)


def test_every_stage_counts() -> None:
    """Whatever the pipeline imports of the program is part of the version, sentences apart."""
    beside = {"errors.py", "message.py", "resources.py", "__init__.py", "__main__.py", "_data"}
    edges = {"batch", "ingest", "store", "export", "workspace", "cli", "notebook.py"}
    edges |= {
        "attempt.py",
        "comparisons.py",
        "glance.py",
        "workers.py",
    }  # of findings, or of nothing in a text
    folders = {path.name for path in PACKAGE.iterdir() if path.name not in {"__pycache__"}}
    assert folders - beside - edges - {"py.typed"} == set(resources.STAGE_SOURCES)


def keys_nobody_reads(value: object, kind: object, place: str) -> Iterator[str]:
    """Yield the keys of a decoded file that its shape does not have."""
    if dataclasses.is_dataclass(kind) and isinstance(value, dict):
        shapes = typing.get_type_hints(kind)
        for key, inner in value.items():
            if key in shapes:
                yield from keys_nobody_reads(inner, shapes[key], f"{place}.{key}")
            else:
                yield f"{place}.{key}"
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            for one in typing.get_args(kind):
                yield from keys_nobody_reads(inner, one, place)


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("parse_headings.toml", HeadingCues),
        ("parse_roles.toml", RoleCues),
        ("extract.toml", ExtractLexicon),
        ("match.toml", MatchLexicon),
        ("indicators.toml", MatchLexicon),
    ],
)
def test_every_word_list_is_read(name: str, shape: type) -> None:
    """A list whose name is mistyped, or that nobody reads any more, does not go unnoticed."""
    value = tomllib.loads(resources.resource_text(name))
    assert list(keys_nobody_reads(value, shape, name)) == []

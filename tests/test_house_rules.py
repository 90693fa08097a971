"""Rules of the house that no linter knows; each failure says what to do about it."""

import ast
import json
import re
import shutil
import subprocess
import sys
import tokenize
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("tracker", "desktop")
SOURCES = sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
EVERYTHING = sorted([*SOURCES, *(ROOT / "tests").rglob("*.py"), *(ROOT / ".ci").rglob("*.py")])
RESOURCES = sorted(path for path in (ROOT / "resources").rglob("*") if path.is_file())
TOLD_BY_FOLDER = ("desktop", "screenshots")
"""Folders of ``resources/`` whose source is told in ``resources/README.md``."""

MOST_LINES = 450
MOST_PUBLIC_METHODS = 15
EMPTY_NAMES = {"utils", "util", "misc", "common", "helpers", "helper", "manager", "managers"}
BROAD_CATCHERS = {ROOT / "desktop/jobs/runner.py", ROOT / "desktop/app.py"}
NETWORK = {
    *("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "telnetlib"),
    *("xmlrpc", "socketserver", "asyncio", "requests", "httpx", "aiohttp", "urllib3"),
    *("distributed", "dask", "tornado"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets"),
    *("psycopg", "psycopg2", "asyncpg"),
}
REACHES_A_SERVER = {
    ROOT / "tracker/store/server.py": {"psycopg", "socket"},
    ROOT / "tracker/store/door.py": {"psycopg"},
    ROOT / "tracker/batch/cluster.py": {"distributed"},
}
"""The modules that connect to another computer: the server of the workspace that was opened, and
the scheduler of the cluster that was named."""
STAGES = tuple(ROOT / "tracker" / n for n in ("parse", "align", "diff", "extract", "match", "text"))
LAZY = ("PySide6", "shiboken6", "pandas", "numpy", "jieba", "sqlalchemy", "alembic")
WIDE_DOORS = {
    "Workspace": "the one door of window and command line: a line for each thing a person can do",
}
"""Classes that may have more public methods than others, each with the reason."""


def short(path: Path) -> str:
    """Name a file as a person would."""
    return path.relative_to(ROOT).as_posix()


def syntax(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), short(path))


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_file_stays_short(path):
    """No source file is longer than 450 lines: cut it along what it is about."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES, f"{short(path)} has {lines} lines; split it by what it does"


def test_names_say_what_is_inside():
    """No file or folder is named after nothing (utils, misc, common, helpers, manager)."""
    empty = [
        short(path)
        for path in EVERYTHING
        if EMPTY_NAMES & {path.stem, *path.relative_to(ROOT).parts[:-1]}
    ]
    assert not empty, f"name these after what they hold: {empty}"


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_broad_except_only_at_the_two_edges(path):
    """Only the job runner and the last resort may keep what they catch; others pass it on."""
    if path in BROAD_CATCHERS:
        return
    broad = [
        node.lineno
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type) and not _passes_on(node)
    ]
    assert not broad, f"{short(path)}:{broad}: catch what can really happen, by its class"


def _is_broad(caught: ast.expr | None) -> bool:
    if caught is None:
        return True
    named = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(isinstance(n, ast.Name) and n.id in {"Exception", "BaseException"} for n in named)


def _passes_on(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler only tidies up and then raises the same thing again."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_core_and_desktop_do_not_print(path):
    """What the program says goes through click, rich or the window, never through print."""
    printed = [
        node.lineno
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert not printed, f"{short(path)}:{printed}: return it, or let the command line say it"


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_nothing_opens_a_network_connection(path):
    """What could reach another computer is imported nowhere, but where a person names a server."""
    banned = NETWORK - REACHES_A_SERVER.get(path, set())
    reached = {
        name
        for name in _imported(syntax(path))
        if any(name == one or name.startswith(one + ".") for one in banned)
    }
    assert not reached, f"{short(path)}: what people read stays on their computer: {reached}"


def _imported(tree: ast.Module) -> set[str]:
    """Return the dotted names that a module imports, ``from a import b`` as ``a`` and ``a.b``."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if any(p.is_relative_to(stage) for stage in STAGES)], ids=short
)
def test_stages_have_no_clock(path):
    """The same reports give the same findings on any day."""
    asked = [
        node.lineno
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
    ]
    timed = _imported(syntax(path)) & {"time", "random", "secrets", "uuid"}
    assert not asked, f"{short(path)}:{asked}: let the caller give the day"
    assert not timed, f"{short(path)}: a stage is a pure function of its arguments: {timed}"


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_sentences_exist_in_both_languages(path):
    """A ``Message`` written out has words in Chinese and words in English."""
    for node in ast.walk(syntax(path)):
        if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Message"):
            continue
        said = [*node.args, *(keyword.value for keyword in node.keywords)]
        empty = [a for a in said if isinstance(a, ast.Constant) and not str(a.value).strip()]
        assert not empty or len(empty) == len(said), f"{short(path)}:{node.lineno}: say it twice"


@pytest.mark.parametrize("path", SOURCES, ids=short)
def test_classes_stay_narrow(path):
    """A class has at most 15 public methods of its own.

    Attributes made by ``@property``, Qt's overrides and frozen values do not count.
    """
    for node in ast.walk(syntax(path)):
        if not isinstance(node, ast.ClassDef) or _is_dataclass(node) or node.name in WIDE_DOORS:
            continue
        public = {
            item.name
            for item in node.body
            if isinstance(item, ast.FunctionDef)
            and not item.name.startswith("_")
            and item.name == item.name.lower()
            and not any("property" in ast.unparse(mark) for mark in item.decorator_list)
        }
        assert len(public) <= MOST_PUBLIC_METHODS, (
            f"{short(path)}: {node.name} has {len(public)} public methods; give some of them away"
        )


def _is_dataclass(node: ast.ClassDef) -> bool:
    return any("dataclass" in ast.unparse(decorator) for decorator in node.decorator_list)


@pytest.mark.parametrize("path", EVERYTHING, ids=short)
def test_todo_has_a_number(path):
    """A note of something left to do names the entry where it is tracked."""
    mark = re.compile(r"\b(?:TODO|FIXME|XXX)\b(?!\s*\(?#\d+)")
    with path.open("rb") as file:
        unnumbered = [
            token.start[0]
            for token in tokenize.tokenize(file.readline)
            if token.type == tokenize.COMMENT and mark.search(token.string)
        ]
    assert not unnumbered, f"{short(path)}:{unnumbered}: write TODO (#number), or do it"


@pytest.mark.parametrize("path", RESOURCES, ids=short)
def test_resource_names_its_source(path):
    """Every list, table and picture says where its content comes from."""
    folder = path.relative_to(ROOT / "resources").parts[0]
    if folder in TOLD_BY_FOLDER or path.name == "README.md":
        assert folder == path.name or f"`{folder}/`" in text_of(ROOT / "resources/README.md")
        return
    if path.suffix == ".json":
        content = json.loads(text_of(path))
        said = str(content.get("source", "")) if isinstance(content, dict) else ""
    elif path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            told = ElementTree.fromstring(package.read("docProps/core.xml"))
        said = told.findtext("{http://purl.org/dc/elements/1.1/}description", "")
        assert said.startswith("Source: ")
    else:
        head = "\n".join(text_of(path).splitlines()[:12])
        said = head if re.search(r"\bsources?\b|来源", head, re.IGNORECASE) else ""
    assert said, f"{short(path)}: say in its head (# Source: …) where the content comes from"


def text_of(path: Path) -> str:
    """Return a text file."""
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [p for p in RESOURCES if p.suffix == ".toml"], ids=short)
def test_resource_is_valid_toml(path):
    """Word lists can be read before any stage needs them."""
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def test_importing_the_core_is_light():
    """``import tracker`` loads nothing heavy, so that the command line answers at once."""
    program = f"import sys, tracker; print([m for m in {LAZY!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]", "import these inside the functions that need them"


def test_top_level_holds_what_people_expect():
    """The top level is for what a visitor looks for; anything else has a folder below."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("what belongs to the project is known to git alone")
    tracked = subprocess.run(
        [git, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if tracked.returncode:
        pytest.skip("git refuses to read a checkout of somebody else")
    top = {name.split("/")[0] for name in tracked.stdout.split("\0") if name}
    expected = {
        *(".ci", ".editorconfig", ".gitattributes", ".gitignore", ".pre-commit-config.yaml"),
        *("ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile"),
        *("README.md", "README.zh-CN.md", "mkdocs.yml", "pyproject.toml"),
        *("desktop", "docs", "packaging", "resources", "seeds", "tests", "tracker"),
    }
    assert top <= expected, f"these do not belong at the top: {sorted(top - expected)}"

"""The documents say what is true: commands exist, links lead somewhere, both languages agree."""

import doctest
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

import tracker
from tracker import __version__
from tracker.cli.verbs import duizhang
from tracker.model.tracking import Verdict
from tracker.model.words import word

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
DOCUMENTS = (*READMES, "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z][a-z-]*):(?!=)", MAKEFILE, re.MULTILINE))


def text_of(name: str) -> str:
    """Return a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def commands_in(name: str) -> list[str]:
    """Return the lines of a document's shell blocks, without remarks."""
    blocks = re.findall(r"```sh\n(.*?)```", text_of(name), re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line]


@pytest.mark.parametrize("name", READMES)
def test_readme_names_the_two_commands(name):
    """A newcomer finds both commands in the language they read."""
    assert {"make run", "make test"} <= set(commands_in(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_make_targets_in_documents_exist(name):
    """Whoever types what a document says gets what it says."""
    named = set(re.findall(r"(?:`|^)make ([a-z][a-z-]*)", text_of(name), re.MULTILINE))
    assert named <= TARGETS


@pytest.mark.parametrize("name", READMES)
def test_verbs_in_readme_exist(name):
    """Every verb that is shown is there, and every verb that works is shown."""
    shown = {words[1] for words in map(str.split, commands_in(name)) if words[0] == "duizhang"}
    assert shown <= set(duizhang.commands)
    assert {"track", "diff", "align", "outline", "commitments", "outcomes"} <= shown


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name):
    """Every link to a file of the project leads to one."""
    links = re.findall(r"\]\(([^)#]+)\)", text_of(name))
    missing = [x for x in links if "://" not in x and not (ROOT / x).exists()]
    assert not missing


@pytest.mark.parametrize("name", READMES)
def test_notebook_code_runs_as_it_stands(name, monkeypatch):
    """Whoever copies the lines into a notebook gets tables with something in them."""
    monkeypatch.chdir(ROOT)
    (block,) = re.findall(r"```python\n(.*?)```", text_of(name), re.DOTALL)
    names = {}
    lines = [line for line in block.splitlines() if line]
    for line in lines:
        if line.startswith(("import ", "reports", "years", "suzhou =", "city =", "chains =")):
            exec(line, names)
        else:
            assert len(eval(line, names)) > 0, line
    assert {"tracker", "reports", "years", "suzhou"} <= set(names)


def test_both_readmes_have_the_same_shape():
    """The two languages say the same: equal headings, tables, lists, pictures and commands."""
    assert shape(READMES[0]) == shape(READMES[1])


def shape(name: str) -> list[str]:
    """Return the kinds of a document's blocks in order; free text is left out."""
    kinds = []
    for line in text_of(name).splitlines():
        found = re.match(r"#+ |\| |\d\. |- |!\[[^]]*\]\([^)]*\)|```|<!-- ?/?\w+ -->", line)
        if found:
            kinds.append(re.sub(r"\[[^]]*\]", "[]", found.group()))
    return kinds


def test_readme_tells_of_every_dependency():
    """Every library that is installed is named with its reason."""
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    names = [re.match(r"[\w-]+", entry).group() for entry in project["dependencies"]]
    for readme in READMES:
        said = text_of(readme).lower()
        missing = [n for n in names if n.lower().removesuffix("-essentials") not in said]
        assert not missing, readme


def test_every_requirement_is_locked():
    """What pyproject.toml asks for stands in the lock files, each file with a hash."""
    settings = tomllib.loads(text_of("pyproject.toml"))
    groups = settings["dependency-groups"]
    asked = {
        "run": settings["project"]["dependencies"],
        "build": groups["build"],
        "test": groups["test"],
    }
    for lock, entries in asked.items():
        content = text_of(f".ci/lock/{lock}.txt")
        pinned = {name.lower() for name in re.findall(r"^([\w.-]+)==", content, re.MULTILINE)}
        wanted = {re.match(r"[\w.-]+", entry).group().lower() for entry in entries}
        assert wanted <= pinned, "run make lock"
        assert "://" not in content, "a lock names no registry"
        assert content.count("==") - content.count("_version ==") <= content.count("--hash=")


def test_code_map_names_what_is_there():
    """Every file and folder of the code map exists, and every layer of the core is on it."""
    rows = re.findall(r"^\| (`[^|]+`) \|", text_of("ARCHITECTURE.md"), re.MULTILINE)
    named = [path for row in rows for path in re.findall(r"`([^`]+)`", row)]
    base = ""
    for path in named:
        place = ROOT / path if (ROOT / path).exists() else ROOT / base / path
        assert place.exists(), path
        base = Path(path).parent.as_posix() if "/" in path.rstrip("/") else base
    for layer in (ROOT / "tracker").iterdir():
        if (layer / "__init__.py").exists():
            assert f"tracker/{layer.name}/" in named


def test_changelog_knows_this_version_or_the_next():
    """The version that is built has an entry, or its changes stand under Unreleased."""
    assert re.search(
        rf"^## \[({re.escape(__version__)}|Unreleased)\]", text_of("CHANGELOG.md"), re.M
    )


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not here")
def test_make_help_lists_what_people_call():
    """``make help`` names every task for people, and all of them are targets."""
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = set(re.findall(r"^make ([a-z-]+)", done.stdout, re.MULTILINE))
    assert {"run", "test", "test-core", "bench", "accuracy"} <= listed <= TARGETS


@pytest.mark.parametrize("name", READMES)
def test_verdicts_are_explained_by_their_names(name):
    """The table of verdicts uses the words that the program shows."""
    for verdict in Verdict:
        said = word(verdict)
        pair = (said.zh, said.en) if "zh" in name else (said.en, said.zh)
        assert f"| {pair[0]} | {pair[1]} |" in text_of(name)


def test_the_library_works_as_its_docstring_shows():
    """Five lines from files to verdicts, run as they stand."""
    ran = doctest.testmod(tracker)
    assert (ran.failed, ran.attempted > 4) == (0, True)

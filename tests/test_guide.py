"""The guide says what is true: links, words and keys of the window, commands, code, pictures.

In its pages **bold** marks words of the window, menus parted by ›, and `code` marks keys and what
is typed in a terminal.
"""

import contextlib
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from markdown.extensions.toc import slugify_unicode
from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader, QKeySequence, QTextDocument

import tracker
from desktop.actions.table import ACTIONS, MENUS, VIEW_KEYS
from desktop.models.guide import PAGES
from desktop.models.line_words import SAYINGS
from tests.builders import ROOT
from tracker.cli.verbs import duizhang
from tracker.model.tracking import Verdict
from tracker.model.words import word
from tracker.workspace import Workspace

DOCS = ROOT / "docs"
LANGUAGES = ("zh", "en")
GUIDE = tuple(DOCS / language / f"{name}.md" for language in LANGUAGES for name in PAGES)
WRITTEN = tuple(path for path in GUIDE if path.stem not in {"commands", "columns"})
OTHERS = tuple(
    ROOT / name
    for name in (
        "README.md",
        "README.zh-CN.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/index.md",
    )
)
OF_MENU_MARK = {"&Mark"}
"""A menu that is filled each time it is shown and stands in no table."""

NOT_ONLY_KEYS = {"Shift", "Backspace", "Ctrl+V"}
"""Keys that belong to the system or to a field, not to an action."""


def label(path: Path) -> str:
    """Return a page's name for the report of a test."""
    return path.relative_to(ROOT).as_posix()


@cache
def text_of(path: Path) -> str:
    """Return a page."""
    return path.read_text(encoding="utf-8")


@cache
def prose_of(path: Path) -> str:
    """Return a page without its blocks of code."""
    return re.sub(r"^```.*?^```", "", text_of(path), flags=re.DOTALL | re.MULTILINE)


@cache
def anchors_of(path: Path) -> set[str]:
    """Return the anchors of a page's headings."""
    headings = re.findall(r"^#+ (.+)$", prose_of(path), re.MULTILINE)
    return {slugify_unicode(re.sub(r"[`*]", "", heading), "-") for heading in headings}


@cache
def window_words(language: str) -> frozenset[str]:
    """Return all words of the window in a language, without marks of keys and dots."""
    source = ET.parse(ROOT / "resources" / "desktop" / "duizhang_zh_CN.ts")
    part = "source" if language == "en" else "translation"
    found = {said(message.findtext(part) or "") for message in source.iter("message")}
    return frozenset(found | {word(one).text(language) for one in Verdict})


def said(text: str) -> str:
    """Return words as people read them."""
    return re.sub(r"\(&\w\)|&|…$", "", text.replace("\n", "")).strip()


@cache
def menus(language: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return for each menu its actions with their keys, in a language."""
    source = ET.parse(ROOT / "resources" / "desktop" / "duizhang_zh_CN.ts")
    chinese = {
        message.findtext("source"): message.findtext("translation")
        for context in source.iter("context")
        if context.findtext("name") in ("Actions", "MainWindow")
        for message in context.iter("message")
    }

    def shown(words: object) -> str:
        return said(str(words) if language == "en" else chinese[str(words)] or "")

    specs = {spec.name: spec for spec in ACTIONS}
    made = {
        shown(title): {shown(specs[name].text): specs[name].keys for name in names if name}
        for title, names in MENUS
    }
    return made | {shown(title): {} for title in OF_MENU_MARK}


def key_name(key: str) -> str:
    """Return a key in one spelling."""
    return QKeySequence(key).toString()


@cache
def all_keys() -> frozenset[str]:
    """Return all keys that do something, and the steps that lists under F1 name together."""
    places = [key for _, keys in VIEW_KEYS for _, key in keys]
    single = [part for key in places for part in re.split(r"[\s,–]+", key) if part]
    digits = [str(n) for n in range(7)]
    lines = [saying.key for saying in SAYINGS] + ["R"]
    named = [*single, *digits, *lines, *(key for spec in ACTIONS for key in spec.keys)]
    return frozenset({key_name(key) for key in named} | NOT_ONLY_KEYS)


def shape(path: Path) -> list[str]:
    """Return the kinds of a page's blocks in order; free text is left out."""
    kinds = []
    for line in text_of(path).splitlines():
        found = re.match(r"#+ |\| |\d\. |- |!\[|```\w*", line)
        if found:
            kinds.append(found.group())
    return kinds


def test_site_and_window_have_the_same_pages():
    """A page is in the site, in the window and in both languages, in one order."""
    settings = yaml.unsafe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = [page for part in settings["nav"] for pages in part.values() for page in pages]
    expected = [f"{language}/{name}.md" for language in LANGUAGES for name in PAGES]
    assert [page for page in listed if "/" in page] == expected
    there = {path.relative_to(DOCS).as_posix() for path in DOCS.glob("*/*.md")}
    assert there == set(expected)


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_have_the_same_shape(name):
    """Equal headings, tables, lists, steps, pictures and blocks of code."""
    assert shape(DOCS / "zh" / f"{name}.md") == shape(DOCS / "en" / f"{name}.md")


@pytest.mark.parametrize("path", [*GUIDE, *OTHERS], ids=label)
def test_links_lead_somewhere(path):
    """Every link to a file leads to one, and every link to a heading to that heading."""
    for link in re.findall(r"\]\(([^)\s]+)\)", prose_of(path)):
        if "://" not in link:
            name, _, anchor = link.partition("#")
            target = (path.parent / name).resolve() if name else path
            assert target.exists(), link
            assert not anchor or anchor in anchors_of(target), link


@pytest.mark.parametrize("path", WRITTEN, ids=label)
def test_bold_words_stand_in_the_window(path):
    """Whoever looks for what the guide names finds it in these very words."""
    language = path.parent.name
    for bold in re.findall(r"\*\*(.+?)\*\*", prose_of(path)):
        menu, arrow, entry = bold.partition(" › ")
        if arrow:
            assert entry in menus(language).get(menu, {}), bold
        else:
            assert bold in window_words(language) | set(menus(language)), bold


@pytest.mark.parametrize("path", WRITTEN, ids=label)
def test_keys_do_what_is_said(path):
    """A key behind the name of an action is its key; every other key does something."""
    language = path.parent.name
    actions = {entry: keys for menu in menus(language).values() for entry, keys in menu.items()}
    text = prose_of(path)
    pairs = re.findall(r"\*\*\S+ › (.+?)\*\*(?: \| |[（(]| \()`([^`]+)`", text)
    for entry, key in pairs:
        assert key_name(key) in {key_name(one) for one in actions[entry]}, entry
    looks_like_key = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z]?[a-z]+|F\d+|[A-Z\d?+=-])")
    for code in re.findall(r"`([^`\n]+)`", text):
        if looks_like_key.fullmatch(code) and code not in ("tracker", "verdict"):
            assert code in all_keys() or key_name(code) in all_keys(), code


def test_the_guide_names_keys_with_their_actions():
    """The test above finds pairs of names and keys in both languages."""
    for language in LANGUAGES:
        text = "".join(prose_of(DOCS / language / f"{name}.md") for name in PAGES)
        assert len(re.findall(r"\*\*\S+ › .+?\*\*(?: \| |[（(]| \()`[^`]+`", text)) >= 15


@pytest.mark.parametrize("path", WRITTEN, ids=label)
def test_marks_of_bold_and_code_are_read(qapp, path):
    """No star of a mark is left as text, as may happen beside Chinese punctuation."""
    document = QTextDocument()
    document.setMarkdown(prose_of(path), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    assert not re.search(r"\*\*|`", document.toPlainText())


@pytest.mark.parametrize("path", GUIDE, ids=label)
def test_chinese_paragraphs_are_one_line(path):
    """A line that is broken inside Chinese would be read with a gap."""
    assert not re.search(
        r"[\u3000-\u9fff\uff00-\uffef]\n[\u3000-\u9fff\uff00-\uffef]", prose_of(path)
    )


@pytest.mark.parametrize("path", WRITTEN, ids=label)
def test_commands_exist(path):
    """Every command that a page shows is there."""
    shown = re.findall(r"`duizhang ([a-z]+)", text_of(path))
    for block in re.findall(r"```sh\n(.*?)```", text_of(path), re.DOTALL):
        shown += re.findall(r"^duizhang ([a-z]+)", block, re.MULTILINE)
    assert set(shown) <= set(duizhang.commands)


@pytest.mark.parametrize("language", LANGUAGES)
def test_verdicts_are_explained_by_their_names(language):
    """The page on promises has a row for each verdict, by the name that the program shows."""
    for verdict in Verdict:
        assert f"| {word(verdict).text(language)} | " in text_of(DOCS / language / "track.md")


def blocks_of(language: str) -> list[str]:
    """Return the blocks of Python on the page for researchers."""
    return re.findall(r"```python\n(.*?)```", text_of(DOCS / language / "research.md"), re.DOTALL)


def test_code_for_researchers_runs_as_it_stands(monkeypatch):
    """Each block runs by itself in a notebook, and what it shows has something in it."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(tracker, "read_reports", cache(tracker.read_reports))
    blocks = blocks_of("zh")
    assert len(blocks) == 4
    for block in blocks:
        lines, last = block.strip().rsplit("\n", 1)
        names: dict[str, object] = {}
        exec(lines, names)
        assert len(eval(last, names)) > 1, last


def test_code_for_researchers_is_the_same_in_both_languages():
    """Only words in quotation marks, and the language that is asked for, differ."""

    def bare(block: str) -> str:
        plain = re.sub(r'"[^"]*"', '""', block).replace(', language=""', "")
        return plain.replace("reason.en", "reason.zh")

    assert [bare(one) for one in blocks_of("zh")] == [bare(one) for one in blocks_of("en")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_database_of_an_office_is_made_as_told(server, language):
    """What one colleague brings in, another reads and marks; all of it belongs to the office."""
    (block,) = re.findall(r"```sql\n(.*?)```", text_of(DOCS / language / "share.md"), re.DOTALL)
    database, first, second = f"office_{language}", f"zhang_{language}", f"li_{language}"
    group = f"group_{language}"
    said = block.replace("duizhang_office", group).replace(
        "DATABASE duizhang", f"DATABASE {database}"
    )
    *before, role, setting = said.replace("zhangsan", first).strip().split(";\n")
    for line in (
        *before,
        role,
        setting,
        role.replace(first, second),
        setting.replace(first, second),
    ):
        server.say(line)
    with contextlib.closing(Workspace.create(server.address(database, first), user="张三")) as made:
        made.import_files([next((ROOT / "seeds").glob("002_*"))])
    with contextlib.closing(Workspace.open(server.address(database, second), user="李四")) as there:
        (entry,) = there.entries()
        there.remove(entry.id)
        assert there.entries() == ()
    owners = "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'duizhang'"
    assert server.say(owners, database) == [(group,)]


def test_reference_of_commands_is_fresh():
    """Commands say of themselves what the pages say, and no column is without a meaning."""
    done = subprocess.run([sys.executable, str(DOCS / "reference.py"), "--check"], check=False)
    assert done.returncode == 0, "run make guide"


def test_pictures_are_small_and_used():
    """Every picture stands in a page of its language, and all of them travel light."""
    pictures = {path.name: path for path in (DOCS / "pictures").iterdir()}
    for language in LANGUAGES:
        text = "".join(text_of(DOCS / language / f"{name}.md") for name in PAGES)
        used = set(re.findall(r"\]\(\.\./pictures/([^)]+)\)", text))
        assert used == {name for name in pictures if name.endswith(f"-{language}.png")}
    for path in pictures.values():
        assert path.stat().st_size < 150_000, path.name
        size = QImageReader(str(path)).size()
        assert size.boundedTo(QSize(1280, 800)) == size, path.name
    assert sum(path.stat().st_size for path in pictures.values()) < 3_000_000


def test_site_is_built_and_asks_nothing_from_elsewhere(tmp_path):
    """MkDocs finds nothing to remark; no page loads a font, script or style from another place."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(
        [*command, "--site-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > 2 * len(PAGES)
    loads = re.compile(
        r"""(?:src=|url\(|@import\s)\s*["']?(?:https?:)?//|<link[^>]+href=["'](?:https?:)?//"""
    )
    for path in (*pages, *tmp_path.rglob("*.css")):
        found = loads.search(path.read_text(encoding="utf-8"))
        assert not found, (path.name, found)

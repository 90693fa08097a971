"""Both languages are complete, and what the program loads is what was translated."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.builders import ROOT

FOLDER = ROOT / "resources" / "desktop"
SOURCE = FOLDER / "duizhang_zh_CN.ts"
COMPILED = FOLDER / "duizhang_zh_CN.qm"


def _tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def _messages(path: Path) -> dict[tuple[str, str], str]:
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            unfinished = translation is None or translation.get("type")
            text = "" if unfinished else (translation.text or "")
            found[context.findtext("name"), message.findtext("source")] = text
    return found


def test_an_apostrophe_is_a_straight_one():
    """A Chinese font sets the curved one with the room of a character: the year’ s report."""
    assert [source for _, source in _messages(SOURCE) if "’" in (source or "")] == []


def test_every_message_is_translated():
    """No message is unfinished or vanished."""
    untranslated = [key for key, text in _messages(SOURCE).items() if not text.strip()]
    assert untranslated == []


def test_placeholders_are_kept():
    """A translation names the same values as its source."""
    for (_, source), text in _messages(SOURCE).items():
        assert sorted(re.findall(r"\{\d\}", source)) == sorted(re.findall(r"\{\d\}", text)), source


def test_no_text_of_the_program_is_missing(tmp_path):
    """What lupdate finds in the program is what the translation holds."""
    copy = tmp_path / "fresh.ts"
    sources = sorted(str(path) for path in (ROOT / "desktop").rglob("*.py"))
    subprocess.run(
        [_tool("pyside6-lupdate"), *sources, "-ts", str(copy)], check=True, capture_output=True
    )
    assert set(_messages(copy)) == set(_messages(SOURCE))


def test_no_words_hide_inside_an_f_string():
    """Words to translate stand where lupdate reads them, which never looks into an f-string."""
    hidden = [
        f"{path.name}: {line.strip()}"
        for path in sorted((ROOT / "desktop").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\{(self\.)?tr\(", line)
    ]
    assert hidden == []


def test_what_translates_is_called_by_the_name_that_lupdate_knows():
    """Behind any other name the words are read by nobody, and stay English."""
    behind = [
        f"{path.name}: {line.strip()}"
        for path in sorted((ROOT / "desktop").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"(?<!\btranslate) = (QCoreApplication\.translate|self\.tr)$", line)
    ]
    assert behind == []


def test_compiled_translation_is_current(tmp_path):
    """The compiled file is the one that the source gives."""
    made = tmp_path / "made.qm"
    subprocess.run(
        [_tool("pyside6-lrelease"), str(SOURCE), "-qm", str(made)],
        check=True,
        capture_output=True,
    )
    assert made.read_bytes() == COMPILED.read_bytes()

"""What the bundle is made from: recipe, desktop file, file type, the door of a frozen program."""

import configparser
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tracker.ingest.apart import ReadingProcess
from tracker.store import header

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
DOCX = ROOT / "tests/tracker/ingest/samples/tables/plan.docx"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_program_without_python_reads_files_in_a_process_of_its_own(tmp_path, monkeypatch):
    """A frozen program has no Python to call; called with one word it is the reading process."""
    program = tmp_path / "duizhang"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{PACKAGING}/program.py" "$@"\n')
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    process = ReadingProcess()
    try:
        read = process.read(DOCX.read_bytes(), ".docx")
    finally:
        process.close()
    assert "国民经济和社会发展计划" in read.text


def test_door_of_the_program_answers_verbs_like_the_command():
    """The program folder has one program: with a verb it is the command line."""
    done = subprocess.run(
        [sys.executable, PACKAGING / "program.py", "--version"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert "version" in version["dynamic"]
    assert "duizhang" in done.stdout


def test_file_type_is_told_by_what_only_a_workspace_holds():
    """The type is told by the number that SQLite keeps of whoever made a file, not by its name."""
    tree = ElementTree.parse(PACKAGING / "linux" / "duizhang.xml")
    kind = tree.find(f"{MIME}mime-type")
    assert kind is not None
    number = kind.find(f"{MIME}magic/{MIME}match/{MIME}match")
    assert number is not None
    assert int(number.attrib["value"], 16) == header.APPLICATION_ID
    assert [glob.attrib["pattern"] for glob in kind.iter(f"{MIME}glob")] == ["*.duizhang"]


@pytest.mark.skipif(sys.platform != "linux", reason="a script of Linux desktops")
def test_menu_entry_calls_the_program_wherever_it_lies_and_can_be_taken_out(tmp_path):
    """A folder with spaces and signs in its name is quoted; removing leaves nothing of ours."""
    linux = tmp_path / "linux"
    linux.mkdir()
    for file in [*(PACKAGING / "linux").iterdir(), ROOT / "resources/desktop/duizhang.svg"]:
        (linux / file.name).write_bytes(file.read_bytes())
    home = {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "share"),
        "PATH": "/usr/bin:/bin",
    }
    script = ["sh", str(linux / "integrate.sh")]
    program = tmp_path / "对账 & co" / "duizhang"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    subprocess.run([*script, program], env=home, check=True)
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(tmp_path / "share/applications/duizhang.desktop", encoding="utf-8")
    said = entry["Desktop Entry"]
    assert said["Exec"] == f'"{program}" %F'
    assert said["Name[zh_CN]"] == "对账"
    assert said["MimeType"] == "application/x-duizhang;"
    assert (tmp_path / "share/icons/hicolor/scalable/apps/duizhang.svg").exists()
    # What a person chose for other kinds of files is not ours to touch.
    chosen = tmp_path / ".config/mimeapps.list"
    chosen.parent.mkdir(exist_ok=True)
    ours = "application/x-duizhang=duizhang.desktop\n"
    chosen.write_text(f"[Default Applications]\n{ours}text/plain=editor.desktop\n")
    subprocess.run([*script, "--remove"], env=home, check=True)
    assert chosen.read_text() == "[Default Applications]\ntext/plain=editor.desktop\n"
    left = [path.name for path in (tmp_path / "share").rglob("duizhang*")]
    assert left == []


@pytest.mark.skipif(sys.platform != "linux", reason="a script of Linux desktops")
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "没有找到程序"),
        ('#!/bin/sh\necho "libc.so.6: version GLIBC_2.99 not found" >&2; exit 1\n', "GLIBC_2.99"),
    ],
)
def test_program_that_cannot_run_here_is_not_put_into_the_menu(content, told, tmp_path):
    """A menu entry that does nothing when it is clicked helps nobody; the reason is told."""
    program = tmp_path / "duizhang"
    if content:
        program.write_text(content)
    done = subprocess.run(
        ["sh", PACKAGING / "linux" / "integrate.sh", program],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "zh_CN.UTF-8"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert told in done.stderr
    assert not (tmp_path / ".local/share/applications").exists()

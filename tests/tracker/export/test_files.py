"""Files are written whole or not at all."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import make_handout, make_report
from tracker.errors import ExportProblem
from tracker.export.files import replace_file
from tracker.export.formats import write_handout
from tracker.model.handout import HandoutOptions
from tracker.resources import resource_bytes


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    """Writing over a file leaves no other file behind."""
    target = tmp_path / "对账表.csv"
    target.write_text("old")
    target.chmod(0o640)
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    """What others may read is decided by the person's mask, not by the program."""
    before = os.umask(0o027)
    try:
        replace_file(tmp_path / "out.json", b"{}")
    finally:
        os.umask(before)
    assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o640


def test_a_missing_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    """The path and the reason stand in the sentence."""
    target = tmp_path / "nowhere" / "out.xlsx"
    with pytest.raises(ExportProblem) as caught:
        replace_file(target, b"x")
    assert str(target) in caught.value.message.zh


def test_a_folder_in_the_place_of_the_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    """A folder is not replaced; the temporary file is gone."""
    target = tmp_path / "out.html"
    target.mkdir()
    with pytest.raises(ExportProblem):
        replace_file(target, b"x")
    assert list(tmp_path.iterdir()) == [target]


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from tracker.errors import ExportProblem
from tracker.export.files import replace_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    replace_file(Path(sys.argv[1]), b"x" * 100_000)
except ExportProblem as problem:
    print(problem.message.en)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="no file size limit on this system")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """When the new file does not fit, the old one stays and no half file is left."""
    target = tmp_path / "out.xlsx"
    target.write_text("old")
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(target)], capture_output=True, text=True, check=True
    )
    assert "Cannot write" in done.stdout
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_unknown_ending_names_the_possible_ones(tmp_path: Path) -> None:
    """Before anything is written, the sentence says what can be written."""
    handout = make_handout(reports=(make_report("标题\n正文"),))
    with pytest.raises(ExportProblem) as caught:
        write_handout(handout, tmp_path / "out.odt", HandoutOptions("zh"), resource_bytes)
    assert "xlsx、docx、html、pdf、csv、json" in caught.value.message.zh
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", ["xlsx", "docx", "html", "pdf", "csv", "json", "md", "XLSX"])
def test_a_handout_without_promises_can_be_written(ending: str, tmp_path: Path) -> None:
    """An empty table is a table."""
    handout = make_handout(reports=(make_report("标题\n正文"),))
    write_handout(handout, tmp_path / f"out.{ending}", HandoutOptions("en"), resource_bytes)
    assert (tmp_path / f"out.{ending}").stat().st_size > 0

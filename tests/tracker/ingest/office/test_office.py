"""The same report in every office format is the same report; LibreOffice stays behind bars."""

import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office_files import codes, docx, lines, odt
from tests.same_report import outline_rows, promise_rows, report_of
from tracker.errors import InputProblem
from tracker.ingest.formats import READERS
from tracker.ingest.office import libreoffice
from tracker.ingest.office.libreoffice import convert, find_office, read_through_office
from tracker.model.source import SourceText

SAMPLES = Path(__file__).parents[1] / "samples" / "office"
OFFICE = find_office()
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
ENDINGS = [
    ".docx",
    ".odt",
    ".rtf",
    pytest.param(".doc", marks=needs_office),
]


def read(name: str) -> SourceText:
    """Return the text of a sample."""
    path = SAMPLES / name
    return READERS[path.suffix](path.read_bytes(), "")


@pytest.mark.parametrize(
    "name",
    [
        "001_styled.docx",
        "001_styled.odt",
        "001_styled.rtf",
        pytest.param("001_styled.doc", marks=needs_office),
        "001_bold.docx",
        "001_numbered.docx",
        "001_numbered.odt",
        "001_contents.docx",
        "001_contents.rtf",
    ],
)
def test_the_format_changes_neither_outline_nor_promises(name: str):
    """Headings, levels, roles and every promise are those of the text file."""
    expected, found = report_of(SAMPLES / "001.txt"), report_of(SAMPLES / name)
    assert outline_rows(found) == outline_rows(expected)
    assert promise_rows(found) == promise_rows(expected)
    assert len(promise_rows(found)) > 40


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_programs_hide_in_a_file_is_found_or_left_out(ending: str):
    """Every format gives the same lines: accepted wording, counted numbers, notes at the end."""
    found = read(f"details{ending}")
    assert [line.replace("1. 5亿", "1.5亿") for line in lines(found)] == [
        "政府工作报告",
        "——2026年1月27日在某市第十届人民代表大会上",
        "市长　某某",
        "2025年工作回顾",
        "地区生产总值增长5%，粮食产量保持稳定。",
        "城镇新增就业20万人。",
        "2026年主要任务",
        "一、稳增长",
        "（一）扩投资",
        "（二）促消费",
        "1.5亿元消费券年内发放完毕。",
        "二、惠民生",
        "新建公园10个，改造老旧小区30个。",
        "文本框：新增学位2万个。",
        "专栏1　民生实事",
        "新增养老床位1000张。",
        "各位代表，让我们共同奋斗！",
        "[1]按可比价格计算。",
        "[2]城镇新增就业：统计口径同上年。",
    ]
    assert codes(found) == {
        "changes-accepted",
        "comments-left-out",
        "hidden-left-out",
        "notes-at-end",
    }
    layout = found.layout
    assert [n for n, look in enumerate(layout) if look.style_level == 1] == [3, 6]
    assert [n for n, look in enumerate(layout) if look.centred] == [0, 1, 2]
    assert [n for n, look in enumerate(layout) if look.note] == [17, 18]
    assert all(layout[n].bold for n in (3, 6))


@pytest.mark.parametrize("ending", ENDINGS)
def test_tables_keep_their_cells_and_heads_and_feet_stay_out(ending: str):
    """A row is a line, a merged cell is empty below; running heads and page numbers are no text."""
    found = read(f"001_styled{ending}")
    rows = [
        (look.table, line.count("\t"))
        for line, look in zip(lines(found), found.layout, strict=True)
        if look.table
    ]
    assert {n for n, _ in rows} == {1, 2}
    assert {tabs for n, tabs in rows if n == 1} == {2}
    assert {tabs for n, tabs in rows if n == 2} == {3}
    assert "经济发展实力\t1\t地区生产总值\t增长5%左右" in lines(found)
    assert "\t2\t制造业增加值占地区生产总值比重\t保持基本稳定" in lines(found)
    assert "页眉" not in found.text


@pytest.mark.parametrize(
    ("ending", "data"),
    [
        (".docx", docx("<w:p/>", extra={"word/media/image1.png": b"x"})),
        (".odt", odt('<text:p><draw:frame><draw:image xlink:href="a.png"/></draw:frame></text:p>')),
        (".rtf", b"{\\rtf1{\\pict ffd8}\\par}"),
    ],
)
def test_a_scan_is_told_to_be_one(ending: str, data: bytes):
    """A file that holds pictures alone shows a text to people and to nobody else."""
    with pytest.raises(InputProblem) as caught:
        READERS[ending](data, "")
    assert "图片" in caught.value.message.zh


def test_without_libreoffice_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch):
    """Nobody has to guess what to install or how else to save."""
    monkeypatch.setattr(libreoffice, "find_office", lambda: None)
    with pytest.raises(InputProblem) as caught:
        read_through_office((SAMPLES / "details.doc").read_bytes())
    assert "LibreOffice" in caught.value.message.zh
    assert "docx" in caught.value.message.en


@pytest.mark.parametrize("name", ["locked.doc", "locked.odt"])
def test_a_password_is_told_before_anything_is_started(name: str, monkeypatch: pytest.MonkeyPatch):
    """A locked file says so from outside; nobody asks LibreOffice, which would ask the person."""
    monkeypatch.setattr(libreoffice, "find_office", lambda: None)
    with pytest.raises(InputProblem) as caught:
        read(name)
    assert "密码" in caught.value.message.zh


@needs_office
def test_chance_bytes_are_no_text():
    """LibreOffice takes what it does not know for a text; that text is not believed."""
    data = bytes(range(128, 256)) * 40
    with pytest.raises(InputProblem):
        read_through_office(data)


@pytest.fixture
def visits() -> Iterator[tuple[str, list[str]]]:
    """Serve on this machine; yield the address and what was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *args: object):
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@needs_office
def test_libreoffice_fetches_nothing_and_reads_no_other_file(
    visits: tuple[str, list[str]], tmp_path: Path
):
    """A picture on a server and a section kept in another file are left where they are."""
    address, asked = visits
    (tmp_path / "secret.txt").write_text("机密内容", encoding="utf-8")
    names = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
        for n, uri in {
            "office": "office",
            "text": "text",
            "draw": "drawing",
            "svg": "svg-compatible",
        }.items()
    )
    link = 'xlink:type="simple" xlink:href="{}"'.format
    data = (
        f'<?xml version="1.0"?><office:document {names} office:version="1.3" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
        '<text:p>前<draw:frame svg:width="2cm" svg:height="2cm"><draw:image '
        f"{link(address + '/x.png')}/></draw:frame></text:p>"
        f'<text:section text:name="S"><text:section-source {link(address + "/s.odt")}/>'
        f'<text:p>中</text:p></text:section><text:section text:name="T"><text:section-source '
        f"{link((tmp_path / 'secret.txt').as_uri())}/><text:p>后</text:p></text:section>"
        "</office:text></office:body></office:document>"
    )
    assert OFFICE is not None
    made = convert(data.encode(), OFFICE, ending=".fodt")
    assert lines(READERS[".docx"](made, "")) == ["前", "中", "后"]
    assert asked == []


@pytest.mark.skipif(sys.platform == "win32", reason="uses a shell script for a slow program")
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path):
    """Whatever it started does not go on, and its folder is gone."""
    slow = tmp_path / "soffice"
    left = tmp_path / "left"
    slow.write_text(f'#!/bin/sh\necho "$PWD" > {left}\nsleep 30 &\nsleep 30\n', encoding="utf-8")
    slow.chmod(0o700)
    with pytest.raises(InputProblem) as caught:
        convert(b"x", slow, seconds=0.5)
    assert "超时" in caught.value.message.zh
    assert not Path(left.read_text(encoding="utf-8").strip()).exists()
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    assert "sleep 30" not in running.stdout


def test_a_program_that_makes_nothing_is_told(tmp_path: Path):
    """A file that LibreOffice cannot open gives one sentence."""
    if sys.platform == "win32":
        pytest.skip("uses a shell script")
    idle = tmp_path / "soffice"
    idle.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    idle.chmod(0o700)
    with pytest.raises(InputProblem):
        convert(b"x", idle)


def test_libreoffice_is_found_where_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """On Windows it is in no path but under the program folders."""
    program = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr(libreoffice, "which", lambda _: None)
    monkeypatch.setattr(libreoffice, "_PLACES", ())
    monkeypatch.setattr(libreoffice, "_VERSIONED", (str(tmp_path / "none"), "*"))
    for variable in ("ProgramFiles(x86)", "ProgramW6432", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert find_office() == program
    monkeypatch.delenv("ProgramFiles")
    monkeypatch.setattr(libreoffice, "_registered", list)
    assert find_office() is None


def test_a_program_in_the_current_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A file called soffice.exe beside the reports is not LibreOffice."""
    (tmp_path / "soffice").touch(mode=0o700)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(libreoffice, "which", lambda name: str(tmp_path / name))
    found = find_office()
    assert found is None or found.parent != tmp_path

"""Archives and folders: their documents come out one by one, and traps stay shut."""

import io
import os
import struct
import sys
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputProblem
from tracker.ingest import limits
from tracker.ingest.files import decode_source, read_source
from tracker.ingest.packages import open_zip
from tracker.ingest.packs import Member, expand, expand_archive

TEXT = "政府工作报告".encode()


def packed(members: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def packed_in(names: Sequence[bytes], *, flag: int = 0) -> bytes:
    """Return a zip archive with names in any bytes, as other programs write them."""
    files, directory = b"", b""
    for name in names:
        sizes = struct.pack("<III", zlib.crc32(TEXT), len(TEXT), len(TEXT))
        head = struct.pack("<HHHHH", 20, flag, 0, 0, 0x21)
        tail = struct.pack("<HH", len(name), 0)
        directory += b"PK\1\2\x14\0" + head + sizes + tail
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(files)) + name
        files += b"PK\3\4" + head + sizes + tail + name + TEXT
    count = len(names)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(files), 0)
    return files + directory + b"PK\5\6" + end


def seen(members: Sequence[Member]) -> list[str]:
    return [member.shown for member in members]


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(TEXT)


def test_documents_of_folders_and_archives_come_with_their_way(tmp_path: Path) -> None:
    """The sentence about a file says where it lies: folder, archive, archive within."""
    inner = packed([("昆山.txt", TEXT)])
    write(tmp_path, "年报/2023/无锡.txt")
    (tmp_path / "年报" / "苏州.zip").write_bytes(
        packed([("2023/苏州.txt", TEXT), ("县.zip", inner)])
    )
    given = [tmp_path / "年报", tmp_path / "年报" / "2023" / "无锡.txt"]
    found = [(member.shown, member.name, member.read()) for member in expand(given)]
    assert found == [
        ("年报/2023/无锡.txt", "无锡.txt", TEXT),
        ("年报/苏州.zip/2023/苏州.txt", "苏州.txt", TEXT),
        ("年报/苏州.zip/县.zip/昆山.txt", "昆山.txt", TEXT),
        ("无锡.txt", "无锡.txt", TEXT),
    ]


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "gbk"])
def test_names_are_read_in_the_encoding_they_were_packed_in(codec: str) -> None:
    """Chinese Windows packs names in GBK and does not say so."""
    names = ["2023年/苏州市政府工作报告.txt", "2023年/无锡市（公开稿）.txt"]
    members = list(expand_archive(packed_in([name.encode(codec) for name in names]), "年报.zip"))
    assert seen(members) == [f"年报.zip/{name}" for name in names]


def test_the_unicode_name_beside_the_other_wins() -> None:
    """Some programs write both: a name in an old code page and the same in UTF-8."""
    name = "报告.txt".encode()
    extra = struct.pack("<HHBI", 0x7075, 5 + len(name), 1, 0) + name
    info = zipfile.ZipInfo("????.txt")
    info.extra = extra
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(info, TEXT)
    assert seen(list(expand_archive(buffer.getvalue(), "a.zip"))) == ["a.zip/报告.txt"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/报告.txt", "a.zip/etc/报告.txt"),
        ("/etc/报告.txt", "a.zip/etc/报告.txt"),
        ("C:\\Windows\\报告.txt", "a.zip/Windows/报告.txt"),
        ("..\\..\\报告.txt", "a.zip/报告.txt"),
        ("a/./b//报告.txt", "a.zip/a/b/报告.txt"),
        ("报告\u202etxt.exe.txt", "a.zip/报告txt.exe.txt"),
        ("报告\n2.txt", "a.zip/报告2.txt"),
        ("", "a.zip/?"),
        ("..", "a.zip/?"),
    ],
)
def test_tricks_in_names_lead_nowhere(
    name: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is unpacked to a disk, and a name shows nothing else than it is."""
    monkeypatch.chdir(tmp_path)
    (member,) = list(expand_archive(packed_in([name.encode()], flag=0x800), "a.zip"))
    assert member.shown == shown
    assert member.name == shown.rpartition("/")[2]
    assert not list(tmp_path.iterdir())


def test_what_programs_leave_lying_about_is_passed_over(tmp_path: Path) -> None:
    """Nobody wants to hear of the lock file that Word leaves."""
    junk = [
        *("__MACOSX/._报告.docx", ".DS_Store", "Thumbs.db", "~$报告.docx", ".~lock.报告.odt#"),
        *(".git/config.txt", "desktop.ini"),
        *("库.duizhang", "库.duizhang-wal", "库.duizhang-shm"),
    ]
    assert seen(list(expand_archive(packed([(n, b"x") for n in [*junk, "a.txt"]]), "z.zip"))) == [
        "z.zip/a.txt"
    ]
    write(tmp_path / "夹", *junk, "a.txt")
    assert seen(list(expand([tmp_path / "夹"]))) == ["夹/a.txt"]


def test_other_formats_are_told_apart_from_failures(tmp_path: Path) -> None:
    """A folder full of pictures gives one number, not a hundred errors."""
    write(tmp_path / "夹", "a.txt", "b.jpg", "c.exe", "d.rar")
    members = list(expand([tmp_path / "夹"]))
    assert [(m.name, m.foreign) for m in members] == [
        ("a.txt", False),
        ("b.jpg", True),
        ("c.exe", True),
        ("d.rar", True),
    ]
    with pytest.raises(InputProblem, match=r"“夹/b\.jpg”: it is a picture"):
        members[1].read()


def test_a_file_that_was_named_is_never_passed_over(tmp_path: Path) -> None:
    """Whoever chose a file hears what is wrong with it."""
    write(tmp_path, "b.jpg", ".报告.txt")
    members = list(expand([tmp_path / "b.jpg", tmp_path / ".报告.txt", tmp_path / "没有.txt"]))
    assert [m.foreign for m in members] == [False, False, False]
    with pytest.raises(InputProblem, match="no such file"):
        members[2].read()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links")
def test_folders_that_lead_back_end(tmp_path: Path) -> None:
    """A link to a folder above is not gone round for ever."""
    folder = tmp_path / "夹"
    write(folder, "内/a.txt")
    (folder / "内" / "回").symlink_to(folder, target_is_directory=True)
    (folder / "无").symlink_to(tmp_path / "没有")
    members = list(expand([folder]))
    assert [m.shown for m in members if m.name == "a.txt"] == ["夹/内/a.txt"]
    assert len(members) == 2


def test_names_that_no_database_takes_are_made_ones_that_it_does(tmp_path: Path) -> None:
    """Names on a disk may be in GBK, hold line breaks, or turn what stands after them."""
    folder = tmp_path / "夹"
    write(folder, "a\n1.txt", "\u202eb.txt")
    if sys.platform == "linux":
        (Path(os.fsdecode(os.fsencode(folder) + b"/\xb1\xa8\xb8\xe6.txt"))).write_bytes(TEXT)
    members = list(expand([folder]))
    assert {m.name for m in members} >= {"a1.txt", "b.txt"}
    assert sys.platform != "linux" or "报告.txt" in {m.name for m in members}
    for member in members:
        source = decode_source(member.read(), member.name, member.shown)
        assert source.name.encode().decode().isprintable()
    assert read_source(folder / "\u202eb.txt")[0].name == "b.txt"


def test_an_archive_in_an_archive_in_an_archive_is_refused() -> None:
    """Archives may be packed in one another without end."""
    third = packed([("a.txt", TEXT)])
    second = packed([("c.zip", third), ("b.txt", TEXT)])
    members = list(expand_archive(packed([("b.zip", second)]), "a.zip"))
    assert seen(members) == ["a.zip/b.zip/c.zip", "a.zip/b.zip/b.txt"]
    with pytest.raises(InputProblem, match="unpack the inner one"):
        members[0].read()


def told(data: bytes) -> str:
    """Return what is said of the first member that cannot be read."""
    for member in expand_archive(data, "a.zip"):
        try:
            member.read()
        except InputProblem as problem:
            return problem.message.zh
    return ""


def lying(data: bytes, *, size: int) -> bytes:
    """Return an archive of one member that says another unpacked size of itself."""
    changed = bytearray(data)
    changed[22:26] = struct.pack("<I", size)
    at = data.index(b"PK\1\2")
    changed[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(changed)


def test_a_zip_bomb_is_refused_by_how_densely_it_is_packed() -> None:
    """A thousand bytes out of one: only a trap packs like that."""
    bomb = packed([("bomb.txt", bytes(64 * limits.MEGABYTE))])
    assert "压缩炸弹" in told(bomb)


def test_what_an_archive_says_of_sizes_is_not_believed() -> None:
    """A member that says it is small is stopped where it was to end."""
    bomb = packed([("bomb.txt", bytes(64 * limits.MEGABYTE))])
    assert told(lying(bomb, size=1000))


def test_an_archive_unpacks_to_no_more_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many small members that are one large one when unpacked."""
    monkeypatch.setattr(limits, "ARCHIVE_TOTAL", 100)
    data = packed([(f"{n}.txt", TEXT) for n in range(20)])
    assert "总共超过" in told(data)


def test_an_archive_with_too_many_members_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of members is held in memory, so it has an end."""
    data = packed([(f"{n}.txt", b"") for n in range(30)])
    with pytest.raises(InputProblem, match="more than 20 files"):
        open_zip(io.BytesIO(data), 20)
    monkeypatch.setattr(limits, "ARCHIVE_DIRECTORY", 1000)
    assert "损坏" in told(data)


def test_a_locked_member_is_told() -> None:
    """A password is asked for nowhere; the person unpacks it."""
    assert "密码" in told(packed_in([b"a.txt"], flag=1))


@pytest.mark.parametrize(
    "data", [b"", b"PK\5\6", b"PK\3\4" + bytes(100), packed([("a", TEXT)])[:-9]]
)
def test_a_damaged_archive_is_told(data: bytes) -> None:
    """A download that broke off is one sentence."""
    assert "损坏" in told(data)


def test_an_empty_archive_is_told() -> None:
    """Nothing comes out of it, and that is said."""
    assert "没有文件" in told(packed([]))


def test_an_office_file_named_zip_is_one_document(tmp_path: Path) -> None:
    """Some web sites hand out docx files as .zip, which they are inside."""
    data = packed([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<document/>")])
    path = tmp_path / "报告.zip"
    path.write_bytes(data)
    assert [(member.name, member.read()) for member in expand([path])] == [("报告.zip", data)]


def test_the_one_report_of_an_archive_is_read(tmp_path: Path) -> None:
    """Where a file is asked for, an archive of one report is as good."""
    path = tmp_path / "报告.zip"
    path.write_bytes(packed([("夹/报告.txt", TEXT), ("图.jpg", b"\xff\xd8\xff")]))
    source, data = read_source(path)
    assert (source.name, source.text, data) == ("报告.txt", "政府工作报告", TEXT)
    assert decode_source(path.read_bytes(), "报告.zip").id == source.id


def test_an_archive_of_several_reports_is_listed(tmp_path: Path) -> None:
    """Where one file is asked for, the person must say which."""
    path = tmp_path / "报告.zip"
    path.write_bytes(packed([("甲.txt", TEXT), ("乙.txt", TEXT)]))
    with pytest.raises(InputProblem, match=r"holds 2 files \(甲\.txt, 乙\.txt\)"):
        read_source(path)


@given(st.binary(max_size=300), st.integers(0, 400), st.integers(0, 255))
def test_archives_of_any_bytes_are_read_or_told(data: bytes, at: int, value: int) -> None:
    """No archive brings the program down, however it is damaged."""
    whole = bytearray(
        packed([("甲.txt", TEXT), ("乙.zip", packed([("丙.txt", TEXT)])), ("丁", data)])
    )
    whole[at % len(whole)] = value
    assert told(bytes(whole)) == "" or "a.zip" in told(bytes(whole))


def test_reading_a_member_late_is_told() -> None:
    """Bytes are there until the next member is taken: memory holds one at a time."""
    members = list(expand_archive(packed([("a.txt", TEXT), ("b.txt", TEXT)]), "a.zip"))
    with pytest.raises(InputProblem):
        members[0].read()

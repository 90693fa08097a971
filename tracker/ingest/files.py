"""From a file to a ``SourceDocument``; whatever is wrong with it is said in one sentence."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from tracker.errors import InputProblem
from tracker.ingest import formats, limits
from tracker.ingest.apart import read_apart
from tracker.ingest.cleaning import clean
from tracker.ingest.disk import named, problem_of, read_bytes, too_large
from tracker.ingest.file_names import visible_name
from tracker.ingest.kinds import kind_of
from tracker.ingest.packs import Member, expand, expand_archive, is_archive
from tracker.message import Message
from tracker.model.diagnostic import Diagnostic
from tracker.model.ids import ReportId
from tracker.model.source import SourceDocument, SourceText

SIZE_LIMIT = limits.FILE_SIZE
"""Largest file that is read, in bytes."""

_MOST_LISTED = 8


def _never() -> bool:
    return False


def read_source(
    path: Path,
    shown: str | None = None,
    encoding: str = "",
    should_stop: Callable[[], bool] = _never,
) -> tuple[SourceDocument, bytes]:
    """Return the text of a file and its original bytes.

    Of a zip archive that holds one report, that report is read.

    Args:
        path: The file.
        shown: What messages call it, for instance the path as it was given; by default the
            name of the file.
        encoding: Encoding that a person chose for a text file; "" to find it out.
        should_stop: Asked while it is read.

    Raises:
        InputProblem: It is missing, a folder, unreadable, too large, empty or no text.
        Stopped: ``should_stop`` said so.
    """
    shown = visible_name(shown or path.name)
    if is_archive(path.name) and path.is_file():
        member, data = _only_member(expand([path]), shown)
        name = member.name
    else:
        data, name = read_bytes(path, shown), path.name
    return decode_source(data, name, shown, encoding, should_stop), data


def decode_source(
    data: bytes,
    name: str,
    shown: str | None = None,
    encoding: str = "",
    should_stop: Callable[[], bool] = _never,
) -> SourceDocument:
    """Return the text that a file's bytes hold.

    Args:
        data: Original bytes.
        name: File name; its ending decides the reader.
        shown: What messages call it; by default ``name``.
        encoding: Encoding that a person chose for a text file; "" to find it out.
        should_stop: Asked while it is read.

    Raises:
        InputProblem: The bytes are too many, empty or no text.
        Stopped: ``should_stop`` said so.
    """
    name = visible_name(name)
    shown = visible_name(shown or name)
    if len(data) > SIZE_LIMIT:
        raise too_large(shown, SIZE_LIMIT)
    kind = kind_of(data, name)
    if kind == ".zip":
        member, data = _only_member(expand_archive(data, shown), shown)
        return decode_source(data, member.name, shown, encoding, should_stop)
    try:
        read = _read(data, kind, encoding, should_stop)
    except InputProblem as problem:
        raise named(shown, problem) from None
    text, remarks = _tidy(read)
    if formats.belies(name, kind):
        remarks = (_belied(name, kind), *remarks)
    if not text.strip():
        raise problem_of(
            shown,
            "文件是空的，请选择有内容的报告",
            "it is empty; choose a file that holds a report",
        )
    if len(text) > limits.TEXT_LENGTH:
        raise problem_of(
            shown,
            f"文本超过{limits.TEXT_LENGTH // 10_000}万字，一份报告只有几万字，请只保留报告正文",
            f"it has more than {limits.TEXT_LENGTH:,} characters, a report has some ten thousand; "
            "keep only the text of the report",
        )
    report_id = ReportId(hashlib.sha256(data).hexdigest())
    return SourceDocument(report_id, name, text, read.layout, read.encoding, remarks)


def _read(data: bytes, kind: str, encoding: str, should_stop: Callable[[], bool]) -> SourceText:
    reader = formats.reader_for(kind)
    if not data:
        return SourceText("")
    if kind in formats.PLAIN:
        if len(data) > limits.TEXT_SIZE:
            raise _too_large_text()
        return reader(data, encoding)
    allowed = limits.CONVERTING if kind in formats.CONVERTED else limits.READING
    return read_apart(data, kind, encoding, limits=allowed, should_stop=should_stop)


def _belied(name: str, kind: str) -> Diagnostic:
    suffix = formats.suffix_of(name)
    return Diagnostic(
        "ending-differs",
        Message(
            f"文件名以{suffix}结尾，内容却是{kind}格式，已按内容读取。",
            f"The name ends in {suffix}, but the content is {kind}; it was read as what it is.",
        ),
    )


def _tidy(read: SourceText) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a text with one kind of line end and no hidden characters, and all its remarks."""
    text = read.text
    if not read.layout:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, remarks = clean(text)
    return text, (*read.remarks, *remarks)


def _only_member(members: Iterable[Member], shown: str) -> tuple[Member, bytes]:
    """Return the one report of an archive and its bytes.

    Raises:
        InputProblem: It holds none or several; the sentence lists them.
    """
    first: Member | None = None
    data = b""
    names: list[str] = []
    problem: InputProblem | None = None
    for member in members:
        if member.problem is not None:
            problem = problem or member.problem
            continue
        names.append(member.shown.partition("/")[2] or member.name)
        if first is None:
            first, data = member, member.read()
    if first is None:
        raise problem or problem_of(shown, "压缩包里没有报告", "the archive holds no report")
    if len(names) > 1:
        raise _several(names, shown)
    return first, data


def _several(names: list[str], shown: str) -> InputProblem:
    more = len(names) - _MOST_LISTED
    listed_zh = "、".join(names[:_MOST_LISTED]) + ("等" if more > 0 else "")
    listed_en = ", ".join(names[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "")
    return problem_of(
        shown,
        f"压缩包里有{len(names)}份文件（{listed_zh}），请解压后选择其中一份，或导入工作区",
        f"the archive holds {len(names)} files ({listed_en}); unpack it and choose one, or import "
        "it into a workspace",
    )


def _too_large_text() -> InputProblem:
    megabytes = limits.TEXT_SIZE // limits.MEGABYTE
    return InputProblem(
        Message(
            f"文本文件超过{megabytes} MB，请只保留报告正文。",
            f"it is a text larger than {megabytes} MB; keep only the text of the report.",
        )
    )

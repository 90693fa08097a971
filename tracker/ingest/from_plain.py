"""Plain text and Markdown: UTF-8, with or without a byte order mark."""

from tracker.errors import InputProblem
from tracker.ingest.encodings import likely_encoding
from tracker.message import Message
from tracker.model.source import SourceText


def read_plain(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of a UTF-8 file.

    Raises:
        InputProblem: The bytes are binary or another encoding, which is named where it is known.
    """
    if b"\0" not in data:
        try:
            return SourceText(data.decode("utf-8-sig"), encoding="UTF-8")
        except UnicodeDecodeError as error:
            raise _not_utf8(data, error) from None
    encoding = likely_encoding(data)
    if encoding:
        raise _other_encoding(encoding)
    raise InputProblem(
        Message(
            "这不是文本文件（含有二进制内容），请选择文本格式的报告。",
            "This is no text file (it holds binary data); choose a report saved as text.",
        )
    )


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> InputProblem:
    encoding = likely_encoding(data)
    if encoding:
        return _other_encoding(encoding)
    return InputProblem(
        Message(
            f"文件不是UTF-8编码（第{error.start + 1}个字节起无法识别），请另存为UTF-8文本。",
            f"The file is not UTF-8 (unreadable from byte {error.start + 1} on); "
            "save it as UTF-8 text.",
        ),
        detail=str(error.reason),
    )


def _other_encoding(encoding: str) -> InputProblem:
    convert = f"iconv -f {encoding} -t UTF-8"
    return InputProblem(
        Message(
            f"文件看来是{encoding}编码，请另存为UTF-8（记事本“另存为”时选编码，或用 {convert}）。",
            f"The file looks like {encoding}; save it as UTF-8 (an editor's “Save as” has a "
            f"choice of encoding, or use {convert}).",
        ),
        detail=encoding,
    )

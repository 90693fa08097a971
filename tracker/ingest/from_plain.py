"""Plain text and Markdown: UTF-8, with or without a byte order mark."""

from tracker.errors import InputProblem
from tracker.message import Message


def read_plain(data: bytes) -> str:
    """Return the text of a UTF-8 file.

    Raises:
        InputProblem: The bytes are binary or another encoding.
    """
    if b"\0" in data:
        raise InputProblem(
            Message(
                "这不是文本文件（含有二进制内容），请选择文本格式的报告。",
                "This is no text file (it holds binary data); choose a report saved as text.",
            )
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputProblem(
            Message(
                f"文件不是UTF-8编码（第{error.start + 1}个字节起无法识别），请另存为UTF-8文本。",
                f"The file is not UTF-8 (unreadable from byte {error.start + 1} on); "
                "save it as UTF-8 text.",
            ),
            detail=str(error.reason),
        ) from None

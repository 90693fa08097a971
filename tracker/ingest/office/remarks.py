"""What the readers of word-processor files left out, counted and told in sentences."""

from collections import Counter

from tracker.message import Message
from tracker.model.diagnostic import Diagnostic

_SENTENCES = {
    "changes-accepted": (
        "文件带有修订痕迹，按全部接受修订后的文字读取。",
        "The file has tracked changes; it was read as if all of them had been accepted.",
    ),
    "comments-left-out": (
        "批注没有读入（{n}处）。",
        "Comments were left out ({n}).",
    ),
    "hidden-left-out": (
        "隐藏文字没有读入（{n}处）。",
        "Hidden text was left out ({n}).",
    ),
    "notes-at-end": (
        "脚注和尾注（{n}条）列在文末，正文中的注释标号没有读入。",
        "Footnotes and endnotes ({n}) stand at the end; their marks in the text were left out.",
    ),
    "macros-ignored": (
        "文件带有宏，宏没有运行也没有读入。",
        "The file has macros; they were neither run nor read.",
    ),
    "links-not-followed": (
        "文件链接了外部文件或网址（{n}处），没有打开，其中的内容没有读入。",
        "The file links to other files or addresses ({n}); none was opened or read.",
    ),
    "embedded-left-out": (
        "文件嵌入了其他文档（{n}处），其中的内容没有读入。",
        "Other documents are embedded in the file ({n}); they were not read.",
    ),
}


class Remarks:
    """Counts what was left out, by the code of the remark."""

    def __init__(self) -> None:
        self._counts = Counter[str]()

    def count(self, code: str, n: int = 1) -> None:
        """Count one more thing; codes are those of ``_SENTENCES``."""
        self._counts[code] += n

    def told(self) -> tuple[Diagnostic, ...]:
        """Return one remark for each kind of thing."""
        return tuple(
            Diagnostic(code, Message(zh.format(n=n), en.format(n=n)))
            for code, (zh, en) in _SENTENCES.items()
            if (n := self._counts[code])
        )

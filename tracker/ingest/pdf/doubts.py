"""Says what is wrong with the text of a PDF: scanned pages, fonts that hide their characters."""

import re
from collections import Counter
from collections.abc import Sequence

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.diagnostic import Diagnostic

_FREQUENT = frozenset(
    "的，。、和一是在不了有年人中大为上国我以要会政府工作发展建设提高加快推进市全"
)
_LEAST_FREQUENT = 0.03
"""Share of the signs above among Chinese characters; reports have 0.15 and more (2026-11)."""

_MOST_UNKNOWN = 0.2
_MANY_RADICALS = 20
_LEAST_TEXT = 40
"""Characters; nothing is said of the kind of a shorter text."""

_RADICALS = (
    "⺀冫⺁厂⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡"
    "⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罒⺲罒⺳网⺴冈"
    "⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶"
    "⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤"
    "⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
"""CJK radicals and the characters they look like: EquivalentUnifiedIdeograph.txt, Unicode 16.0."""


def _plain_characters() -> dict[int, str]:
    import unicodedata  # noqa: PLC0415 - only when a PDF is read

    found = {ord(a): b for a, b in zip(_RADICALS[::2], _RADICALS[1::2], strict=True)}
    blocks = ((0x2F00, 0x2FD6), (0xF900, 0xFAFF), (0xFB00, 0xFB07))
    for first, end in blocks:
        for code in range(first, end):
            plain = unicodedata.normalize("NFKC", chr(code))
            if plain != chr(code):
                found[code] = plain
    return found


class PlainCharacters:
    """Replaces radicals, compatibility characters and ligatures that fonts give for usual ones.

    Fonts often say ``⼈⺠`` for ``人民``, which looks the same and matches nothing.
    """

    def __init__(self) -> None:
        self._plain = _plain_characters()
        self._seen = re.compile("[" + "".join(map(chr, self._plain)) + "]")
        self.replaced = 0

    def __call__(self, text: str) -> str:
        """Return a text with its usual characters, and count what was replaced."""
        found = len(self._seen.findall(text))
        if not found:
            return text
        self.replaced += found
        return text.translate(self._plain)

    def remarks(self) -> list[Diagnostic]:
        """Return what a person should know about it."""
        if self.replaced < _MANY_RADICALS:
            return []
        count = self.replaced
        zh = f"PDF的字体把{count}个字记成了外形相同的部首或兼容字，已换成通用汉字。"
        en = (
            f"The fonts of the PDF name {count} characters as radicals or compatibility "
            "characters of the same look; they were replaced by the usual ones."
        )
        return [Diagnostic("pdf-characters-replaced", Message(zh, en))]


def check_text(text: str, unmapped: int) -> list[Diagnostic]:
    """Refuse a text layer that is no text; return a remark where single characters are unknown.

    Args:
        text: The text of the whole file, without white space.
        unmapped: Characters for which the file does not say which they are.

    Raises:
        InputProblem: Fonts do not say their characters, or say wrong ones.
    """
    odd = unmapped + sum(
        "\ue000" <= c <= "\uf8ff" or c == "\ufffd" or c >= "\U000f0000" for c in text
    )
    chinese = [c for c in text if "\u4e00" <= c <= "\u9fff"]
    frequent = sum(c in _FREQUENT for c in chinese)
    nonsense = len(chinese) >= 300 and frequent < _LEAST_FREQUENT * len(chinese)
    unknown = odd > _MOST_UNKNOWN * len(text)
    if len(text) >= _LEAST_TEXT and (unknown or nonsense or _is_noise(text, len(chinese))):
        raise InputProblem(
            Message(
                "PDF的文字层是乱码（字体没有说明各字是什么），请用OCR软件重新识别，或改用Word文件。",
                "The text in the PDF is garbled (its fonts do not say which characters they "
                "show); recognise it anew with OCR software, or use the Word file.",
            )
        )
    if not odd:
        return []
    zh = f"PDF里有{odd}个字符没有说明是什么字，可能读错，请对照原文检查。"
    en = f"The PDF does not say what {odd} of its characters are; check them against the file."
    return [Diagnostic("pdf-characters-unknown", Message(zh, en))]


def _is_noise(text: str, chinese: int) -> bool:
    """Latin signs without words: fonts that call Chinese characters ``!"#$`` one after another."""
    if chinese > 0.05 * len(text):
        return False
    counted = Counter(text)
    letters = sum(n for c, n in counted.items() if c.isalpha())
    vowels = sum(n for c, n in counted.items() if c in "aeiouyAEIOUY")
    foreign = sum(n for c, n in counted.items() if c.isalpha() and not c.isascii())
    figures = sum(n for c, n in counted.items() if c.isdigit())
    if letters + figures < 0.5 * len(text):
        return True
    return foreign < 0.3 * letters and letters > 200 and vowels < 0.2 * letters


def check_pages(written: Sequence[bool], pictured: Sequence[bool]) -> list[Diagnostic]:
    """Return a remark on the pages without text, if any.

    Args:
        written: For each page whether it has text.
        pictured: For each page whether something else stands on it.

    Raises:
        InputProblem: No page has text.
    """
    if not any(written):
        if not any(pictured):
            raise InputProblem(
                Message(
                    "PDF的各页都是空白，请选择有内容的文件。",
                    "All pages of the PDF are blank; choose a file with content.",
                )
            )
        raise InputProblem(
            Message(
                "这份PDF是扫描件，只有图像没有文字，请先用OCR软件识别文字，或向提供方索取Word文件。",
                "This PDF is a scan: pictures without text. Run OCR software on it first, or ask "
                "for the Word file.",
            )
        )
    missing = [
        number
        for number, (has, drawn) in enumerate(zip(written, pictured, strict=True), 1)
        if drawn and not has
    ]
    if not missing:
        return []
    shown = "、".join(map(str, missing[:20])) + ("等" if len(missing) > 20 else "")
    listed = ", ".join(map(str, missing[:20])) + (" and others" if len(missing) > 20 else "")
    pages = "page" if len(missing) == 1 else "pages"
    zh = f"第{shown}页只有图像没有文字，没有读入；如有正文，请先用OCR软件识别。"
    en = (
        f"No text on {pages} {listed}, only pictures: not read. "
        "If there is text to be seen, run OCR software first."
    )
    return [Diagnostic("pdf-pages-without-text", Message(zh, en))]

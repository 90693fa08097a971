"""Web pages: saved by a browser, made by an office program, or served by a government's site.

The page is read as a browser shows it, hidden parts left out, and nothing that it names (pictures,
sheets, scripts) is ever opened. Which of its lines are the report is told by ``html_page``.
"""

import codecs
import re
from collections.abc import Iterable

from tracker.errors import InputProblem
from tracker.ingest.blocks import Block, build_text
from tracker.ingest.encodings import DecodedText, decode_text
from tracker.ingest.office.xml_parts import Element
from tracker.ingest.web.html_looks import read_sheets
from tracker.ingest.web.html_page import Page, without_navigation
from tracker.ingest.web.html_walk import Walk
from tracker.message import Message
from tracker.model.diagnostic import Diagnostic
from tracker.model.source import SourceText

FRAGMENT = "duizhang-fragment"
"""``<meta name=generator>`` of what was copied from a page: there is no site around it."""

_HEAD = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_NESTING = re.compile(
    r"</?(?!p\b|h[1-6]\b|br\b|title\b|meta\b|script\b|style\b)[a-z][^<>]*>", re.IGNORECASE
)
_WITHIN_LINES = re.compile(
    r"</?(?:a|b|big|em|font|i|o:p|s|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE
)
_CHARACTER_SET = re.compile(
    r"ascii|utf-8|cp\d+|iso8859-\d+|mac-\w+|koi8-\w|tis-620|shift_jis\w*|euc_\w+|big5\w*|gb\w+|hz"
)
"""Codecs of Python that a page may name; others unpack archives (``zlib``) or take for ever."""

_DOUBTS = frozenset({"encoding-doubtful", "encoding-damaged"})


def read_html(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of a web page with its headings, tables and furniture.

    Args:
        data: Bytes of the page.
        encoding: Encoding that a person chose; "" to find it out.

    Raises:
        InputProblem: It holds no text, or is no text file.
    """
    return read_page(data, encoding)


def read_page(
    data: bytes, encoding: str = "", declared: str = "", sheets: Iterable[str] = ()
) -> SourceText:
    """Return the text of a web page.

    Args:
        data: Bytes of the page.
        encoding: Encoding that a person chose; "" to find it out.
        declared: Encoding that came with the page from its server; "" when none did.
        sheets: Style sheets that were saved with it.

    Raises:
        InputProblem: It holds no text, or is no text file.
    """
    decoded = decode_page(data, encoding, declared)
    root, remarks = _parse(decoded.text)
    if root is None:
        raise _no_text()
    walk = Walk(read_sheets((*sheets, *(x.text or "" for x in root.iter("style")))))
    walk.over(root)
    if not walk.lines:
        raise _no_text()
    names = {
        (x.get("name") or "").lower(): (x.get("content") or "")[:300] for x in root.iter("meta")
    }
    if names.get("generator") == FRAGMENT:
        page = Page(tuple(walk.lines))
    else:
        titles = [x.text or "" for x in root.iter("title")][:1]
        page = without_navigation(walk.lines, walk.boxes, [*titles, names.get("articletitle", "")])
    if page.left_out:
        remarks.append(_left_out(page.left_out))
    text = build_text((Block(x.text, x.layout) for x in page.lines), (*decoded.remarks, *remarks))
    return SourceText(text.text, text.layout, decoded.encoding, text.remarks)


def decode_page(data: bytes, encoding: str = "", declared: str = "") -> DecodedText:
    """Return the characters of a page.

    What the bytes themselves show counts first: many pages say gb2312 and are UTF-8. What the
    server or the page says counts where they show no Chinese.

    Raises:
        InputProblem: See ``decode_text``.
    """
    said = _CHARSET.search(data[:_HEAD])
    names = [declared, said[1].decode("ascii") if said else ""]
    problem: InputProblem | None = None
    try:
        found = decode_text(data, encoding)
    except InputProblem as raised:
        found, problem = None, raised
    if found is not None and (encoding or not _DOUBTS & {r.code for r in found.remarks}):
        return found
    for name in filter(None, names):
        try:
            codec = codecs.lookup(name).name
            if _CHARACTER_SET.fullmatch(codec):
                return DecodedText(data.decode(codec), codec.upper())
        except (LookupError, ValueError):  # ValueError: a wrong byte, or a NUL in the name
            continue
    if found is None:
        raise problem or _no_text()
    return found


def _parse(text: str) -> tuple[Element | None, list[Diagnostic]]:
    """Return the root of a page, None when it is empty."""
    root, too_deep = _tree(text)
    if not too_deep:
        return root, []
    flat, _ = _tree(_NESTING.sub("<br>", _WITHIN_LINES.sub("", text)))
    message = Message(
        "网页的标签嵌套过深，已按纯文本分行读入，表格和格式可能丢失。",
        "The page nests its elements too deeply; it was read as plain lines, tables and "
        "formats may be lost.",
    )
    return flat, [Diagnostic("html-too-deep", message)]


def _tree(text: str) -> tuple[Element | None, bool]:
    from lxml import etree  # noqa: PLC0415

    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    data = _DECLARED.sub("", text.replace("\0", ""), count=1).encode("utf-8", "replace")
    if not data.strip():
        return None, False
    root: Element | None = etree.fromstring(data, parser)
    # libxml2 stops reading at 2,048 elements within each other; browsers at 512.
    limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return root, any(error.type == limit for error in parser.error_log)


def _left_out(count: int) -> Diagnostic:
    return Diagnostic(
        "navigation-left-out",
        Message(
            f"网页导航、页脚、相关链接等{count}行不是正文，未读入。",
            f"{count} line(s) of the page's navigation, foot and links are no part of the text "
            "and were left out.",
        ),
    )


def _no_text() -> InputProblem:
    return InputProblem(
        Message(
            "网页里没有文字，可能是框架页，或文字由脚本生成；请在浏览器中打开后另存为mhtml，或复制正文粘贴。",
            "The page holds no text; it may be a frame, or scripts make its text. Open it in a "
            "browser and save it as mhtml, or copy the text and paste it.",
        )
    )

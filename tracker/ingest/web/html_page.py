"""Tells the document on a web page from what the site has around it.

Comes in: the lines that a browser shows, with the boxes they stand in. The document is the smallest
box that holds all prose, and the title above it. Of what stands outside, navigation is left out
and everything else is kept as furniture; within, what is recognisably the site's (``【打印】``,
``字号：大 中 小``, ``扫一扫在手机打开当前页``) is furniture too. Nothing that may be text is lost.

trafilatura 2.3 was measured over five reports in three kinds of page, each as served and as saved
by a browser: it lost no words, but made one line of all paragraphs of the pages in which each
paragraph stands in a ``<font>``, keeps neither bold nor centred, and leaves out what is kept here
as furniture (2026-11). It is not used.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from tracker.ingest.web.html_walk import Box, PageLine

_HAN = re.compile(r"[一-鿿]")
_SENTENCE = re.compile(r"[。；！？]")
_PROSE = 40
"""Chinese characters from which a line with a sentence in it is prose: navigation has fewer."""

_LINKED = 0.5
"""Share of characters in links from which a line is navigation."""

_SMALL = 0.2
"""Share of the page's prose up to which a box can be furniture, whatever it is called."""

_NAMED = re.compile(
    r"""
    (?:[\w-]*[_-])?
    (?: nav(?:bar|igation|i)? | (?:left|side|top|main)?_?menu | crumbs? | breadcrumbs? | bread
      | position | location | weizhi | dqwz
      | share(?:box|list|btn)? | bdshare\w* | bds\w* | social | fx | jiathis\w*
      | qr_?code | ewm | erweima | print(?:er)? | dayin | close | guanbi | zoom_?btn | font_?size
      | footer | foot | copyright | banquan | side_?bar | sidenav | search(?:box|bar)? | login
      | related?\w* | xg | xgwd | xglj | xgxw | xgyd | recommend\w* | prev_?next | pre_?next | pager
      | office-header | pagination | tool_?bar | comments? | friend_?links? | yqlj
      | contentinfo | complementary
    )
    (?:[_-]?(?:box|bar|list|wrap|div|btn|links?|popup|icons?|title|container|\d+))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What sites call the boxes that are no document; ``editor`` and ``zoom`` often are one."""

_FURNITURE_TAGS = frozenset({"nav", "aside", "footer", "form", "dialog", "menu"})
_LONGEST_SIGN = 100
_SIGN = re.compile(
    r"""
    [【\[（(〖]?\s*
    (?: (?:您|你)?(?:当前|现在|目前|所在)?的?(?:所在)?位\s?置\s?[：:]
      | (?:字|文字)(?:号|体)(?:大小)?\s?[：:]
      | (?:发布|发文|更新|生成|公开|成文|录入|上传)(?:日期|时间)\s?[：:]
      | (?:时间|日期|信息来源|来源|稿源|文章来源)\s?[：:]
      | (?:责任)?编\s?辑\s?[：:] | 责\s?编\s?[：:]
      | (?:分享|分享到|转发|收藏|打印|关闭|下载|全屏|纠错|我要纠错|(?:返回|回到)?\s?顶部
        |加大|还原|减小|设为首页|加入收藏|返回上?一?页|发送给朋友|刷新页面)
        \s?[：:】\])）〗]?$
      | (?:打印|关闭|收藏|分享)(?:本|此|该)?(?:页|文|窗口|网页|文章)
      | (?:微信|手机)?扫一扫.{0,20}
      | [上下](?:一)?[篇条]\s?[：:]
      | \d{4}[-/]\d{1,2}[-/]\d{1,2}(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*(?:$|来源\s?[：:])
      | (?:相关|延伸|推荐)(?:链接|文档|新闻|阅读|报道|信息|稿件|文章)\s?[：:]?$
    )
    """,
    re.VERBOSE,
)
"""``【打印】``, ``2021-08-01 06:59``, ``来源：苏州日报 发布日期：2021-02-02``, ``扫一扫…``."""

_IMPRINT = re.compile(
    r"我要纠错|责任编辑\s?[：:]|ICP备|公网安备|网站标识码|版权所有|技术支持\s?[：:]"
    r"|建议使用.{0,20}分辨率|最佳浏览"
    r"|(?:浏览|阅读|访问|点击)(?:次数|数|量)\s?[：:]|字[号体]\s?[：:]\s?[【\[]?\s?(?:大|特|加)"
)
_DIVIDER = re.compile(r"[_|—–-]+")
"""``政府工作报告_苏州市人民政府``: what a page calls itself, then the site."""

_SHORTEST_TITLE = 4
_FEWEST_ROWS = 3
_TITLED = re.compile(r"(?:报告|报\s告|计划|草案|公报|规划|纲要)(?:[（(].{0,20}[）)])?$")
_TITLE_NEAR = 30
"""Lines above the document among which its title stands; menus stand further up."""

_CAPTION = re.compile(r"(?:记者|通讯员|摄影).{0,20}摄(?:影)?[）)]?$")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page that are kept, and how many were not."""

    lines: tuple[PageLine, ...]
    left_out: int = 0


def without_navigation(
    lines: Sequence[PageLine], boxes: Sequence[Box], titles: Collection[str]
) -> Page:
    """Return the lines of a page, furniture marked as such, navigation left out.

    Args:
        lines: What a browser shows, in reading order.
        boxes: Every box, outer ones before those within.
        titles: What the page calls itself (``<title>`` and the like).
    """
    weights = _weights(lines, boxes)
    furniture = _furniture_boxes(boxes, weights)
    prose = [line for line in lines if _is_prose(line) and line.box not in furniture]
    inside = _within(_common_box(prose), boxes)
    first = next((i for i, line in enumerate(lines) if line.box in inside), len(lines))
    title = _title(lines[:first], titles) if prose else first
    supplement = _supplement(lines, inside)
    kept: list[PageLine] = []
    for number, line in enumerate(lines):
        linked = line.linked >= _LINKED and not line.layout.note
        navigation = linked or line.box in furniture
        sign = not line.layout.table and _is_sign(line.text)
        if line.box in inside or not prose:
            kept.append(_marked(line) if navigation or sign else line)
        elif number == title:  # whatever the box around it is called
            kept.append(line)
        elif (title < number < first or number in supplement) and not navigation:
            kept.append(_marked(line) if sign else line)
        elif not (linked or sign) and (not navigation or _SENTENCE.search(line.text)):
            kept.append(_marked(line))
    return Page(tuple(kept), len(lines) - len(kept))


def _supplement(lines: Sequence[PageLine], inside: Collection[Box]) -> set[int]:
    """Return the indexes of notes and tables that follow the document in boxes of their own.

    A table counts from three rows on and with the line above it, its heading; the imprint of a
    site stands in tables, too, and is none.
    """
    last = max((i for i, line in enumerate(lines) if line.box in inside), default=len(lines))
    found: set[int] = set()
    tables: dict[int, list[int]] = {}
    for number in range(last + 1, len(lines)):
        layout = lines[number].layout
        if layout.note:
            found.add(number)
        elif layout.table:
            tables.setdefault(layout.table, []).append(number)
    for rows in tables.values():
        site = any(_is_sign(lines[i].text) or lines[i].linked >= _LINKED for i in rows)
        if len(rows) >= _FEWEST_ROWS and not site:
            found.update((max(rows[0] - 1, last), *rows))
    return found


def _marked(line: PageLine) -> PageLine:
    layout = replace(line.layout, furniture=True)
    return PageLine(line.text, layout, line.box, line.linked)


def _is_prose(line: PageLine) -> bool:
    return (
        line.linked < _LINKED
        and bool(_SENTENCE.search(line.text))
        and len(_HAN.findall(line.text)) >= _PROSE
    )


def _is_sign(text: str) -> bool:
    if len(text) > _LONGEST_SIGN:
        return False
    return bool(_SIGN.match(text) or _IMPRINT.search(text) or _CAPTION.search(text))


def _weights(lines: Sequence[PageLine], boxes: Sequence[Box]) -> dict[Box, int]:
    """Return the characters of prose in each box."""
    weights = dict.fromkeys(boxes, 0)
    for line in lines:
        if _is_prose(line) and line.box in weights:
            weights[line.box] += len(line.text)
    for box in reversed(boxes):
        if box.parent in weights:
            weights[box.parent] += weights[box]
    return weights


def _furniture_boxes(boxes: Sequence[Box], weights: dict[Box, int]) -> set[Box]:
    most = _SMALL * max(weights.values(), default=0)
    found: set[Box] = set()
    for box in boxes:
        named = box.tag in _FURNITURE_TAGS or any(
            _NAMED.fullmatch(name) for name in box.names.split()
        )
        if box.parent in found or (named and weights[box] <= most):
            found.add(box)
    return found


def _common_box(lines: Sequence[PageLine]) -> Box | None:
    """Return the innermost box that all lines stand in."""
    common: list[Box] = []
    for number, box in enumerate(dict.fromkeys(line.box for line in lines)):
        path = _path(box)
        if number == 0:
            common = path
        same = (a is b for a, b in zip(common, path, strict=False))
        common = common[: next((i for i, s in enumerate(same) if not s), len(common))]
        common = common[: len(path)]
    # A line stands in the box of its paragraph: a page of one paragraph is in none of them.
    while common and common[-1].tag in ("p", "li", "td", "tr", "tbody", "table", "ol", "ul"):
        if common[-1].tag == "td":
            break
        common.pop()
    return common[-1] if common else None


def _path(box: Box) -> list[Box]:
    found = [box]
    while found[-1].parent is not None:
        found.append(found[-1].parent)
    return found[::-1]


def _within(box: Box | None, boxes: Sequence[Box]) -> set[Box]:
    """Return a box and all boxes in it."""
    if box is None:
        return set(boxes)
    found = {box}
    for inner in boxes:
        if inner.parent in found:
            found.add(inner)
    return found


def _title(before: Sequence[PageLine], titles: Collection[str]) -> int:
    """Return the index of the line above the document that is its title, or where that ends."""
    parts = {part for title in titles for part in (title, *_DIVIDER.split(title))}
    said = [part for part in map(_squeezed, parts) if len(part) >= _SHORTEST_TITLE]
    found = len(before)
    for number in range(len(before) - 1, max(-1, len(before) - 1 - _TITLE_NEAR), -1):
        line = before[number]
        text = _squeezed(line.text)
        heading = line.layout.style_level is not None or bool(_TITLED.search(line.text))
        if line.linked >= _LINKED or line.layout.table or _is_sign(line.text) or not text:
            continue
        if heading or any(_are_alike(text, title) for title in said):
            found = number
        elif found < len(before):
            break
    return found


def _are_alike(text: str, title: str) -> bool:
    short, long = sorted((text, title), key=len)
    return short in long and len(short) >= max(_SHORTEST_TITLE, len(text) / 2)


def _squeezed(text: str) -> str:
    return re.sub(r"\W", "", text)

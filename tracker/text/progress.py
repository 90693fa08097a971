"""What became of a task, in a word (完成情况), as lists say it beside the task.

In: the text of a cell below 完成情况. Out: its ``Status``: the word that opens or ends the cell
(``已完成。全年新增…``), else what its clauses say. Work that goes on outweighs parts that are done:
``已完成前期工作，正在施工``. Whether the cell tells of the promised thing is not asked here.
"""

import re
from itertools import takewhile

from tracker.model.commitment import Status

_PIECES = re.compile(r"[，。；;,！：:\n（）()]|\s{2,}")
_NUMBER = re.compile(r"^(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）]|[①-⑳])?\s*")
_ALL = (
    r"(?:目前|现|该?项?(?:工作|任务)|项目|全年|年度|各项|均|都|已经?|全部|全面|按期|如期|按时|提前|圆满"
    r"|超额|顺利)*"
)
_WHAT = (
    r"(?:年度|全年|既定|预期|目标|工作|任务|要求|计划|建设|内容|进度|整改|办理|改造|整治|治理|编制|修订"
    r"|升级|维修)*"
)
_WORDS = (
    (
        Status.NOT_DONE,
        re.compile(
            rf"{_ALL}(?:未|没有?|尚未|仍未|暂未|还未|未能|否)(?:全部|全面|按期|按时|如期|按计划|能)*"
            rf"(?:完成|启动|开工|开展|实施|落实|达标|销号|到位|动工)?{_WHAT}|滞后|进度滞后|否|×|✗"
        ),
    ),
    (
        Status.MOSTLY,
        re.compile(rf"{_ALL}(?:基本|大部分?|部分|阶段性)(?:已)?(?:完成|建成|落实){_WHAT}"),
    ),
    (
        Status.DONE,
        re.compile(
            rf"{_ALL}(?:完成|办结|办复|销号|达标|达到|完工|竣工|落实到位|是|√|✓|✔){_WHAT}(?:100%)?"
            r"|(?:完成(?:率|比例|进度)?)?100%|完毕"
        ),
    ),
    (
        Status.GOING,
        re.compile(
            rf"{_ALL}(?:正在|正|持续|有序|加快|稳步|扎实|积极|深入|按(?:照)?(?:序时|时序|计划|时间)?(?:进度|节点)?)*"
            r"(?:推进|进行|实施|开展|建设|办理|落实|施工)(?:中|之中)?|(?:推进|进行|实施|建设|办理|施工)中"
            r"|(?:长期|持续|常态化)(?:坚持|推进|开展|落实|实施)|(?:达到|符合)序时进度|进展顺利|序时推进"
        ),
    ),
)
"""Words that are a whole piece of a cell; what is denied is asked first."""

_AHEAD = re.compile("下一?步|下一?阶段|接下来")
"""What is said of the time to come is no word on the task."""
_GOES_ON = re.compile(
    r"正在|在建|推进中|进行中|建设中|施工中|办理中|有序推进|加快推进|持续推进|稳步推进|扎实推进|序时进度"
    r"|前期工作|预计|计划(?:于|在|明年|下半?年)|拟(?:于|在|建)|即将|将于|剩余|待(?!遇|业|机|产)"
)

_OF_GOAL = re.compile(r"(?:目标|任务|计划)(?:任务)?[数量]?的?(\d+(?:\.\d+)?)%")
_WHOLE = 100


def status_of(text: str) -> Status | None:
    """Return what a cell says became of its task, None where it says it in no such word."""
    pieces = [p.strip() for p in _PIECES.split(_NUMBER.sub("", text.strip())) if p.strip()]
    if not pieces:
        return None
    first = _word_of(pieces[0])
    if first is not None:
        return first
    pieces = list(takewhile(lambda piece: not _AHEAD.match(piece), pieces))
    shares = [float(share) for share in _OF_GOAL.findall(text)]
    if shares and min(shares) >= _WHOLE and not _goes_on(pieces):
        return Status.DONE
    last = _word_of(pieces[-1]) if pieces else None
    if last is not None and not (last is Status.DONE and _goes_on(pieces)):
        return last
    return Status.GOING if _goes_on(pieces) else None


def _word_of(piece: str) -> Status | None:
    return next((status for status, words in _WORDS if words.fullmatch(piece)), None)


def _goes_on(pieces: list[str]) -> bool:
    return any(_GOES_ON.search(piece) for piece in pieces)

"""Reads what a report says of itself: title, region, year, kind, day, meeting, speaker."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.message import Message
from tracker.model.diagnostic import Diagnostic
from tracker.model.outline import Table
from tracker.model.report import Metadata, ReportKind
from tracker.parse.head import LATE, FrontLine, Head, complete_day, last_day, read_head
from tracker.parse.kinds import LIST_GUESSED, is_list, kind_of, with_progress
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.lines import Line, Paragraph
from tracker.parse.numbering import number_at
from tracker.parse.plan_year import REPORTS, FoundYear, YearBasis, plan_year
from tracker.parse.regions import (
    Basis,
    FoundRegion,
    Places,
    against_head,
    find_region,
    guess_region,
)

_OPENING = re.compile(
    r"(?:代表|受).{0,40}?(?:政府|国务院|公署|行署|委员会|管委会|兵团|人大常委会|法院|检察院).{0,40}?(?:报告|审议)"
)
_FOR_WHOM = re.compile(
    r"(?:代表|受)((?:[\u4e00-\u9fff]{0,24}?)(?:人民政府|国务院|政府|行政公署|行署|管理?委员会|管委会|建设兵团))"
)
_SUBJECT = re.compile(
    r"向(?:大会|[^，。]{0,20}?会议?)(?:报告|提出)(?:关于)?([^，。；]{8,80})[，。]"
)
_DOTTED_DAY = re.compile(r"[（(]?(?:19|20)\d\d[.．]\d{1,2}[.．]\d{1,2}[)）]?")
"""On a line of its own a day with dots is one of delivery; pages give theirs with strokes."""
_FRONT_LINES = 25
_EDGE_LINES = 40
"""Lines from the beginning and from the end among which a page says whose it is."""
_LAST_LINES = 4
"""How many lines from the end a day of delivery may stand on its own."""
_LAST_LINE_LENGTH = 30
_HEADING_LENGTH = 60
_BEFORE_REGION = re.compile(r"^[\W_]*(?:关于)?(?:\d{4}年?)?[\W_]*")
_WHOSE_PAGE = re.compile("(?:文章|信息|稿件)?来源|(?:发布|发文)(?:机构|机关|单位)|主办")
_DELIVERED = (*REPORTS, ReportKind.OTHER)
"""Kinds whose day of delivery is looked for; a list of tasks, or a bulletin, needs none."""
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_WEAK_GUESS = 6
"""A guess on fewer mentions gives way to the name of the file."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the metadata is read from beside the text.

    Attributes:
        lines: Lines before the body, noise left out and cut ones joined.
        name: Name of the file.
        furniture: Lines around the text that are no part of it (来源：苏州市相城区人民政府).
    """

    lines: list[FrontLine]
    name: str = ""
    furniture: tuple[str, ...] = ()


def front_of(
    lines: tuple[Line, ...],
    skipped: frozenset[int],
    broken: tuple[tuple[int, int], ...],
    name: str = "",
) -> Front:
    """Return the first lines of a report up to its salutation, noise left out, cut ones joined.

    Args:
        lines: All lines.
        skipped: Lines of noise.
        broken: Pairs of lines of which the second continues the first.
        name: Name of the file.
    """
    continued = {second for _, second in broken}
    found: list[FrontLine] = []
    n_read = 0
    for line in lines:
        printed = line.number not in skipped or _DOTTED_DAY.fullmatch(line.bare)
        if not line.bare or not printed:
            continue
        if n_read >= _FRONT_LINES or len(line.bare) > 120:
            break
        n_read += 1
        if line.number in continued and found:
            found[-1] = FrontLine(found[-1].number, found[-1].text + line.text.strip())
        else:
            found.append(FrontLine(line.number, line.text))
        if re.match("各位代表|同志们", line.bare):
            break
    filled = [line for line in lines if line.bare]
    edges = (*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:])
    return Front(found, name, tuple(x.bare for x in edges if x.number in skipped))


def front_length(paragraphs: tuple[Paragraph, ...]) -> int:
    """Return how many paragraphs the head has: up to the sentence that says for whom one speaks.

    Without such a sentence it ends with the salutation, or with the last short line before the
    first paragraph of text.
    """
    salutation = 0
    for i, paragraph in enumerate(paragraphs[:_FRONT_LINES]):
        text = paragraph.text
        if _OPENING.search(text[:200]) and re.search("审议|报告", text):
            return i + 1
        if re.match("各位代表|同志们", text) and len(text) <= 12:
            salutation = i + 1
    if salutation:
        return salutation
    for i, paragraph in enumerate(paragraphs[:_FRONT_LINES]):
        if len(paragraph.text) > 60 or number_at(paragraph.text):
            return i
    return 0


def read_metadata(
    front: Front,
    paragraphs: tuple[Paragraph, ...],
    lexicon: ParseLexicon,
    limits: Sequence[str] = (),
    lists: Sequence[Table] = (),
) -> tuple[Metadata, tuple[Diagnostic, ...]]:
    """Return the metadata of a report and what is unsure in it.

    Args:
        front: What it is read from beside the text.
        paragraphs: All paragraphs.
        lexicon: Word lists.
        limits: For each task that somebody is charged with the words of its time limit, or "".
        lists: Its tables of tasks.
    """
    head = _with_last_day(read_head(front.lines, lexicon.roles.head), paragraphs)
    text = "\n".join(p.text for p in paragraphs)
    opening = _opening(paragraphs)
    kind = kind_of(head, opening, text)
    title = head.title or _title_from(opening)
    guessed = is_list(kind, title, len(limits), tabled=bool(lists))
    kind = with_progress(ReportKind.TASK_LIST if guessed else kind, title, lists)
    name = _EXTENSION.sub("", front.name)
    headings = [p.text for p in paragraphs if len(p.text) <= _HEADING_LENGTH]
    year = plan_year(replace(head, title=title), kind, headings, text, name, limits)
    if year and head.day is None:
        head = complete_day(head, year.year)
    places = Places(text, lexicon.gazetteer, year.year if year else None)
    found = _region(_claims(head, opening, title), front.furniture, name, places)
    meta = Metadata(
        title,
        found.region if found else None,
        year.year if year else None,
        kind,
        head.day,
        head.meeting,
        head.speaker,
        head.office,
    )
    remarks = (
        _region_remark(found, paragraphs),
        _year_remark(year, head, paragraphs) if kind in _DELIVERED or year is None else None,
        LIST_GUESSED if guessed else None,
    )
    return meta, tuple(remark for remark in remarks if remark)


def _with_last_day(head: Head, paragraphs: tuple[Paragraph, ...]) -> Head:
    """Take the day from the last lines where the head has none."""
    if head.day is not None:
        return head
    ends = [p for p in paragraphs[-_LAST_LINES:] if len(p.text) <= _LAST_LINE_LENGTH]
    found = last_day([FrontLine(p.first, p.text) for p in ends])
    return replace(head, day=found[0], day_line=found[1]) if found else head


def _opening(paragraphs: tuple[Paragraph, ...]) -> str:
    """The sentence in which the speaker says for whom he reports."""
    for paragraph in paragraphs[:40]:
        if _OPENING.search(paragraph.text[:200]):
            return paragraph.text[:400]
    return ""


def _title_from(opening: str) -> str:
    subject = _SUBJECT.search(opening)
    titled = subject and re.search("计划|预算|规划|政府工作", subject.group(1))
    return subject.group(1) if subject and titled else ""


def _claims(head: Head, opening: str, title: str) -> tuple[str, ...]:
    """Return the words of the head that name the region, the most telling first."""
    whom = _FOR_WHOM.search(opening)
    titles = dict.fromkeys((title, _title_from(opening)))
    return (
        whom.group(1) if whom else "",
        *(_BEFORE_REGION.sub("", one) for one in titles),
        head.meeting,
        head.office,
    )


def _region(
    claims: tuple[str, ...], furniture: tuple[str, ...], name: str, places: Places
) -> FoundRegion | None:
    """Return the region that the head names, else the text, else the page or the file's name."""
    found = find_region(claims, places)
    if found:
        return against_head(found, claims, places) or found
    guessed = guess_region(claims, places)
    if guessed and guessed.times >= _WEAK_GUESS:
        return guessed
    named = find_region((_BEFORE_REGION.sub("", name),), places)
    if named:
        return replace(named, basis=Basis.FILE_NAME)
    around = find_region(tuple(x for x in furniture if _WHOSE_PAGE.match(x)), places)
    if around:
        return replace(around, basis=Basis.PAGE)
    return guessed


def _region_remark(
    found: FoundRegion | None, paragraphs: tuple[Paragraph, ...]
) -> Diagnostic | None:
    """Say what a region was taken from, unless the head names it plainly."""
    if found is None:
        remark = Message("未能识别报告所属地区。", "The region of the report is unknown.")
        return Diagnostic("region-unknown", remark)
    if found.sure:
        return None
    region, name, times = found.region.name, found.name, found.times
    why = {
        Basis.NAMESAKE: Message(
            f"名为“{name}”的地区不止一个，按正文提到的地名取",
            f"More than one place is called {name}; by the places the text names it is",
        ),
        Basis.ZONE: Message(f"“{name}”按其所在地区归入", f"{name} lies in"),
        Basis.TEXT: Message(
            f"首部没有写明地区，正文提到“{name}”{times}次，推断为",
            f"The head names no region; the text names {name} {times} times, so it is probably",
        ),
        Basis.AGAINST_HEAD: Message(
            f"首部所写地区在正文中几乎没有提到，而正文提到“{name}”{times}次，推断为",
            f"The text hardly names the region of its head, but {name} {times} times, so it is"
            " probably",
        ),
        Basis.FILE_NAME: Message(
            "文中没有写明地区，按文件名取", "The text names no region; by the file name it is"
        ),
        Basis.PAGE: Message(
            "文中没有写明地区，按网页所写的来源取",
            "The text names no region; by what the page says around it, it is",
        ),
    }[found.basis]
    remark = Message(f"{why.zh}“{region}”，请核对。", f"{why.en} {region}. Please check.")
    in_text = found.basis not in (Basis.FILE_NAME, Basis.PAGE, Basis.ZONE)
    return Diagnostic("region-guessed", remark, _line_with(name, paragraphs) if in_text else None)


def _year_remark(
    found: FoundYear | None, head: Head, paragraphs: tuple[Paragraph, ...]
) -> Diagnostic | None:
    """Say what a year was taken from, unless it is the day of delivery."""
    if found is None:
        remark = Message("未能识别报告年份。", "The year of the report is unknown.")
        return Diagnostic("year-unknown", remark)
    year, words = found.year, found.words[:_HEADING_LENGTH]
    if head.day is not None:
        by_day = head.day.year + (head.day.month >= LATE)
        if year == by_day or found.basis is YearBasis.TITLE:
            return None
        remark = Message(
            f"报告日期是{head.day}，但正文说的是{year}年（“{words}”），按{year}年归入，请核对。",
            f"The day of delivery is {head.day}, but the text speaks for {year} (“{words}”), so it"
            f" is taken as that of {year}. Please check.",
        )
        return Diagnostic("year-differs", remark, head.day_line)
    if found.basis is YearBasis.FILE_NAME:
        remark = Message(
            f"没有找到报告日期，年份{year}取自文件名，请核对。",
            f"No day of delivery was found; the year {year} is that of the file name."
            " Please check.",
        )
        return Diagnostic("date-unknown", remark)
    remark = Message(
        f"没有找到报告日期，年份{year}由“{words}”推断。",
        f"No day of delivery was found; the year {year} follows from “{words}”.",
    )
    return Diagnostic("date-unknown", remark, _line_with(words, paragraphs))


def _line_with(words: str, paragraphs: tuple[Paragraph, ...]) -> int | None:
    return next((p.first for p in paragraphs if words and words in p.text), None)

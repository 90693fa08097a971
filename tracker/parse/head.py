"""Reads the head of a report (首部): title, day and meeting, who delivers it."""

import re
from dataclasses import dataclass, replace
from datetime import date

from tracker.parse.dates import (
    DATE_TEXT,
    MONTH_TEXT,
    day_of,
    find_day_without_year,
    find_days,
    find_month,
)
from tracker.parse.lexicon import HeadCues, any_pattern

_MEETING = re.compile(
    r"^(?P<name>[^，。；：]{3,60}?(?:会议|大会|次会)(?:第[一二三四五六七八九十]+次全体会议)?)"
    r"(?:上(?P<rest>.{0,24})|通过|审议通过)?$"
)
_OF_CONGRESS = re.compile(r"届.{0,20}(?:会议|大会|次会)")
_DATED = re.compile(rf"[（(]?(?:(?:{DATE_TEXT}|{MONTH_TEXT})[，,]?在?|在)(.+)$")
_IN_BRACKETS = re.compile(rf"[（(]((?:{DATE_TEXT}|{MONTH_TEXT}).*?)[)）](.*)$")
_DATE_LAST = re.compile(rf"[（(]?(?:{DATE_TEXT}|{MONTH_TEXT})[^（()）在会]{{0,12}}[)）]?$")
_DATE_AND_NAME = re.compile(rf"^[（(]?{DATE_TEXT}(?P<name>[^（()）]{{2,16}})[)）]?$")
_DAY_BESIDE = re.compile(rf"\s*[（(]?{DATE_TEXT}[)）]?\**\s*$")
_BEHIND_TITLE = re.compile(rf"(?<=报告){DATE_TEXT}[，,]?在")
"""A day that is glued to the title before it."""
_REST_OF_MEETING = re.compile(r"第?[一二三四五六七八九十\d]+次(?:全体)?会议?上?[)）]?$")
_MONTH_ALONE = re.compile(rf"[（(—–-]*{MONTH_TEXT}[)）]?")
_DASHES = re.compile(r"[—–―─－-]{2,}|^[—–―─－-]")
_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,10}(?:[·•・．][\u4e00-\u9fff]{1,10}){1,3}"
)
_LONG_NAME = re.compile(r"(?![在向作于])[\u4e00-\u9fff][^在向作的和等]{4,5}")
"""Mongolian and Tibetan names have up to six characters (乌云其木格)."""
_NO_NAME = re.compile(r"讲话|致辞|主持|记者|政府|报告|工作|草案|文稿|日报|发布|摄$")
_NO_NAME_ALONE = re.compile(r"[报网社府院厅局委会年月日市省区县]$")
_SPACES = re.compile(r"[\s\u3000]+")
_SENTENCE = re.compile(r"[。！？；，]")
_SENT_OUT = re.compile(r"关于(?:印发|落实|分解|下达|做好|转发)")
_SENT_OUT_ENDS = re.compile(r"(?:通知|意见|方案|分工|分解表?)$")
"""关于印发2022年《政府工作报告》 and, on the next line, 重点任务分工的通知 are one title."""
_SALUTATION = re.compile(r"各位(?:人大)?代表|同志们|^主席团")
_MARKS = re.compile(r"^#+|\*\*|^-\s+|<!--|-->")
_OPEN_MEETING = re.compile(
    r"(?:[代届会]|代表|人民|大会|第[一二三四五六七八九十]+|[市省区县州旗在年月日\d])$"
)
_NEVER_A_TITLE = re.compile(r"^(?:来源|日期|当前|您|索引|发布|主题|文号|标题|附件|目录)")
_NOTE_MARK = re.compile(r"(?:[\[［〔]\d{1,2}[\]］〕])+$")
_FULL_WIDTH = {ord("０") + i: str(i) for i in range(10)}
_BEGINS = 3
"""Marks that may stand before a day at the beginning of a line: （ ——."""
LATE = 11
"""A report delivered in November or December is next year's."""
_LONG_LINE = 20
"""Longer lines with a salutation hold the head, or the body, on the same line."""


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A line before the body: its 1-based number and its characters."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head, "" or None where it is silent.

    Attributes:
        title: Title as printed, white space taken out.
        day: Day of delivery.
        meeting: Name of the meeting.
        speaker: Who delivers the report.
        office: The speaker's office, or the body that reports.
        day_line: 1-based line of the day.
        dated: The line of the meeting, which may hold a month or a day without its year.
    """

    title: str = ""
    day: date | None = None
    meeting: str = ""
    speaker: str = ""
    office: str = ""
    day_line: int | None = None
    dated: str = ""


def read_head(lines: list[FrontLine], cues: HeadCues) -> Head:
    """Return what the lines before the body say.

    Args:
        lines: Source lines without noise, cut lines joined, in order.
        cues: Words of titles, offices and bodies.
    """
    head = Head()
    for number, whole in _joined(lines, cues):
        line = _SALUTATION.split(whole)[0] if len(whole) > _LONG_LINE else whole
        bare = bare_line(line)
        if not bare:
            continue
        if not head.title and re.search(cues.title, bare) and _may_be_title(bare):
            head = replace(head, title=title_in(bare))
        days = find_days(bare)
        if days and head.day is None and (days[0].start <= _BEGINS or not _SENTENCE.search(bare)):
            head = replace(head, day=days[0].day, day_line=number)
        if not head.dated and _MONTH_ALONE.fullmatch(bare):
            head = replace(head, dated=bare)
        head = _with_meeting_and_person(head, line, bare, cues)
        if _SALUTATION.search(whole):
            break
    return head


def _may_be_title(bare: str) -> bool:
    return len(bare) <= 90 and not _NEVER_A_TITLE.match(bare) and not re.search("[。！？；]", bare)


def bare_line(line: str) -> str:
    """Return a line without white space and Markdown marks, its digits of half width."""
    return _SPACES.sub("", _MARKS.sub("", line.strip())).strip("*").translate(_FULL_WIDTH)


def title_in(bare: str) -> str:
    """Return the title on a line that may hold the day and the meeting as well."""
    title = _SALUTATION.split(_DASHES.split(bare.lstrip("—–―─－-"))[0])[0]
    title = re.split(rf"[（(](?={DATE_TEXT}|{MONTH_TEXT}|在)|{DATE_TEXT}", title)[0]
    return _NOTE_MARK.sub("", title).strip("《》")


def _with_meeting_and_person(head: Head, line: str, bare: str, cues: HeadCues) -> Head:
    meeting, rest = split_meeting(bare)
    if meeting and not head.meeting:
        dated = bare if find_month(bare) or not head.dated else head.dated
        head = replace(head, meeting=meeting, dated=dated)
    about_person = bool(meeting) or (bare != head.title and len(bare) <= 60)
    if not about_person or head.speaker:
        return head
    beside = _DATE_AND_NAME.match(bare)
    if beside:
        spaced = _SPACES.search(line.strip("（()） *"))
        person = beside.group("name") if spaced else ""
    elif meeting:
        person = rest
    else:
        person = _DAY_BESIDE.sub("", _SALUTATION.split(line)[0])
        if find_days(bare_line(person)):
            person = ""
    office, speaker = split_person(person, cues)
    if beside and not office and _NAME.fullmatch(person) and not _NO_NAME.search(person):
        speaker = person
    return replace(head, office=office or head.office, speaker=speaker or head.speaker)


def _joined(lines: list[FrontLine], cues: HeadCues) -> list[tuple[int, str]]:
    """Put together titles and meetings that run over several lines."""
    found: list[tuple[int, str]] = []
    open_end = False
    for line in lines:
        if open_end and _goes_on(found[-1][1], line.text, cues):
            found[-1] = (found[-1][0], found[-1][1] + line.text.strip())
        else:
            found.append((line.number, line.text))
        open_end = len(bare_line(found[-1][1])) <= 70
    return found


def _goes_on(so_far: str, line: str, cues: HeadCues) -> bool:
    before, after = bare_line(so_far), bare_line(line)
    if _SALUTATION.search(before) or _SALUTATION.match(after) or _SENTENCE.search(before):
        return False
    both = before + after
    if len(both) > 90 or not after:
        return False
    cut_title = re.search(r"^关于|国民经济|预算|政府$", before) and not re.search(
        cues.title, before
    )
    sent_out = _SENT_OUT.search(before) and not _SENT_OUT_ENDS.search(before)
    ends = (cut_title and re.search(cues.title, both)) or (
        sent_out and _SENT_OUT_ENDS.search(after)
    )
    if ends and not find_days(after):
        return True
    dated = find_days(before) or re.match(r"[—–―─－（(-]*(?:在|[\d二〇○零]{4}年)", before)
    if split_meeting(before)[0].endswith("大会") and _REST_OF_MEETING.match(after):
        return True
    begun = dated or re.search(r"届.{0,9}(?:大会|代表)?$", before)
    if begun and not split_meeting(before)[0] and _OPEN_MEETING.search(before):
        return bool(split_meeting(both)[0]) or _is_part_of_day(before, after)
    return False


def _is_part_of_day(before: str, after: str) -> bool:
    """Tell whether a day is complete only with the next line (2026年 / 1月27日)."""
    days = find_days(before + after)
    return bool(days) and days[0].start < len(before) < days[0].end


def split_meeting(line: str) -> tuple[str, str]:
    """Return the meeting that a line of the head names, and what follows it on the line.

    ``——2021年1月19日在苏州市十六届人大五次会议上``, ``（2019年1月27日在…会议上）省长谌贻琴``,
    ``在四川省第十三届人民代表大会第二次会议上（2019年1月14日）`` and
    ``——佛山市第十二届人民代表大会第三次会议`` all hold one.
    """
    rest = ""
    bracketed = _IN_BRACKETS.search(line)
    if bracketed and "会" in bracketed.group(1):
        line, rest = bracketed.group(1), bracketed.group(2)
    line = _DATE_LAST.sub("", _SALUTATION.split(line)[0])
    last = _DASHES.split(line)[-1]
    if behind := _BEHIND_TITLE.search(last):
        last = last[behind.start() :]
    dated = _DATED.match(last)
    while dated and (again := _DATED.match(dated.group(1))):
        dated = again
    told = dated.group(1) if dated else last
    match = _MEETING.match(told.rstrip("）)").lstrip("（("))
    if not match or not (dated or _OF_CONGRESS.search(told)):
        return "", ""
    return match["name"], rest or match["rest"] or ""


def split_person(line: str, cues: HeadCues) -> tuple[str, str]:
    """Return office and name of a line such as 苏州市市长 吴庆文 or 市长李亚平.

    A body that reports (市发展和改革委员会) is an office without a name; a name alone stands
    without an office.
    """
    text = re.sub(r"[（）()*#?？|<>!-]", " ", _MARKS.sub("", line)).strip()
    bare = _SPACES.sub("", text)
    if not bare or _SENTENCE.search(bare):
        return "", ""
    offices = list(any_pattern(cues.person).finditer(bare))
    if offices:
        end = offices[-1].end()
        name = bare[end:].lstrip("：:、—–")
        known = not name or _NAME.fullmatch(name) or _LONG_NAME.fullmatch(name)
        return (bare[:end], name) if known and not _NO_NAME.search(name) else ("", "")
    if re.search(f"(?:{any_pattern(cues.body).pattern})$", bare):
        return bare, ""
    is_name = _NAME.fullmatch(bare) and (
        not bare.isalnum() or bare.startswith(cues.surnames) or _letter_spaced(text)
    )
    no_name = _NO_NAME.search(bare) or _NO_NAME_ALONE.search(bare)
    return ("", bare) if is_name and not no_name else ("", "")


def _letter_spaced(text: str) -> bool:
    """Names of two or three characters are printed with spaces between them (普 毅)."""
    return bool(re.fullmatch(r"[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff]){1,2}", text))


def last_day(lines: list[FrontLine]) -> tuple[date, int] | None:
    """Return the day that stands on a line of its own at the end of a document, with its line."""
    for line in reversed(lines):
        bare = bare_line(line.text)
        days = find_days(bare)
        if days and days[0].start <= 1 and len(bare) - days[0].end <= 1:
            return days[0].day, line.number
    return None


def complete_day(head: Head, year: int) -> Head:
    """Return the head with the day whose year it leaves out (2月22日在…会议上).

    Args:
        head: A head without a day.
        year: The year that the report plans for.
    """
    found = find_day_without_year(head.dated)
    day = found and day_of(year - (found[0] >= LATE), *found)
    return replace(head, day=day) if day else head

"""Reads the head of a report (首部): title, day and meeting, who delivers it."""

import re
from dataclasses import dataclass
from datetime import date

from tracker.parse.lexicon import HeadCues, any_pattern
from tracker.parse.numbering import value_of

_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_CN_DAY = re.compile(
    r"([二〇○零一三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_MEETING = re.compile(r"^(.{4,60}(?:会议|大会|次会))(?:上(.{0,20})|通过)?$")
_NUMERAL = r"[\d二〇○零一三四五六七八九十]"
_DATE_TEXT = rf"{_NUMERAL}{{4}}年{_NUMERAL}{{1,2}}月{_NUMERAL}{{1,3}}日"
_DATED = re.compile(rf"[（(]?(?:(?:{_DATE_TEXT})在?|在)(.+)$")
_IN_BRACKETS = re.compile(rf"[（(]({_DATE_TEXT}.*?)[)）](.*)$")
_CN_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,8}[·•][\u4e00-\u9fff]{2,8}")
_NO_NAME = re.compile(r"[报网社府院厅局委会年月日市省区县]$")
_SPACES = re.compile(r"[\s\u3000]+")
_SENTENCE = re.compile(r"[。！？；，]")
_SALUTATION = re.compile(r"^(各位代表|同志们|主席团)")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head, "" or None where it is silent."""

    title: str
    day: date | None
    meeting: str
    speaker: str
    office: str


def read_head(lines: list[str], cues: HeadCues) -> Head:
    """Return what the lines before the body say.

    Args:
        lines: Source lines without noise, cut date lines joined, in order.
        cues: Words of titles, offices and bodies.
    """
    title, meeting, speaker, office = "", "", "", ""
    day: date | None = None
    for line in lines:
        bare = re.sub(r"^#+|\*\*", "", _SPACES.sub("", line)).strip("*")
        if _SALUTATION.match(bare):
            break
        if not title and re.search(cues.title, bare) and len(bare) <= 80:
            title = re.split(r"[—–―─－-]{2,}|[（(](?=\d{4}年)", bare)[0].strip("《》")
        found = find_day(bare)
        if found and day is None and not _SENTENCE.search(bare):
            day = found
        meeting_here, rest = split_meeting(bare)
        if meeting_here:
            meeting = meeting or meeting_here
        person = rest if meeting_here else line
        about_person = bool(meeting_here) or (bare != title and not found and len(bare) <= 40)
        if about_person and not speaker:
            office_here, speaker_here = split_person(person, cues)
            office, speaker = office_here or office, speaker_here or speaker
    return Head(title, day, meeting, speaker, office)


def split_meeting(line: str) -> tuple[str, str]:
    """Return the meeting that a date line names, and what follows it on the line.

    ``——2021年1月19日在苏州市十六届人大五次会议上``, ``（2019年1月27日在…会议上）省长谌贻琴`` and
    ``在四川省第十三届人民代表大会第二次会议上（2019年1月14日）`` all hold one.
    """
    rest = ""
    bracketed = _IN_BRACKETS.search(line)
    if bracketed and "会" in bracketed.group(1):
        line, rest = bracketed.group(1), bracketed.group(2)
    line = re.sub(rf"[（(]{_DATE_TEXT}[)）]$", "", line)
    dated = _DATED.match(re.split("[—–―─－-]{2,}", line)[-1])
    if not dated:
        return "", ""
    match = _MEETING.match(dated.group(1).rstrip("）)"))
    return (match.group(1), rest or match.group(2) or "") if match else ("", "")


def find_day(text: str) -> date | None:
    """Return the first day that a text names, in figures or in Chinese numerals."""
    match = _DAY.search(text)
    if match:
        year, month, day = (int(g) for g in match.groups())
    else:
        match = _CN_DAY.search(text)
        if not match:
            return None
        year = int("".join(_CN_DIGITS.get(c, "0") for c in match.group(1)))
        month, day = value_of(match.group(2)), value_of(match.group(3))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def split_person(line: str, cues: HeadCues) -> tuple[str, str]:
    """Return office and name of a line such as 苏州市市长 吴庆文 or 市长李亚平.

    A body that reports (市发展和改革委员会) is an office without a name; a name alone stands
    without an office.
    """
    text = re.sub(r"[（）()*#]", " ", line).strip()
    bare = _SPACES.sub("", text)
    if not bare or _SENTENCE.search(bare):
        return "", ""
    offices = list(any_pattern(cues.person).finditer(bare))
    if offices:
        end = offices[-1].end()
        name = bare[end:].lstrip("：:")
        return (bare[:end], name) if not name or _NAME.fullmatch(name) else ("", "")
    if re.search(f"(?:{any_pattern(cues.body).pattern})$", bare):
        return bare, ""
    is_name = _NAME.fullmatch(bare) and ("·" in bare or bare.startswith(cues.surnames))
    return ("", bare) if is_name and not _NO_NAME.search(bare) else ("", "")

"""Reads what a report says of itself: title, region, year, kind, day, meeting, speaker."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from tracker.message import Message
from tracker.model.diagnostic import Diagnostic
from tracker.model.outline import Role
from tracker.model.report import Metadata, Region, ReportKind
from tracker.parse.head import Head, read_head
from tracker.parse.lexicon import ParseLexicon
from tracker.parse.lines import Line, Paragraph
from tracker.parse.numbering import number_at
from tracker.parse.regions import find_region, guess_region

_OPENING = re.compile(r"(代表|受).{1,40}?(政府|国务院).{0,40}?(报告|审议)")
_FOR_WHOM = re.compile(r"(?:代表|受)((?:[\u4e00-\u9fff]{0,20}?)(?:人民政府|国务院|政府))")
_SUBJECT = re.compile(
    r"向(?:大会|[^，。]{0,20}?会议?)(?:报告|提出)(?:关于)?([^，。；]{8,80})[，。]"
)
_HEADING_YEAR = re.compile(r"(20\d\d)\s*年")
_FRONT_LINES = 25
_LONG = 5000
_MIN_MENTIONS = 5
"""Characters of, and times 政府 stands in, a text that may be a work report without its head: the
shortest of 2,166 work reports has 8,000 characters."""


def front_lines(lines: tuple[Line, ...], skipped: frozenset[int]) -> list[Line]:
    """Return the first lines of a report up to its salutation, noise left out."""
    found: list[Line] = []
    for line in lines:
        if not line.bare or line.number in skipped:
            continue
        if len(found) >= _FRONT_LINES or len(line.bare) > 120:
            break
        found.append(line)
        if re.match("各位代表|同志们", line.bare):
            break
    return found


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
    front: list[str],
    paragraphs: tuple[Paragraph, ...],
    lexicon: ParseLexicon,
) -> tuple[Metadata, tuple[Diagnostic, ...]]:
    """Return the metadata of a report and what is unsure in it."""
    head = read_head(front, lexicon.roles.head)
    text = "\n".join(p.text for p in paragraphs)
    opening = _opening(paragraphs)
    kind = _kind(head, opening, text)
    region, remarks = _region(head, opening, text, lexicon)
    year = plan_year(head, [p.text for p in paragraphs if len(p.text) <= 60], text)
    title = head.title or _title_from(opening)
    remarks += _remarks(year, head.day)
    meta = Metadata(title, region, year, kind, head.day, head.meeting, head.speaker, head.office)
    return meta, tuple(remarks)


def _opening(paragraphs: tuple[Paragraph, ...]) -> str:
    """The sentence in which the speaker says for whom he reports."""
    for paragraph in paragraphs[:40]:
        if _OPENING.search(paragraph.text[:200]):
            return paragraph.text[:400]
    return ""


def _kind(head: Head, opening: str, text: str) -> ReportKind:
    for words in (head.title, opening):
        yearly = not re.search("五年(计划|规划)", words)
        if yearly and re.search("国民经济和社会发展.{0,20}计划|计划执行情况", words):
            return ReportKind.PLAN_REPORT
        if "预算" in words:
            return ReportKind.BUDGET_REPORT
        if "政府工作报告" in words or re.search("(报告.{0,4}|作)(政府)?工作(报告)?", words):
            return ReportKind.GOVERNMENT_WORK_REPORT
        if words == head.title and re.search("公报|规划纲要|工作总结", words):
            return ReportKind.OTHER
    reports = re.search("代表.{0,20}(政府|国务院).{0,30}报告", opening)
    if reports or "政府工作报告" in text[:300]:
        return ReportKind.GOVERNMENT_WORK_REPORT
    return ReportKind.OTHER


def guess_kind(meta: Metadata, tops: frozenset[Role], text: str) -> Metadata:
    """Return the metadata with the kind that the outline shows where the head is silent.

    A long text of a known region that looks back, plans and speaks of its government is a work
    report whose head was lost; a title that names another kind of document stands.
    """
    complete = {Role.REVIEW, Role.PLAN} <= tops and meta.region is not None
    silent = meta.kind is ReportKind.OTHER and not meta.title
    if complete and silent and len(text) >= _LONG and text.count("政府") >= _MIN_MENTIONS:
        return replace(meta, kind=ReportKind.GOVERNMENT_WORK_REPORT)
    return meta


def _title_from(opening: str) -> str:
    subject = _SUBJECT.search(opening)
    return subject.group(1) if subject else ""


def _region(
    head: Head, opening: str, text: str, lexicon: ParseLexicon
) -> tuple[Region | None, list[Diagnostic]]:
    whom = _FOR_WHOM.search(opening)
    claims = (
        whom.group(1) if whom else "",
        re.sub(r"^\d{4}年", "", head.title),
        head.meeting,
        head.office,
        _title_from(opening),
    )
    found = find_region(claims, text, lexicon)
    if found is None:
        found = guess_region(claims[0], text, lexicon)
    if found is None:
        remark = Message("未能识别报告所属地区。", "The region of the report is unknown.")
        return None, [Diagnostic("region-unknown", remark)]
    if found.sure:
        return found.region, []
    remark = Message(
        f"地区“{found.region.name}”是推断的，请核对。",
        f"The region {found.region.name} is a guess; please check it.",
    )
    return found.region, [Diagnostic("region-guessed", remark)]


def plan_year(head: Head, headings: list[str], text: str) -> int | None:
    """Return the year that the report plans for.

    A day of delivery in November or December belongs to the next year's report unless the
    headings say otherwise. Where neither day nor heading tells, it is the year after the one
    that the first third of the text, the review, names most.
    """
    ahead = re.compile(r"(20\d\d)\s*年.{0,20}?(任务|安排|重点|工作(?!.{0,4}(回顾|总结))|目标|措施)")
    back = re.compile(r"(20\d\d)\s*年.{0,14}?(回顾|总结|执行情况|完成情况)")
    for heading in headings:
        if (match := back.search(heading)) and _near(int(match.group(1)) + 1, head.day):
            return int(match.group(1)) + 1
    for heading in headings:
        if (match := ahead.search(heading)) and _near(int(match.group(1)), head.day):
            return int(match.group(1))
    if head.day:
        return head.day.year + (1 if head.day.month >= 11 else 0)
    match = _HEADING_YEAR.search(head.title)
    if match:
        return int(match.group(1))
    spoken_of = Counter(_HEADING_YEAR.findall(text[: len(text) // 3]))
    return int(spoken_of.most_common(1)[0][0]) + 1 if spoken_of else None


def _near(year: int, day: date | None) -> bool:
    return day is None or 0 <= year - day.year <= 1


def kind_remarks(kind: ReportKind, guessed: ReportKind) -> tuple[Diagnostic, ...]:
    """Return what is unsure about the kind of document that was read, and then guessed."""
    if guessed is ReportKind.OTHER:
        remark = Message(
            "这份文件看起来不是政府工作报告、计划报告或预算报告。",
            "This does not look like a government work report, plan report or budget report.",
        )
        return (Diagnostic("no-report", remark),)
    if guessed is not kind:
        remark = Message(
            "报告首部缺失，按内容推断为政府工作报告，请核对。",
            "The head is missing; by its content this is a government work report. Please check.",
        )
        return (Diagnostic("kind-guessed", remark),)
    return ()


def _remarks(year: int | None, day: date | None) -> list[Diagnostic]:
    found = []
    if year is None:
        remark = Message("未能识别报告年份。", "The year of the report is unknown.")
        found.append(Diagnostic("year-unknown", remark))
    elif day is None:
        remark = Message(
            f"没有找到报告日期，年份{year}由标题推断。",
            f"No day of delivery was found; the year {year} follows from headings.",
        )
        found.append(Diagnostic("date-unknown", remark))
    return found

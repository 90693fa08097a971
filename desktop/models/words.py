"""Words for values, in the language of the interface."""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.message import Message
    from tracker.model.ids import ReportId
    from tracker.model.library import ReportEntry
    from tracker.model.report import Report, ReportKind
    from tracker.model.shared_text import ReportHead
    from tracker.model.tracking import Verdict

    OwnWords = Mapping[str, str]
    """What an office calls the verdicts: its word by the verdict's value."""

USUAL = "government_work_report"
"""The kind of most reports, which need not be said at length."""


def say(message: Message) -> str:
    """Return a sentence in the language of the interface."""
    return message.text(QLocale().name())


def labelled(name: object, value: object) -> str:
    """Return a name and what it stands for, with the colon of the language."""
    is_chinese = QLocale().language() == QLocale.Language.Chinese
    return f"{name}：{value}" if is_chinese else f"{name}: {value}"


_own: dict[str, str] = {}


def use_own_words(words: OwnWords) -> None:
    """Call the verdicts by the words of an office from now on; where it has none, by ours."""
    _own.clear()
    _own.update(words)


def own_words() -> OwnWords:
    """Return what the office calls the verdicts, by the verdict's value."""
    return dict(_own)


def own_verdicts() -> dict[Verdict, str]:
    """Return the same by the verdicts, as exports and imports take it."""
    from tracker.model.tracking import Verdict  # noqa: PLC0415 - not needed for the first frame

    return {verdict: _own[verdict.value] for verdict in Verdict if verdict.value in _own}


def name_of(value: Enum) -> str:
    """Return what a value of the model is called, with a capital where English wants one.

    Verdicts go by the words of the office, where it has its own.
    """
    if _own and value.value in _own and type(value).__name__ == "Verdict":
        return _own[value.value]
    return program_name(value)


def program_name(value: Enum) -> str:
    """Return what the program itself calls a value of the model."""
    from tracker.model.words import word  # noqa: PLC0415 - not needed for the first frame

    text = say(word(value))
    return text[:1].upper() + text[1:]


def kind_name(kind: ReportKind) -> str:
    """Return what a kind of report is called."""
    return name_of(kind)


def region_name(entry: ReportEntry) -> str:
    """Return the region of a report, or words that say that it is unknown."""
    return entry.region_name or QCoreApplication.translate("Words", "Unknown region")


def year_name(year: int | None) -> str:
    """Return a year, or words that say that it is unknown."""
    return str(year) if year else QCoreApplication.translate("Words", "Year unknown")


def entry_name(entry: ReportEntry) -> str:
    """Return how a report is called in lists: short region, year, kind."""
    place = short_region(entry.region_name) or entry.title or entry.name
    return _called(place, entry.year, entry.kind)


def entry_names(entries: tuple[ReportEntry, ...]) -> dict[ReportId, str]:
    """Return what reports are called in one list; those that share a name get their file's."""
    names = {entry.id: entry_name(entry) for entry in entries}
    shared = {name for name, n in Counter(names.values()).items() if n > 1}
    for entry in entries:
        if names[entry.id] in shared:
            names[entry.id] += f"  ({entry.name})"
    return names


def report_name(report: Report) -> str:
    """Return how a report is called where it is quoted."""
    region = report.meta.region
    name = short_region(region.name) if region else report.meta.title or report.name
    return _called(name, report.meta.year, report.meta.kind)


def head_name(head: ReportHead) -> str:
    """Return how a report is called that is compared with many."""
    return _called(short_region(head.region) or head.title or head.name, head.year, head.kind)


def place_and_kind(head: ReportHead) -> str:
    """Return the same without the year, where that has a column of its own."""
    place = short_region(head.region) or head.title or head.name
    return place if head.kind == USUAL else f"{place}  {kind_name(head.kind)}"


def _called(place: str, year: int | None, kind: ReportKind) -> str:
    """Join the parts of a name; the kind stands there unless it is the usual one."""
    name = f"{place}  {year_name(year)}"
    return name if kind == USUAL else f"{name}  {kind_name(kind)}"


def short_region(region: str) -> str:
    """Return the last part of a joined region name (江苏省苏州市 -> 苏州市)."""
    for ending in ("省", "自治区"):
        _, found, rest = region.partition(ending)
        if found and rest:
            return rest
    return region

"""What promises are filtered and grouped by, in words: fields, their values, whole conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.models.ledger import Ledger
from desktop.models.promise_field import Field
from desktop.models.promise_filter import NOT_MARKED, YES, Condition
from desktop.models.words import labelled, name_of, say, short_region, year_name
from tracker.message import Message
from tracker.model.commitment import StatementKind
from tracker.model.tracking import Answered, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

_FIELDS = {
    Field.STATUS: QT_TRANSLATE_NOOP("PromiseFields", "Status"),
    Field.MACHINE: QT_TRANSLATE_NOOP("PromiseFields", "By machine"),
    Field.MARK: QT_TRANSLATE_NOOP("PromiseFields", "By hand"),
    Field.KIND: QT_TRANSLATE_NOOP("PromiseFields", "Kind"),
    Field.SECTION: QT_TRANSLATE_NOOP("PromiseFields", "Section"),
    Field.REGION: QT_TRANSLATE_NOOP("PromiseFields", "Region"),
    Field.YEAR: QT_TRANSLATE_NOOP("PromiseFields", "Year"),
    Field.REPORT: QT_TRANSLATE_NOOP("PromiseFields", "Report"),
    Field.BODY: QT_TRANSLATE_NOOP("PromiseFields", "Department"),
    Field.ANSWERED: QT_TRANSLATE_NOOP("PromiseFields", "How it was answered"),
    Field.CONFIDENCE: QT_TRANSLATE_NOOP("PromiseFields", "Certainty"),
    Field.QUANTIFIED: QT_TRANSLATE_NOOP("PromiseFields", "With a figure, due in its year"),
    Field.DISAGREEMENT: QT_TRANSLATE_NOOP("PromiseFields", "Person and program disagree"),
    Field.BY_HAND: QT_TRANSLATE_NOOP("PromiseFields", "Added or set right by hand"),
    Field.NOTE: QT_TRANSLATE_NOOP("PromiseFields", "Has a note"),
}
_AGAINST = {
    Field.QUANTIFIED: QT_TRANSLATE_NOOP("PromiseFields", "Without a figure, or due later"),
    Field.DISAGREEMENT: QT_TRANSLATE_NOOP("PromiseFields", "No disagreement"),
    Field.BY_HAND: QT_TRANSLATE_NOOP("PromiseFields", "As the program found it"),
    Field.NOTE: QT_TRANSLATE_NOOP("PromiseFields", "Without a note"),
}
_NOTHING = {
    Field.REGION: QT_TRANSLATE_NOOP("PromiseFields", "Unknown region"),
    Field.YEAR: QT_TRANSLATE_NOOP("PromiseFields", "Year unknown"),
    Field.BODY: QT_TRANSLATE_NOOP("PromiseFields", "No department named"),
    Field.SECTION: QT_TRANSLATE_NOOP("PromiseFields", "Outside of sections"),
    Field.REPORT: QT_TRANSLATE_NOOP("PromiseFields", "Another report"),
}
_ENUMS: Mapping[Field, type[Enum]] = {
    Field.STATUS: Verdict,
    Field.MACHINE: Verdict,
    Field.MARK: Verdict,
    Field.KIND: StatementKind,
    Field.ANSWERED: Answered,
}
_SHOWN = 2
"""Values that a chip names; of more it says how many."""
_LONGEST = 18
"""Characters of a value on a chip: a heading can be as long as a sentence."""


def field_name(field: Field) -> str:
    """Return what a field is called."""
    return QCoreApplication.translate("PromiseFields", str(_FIELDS[field]))


def value_name(ledger: Ledger, field: Field, value: str) -> str:
    """Return what a value of a field is called."""
    if field in _ENUMS:
        if value == NOT_MARKED:
            return QCoreApplication.translate("PromiseFields", "Not marked")
        known = {one.value: one for one in _ENUMS[field]}
        return name_of(known[value]) if value in known else value
    if field is Field.REPORT and value in ledger.reports:
        block = ledger.reports[value]
        return f"{short_region(block.name)} {year_name(block.year)}"
    if not value or field is Field.REPORT:
        return QCoreApplication.translate("PromiseFields", str(_NOTHING[field]))
    return short_region(ledger.regions.get(value, value)) if field is Field.REGION else value


def condition_name(ledger: Ledger, condition: Condition) -> str:
    """Return what a condition says, short enough for a chip."""
    field, values = condition.field, condition.values
    if field in _AGAINST:
        if YES in values:
            return field_name(field)
        return QCoreApplication.translate("PromiseFields", str(_AGAINST[field]))
    if field is Field.CONFIDENCE:
        least, most = condition.range()
        return labelled(field_name(field), f"{least}–{most}%")
    if len(values) > _SHOWN:
        told = QCoreApplication.translate("PromiseFields", "{0} chosen").format(len(values))
    else:
        names = (value_name(ledger, field, value) for value in values)
        told = say(Message("或", " or ")).join(_short(name) for name in names)
    return labelled(field_name(field), told)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"

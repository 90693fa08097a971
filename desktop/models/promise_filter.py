"""What is left of the promises: words, verdicts and conditions that all hold (筛选).

A filter is a value: it is told as text, kept under a name, and asked of a ledger for the rows
that pass.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from desktop.models.ledger import Ledger
from desktop.models.promise_field import Field
from tracker.model.tracking import Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

YES, NO = "yes", "no"
NOT_MARKED = "none"
"""Among the verdicts by a person: there is none."""
FLAGS = (Field.QUANTIFIED, Field.DISAGREEMENT, Field.BY_HAND, Field.NOTE)
"""Fields that are or are not so."""
_MOST = 100_000
"""Characters of a kept filter that are looked at."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold: a field has one of some values.

    Attributes:
        field: What is asked.
        values: Any of them; for the confidence the least and the most per cent.
    """

    field: Field
    values: tuple[str, ...]

    def rows(self, ledger: Ledger) -> NDArray[np.bool_]:
        """Return which rows it holds of."""
        if self.field in FLAGS:
            return self._flagged(ledger)
        if self.field is Field.CONFIDENCE:
            least, most = self.range()
            share = np.round(ledger.confidence * 100)
            return (share >= least) & (share <= most)
        codes = ledger.codes[self.field]
        wanted = ledger.labels[self.field].find(self.values)
        found = np.isin(codes, np.array(wanted, np.int32))
        if self.field is Field.MARK and NOT_MARKED in self.values:
            found |= codes < 0
        return found

    def _flagged(self, ledger: Ledger) -> NDArray[np.bool_]:
        if self.field is Field.DISAGREEMENT:
            found = ledger.disagreeing()
        elif self.field is Field.QUANTIFIED:
            found = ledger.quantified
        else:
            found = ledger.by_hand if self.field is Field.BY_HAND else ledger.noted
        return found if YES in self.values else ~found

    def range(self) -> tuple[int, int]:
        """Return the least and the most per cent of a condition on the confidence."""
        numbers = [int(one) for one in self.values if one.isdecimal()]
        return (numbers[0], numbers[1]) if len(numbers) > 1 else (0, 100)


@dataclass(frozen=True, slots=True)
class PromiseFilter:
    """What is looked for.

    Attributes:
        words: Words as typed; all of them must stand in the promise, its section or its note.
        verdicts: Where it stands, a person's word before the machine's; none means all.
        conditions: One for a field at most; all must hold.
    """

    words: str = ""
    verdicts: frozenset[Verdict] = frozenset()
    conditions: tuple[Condition, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words.split() or self.verdicts or self.conditions)

    def condition(self, field: Field) -> Condition | None:
        """Return what is asked of a field, if anything is."""
        return next((one for one in self.conditions if one.field is field), None)

    def having(self, condition: Condition) -> PromiseFilter:
        """Return it with another condition on a field; one without values is taken away."""
        kept = list(self.conditions)
        places = [n for n, one in enumerate(kept) if one.field is condition.field]
        if places and condition.values:
            kept[places[0]] = condition
        elif places:
            del kept[places[0]]
        elif condition.values:
            kept.append(condition)
        return replace(self, conditions=tuple(kept))

    def rows(
        self, ledger: Ledger, *, verdicts: bool = True, without: Field | None = None
    ) -> NDArray[np.bool_]:
        """Return which rows pass.

        Args:
            ledger: The promises.
            verdicts: Ask for the verdicts too.
            without: A field whose condition is left out, to count what it may be changed to.
        """
        found = np.ones(len(ledger), np.bool_)
        if verdicts and self.verdicts:
            status = ledger.labels[Field.STATUS].find(one.value for one in self.verdicts)
            found &= np.isin(ledger.codes[Field.STATUS], np.array(status, np.int32))
        for condition in self.conditions:
            if condition.field is not without:
                found &= condition.rows(ledger)
        for word in self.words.lower().split():
            found &= ledger.saying(word)
        return found

    def to_text(self) -> str:
        """Return it as one line."""
        return json.dumps(
            {
                "words": self.words,
                "verdicts": sorted(self.verdicts),
                "conditions": [[one.field, list(one.values)] for one in self.conditions],
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_text(cls, text: str) -> PromiseFilter:
        """Return what a line says, without what only another version of the program knows."""
        try:
            said = json.loads(text[:_MOST])
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(said, dict):
            return cls()
        words, verdicts = said.get("words"), said.get("verdicts")
        found = cls(
            words if isinstance(words, str) else "",
            frozenset(Verdict(one) for one in _strings(verdicts) if one in set(Verdict)),
        )
        conditions = said.get("conditions")
        for one in conditions if isinstance(conditions, list) else ():
            if isinstance(one, list) and len(one) == len(("field", "values")):
                name, values = one
                if isinstance(name, str) and name in set(Field):
                    found = found.having(Condition(Field(name), tuple(_strings(values))))
        return found


def _strings(found: object) -> list[str]:
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []

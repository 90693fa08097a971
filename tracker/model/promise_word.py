"""What a person says of the promises themselves (人工增删改): added, rejected, set right.

The program's findings stay as they are; these words lie over them. Splitting a promise is to reject
it and to add its pieces, merging is to reject several and to add what they are together.
"""

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum

from tracker.model.commitment import StatementKind
from tracker.model.ids import CommitmentId, PromiseWordId
from tracker.model.mark import Anchor
from tracker.model.span import Span


@dataclass(frozen=True, slots=True)
class PromiseEdit:
    """What a promise is, in a person's words; None leaves what was read.

    Attributes:
        object: What is promised.
        kind: Target, quota, project or action.
        due: Year by whose end it is due.
        undated: It has no year; ``due`` is not asked then.
        body: Responsible body (责任单位); "" for none.
        deadline: Words of the time limit (9月底前); "" for none.
    """

    object: str | None = None
    kind: StatementKind | None = None
    due: int | None = None
    undated: bool = False
    body: str | None = None
    deadline: str | None = None

    def then(self, later: "PromiseEdit") -> "PromiseEdit":
        """Return this edit with what a later one says in place of what this one says."""
        said = {f.name: getattr(later, f.name) for f in fields(later)}
        given = {name: value for name, value in said.items() if value not in (None, False)}
        if later.undated:
            given["due"] = None
        elif later.due is not None:
            given["undated"] = False
        mine = {f.name: getattr(self, f.name) for f in fields(self)}
        return PromiseEdit(**{**mine, **given})


NO_EDIT = PromiseEdit()


class PromiseAct(StrEnum):
    """What a person did to a promise."""

    ADDED = "added"
    REJECTED = "rejected"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class PromiseWord:
    """A person's word on a promise as a workspace keeps it.

    Attributes:
        id: What the workspace knows it by.
        act: What was done.
        place: The passage that was selected, or where the program's promise stands.
        object: What the program read as promised there, in the text's words; tells promises of one
            sentence apart. "" for one that a person added.
        edit: What it is instead.
        user: Who said it.
        at: When (UTC).
        lost: The passage is gone from the report: ``place`` is where it stood.
        why: Why, in the person's words, or "".
    """

    id: PromiseWordId
    act: PromiseAct
    place: Anchor
    object: str
    edit: PromiseEdit
    user: str
    at: datetime
    lost: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class AddedPromise:
    """A promise that a person selected in the text of a report.

    Attributes:
        word: The person's word that it comes from.
        span: Source span of the passage.
        edit: What it is, where the person said so.
    """

    word: PromiseWordId
    span: Span
    edit: PromiseEdit = NO_EDIT


@dataclass(frozen=True, slots=True)
class PromiseWords:
    """All that a person said of the promises of one report, as they are known now.

    Attributes:
        rejected: What the program takes for promises and are none.
        edited: Promises that are set right, and how.
        added: Promises that the program missed.
    """

    rejected: tuple[CommitmentId, ...] = ()
    edited: tuple[tuple[CommitmentId, PromiseEdit], ...] = ()
    added: tuple[AddedPromise, ...] = ()


NOTHING_SAID = PromiseWords()

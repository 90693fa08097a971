"""One line of the table of actions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What a person can do.

    Attributes:
        name: Name of the action.
        text: English words, typed as Qt's macro gives them.
        slot: Who does it and how: ``session.undo``.
        keys: Shortcuts, the first one shown.
        icon: Icon file without ending, or "".
        checkable: It is on or off.
        changes: A person changes the workspace by it; not to be had where that can only be read.
    """

    name: str
    text: object
    slot: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    changes: bool = False

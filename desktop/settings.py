"""What the program remembers between two starts, typed, in one ini file.

Nothing of a document is kept here, nor where one lies: the choice of language and theme, what was
looked at last by ids and positions, sizes of windows. How each workspace was left is kept here and
not in the workspace: it belongs to one person at one screen, while a workspace may be shared, and
looking must write nothing into it.
"""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLocale, QSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.model.citation import CitationForm

BOILERPLATE = "boilerplate"
"""Flag: what stands in most reports is dimmed."""
PREVIEW = "preview"
"""Flag: documents are looked at before they are brought in."""

SHORT_CITATIONS = "short_citations"
"""Flag: citations name document and page or line, without sections."""

MOST_PLACES = 300
"""Files and folders that were imported, remembered for each workspace."""
MOST_VIEWS = 40
"""Workspaces of which is remembered how they were left."""


class Language(StrEnum):
    """Language of the interface; ``system`` follows the locale."""

    SYSTEM = "system"
    CHINESE = "zh_CN"
    ENGLISH = "en"


class Theme(StrEnum):
    """Light or dark; ``system`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ImportPlaces:
    """Which files and folders were brought into each workspace on this computer.

    They belong to this person: a workspace that is shared tells nobody.
    """

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def of(self, workspace: str) -> tuple[Path, ...]:
        """Return what was brought into a workspace, the last ones first."""
        return tuple(map(Path, self._told(workspace)))

    def add(self, workspace: str, paths: "Iterable[Path]") -> None:
        """Remember what was brought in; what was longest ago is forgotten."""
        told = [str(path.absolute()) for path in paths if "\n" not in str(path)]
        known = [one for one in self._told(workspace) if one not in told]
        self._store.setValue(f"places/{workspace}", "\n".join([*told, *known][:MOST_PLACES]))

    def _told(self, workspace: str) -> list[str]:
        return str(self._store.value(f"places/{workspace}", "") or "").splitlines()


class Settings:
    """Typed access to the settings file.

    Args:
        path: Ini file; None takes the place that belongs to the user on this system.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._store = (
            QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "duizhang", "duizhang")
            if path is None
            else QSettings(str(path), QSettings.Format.IniFormat)
        )
        self.places = ImportPlaces(self._store)

    def _text(self, key: str, default: str = "") -> str:
        return str(self._store.value(key, default))

    @property
    def language(self) -> Language:
        """Chosen language."""
        text = self._text("look/language", Language.SYSTEM.value)
        return Language(text) if text in set(Language) else Language.SYSTEM

    @language.setter
    def language(self, value: Language) -> None:
        self._store.setValue("look/language", value.value)

    def language_code(self) -> str:
        """Return ``zh_CN`` or ``en``: the choice, or what the locale asks for."""
        if self.language is not Language.SYSTEM:
            return self.language.value
        chinese = QLocale.system().language() == QLocale.Language.Chinese
        return Language.CHINESE.value if chinese else Language.ENGLISH.value

    @property
    def theme(self) -> Theme:
        """Chosen theme."""
        text = self._text("look/theme", Theme.SYSTEM.value)
        return Theme(text) if text in set(Theme) else Theme.SYSTEM

    @theme.setter
    def theme(self, value: Theme) -> None:
        self._store.setValue("look/theme", value.value)

    @property
    def last_promise(self) -> tuple[str, str] | None:
        """Ids of the report and the promise that were looked at last, if promises were."""
        report, promise = self._text("promises/report"), self._text("promises/promise")
        return (report, promise) if report else None

    @last_promise.setter
    def last_promise(self, place: tuple[str, str] | None) -> None:
        report, promise = place or ("", "")
        self._store.setValue("promises/report", report)
        self._store.setValue("promises/promise", promise)

    @property
    def citation_form(self) -> "CitationForm":
        """How much citations tell."""
        from tracker.model.citation import CitationForm  # noqa: PLC0415 - not for the first frame

        short = self.flag(SHORT_CITATIONS, default=False)
        return CitationForm.SHORT if short else CitationForm.FULL

    @property
    def verdict_words(self) -> "Mapping[str, str]":
        """What this office calls the verdicts, by the verdict's value; only where it differs."""
        self._store.beginGroup("verdict")
        values = self._store.childKeys()
        self._store.endGroup()
        return {value: self._text(f"verdict/{value}") for value in values}

    @verdict_words.setter
    def verdict_words(self, words: "Mapping[str, str]") -> None:
        self._store.remove("verdict")
        for value, said in words.items():
            self._store.setValue(f"verdict/{value}", said)

    @property
    def own_name(self) -> str:
        """Name that is written beside marks; "" asks the system."""
        return self._text("person/name")

    @own_name.setter
    def own_name(self, name: str) -> None:
        self._store.setValue("person/name", name)

    def view_of(self, workspace: str) -> str:
        """Return how a workspace was left, as a line of text; "" where nothing is known."""
        return self._text(f"view/{workspace}")

    def last_view(self) -> tuple[str, str]:
        """Return the random name of the workspace that was left last, and how it was left."""
        name = next(iter(self._text("view/order").split()), "")
        return name, self.view_of(name) if name else ""

    def save_view_of(self, workspace: str, view: str) -> None:
        """Keep how a workspace was left; those that were left longest ago are forgotten."""
        known = [one for one in self._text("view/order").split() if one != workspace]
        for gone in known[MOST_VIEWS - 1 :]:
            self._store.remove(f"view/{gone}")
        self._store.setValue(f"view/{workspace}", view)
        self._store.setValue("view/order", " ".join([workspace, *known[: MOST_VIEWS - 1]]))

    def state(self, name: str) -> QByteArray | None:
        """Return the saved geometry or state of a window part, or None."""
        value = self._store.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else None

    def save_state(self, name: str, value: QByteArray) -> None:
        """Keep the geometry or state of a window part."""
        self._store.setValue(f"state/{name}", value)

    def flag(self, name: str, *, default: bool) -> bool:
        """Return a remembered yes or no (an open outline, a wrapped line)."""
        return self._text(f"flag/{name}", "true" if default else "false") == "true"

    def save_flag(self, name: str, *, value: bool) -> None:
        """Keep a yes or no."""
        self._store.setValue(f"flag/{name}", "true" if value else "false")

    def sync(self) -> None:
        """Write everything out now."""
        self._store.sync()

"""Dialogs that need nothing but the window: settings, keys, guide, about, the report of a bug."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QDialog, QWidget

    from desktop.dialogs.guide_dialog import GuideDialog
    from desktop.dialogs.keys_dialog import Groups
    from desktop.settings import Settings


class Opening(QObject):
    """Opens them.

    Args:
        settings: What the settings are about.
        window: Window they belong to.

    Signals:
        look_changed(): Language or theme were chosen anew.
        citations_changed(): Citations may be wanted in another form.
    """

    look_changed = Signal()
    citations_changed = Signal()

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._shortcuts: Callable[[], Groups] = tuple
        self._chosen: Callable[[Iterable[str]], str] = lambda _: ""
        self._keys: QDialog | None = None
        self._guide: GuideDialog | None = None

    def serve(
        self, shortcuts: Callable[[], Groups], chosen: Callable[[Iterable[str]], str]
    ) -> None:
        """Take what returns the keys, and which of some actions is on."""
        self._shortcuts, self._chosen = shortcuts, chosen

    def show_settings(self) -> None:
        """Open the settings."""
        from desktop.dialogs.settings_dialog import SettingsDialog  # noqa: PLC0415 - not needed for the first frame

        dialog = SettingsDialog(self._settings, self._window)
        dialog.changed.connect(self.look_changed)
        dialog.accepted.connect(self.citations_changed)
        _open(dialog)

    def show_keys(self) -> None:
        """List the keys, beside the window: what was found can be tried at once."""
        from desktop.dialogs.keys_dialog import KeysDialog  # noqa: PLC0415 - not needed for the first frame

        if self._keys is None:
            self._keys = KeysDialog(self._shortcuts, self._window)
        _show_beside(self._keys)

    def show_guide(self) -> None:
        """Show the user guide beside the window, at the page of the view that is shown."""
        from desktop.dialogs.guide_dialog import GuideDialog  # noqa: PLC0415 - not needed for the first frame
        from desktop.models.guide import OF_VIEWS  # noqa: PLC0415 - not needed for the first frame

        if self._guide is None:
            self._guide = GuideDialog(self._settings.language_code, self._window)
        page = OF_VIEWS.get(self._chosen(OF_VIEWS))
        if page:
            self._guide.open_page(page)
        _show_beside(self._guide)

    def show_about(self) -> None:
        """Say what this is."""
        from desktop.dialogs.about_dialog import AboutDialog  # noqa: PLC0415 - not needed for the first frame

        _open(AboutDialog(self._window))

    def show_crash(self, crash: str) -> None:
        """Show the report of a bug."""
        from desktop.dialogs.error_dialog import ErrorDialog  # noqa: PLC0415 - not needed for the first frame

        _open(ErrorDialog(crash, self._window))


def _show_beside(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def _open(dialog: QDialog) -> None:
    dialog.setModal(True)
    dialog.open()

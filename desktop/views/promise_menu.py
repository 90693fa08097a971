"""The menu behind the three dots above the table of promises."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.views.promise_page import PromisePage


def more_menu(view: PromisePage, export_shown: Callable[[], None]) -> QMenu:
    """Return the menu: export, filters with a name, groups, columns."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    kept = view.filtering.kept
    export = menu.addAction(QCoreApplication.translate("PromiseMenu", "Export what is shown…"))
    export.setEnabled(view.proxy.lines.n_rows > 0)
    export.triggered.connect(export_shown)
    menu.addSeparator()
    save = menu.addAction(QCoreApplication.translate("PromiseMenu", "Save filter…"))
    save.setEnabled(bool(view.proxy.filter))
    save.triggered.connect(view.filtering.ask_name)
    use, drop = (
        QMenu(QCoreApplication.translate("PromiseMenu", "Saved filters"), menu),
        QMenu(QCoreApplication.translate("PromiseMenu", "Delete a filter"), menu),
    )
    view.filtering.add_kept(use)
    for name in kept:
        action = drop.addAction(name.replace("&", "&&"))
        action.triggered.connect(partial(view.filtering.drop, name))
    for below in (use, drop):
        below.setEnabled(bool(kept))
        menu.addMenu(below)
    menu.addSeparator()
    for words, is_open in (
        (QCoreApplication.translate("PromiseMenu", "Open all groups"), True),
        (QCoreApplication.translate("PromiseMenu", "Fold all groups"), False),
    ):
        action = menu.addAction(words)
        action.setEnabled(bool(view.proxy.lines.groups))
        action.triggered.connect(partial(_fold_all, view, is_open))
    anew = menu.addAction(QCoreApplication.translate("PromiseMenu", "Sort in what was marked"))
    anew.setToolTip(
        QCoreApplication.translate(
            "PromiseMenu", "Marked promises stay where they are until filter, group or order change"
        )
    )
    anew.triggered.connect(view.proxy.arrange)
    menu.addSeparator()
    columns = view.table.columns_menu()
    columns.setTitle(QCoreApplication.translate("PromiseMenu", "Columns"))
    menu.addMenu(columns)
    return menu


def _fold_all(view: PromisePage, is_open: bool, *_: object) -> None:  # noqa: FBT001 - bound
    view.proxy.fold_all(is_open=is_open)

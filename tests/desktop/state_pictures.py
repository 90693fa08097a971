"""Pictures of passing states: menus and sheets open, long work, nothing found, quiet reading."""

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from desktop.jobs.job import Progress
from desktop.jobs.passages import nearest
from desktop.models.codebook import MARKABLE
from desktop.models.linking import part_of
from desktop.models.promise_field import Field
from desktop.models.promise_filter import Condition
from desktop.widgets.drop_hint import DropHint
from tests.desktop.dialog_pictures import DialogPictures
from tests.desktop.library_lines import library_of
from tracker.message import Message
from tracker.model.tracking import Verdict


class StatePictures(DialogPictures):
    """Goes through what stands on the screen only as long as something is asked or done."""

    def shoot_open(self, name: str) -> None:
        """Save a picture of the window with the menu or sheet that lies over it, and close that."""
        self.wait(lambda: QApplication.activePopupWidget() is not None, 3)
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        if self.is_wanted(name):
            picture = self.window.grab()
            painter = QPainter(picture)
            at = self.window.mapFromGlobal(popup.mapToGlobal(QPoint()))
            room = self.window.size() - popup.size()  # a screen as large as the window moves it in
            at = QPoint(min(at.x(), room.width()), max(0, min(at.y(), room.height())))
            painter.drawPixmap(at, popup.grab())
            painter.end()
            picture.save(str(self.folder / f"{name}-{self.label}.png"))
        while popup is not None:
            popup.close()
            popup = QApplication.activePopupWidget()
        self.wait()

    def reading(self) -> None:
        """Take ways to read: a column let go, what all say dimmed, only texts, large letters."""
        window, compare = self.window, self.window.furniture.compare
        window.furniture.ways.show_compare()
        compare.choose_first_pair()
        self.wait_compared()
        for name, action in (
            ("unlocked", "toggle_lock"),
            ("dimmed", "dim_boilerplate"),
            ("quiet", "quiet"),
        ):
            if self.is_wanted(name):
                self.act(action)
                self.shoot(name)
                self.act(action)
        if self.is_wanted("large"):
            for _ in range(5):
                self.act("zoom_in")
            self.shoot("large")
            self.act("zoom_reset")
        if self.is_wanted("candidates"):
            pair, pane = self.session.comparisons[0], compare.panes[1]
            parts = ((s, part_of(pair, s.index, later=True)) for s in pair.later.sections)
            alone = next(
                section
                for section, part in parts
                if part is not None
                and part.is_alone
                and nearest(self.session.workspace, pair, part.part, section.index, of_later=True)
            )
            pane.show_span(alone.span)
            self.wait()
            below = QPoint(60, round(pane.height_of(alone.index) or 0) + 28)
            at = pane.text.viewport().mapToGlobal(below)
            window.furniture.changes.nearest._ask(pane, alone.index, at)
            self.shoot_open("candidates")
        if self.is_wanted("linked"):
            window.furniture.linking.link_sections(self.session.comparisons[0], 3, 5)
            self.wait_compared()
            compare.panes[0].show_span(self.session.comparisons[0].earlier.sections[3].span)
            self.shoot("linked")
            self.act("undo")
            self.wait_compared()

    def nothing_found(self) -> None:
        """Take what finding, searching and filtering say where nothing is found."""
        window = self.window
        window.furniture.ways.show_compare()
        self.act("find")
        window.furniture.finding.texts.bar.line.setText("没有这个词")
        self.shoot("find-none")
        window.furniture.finding.close()
        self.act("search_library")
        window.furniture.finding.panel.bar.line.setText("没有这个词")
        self.wait()
        self.shoot("search-none")
        self.close_list()
        window.library.filter.setText("没有这个地区")
        self.shoot("library-none")
        window.library.filter.clear()
        self.wait()

    def close_list(self) -> None:
        """Take the list away that stands below the texts."""
        self.window.furniture.finding.room.close_list()
        self.wait()

    def busy(self) -> None:
        """Take the status line while reports come in, and files that are dragged over all."""
        window = self.window
        told = Message("正在导入报告", "Importing reports")
        window.progress.show_progress(told, Progress(37, 120, "苏州市2023年政府工作报告.docx"))
        window.progress.show()
        if self.is_wanted("busy"):
            self._save(window, "busy")
        window.progress.clear()
        hint = DropHint(window)
        hint.lay()
        self.shoot("drop")
        hint.hide()
        hint.deleteLater()

    def remarks(self) -> None:
        """Take what the reader remarked on a report, opened in the library."""
        library = self.window.library
        library._on_entries((*library_of(300), *self.session.entries))
        messages = (
            Message("没有找到报告人。", "No speaker was found."),
            Message("第 12 行像是目录，已略去。", "Line 12 looks like contents; it was left out."),
        )
        library._on_remarks(library.tree.mapToGlobal(QPoint(60, 120)), messages)
        self.shoot_open("remarks")
        library._on_entries(self.session.entries)
        library.tree.expandAll()

    def filters(self) -> None:
        """Take conditions that are chosen and set, menus of the table, and all reports at once."""
        window = self.window
        window.furniture.ways.show_commitments()
        self.wait(lambda: self.session.tracking is not None)
        view = window.furniture.commitments
        view.filtering.open_menu()
        self.shoot_open("filter-menu")
        view.filtering._ask(Field.SECTION)
        self.shoot_open("filter-values")
        view.filtering._set(Condition(Field.CONFIDENCE, ("60", "90")))
        view.filtering._set(Condition(Field.STATUS, (Verdict.IN_PROGRESS, Verdict.NOT_REPORTED)))
        self.shoot("filter-set")
        view.filtering.clear()
        self.wait()
        view.table.customContextMenuRequested.emit(QPoint(200, 60))
        self.shoot_open("promise-menu")
        view.heads.more_button.click()
        self.shoot_open("promise-more")
        view.detail.marks.show_codebook()
        self.shoot_open("codebook")
        if self.is_wanted("promises-all"):
            for place in (2, 0):
                view.heads.scope_box.setCurrentIndex(place)
                view.heads.scope_box.activated.emit(place)
                self.wait()
                if place:
                    self.shoot("promises-all")

    def settled(self) -> None:
        """Take the agreement of two readers once one difference is settled."""
        room = self.window.furniture.readers
        self.readers()
        self.act("show_agreement")
        self.wait(room.is_open)
        room.view.settle(MARKABLE[1])
        self.wait()
        room.view.step(-1)
        self.shoot("agreement-settled")
        self.act("undo")

    def readers(self) -> None:
        """Take two readings; whoever takes all pictures knows how."""
        raise NotImplementedError

    def menus(self) -> None:
        """Take each menu of the window, opened."""
        bar = self.window.menuBar()
        self.window.furniture.ways.show_compare()
        for number, action in enumerate(bar.actions(), 1):
            menu = action.menu()
            if isinstance(menu, QWidget) and self.is_wanted(f"menu{number}"):
                below = bar.actionGeometry(action).bottomLeft()
                menu.popup(bar.mapToGlobal(below))
                self.shoot_open(f"menu{number}")

    def typed_dialogs(self) -> None:
        """Take dialogs in which something was typed or ticked."""
        for name, action, change in (
            ("keys-typed", "show_keys", partial(_type, "F7")),
            ("export-columns", "export_report", _tick_columns),
        ):
            if self.is_wanted(name):
                self.window.actions_table[action].trigger()
                self.wait(lambda: QApplication.activeModalWidget() is not None, 3)
                dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
                if dialog is not None and dialog is not self.window:
                    change(dialog)
                    self.wait()
                    self._save(dialog, name)
                    dialog.close()


def _type(words: str, dialog: QWidget) -> None:
    dialog.filter.setText(words)


def _tick_columns(dialog: QWidget) -> None:
    dialog.scope.columns_box.setChecked(True)

"""Pictures of the real program on the sample workspace.

``python -m tests.desktop.screenshots DIR [--only NAME…] [--size WIDTHxHEIGHT…]``: every view and
state at three sizes, light and dark, in both languages. Names may hold wildcards:
``--only 'columns*-zh_CN-light-1280'``. Run it under a real display or
``xvfb-run -s '-screen 0 2560x1440x24'``. Nothing of the user's own settings is touched.
"""

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest

from desktop.app import make_application
from desktop.models.change_list import StepKind
from desktop.models.codebook import MARKABLE
from desktop.models.meeting import waited
from desktop.models.pair_mode import PairMode
from desktop.models.passage import paragraph_at
from desktop.models.topic_choice import families
from desktop.notice import Notice, Tone
from desktop.settings import Language, Theme
from desktop.views.link_drag import extent
from tests.desktop.library_lines import library_of
from tests.desktop.state_pictures import StatePictures
from tracker.message import Message
from tracker.model.mark import Anchor
from tracker.model.promise_word import PromiseEdit
from tracker.model.span import Span
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

SIZES = ("1280x800", "1920x1080", "2560x1440")


class Tour(StatePictures):
    """Goes through every view and state."""

    # The texts

    def texts(self) -> None:
        """Take the texts side by side: a change, the start, one column and up to four."""
        self.window.furniture.ways.show_compare()
        self.window.furniture.compare.choose_first_pair()
        self.wait_compared()
        for _ in range(3):
            self.window.furniture.compare.steps.next()
        self.shoot("compare")
        if self.is_wanted("columns1", "columns3", "columns4"):
            self.columns()
        if self.is_wanted("figure", "moved"):
            self.changes()
        if self.is_wanted("inline", "cards", "promises-mode"):
            self.modes()
        if self.is_wanted("drag"):
            self.drag()

    def columns(self) -> None:
        """Take one, three and four columns."""
        view, ids = self.window.furniture.compare, [entry.id for entry in self.session.entries]
        view.set_columns(tuple(ids[:1]))
        self.wait()
        self.shoot("columns1")
        for n in (3, 4):
            view.set_columns(tuple(ids[:n]))
            self.wait_compared()
            for _ in range(4):
                view.steps.next()
            self.shoot(f"columns{n}")
        view.choose_first_pair()
        self.wait_compared()

    def modes(self) -> None:
        """Take the other ways to look at the pair."""
        compare = self.window.furniture.compare
        for mode in (PairMode.INLINE, PairMode.CARDS, PairMode.PROMISES):
            compare.modes.choose(mode)
            self.wait_compared()
            for _ in range(8):
                compare.modes.next()
            self.shoot("promises-mode" if mode is PairMode.PROMISES else mode.name.lower())
        compare.modes.choose(PairMode.SIDE_BY_SIDE)
        self.wait_compared()

    def changes(self) -> None:
        """Take a changed figure with its note, both ends of a moved passage, faint boilerplate."""
        compare = self.window.furniture.compare
        compare.steps.set_kind(StepKind.FIGURES)
        compare.steps.next()
        self.shoot("figure")
        compare.steps.set_kind(StepKind.MOVED)
        compare.steps.next()
        self.act("dim_boilerplate")
        self.shoot("moved")
        self.act("dim_boilerplate")
        compare.steps.set_kind(StepKind.ALL)

    def drag(self) -> None:
        """Take a line that is dragged from a section to another."""
        left, right = self.window.furniture.compare.panes[:2]
        for pane in (left, right):
            pane.show_span(pane.report.sections[3].span)
        self.wait()
        held, target = left.text.viewport(), right.text.viewport()
        section = left.report.sections[3].index
        start = QPoint(left.text.edge - 12, extent(left, section)[0] + 8)
        QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=start)
        there = held.mapFromGlobal(target.mapToGlobal(QPoint(120, target.height() // 2)))
        for part in (0.3, 0.7, 1.0):
            QTest.mouseMove(held, start + (there - start) * part)
            self.wait()
        self.shoot("drag")
        QTest.keyClick(held, Qt.Key.Key_Escape)
        QTest.mouseRelease(held, Qt.MouseButton.LeftButton, pos=there)
        self.wait()

    # Finding, notes, messages

    def tools(self) -> None:
        """Take finding, searching, going to a line, notes and messages."""
        window = self.window
        window.furniture.ways.show_compare()
        if self.is_wanted("find", "search", "go-to"):
            self.act("find")
            window.furniture.finding.texts.bar.line.setText("创新")
            self.shoot("find")
            window.furniture.finding.close()
            self.act("search_library")
            window.furniture.finding.panel.bar.line.setText("高质量发展")
            self.wait()
            self.shoot("search")
            self.close_list()
            self.act("go_to")
            QTest.keyClicks(window.furniture.tools.going.bar.line, "40")
            self.shoot("go-to")
            QTest.keyClick(window.furniture.tools.going.bar.line, Qt.Key.Key_Escape)
        if self.is_wanted("bookmarks", "note"):
            self.notes()
        if self.is_wanted("error"):
            lost = Message(
                "“纪要.pdf”是扫描件，没有文字层；请用有文字的版本，或先做文字识别。",
                "“minutes.pdf” is a scan without text; use a version with text, or OCR it first.",
            )
            self.session.noticed.emit(Notice(Tone.PROBLEM, lost))
            self.shoot("error")
            window.message_bar.forget()
        if self.is_wanted("conflict"):
            met = Message(
                "李四 在 14:02 已标为“未兑现”，您的“已兑现”没有写入。",
                "李四 marked it “Missed” at 14:02; your “Fulfilled” was not written.",
            )
            self.session.noticed.emit(
                Notice(Tone.WARNING, met, action="keep_mine", other="take_theirs")
            )
            self.shoot("conflict")
            window.message_bar.forget()
        if self.is_wanted("waited"):
            waits = waited(3, datetime(2026, 11, 20, 17, 42, tzinfo=UTC))
            offer = Notice(Tone.WARNING, waits, action="write_waiting", other="drop_waiting")
            self.session.noticed.emit(offer)
            self.shoot("waited")
            window.message_bar.forget()

    def notes(self) -> None:
        """Take signs in the margin, a note that is being written, and the list of bookmarks."""
        tools, pane = (
            self.window.furniture.tools.bookmarking,
            self.window.furniture.compare.panes[0],
        )
        sections = pane.report.sections[3:12:4]
        for n, section in enumerate(sections if not tools.bookmarks else ()):
            pane.text.setFocus()
            pane.text.select_span(paragraph_at(pane.report, section.own.start) or section.span)
            tools.note() if n else tools.toggle()
            if n:
                tools.edit_words("与统计公报核对口径；年底前再看进度。")
            self.wait()
        pane.show_span(sections[1].span)
        tools.show_list()
        self.shoot("bookmarks")
        tools.edit(tools.bookmarks[1])
        self.shoot("note")
        tools.edit_words(tools.bookmarks[1].bookmark.note)
        if tools.panel is not None:
            tools.panel.closed.emit()

    # The other pages

    def promises(self) -> None:
        """Mark a few promises once, and put the cursor on one that has evidence."""
        self.window.furniture.ways.show_commitments()
        self.wait(lambda: self.session.tracking is not None)
        view = self.window.furniture.commitments
        rows = range(view.model.rowCount())
        found = [r for r in rows if view.model.tracking(r).verdict is Verdict.FULFILLED]
        for row in found[:4]:
            view.table.setCurrentIndex(view.proxy.mapFromSource(view.model.index(row, 0)))
            if view.model.mark(row) is None:
                view.mark(Verdict.FULFILLED)
                self.wait()
        self.shoot("promises")
        if self.is_wanted("promise-form", "promise-split", "promise-years", "promise-words"):
            self.corrections()

    def corrections(self) -> None:
        """Take a promise that is set right, split and followed through the years; the list."""
        tools, detail = self.window.furniture.tools, self.window.furniture.commitments.detail
        if not tools.correcting.words:
            detail.edited.emit(PromiseEdit(body="市统计局", deadline="12月底前"), "按三定方案")
            self.wait()
        tools.correcting.edit()
        self.shoot("promise-form")
        detail.open_split()
        self.shoot("promise-split")
        detail.close_forms()
        tools.chaining.ask()
        self.wait(detail.chain.ask.isEnabled)
        detail.area.ensureWidgetVisible(detail.chain)
        self.shoot("promise-years")
        self.act("show_promise_words")
        self.wait()
        self._save(self.window.furniture.promise_words.dialog, "promise-words")
        self.window.furniture.promise_words.dialog.close()

    def readers(self) -> None:
        """Take a second reading, its agreement with the first, and both dialogs of readers."""
        window, session, room = self.window, self.session, self.window.furniture.readers
        window.furniture.ways.show_commitments()
        self.wait(lambda: session.tracking is not None)
        if not session.workspace.readers(session.tracking.earlier.id):
            self._mark_rows("1231543121", "与年鉴核对")
            self._read_as("李四")
            self._mark_rows("1241563124", "原文只说“推进”")
        self._read_as("李四")
        self.shoot("second")
        self._read_as("")
        self.act("show_agreement")
        self.wait(room.is_open)
        self.shoot("agreement")
        self.act("mark_as")
        self.shoot_dialog("mark-as")
        path = self.private / "李四.marks.json"
        self._set_right_elsewhere(path)
        room.preview(path.name, session.workspace.read_marks(path))
        self.shoot_dialog("import-marks")

    def _set_right_elsewhere(self, path: Path) -> None:
        """Write what a colleague said in a copy of the workspace: marks, and of two promises."""
        workspace = self.session.workspace
        copy = self.private / "copy.duizhang"
        workspace.save_copy(copy)
        with Workspace.open(copy, user="李四") as other:
            report = other.report(self.session.tracking.earlier.id)
            words = "坚持对接上海"
            at = report.text.index(words)
            place = Anchor(report.id, Span(at, at + len(words)), words)
            other.mark(other.add_promise(place), verdict=Verdict.PARTIAL)
            rows = other.commitments(report.id)
            other.reject_promise(rows[20].id, why="口号")
            for one, verdict in zip(rows[:3], MARKABLE, strict=False):
                other.mark(one.id, verdict=verdict)
            other.write_marks(path)

    def _read_as(self, reader: str) -> None:
        self.session.second.begin(reader)
        self.wait(lambda: self.session.tracking is not None)

    def _mark_rows(self, keys: str, note: str) -> None:
        """Mark the first promises of the table, the third of each three with a note."""
        view = self.window.furniture.commitments
        for row, key in enumerate(keys):
            promise = view.model.tracking(view.proxy.mapToSource(view.proxy.index(row, 0)).row())
            said = MARKABLE[int(key) - 1]
            self.session.mark(promise.commitment.id, said, note if row % 3 == 2 else "")
            self.wait()

    def topic_tools(self) -> None:
        """Take a bookmark and the bar to find by in the columns of a topic."""
        column = self.window.furniture.topics.view.thread_view.current_text()
        column.text.setFocus()
        self.window.actions_table["bookmark"].trigger()
        tools = self.window.furniture.tools.bookmarking
        self.wait(lambda: bool(tools.signs(column)))
        self.window.actions_table["find"].trigger()
        self.window.furniture.finding.texts.bar.line.setText("创新")
        self.wait(lambda: bool(self.window.furniture.finding.texts.bar.counts.text()))
        self.shoot("topic-tools")
        self.window.furniture.finding.close()
        self.act("undo")

    def topic_regions(self) -> None:
        """Take the box of regions of a large library, open, with what is typed into it."""
        heads = self.window.furniture.topics.view.heads
        offered = families((*library_of(300), *self.session.entries))
        kept = self.window.furniture.topics.view._choice
        heads.set_families(offered, kept.chosen)
        heads.family_box.showPopup()
        self.shoot("topic-regions")
        heads.family_box.sheet.line.setText("sz")
        self.shoot("topic-regions-typed")
        heads.family_box.hidePopup()
        heads.set_families(kept.offered, kept.chosen)

    def topics(self) -> None:
        """Take the matrix of topics, and one topic in columns."""
        self.window.actions_table["show_topics"].trigger()
        view = self.window.furniture.topics.view
        self.wait(lambda: view.model.topics is not None)
        self.shoot("topics")
        view.open_current()
        self.shoot("topic")
        if self.is_wanted("topic-tools"):
            self.topic_tools()
        view.go_back()
        if self.is_wanted("topic-regions", "topic-regions-typed"):
            self.topic_regions()

    def surveys(self) -> None:
        """Take the indicators of a region, of regions, as small charts, and the overview."""
        view = self.window.furniture.surveys.indicators
        self.window.furniture.surveys.show_indicators()
        self.wait(lambda: view.model.gathered is not None)
        view.charts.one.click()
        self.shoot("indicators")
        view.charts.many.click()
        self.shoot("small-charts")
        view.charts.one.click()
        overview = self.window.furniture.surveys.overview
        self.window.furniture.surveys.show_overview()
        self.wait(lambda: overview.model.rowCount() > 0)
        overview.tree.expandAll()
        self.shoot("overview")

    def across(self) -> None:
        """Take the comparisons over many reports, as far as the samples give any."""
        self.window.furniture.surveys.show_across()
        page = self.window.furniture.surveys.across
        names = ("across-regions", "across-feedback", "across-shared", "across-first")
        for number, name in enumerate((*names, "across-nearest")):
            page.turn_to(number)
            self.wait()
            if page.panel is page.first:
                page.look_for("数字经济")
                self.wait()
            self.shoot(name)

    def dialogs(self) -> None:
        """Take the dialogs."""
        for name in ("export_report", "open_shared", "show_settings", "show_keys", "show_about"):
            if self.is_wanted(name):
                self.window.actions_table[name].trigger()
                self.shoot_dialog(name)

    def empty(self) -> None:
        """Take the pages of a workspace without reports."""
        told = Message("我的工作区", "My workspace").text(self.settings.language.value)
        folder = self.private / self.label
        folder.mkdir()
        self.session.open_workspace(folder / f"{told}.duizhang", sample=False)
        self.wait()
        self.window.statusBar().clearMessage()
        pages = "compare", "commitments", "topics", "indicators", "overview", "across"
        for number, name in enumerate(pages, 1):
            self.act(f"show_{name}")
            self.shoot(f"empty{number}")
        self.open_sample()

    def go(self, sizes: list[QSize]) -> None:
        """Take all pictures."""
        self.window.show()
        self.shoot("start")
        for language in (Language.CHINESE, Language.ENGLISH):
            for theme in (Theme.LIGHT, Theme.DARK):
                for n, size in enumerate(sizes):
                    self.label = f"{language.value}-{theme.value}-{size.width()}"
                    if any(self.is_wanted(name) for name in NAMES):
                        self.settings.language, self.settings.theme = language, theme
                        self.look.apply()
                        self.window.resize(size)
                        self.open_sample()
                        self._rooms(with_dialogs=n == 0)
        self.window.close()

    def _rooms(self, *, with_dialogs: bool) -> None:
        for room, names in ROOMS.items():
            if self.is_wanted(*names):
                getattr(self, room)()
        if with_dialogs:
            self.dialogs()
            if self.is_wanted(*TYPED):
                self.typed_dialogs()
            if self.is_wanted(*MENUS):
                self.menus()


ROOMS = {
    "texts": (
        *("compare", "columns1", "columns3", "columns4", "figure", "moved"),
        *("inline", "cards", "promises-mode", "drag"),
    ),
    "tools": ("find", "search", "go-to", "bookmarks", "note", "error", "conflict", "waited"),
    "promises": (*("promises", "promise-form", "promise-split", "promise-years", "promise-words"),),
    "reading": ("unlocked", "dimmed", "quiet", "large", "candidates", "linked"),
    "nothing_found": ("find-none", "search-none", "library-none"),
    "busy": ("busy", "drop"),
    "remarks": ("remarks",),
    "filters": (
        *("filter-menu", "filter-values", "filter-set", "promise-menu", "promise-more"),
        *("codebook", "promises-all"),
    ),
    "readers": ("second", "agreement", "mark-as", "import-marks"),
    "settled": ("agreement-settled",),
    "topics": ("topics", "topic", "topic-tools", "topic-regions", "topic-regions-typed"),
    "surveys": ("indicators", "small-charts", "overview"),
    "across": (
        *("across-regions", "across-feedback", "across-shared", "across-first"),
        "across-nearest",
    ),
    "library": ("library", "library-filter", "library-list"),
    "groups": ("promises-grouped", "promises-none"),
    "care": ("results", "copies", "lost-marks", "names", "crash", "correct"),
    "printed": ("print-preview", "print-comparison"),
    "by_hand": ("hand-links",),
    "guide": ("guide",),
    "preview": ("import",),
    "empty": ("empty1", "empty2", "empty3", "empty4", "empty5", "empty6"),
}
MENUS = tuple(f"menu{number}" for number in range(1, 11))
TYPED = ("keys-typed", "export-columns")
NAMES = (
    *(name for names in ROOMS.values() for name in names),
    *("export_report", "open_shared", "show_settings", "show_keys", "show_about"),
    *(*MENUS, *TYPED),
)


def main() -> int:
    """Take the pictures and return the exit code."""
    parser = argparse.ArgumentParser(description="Takes pictures of the program.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", default=["*"], metavar="NAME")
    parser.add_argument("--size", nargs="+", default=SIZES, metavar="WIDTHxHEIGHT")
    told = parser.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    sizes = [QSize(*map(int, size.split("x"))) for size in told.size]
    app = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as private:
        Tour(app, told.folder, Path(private), told.only).go(sizes)
    return 0


if __name__ == "__main__":
    sys.exit(main())

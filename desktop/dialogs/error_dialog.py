"""A bug: says so, and shows a report that can be copied; it holds no text of a document."""

import platform

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from tracker import __version__


def report_text(crash: str) -> str:
    """Return the report: versions, and where it happened."""
    return (
        f"duizhang {__version__}, Python {platform.python_version()}, "
        f"PySide6 {PySide6.__version__}, {platform.platform()}\n\n{crash}"
    )


class ErrorDialog(QDialog):
    """Shows a crash report."""

    def __init__(self, crash: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("An error in the program"))
        told = QLabel(
            self.tr(
                "Something went wrong inside the program. Your workspace is not affected, and "
                "you can go on working. Please send this report to the developers; it holds no "
                "text of your documents."
            ),
            self,
        )
        told.setWordWrap(True)
        self.report = QPlainTextEdit(report_text(crash), self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report of the error"))
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Close, self)
        buttons.button(standard.Close).setText(self.tr("Close"))
        self.copy_button = buttons.addButton(
            self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(told)
        layout.addWidget(self.report, 1)
        layout.addWidget(buttons)
        self.resize(620, 420)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())

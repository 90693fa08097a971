"""Where a shared workspace lies: server, database, name and password, or one line with all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs.sharing import read_url
from desktop.models.words import say
from tracker.errors import InputProblem
from tracker.model.address import PORT, ServerAddress, checked

if TYPE_CHECKING:
    from tracker.message import Message

_SECURED = ("", "require", "verify-full")
"""How a line may be secured: as the server likes, never in the clear, and proven besides."""


class SharedDialog(QDialog):
    """Asks for the address of a shared workspace.

    The password is handed on and forgotten: the field is emptied when the dialog closes.

    Signals:
        chosen(ServerAddress, str): This one shall be opened, with this password.
    """

    chosen = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = False
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.url, self.host, self.port = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.database, self.user, self.password = (QLineEdit(self) for _ in range(3))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.port.setValidator(QIntValidator(1, 65535, self))
        self.port.setMaximumWidth(90)
        self.port.setPlaceholderText(str(PORT))
        self.secured = QComboBox(self)
        for _ in _SECURED:
            self.secured.addItem("")
        self._labels = {field: QLabel(self) for field in self._fields()}
        for field, label in self._labels.items():
            label.setBuddy(field)
        self.problem = QLabel(self)
        self.problem.setObjectName("problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.privacy = QLabel(self)
        self.privacy.setObjectName("muted")
        self.privacy.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.open_button: QPushButton = self.buttons.addButton("", role)
        self.open_button.setDefault(True)
        self._build()
        self.url.textChanged.connect(self._read_url)
        for field in (self.host, self.database):
            field.textChanged.connect(self._check)
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._forget)
        self.retranslate()
        self._check()

    def _fields(self) -> tuple[QWidget, ...]:
        return (
            self.url,
            self.host,
            self.port,
            self.database,
            self.user,
            self.password,
            self.secured,
        )

    def _build(self) -> None:
        server = QHBoxLayout()
        server.setSpacing(8)
        server.addWidget(self.host, 1)
        server.addWidget(self._labels[self.port])
        server.addWidget(self.port)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._labels[self.host], server)
        for field in (self.database, self.user, self.password, self.secured):
            form.addRow(self._labels[field], field)
        form.addRow(self._labels[self.url], self.url)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        for part in (self.told, form, self.problem, self.privacy, self.buttons):
            if isinstance(part, QFormLayout):
                layout.addLayout(part)
            else:
                layout.addWidget(part)
        layout.insertStretch(layout.count() - 1, 1)  # else its sentences would drift apart
        self.resize(580, 480)

    def begin(self, address: ServerAddress | None, problem: Message | None = None) -> None:
        """Show an address to start from, and what was wrong with the last try."""
        self._waiting = False
        if address is not None:
            self._fill(address)
            self.url.clear()
        self.problem.setText(say(problem) if problem is not None else "")
        self.problem.setVisible(problem is not None)
        self._check()
        first = self.host if address is None else self.password
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_waiting(self) -> bool:
        """Tell whether an answer of the server is waited for."""
        return self._waiting

    def end(self) -> None:
        """The workspace is open."""
        self._waiting = False

    def _fill(self, address: ServerAddress) -> None:
        self.host.setText(address.host)
        self.port.setText("" if address.port == PORT else str(address.port))
        self.database.setText(address.database)
        self.user.setText(address.user)
        secured = dict(address.options).get("sslmode", "")
        if secured in _SECURED:
            self.secured.setCurrentIndex(_SECURED.index(secured))

    def _read_url(self, text: str) -> None:
        """Take a pasted line apart into the fields; a password does not stay readable in it."""
        found = read_url(text)
        if isinstance(found, InputProblem):
            self.problem.setText(say(found.message))
            self.problem.setVisible(bool(text.strip()) and "/" in text.partition("://")[2])
            return
        address, password = found
        self.problem.hide()
        self._fill(address)
        if password:
            self.password.setText(password)
            self.url.blockSignals(True)
            self.url.setText(address.url)
            self.url.blockSignals(False)

    def _check(self) -> None:
        self.open_button.setEnabled(bool(self.host.text().strip() and self.database.text().strip()))

    def _address(self) -> ServerAddress:
        secured = _SECURED[self.secured.currentIndex()]
        written = read_url(self.url.text())
        kept = {} if isinstance(written, InputProblem) else dict(written[0].options)
        kept.pop("sslmode", None)
        options = {**({"sslmode": secured} if secured else {}), **kept}
        return checked(
            ServerAddress(
                self.host.text(),
                self.database.text(),
                self.user.text(),
                int(self.port.text() or PORT),
                tuple(options.items()),
            )
        )

    def _choose(self) -> None:
        try:
            address = self._address()
        except InputProblem as problem:
            self.problem.setText(say(problem.message))
            self.problem.show()
            return
        self._waiting = True
        password = self.password.text()
        self.accept()
        self.chosen.emit(address, password)

    def _forget(self) -> None:
        self.password.clear()
        self.url.clear()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.setWindowTitle(self.tr("Open a shared workspace"))
        self.told.setText(
            self.tr(
                "A shared workspace lies in a PostgreSQL database. Everybody in the office marks "
                "in it at the same time; nobody writes over anybody unseen."
            )
        )
        names = (
            self.tr("Or in one line"),
            self.tr("Server"),
            self.tr("Port"),
            self.tr("Database"),
            self.tr("User"),
            self.tr("Password"),
            self.tr("Connection"),
        )
        for (field, label), name in zip(self._labels.items(), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        for at, said in enumerate(
            (
                self.tr("Encrypted where the server can"),
                self.tr("Always encrypted"),
                self.tr("Always encrypted, and the server proves who it is"),
            )
        ):
            self.secured.setItemText(at, said)
        self.url.setPlaceholderText("postgresql://name@10.0.0.5/duizhang")
        self.host.setPlaceholderText(self.tr("Name or address of the server"))
        self.database.setPlaceholderText(self.tr("Ask whoever set it up, often duizhang"))
        self.user.setPlaceholderText(self.tr("Empty: your name at this computer"))
        self.password.setPlaceholderText(self.tr("Empty: as ~/.pgpass says"))
        self.host.setToolTip(self.tr("The only computer that is contacted."))
        self.database.setToolTip(
            self.tr("Where it holds no workspace yet, a new one is made in it.")
        )
        self.password.setToolTip(self.tr("Used to connect, and never kept."))
        self.privacy.setText(
            self.tr(
                "Only this server is contacted. Reports, marks and notes of the workspace are kept "
                "there, and whoever may read that database reads them. The password is not kept."
            )
        )
        self.open_button.setText(self.tr("Open"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "open_button"):
            self.retranslate()

"""The connection: which server is asked, with which authentication, and who answers there."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ..api.answers import ServerInfo
from ..api.errors import ApiError

translate = QCoreApplication.translate


class ConnectionPanel(QWidget):
    """Address, authentication, "Test" and its result."""

    #: Another server or authentication is wanted: address, id of the authentication configuration.
    chosen = pyqtSignal(str, str)
    #: "Test" was pressed; answer with ``show_info`` or ``show_error``.
    test_requested = pyqtSignal(str, str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.url = QComboBox(self)
        self.url.setEditable(True)
        self.url.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.url.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.url.setMinimumContentsLength(10)
        self.url.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.url.setAccessibleName(self.tr("Address of the server"))
        self.url.setToolTip(self.tr("Address of a Cooperation Atlas server, such as http://127.0.0.1:5000"))
        self.url.lineEdit().editingFinished.connect(self._choose)
        self.url.activated[int].connect(lambda _index: self._choose())

        self.test = QPushButton(self.tr("Test"), self)
        self.test.setToolTip(self.tr("Check which server answers; nothing is changed"))
        self.test.clicked.connect(self._test)
        line = QHBoxLayout()
        line.addWidget(self.url, 1)
        line.addWidget(self.test)

        self.auth = QgsAuthConfigSelect(self)
        self.auth.setAccessibleName(self.tr("Authentication"))
        self.auth.setToolTip(self.tr("A QGIS authentication configuration, if the server requires one"))
        self.auth.selectedConfigIdChanged.connect(lambda _id: self._choose())

        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.message.setAccessibleName(self.tr("Answer of the server"))

        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        layout.addRow(self.tr("Server"), line)
        layout.addRow(self.tr("Authentication"), self.auth)
        layout.addRow(self.message)
        self._known = ("", "")

    def show_connection(self, url: str, authcfg: str, servers: Sequence[str]) -> None:
        """Shows the current address and authentication, and the addresses used before."""
        self._known = (url, authcfg)
        was_blocked = self.url.blockSignals(True)
        self.url.clear()
        self.url.addItems(list(servers))
        self.url.setEditText(url)
        self.url.blockSignals(was_blocked)
        if self.auth.configId() != authcfg:
            self.auth.setConfigId(authcfg)

    def show_testing(self) -> None:
        """The server is being asked."""
        self.message.setText(self.tr("Asking {url}…").format(url=self.address()))

    def show_info(self, info: ServerInfo) -> None:
        """Who answered: title, edition, counts, licence."""
        self.message.setText(described(info))

    def show_error(self, error: ApiError) -> None:
        """Shows why there is no answer, or one of another service."""
        self.message.setText("\n".join(part for part in (error.message, error.detail) if part))

    def address(self) -> str:
        """The address as it is written now."""
        return self.url.currentText().strip()

    def _choose(self) -> None:
        entered = (self.address(), self.auth.configId())
        if entered != self._known and entered[0]:
            self._known = entered
            self.chosen.emit(*entered)

    def _test(self) -> None:
        self._choose()
        self.show_testing()
        self.test_requested.emit(self.address(), self.auth.configId())


def described(info: ServerInfo) -> str:
    """Who a server is, in lines: title, edition, counts, licence, attribution."""
    edition = info.edition
    lines = [
        info.title,
        translate("ConnectionPanel", "Edition {id}, made {when}").format(id=edition.id, when=edition.created),
        ", ".join(f"{info.collections.get(name, name)}: {count}" for name, count in edition.counts.items()),
    ]
    if edition.samples:
        lines.append(translate("ConnectionPanel", "It contains sample entries, which are made up."))
    if info.licence:
        lines.append(translate("ConnectionPanel", "Licence: {licence}").format(licence=info.licence))
    lines.append(info.attribution)
    return "\n".join(line for line in lines if line)

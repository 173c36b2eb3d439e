"""The page in place of results: no search yet, loading, no results, and failures; each with advice."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ...api.errors import ApiError, ErrorKind

_ICON = 32


class StatePage(QWidget):
    """A picture, a sentence, an advice, and a button for what helps most."""

    #: The button was pressed: ``reset``, ``retry`` or ``connection``.
    helped = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._help = ""
        self.picture = QLabel(self)
        self.title = QLabel(self)
        self.advice = QLabel(self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Loading"))
        self.button = QPushButton(self)
        self.button.clicked.connect(lambda: self.helped.emit(self._help))
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for label in (self.picture, self.title, self.advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        self.advice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.progress)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.show_start()

    def show_start(self) -> None:
        """Before the first search."""
        self._show(
            "/mActionFilter2.svg",
            self.tr("No search yet"),
            self.tr(
                "Choose what to look for. The number of programmes found is always shown below; “Search” lists them."
            ),
        )

    def show_loading(self) -> None:
        """While an answer is under way."""
        self._show("", self.tr("Asking the server…"), "", loading=True)

    def show_empty(self) -> None:
        """The search finds nothing."""
        self._show(
            "/mIconInfo.svg",
            self.tr("No programme meets all criteria"),
            self.tr("Remove one of the choices: the numbers beside them show how many programmes each would find."),
            "reset",
            self.tr("Reset the search"),
        )

    def show_no_entry(self) -> None:
        """No cooperation entry meets the search."""
        self._show(
            "/mIconInfo.svg",
            self.tr("No offer or need meets all criteria"),
            self.tr(
                "Programmes are also found by their own facts. An entry must itself meet all criteria of entries, such "
                "as topic and scope."
            ),
            "reset",
            self.tr("Reset the search"),
        )

    def show_error(self, error: ApiError) -> None:
        """Shows a failure, with advice."""
        advice = {
            ErrorKind.UNREACHABLE: self.tr("Check the address of the server and your network, then try again."),
            ErrorKind.TIME_OUT: self.tr("The server or the network is slow: try again in a moment."),
            ErrorKind.REFUSED: self.tr("Change the choice that the server names, or reset the search."),
            ErrorKind.LOGIN: self.tr("Then press “Test”; QGIS asks for them again."),
            ErrorKind.CERTIFICATE: self.tr("Press “Test” in the Server section: QGIS asks whether to trust it."),
            ErrorKind.SERVER_FAILED: self.tr("The server has a problem: try again in a moment."),
            ErrorKind.MALFORMED: self.tr("Try again; if the problem persists, contact the people who run the server."),
            ErrorKind.NOT_COOPERATION_ATLAS: self.tr("Check the address of the server."),
            ErrorKind.OTHER_VERSION: self.tr("Update the plugin, or choose another server."),
            ErrorKind.CANCELLED: self.tr("Press “Try again” to go on."),
        }[error.kind]
        elsewhere = error.kind in (
            ErrorKind.UNREACHABLE, ErrorKind.NOT_COOPERATION_ATLAS, ErrorKind.OTHER_VERSION, ErrorKind.LOGIN,
            ErrorKind.CERTIFICATE,
        )  # fmt: skip
        text = "\n".join(part for part in (error.detail, advice) if part)
        self._show("/mIconWarning.svg", error.message, text, "retry", self.tr("Try again"))
        if elsewhere:
            self._help = "connection"
            self.button.setText(self.tr("Show the connection"))

    def _show(
        self, icon: str, title: str, advice: str, help_: str = "", button: str = "", loading: bool = False
    ) -> None:
        self.picture.setVisible(bool(icon))
        if icon:
            self.picture.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(_ICON, _ICON))
        self.title.setText(title)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.progress.setVisible(loading)
        self._help = help_
        self.button.setText(button)
        self.button.setVisible(bool(help_))

"""In the dialogs of Processing: codes chosen from the lists of the server. In models and scripts they stay text."""

from __future__ import annotations

from typing import Any, Callable, List, Optional, Sequence

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsProcessingGui
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..api.answers import CodeList, FeaturePage
from ..api.cache import Cache
from ..api.call import Call
from ..api.client import Client
from ..api.criteria import NUTS_CODE, Criteria
from ..api.errors import ApiError
from ..api.replies import let_go
from ..processing.codes import codes
from ..settings import Settings, cache_folder
from .criteria.choice_box import ChoiceBox
from .criteria.choices import Choice, ChoiceModel
from .criteria.region_data import ask_tree, choices_of
from .lists import choices_of_list

_TYPES = {
    "ModelerParametersDialog": QgsProcessingGui.WidgetType.Modeler,
    "BatchAlgorithmDialog": QgsProcessingGui.WidgetType.Batch,
}


class CodesWrapper(QgsAbstractProcessingParameterWidgetWrapper):
    """Puts ``CodesEdit`` into a dialog (made by Processing from the parameter's metadata).

    :param criterion: name of the criterion
    """

    def __init__(
        self,
        parameter: QgsProcessingParameterDefinition,
        dialog: Any,
        _row: int = 0,
        _col: int = 0,
        criterion: str = "",
    ) -> None:
        kind = _TYPES.get(type(dialog).__name__, QgsProcessingGui.WidgetType.Standard)
        super().__init__(parameter, kind)
        self._criterion = criterion
        self._edit: Optional[CodesEdit] = None

    def createWidget(self) -> QWidget:  # noqa: D102, N802
        self._edit = CodesEdit(self._criterion, self.parameterDefinition().description())
        self._edit.changed.connect(lambda: self.widgetValueHasChanged.emit(self))
        return self._edit

    def createWrappedWidget(self, context: QgsProcessingContext) -> QWidget:  # noqa: D102, N802
        # The way through C++ would hand out the widget as a new object, and leave this one without its half there.
        widget = self.createWidget()
        self.setWidgetValue(self.parameterDefinition().defaultValue(), context)
        return widget

    def wrappedWidget(self) -> Optional[QWidget]:  # noqa: D102, N802
        # Without a widget, Processing's dialog leaves the parameter out.
        return self._edit

    def setWidgetValue(self, value: Any, _context: QgsProcessingContext) -> None:  # noqa: D102, N802
        if self._edit is not None:
            self._edit.text.setText("" if value is None else str(value))

    def widgetValue(self) -> str:  # noqa: D102, N802
        return self._edit.text.text() if self._edit is not None else ""


class CodesEdit(QWidget):
    """The codes chosen, and a button that opens the list."""

    changed = pyqtSignal()

    def __init__(self, criterion: str, title: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._criterion, self._title = criterion, title
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("All"))
        self.text.setClearButtonEnabled(True)
        self.text.setAccessibleName(title)
        self.text.textChanged.connect(lambda _text: self.changed.emit())
        self.button = QToolButton(self)
        self.button.setText("…")
        self.button.setToolTip(self.tr("Choose from the list"))
        self.button.setAccessibleName(self.tr("Choose from the list"))
        self.button.clicked.connect(lambda _checked=False: self.choose())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.button)

    def choose(self) -> CodesDialog:
        """Opens the list."""
        dialog = CodesDialog(self._criterion, self._title, codes(self.text.text()), self)
        dialog.accepted.connect(lambda: self.text.setText(", ".join(dialog.model.chosen())))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()
        return dialog


class CodesDialog(QDialog):
    """The list, as soon as it has come."""

    def __init__(self, criterion: str, title: str, chosen: Sequence[str], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._chosen = list(chosen)
        self.model = ChoiceModel(self, show_codes=True)
        self.box = ChoiceBox(self.model, title, rows=14, parent=self)
        self.note = QLabel(self.tr("Asking the server…"), self)
        self.note.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, Qt.Orientation.Horizontal, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.box)
        layout.addWidget(self.note)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.resize(420, 380)
        settings = Settings()
        self._client = Client(settings.url, settings.authcfg, Cache(cache_folder()))
        self._follow(self._client.criteria(), lambda criteria: self._described(criteria, criterion))
        self.finished.connect(self._end)

    def _end(self, _result: int) -> None:
        self._client.close()
        let_go(self._client)

    def _follow(self, call: Call, then: Callable[[Any], None]) -> None:
        call.finished.connect(then)
        call.failed.connect(self._failed)

    def _described(self, criteria: Criteria, name: str) -> None:
        described = criteria[name]
        if described.match == NUTS_CODE:
            self._follow(ask_tree(self._client), self._regions)
        elif described.codelist:
            self._follow(self._client.codelist(described.codelist), self._codes)
        else:
            self.note.setText(self.tr("The server has no list for this: type the values."))

    def _codes(self, codelist: CodeList) -> None:
        self._show(choices_of_list(codelist))

    def _regions(self, page: FeaturePage) -> None:
        self._show(choices_of(page.features))

    def _show(self, choices: List[Choice]) -> None:
        self.model.set_choices(choices)
        known = set(self.model.codes())
        self.model.set_chosen([code for code in self._chosen if code in known])
        unknown = [code for code in self._chosen if code not in known]
        text = self.tr("Not in the list, and left out: {codes}").format(codes=", ".join(unknown))
        self.note.setText(text if unknown else "")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(True)

    def _failed(self, error: ApiError) -> None:
        self.note.setText(error.text)

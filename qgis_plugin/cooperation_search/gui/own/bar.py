"""The line "I work for …" above the criteria, with what follows from it: abroad only, and across the border."""

from __future__ import annotations

from typing import Callable, Optional, Sequence, Tuple

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...api.answers import Feature, FeaturePage
from ...api.criteria import COUNTRY, NUTS
from ...api.errors import ApiError
from ...api.search import NEIGHBOURS, PROGRAMMES, VERSIONS, Search
from ...context import Context
from ...own import Own
from ..criteria.choices import Choice
from .dialog import OwnDialog

#: The criterion that leaves countries out.
EXCLUDE = "exclude_country"


class _Chooser(QToolButton):
    """A button that is cut off rather than making the panel wider."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(80, super().minimumSizeHint().height())


class OwnBar(QWidget):
    """Whom the user works for, and two switches for the search.

    :param current: gives the search that is being put together
    """

    #: The user works for another programme or country now: ``Own``.
    changed = pyqtSignal(object)
    #: The search is to be this one.
    search_wanted = pyqtSignal(object)
    #: A sentence for the user.
    said = pyqtSignal(str)

    def __init__(self, context: Context, current: Callable[[], Search], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._current = current
        self._countries: Sequence[Choice] = ()
        self._title = ""
        #: The areas on the other side of the border that were put into the search.
        self._across: Tuple[str, ...] = ()
        self.own = Own.read(context.settings)
        self.dialog: Optional[OwnDialog] = None
        self.button = _Chooser(self)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(lambda _checked=False: self.ask())
        self.abroad = self._switch(
            self.tr("Abroad only"), self.tr("Leave out the programmes of your own country: partners are sought abroad")
        )
        self.abroad.clicked.connect(self._on_abroad)
        self.border = self._switch(
            self.tr("Across the border"),
            self.tr(
                "Programmes of the areas on the other side of your borders: NUTS III areas abroad that share a border "
                "with yours, or face them across at most 150 km of sea"
            ),
        )
        self.border.clicked.connect(self._on_border)
        line = QHBoxLayout()
        line.setSpacing(2)
        for switch in (self.abroad, self.border):
            line.addWidget(switch)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.button)
        layout.addLayout(line)
        QgsProject.instance().readProject.connect(self._on_project)
        QgsProject.instance().cleared.connect(self._on_project)
        self._show()

    def stop(self) -> None:
        """Lets go of the project."""
        QgsProject.instance().readProject.disconnect(self._on_project)
        QgsProject.instance().cleared.disconnect(self._on_project)
        if self.dialog is not None:
            self.dialog.reject()

    def set_countries(self, countries: Sequence[Choice]) -> None:
        """Takes the names of countries; they are there once the server has answered."""
        self._countries = countries
        self._ask_title()
        self._show()

    def set_search(self, search: Search) -> None:
        """Shows which of the switches the search is in line with."""
        self.abroad.setChecked(bool(self.own.country) and self.own.country in search.values(EXCLUDE))
        self.border.setChecked(bool(self._across) and search.values(NUTS) == self._across)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102, N802
        super().showEvent(event)
        self._ask_title()

    def ask(self) -> None:
        """Opens the dialog."""
        dialog = OwnDialog(self._context, self._countries, self.own, self.window())
        dialog.chosen.connect(self.work_for)
        dialog.finished.connect(lambda _result: self._closed(dialog))
        self.dialog = dialog
        dialog.open()

    def work_for(self, own: Own) -> None:
        """Keeps whom the user works for. A search that left out the country before now leaves out the new one."""
        before, search = self.own, self._current()
        self._context.settings.work_for(own.programme, own.country)
        self._take(own)
        wanted = search
        if before.country and before.country in search.values(EXCLUDE):
            others = [code for code in search.values(EXCLUDE) if code != before.country]
            wanted = wanted.with_values(**{EXCLUDE: [*others, *filter(None, [own.country])]})
        if self._across and search.values(NUTS) == self._across:
            wanted = wanted.with_values(**{NUTS: ()})
        self._across = ()
        if wanted != search:
            self.search_wanted.emit(wanted)
        self.set_search(wanted)

    def _closed(self, dialog: OwnDialog) -> None:
        self.dialog = None
        dialog.deleteLater()

    def _on_project(self, *_what: object) -> None:
        own = Own.read(self._context.settings)
        if own != self.own:
            self._across = ()
            self._take(own)

    def _take(self, own: Own) -> None:
        self.own, self._title = own, ""
        self._show()
        self._ask_title()
        self.changed.emit(own)
        self._context.own_changed.emit(own)
        self.set_search(self._current())

    def _ask_title(self) -> None:
        # A closed panel asks for nothing, and an open one first for its lists: a server may want a password.
        if self.isVisible() and self._countries and self.own.programme and not self._title:
            call = self._context.client.feature(PROGRAMMES, self.own.programme, slot="own programme")
            call.finished.connect(self._got_title)

    def _got_title(self, programme: Feature) -> None:
        if programme.id == self.own.programme:
            self._title = programme.text("title")
            self._show()

    def _show(self) -> None:
        countries = {country.code: country.label for country in self._countries}
        name = self._title or self.own.programme or countries.get(self.own.country, self.own.country)
        text = self.tr("I work for: {name}").format(name=name) if self.own else self.tr("I work for …")
        self.button.setText(text)
        hint = self.tr("Your programme or country: its entries are marked, and partners are sought abroad")
        self.button.setToolTip(f"{text}\n{hint}")
        for switch in (self.abroad, self.border):
            switch.setVisible(bool(self.own))

    def _switch(self, text: str, hint: str) -> QToolButton:
        switch = QToolButton(self)
        switch.setText(text)
        switch.setToolTip(hint)
        switch.setCheckable(True)
        switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return switch

    def _on_abroad(self, checked: bool) -> None:
        search = self._current()
        others = [code for code in search.values(EXCLUDE) if code != self.own.country]
        self.search_wanted.emit(search.with_values(**{EXCLUDE: [*others, self.own.country] if checked else others}))

    def _on_border(self, checked: bool) -> None:
        search = self._current()
        if not checked:
            self._across = ()
            self.search_wanted.emit(search.with_values(**{NUTS: ()}))
            return
        if not self.own.programme:
            self._ask_neighbours({COUNTRY: self.own.country})
            return
        call = self._context.client.feature(PROGRAMMES, self.own.programme, slot="own border")
        call.finished.connect(lambda programme: self._ask_neighbours({NUTS: ",".join(programme.values("nuts_codes"))}))
        call.failed.connect(self._no_neighbours)

    def _ask_neighbours(self, place: dict) -> None:
        params = {
            **place,
            "across_border": "true",
            "nuts_version": VERSIONS[self._current().areas_collection()],
            "properties": "nuts_code_a,nuts_code_b,country_a,country_b",
        }
        call = self._context.client.features(NEIGHBOURS, None, params, slot="own border")
        call.finished.connect(self._got_neighbours)
        call.failed.connect(self._no_neighbours)

    def _got_neighbours(self, page: FeaturePage) -> None:
        abroad = {
            pair.text(f"nuts_code_{side}")
            for pair in page.features
            for side in "ab"
            if pair.text(f"country_{side}") != self.own.country
        }
        search = self._current()
        if not abroad:
            self.border.setChecked(False)
            self.said.emit(self.tr("No area abroad shares a border with yours, or lies within 150 km of sea."))
            return
        self._across = tuple(sorted(abroad))
        self.search_wanted.emit(search.with_values(**{NUTS: self._across}))

    def _no_neighbours(self, error: ApiError) -> None:
        self.border.setChecked(False)
        self.said.emit(error.text)

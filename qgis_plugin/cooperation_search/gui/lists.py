"""The criteria and code lists of the current server, in the user's language."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional, Set

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api.answers import CodeList
from ..api.call import Call
from ..api.criteria import COUNTRY, NUTS_CODE, PERIOD, SCOPE, TOPIC, Criteria
from ..api.errors import ApiError
from ..api.presentation import Presentation, usual
from ..api.resources import places, schema
from ..api.search import COOPERATION, NUTS3, PROGRAMMES
from ..api.wording import Wording
from ..context import Context
from ..settings import language
from .criteria.choices import Choice

#: Code lists of the criteria with a section of their own, by name.
BY_NAME = {COUNTRY: "countries", TOPIC: "topics", SCOPE: "scopes", PERIOD: "periods"}
#: Collections whose features the panel shows, in its lists or on the map.
_SHOWN = (PROGRAMMES, COOPERATION, NUTS3)


class Lists(QObject):
    """Asks the current server for its criteria and code lists, and for how it shows programmes; has words for them."""

    #: The criteria have come, or other ones: ``Criteria``.
    described = pyqtSignal(object)
    #: How programmes are shown has come, or otherwise than before: ``Presentation``.
    presented = pyqtSignal(object)
    #: The same for cooperation entries.
    entries_presented = pyqtSignal(object)
    #: All lists have come.
    ready = pyqtSignal()
    #: The criteria or a list did not come: an ``ApiError``.
    failed = pyqtSignal(object)

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._missing: Set[str] = set()
        self._waiting: Set[str] = set()
        self._criteria = Criteria()
        #: How the server shows the features of a collection, by its id.
        self.presentations: Dict[str, Presentation] = {}
        #: Where the lists of programmes can be filled, by their codes.
        self.places: Dict[str, str] = {}
        self._lists: Dict[str, CodeList] = {}
        #: Titles of criteria and labels of codes, as far as they are here.
        self.wording = PanelWording(self._lists)

    def load(self) -> None:
        """Fetches everything again; what is here stays until the new ones arrive."""
        self._missing = set()
        self._waiting = {"criteria", *_SHOWN}
        client = self._context.client
        self._follow(client.criteria(slot="criteria"), self._take_criteria)
        for collection in _SHOWN:
            call = client.get(schema(collection), slot=f"schema {collection}")
            self._follow(call, lambda document, id_=collection: self._take_schema(id_, document))
        # An earlier server does not have it, which is no failure.
        self.places = {}
        client.get(places(), slot="places").finished.connect(self._take_places)

    def properties(self) -> Set[str]:
        """Names of the properties of programmes and areas, as far as they are known."""
        return {name for id_ in (PROGRAMMES, NUTS3) for name in self.presentations.get(id_, usual()).properties}

    def choices(self) -> Dict[str, List[Choice]]:
        """The lists as choices, by id."""
        return {id_: choices_of_list(codelist) for id_, codelist in self._lists.items()}

    def parent(self, list_id: str, code: str) -> str:
        """The code above a code; empty where there is none, or where it is not known."""
        item = self._lists[list_id].by_code.get(code) if list_id in self._lists else None
        return (item.parent or "") if item else ""

    def top(self, list_id: str) -> List[str]:
        """The codes at the top of a list; none where it is not here."""
        codelist = self._lists.get(list_id)
        return [item.code for item in codelist.children(None)] if codelist else []

    def _follow(self, call: Call, take: Callable[[object], None]) -> None:
        call.finished.connect(take)
        call.failed.connect(self.failed)

    def _take_criteria(self, criteria: Criteria) -> None:
        self._criteria = self.wording.criteria = criteria
        self.described.emit(criteria)
        self._came("criteria")

    def _take_schema(self, collection: str, document: Any) -> None:
        try:
            self.presentations[collection] = Presentation.read(document)
        except ApiError as error:
            self.failed.emit(error)
            return
        if collection == PROGRAMMES:
            self.presented.emit(self.presentations[collection])
        elif collection == COOPERATION:
            self.entries_presented.emit(self.presentations[collection])
        self._came(collection)

    def _take_places(self, found: Dict[str, str]) -> None:
        self.places = found

    def _came(self, what: str) -> None:
        """Fetches the code lists once it is known which there are."""
        self._waiting.discard(what)
        if self._waiting or self._missing:
            return
        of_criteria = self._criteria.codelists(each.name for each in self._criteria)
        shown = (id_ for each in self.presentations.values() for id_ in each.codelists())
        self._missing = {*BY_NAME.values(), *of_criteria, *shown}
        for id_ in sorted(self._missing):
            self._follow(self._context.client.codelist(id_, slot=f"codelist {id_}"), self._take)

    def _take(self, answer: CodeList) -> None:
        self._lists[answer.id] = answer
        self._missing.discard(answer.id)
        if not self._missing:
            self.ready.emit()


class PanelWording(Wording):
    """Words for searches in the panel, which has the names of regions in its tree."""

    def __init__(self, codelists: Dict[str, CodeList]) -> None:
        super().__init__(None, codelists, language())
        #: Gives the name of a NUTS region.
        self.region: Callable[[str], str] = str

    def label(self, name: str, code: str) -> str:
        """The label of a value of a criterion, or the value itself where it has none."""
        return self.region(code) if self.criteria[name].match == NUTS_CODE else super().label(name, code)


def choices_of_list(codelist: CodeList) -> List[Choice]:
    """The codes of a list as choices, in its order."""
    return [Choice(c.code, c.text(language()), c.parent, c.definition, c.also_called) for c in codelist.items]

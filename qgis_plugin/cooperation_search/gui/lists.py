"""The server's code lists, in the person's language."""

from typing import Dict, List, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api.answers import Code, CodeList
from ..context import Context
from ..settings import language
from .criteria.choices import Choice

#: Lists that the panel shows.
WANTED = (
    "countries", "topics", "scopes", "periods", "funds", "kinds", "strategies", "statuses",
    "objectives", "levels", "modes", "partner_types", "categories_of_region", "area_bases",
)  # fmt: skip


class Lists(QObject):
    """Asks for the code lists of the current server and answers with words for codes."""

    #: All lists have come.
    ready = pyqtSignal()
    #: A list did not come: an `ApiError`.
    failed = pyqtSignal(object)

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context = context
        self._codes: Dict[str, Dict[str, Code]] = {}
        self._raw: Dict[str, CodeList] = {}

    def load(self) -> None:
        """Asks for all lists again; those that are here stay until the new ones come."""
        self._raw = {}
        for id_ in WANTED:
            call = self._context.client.codelist(id_, slot=f"codelist {id_}")
            call.finished.connect(self._take)
            call.failed.connect(self.failed)

    def label(self, list_id: str, code: str) -> str:
        """The words for a code, or the code itself where they are not known."""
        item = self._codes.get(list_id, {}).get(code)
        return item.text(language()) if item else code

    def parent(self, list_id: str, code: str) -> str:
        """The code above a code; empty where there is none, or where it is not known."""
        item = self._codes.get(list_id, {}).get(code)
        return (item.parent or "") if item else ""

    def choices(self) -> Dict[str, List[Choice]]:
        """The lists as choices, by id."""
        return {
            id_: [Choice(c.code, c.text(language()), c.parent, c.definition) for c in codes.values()]
            for id_, codes in self._codes.items()
        }

    def raw(self) -> Dict[str, CodeList]:
        """The lists as they came, by id."""
        return dict(self._raw)

    def _take(self, answer: CodeList) -> None:
        self._raw[answer.id] = answer
        self._codes[answer.id] = answer.by_code()
        if len(self._raw) == len(WANTED):
            self.ready.emit()

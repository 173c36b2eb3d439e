"""Words for the codes in a layer: the server's schema says which code list a column's codes are from."""

from __future__ import annotations

from collections import Counter
from typing import Any, Dict, List, Mapping, Tuple

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...api import resources
from ...api.answers import CodeList
from ...api.call import Call
from ...api.client import Client

_LIST = "x-ogc-codelistId"


class Words:
    """The code lists of the columns of a collection.

    :param columns: name of a column → id of its code list
    """

    def __init__(self, columns: Mapping[str, str], lists: Mapping[str, CodeList]) -> None:
        self._labels = {column: lists[list_id].by_code for column, list_id in columns.items() if list_id in lists}
        self._lists = lists

    def has(self, column: str) -> bool:
        """Whether the values of a column are codes with labels."""
        return column in self._labels

    def label(self, column: str, code: str, language: str) -> str:
        """The label of a code in a language, else in English, else the code."""
        item = self._labels.get(column, {}).get(code)
        return item.text(language) if item else code

    def languages(self) -> Tuple[str, ...]:
        """Languages in which most codes of all lists have labels, English first; none without lists."""
        codes = [item for each in self._lists.values() for item in each.items]
        counts = Counter(name for item in codes for name in item.labels)
        languages = {name for name, count in counts.items() if 2 * count > len(codes)}
        return tuple(sorted({"en", *languages}, key=lambda name: (name != "en", name))) if codes else ()


class WordsRequest(QObject):
    """Asks for the words of a collection. Emits ``came`` once; without the server they are those it sent before."""

    #: The ``Words``; without those that could not be fetched.
    came = pyqtSignal(object)

    def __init__(self, client: Client, collection: str, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._columns: Dict[str, str] = {}
        self._lists: Dict[str, CodeList] = {}
        self._calls: List[Call] = []
        self._follow(client.get(resources.schema(collection)), self._schema)

    def _schema(self, document: Any) -> None:
        self._columns = code_columns(document)
        for list_id in sorted(set(self._columns.values())):
            self._follow(self._client.codelist(list_id), self._list)

    def _list(self, answer: CodeList) -> None:
        self._lists[answer.id] = answer

    def _follow(self, call: Call, then: Any) -> None:
        self._calls.append(call)
        call.finished.connect(then)
        call.ended.connect(lambda: self._ended(call))

    def _ended(self, call: Call) -> None:
        self._calls = [each for each in self._calls if each is not call]
        if not self._calls:
            self.came.emit(Words(self._columns, self._lists))
            self.deleteLater()


def code_columns(schema: Any) -> Dict[str, str]:
    """Columns with codes, and the ids of their code lists; none where the schema is damaged."""
    try:
        return {name: str(each[_LIST]) for name, each in schema["properties"].items() if _LIST in each}
    except (KeyError, TypeError, AttributeError):
        return {}

"""The rows of a layer as they are written: lists as text, codes or their labels, and where the rows come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple

from qgis.core import NULL, QgsFeature, QgsField, QgsFields, QgsGeometry

from ...api.texts import tr
from ..fields import SEPARATOR, TEXT, field_type, is_list, split
from ..origin import Origin
from .words import Words

#: End of the names of columns in which the server has put words for the codes of another column.
_TWIN = "_text"


@dataclass(frozen=True)
class Cells:
    """A table.

    :param fields: names and types of the columns
    :param heads: the columns in words
    """

    fields: QgsFields
    heads: Tuple[str, ...]
    rows: List[List[Any]]
    geometries: List[QgsGeometry]


class Source:
    """The columns of a layer and their values.

    :param fields: of the layer
    :param origin: where the layer comes from
    """

    def __init__(self, fields: QgsFields, origin: Optional[Origin], words: Words) -> None:
        self._words = words
        self._kept = [i for i, field in enumerate(fields) if field.name() != "fid"]
        self._fields = fields
        extra = {
            "edition": origin.edition if origin else "",
            "attribution": origin.attribution if origin else "",
            "search_url": origin.url if origin else "",
        }
        self._extra = {name: value for name, value in extra.items() if fields.lookupField(name) < 0}

    def cells(self, features: List[QgsFeature], language: str) -> Cells:
        """The table in codes, or with labels in a language."""
        kept = [i for i in self._kept if not (language and self._is_twin(i))]
        made = QgsFields()
        for i in kept:
            made.append(self._written(self._fields.at(i)))
        for name in self._extra:
            made.append(QgsField(name, field_type(TEXT)))
        extra = {
            "edition": tr("Export", "Edition"),
            "attribution": tr("Export", "Attribution"),
            "search_url": tr("Export", "Search"),
        }
        heads = unique([*(self._fields.at(i).displayName() for i in kept), *(extra[name] for name in self._extra)])
        names = [self._fields.at(i).name() for i in kept]
        rows = []
        for feature in features:
            attributes = feature.attributes()
            values = [self._value(names[at], attributes[i], language) for at, i in enumerate(kept)]
            rows.append([*values, *self._extra.values()])
        return Cells(made, tuple(heads), rows, [feature.geometry() for feature in features])

    def _is_twin(self, index: int) -> bool:
        name = self._fields.at(index).name()
        return name.endswith(_TWIN) and self._words.has(name[: -len(_TWIN)])

    def _written(self, field: QgsField) -> QgsField:
        if not is_list(field):
            return QgsField(field)
        made = QgsField(field.name(), field_type(TEXT))
        made.setAlias(field.alias())
        return made

    def _value(self, column: str, value: Any, language: str) -> Any:
        if value is None or value == NULL:
            return None
        if isinstance(value, (list, tuple)):
            value = SEPARATOR.join(map(str, value))
        if not language or not self._words.has(column):
            return value
        return SEPARATOR.join(self._words.label(column, code, language) for code in split(value))


def unique(heads: List[str]) -> List[str]:
    """Heads of which no two are the same, whatever their case."""
    seen: Dict[str, int] = {}
    made = []
    for head in heads:
        count = seen[head.lower()] = seen.get(head.lower(), 0) + 1
        made.append(head if count == 1 else f"{head} ({count})")
    return made

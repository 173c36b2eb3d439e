"""Fields of a layer, made explicitly from the server's JSON schema: QGIS's own guess loses types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, List, Tuple

from qgis.core import Qgis, QgsField, QgsFields
from qgis.PyQt.QtCore import QDate, QMetaType, Qt

from ..api.reading import Reader, malformed

#: Between the values of a list in a text field.
SEPARATOR = "; "
#: Name of the field with the id of the feature on the server.
ID = "id"
#: Name of the field that says of an entry whether it is made up.
SAMPLE = "sample"

TEXT, WHOLE, REAL, FLAG, DAY, LIST = "text", "whole", "real", "flag", "day", "list"
_BY_JSON_TYPE = {"string": TEXT, "integer": WHOLE, "number": REAL, "boolean": FLAG, "array": LIST}
_PLAIN = {TEXT: str, FLAG: bool, WHOLE: int, REAL: float, LIST: None, DAY: None}
#: Kind → (name of the type in QMetaType, in QVariant).
_TYPES = {
    TEXT: ("QString", "String"),
    WHOLE: ("LongLong", "LongLong"),
    REAL: ("Double", "Double"),
    FLAG: ("Bool", "Bool"),
    DAY: ("QDate", "Date"),
    LIST: ("QString", "String"),
}


@dataclass(frozen=True)
class Column:
    """One property of the features.

    :param kind: one of ``TEXT`` … ``LIST``; lists become text, joined by ``SEPARATOR``, because few file formats know
        lists
    :param title: shown as the alias of the field
    """

    name: str
    kind: str
    title: str = ""
    description: str = ""

    def value(self, given: Any) -> Any:
        """A JSON value as the value of an attribute.

        :raises ApiError: (malformed) where the type is not that of the schema
        """
        # The usual cases first: this runs for every value of every record.
        if given is None or type(given) is _PLAIN[self.kind]:
            return given
        if self.kind == LIST and isinstance(given, list):
            return SEPARATOR.join(map(str, given))
        if self.kind == DAY and isinstance(given, str):
            day = _day(given[:10])
            if day.isValid():
                return day
        if self.kind == REAL and type(given) is int:
            return float(given)
        raise malformed(f"{self.name}: {str(given)[:80]!r} ({self.kind})")


@lru_cache(maxsize=1000)
def _day(text: str) -> QDate:
    return QDate.fromString(text, Qt.DateFormat.ISODate)


def columns(schema: Any) -> Tuple[Column, ...]:
    """The columns of a collection from its ``/schema``, without geometry; the id of the feature comes first.

    :raises ApiError: (malformed)
    """
    properties = Reader(schema, "schema").reader("properties")
    columns_: List[Column] = []
    for name in properties.values:
        each = properties.reader(name)
        form = each.optional("format") or ""
        if form.startswith("geometry") or "$ref" in each.values:
            continue
        kind = DAY if form == "date" else _BY_JSON_TYPE.get(_json_type(each.values.get("type")), "")
        if not kind:
            raise malformed(f"schema.properties.{name}.type")
        columns_.append(Column(name, kind, each.optional("title") or "", each.optional("description") or ""))
    if not any(column.name == ID for column in columns_):
        columns_.insert(0, Column(ID, TEXT))
    return tuple(columns_)


def qgs_fields(columns_: Tuple[Column, ...]) -> QgsFields:
    """The columns as fields of a layer."""
    made = QgsFields()
    for column in columns_:
        field = QgsField(column.name, field_type(column.kind))
        field.setAlias(column.title)
        field.setComment(column.description)
        made.append(field)
    return made


def field_type(kind: str) -> Any:
    """QGIS's type for a kind: QMetaType from 3.38 on, QVariant before."""
    return _type(*_TYPES[kind])


def is_list(field: QgsField) -> bool:
    """Whether the values are lists. The type's name does not tell: the provider of 3.44 leaves it empty."""
    return field.type() in (_type("QVariantList", "List"), _type("QStringList", "StringList"))


def _type(new: str, old: str) -> Any:
    if Qgis.QGIS_VERSION_INT >= 33800:
        return getattr(QMetaType.Type, new)
    from qgis.PyQt.QtCore import QVariant

    return getattr(QVariant.Type, old)


def split(value: Any) -> Tuple[str, ...]:
    """The values of a list column as it stands in a layer."""
    return tuple(v for v in str(value).split(SEPARATOR) if v) if value else ()


def _json_type(value: Any) -> str:
    """The type of a property; of ``["string", "null"]`` the one that is not null."""
    if isinstance(value, list):
        named = [v for v in value if v != "null"]
        return str(named[0]) if len(named) == 1 else ""
    return str(value)

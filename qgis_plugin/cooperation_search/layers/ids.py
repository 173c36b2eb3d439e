"""The column that identifies a record, and the expression for a set of records."""

from __future__ import annotations

from typing import List

from qgis.core import QgsExpression

from ..api.criteria import COUNTRY, NUTS
from ..api.search import VERSIONS, Search
from .fetch import Fetched
from .fields import ID


def id_column(names: List[str]) -> str:
    """The name of the column that identifies a record.

    The server's own names come first: QGIS passes filters on to the server for its queryables only, and ``id`` is none.
    """
    return next(n for n in ("cci", "nuts_code", ID, names[0]) if n in names)


def ids_filter(names: List[str], values: List[str]) -> str:
    """An expression that holds for the features with these ids, and for no other.

    :param names: the fields of the live layer: QGIS 3.44 has those of the schema, and the feature's ``id`` is not
        among them where another property identifies it
    """
    column = QgsExpression.quotedColumnRef(id_column(names))
    listed = ", ".join(QgsExpression.quotedValue(id_) for id_ in values)
    # Nothing found: a filter that no feature meets.
    return f"{column} IN ({listed})" if values else f"{column} = ''"


def neighbours_filter(search: Search) -> str:
    """An expression for the lines of a search: by their properties, since thousands of ids are no address."""
    parts = [f"\"nuts_version\" = '{VERSIONS[search.areas_collection()]}'", '"across_border" = true']
    places = []
    if search.values(COUNTRY):
        listed = ", ".join(QgsExpression.quotedString(code) for code in search.values(COUNTRY))
        places.append([f'"country_{side}" IN ({listed})' for side in "ab"])
    if search.values(NUTS):
        likes = [(side, QgsExpression.quotedString(f"{code}%")) for code in search.values(NUTS) for side in "ab"]
        places.append([f'"nuts_code_{side}" LIKE {pattern}' for side, pattern in likes])
    return " AND ".join([*parts, *(f"({' OR '.join(each)})" for each in places)])


def ids(fetched: Fetched) -> List[str]:
    """The ids of the features fetched."""
    names = [c.name for c in fetched.columns]
    index = names.index(id_column(names))
    return [str(f.attribute(index)) for f in fetched.features()]

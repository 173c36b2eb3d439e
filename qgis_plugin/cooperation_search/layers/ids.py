"""The column that identifies a record, and the expression for a set of records."""

from __future__ import annotations

from typing import List

from qgis.core import Qgis, QgsExpression

from ..api.criteria import COUNTRY, NUTS
from ..api.search import VERSIONS, Search
from .fetch import Fetched
from .fields import ID, SAMPLE

#: Number of areas up to which a filter names them.
_FEW = 400


def id_column(names: List[str]) -> str:
    """The name of the column that identifies a record.

    The server's own names come first: QGIS passes filters on to the server for its queryables only, and ``id`` is none.
    Entries have an id of their own beside that of their programme.
    """
    if SAMPLE in names:
        return ID
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


def keep_lines_at(lines: Fetched, areas: List[str]) -> None:
    """Drops the lines between neighbours that begin and end outside of the areas found.

    :param areas: NUTS codes
    """
    found = set(areas)
    lines.keep(lambda feature: any(feature[f"nuts_code_{side}"] in found for side in "ab"))


def neighbours_filter(search: Search, areas: List[str]) -> str:
    """An expression for the lines of a search.

    :param areas: NUTS codes of the areas found. So many of them that no address can hold them twice are left out: then
        the lines are those in the countries and regions of the search
    """
    places = []
    few = len(areas) <= _FEW
    if few:
        listed = ", ".join(map(QgsExpression.quotedString, areas)) or "''"
        places.append([f'"nuts_code_{side}" IN ({listed})' for side in "ab"])
    if not few and search.values(COUNTRY):
        listed = ", ".join(map(QgsExpression.quotedString, search.values(COUNTRY)))
        places.append([f'"country_{side}" IN ({listed})' for side in "ab"])
    if not few and search.values(NUTS):
        likes = [(side, QgsExpression.quotedString(f"{code}%")) for code in search.values(NUTS) for side in "ab"]
        places.append([f'"nuts_code_{side}" LIKE {pattern}' for side, pattern in likes])
    # Older versions take a boolean of the server for a number when they compare it, and lose lines. Two properties they
    # compare right, but themselves; newer ones leave the boolean to the server.
    abroad = '"across_border" = true' if Qgis.QGIS_VERSION_INT >= 34000 else '"country_a" <> "country_b"'
    parts = [f"\"nuts_version\" = '{VERSIONS[search.areas_collection()]}'", abroad]
    return " AND ".join([*parts, *(f"({' OR '.join(each)})" for each in places)])


def ids(fetched: Fetched) -> List[str]:
    """The ids of the features fetched."""
    names = [c.name for c in fetched.columns]
    index = names.index(id_column(names))
    return [str(f.attribute(index)) for f in fetched.features()]

"""The column that identifies a record, and the expression for a set of records."""

from __future__ import annotations

from typing import List

from qgis.core import QgsExpression

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


def ids(fetched: Fetched) -> List[str]:
    """The ids of the features fetched."""
    names = [c.name for c in fetched.columns]
    index = names.index(id_column(names))
    return [str(f.attribute(index)) for f in fetched.features()]

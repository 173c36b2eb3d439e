"""The values that a layer holds, without asking a server for all of its features."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Set

from qgis.core import QgsFeature, QgsVectorLayer

from ..matching import COMPUTED, NEEDS, NUMBER, OFFERS, WHOLE_NUMBER

_KEY = "cooperation_search/present"
#: Columns by whose values styles make classes.
_COLUMNS = (
    NUMBER, WHOLE_NUMBER, "country", "category_of_region", "category_of_region_basis", "interreg_projects",
    "topics_basis", "scopes_basis", "counts_basis", "n_offers", "n_needs", OFFERS, NEEDS,
)  # fmt: skip


def keep(layer: QgsVectorLayer, names: List[str], features: List[QgsFeature]) -> None:
    """Notes in a live layer which values the features found have.

    :param names: columns of the features, in order
    """
    by_column: Dict[str, List[Any]] = {}
    for name in _COLUMNS:
        if name in names:
            index = names.index(name)
            by_column[name] = sorted({v for v in (f.attribute(index) for f in features) if isinstance(v, (int, str))})
    layer.setCustomProperty(_KEY, json.dumps(by_column))


def values(layer: QgsVectorLayer, name: str) -> Set[Any]:
    """The different values of a column, without those that are absent."""
    index = layer.fields().lookupField(name)
    if index < 0:
        return set()
    kept = layer.customProperty(_KEY)
    if isinstance(kept, str) and layer.providerType() == "OAPIF":
        by_column = json.loads(kept)
        fetched = name[len(COMPUTED) :] if name.startswith(COMPUTED) else name
        if fetched in by_column:
            return set(by_column[fetched])
    return {v for v in layer.uniqueValues(index) if isinstance(v, (int, float, str))}

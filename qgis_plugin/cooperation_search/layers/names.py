"""Names of layers in the layer tree."""

from __future__ import annotations

from ..api.search import COOPERATION, NEIGHBOURS, PROGRAMMES
from ..api.texts import tr


def layer_name(collection: str, with_samples: bool, period: str = "") -> str:
    """Name of a layer in the tree, marked where records are based on samples.

    :param period: of the records, where the search is over several; areas say by their NUTS version which it is
    """
    names = {
        PROGRAMMES: tr("Layers", "Programmes"),
        "nuts3": tr("Layers", "NUTS III areas (NUTS 2021)"),
        "nuts3-2016": tr("Layers", "NUTS III areas (NUTS 2016)"),
        NEIGHBOURS: tr("Layers", "Neighbours across borders"),
        COOPERATION: tr("Layers", "Offers and needs"),
    }
    name = names.get(collection, collection)
    if period and collection in (PROGRAMMES, COOPERATION, NEIGHBOURS):
        name = f"{name} {period}"
    return tr("Layers", "{} (with sample entries)").format(name) if with_samples else name

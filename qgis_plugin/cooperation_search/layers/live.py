"""Live layers: QGIS's own OGC API - Features provider on the same server, filtered to what the search found."""

from __future__ import annotations

from typing import List

from qgis.core import QgsDataSourceUri, QgsExpression, QgsVectorLayer

from ..api.search import Search
from ..context import Context
from .changes import id_column
from .fetch import Fetched
from .sink import CRS, SinkError, describe_fields


def live_layer(context: Context, collection: str, name: str, fetched: Fetched, search: Search) -> QgsVectorLayer:
    """A layer of QGIS's OAPIF provider.

    QGIS passes expressions on, not the server's own search parameters; so the ids that the search found are the
    filter. A search for everything needs none, and follows the server as it changes.

    :raises SinkError: where QGIS cannot open the collection
    """
    uri = QgsDataSourceUri()
    uri.setParam("url", context.client.url)
    uri.setParam("typename", collection)
    uri.setParam("srsname", CRS)
    uri.setParam("pagingEnabled", "default")
    if context.client.authcfg:
        uri.setAuthConfigId(context.client.authcfg)
    layer = QgsVectorLayer(uri.uri(False), name, "OAPIF")
    if not layer.isValid():
        raise SinkError(layer.dataProvider().error().summary() if layer.dataProvider() else context.client.url)
    if not search.is_empty() and not layer.setSubsetString(ids_filter(fetched)):
        raise SinkError(layer.subsetString())
    return describe_fields(layer, fetched)


def ids_filter(fetched: Fetched) -> str:
    """An expression that holds for the features fetched, and for no other."""
    names: List[str] = [c.name for c in fetched.columns]
    id_name = id_column(names)
    index = names.index(id_name)
    values = [QgsExpression.quotedValue(str(f.attribute(index))) for f in fetched.features()]
    column = QgsExpression.quotedColumnRef(id_name)
    # Nothing found: a filter that no feature meets.
    return f"{column} IN ({', '.join(values)})" if values else f"{column} = ''"

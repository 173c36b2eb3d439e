"""Live layers: QGIS's own OGC API - Features provider on the same server, filtered to what the search found."""

from __future__ import annotations

from typing import Dict, Optional
from urllib.parse import urlencode

from qgis.core import (
    QgsApplication,
    QgsDataSourceUri,
    QgsFeatureRequest,
    QgsRectangle,
    QgsTask,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import pyqtSignal

from ..api.client import Client
from ..api.search import NEIGHBOURS, PROGRAMMES
from ..api.texts import tr
from .changes import mark
from .fetch import Fetched
from .ids import ids, ids_filter, neighbours_filter
from .overseas import is_overseas
from .parts import Part
from .sink import CRS, SinkError, describe_fields
from .styles.present import keep

_EXTENT = "cooperation_search/extent"
#: The same without overseas areas.
_CONTINENT = "cooperation_search/extent_continent"
#: Features up to which their extent is looked at; more of them are everywhere.
_FEW = 1000


def extent_of(layer: QgsVectorLayer) -> QgsRectangle:
    """The extent of the features of a layer of this plugin, in its own CRS.

    QGIS's provider says that of the whole collection, overseas regions and all, whatever the filter.
    """
    return _kept(layer, _EXTENT) or layer.extent()


def continent_of(layer: QgsVectorLayer) -> QgsRectangle:
    """The extent of the areas of a live layer that are not overseas, in degrees; null where it was not looked at."""
    return _kept(layer, _CONTINENT) or QgsRectangle()


def _kept(layer: QgsVectorLayer, name: str) -> Optional[QgsRectangle]:
    kept = layer.customProperty(name)
    if isinstance(kept, str) and layer.providerType() == "OAPIF":
        return QgsRectangle(*map(float, kept.split()))
    return None


class LiveLayers(QgsTask):
    """Opens the live layers of a search in a thread: QGIS's provider waits for the server while it is made.

    QGIS passes expressions on, not the server's own search parameters; so the ids that the search found are the
    filter. A search for everything needs none, and follows the server as it changes.

    :param names: names of the layers
    """

    #: Emits the layers by part, or an ``ApiError``.
    made = pyqtSignal(object)

    def __init__(self, client: Client, fetched: Dict[Part, Fetched], names: Dict[Part, str]) -> None:
        super().__init__(tr("Layers", "Cooperation search: opening live layers"), QgsTask.Flag.CanCancel)
        self._client_url, self._authcfg = client.url, client.authcfg
        self._names = names
        self._ids = {
            part: ids(each)
            for part, each in fetched.items()
            if part.collection != NEIGHBOURS and not part.search.is_empty()
        }
        self._fetched = fetched

    def run(self) -> bool:
        """Opens the layers (called by QGIS in a thread)."""
        layers: Dict[Part, QgsVectorLayer] = {}
        try:
            for part, name in self._names.items():
                if self.isCanceled():
                    return False
                fetched = self._fetched[part]
                layers[part] = describe_fields(self._open(part, name), fetched)
                if part.collection != PROGRAMMES and 0 < len(self._ids.get(part, ())) <= _FEW:
                    self._measure(layers[part])
                mark(layers[part], fetched)
                keep(layers[part], [c.name for c in fetched.columns], fetched.features())
        except SinkError as error:
            self.made.emit(error)
            return False
        if self.isCanceled():
            return False
        for layer in layers.values():
            # From here on they belong to the window's thread.
            layer.moveToThread(QgsApplication.instance().thread())
        self.made.emit(layers)
        return True

    def _measure(self, layer: QgsVectorLayer) -> None:
        """Notes the extent of the areas found, for the first look at the map; what comes is kept for drawing them."""
        extents = {_EXTENT: QgsRectangle(), _CONTINENT: QgsRectangle()}
        code = layer.fields().lookupField("nuts_code")
        request = QgsFeatureRequest().setSubsetOfAttributes([code] if code >= 0 else [])
        for feature in layer.getFeatures(request):
            if self.isCanceled():
                return
            for name, extent in extents.items():
                overseas = name == _CONTINENT and code >= 0 and is_overseas(str(feature[code]))
                if feature.hasGeometry() and not overseas:
                    extent.combineExtentWith(feature.geometry().boundingBox())
        for name, extent in extents.items():
            if not extent.isNull():
                corners = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
                layer.setCustomProperty(name, " ".join(map(repr, corners)))

    def _open(self, part: Part, name: str) -> QgsVectorLayer:
        uri = QgsDataSourceUri()
        view = urlencode(part.search.view())
        # The server takes this one with everything it is asked, and QGIS passes it on with everything.
        uri.setParam("url", f"{self._client_url}/?{view}" if view else self._client_url)
        uri.setParam("typename", part.collection)
        uri.setParam("srsname", CRS)
        uri.setParam("pagingEnabled", "default")
        if self._authcfg:
            uri.setAuthConfigId(self._authcfg)
        layer = QgsVectorLayer(uri.uri(False), name, "OAPIF")
        if not layer.isValid():
            provider = layer.dataProvider()
            raise SinkError(provider.error().summary() if provider else self._client_url)
        subset = ""
        if part.collection == NEIGHBOURS:
            areas = self._fetched[part.beside(part.areas)]
            subset = neighbours_filter(part.search, ids(areas))
        elif part in self._ids:
            subset = ids_filter(layer.fields().names(), self._ids[part])
        if subset and not layer.setSubsetString(subset):
            raise SinkError(subset[:200])
        return layer

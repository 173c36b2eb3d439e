"""Locator filter: ``coop sicilia`` finds programmes and regions; a copied link to a search opens it."""

from __future__ import annotations

import json
from typing import Any, List

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeedback,
    QgsLocatorContext,
    QgsLocatorFilter,
    QgsLocatorResult,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from .api import resources
from .api.answers import Feature
from .api.blocking import BlockingClient
from .api.criteria import Criteria
from .api.documents import DOCUMENTS
from .api.errors import ApiError
from .api.links import PastedLink, read_link
from .api.search import NUTS3, PROGRAMMES
from .api.wording import Wording
from .context import Context
from .settings import language

#: Results of each kind.
_MOST = 8
_SHORTEST = 2
_CRS = "EPSG:4326"
#: In place of a collection: the result is a search, and its id the link to it.
_LINK = "link"


class CooperationLocatorFilter(QgsLocatorFilter):
    """Programmes open in the panel, regions are zoomed to."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._url = context.client.url
        self._authcfg = context.client.authcfg

    def clone(self) -> CooperationLocatorFilter:
        """A copy for the thread that searches."""
        return CooperationLocatorFilter(self._context)

    def name(self) -> str:
        """Id of the filter."""
        return "cooperation_atlas"

    def displayName(self) -> str:
        """Name for people."""
        return QCoreApplication.translate("Locator", "Cooperation Atlas programmes and regions")

    def prefix(self) -> str:
        """What is typed before the words."""
        return "coop"

    def priority(self) -> QgsLocatorFilter.Priority:
        """Low: results come over the network."""
        return QgsLocatorFilter.Priority.Low

    def fetchResults(self, string: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """Asks the server (called in a thread)."""
        words = string.strip()
        link = read_link(words, self._criteria())
        if link is not None:
            # The server is not asked: that needs no prefix.
            self.resultFetched.emit(self._search_result(words, link))
            return
        # Without the prefix everything typed would go to the server.
        if len(words) < _SHORTEST or not context.usingPrefix:
            return
        for collection in (PROGRAMMES, NUTS3):
            for feature in self._find(collection, words, feedback):
                if feedback.isCanceled():
                    return
                self.resultFetched.emit(self._result(collection, feature))

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Opens a programme in the panel, zooms to a region."""
        collection, id_, box = user_data(result)
        link = read_link(id_, self._criteria()) if collection == _LINK else None
        if link is not None:
            self._context.ask_for(link.search)
            return
        if box and self._context.iface is not None:
            zoom(self._context.iface.mapCanvas(), box)
        self._context.feature_requested.emit(collection, id_)

    def _criteria(self) -> Criteria:
        """The criteria of the server as far as they are here: a locator must not wait for them."""
        lasting = DOCUMENTS.get((self._url, self._authcfg), resources.criteria().path)
        return lasting.value if lasting else Criteria()

    def _find(self, collection: str, words: str, feedback: QgsFeedback) -> List[Feature]:
        params = {"q": words, **({"skipGeometry": "true"} if collection == PROGRAMMES else {})}
        try:
            client = BlockingClient(self._url, self._authcfg, feedback, self._context.cache)
            return client.get(resources.features(collection, params, _MOST)).features
        except ApiError as error:
            # A locator has no place for messages: QGIS's log has.
            if not feedback.isCanceled():
                self.logMessage(error.text)
            return []

    def _result(self, collection: str, feature: Feature) -> QgsLocatorResult:
        programme = collection == PROGRAMMES
        result = QgsLocatorResult()
        result.filter = self
        result.displayString = feature.text("title" if programme else "name")
        details = ("country_name", "period") if programme else ("id", "country_name")
        result.description = ", ".join(filter(None, (feature.id if d == "id" else feature.text(d) for d in details)))
        translate = QCoreApplication.translate
        result.group = translate("Locator", "Programmes") if programme else translate("Locator", "Regions")
        keep(result, [collection, feature.id, bounds(feature)])
        return result

    def _search_result(self, text: str, link: PastedLink) -> QgsLocatorResult:
        translate = QCoreApplication.translate
        result = QgsLocatorResult()
        result.filter = self
        result.displayString = translate("Locator", "Open the search: {}").format(
            Wording(self._criteria(), None, language()).describe(link.search)
        )
        if link.unknown:
            result.description = translate("Locator", "without {}").format(", ".join(link.unknown))
        result.group = translate("Locator", "Searches")
        keep(result, [_LINK, text, []])
        return result


def keep(result: QgsLocatorResult, values: Any) -> None:
    """Keeps values with a result: as text, because QGIS 3.22 crashes on Python objects that go between threads."""
    data = json.dumps(values)
    if hasattr(result, "setUserData"):
        result.setUserData(data)
    else:
        result.userData = data


def user_data(result: QgsLocatorResult) -> Any:
    """What was kept with a result: an attribute before QGIS 3.34, a method since."""
    data = result.userData
    return json.loads(str(data() if callable(data) else data))


def bounds(feature: Feature) -> List[float]:
    """West, south, east, north of a feature in degrees; empty without geometry."""
    if feature.geometry is None:
        return []
    polygons = feature.geometry["coordinates"]
    if feature.geometry["type"] == "Polygon":
        polygons = [polygons]
    points = [point for polygon in polygons for point in polygon[0]]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return [min(xs), min(ys), max(xs), max(ys)]


def zoom(canvas: Any, box: List[float]) -> None:
    """Shows a box in degrees, with some room around it."""
    project = QgsProject.instance()
    crs = QgsCoordinateReferenceSystem(_CRS)
    transform = QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), project)
    extent = transform.transformBoundingBox(QgsRectangle(*box))
    extent.scale(1.2)
    canvas.setExtent(extent)
    canvas.refresh()

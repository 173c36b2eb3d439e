"""Locator filter: programmes, regions of every NUTS level and topics by their names in any language; copied links."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any, Iterator, List, Optional, Sequence, Tuple

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
from .api.answers import CodeList, Feature, FeaturePage
from .api.blocking import BlockingClient
from .api.criteria import NUTS, TOPIC, Criteria
from .api.documents import DOCUMENTS
from .api.errors import ApiError
from .api.links import PastedLink, read_link
from .api.search import NUTS3, PROGRAMMES, START
from .api.wording import Wording
from .context import Context
from .gui.text import fold
from .settings import language

#: Results of each kind with the prefix, and without it, where other filters have theirs beside these.
_MOST, _FEW = 8, 3
#: Fewest letters with the prefix and without it.
_SHORTEST, _SHORTEST_ALONE = 2, 3
#: Milliseconds after the last letter before the server is asked.
_PAUSE = 300
#: Areas that are looked at to find the larger regions around them, and such regions at most.
_MOST_AREAS, _MOST_AROUND = 400, 6
COUNTRIES = "countries"
_CRS = "EPSG:4326"
#: In place of a collection: the result is a search, and its id the link to it; or a topic.
_LINK, _TOPIC = "link", "topic"


class CooperationLocatorFilter(QgsLocatorFilter):
    """Programmes and topics open in the panel; regions are zoomed to, and flash."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._url = context.client.url
        self._authcfg = context.client.authcfg
        # While letters follow each other nothing is asked: QGIS asks its filters at each of them.
        self.setFetchResultsDelay(_PAUSE)

    def clone(self) -> CooperationLocatorFilter:
        """A copy for the thread that searches."""
        return CooperationLocatorFilter(self._context)

    def name(self) -> str:
        """Id of the filter."""
        return "cooperation_atlas"

    def displayName(self) -> str:
        """Name for people."""
        return QCoreApplication.translate("Locator", "Cooperation Atlas: programmes, regions, topics")

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
        # Without the prefix QGIS asks only while the user leaves this filter among those that are on by default.
        if len(words) < (_SHORTEST if context.usingPrefix else _SHORTEST_ALONE):
            return
        most = _MOST if context.usingPrefix else _FEW
        for kind in (self._programmes, self._places, self._topics):
            # No further than that: the outline of an area is a request of its own.
            for result in islice(kind(words, feedback), most):
                if feedback.isCanceled():
                    return
                self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Opens a programme in the panel, zooms to a region."""
        collection, id_, box = user_data(result)
        link = read_link(id_, self._criteria()) if collection == _LINK else None
        if link is not None:
            self._context.ask_for(link.search)
            return
        if collection == _TOPIC:
            self._context.ask_for(START.with_values(**{TOPIC: [id_]}))
            return
        if box and self._context.iface is not None:
            zoom(self._context.iface.mapCanvas(), box)
        self._context.feature_requested.emit(collection, id_)

    def _criteria(self) -> Criteria:
        """The criteria of the server as far as they are here: a locator must not wait for them."""
        lasting = DOCUMENTS.get((self._url, self._authcfg), resources.criteria().path)
        return lasting.value if lasting else Criteria()

    def _programmes(self, words: str, feedback: QgsFeedback) -> Iterator[QgsLocatorResult]:
        params = {"q": words, "skipGeometry": "true", "properties": "title,country_name,period"}
        for each in self._find(PROGRAMMES, params, _MOST, feedback):
            details = (each.text("country_name"), each.text("period"))
            yield self._result(PROGRAMMES, each.id, each.text("title"), details)

    def _places(self, words: str, feedback: QgsFeedback) -> Iterator[QgsLocatorResult]:
        """Countries, the regions of NUTS 1 and 2 that the words name, and areas; the largest first."""
        for each in self._find(COUNTRIES, {"q": words, "skipGeometry": "true"}, _MOST, feedback):
            yield self._result(NUTS3, each.id, each.text("name") or each.text("country_name"), (each.id,))
        params = {
            "q": words,
            "skipGeometry": "true",
            "properties": "name,country_name,nuts1,nuts1_name,nuts2,nuts2_name,matched_in",
        }
        areas = self._find(NUTS3, params, _MOST_AREAS, feedback)
        around = [each for each in areas if "region" in each.values("matched_in")]
        for code, name, country in self._around(around, feedback):
            yield self._result(NUTS3, code, name, (code, country))
        for each in areas:
            if "name" in each.values("matched_in") or "code" in each.values("matched_in"):
                box = self._box(each.id, feedback)
                yield self._result(NUTS3, each.id, each.text("name"), (each.id, each.text("country_name")), box)

    def _around(self, areas: Sequence[Feature], feedback: QgsFeedback) -> Iterator[Tuple[str, str, str]]:
        """Code, name and country of the regions all of whose areas were found by the name of a region around them."""
        asked = 0
        done: List[str] = []
        for level in ("nuts1", "nuts2"):
            for code in dict.fromkeys(each.text(level) for each in areas):
                inside = [each for each in areas if each.text(level) == code]
                if not code or any(code.startswith(above) for above in done) or asked >= 2 * _MOST_AROUND:
                    continue
                asked += 1
                page = self._page(NUTS3, {NUTS: code, "resulttype": "hits"}, 1, feedback)
                if page is not None and page.matched == len(inside):
                    done.append(code)
                    yield code, inside[0].text(f"{level}_name"), inside[0].text("country_name")

    def _topics(self, words: str, feedback: QgsFeedback) -> Iterator[QgsLocatorResult]:
        wanted = fold(words).split()
        for item in self._codes(feedback):
            texts = fold(" ".join((item.code, item.label, *item.labels.values(), *item.also_called)))
            if all(word in texts for word in wanted):
                group = QCoreApplication.translate("Locator", "Topics")
                yield self._result(_TOPIC, item.code, item.text(language()), (item.code,), group=group)

    def _codes(self, feedback: QgsFeedback) -> Sequence[Any]:
        topics = resources.codelist("topics")
        lasting = DOCUMENTS.get((self._url, self._authcfg), topics.path)
        if lasting:
            return lasting.value.items
        try:
            found: CodeList = BlockingClient(self._url, self._authcfg, feedback, self._context.cache).get(topics)
        except ApiError:
            # The programmes have said why already.
            return ()
        return found.items

    def _box(self, code: str, feedback: QgsFeedback) -> List[float]:
        page = self._page(NUTS3, {"nuts_code": code, "properties": "name"}, 1, feedback)
        return bounds(page.features[0]) if page is not None and page.features else []

    def _find(self, collection: str, params: dict, most: int, feedback: QgsFeedback) -> List[Feature]:
        page = self._page(collection, params, most, feedback)
        return page.features if page is not None else []

    def _page(self, collection: str, params: dict, most: int, feedback: QgsFeedback) -> Optional[FeaturePage]:
        if feedback.isCanceled():
            return None
        try:
            client = BlockingClient(self._url, self._authcfg, feedback, self._context.cache)
            page: FeaturePage = client.get(resources.features(collection, params, most))
        except ApiError as error:
            # A locator has no place for messages: QGIS's log has.
            if not feedback.isCanceled():
                self.logMessage(error.text)
            return None
        return page

    def _result(
        self,
        collection: str,
        id_: str,
        name: str,
        details: Sequence[str],
        box: Sequence[float] = (),
        group: str = "",
    ) -> QgsLocatorResult:
        translate = QCoreApplication.translate
        result = QgsLocatorResult()
        result.filter = self
        result.displayString = name
        result.description = ", ".join(filter(None, details))
        of_programmes = translate("Locator", "Programmes")
        result.group = group or (of_programmes if collection == PROGRAMMES else translate("Locator", "Regions"))
        keep(result, [collection, id_, list(box)])
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

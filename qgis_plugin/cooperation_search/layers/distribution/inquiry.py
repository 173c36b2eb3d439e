"""The areas of a distribution on the map: one layer."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable, Dict, List, Mapping, Tuple

from qgis.core import QgsProject, QgsVectorLayer

from ...api import distribution as api
from ...api.distribution import Question
from ...api.reading import Reader, parse
from ...api.resources import Resource
from ...api.texts import tr
from ...settings import Settings
from .. import geometry
from ..asked.builder import Made, MadeLayers
from ..fields import REAL, TEXT, WHOLE, Column
from ..pages import build
from ..styles import choropleth
from .origin import DISTRIBUTIONS

#: Kinds of the properties that are no counts.
_KINDS = {"items": TEXT, "nuts_version": TEXT, "share_low": REAL, "share_high": REAL, "share_of_stated": REAL}
_AREAS = "areas"


class DistributionInquiry:
    """The areas of a question.

    :param place: name of the dimension of places
    :param name: of the layer
    :param settings: how classes of numbers are made
    """

    kind = DISTRIBUTIONS
    #: Classes follow the numbers, which are other ones after a while.
    is_restyled = True

    def __init__(self, question: Question, place: str, name: str, settings: Settings) -> None:
        self.question = question
        self.description = tr("Layers", "Distribution on the map")
        self._place = place
        self._name = name
        self._settings = settings

    def wanted(self) -> Dict[str, Resource]:  # noqa: D102
        return {_AREAS: api.areas_body(self.question)}

    def build(self, came: Mapping[str, Any]) -> MadeLayers:  # noqa: D102
        return _areas(came[_AREAS], self._place, self.question.search.show_samples)

    def nothing(self, made: MadeLayers) -> str:  # noqa: D102
        return "" if made.layers[self._place].features else tr("Layers", "There are no areas to show.")

    def count(self, made: MadeLayers) -> int:  # noqa: D102
        return sum(1 for feature in made.layers[self._place].features if feature["count"])

    def name(self, role: str, samples: bool) -> str:  # noqa: D102
        return self._name

    def title(self) -> str:  # noqa: D102
        return ""

    def looks(  # noqa: D102
        self, role: str, layer: QgsVectorLayer, came: Mapping[str, Any]
    ) -> List[Callable[[], object]]:
        return [partial(choropleth.apply, layer, role, self._settings.classes)]

    def add(self, project: QgsProject, layers: Dict[str, QgsVectorLayer]) -> None:
        """At the top."""
        for layer in layers.values():
            project.addMapLayer(layer, False)
            project.layerTreeRoot().insertLayer(0, layer)


def _areas(body: bytes, place: str, samples: bool) -> MadeLayers:
    """The areas of an answer that have a geometry."""
    built = build("distribution", 0, body, columns_of(body, place))
    shown = [feature for feature in built.features if feature.hasGeometry()]
    return MadeLayers({place: Made(built.columns, shown, geometry.AREAS)}, built.edition, built.attribution, samples)


def columns_of(body: bytes, place: str) -> Tuple[Column, ...]:
    """The columns of the areas of an answer: its properties, of which all but a few are counts.

    :param place: name of the dimension of places
    :raises ApiError: (malformed)
    """
    features = Reader(parse(body), "distribution").readers("features")
    names = list(features[0].reader("properties").values) if features else []
    kinds = {**_KINDS, place: TEXT, f"{place}_text": TEXT}
    titles = {
        "count": tr("Layers", "Count"),
        "unknown": tr("Layers", "Not known"),
        "matched": tr("Layers", "All that match"),
        "share_low": tr("Layers", "Share, at least"),
        "share_high": tr("Layers", "Share, at most"),
        f"{place}_text": tr("Layers", "Name"),
    }
    return tuple(Column(name, kinds.get(name, WHOLE), titles.get(name, "")) for name in names)

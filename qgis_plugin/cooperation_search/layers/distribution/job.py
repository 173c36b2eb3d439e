"""One load of the areas of a distribution onto the map."""

from __future__ import annotations

from functools import partial
from typing import Callable, Dict, List, Tuple

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ...api import distribution as api
from ...api.distribution import Question
from ...api.reading import Reader, parse
from ...api.resources import Resource
from ...api.texts import tr
from ...context import Context
from .. import geometry
from ..asked.builder import Builder, Made, MadeLayers
from ..asked.job import AskedJob
from ..asked.origin import Asked
from ..fields import REAL, TEXT, WHOLE, Column
from ..pages import build
from ..styles import choropleth
from .origin import DISTRIBUTIONS

#: Kinds of the properties that are no counts.
_KINDS = {"items": TEXT, "nuts_version": TEXT, "share_low": REAL, "share_high": REAL, "share_of_stated": REAL}
_AREAS = "areas"


class DistributionJob(AskedJob):
    """One load under way.

    :param place: name of the dimension of places
    :param title: name of the layer
    """

    kind = DISTRIBUTIONS

    _question: Question

    def __init__(self, context: Context, question: Question, place: str, title: str, parent: QObject) -> None:
        super().__init__(context, question, parent)
        self._place = place
        self._name_of_layer = title

    @classmethod
    def again(cls, context: Context, made: Asked, layers: Dict[str, QgsVectorLayer], parent: QObject) -> AskedJob:
        """A load of what a layer was made from, under the name that it has."""
        return cls(context, made.question, made.role, layers[made.role].name(), parent)

    def _wanted(self) -> Dict[str, Resource]:
        return {_AREAS: api.areas_body(self._question)}

    def _builder(self) -> Builder:
        samples = self._question.search.show_samples
        return Builder(
            tr("Layers", "Distribution on the map"), partial(_areas, self._came[_AREAS], self._place, samples)
        )

    def _nothing(self, made: MadeLayers) -> str:
        return "" if made.layers[self._place].features else tr("Layers", "There are no areas to show.")

    def _name(self, role: str, samples: bool) -> str:
        return self._name_of_layer

    def _title(self) -> str:
        return ""

    def _dressing(self, role: str, layer: QgsVectorLayer) -> List[Callable[[], object]]:
        # Classes follow the numbers, which are other ones after a while.
        return [partial(choropleth.apply, layer, role, self._context.settings.classes)]

    def _add(self, project: QgsProject, layers: Dict[str, QgsVectorLayer]) -> None:
        """At the top."""
        for layer in layers.values():
            project.addMapLayer(layer, False)
            project.layerTreeRoot().insertLayer(0, layer)

    def _count(self, made: MadeLayers) -> int:
        return sum(1 for feature in made.layers[self._place].features if feature["count"])


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

"""Who is in a layer: the ids of programmes or entries by feature, read once, and in a thread where it takes long."""

from __future__ import annotations

from typing import Dict, Iterable, List, Optional, Set, Tuple

from qgis.core import QgsFeature, QgsFeatureRequest, QgsTask, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ...layers.fields import split

#: Features of a layer in memory that are read at once: no task is as quick.
_FEW = 100


class Members:
    """The ids of the features of one layer.

    :param features: ids by QGIS's id of the feature
    """

    def __init__(self, features: Dict[int, Tuple[str, ...]]) -> None:
        self._features = features
        self._by_id: Dict[str, List[int]] = {}
        for feature, ids in features.items():
            for id_ in ids:
                self._by_id.setdefault(id_, []).append(feature)

    def __contains__(self, id_: str) -> bool:
        return id_ in self._by_id

    def features(self, ids: Iterable[str]) -> List[int]:
        """QGIS's ids of the features that have one of these ids."""
        return list({feature for id_ in ids for feature in self._by_id.get(id_, ())})

    def ids(self, features: Iterable[int]) -> Set[str]:
        """The ids of some features."""
        return {id_ for feature in features for id_ in self._features.get(feature, ())}


def is_quick(layer: QgsVectorLayer) -> bool:
    """Whether a layer is read in no time: it is in memory and small."""
    return layer.providerType() == "memory" and layer.featureCount() <= _FEW


def read_now(layer: QgsVectorLayer, field: str) -> Members:
    """Reads a layer while the window waits."""
    place = layer.fields().lookupField(field)
    return Members(dict(_pair(feature, place) for feature in layer.getFeatures(_request(layer, field))))


class ReadMembers(QgsTask):
    """Reads layers in a thread. A live layer waits for its server, and thousands of features hold up the window.

    :param fields: the field with the ids, by layer
    :param only: QGIS's ids of the features that are read; all without them
    """

    #: The members by id of the layer; not emitted after ``cancel()``.
    read = pyqtSignal(object)

    def __init__(self, fields: Dict[QgsVectorLayer, str], only: Optional[List[int]] = None) -> None:
        description = QCoreApplication.translate("MapSelection", "Cooperation search: selecting on the map")
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._sources = []
        for layer, field in fields.items():
            request = _request(layer, field)
            if only is not None:
                request.setFilterFids(only)
            place = layer.fields().lookupField(field)
            self._sources.append((layer.id(), QgsVectorLayerFeatureSource(layer), request, place))

    def run(self) -> bool:
        """Reads them (called by QGIS in a thread)."""
        found: Dict[str, Members] = {}
        for layer_id, source, request, place in self._sources:
            features: Dict[int, Tuple[str, ...]] = {}
            for feature in source.getFeatures(request):
                if self.isCanceled():
                    return False
                features.update([_pair(feature, place)])
            found[layer_id] = Members(features)
        if self.isCanceled():
            return False
        self.read.emit(found)
        return True


def _request(layer: QgsVectorLayer, field: str) -> QgsFeatureRequest:
    request = QgsFeatureRequest().setSubsetOfAttributes([field], layer.fields())
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return request


def _pair(feature: QgsFeature, place: int) -> Tuple[int, Tuple[str, ...]]:
    return feature.id(), split(feature.attribute(place))

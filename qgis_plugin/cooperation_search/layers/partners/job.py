"""One load of partners onto the map."""

from __future__ import annotations

from functools import partial
from typing import Callable, Dict, List

from qgis.core import QgsProject, QgsVectorLayer

from ...api import partners as api
from ...api import resources
from ...api.comparison import Comparison
from ...api.needs import own_area
from ...api.partners import Question
from ...api.resources import Resource
from ...api.texts import tr
from ..asked.builder import Builder, MadeLayers
from ..asked.job import AskedJob
from ..styles import partners as styles
from . import tips
from .features import build_partners
from .origin import AREAS, PARTNERS, ROLES

#: What is awaited before features can be built.
_COMPARISON, _SCHEMA, _PARTNERS, _OWN = "comparison", "schema", "partners", "own"
#: Areas of a need that are drawn.
_MOST_AREAS = 1000
#: Longest name of a group in the layer tree.
_LONGEST_NAME = 80


class PartnersJob(AskedJob):
    """One load under way: the partners of a question, lines to them, and the area of the one who asks."""

    kind = PARTNERS

    _question: Question

    def _wanted(self) -> Dict[str, Resource]:
        wanted: Dict[str, Resource] = {_COMPARISON: api.schema(), _PARTNERS: api.partners_body(self._question)}
        own = own_area(self._question.asker)
        if own is not None:
            collection, params = own
            wanted[_SCHEMA] = resources.schema(collection)
            wanted[_OWN] = resources.features_body(collection, params, _MOST_AREAS)
        return wanted

    def _builder(self) -> Builder:
        comparison: Comparison = self._came[_COMPARISON]
        schemas = (comparison.schema, self._came.get(_SCHEMA))
        bodies = (self._came[_PARTNERS], self._came.get(_OWN))
        build_ = partial(build_partners, schemas, bodies, self._question.asker.key)
        return Builder(tr("Layers", "Partners on the map"), build_)

    def _nothing(self, made: MadeLayers) -> str:
        return "" if made.layers[AREAS].features else tr("Layers", "There are no partners to show.")

    def _name(self, role: str, samples: bool) -> str:
        return styles.layer_name(role, samples)

    def _title(self) -> str:
        asker = self._question.asker
        if asker.cci:
            return tr("Layers", "Partners of {}").format(asker.title or asker.cci)
        return tr("Layers", "Partners for: {}").format(asker.title or asker.key)

    def _dressing(self, role: str, layer: QgsVectorLayer) -> List[Callable[[], object]]:
        comparison: Comparison = self._came[_COMPARISON]
        if self._refilled:
            return []
        return [partial(styles.apply, layer, role, comparison), partial(tips.set_tip, layer, role, comparison)]

    def _add(self, project: QgsProject, layers: Dict[str, QgsVectorLayer]) -> None:
        """A group in place of that of the same asker."""
        ordered = [layers[role] for role in ROLES if role in layers]
        self._put(project, self._title()[:_LONGEST_NAME], ordered)

    def _count(self, made: MadeLayers) -> int:
        return len(made.layers[AREAS].features)

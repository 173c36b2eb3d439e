"""Partners on the map: what they are asked for with, and what becomes of the answer."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable, Dict, List, Mapping

from qgis.core import QgsProject, QgsVectorLayer

from ...api import partners as api
from ...api import resources
from ...api.comparison import Comparison
from ...api.needs import own_area
from ...api.partners import Question
from ...api.resources import Resource
from ...api.texts import tr
from ..asked.builder import MadeLayers
from ..styles import partners as styles
from ..tree import LONGEST_NAME
from . import tips
from .features import build_partners
from .origin import AREAS, PARTNERS, ROLES

#: What is awaited before features can be built.
_COMPARISON, _SCHEMA, _PARTNERS, _OWN = "comparison", "schema", "partners", "own"
#: Areas of a need that are drawn.
_MOST_AREAS = 1000


class PartnersInquiry:
    """The partners of a question, lines to them, and the area of the one who asks."""

    kind = PARTNERS
    is_restyled = False

    def __init__(self, question: Question) -> None:
        self.question = question
        self.description = tr("Layers", "Partners on the map")

    def wanted(self) -> Dict[str, Resource]:  # noqa: D102
        wanted: Dict[str, Resource] = {_COMPARISON: api.schema(), _PARTNERS: api.partners_body(self.question)}
        own = own_area(self.question.asker)
        if own is not None:
            collection, params = own
            wanted[_SCHEMA] = resources.schema(collection)
            wanted[_OWN] = resources.features_body(collection, params, _MOST_AREAS)
        return wanted

    def build(self, came: Mapping[str, Any]) -> MadeLayers:  # noqa: D102
        schemas = (came[_COMPARISON].schema, came.get(_SCHEMA))
        return build_partners(schemas, (came[_PARTNERS], came.get(_OWN)), self.question.asker.key)

    def nothing(self, made: MadeLayers) -> str:  # noqa: D102
        return "" if made.layers[AREAS].features else tr("Layers", "There are no partners to show.")

    def count(self, made: MadeLayers) -> int:  # noqa: D102
        return len(made.layers[AREAS].features)

    def name(self, role: str, samples: bool) -> str:  # noqa: D102
        return styles.layer_name(role, samples)

    def title(self) -> str:  # noqa: D102
        asker = self.question.asker
        if asker.cci:
            return tr("Layers", "Partners of {}").format(asker.title or asker.cci)
        return tr("Layers", "Partners for: {}").format(asker.title or asker.key)

    def looks(  # noqa: D102
        self, role: str, layer: QgsVectorLayer, came: Mapping[str, Any]
    ) -> List[Callable[[], object]]:
        comparison: Comparison = came[_COMPARISON]
        return [partial(styles.apply, layer, role, comparison), partial(tips.set_tip, layer, role, comparison)]

    def add(self, project: QgsProject, layers: Dict[str, QgsVectorLayer]) -> None:
        """A group in place of that of the same asker."""
        self.kind.put(project, self.title()[:LONGEST_NAME], [layers[role] for role in ROLES if role in layers])

"""Consortia on the map: a group with a layer for each set, of which one is seen at a time."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable, Dict, List, Mapping, Tuple

from qgis.core import QgsProject, QgsVectorLayer

from ...api import consortium as api
from ...api import partners as of_partners
from ...api.comparison import Comparison
from ...api.consortium import ConsortiumQuestion
from ...api.resources import Resource
from ...api.texts import tr
from .. import geometry
from ..asked.builder import Made, MadeLayers
from ..fields import TEXT, WHOLE, Column, columns
from ..pages import build
from ..styles import consortia as styles
from ..tree import LONGEST_NAME
from . import tips
from .origin import CONSORTIA

_COMPARISON, _MEMBERS = "comparison", "members"


class ConsortiumInquiry:
    """The sets of a question.

    :param shown: number of the set that is seen
    """

    kind = CONSORTIA
    is_restyled = False

    def __init__(self, question: ConsortiumQuestion, shown: int) -> None:
        self.question = question
        self.description = tr("Layers", "Consortia on the map")
        self._shown = shown

    def wanted(self) -> Dict[str, Resource]:  # noqa: D102
        return {_COMPARISON: of_partners.schema(), _MEMBERS: api.consortium_body(self.question)}

    def build(self, came: Mapping[str, Any]) -> MadeLayers:  # noqa: D102
        return _by_set(came[_MEMBERS], columns_of(came[_COMPARISON]))

    def nothing(self, made: MadeLayers) -> str:  # noqa: D102
        return "" if made.layers else tr("Layers", "There is no set to show.")

    def count(self, made: MadeLayers) -> int:  # noqa: D102
        return len(made.layers)

    def name(self, role: int, samples: bool) -> str:  # noqa: D102
        name = tr("Consortia", "Set {}").format(role)
        return tr("Layers", "{} (with sample entries)").format(name) if samples else name

    def title(self) -> str:  # noqa: D102
        asker = self.question.asker
        return tr("Layers", "Consortia of {}").format(asker.title or asker.cci or tr("Layers", "a need"))

    def looks(  # noqa: D102
        self, role: int, layer: QgsVectorLayer, came: Mapping[str, Any]
    ) -> List[Callable[[], object]]:
        return [partial(styles.apply, layer), partial(tips.set_tip, layer, came[_COMPARISON])]

    def add(self, project: QgsProject, layers: Dict[int, QgsVectorLayer]) -> None:
        """A group in place of that of the same asker; its sets are seen one at a time."""
        numbers = sorted(layers)
        group = self.kind.put(project, self.title()[:LONGEST_NAME], [layers[number] for number in numbers])
        group.setIsMutuallyExclusive(True, numbers.index(self._shown) if self._shown in layers else 0)


def _by_set(body: bytes, of_members: Tuple[Column, ...]) -> MadeLayers:
    """The members of each set."""
    built = build("consortium", 0, body, of_members)
    sets: Dict[Any, Made] = {}
    for feature in built.features:
        sets.setdefault(int(feature["set"]), Made(built.columns, [], geometry.AREAS)).features.append(feature)
    return MadeLayers(sets, built.edition, built.attribution, built.samples)


def columns_of(comparison: Comparison) -> Tuple[Column, ...]:
    """The columns of members: what a set says of them, and those of partners."""
    of_set = (
        Column("id", TEXT, tr("Consortia", "Id")),
        Column("set", WHOLE, tr("Consortia", "Set")),
        Column("rank_in_set", WHOLE, tr("Consortia", "Rank in the set")),
        Column("role", TEXT, tr("Consortia", "Role")),
        Column("stands_for", TEXT, tr("Consortia", "Stands for")),
        Column("stands_for_category", TEXT, tr("Consortia", "Category of that region")),
    )
    own = {column.name for column in of_set} | {"rank"}
    return (*of_set, *(column for column in columns(comparison.schema) if column.name not in own))

"""One load of consortia onto the map: a group with a layer for each set, of which one is seen at a time."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable, Dict, List, Tuple

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ...api import consortium as api
from ...api import partners as of_partners
from ...api.comparison import Comparison
from ...api.consortium import ConsortiumQuestion
from ...api.resources import Resource
from ...api.texts import tr
from ...context import Context
from .. import geometry
from ..asked.builder import Builder, Made, MadeLayers
from ..asked.job import AskedJob
from ..asked.origin import Asked
from ..fields import TEXT, WHOLE, Column, columns
from ..pages import build
from ..styles import consortia as styles
from . import tips
from .origin import CONSORTIA

_COMPARISON, _MEMBERS = "comparison", "members"


class ConsortiumJob(AskedJob):
    """One load under way.

    :param shown: number of the set that is seen
    """

    kind = CONSORTIA

    _question: ConsortiumQuestion

    def __init__(self, context: Context, question: ConsortiumQuestion, shown: int, parent: QObject) -> None:
        super().__init__(context, question, parent)
        self._shown = shown

    @classmethod
    def again(cls, context: Context, made: Asked, layers: Dict[int, QgsVectorLayer], parent: QObject) -> AskedJob:
        """A load of what the layers of a group were made from; which of them is seen is not touched."""
        return cls(context, made.question, made.role, parent)

    def _wanted(self) -> Dict[str, Resource]:
        return {_COMPARISON: of_partners.schema(), _MEMBERS: api.consortium_body(self._question)}

    def _builder(self) -> Builder:
        build_ = partial(_by_set, self._came[_MEMBERS], columns_of(self._came[_COMPARISON]))
        return Builder(tr("Layers", "Consortia on the map"), build_)

    def _nothing(self, made: MadeLayers) -> str:
        return "" if made.layers else tr("Layers", "There is no set to show.")

    def _name(self, role: int, samples: bool) -> str:
        name = tr("Consortia", "Set {}").format(role)
        return tr("Layers", "{} (with sample entries)").format(name) if samples else name

    def _title(self) -> str:
        asker = self._question.asker
        return tr("Layers", "Consortia of {}").format(asker.title or asker.cci or tr("Layers", "a need"))

    def _dressing(self, role: int, layer: QgsVectorLayer) -> List[Callable[[], object]]:
        if self._refilled:
            return []
        return [partial(styles.apply, layer), partial(tips.set_tip, layer, self._came[_COMPARISON])]

    def _add(self, project: QgsProject, layers: Dict[int, QgsVectorLayer]) -> None:
        """A group in place of that of the same asker; its sets are seen one at a time."""
        numbers = sorted(layers)
        group = self._put(project, self._title(), [layers[number] for number in numbers])
        group.setIsMutuallyExclusive(True, numbers.index(self._shown) if self._shown in layers else 0)

    def _count(self, made: MadeLayers) -> int:
        return len(made.layers)


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

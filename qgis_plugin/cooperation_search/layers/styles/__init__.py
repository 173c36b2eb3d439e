"""Styles of the layers: ordinary QGIS renderers, that users can edit and save like any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Collection, Dict, List, Mapping, Optional, Tuple

from qgis.core import QgsVectorLayer

from ...api.answers import CodeList
from ...api.search import Search
from ...api.texts import tr
from ...settings import QUANTILES
from ..matching import OFFERS
from . import entries, samples
from .balance import by_balance
from .categories import by_country, by_kind, by_scope, by_topic
from .graduated import PROJECTS, by_number, by_projects
from .known import COMPLETENESS, by_known
from .labels import label_found
from .lines import by_neighbour_kind, is_lines
from .regions import CATEGORY, by_category

#: Code lists that the styles need.
CODELISTS = ("topics", "scopes", "countries", "kinds", "categories_of_region")

#: Id of the style of areas that shows what is known of their programmes.
KNOWN = "known"


@dataclass(frozen=True)
class StyleInfo:
    """A style that can be chosen.

    :param label: gives its name in the user's language
    :param needs: property of programmes or areas without which there is nothing to show; empty where all servers have
        what it takes
    :param numbers: whether it has classes of numbers, which can be made by several methods
    """

    id: str
    label: Callable[[], str]
    needs: str = ""
    numbers: bool = False


STYLES: Tuple[StyleInfo, ...] = (
    StyleInfo("programmes", lambda: tr("Styles", "Number of programmes"), numbers=True),
    StyleInfo("topic", lambda: tr("Styles", "Topic of cooperation actions")),
    StyleInfo("scope", lambda: tr("Styles", "Scope of partnership needed")),
    StyleInfo("country", lambda: tr("Styles", "Country")),
    StyleInfo("kind", lambda: tr("Styles", "Offers and needs")),
    StyleInfo("balance", lambda: tr("Styles", "Offers against needs"), OFFERS),
    StyleInfo("category", lambda: tr("Styles", "Category of region"), CATEGORY),
    StyleInfo("interreg", lambda: tr("Styles", "Territorial cooperation 2014-2020"), PROJECTS, numbers=True),
    StyleInfo(KNOWN, lambda: tr("Styles", "What is known"), COMPLETENESS),
)
DEFAULT = STYLES[0].id


def offered(names: Collection[str]) -> List[StyleInfo]:
    """The styles for which a server has the properties.

    :param names: properties of its programmes and areas
    """
    return [style for style in STYLES if not style.needs or style.needs in names]


def apply_style(
    layer: QgsVectorLayer,
    style: str,
    codelists: Mapping[str, CodeList],
    language: str,
    search: Search,
    completeness: Optional[Mapping[str, float]] = None,
    method: str = QUANTILES,
) -> None:
    """Gives a layer of this plugin a style, with labels by scale. Lines and points have one of their own.

    :param codelists: those of ``CODELISTS`` by id
    :param search: with topics or scopes chosen, only these have their own colours
    :param completeness: of the programmes of the same search, by CCI
    :param method: how classes of numbers are made, see ``classing.LABELS``
    :raises ValueError: for a style that does not exist
    """
    makers: Dict[str, Callable[[], object]] = {
        "programmes": lambda: by_number(layer, search, method),
        "topic": lambda: by_topic(layer, codelists["topics"], language, search),
        "scope": lambda: by_scope(layer, codelists["scopes"], language, search),
        "country": lambda: by_country(layer, codelists["countries"], language),
        "kind": lambda: by_kind(layer, codelists["kinds"], language),
        "balance": lambda: by_balance(layer),
        "category": lambda: by_category(layer, codelists["categories_of_region"], language),
        "interreg": lambda: by_projects(layer, method),
        KNOWN: lambda: by_known(layer, completeness or {}),
    }
    if style not in makers:
        raise ValueError(style)
    if is_lines(layer):
        layer.setRenderer(by_neighbour_kind(layer))
    elif entries.is_points(layer):
        layer.setRenderer(entries.by_kind(layer, codelists["kinds"], language))
    else:
        layer.setRenderer(makers[style]())
        samples.hatch(layer, style, search, codelists)
        label_found(layer)
    layer.setCustomProperty("cooperation_search/style", style)
    layer.triggerRepaint()
    layer.emitStyleChanged()

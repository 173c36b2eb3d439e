"""The report of a search: an atlas with a page for each country, A4, ready to print."""

from __future__ import annotations

import json
from typing import Collection, List, Mapping, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF

from ..api.texts import tr
from ..layers import origin, tree
from . import country_pages, credits
from .country_pages import LEFT, NAME, NUMBERS, RIGHT, SAMPLES, SIZE, SIZES
from .extent import EUROPE_CRS, views_of
from .kept import mark
from .legend import BESIDE_A_MAP, Legend
from .map_sheet import NothingToPrint, drawn_of, title_of
from .partner_map import define
from .sheet import GREY, ON_WARNING, WARNING, Sheet

_WIDTH, _HEIGHT, _MARGIN, _GAP = 210.0, 297.0, 12.0, 3.0
_INNER = _WIDTH - 2 * _MARGIN
_MAP_HEIGHT, _SCALE_BAR = 112.0, 10.0
#: Room of the list of programmes.
_LIST_HEIGHT, _COLUMN = 92.0, (_INNER - _GAP) / 2
_REPORT = "cooperation_search/report"


def country_report(
    project: QgsProject, group: str, only: Collection[str] = (), names: Optional[Mapping[str, str]] = None
) -> QgsPrintLayout:
    """Adds a report of a search to the project, of the period that is shown.

    :param group: id of the search, see ``layers.origin``
    :param only: codes of the countries wanted; all in which programmes were found without any
    :param names: of countries in the user's language by code; those of the layer without them
    :raises NothingToPrint: where the project has no layers of the search, or nothing was found there
    """
    layers = tree.shown(project, group)
    countries = country_pages.countries_in(layers, names or {})
    if only:
        countries = [country for country in countries if country.code in only]
    if not countries:
        raise NothingToPrint(group)
    title, _below = title_of(project, layers)
    sheet = Sheet(project, tr("Layouts", "Report by country: {}").format(title)[:80], landscape=False)
    pages = country_pages.pages_layer(sheet.layout.name())
    country_pages.fill(pages, countries, only, _COLUMN, _LIST_HEIGHT)
    project.addMapLayer(pages, False)
    _fill(sheet, project, layers, title)
    atlas = sheet.layout.atlas()
    atlas.setCoverageLayer(pages)
    atlas.setHideCoverage(True)
    atlas.setEnabled(True)
    atlas.setSortFeatures(True)
    atlas.setSortExpression(QgsExpression.quotedColumnRef(NAME))
    atlas.setPageNameExpression(QgsExpression.quotedColumnRef(NAME))
    atlas.setFilenameExpression(f"'country_' || \"{country_pages.CODE}\"")
    mark(sheet.layout, layers)
    sheet.layout.setCustomProperty(
        _REPORT, json.dumps({"only": sorted(only), "names": {each.code: each.name for each in countries}})
    )
    project.layoutManager().addLayout(sheet.layout)
    return sheet.layout


def renew(project: QgsProject) -> None:
    """Brings the pages of reports up to date with their layers: a layer in memory is empty when a project is opened."""
    for layout in project.layoutManager().printLayouts():
        asked = layout.customProperty(_REPORT)
        pages = layout.atlas().coverageLayer()
        shown = [item.layers() for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
        if not isinstance(asked, str) or pages is None or not shown:
            continue
        layers = [layer for layer in shown[0] if isinstance(layer, QgsVectorLayer)]
        kept = json.loads(asked)
        countries = country_pages.countries_in(layers, kept["names"])
        if countries:
            country_pages.fill(pages, countries, kept["only"], _COLUMN, _LIST_HEIGHT)
            layout.atlas().updateFeatures()


def _fill(sheet: Sheet, project: QgsProject, layers: Sequence[QgsVectorLayer], title: str) -> None:
    """Puts the items on the page."""
    top = _head(sheet, layers, title)
    drawn = drawn_of(project, layers)
    said = credits.of_layers(drawn)
    foot = QRectF(_MARGIN, _HEIGHT - _MARGIN - 22, _INNER - 20, 22)
    number = "[% @atlas_featurenumber || ' / ' || @atlas_totalfeatures %]"
    sheet.text_item("page", number, QRectF(_WIDTH - _MARGIN - 18, _HEIGHT - _MARGIN - 4, 18, 4), 7, False, GREY)
    sheet.standing("credits", said.text, foot, (6.5, 6, 5.5, 5, 4.5), GREY)
    main = _map(sheet, layers, drawn, top)
    sheet.layout.setReferenceMap(main)
    below = top + _MAP_HEIGHT + _GAP
    heading = tr("Layouts", "Programmes found")
    below = sheet.fitting("list", heading, QRectF(_MARGIN, below, _INNER, 5), (9.5, 8.5), True) + 1
    for size in SIZES:
        for place, column in enumerate((LEFT, RIGHT)):
            text = f"[% CASE WHEN \"{SIZE}\" = '{size}' THEN \"{column}\" ELSE '' END %]"
            room = QRectF(_MARGIN + place * (_COLUMN + _GAP), below, _COLUMN, _LIST_HEIGHT)
            sheet.text_item(f"{column} {size}", text, room, size)


def _head(sheet: Sheet, layers: Sequence[QgsVectorLayer], title: str) -> float:
    """Country, search, numbers and sample note; where the map may begin."""
    top = _MARGIN
    words = tr("Layouts", "Cohesion policy programmes: partners for cooperation")
    top = sheet.fitting("heading", words, QRectF(_MARGIN, top, _INNER, 5), (9.0, 8.0, 7.0), False, GREY) + 0.8
    sheet.text_item("country", f'[% "{NAME}" %]', QRectF(_MARGIN, top, _INNER, 8), 16, True)
    top = sheet.fitting("title", title, QRectF(_MARGIN, top + 8.5, _INNER, 10), (10.0, 9.0, 8.0, 7.0, 6.0)) + 0.8
    sheet.text_item("numbers", f'[% "{NUMBERS}" %]', QRectF(_MARGIN, top, _INNER, 4.5), 9)
    top += 5.2
    if not any(made is not None and made.samples for made in map(origin.read, layers)):
        return top
    note = QgsExpression.quotedString(credits.sample_note())
    text = f"[% CASE WHEN \"{SAMPLES}\" = '1' THEN {note} ELSE '' END %]"
    item = sheet.text_item("samples", text, QRectF(_MARGIN, top, _INNER, 6), 8.5, True, ON_WARNING, WARNING)
    # White on the pages of countries without any.
    define(item, "BackgroundColor", f"CASE WHEN \"{SAMPLES}\" = '1' THEN '{WARNING}' ELSE '#ffffff' END")
    return top + 7.2


def _map(sheet: Sheet, layers: Sequence[QgsVectorLayer], drawn: List[QgsMapLayer], top: float) -> QgsLayoutItemMap:
    """The map, which the atlas moves, with its legend and scale bar."""
    legend = Legend(sheet, [layer for layer in layers if layer in drawn])
    narrow = [shape for shape in BESIDE_A_MAP if shape.width <= 100]
    height = _MAP_HEIGHT - _SCALE_BAR - _GAP
    setting = legend.measure(narrow, height)
    crowded = setting is None
    setting = setting or legend.most_crowded(narrow)
    left = _WIDTH - _MARGIN - setting.shape.width
    room = QRectF(_MARGIN, top, left - _GAP - _MARGIN, _MAP_HEIGHT)
    crs = QgsCoordinateReferenceSystem(EUROPE_CRS)
    main = sheet.map("map", room, drawn, crs, views_of(None, None, crs).main, setting.styles)
    main.setAtlasDriven(True)
    main.setAtlasScalingMode(_auto())
    main.setAtlasMargin(0.08)
    sheet.scale_bar("scale bar", QRectF(left, top + height + _GAP, setting.shape.width, _SCALE_BAR), main)
    item = legend.place(setting, QRectF(left, top, setting.shape.width, height), main)
    # So many classes that they have no room beside a map: then only those that are on it.
    item.setLegendFilterByMapEnabled(crowded)
    return main


def _auto() -> object:
    """QGIS's name for scales that follow the page."""
    scope = getattr(QgsLayoutItemMap, "AtlasScalingMode", QgsLayoutItemMap)
    return scope.Auto

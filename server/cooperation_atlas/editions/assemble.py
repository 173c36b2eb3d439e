"""The features of every collection: denormalised records with geometry, exactly the fields of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from shapely.geometry.base import BaseGeometry

from ..model.collections import (
    COLLECTIONS,
    COOPERATION,
    COUNTRIES,
    NEIGHBOURS,
    PROGRAMME_AREAS,
    PROGRAMMES,
    Collection,
)
from ..model.fields import FieldType
from ..model.periods import CURRENT_PERIOD, Period
from ..sources.regions import Regions
from ..sources.tables import Sources
from .partnership import Cooperation, Entry, cooperation_by_programme, entries, in_order
from .programmes import Record, country_of, distinct, latest, period_of, programme_records, strategies_of
from .region_categories import RegionCategories
from .surroundings import Surroundings
from .territorial_cooperation import TerritorialCooperation


@dataclass(frozen=True, slots=True)
class Layer:
    """The features of a collection, sorted by id; ``geometry`` is parallel to ``records``, CRS84."""

    collection: Collection
    records: list[Record]
    geometry: list[BaseGeometry | None]


@dataclass(frozen=True, slots=True)
class World:
    """Everything the layers are made of.

    :param regions: regions by NUTS version
    :param cooperation: what the entries of each programme have together, by CCI
    :param programmes: the features of the programmes, by CCI
    :param categories: categories of region
    :param territorial: territorial cooperation of 2014-2020
    :param surroundings: the neighbours among the areas
    """

    sources: Sources
    regions: dict[str, Regions]
    entries: list[Entry]
    cooperation: dict[str, Cooperation]
    programmes: dict[str, Record]
    categories: RegionCategories
    territorial: TerritorialCooperation
    surroundings: Surroundings


def assemble(sources: Sources, regions: dict[str, Regions]) -> dict[str, Layer]:
    """The layers of all collections by id, in the order of the model.

    :param sources: validated source tables
    :param regions: regions by NUTS version; those of all periods are needed
    """
    all_entries = entries(sources)
    cooperation = cooperation_by_programme(sources, all_entries)
    categories = RegionCategories(sources, regions)
    programmes = programme_records(sources, regions, cooperation, categories)
    territorial = TerritorialCooperation(sources, regions)
    surroundings = Surroundings(sources, regions)
    surroundings.add_to_programmes(programmes)
    world = World(sources, regions, all_entries, cooperation, programmes, categories, territorial, surroundings)
    return {id_: LAYERS[id_](world) for id_ in COLLECTIONS}


def layer(world: World, collection: Collection, features: Iterable[tuple[Record, BaseGeometry | None]]) -> Layer:
    """Sort by id and bring each record to the fields of the model: absent arrays are ``None``, twins are added."""
    ordered = sorted(features, key=lambda feature: feature[0][collection.id_field])
    labels = {
        id_: {code: row.text("label") or code for code, row in rows.items()}
        for id_, rows in world.sources.codes.items()
    }
    records = [_record(collection, record, labels) for record, _ in ordered]
    return Layer(collection, records, [geometry for _, geometry in ordered])


def _record(collection: Collection, given: Record, labels: dict[str, dict[str, str]]) -> Record:
    record: dict[str, Any] = {}
    for field in collection.stored:
        if field.twin_of:
            codelist = collection.by_name[field.twin_of].codelist
            shown = labels[codelist] if codelist else {}
            record[field.name] = "; ".join(shown.get(v, v) for v in given[field.twin_of] or ()) or None
        elif field.type is FieldType.ARRAY:
            record[field.name] = list(given[field.name] or ()) or None
        else:
            record[field.name] = given[field.name]
    return record


def _area(world: World, programme: Record) -> BaseGeometry | None:
    version = programme["nuts_version"]
    return world.regions[version].united(programme["nuts_codes"]) if version else None


def _programmes(world: World) -> Layer:
    features = ((record, _area(world, record)) for record in world.programmes.values())
    return layer(world, PROGRAMMES, features)


def _summary(world: World, covering: list[Record]) -> Record:
    """What the programmes that cover an area have together. Strategies depend on the area, not on them."""
    codes = world.sources.codes
    together = Cooperation()
    for programme in covering:
        together.add(world.cooperation[programme["cci"]])
    return {
        "programmes": [p["cci"] for p in covering],
        "titles": [p["title"] for p in covering],
        "n_programmes": len(covering),
        "funds": in_order((f for p in covering for f in p["funds"]), codes["funds"]),
        "objectives": in_order((o for p in covering for o in p["objectives"]), codes["objectives"]),
        **together.properties(world.sources),
    }


def _nuts3(world: World, collection: Collection, period: Period) -> Layer:
    area = world.regions[period.nuts_version]
    covering: dict[str, list[Record]] = {code: [] for code in area.nuts3.index}
    for programme in world.programmes.values():
        if programme["period"] == period.code:
            for code in area.covered(programme["nuts_codes"]):
                covering[code].append(programme)
    features = []
    for code, region in area.nuts3.rename(columns={"name_latn": "name"}).to_dict("index").items():
        record = {
            **region,
            **country_of(world.sources, region["country"]),
            **period_of(world.sources, period.code),
            **_summary(world, covering[code]),
            "strategies": strategies_of(world.sources, area, [code]),
            **world.categories.of_area(region["nuts2"], region["country"]),
            **world.territorial.of_area(area.version, code),
            **world.surroundings.of_areas(area.version, [code]),
        }
        features.append((record, area.geometry[code]))
    return layer(world, collection, features)


def _countries(world: World) -> Layer:
    """Member States, and further countries that have programmes (the United Kingdom)."""
    area = world.regions[CURRENT_PERIOD.nuts_version]
    regions = area.frame[["name_national", "area_km2"]].to_dict("index")
    by_country: dict[str, list[Record]] = {}
    for programme in world.programmes.values():
        by_country.setdefault(programme["country"], []).append(programme)
    features = []
    for code, row in world.sources.codes["countries"].items():
        member = bool(row.values["eu_member"])
        if not member and code not in by_country:
            continue
        region = regions.get(code, {})
        programmes = by_country.get(code, [])
        record = {
            **country_of(world.sources, code),
            "name_national": region.get("name_national"),
            "eu_member": member,
            "area_km2": region.get("area_km2"),
            "n_regions": len(area.covered([code])) or None,
            "periods": in_order((p["period"] for p in programmes), world.sources.codes["periods"]),
            "strategies": strategies_of(world.sources, area, [code]),
            **world.surroundings.of_country(area.version, area.covered([code])),
            **_summary(world, programmes),
        }
        features.append((record, area.geometry.get(code)))
    return layer(world, COUNTRIES, features)


_OF_PROGRAMME = ("cci", "title", "period", "period_start", "period_end", "country", "country_name", "funds")


def _cooperation(world: World) -> Layer:
    features = []
    for entry in world.entries:
        programme = world.programmes[entry.cci]
        record = {
            "id": entry.row.raw["id"],
            "sample": entry.sample,
            **{name: programme[name] for name in (*_OF_PROGRAMME, "strategies", "nuts_codes", "nuts_version")},
            "kind": entry.row.raw["kind"],
            "status": entry.row.text("status"),
            "summary": entry.row.text("summary"),
            **entry.values,
            "open_from": entry.row.date("open_from"),
            "open_to": entry.row.date("open_to"),
            "contact": entry.row.text("contact"),
            "sources": distinct([entry.row.text("source")]),
            "updated": entry.row.date("updated"),
        }
        features.append((record, _area(world, programme)))
    return layer(world, COOPERATION, features)


def _programme_areas(world: World) -> Layer:
    features = []
    for row in world.sources.rows("programmes_areas"):
        programme, code = world.programmes[row.raw["cci"]], row.raw["nuts_code"]
        area = world.regions[row.raw["nuts_version"]]
        record = {
            # Cooperation, objectives and sources of an area are those of its programme.
            **programme,
            "id": f"{row.raw['cci']}.{code}",
            "nuts_code": code,
            "nuts_level": int(area.frame.at[code, "level"]),
            "name": area.frame.at[code, "name_latn"],
            "basis": row.raw["basis"],
            "note": row.text("note"),
            "strategies": strategies_of(world.sources, area, [code]),
            **world.surroundings.of_areas(area.version, area.covered([code])),
            "sources": distinct([*programme["sources"], row.text("source")]),
            "source_date": latest([programme["source_date"], row.date("source_date")]),
        }
        features.append((record, area.geometry[code]))
    return layer(world, PROGRAMME_AREAS, features)


def _neighbours(world: World) -> Layer:
    return layer(world, NEIGHBOURS, world.surroundings.pairs())


#: What makes the layer of each collection. A new one has an entry here and its declaration in the model.
LAYERS: dict[str, Callable[[World], Layer]] = {
    PROGRAMMES.id: _programmes,
    **{c.id: partial(_nuts3, collection=c, period=c.period) for c in COLLECTIONS.values() if c.period},
    COUNTRIES.id: _countries,
    COOPERATION.id: _cooperation,
    PROGRAMME_AREAS.id: _programme_areas,
    NEIGHBOURS.id: _neighbours,
}

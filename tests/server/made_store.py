"""A small store made in memory: three programmes, their entries and four areas; a result can be seen at a glance.

Squares of one degree. ``UKN10`` lies in ``UKN0``, as in NUTS 2016; ``XX001`` has no geometry::

    A covers ITG11 and ITG12;  B covers ITG12 and UKN10;  C covers nothing
"""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.hierarchy import Hierarchy
from cooperation_atlas.store.codelists import Code, CodeList, CodeLists
from cooperation_atlas.store.contract import Store
from cooperation_atlas.store.memory.memory_store import MemoryStore
from cooperation_atlas.store.memory.table import FeatureTable
from cooperation_atlas.store.query import Query

NUTS = Hierarchy({
    "IT": None, "ITG": "IT", "ITG1": "ITG", "ITG11": "ITG1", "ITG12": "ITG1",
    "UK": None, "UKN": "UK", "UKN0": "UKN", "UKN10": "UKN0", "XX": None, "XX001": "XX",
})  # fmt: skip

PROGRAMMES: list[dict[str, Any]] = [
    {
        "cci": "A", "title": "Łódź łąka", "period": "2021-2027", "country": "IT", "funds": ["ERDF"],
        "topics": ["RSO1.1"], "scopes": ["transnational"], "kinds": ["both"], "nuts_codes": ["ITG1"],
        "eu_amount": 10.0, "n_offers": 1,
    },
    {
        "cci": "B", "title": "Island", "period": "2021-2027", "country": "IT", "funds": ["ESF+"],
        "objectives": ["TO01"], "scopes": ["cross_border"], "kinds": ["offer"], "nuts_codes": ["ITG12", "UKN10"],
        "eu_amount": 2.0, "n_offers": 1,
    },
    {"cci": "C", "title": "Ísland", "period": "2014-2020", "country": "UK", "kinds": ["need"], "n_offers": 0},
]  # fmt: skip
AREAS: list[dict[str, Any]] = [
    {"nuts_code": "ITG11", "name": "Trapani", "country": "IT", "programmes": ["A"]},
    {"nuts_code": "ITG12", "name": "Palermo", "country": "IT", "programmes": ["A", "B"]},
    {"nuts_code": "UKN10", "name": "Derry", "country": "UK", "programmes": ["B"]},
    {"nuts_code": "XX001", "name": "Nowhere"},
]
ENTRIES: list[dict[str, Any]] = [
    {"id": "a1", "cci": "A", "sample": False, "kind": "both", "topics": ["RSO1.1"], "scopes": ["transnational"]},
    {"id": "b1", "cci": "B", "sample": False, "kind": "offer", "scopes": ["cross_border"]},
    {"id": "c1", "cci": "C", "sample": False, "kind": "need"},
]
SHAPES = {
    "nuts3": [shapely.box(10, 40, 11, 41), shapely.box(11, 40, 12, 41), shapely.box(179, 54, 180, 55), None],
    "programmes": [shapely.box(10, 40, 12, 41), shapely.box(11, 40, 12, 41), None],
}


def codelists() -> CodeLists:
    """Short code lists under the ids of the real ones."""
    topics = [Code("PO1", "Smarter"), Code("RSO1.1", "Research", "PO1"), Code("RSO1.2", "Digital", "PO1")]
    others = {
        "countries": ("IT", "UK"), "funds": ("ERDF", "ESF+"), "kinds": ("offer", "need", "both"),
        "scopes": ("cross_border", "transnational"), "periods": ("2014-2020", "2021-2027"),
        "objectives": ("TO01", "RSO1.1", "RSO1.2"), "value_bases": ("stated", "sample"), "strategies": ("EUSAIR",),
        "nuts_versions": ("2016", "2021"), "statuses": ("planned",), "goals": ("IJG",), "levels": ("national",),
        "categories_of_region": ("LD",), "area_bases": ("stated",), "category_bases": ("stated",),
        "modes": ("exchange",), "partner_types": ("research", "any"), "programme_statuses": ("adopted_by_ec",),
        "intervention_fields": ("010", "171"), "territorial_focus": ("33",), "esf_secondary_themes": ("01",),
    }  # fmt: skip
    lists = {id_: CodeList(id_, [Code(c, c) for c in codes]) for id_, codes in others.items()}
    return CodeLists({**lists, "topics": CodeList("topics", topics)})


def table(id_: str, records: list[dict[str, Any]], shapes: list[shapely.Geometry | None]) -> FeatureTable:
    """A table of a collection; properties that a record does not name are absent."""
    collection = COLLECTIONS[id_]
    geometries = np.empty(len(records), dtype=object)
    geometries[:] = shapes
    return FeatureTable(collection, {f.name: [r.get(f.name) for r in records] for f in collection.stored}, geometries)


def records(store_: Store, collection: str) -> dict[str, dict[str, Any]]:
    """The stored properties of every feature of a collection, by id, in the order of the ids."""
    names = [field.name for field in COLLECTIONS[collection].stored]
    page = store_.search(Query(collection, limit=1_000_000))
    return {id_: dict(zip(names, row, strict=True)) for id_, row in zip(page.ids, page.cells(names), strict=True)}


def store(
    programmes: list[dict[str, Any]] | None = None,
    areas: list[dict[str, Any]] | None = None,
    entries: list[dict[str, Any]] | None = None,
) -> MemoryStore:
    """A store of programmes, their entries and NUTS III areas only; entries of programmes that are left out go."""
    known = {programme["cci"] for programme in programmes or PROGRAMMES}
    kept = [entry for entry in (ENTRIES if entries is None else entries) if entry["cci"] in known]
    tables = {
        "cooperation": table("cooperation", kept, [None] * len(kept)),
        "programmes": table("programmes", programmes or PROGRAMMES, [*SHAPES["programmes"], None][: len(known)]),
        "nuts3": table("nuts3", areas or AREAS, SHAPES["nuts3"]),
    }
    edition = {"id": "made", "created": "2026-01-31T12:00:00Z", "samples": False}
    return MemoryStore(tables, codelists(), {"TO01": {"RSO1.2": "related"}}, NUTS, edition)

"""One record for each programme, joined from the tables of facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from ..model.collections import PROGRAMMES
from ..sources.regions import Regions
from ..sources.row import Row
from ..sources.schema import TABLES
from ..sources.tables import Sources
from .categorisation import categories_of_money
from .completeness import WholeLists, known
from .partnership import Cooperation, in_order
from .region_categories import RegionCategories

_FACTS = ("authorities", "funds", "amounts", "categories", "objectives", "categorisation", "areas")

#: Columns of the programmes and their authorities that are properties of programmes under the same name.
_STATED = {
    column.name
    for table in ("programmes_programmes", "programmes_authorities")
    for column in TABLES[table].columns
    if column.name in PROGRAMMES.by_name
}

Record = dict[str, Any]


def programme_records(
    sources: Sources, regions: dict[str, Regions], cooperation: dict[str, Cooperation], categories: RegionCategories
) -> dict[str, Record]:
    """Records by CCI, sorted, without labels.

    :param regions: the regions by NUTS version
    :param cooperation: the cooperation by CCI
    :param categories: the categories of regions
    """
    facts = {name: _by_cci(sources.rows(f"programmes_{name}")) for name in _FACTS}
    facts["official"] = _by_cci(sources.tables["official_programmes"].rows)
    whole = WholeLists(sources)
    programmes = sorted(sources.rows("programmes_programmes"), key=lambda row: row.raw["cci"])
    return {
        row.raw["cci"]: _record(
            sources, regions, row, {name: by_cci.get(row.raw["cci"], []) for name, by_cci in facts.items()},
            cooperation[row.raw["cci"]], categories, whole,
        )
        for row in programmes
    }  # fmt: skip


def _by_cci(rows: Iterable[Row]) -> dict[str, list[Row]]:
    by_cci: dict[str, list[Row]] = {}
    for row in rows:
        by_cci.setdefault(row.raw["cci"], []).append(row)
    return by_cci


def _record(
    sources: Sources,
    regions: dict[str, Regions],
    row: Row,
    facts: dict[str, list[Row]],
    cooperation: Cooperation,
    categories: RegionCategories,
    whole: WholeLists,
) -> Record:
    codes = sources.codes
    period, country = row.raw["period"], row.raw["country"]
    funds = in_order((r.raw["fund"] for r in facts["funds"]), codes["funds"])
    objectives = in_order((r.raw["objective"] for r in facts["objectives"]), codes["objectives"])
    nuts_codes = tuple(sorted({r.raw["nuts_code"] for r in facts["areas"]}))
    version = facts["areas"][0].raw["nuts_version"] if facts["areas"] else None
    area = regions[version] if version else None
    covered = area.covered(nuts_codes) if area else frozenset()
    bases = in_order((r.raw["basis"] for r in facts["areas"]), codes["area_bases"])
    amounts = [value for r in facts["amounts"] if (value := r.number_of("eu_amount")) is not None]
    every = [row, *(r for rows in facts.values() for r in rows)]
    funds = in_order((r.raw["fund"] for r in facts["funds"]), codes["funds"])
    record = {
        **_stated((row, *facts["authorities"])),
        **period_of(sources, period),
        "level": _level(area, country, nuts_codes, covered),
        **country_of(sources, country),
        "funds": funds,
        **categories.of_programme(
            period, (r.raw["category_of_region"] for r in facts["categories"]), funds, facts["areas"], covered
        ),
        "objectives": objectives,
        **categories_of_money(sources, facts["categorisation"]),
        **cooperation.properties(sources),
        "strategies": strategies_of(sources, area, nuts_codes),
        "managing_authority": _joined(r.text("managing_authority") for r in facts["authorities"]),
        "eu_amount": sum(amounts) if amounts else None,
        "nuts_codes": nuts_codes,
        "nuts_version": version,
        "area_basis": bases[-1] if bases else None,
        "area_note": _area_note(facts["areas"]),
        "n_regions": len(covered) if area else None,
        "sources": distinct(r.raw["source"] for r in every),
        "source_date": max((d for r in every if (d := r.date("source_date"))), default=None),
        **whole.properties(row.raw["cci"], facts, funds),
    }
    return {**record, **known(record)}


def _stated(rows: Iterable[Row]) -> Record:
    """The first value of each column that is named as a property of programmes, ``None`` where no row has one.

    A further column of these tables needs no more than its declaration there and that of the property.
    """
    stated: Record = dict.fromkeys(_STATED)
    for row in rows:
        for column in _STATED & row.values.keys():
            if stated[column] is None:
                stated[column] = row.values[column]
    return stated


def period_of(sources: Sources, period: str) -> Record:
    """The properties of a programming period, from its code list."""
    row = sources.codes["periods"][period]
    return {"period": period, "period_start": row.date("valid_from"), "period_end": row.date("valid_to")}


def country_of(sources: Sources, country: str) -> Record:
    """The properties of a country, from its code list."""
    row = sources.codes["countries"].get(country)
    return {"country": country, "country_name": row.text("label") if row else None}


def strategies_of(sources: Sources, area: Regions | None, nuts_codes: Iterable[str]) -> tuple[str, ...]:
    """The strategies whose territory, as far as NUTS codes state it, meets one of ``nuts_codes``."""
    codes = tuple(nuts_codes)
    if area is None:
        return ()
    strategies = {
        row.raw["strategy"]
        for row in sources.rows("strategy_regions")
        if (prefix := row.text("nuts_prefix")) and any(area.meets(code, prefix) for code in codes)
    }
    return in_order(strategies, sources.codes["strategies"])


def distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """Distinct values in order of appearance, without absent ones."""
    return tuple(dict.fromkeys(value for value in values if value))


def latest(dates: Iterable[dt.date | None]) -> dt.date | None:
    """The latest of the dates that are known."""
    return max((d for d in dates if d), default=None)


def _joined(values: Iterable[str | None]) -> str | None:
    return "; ".join(distinct(values)) or None


def _area_note(areas: list[Row]) -> str | None:
    """The notes of the areas, each with the codes it is about, unless it is about the whole area."""
    codes: dict[str, list[str]] = {}
    for row in areas:
        if note := row.text("note"):
            codes.setdefault(note, []).append(row.raw["nuts_code"])
    everywhere = len(areas)
    notes = (note if len(about) == everywhere else f"{', '.join(about)}: {note}" for note, about in codes.items())
    return " ".join(notes) or None


def _level(area: Regions | None, country: str, nuts_codes: tuple[str, ...], covered: frozenset[str]) -> str | None:
    """``national`` where the area is the whole country, by its code or by all of its regions."""
    if area is None or not covered:
        return None
    if covered == area.covered([country]):
        return "national"
    return "regional" if len(nuts_codes) == 1 else "multi_regional"

"""How much is known of programmes: by country, period and list, from which sources, and where gaps can be filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from ...editions.coverage import CoverageSource, Sum, sums
from ...model.completeness import KNOWN_LISTS
from ...ogc.formats.geojson import document_members
from ...ogc.openapi import ApiPart
from ...ogc.openapi_texts import message
from ...ogc.service_links import document_links, link, own_relation
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Link
from .document import Document, kept

#: What the resource tells.
_ABOUT = "How much is known of the programmes, and where gaps can be filled."


def _coverage(view: ServedEdition, request: ResourceRequest) -> dict[str, Any]:
    """All counts, by period and by country, with the sources and the programmes that are missing altogether."""
    known = view.store.coverage
    return {
        "title": "What is known",
        "description": _ABOUT,
        "lists": [
            {
                "id": one.code,
                "title": one.title,
                "description": one.rule,
                "property": one.values,
                "complete": one.complete,
                "table": f"data/{one.table}",
                "column": one.column,
            }
            for one in KNOWN_LISTS
        ],
        "periods": [{"period": period, **_numbers(sum_)} for (period,), sum_ in sums(known.counts, "period").items()],
        "countries": [
            {"country": country, "period": period, **_numbers(sum_)}
            for (country, period), sum_ in sums(known.counts, "country", "period").items()
        ],
        "sources": _sources(known.sources),
        "missing": [asdict(programme) for programme in known.missing],
        **document_members(view.store.edition),
        "links": document_links(view.base_url + request.path, _DOCUMENT.formats, kept(request)),
    }


def _numbers(sum_: Sum) -> dict[str, Any]:
    """The number of programmes, the mean of their completeness, and by list how many know it."""
    return {
        "programmes": sum_.programmes,
        "completeness": round(sum_.completeness, 2),
        "lists": {code: {str(known): count for known, count in states.items()} for code, states in sum_.states.items()},
    }


def _sources(sources: Iterable[CoverageSource]) -> list[dict[str, Any]]:
    """The sources of each list, over all countries: those of most programmes first."""
    found: dict[tuple[str, str, str, str], dict[str, int]] = {}
    for one in sources:
        key = (one.period, one.list, one.source, one.source_date)
        found.setdefault(key, {})[one.country] = one.programmes
    order = [one.code for one in KNOWN_LISTS]
    ordered = sorted(found.items(), key=lambda item: (order.index(item[0][1]), -sum(item[1].values()), item[0]))
    return [
        {
            "period": period,
            "list": list_,
            "source": source,
            "source_date": day,
            "programmes": sum(by_country.values()),
            "countries": by_country,
        }
        for (period, list_, source, day), by_country in ordered
    ]


_DOCUMENT = Document("/coverage", "coverage.html", _coverage)


def _api(_: ServedEdition) -> ApiPart:
    return ApiPart(
        paths={"/coverage": _DOCUMENT.operation("What is known", "coverage")},
        relations={"coverage": message("How much is known of the programmes, and where gaps can be filled.")},
    )


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    yield link(own_relation(view.base_url, "coverage"), f"{view.base_url}/coverage", "What is known")


BLOCK = Block(routes=(_DOCUMENT.route,), api=_api, links=_links)

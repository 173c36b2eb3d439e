"""The pages of partners and of a pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..matching.asker import Asker
from ..matching.matcher import Order, Partner
from ..model.collections import PROGRAMMES
from ..model.partner_need import NEED
from ..model.partner_parts import PARTS, POTENTIAL, Part
from ..model.partners import ORDERS, PARTNERS, PRESETS
from ..ogc.formats.document import FeatureDocument
from ..ogc.partner_request import ORDERS as SEEKABLE
from ..ogc.partner_request import SEEKS, PartnersRequest
from ..store.codelists import CodeLists
from .http.request import ResourceRequest
from .page_writer import RequestedPages
from .pages import rendered
from .partner_links import consortium_path, pair_path, programme_path, programme_side
from .partner_sentences import Sentences
from .service import ServedEdition


@dataclass(frozen=True)
class PartnerHtml(RequestedPages):
    """Makes the page of a list of partners.

    :param parsed: the request
    :param asker: who asks
    """

    parsed: PartnersRequest
    asker: Asker

    def list_page(self, document: FeatureDocument) -> bytes:
        """The page of a list of partners."""
        view, page = self.view, document.page
        names = tuple(PARTNERS.by_name)
        own, seeking = self.parsed.programme, self.parsed.asked_as == SEEKS
        records = [dict(zip(names, values, strict=True)) for values in page.cells(names)]
        content = {
            "collection": PARTNERS,
            "asker": None if own is None else programme_side(view.store, own),
            "consortium_link": None if own is None or seeking else consortium_path(own),
            "countries_asking": self._countries() if seeking and own is None else (),
            "areas_path": f"/collections/{PROGRAMMES.id}/items",
            "shown": [_shown(view.store.codelists, view.language(self.request), own, record) for record in records],
            "matched": page.matched,
            "notes": page.notes,
            "given": dict(document.address.given),
            "here": urlsplit(document.address.path).path,
            "presets": {name: PRESETS.get(name, name) for name in view.partners.tables.presets},
            "kind": ORDERS[self.parsed.order],
            "orders": {order: ORDERS[order] for order in (() if seeking else self._orders())},
            "need": () if seeking else tuple(p for p in NEED.values() if own is None or p.beside),
        }
        return rendered("partners.html", content, view, self.request)

    def _orders(self) -> tuple[str, ...]:
        """The orders that can be asked for."""
        return tuple(order for order in SEEKABLE if self.asker.is_placed or order != Order.UNUSUAL)

    def _countries(self) -> list[str]:
        """The countries in which partners are sought, in words."""
        codes = self.parsed.need.countries if self.parsed.need else ()
        codelists, language = self.view.store.codelists, self.view.language(self.request)
        return [codelists.label("countries", code, language) for code in codes]


def need_page(view: ServedEdition, request: ResourceRequest) -> bytes:
    """The page where a need is described: what a browser gets that asks for partners and does not say for whom."""
    content = {
        "collection": PARTNERS,
        "areas_path": f"/collections/{PROGRAMMES.id}/items",
        "here": urlsplit(f"{view.base_url}/{PARTNERS.id}").path,
        "given": dict(request.parameters),
        "need": tuple(NEED.values()),
    }
    return rendered("partner_need.html", content, view, request)


@dataclass(frozen=True, slots=True)
class ShownPartner:
    """A partner as the page shows it.

    :param place: country, in the language of the page
    :param path: of the page of the programme
    :param pair: path of the pair, where a programme asks
    :param parts: the parts of the score, with their ends, which are ``None`` where a part does not apply
    """

    id: str
    name: str
    place: str
    tier: str | None
    low: float
    high: float
    path: str
    pair: str | None
    for_you: list[str]
    for_them: list[str]
    parts: list[tuple[Part, float | None, float | None]]
    has_samples: bool


def _shown(codelists: CodeLists, language: str, own: str | None, record: Mapping[str, Any]) -> ShownPartner:
    return ShownPartner(
        id=record["cci"],
        name=record["title"] or record["cci"],
        place=codelists.label("countries", record["country"] or "", language),
        tier=record["tier"],
        low=record["score_low"],
        high=record["score_high"],
        path=programme_path(record["cci"]),
        pair=None if own is None else pair_path(own, record["cci"]),
        for_you=record["for_you"] or [],
        for_them=record["for_them"] or [],
        parts=[(PARTS[name], record[f"{name}_low"], record[f"{name}_high"]) for name in POTENTIAL],
        has_samples=record["entries_basis"] == "sample",
    )


def pair_parts(
    partner: Partner, weights: Mapping[str, float], sentences: Sentences, record: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Every part of a pair with its interval, weight and sentences.

    :param record: the properties of the partner
    """
    return [_part(part, partner, weights, sentences, record) for part in PARTS.values()]


def _part(
    part: Part, partner: Partner, weights: Mapping[str, float], sentences: Sentences, record: Mapping[str, Any]
) -> dict[str, Any]:
    low, high = record[f"{part.name}_low"], record[f"{part.name}_high"]
    return {
        "name": part.name,
        "title": sentences.catalogue.translate(part.title),
        "description": sentences.catalogue.translate(part.description),
        "basis": part.basis.value,
        "applies": low is not None,
        "low": low,
        "high": high,
        "weight": weights.get(part.name, 0.0),
        "for_you": sentences.of_part(part.name, partner, own=True),
        "for_them": sentences.of_part(part.name, partner, own=False),
    }

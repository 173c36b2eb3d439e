"""The pages of partners and of a pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..matching.matcher import Order, Partner
from ..model.collections import PROGRAMMES
from ..model.partner_parts import PARTS, POTENTIAL, Part
from ..model.partners import ORDERS, PARTNERS, PRESETS
from ..ogc.formats.document import FeatureDocument
from ..ogc.partner_request import PartnersRequest
from .page_writer import RequestedPages
from .pages import rendered
from .partner_sentences import Sentences


@dataclass(frozen=True)
class PartnerPages(RequestedPages):
    """Makes the page of a list of partners.

    :param parsed: the request
    """

    parsed: PartnersRequest

    def list_page(self, document: FeatureDocument) -> bytes:
        """The page of a list of partners."""
        view, page = self.view, document.page
        names = tuple(PARTNERS.by_name)
        (asker,) = view.store.one(PROGRAMMES.id, self.parsed.programme).cells(("title", "title_lang"))
        content = {
            "collection": PARTNERS,
            "asker": {"cci": self.parsed.programme, "title": asker[0], "lang": asker[1]},
            "partners": [dict(zip(names, cells, strict=True)) for cells in page.cells(names)],
            "parts": [PARTS[name] for name in POTENTIAL],
            "matched": page.matched,
            "notes": page.notes,
            "given": dict(document.address.given),
            "here": urlsplit(document.address.path).path,
            "presets": {name: PRESETS.get(name, name) for name in view.partners.tables.presets},
            "orders": {order.value: ORDERS[order] for order in Order},
        }
        return rendered("partners.html", content, view, self.request)


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

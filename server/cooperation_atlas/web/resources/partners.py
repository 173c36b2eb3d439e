"""Partners of a programme, and one pair in full."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from ...matching.gates import OPEN
from ...matching.search import pay_comparison
from ...model.collections import PROGRAMMES
from ...model.errors import InvalidValue
from ...model.partners import GATES, PARTNERS
from ...model.periods import PERIODS
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc import schema
from ...ogc.address import Address
from ...ogc.formats.document import FeatureDocument
from ...ogc.formats.geojson import document_members
from ...ogc.formats.registry import FORMATS, check_labels, formats_of
from ...ogc.links import format_links
from ...ogc.notices import licence_links, link_header
from ...ogc.openapi import ApiPart, operation
from ...ogc.openapi_partners import PAIR_SUMMARY, WEIGHING, parameters_of_partners, schemas_of_partners
from ...ogc.openapi_texts import message
from ...ogc.parameters import excluded, unique
from ...ogc.partner_request import PROGRAMME, parse_partners, weights_of
from ...ogc.service_links import document_links, link, own_relation
from ...store.budget import FEWER, Budget
from ...store.query import Query
from ..http.negotiation import format_of
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..pages import page_headers
from ..partner_asker import asker_of, wish_of
from ..partner_features import PartnerFeatures
from ..partner_html import PartnerHtml, need_page, pair_parts
from ..partner_sentences import Sentences
from ..service import ServedEdition
from ..translations.catalogue import catalogue
from .block import Block, Example, Link, Route
from .document import COMMON, Document, kept

_FORMATS = formats_of(PARTNERS)
#: What of a partner is a fact of the pair.
_FACTS = ("shared_", "land_", "sea_", "distance_", "entries")
#: What a partner costs to write, as many times what a feature does: its sentences.
SENTENCES = 3


def partners(view: ServedEdition, request: ResourceRequest, budget: Budget | None = None) -> Representation:
    """The partners of a programme or of a described need, best first.

    :raises OverBudget: where that costs more than ``budget``
    """
    language = view.language(request)
    format_ = FORMATS[format_of(request.first("f"), request.accept, _FORMATS)]
    if format_.is_page and {name for name, _ in request.parameters} <= set(COMMON):
        excluded(unique(request.parameters, COMMON, f"'{request.path}'"))
        return Representation(need_page(view, request), format_.content_type, headers=page_headers(language))
    parsed = parse_partners(request.parameters, view.partners.tables, view.store.codelists, request.day)
    check_labels(format_, parsed.shown.labels)
    matcher, asker = asker_of(view, parsed, budget)
    pay_comparison(matcher, parsed.limit, budget, asker)
    answer = matcher.partners(asker, wish_of(view, parsed, matcher, budget))
    if budget is not None:
        count = len(answer.found)
        cost = format_.cost(count * SENTENCES, PARTNERS, parsed.shown.properties)
        budget.spend(cost, f"writing {count} partners", "limit", FEWER)
    sentences = Sentences(catalogue(language), view.store.codelists)
    page = PartnerFeatures(view.store, matcher, answer, parsed.shown.query, sentences)
    address = Address.of(f"{view.base_url}/{PARTNERS.id}", request.parameters)
    document = FeatureDocument(
        collection=PARTNERS,
        page=page,
        request=parsed.shown,
        address=address,
        links=[
            *format_links(address, format_, _FORMATS),
            *(programme_link(view, cci) for cci in (parsed.programme,) if cci is not None),
            link("describedby", f"{view.base_url}/{PARTNERS.id}/schema", "Schema of the features", schema.MEDIA_TYPE),
            *licence_links(),
        ],
        edition=view.store.edition,
        base=view.base_url,
        words=view.words(request),
        html=PartnerHtml(view, request, parsed, asker),
    )
    headers = {
        "Link": link_header(),
        "OGC-NumberMatched": str(page.matched),
        "OGC-NumberReturned": str(len(page)),
        **({"Content-Crs": f"<{parsed.shown.crs}>"} if format_.geometry else {}),
        **(page_headers(language) if format_.is_page else {"Content-Language": language}),
    }
    if format_.attachment:
        name = f"{PARTNERS.id}-{parsed.programme or parsed.asked_as}.{format_.extension}"
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return Representation(format_.write_list(document), format_.content_type, headers=headers)


def programme_link(view: ServedEdition, cci: str) -> Link:
    """The link to the programme that asks."""
    address = f"{view.base_url}/collections/{PROGRAMMES.id}/items/{quote(cci, safe='')}"
    return link("related", address, "The programme that seeks partners", FORMATS["json"].media_type)


def _pair(view: ServedEdition, request: ResourceRequest, own: str, other: str) -> dict[str, Any]:
    """One pair in full, also where a gate is closed.

    :raises NotFound: for a programme that does not exist
    :raises InvalidValue: where the two cannot be compared
    """
    search = view.partners
    period, others = (search.period_of(cci) for cci in (own, other))
    if period != others:
        raise InvalidValue(
            other, f"belongs to {others}, but {own} to {period}; compare two programmes of the same period."
        )
    if own == other:
        raise InvalidValue(other, "is the programme itself; name another one.")
    matcher = search.matcher(period)
    asker, weights = matcher.facts.row_of[own], weights_of(dict(request.parameters), search.tables)
    partner, gate = matcher.pair(asker, matcher.facts.row_of[other], weights)
    language = catalogue(view.language(request))
    sentences = Sentences(language, view.store.codelists)
    page = PartnerFeatures(view.store, matcher, matcher.alone(asker, partner), Query(PARTNERS.id), sentences)
    (record,) = page.records
    address = f"{view.base_url}/{PARTNERS.id}/{quote(own, safe='')}/{quote(other, safe='')}"
    facts = {name: value for name, value in record.items() if name.startswith(_FACTS) and value is not None}
    return {
        "programmes": [_side(view, cci) for cci in (own, other)],
        "period": period,
        "gate": None if gate == OPEN else {"code": gate, "reason": language.translate(GATES[gate])},
        "score": {"low": record["score_low"], "high": record["score_high"], "tier": record["tier"]},
        "parts": pair_parts(partner, weights, sentences, record),
        "facts": {name: value for name, value in facts.items() if not PARTNERS.by_name[name].twin_of},
        **document_members(view.store.edition),
        "links": [*document_links(address, _PAIR.formats, kept(request)), *licence_links()],
    }


def _side(view: ServedEdition, cci: str) -> dict[str, Any]:
    """One of the two programmes. Its title is its name: titles of documents are translated."""
    names = ("cci", "title", "title_lang", "country", "managing_authority", "url", "sources", "source_date")
    (cells,) = view.store.one(PROGRAMMES.id, cci).cells(names)
    side = {name: value for name, value in zip(names, cells, strict=True) if value is not None}
    return {"cci": side.pop("cci"), "name": side.pop("title", cci), **side}


def _examples(view: ServedEdition) -> Iterable[Example]:
    for own, _ in _pairs(view):
        yield from (Example({}, ((PROGRAMME, own), ("limit", "1"), ("f", f))) for f in _FORMATS)
    for topic in list(view.store.codelists["topics"].codes)[:1]:
        yield from (Example({}, (("need_topic", topic), ("limit", "1"), ("f", f))) for f in _FORMATS)


def _pair_examples(view: ServedEdition) -> Iterable[dict[str, str]]:
    return ({"own": own, "other": other} for own, other in _pairs(view))


def _pairs(view: ServedEdition) -> Iterable[tuple[str, str]]:
    """The first two programmes of each period."""
    for period in PERIODS:
        of_period = [cci for cci, found in view.partners.periods.items() if found == period]
        if len(of_period) > 1:
            yield of_period[0], of_period[1]


_PAIR = Document(
    f"/{PARTNERS.id}/{{own}}/{{other}}", "partner_pair.html", _pair, parameters=WEIGHING, examples=_pair_examples
)


def _api(view: ServedEdition) -> ApiPart:
    found = answers.features(message("Partners, best first"), "PartnersFeatures", _FORMATS)
    pair = [declare.in_path("own"), declare.in_path("other")]
    return ApiPart(
        paths={
            f"/{PARTNERS.id}": {
                "get": operation(
                    "Partners of a programme, or for a described need",
                    "getPartners",
                    parameters_of_partners(view.store, _FORMATS),
                    found,
                )
            },
            f"/{PARTNERS.id}/{{own}}/{{other}}": _PAIR.operation(PAIR_SUMMARY, "getPartnerPair", in_path=pair),
        },
        parameters=declare.searches(view.limits),
        schemas=schemas_of_partners(view.store),
        relations={"partners": message("Programmes of other countries that fit one programme, and why.")},
    )


def _links(view: ServedEdition, kept_: str) -> Iterable[Link]:
    for own, _ in list(_pairs(view))[-1:]:
        address = f"{view.base_url}/{PARTNERS.id}?{PROGRAMME}={quote(own, safe='')}{kept_}"
        title = "Partners of a programme"
        yield link(own_relation(view.base_url, PARTNERS.id), address, title, FORMATS["json"].media_type)


BLOCK = Block(
    routes=(Route(f"/{PARTNERS.id}", partners, search=True, examples=_examples), _PAIR.route), api=_api, links=_links
)

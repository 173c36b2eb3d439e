"""The best sets of partners under the rules of a call."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from ...model.consortium import CONSORTIUM
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.address import Address
from ...ogc.consortium_request import parse_consortium
from ...ogc.formats.document import FeatureDocument
from ...ogc.formats.registry import FORMATS, check_labels, formats_of
from ...ogc.links import format_links
from ...ogc.notices import licence_links, link_header
from ...ogc.openapi import ApiPart, operation
from ...ogc.openapi_consortium import parameters_of_consortium, schemas_of_consortium
from ...ogc.openapi_texts import message
from ...ogc.partner_request import PROGRAMME
from ...ogc.service_links import link, own_relation
from ...store.budget import FEWER, Budget
from ..consortium_document import members_of, notes_of
from ..consortium_features import ConsortiumFeatures
from ..consortium_html import ConsortiumHtml
from ..consortium_search import found_consortia
from ..consortium_texts import RuleTexts
from ..http.negotiation import format_of
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..pages import page_headers
from ..partner_sentences import Sentences
from ..service import ServedEdition
from ..translations.catalogue import catalogue
from .block import Block, Example, Link, Route
from .partners import SENTENCES, programme_link

_FORMATS = formats_of(CONSORTIUM)


def consortium(view: ServedEdition, request: ResourceRequest, budget: Budget | None = None) -> Representation:
    """The best sets of partners, or which rules to loosen where there are none.

    :raises OverBudget: where that costs more than ``budget``
    """
    language = view.language(request)
    parsed = parse_consortium(request.parameters, view.partners.tables, view.store.codelists, request.day)
    format_ = FORMATS[format_of(request.first("f"), request.accept, _FORMATS)]
    check_labels(format_, parsed.partners.shown.labels)
    found = found_consortia(view, parsed, budget)
    sentences = Sentences(catalogue(language), view.store.codelists)
    texts = RuleTexts(sentences)
    count = sum(len(one.members) for one in found.answer.sets) if found.answer else 0
    if budget is not None:
        cost = format_.cost(count * SENTENCES, CONSORTIUM, parsed.partners.shown.properties)
        budget.spend(cost, f"writing {count} members", "sets", FEWER)
    page = ConsortiumFeatures(view.store, found, parsed, notes_of(parsed, found.answer, texts), sentences)
    address = Address.of(f"{view.base_url}/{CONSORTIUM.id}", request.parameters)
    document = FeatureDocument(
        collection=CONSORTIUM,
        page=page,
        request=parsed.partners.shown,
        address=address,
        links=[
            *format_links(address, format_, _FORMATS),
            *(programme_link(view, cci) for cci in (parsed.partners.programme,) if cci is not None),
            *licence_links(),
        ],
        edition=view.store.edition,
        base=view.base_url,
        words=view.words(request),
        html=ConsortiumHtml(view, request, parsed),
        more=members_of(parsed, found, texts, view.store.codelists),
    )
    headers = {
        "Link": link_header(),
        "OGC-NumberMatched": str(page.matched),
        "OGC-NumberReturned": str(len(page)),
        **({"Content-Crs": f"<{parsed.partners.shown.crs}>"} if format_.geometry else {}),
        **(page_headers(language) if format_.is_page else {"Content-Language": language}),
    }
    if format_.attachment:
        name = f"{CONSORTIUM.id}-{parsed.partners.programme or parsed.partners.asked_as}.{format_.extension}"
        headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return Representation(format_.write_list(document), format_.content_type, headers=headers)


def _examples(view: ServedEdition) -> Iterable[Example]:
    """Without rules: the solver is loaded by the first who asks for a set, and not by every worker at its start."""
    for cci in list(view.partners.periods)[:1]:
        yield from (Example({}, ((PROGRAMME, cci), ("f", f))) for f in _FORMATS)


def _api(view: ServedEdition) -> ApiPart:
    parameters = parameters_of_consortium(view.store, view.partners.tables, _FORMATS)
    found = answers.features(message("Sets of partners, best first"), "ConsortiumFeatures", _FORMATS)
    return ApiPart(
        paths={f"/{CONSORTIUM.id}": {"get": operation("Best sets of partners", "getConsortium", parameters, found)}},
        parameters=declare.searches(view.limits),
        schemas=schemas_of_consortium(view.store),
        relations={CONSORTIUM.id: message("Sets of partners, best first")},
    )


def _links(view: ServedEdition, kept: str) -> Iterable[Link]:
    for cci in list(view.partners.periods)[-1:]:
        address = f"{view.base_url}/{CONSORTIUM.id}?{PROGRAMME}={quote(cci, safe='')}{kept}"
        relation = own_relation(view.base_url, CONSORTIUM.id)
        yield link(relation, address, "Best sets of partners", FORMATS["json"].media_type)


BLOCK = Block(routes=(Route(f"/{CONSORTIUM.id}", consortium, search=True, examples=_examples),), api=_api, links=_links)

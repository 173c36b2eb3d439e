"""Inputs by reference (18-062r2, 7.11): the answer of a resource of this very service in place of a value.

No address is ever called. One below the public URL is looked up among the resources, and the resource is asked here, as
GET would ask it; all others are refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import orjson
from starlette.routing import compile_path

from ..model.criteria import SAMPLES
from ..model.errors import InvalidValue, NotFound
from ..ogc.process_inputs import HREF, REFERENCE
from ..ogc.process_requests import known
from ..ogc.query_string import parameters_of
from ..store.budget import Budget, OverBudget
from .http.bodies import MAXIMUM_BODY
from .http.heads import MAXIMUM_ADDRESS
from .http.negotiation import formats_accepted
from .http.problems import Refused
from .http.representation import Representation
from .http.request import ResourceRequest
from .service import ServedEdition, named_edition

if TYPE_CHECKING:
    from .resources.block import Block, Route

#: Resources that no reference may name: a process would execute a process.
_PROCESSES = "/processes"
#: Steps that a resource may take to answer where it counts none itself.
_ANSWERING = 1_000_000
#: Steps for reading a byte of an answer.
_BYTE = 0.5
#: What to ask for instead of too much.
_FEWER = "Refer to fewer features."


class References:
    """Reads references.

    :param blocks: all resources
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        routes = [route for block in blocks for route in block.routes if _may_be_named(route)]
        self._routes = [(*compile_path(route.path), route) for route in routes]

    def read(
        self, view: ServedEdition, place: str, reference: Mapping[str, Any], language: str | None, budget: Budget | None
    ) -> Any:
        """The JSON document that a reference stands for.

        :param view: the edition that is asked
        :param place: of the reference
        :param language: that the client prefers, where the reference names none
        :raises InvalidValue: for an address that is none of this service, and for what that service refuses
        :raises OverBudget: where the answer costs more than ``budget``
        """
        known(reference, REFERENCE, f"{place}.", "a reference")
        for name, value in reference.items():
            if not isinstance(value, str):
                raise InvalidValue(f"{place}.{name}", "is not a text.")
        there = f"{place}.{HREF}"
        request = _request(view, there, reference, language)
        route, arguments = self._route(view, there, request.path)
        shown = view.without_samples if request.first("exclude") == SAMPLES else view
        budget = budget or Budget()

        def answer() -> Representation:
            if (edition := named_edition(request)) not in (None, view.id):
                raise InvalidValue("edition", f"{edition} is not the one that executes, {view.id}. Leave it out.")
            route.check(shown, arguments)
            more = {"budget": budget} if route.search else {}
            return route.endpoint(shown, request, **arguments, **more)

        return _document(there, _asked(there, budget, answer), request, budget)

    def _route(self, view: ServedEdition, place: str, path: str) -> tuple[Route, dict[str, str]]:
        for pattern, _, convertors, route in self._routes:
            if found := pattern.match(path):
                return route, {name: convertors[name].convert(text) for name, text in found.groupdict().items()}
        raise InvalidValue(place, f"leads to nothing that an input can refer to. {_which(view)}")


def _may_be_named(route: Route) -> bool:
    """Whether it is read, is data, and is made from the edition: pygeoapi's providers know no budget."""
    return "GET" in route.methods and not (
        route.of_core or route.of_service or route.path.split("{")[0].startswith(_PROCESSES)
    )


def _which(view: ServedEdition) -> str:
    """Which addresses can be named."""
    example = f"{view.base_url}/collections/nuts3/items/ITG12"
    return (
        f"Name a JSON resource of this service by its full address, such as {example}, but no process, /healthz or "
        "resource that the operator has added. No other address is called: for anything else write the value itself."
    )


def _request(view: ServedEdition, place: str, reference: Mapping[str, Any], language: str | None) -> ResourceRequest:
    """The request that GET would make."""
    href = reference.get(HREF, "")
    if len(href) > MAXIMUM_ADDRESS:
        raise InvalidValue(place, f"is longer than {MAXIMUM_ADDRESS:,} characters, as no address may be.")
    # The text itself is compared: whatever could be read in two ways (user, port, case, dots) is no beginning of ours.
    if not href.startswith(f"{view.base_url}/"):
        raise InvalidValue(place, f"is no address of this service. {_which(view)}")
    address, _, fragment = href.removeprefix(view.base_url).partition("#")
    if fragment:
        raise InvalidValue(place, "has a fragment (#), which names a part of a document. Leave it out.")
    path, _, query = address.partition("?")
    return ResourceRequest(
        method="GET",
        path=unquote(path),
        parameters=parameters_of(query),
        query=query,
        accept=formats_accepted(reference.get("type", "")),
        accept_language=language,
    )


def _asked(place: str, budget: Budget, answer: Callable[[], Representation]) -> Representation:
    """The answer of the resource; what it refuses is said of the reference."""
    try:
        return budget.pay(_ANSWERING, "what the reference names", answer, place, _FEWER)
    except OverBudget as error:
        error.place = place
        raise
    except Refused as error:
        raise InvalidValue(place, f"is answered with {error.status.value}: {error.detail}") from None
    except NotFound as error:
        raise InvalidValue(place, f"is answered with {HTTPStatus.NOT_FOUND.value}: {error}") from None
    except InvalidValue as error:
        raise InvalidValue(place, f"is answered with {HTTPStatus.BAD_REQUEST.value}: {error}") from None


def _document(place: str, answer: Representation, request: ResourceRequest, budget: Budget) -> Any:
    """The document in an answer."""
    media_type = answer.media_type.partition(";")[0]
    if not media_type.endswith("json"):
        raise InvalidValue(place, f"is answered as {media_type}, but an input is JSON. Ask for f=json.")
    size = len(answer.body)
    if size > MAXIMUM_BODY:
        reason = f"is answered with {size:,} bytes; at most {MAXIMUM_BODY:,} are possible."
        raise InvalidValue(place, f"{reason} Choose fewer features by filters or limit, or fewer properties.")
    budget.spend(size * _BYTE, "reading what the reference names", place, _FEWER)
    document = orjson.loads(answer.body)
    listed, there = document.get("numberReturned"), document.get("numberMatched")
    if listed is not None and listed != there and request.first("limit") is None:
        raise InvalidValue(place, f"is the first page, with {listed} of {there} features. Set limit, or filter.")
    return document

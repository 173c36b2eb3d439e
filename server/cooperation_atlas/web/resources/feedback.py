"""The form by which people say what more they need, for browsers and for the panel. It needs no cookies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs

import orjson

from ...feedback.message import MOST_CHARACTERS, MOST_OF_ADDRESS, BadMessage, Came, Unavailable
from ...model.errors import InvalidValue, NotFound
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.openapi import SERVICE, ApiPart, operation
from ...ogc.openapi_texts import message
from ...ogc.parameters import excluded, unique
from ...ogc.service_links import link, own_relation
from ..feedback import StaleToken, TooMany, desk_of
from ..http.negotiation import format_of
from ..http.problems import Refused
from ..http.representation import Representation, json_document
from ..http.request import ResourceRequest
from ..http.sender import Sender
from ..pages import page
from ..service import ServedEdition
from .block import READ, Block, Link, Route
from .document import COMMON

PATH = "/feedback"
_FORMATS = ("json", "html")
_FORM, _JSON = "application/x-www-form-urlencoded", "application/json"
#: Most bytes of what is posted: each character of a form may take nine.
_LARGEST = 9 * (MOST_CHARACTERS + MOST_OF_ADDRESS) + 2_000
_MOST_FIELDS = 10
_ABOUT = "What more people need for their partner search: a form with its token, and a message for the operator."
_FIELDS = ("message", "about", "token")
_SCHEMA = {
    "type": "object",
    "required": ["message", "token"],
    "properties": {
        "message": {"type": "string", "minLength": 1, "maxLength": MOST_CHARACTERS},
        "about": {"type": "string", "maxLength": MOST_OF_ADDRESS},
        "token": {"type": "string"},
    },
    "additionalProperties": False,
}


@dataclass(frozen=True)
class _Posted:
    message: str
    about: str
    token: str


def feedback(view: ServedEdition, request: ResourceRequest, sender: Sender) -> Representation:
    """The form, or what was posted with it.

    :raises NotFound: where feedback is switched off
    """
    where = view.settings.feedback
    if where is None:
        raise NotFound(f"resource '{PATH}'")
    values = unique(request.parameters, (*COMMON, "about"), f"'{PATH}'")
    excluded(values)
    language = view.language(request)
    desk = desk_of(where)
    try:
        if request.method != "POST":
            form = {"about": values.get("about", "")[:MOST_OF_ADDRESS], "token": desk.token()}
            if format_of(request.first("f"), request.accept, _FORMATS) == "html":
                return _page(view, request, form)
            told = {"max_characters": MOST_CHARACTERS, "kept_days": view.settings.feedback_days, "token": form["token"]}
            return json_document({"title": "Feedback", **told}, stable=False)
        if sender.is_foreign(view.base_url):
            detail = "The form was sent by a page of another site. Use the form of this service."
            raise Refused(HTTPStatus.FORBIDDEN, detail)
        is_form = sender.media_type == _FORM
        posted = _posted(request.body or b"", is_form=is_form)
        came = Came.PAGE if is_form else Came.PANEL
        try:
            desk.take(posted.message, posted.about, language, came, posted.token, sender.address)
        except (BadMessage, StaleToken) as error:
            return _again(view, request, posted, error, desk.token(), is_form=is_form)
        except TooMany as error:
            raise Refused(HTTPStatus.TOO_MANY_REQUESTS, str(error), {"Retry-After": str(error.seconds)}) from error
    except Unavailable as error:
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, str(error), {"Retry-After": "60"}) from error
    if is_form:
        return _page(view, request, {"about": posted.about, "sent": True})
    return json_document({"title": "Feedback", "received": True}, status=HTTPStatus.CREATED, stable=False)


def _posted(body: bytes, *, is_form: bool) -> _Posted:
    """The fields of what was posted.

    :raises InvalidValue: for what is no such form
    """
    try:
        fields: Any
        if is_form:
            several = parse_qs(
                body.decode("ascii"), True, True, errors="strict", max_num_fields=_MOST_FIELDS, encoding="utf-8"
            )
            for name in (name for name, given in several.items() if len(given) > 1):
                raise InvalidValue(name, "is given twice.")
            fields = {name: given[0] for name, given in several.items()}
        else:
            fields = orjson.loads(body)
    except ValueError as error:  # also UnicodeDecodeError and orjson's own
        raise InvalidValue("message", f"the body is no form that can be read ({error}).") from error
    if not isinstance(fields, dict) or not all(isinstance(value, str) for value in fields.values()):
        raise InvalidValue("message", "the body must hold the texts message, token and about.", _FIELDS)
    for name in fields:
        if name not in _FIELDS:
            raise InvalidValue(name, "is no field of this form.", _FIELDS)
    return _Posted(*(fields.get(name, "") for name in _FIELDS))


def _again(
    view: ServedEdition,
    request: ResourceRequest,
    posted: _Posted,
    error: BadMessage | StaleToken,
    token: str,
    *,
    is_form: bool,
) -> Representation:
    """The form with what was written, or a refusal for software."""
    if not is_form:
        if isinstance(error, StaleToken):
            raise Refused(HTTPStatus.FORBIDDEN, f"The token does not hold. Get a new one from {PATH}.") from error
        raise InvalidValue("message", str(error)) from error
    stale = isinstance(error, StaleToken)
    content = {"about": posted.about, "token": token, "written": posted.message, "stale": stale}
    return _page(view, request, {**content, "problem": None if stale else str(error)}, HTTPStatus.BAD_REQUEST)


def _page(
    view: ServedEdition, request: ResourceRequest, content: Mapping[str, Any], status: int = HTTPStatus.OK
) -> Representation:
    """The page of the form; it is never kept, because its token is for one reader."""
    usual = {"sent": False, "stale": False, "problem": None, "written": "", "token": "", "about": ""}
    more = {"most": MOST_CHARACTERS, "days": view.settings.feedback_days}
    made = page("feedback.html", {**usual, **more, **content}, view, request, int(status))
    return Representation(made.body, made.media_type, made.status, made.headers, stable=False)


def _api(view: ServedEdition) -> ApiPart:
    if view.settings.feedback is None:
        return ApiPart()
    content = {_JSON: {"schema": {"type": "object"}}, "text/html": {"schema": {"type": "string"}}}
    headers = answers.headers_of("Atlas-Edition", "Link")
    others = {status: answer for status, answer in answers.OTHERS.items() if status != "304"}
    about = {
        "name": "about", "in": "query", "required": False, "description": "Path of the page that the message is about.",
        "schema": {"type": "string"},
    }  # fmt: skip
    common = [declare.format_(*_FORMATS), declare.ref("lang"), declare.ref("exclude"), about]
    body = {
        "required": True,
        "description": "A message, and the token of a form.",
        "content": {_FORM: {"schema": _SCHEMA}, _JSON: {"schema": _SCHEMA}},
    }
    refusals = dict.fromkeys(("403", "408", "413", "415", "429"), answers.PROBLEM)
    given = {"description": "The message is kept.", "headers": headers, "content": content}
    get = operation(
        "Feedback: a form",
        "getFeedback",
        common,
        {"200": {"description": "A form and its token.", "headers": headers, "content": content}, **others},
        SERVICE,
    )
    post = operation(
        "Feedback: a message", "postFeedback", common, {"200": given, "201": given, **others, **refusals}, SERVICE,
        requestBody=body,
    )  # fmt: skip
    return ApiPart(paths={PATH: {"get": get, "post": post}}, relations={"feedback": message(_ABOUT)})


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    if view.settings.feedback is not None:
        yield link(own_relation(view.base_url, "feedback"), view.base_url + PATH, "Feedback", _JSON)


def _present(view: ServedEdition, _: Mapping[str, str]) -> None:
    if view.settings.feedback is None:
        raise NotFound(f"resource '{PATH}'")


BLOCK = Block(
    routes=(
        Route(
            PATH,
            feedback,
            (*READ, "POST"),
            of_sender=True,
            check=_present,
            body=("a form", "message"),
            media_types=(_FORM, _JSON),
            largest_body=_LARGEST,
        ),
    ),
    api=_api,
    links=_links,
)

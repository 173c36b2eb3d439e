"""Resources that answer with one JSON object: the same as a page, and in JSON-LD where it has such a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.formats import jsonld
from ...ogc.openapi import SERVICE, operation
from ...ogc.parameters import excluded, unique
from ..http.negotiation import format_of
from ..http.representation import JSON, Representation, json_document
from ..http.request import ResourceRequest
from ..pages import page
from ..service import ServedEdition
from ..translations.catalogue import catalogue
from ..translations.documents import translate_document
from .block import Example, Route

JSONObject = dict[str, Any]
#: Parameters that every document takes.
COMMON = ("f", "lang", "exclude")


@dataclass(frozen=True)
class Document:
    """A resource that answers with one JSON object, and with a page made from it.

    :param path: pattern of the router; ``{name}`` are arguments of ``content``
    :param template: template of the page
    :param content: makes the object from the edition, the request and the arguments
    :param media_type: of the JSON form
    :param linked: makes the same in JSON-LD, where there is such a form
    :param parameters: declarations of the parameters that it takes beside ``COMMON``
    :param examples: arguments of documents that are there
    """

    path: str
    template: str
    content: Callable[..., JSONObject]
    media_type: str = JSON
    linked: Callable[..., JSONObject] | None = None
    parameters: tuple[declare.Declared, ...] = ()
    examples: Callable[[ServedEdition], Iterable[Mapping[str, str]]] = lambda _: ({},)

    @property
    def formats(self) -> tuple[str, ...]:
        """The values of ``f`` that it takes, the usual one first."""
        return ("json", "html", "jsonld") if self.linked else ("json", "html")

    @property
    def route(self) -> Route:
        """The route, with an example in each format."""
        return Route(self.path, self.answer, examples=self._examples)

    def answer(self, view: ServedEdition, request: ResourceRequest, **arguments: str) -> Representation:
        """The document in the format that the request asks for.

        :raises InvalidValue: for parameters that it does not take, and values that they do not have
        """
        names = (*COMMON, *(parameter["name"] for parameter in self.parameters))
        excluded(unique(request.parameters, names, f"'{request.path}'"))
        format_ = format_of(request.first("f"), request.accept, self.formats)
        # A language that is not offered is refused also where the document has no texts in languages.
        language = view.language(request)
        if format_ == "jsonld" and self.linked:
            return json_document(self.linked(view, request, **arguments), jsonld.MEDIA_TYPE)
        content = translate_document(catalogue(language), self.content(view, request, **arguments))
        if format_ == "html":
            return page(self.template, {"content": content}, view, request)
        return json_document(content, self.media_type, {"Content-Language": language})

    def operation(self, summary: str, id_: str, tag: str = SERVICE, in_path: Iterable[JSONObject] = ()) -> JSONObject:
        """The path item of the API definition.

        :param in_path: declarations of the parameters in the path
        """
        content = {self.media_type: {"schema": {"type": "object"}}, "text/html": {"schema": {"type": "string"}}}
        format_ = declare.ref("f")
        if self.linked:
            content[jsonld.MEDIA_TYPE] = {"schema": {"type": "object"}}
            format_ = declare.format_(*self.formats)
        responses = {
            "200": {"description": summary, "headers": answers.headers_of(*answers.ALWAYS), "content": content},
            **answers.OTHERS,
        }
        parameters = [*in_path, format_, declare.ref("lang"), declare.ref("exclude"), *self.parameters]
        return {"get": operation(summary, id_, parameters, responses, tag)}

    def _examples(self, view: ServedEdition) -> Iterable[Example]:
        return (Example(arguments, (("f", f),)) for arguments in self.examples(view) for f in self.formats)


def kept(request: ResourceRequest) -> str:
    """The parameter that the links of a document keep: without samples here, without samples there."""
    chosen = request.first("exclude")
    return f"&exclude={chosen}" if chosen else ""

"""Resources that answer with one JSON object: the same as a page, and in JSON-LD where it has such a form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.formats.registry import FORMATS, OBJECT, object_forms
from ...ogc.notices import link_header
from ...ogc.openapi import SERVICE, operation
from ...ogc.parameters import excluded, unique
from ..http.negotiation import format_of
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..page_writer import RequestedPages
from ..pages import page_headers
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
    :param media_type: of the JSON form, where it is another than that of JSON
    :param linked: makes the same in JSON-LD, where there is such a form
    :param parameters: declarations of the parameters that it takes beside ``COMMON``
    :param only_language: language of its JSON form, where that is not in the language asked for
    :param examples: arguments of documents that are there
    """

    path: str
    template: str
    content: Callable[..., JSONObject]
    media_type: str | None = None
    linked: Callable[..., JSONObject] | None = None
    parameters: tuple[declare.Declared, ...] = ()
    only_language: str | None = None
    examples: Callable[[ServedEdition], Iterable[Mapping[str, str]]] = lambda _: ({},)

    @property
    def formats(self) -> tuple[str, ...]:
        """The values of ``f`` that it takes, the usual one first."""
        return tuple(f for f, form in object_forms().items() if self.linked or not form.linked)

    def media_type_in(self, f: str) -> str:
        """Its media type in a format."""
        return self.media_type if f == "json" and self.media_type else object_forms()[f].media_type

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
        f = format_of(request.first("f"), request.accept, self.formats)
        # A language that is not offered is refused also where the document has no texts in languages.
        language = view.language(request)
        form = object_forms()[f]
        if form.linked and self.linked:
            content = self.linked(view, request, **arguments)
        else:
            content = translate_document(catalogue(language), self.content(view, request, **arguments))
        body = form.write(content, self.template, RequestedPages(view, request))
        if FORMATS[f].is_page:
            return Representation(body, FORMATS[f].content_type, headers=page_headers(language))
        # The licences stand in the headers, because not every object has a place for them (a JSON Schema has none).
        headers = {"Link": link_header()}
        if not form.linked:
            headers["Content-Language"] = self.only_language or language
        return Representation(body, self.media_type_in(f), headers=headers)

    def operation(self, summary: str, id_: str, tag: str = SERVICE, in_path: Iterable[JSONObject] = ()) -> JSONObject:
        """The path item of the API definition.

        :param in_path: declarations of the parameters in the path
        """
        content = {self.media_type_in(f): {"schema": FORMATS[f].schema or OBJECT} for f in self.formats}
        responses = {
            "200": {"description": summary, "headers": answers.headers_of(*answers.ALWAYS), "content": content},
            **answers.OTHERS,
        }
        parameters = [
            *in_path,
            declare.format_(*self.formats),
            declare.ref("lang"),
            declare.ref("exclude"),
            *self.parameters,
        ]
        return {"get": operation(summary, id_, parameters, responses, tag)}

    def _examples(self, view: ServedEdition) -> Iterable[Example]:
        return (Example(arguments, (("f", f),)) for arguments in self.examples(view) for f in self.formats)


def kept(request: ResourceRequest) -> str:
    """The parameter that the links of a document keep: without samples here, without samples there."""
    chosen = request.first("exclude")
    return f"&exclude={chosen}" if chosen else ""

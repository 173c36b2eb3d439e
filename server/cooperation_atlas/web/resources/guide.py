"""The guide for beginners: step by step to a type and a degree of cooperation, and to a search."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from ...model.errors import InvalidValue, nearest
from ...model.record_collections import EXAMPLES, KNOWLEDGE, RecordCollection
from ...ogc import openapi_parameters as declare
from ...ogc.formats.geojson import document_members
from ...ogc.openapi import ApiPart
from ...ogc.openapi_texts import message
from ...ogc.service_links import document_links, link, own_relation
from ...store.guide import Option, Step, guide_of
from ...store.records import records_of
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block, Link
from .document import Document, kept

PATH = "/guide"
#: The answer to each step, in the order of the steps of an edition.
STEPS = ("where", "what")
#: Documents and examples that a step shows.
_SHOWN = 5
_TITLE = "Which cooperation suits you?"


def guide(view: ServedEdition, request: ResourceRequest) -> dict[str, Any]:
    """The steps with what is chosen in each, documents and examples for it, and the search that follows.

    :raises InvalidValue: for an answer that a step does not have
    """
    folder = view.settings.editions / view.id
    steps = [_step(view, request, step) for step in guide_of(folder)]
    topic = request.first("topic")
    if topic is not None and topic not in view.store.codelists["topics"]:
        codes = view.store.codelists["topics"].codes
        raise InvalidValue("topic", f"'{topic}' is not a topic.", nearest(topic, codes, 3))
    chosen = {name: codes for step in steps for name, codes in step["values"].items()}
    return {
        "title": _TITLE,
        "steps": steps,
        "topic": topic,
        "next": next((step["step"] for step in steps if step["chosen"] is None), None),
        "searches": _searches(chosen, topic),
        **document_members(view.store.edition),
        "links": document_links(view.base_url + PATH, _DOCUMENT.formats, kept(request)),
    }


def _step(view: ServedEdition, request: ResourceRequest, step: Step) -> dict[str, Any]:
    given = request.first(step.id)
    option = step.option(given)
    if given is not None and option is None:
        raise InvalidValue(step.id, f"'{given}' is not an answer to this step.", [one.id for one in step.options])
    told = {"step": step.id, "title": step.title, "question": step.question, "hint": step.hint}
    return {
        **told,
        "options": [_option(one) for one in step.options],
        "chosen": option and option.id,
        "values": dict(option.values) if option else {},
        "documents": _records(view, KNOWLEDGE, option),
        "examples": _records(view, EXAMPLES, option),
    }


def _option(option: Option) -> dict[str, Any]:
    return {
        "option": option.id,
        "title": option.title,
        "text": option.text,
        "legal_ref": option.legal_ref,
        "values": dict(option.values),
    }


def _records(view: ServedEdition, collection: RecordCollection, option: Option | None) -> list[dict[str, Any]]:
    """The records that deal with what an answer means."""
    if option is None or not option.values:
        return []
    records = records_of((view.settings.editions / view.id).resolve(), collection)
    if not view.store.edition["samples"]:
        records = records.without_samples()
    found = records.search(equal=[(name, ",".join(codes)) for name, codes in option.values.items()])
    # The dated ones are events and news of the past: what lasts comes first.
    found.sort(key=lambda record: (record.cells.get("type") in ("event", "news"), record.id))
    return [
        {
            "id": record.id,
            "title": record.cells["title"],
            "language": record.cells["language"],
            "url": record.cells.get("url"),
            "path": f"/collections/{collection.id}/items/{record.id}",
            "sample": record.sample,
        }
        for record in found[:_SHOWN]
    ]


def _searches(chosen: dict[str, tuple[str, ...]], topic: str | None) -> dict[str, str]:
    """Paths of the searches that the answers lead to: programmes, entries, and examples."""
    scope, modes = ",".join(chosen.get("scopes", ())), ",".join(chosen.get("modes", ()))
    partners = {"scope": scope, "topic": topic or "", "abroad": "true"}
    entries = {"scope": scope, "mode": modes, "topic": topic or ""}
    examples = {"scopes": scope, "modes": modes, "topics": topic or ""}
    return {
        "partners": _path("/", partners),
        "entries": _path("/collections/cooperation/items", entries),
        "examples": _path(f"/collections/{EXAMPLES.id}/items", examples),
    }


def _path(path: str, parameters: dict[str, str]) -> str:
    query = urlencode({name: value for name, value in parameters.items() if value}, safe=",")
    return f"{path}?{query}" if query else path


_TEXT = {"type": "string"}
_DOCUMENT = Document(
    PATH,
    "guide.html",
    guide,
    parameters=(
        declare.single("where", "The answer to the first step: where partners are.", _TEXT),
        declare.single("what", "The answer to the second step: what is to be done together.", _TEXT),
        declare.single("topic", "A topic to search for.", _TEXT),
    ),
)


def _api(_: ServedEdition) -> ApiPart:
    return ApiPart(
        paths={PATH: _DOCUMENT.operation("Guide for beginners", "guide")},
        relations={"guide": message("Step by step to the type and degree of cooperation that suit, and to a search.")},
    )


def _links(view: ServedEdition, _: str) -> Iterable[Link]:
    yield link(own_relation(view.base_url, "guide"), view.base_url + PATH, "Guide for beginners")


BLOCK = Block(routes=(_DOCUMENT.route,), api=_api, links=_links)

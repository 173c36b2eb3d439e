"""What is new, changed or gone in any search since the edition before: a feed, and the same as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from ...model.attribution import ATTRIBUTION
from ...model.collections import COLLECTIONS, Collection, collection
from ...model.criteria import SAMPLES
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.address import Address
from ...ogc.changes import GEOMETRY, Change, ChangesRequest, Kind, NotComparable, changes, check, parse_changes
from ...ogc.formats import atom
from ...ogc.formats.geojson import document_members
from ...ogc.formats.registry import FORMATS, TEXT
from ...ogc.links import format_links
from ...ogc.notices import licence_links, link_header
from ...ogc.openapi import ApiPart, operation
from ...ogc.openapi_texts import message, titled
from ...ogc.parameters import CHANGES
from ...ogc.service_links import first, link, own_relation
from ...store.budget import FEWER, Budget
from ..http.negotiation import format_of
from ..http.representation import JSON, Representation, json_document
from ..http.request import ResourceRequest
from ..service import ServedEdition
from ..translations.catalogue import Catalogue, catalogue
from .block import Block, Example, Link, Route
from .collection_ids import DECLARED
from .collections import example_arguments

_FORMATS = ("atom", "json")
_TITLE = message("What is new, changed or gone")
#: Titles of entries, and what they say.
_TEXTS: dict[Kind, tuple[str, str]] = {
    Kind.ADDED: (message("New: {title}"), message("New in this edition.")),
    Kind.ENTERED: (
        message("Found now: {title}"),
        message("It was in the edition before, too, but did not meet the search."),
    ),
    Kind.CHANGED: (message("Changed: {title}"), message("Changed: {what}.")),
    Kind.LEFT: (
        message("Found no longer: {title}"),
        message("It is still in the data, but no longer meets the search."),
    ),
    Kind.REMOVED: (message("Gone: {title}"), message("It is no longer in the data.")),
}
_SAMPLE = message("{title} (sample entry, made up)")
_SHAPE = message("Geometry")
_COMPARED = message("Compared with the edition of {date}.")
_FIRST = message("There is no edition before that of {date}; changes are told from the next one on.")
_NOT_HELD = message(
    "The edition before that of {date} is not kept any more or cannot be read, so nothing can be compared with it."
)
_UNLIKE = message("The edition before that of {date} does not know all values of this search, so it is not compared.")


def changed(
    view: ServedEdition, request: ResourceRequest, collection_id: str, budget: Budget | None = None
) -> Representation:
    """The changes of a search.

    Never kept: which edition was served before does not follow from the one that is served now.

    :raises OverBudget: where that costs more than ``budget``
    """
    chosen = collection(collection_id)
    words = catalogue(view.language(request))
    parsed = parse_changes(chosen, request.parameters, request.day, view.limits)
    format_ = FORMATS[format_of(request.first("f"), request.accept, _FORMATS)]
    found, note, before = _compared(view, request, parsed, budget, words)
    start = parsed.query.offset
    shown = found[start : start + parsed.query.limit]
    if budget is not None:
        budget.spend(len(shown) * format_.steps, f"writing {len(shown)} changes", "limit", FEWER)
    told = {
        "title": f"{words.translate(chosen.title)}: {words.translate(_TITLE)}",
        "note": note,
        "updated": view.store.edition["created"],
        "previous": before,
        "numberMatched": len(found),
        "numberReturned": len(shown),
    }
    address = Address.of(f"{view.base_url}/collections/{chosen.id}/changes", request.parameters)
    links = [*format_links(address, format_, _FORMATS), *_more(view, chosen, address, format_.id, parsed, len(found))]
    headers = {"Link": link_header(), "Content-Language": words.language}
    entries = [_told(view, chosen, each, words) for each in shown]
    if format_.id == "json":
        content = {"collection": chosen.id, **document_members(view.store.edition), **told}
        return json_document({**content, "links": links, "changes": entries}, JSON, headers, stable=False)
    name = f"{(before or {}).get('id')} {view.id}"
    feed = atom.Feed(
        id=address.url(),
        title=str(told["title"]),
        subtitle=note,
        updated=str(told["updated"]),
        author=view.title,
        rights=ATTRIBUTION,
        language=words.language,
        links=[atom.FeedLink(each["rel"], each["href"], each["type"]) for each in (*links, *licence_links())],
        entries=[
            atom.Entry(
                f"{view.base_url}/collections/{chosen.id} {each['id']} {name} {each['change']}",
                each["title"],
                each["text"],
                each["change"],
                each.get("href"),
            )
            for each in entries
        ],
    )
    return Representation(atom.write(feed), format_.content_type, headers=headers, stable=False)


def _compared(
    view: ServedEdition, request: ResourceRequest, parsed: ChangesRequest, budget: Budget | None, words: Catalogue
) -> tuple[Sequence[Change], str, dict[str, Any] | None]:
    """The changes, what they are compared with in words, and which edition that is."""
    earlier = view.earlier()
    own = _day(view.store.edition)
    before = earlier.store
    if before is None:
        check(view.store, parsed, budget)
        return [], words.translate(_FIRST if earlier.id is None else _NOT_HELD).format(date=own), None
    if request.first("exclude") == SAMPLES:
        before = before.without_samples
    told = {name: before.edition[name] for name in ("id", "created")}
    try:
        found = changes(view.store, before, parsed, budget)
    except NotComparable:
        return [], words.translate(_UNLIKE).format(date=own), told
    return found, words.translate(_COMPARED).format(date=_day(before.edition)), told


def _day(edition: Any) -> str:
    """The day on which an edition was made."""
    return str(edition["created"])[:10]


def _told(view: ServedEdition, of: Collection, change: Change, words: Catalogue) -> dict[str, Any]:
    """A change as JSON."""
    title, text = map(words.translate, _TEXTS[change.kind])
    name = words.translate(_SAMPLE).format(title=change.title) if change.sample else change.title
    named = (_SHAPE if each == GEOMETRY else of.by_name[each].title for each in change.properties)
    told: dict[str, Any] = {
        "id": change.id,
        "change": change.kind.value,
        "title": title.format(title=name),
        "text": text.format(what=", ".join(map(words.translate, named))),
        "sample": change.sample,
    }
    if change.properties:
        told["properties"] = change.properties
    if not change.kind.is_gone:
        told["href"] = f"{view.base_url}/collections/{of.id}/items/{quote(change.id, safe='')}"
    return told


def _more(
    view: ServedEdition, of: Collection, address: Address, f: str, parsed: ChangesRequest, matched: int
) -> Iterable[Link]:
    """The list of the search, and the next changes."""
    found = Address(f"{view.base_url}/collections/{of.id}/items", address.given)
    yield {
        "rel": "related",
        "type": FORMATS["html"].media_type,
        "title": "What the search finds now",
        "href": found.url(limit=None, offset=None, f="html"),
    }
    following = parsed.query.offset + parsed.query.limit
    if following < matched:
        href = address.url(offset=str(following), f=f)
        yield {"rel": "next", "type": FORMATS[f].media_type, "title": "Further changes", "href": href}


def _api(view: ServedEdition) -> ApiPart:
    paths: dict[str, Any] = {}
    answer = {
        "description": message("Changes since the edition before"),
        "headers": answers.headers_of("Atlas-Edition", "Link"),
        "content": {
            FORMATS["atom"].media_type: {"schema": TEXT},
            JSON: {"schema": {"$ref": "#/components/schemas/Changes"}},
        },
    }
    others = {status: other for status, other in answers.OTHERS.items() if status != "304"}
    for one in COLLECTIONS.values():
        parameters = [
            *(declare.ref(name) for name in CHANGES if name != "f"),
            declare.format_(*_FORMATS),
            *declare.filters(one, view.store),
        ]
        get = operation(
            titled(one.title, _TITLE),
            f"changes{answers.type_name(one.id)}",
            parameters,
            {"200": answer, **others},
            one.id,
        )
        paths[f"/collections/{one.id}/changes"] = {"get": get}
    return ApiPart(
        paths=paths,
        parameters=declare.searches(view.limits),
        schemas={"Changes": _schema()},
        relations={"changes": message("What is new, changed or gone in any search since the edition before.")},
    )


def _schema() -> dict[str, Any]:
    text, count = {"type": "string"}, {"type": "integer", "minimum": 0}
    edition = {"type": "object", "required": ["id", "created"], "properties": {"id": text, "created": text}}
    change = {
        "type": "object",
        "required": ["id", "change", "title", "text", "sample"],
        "properties": {
            "id": text,
            "change": {"type": "string", "enum": [kind.value for kind in Kind]},
            "title": text,
            "text": text,
            "sample": {"type": "boolean"},
            "properties": {"type": "array", "items": text},
            "href": {"type": "string", "format": "uri"},
        },
    }
    return {
        "type": "object",
        "required": ["collection", "edition", "note", "updated", "previous", "numberMatched", "numberReturned"],
        "properties": {
            **dict.fromkeys(("collection", "edition", "title", "note", "updated"), text),
            "previous": {**edition, "nullable": True},
            **dict.fromkeys(("numberMatched", "numberReturned"), count),
            "links": {"type": "array", "items": {"type": "object"}},
            "changes": {"type": "array", "items": change},
        },
    }


def _collection_links(view: ServedEdition, kept: str, id_: str, _: int) -> Iterable[Link]:
    address = f"{view.base_url}/collections/{id_}/changes{first(kept)}"
    yield link(own_relation(view.base_url, "changes"), address, _TITLE, FORMATS["atom"].media_type)


def _examples(view: ServedEdition) -> Iterable[Example]:
    return (Example(arguments, (("limit", "1"), ("f", f))) for arguments in example_arguments(view) for f in _FORMATS)


BLOCK = Block(
    routes=(
        Route(
            f"{DECLARED}/changes",
            changed,
            search=True,
            examples=_examples,
        ),
    ),
    api=_api,
    collection_links=_collection_links,
)

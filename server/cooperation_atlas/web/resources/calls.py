"""Windows in which cooperation entries are open, alone or together with those of another programme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from ...matching.calls import Calls, Record, calls_of, calls_together
from ...matching.facts import Entry
from ...matching.matcher import Matcher
from ...matching.read import EVERY
from ...model.calls import CALLS, Note
from ...model.collections import COOPERATION
from ...model.errors import InvalidValue
from ...ogc import openapi_answers as answers
from ...ogc import openapi_parameters as declare
from ...ogc.address import Address
from ...ogc.calls_request import MOST, PARTNER, PROGRAMME, SEARCHES, CallsRequest, parse_calls
from ...ogc.formats.document import FeatureDocument
from ...ogc.formats.registry import FORMATS, check_labels, formats_of
from ...ogc.links import format_links
from ...ogc.notices import licence_links, link_header
from ...ogc.openapi import ApiPart, operation
from ...ogc.openapi_texts import message
from ...ogc.parameter_names import parameters_named
from ...ogc.parameters import LABELS
from ...ogc.search import chosen_query
from ...ogc.service_links import link, own_relation
from ...store.budget import FEWER, Budget
from ...store.query import Query
from ..call_page import READ, CallPage, say
from ..call_pages import CallPages
from ..http.negotiation import format_of
from ..http.representation import Representation
from ..http.request import ResourceRequest
from ..pages import page_headers
from ..service import ServedEdition
from .block import Block, Example, Link, Route

_FORMATS = formats_of(CALLS)
#: Steps (``store.budget``) of reading an entry, of comparing two, and of all that is said of a window.
_READING, _COMPARING, _WINDOW = 60, 60, 300


def calls(view: ServedEdition, request: ResourceRequest, budget: Budget | None = None) -> Representation:
    """Windows, those that close soonest first.

    :raises OverBudget: where that costs more than ``budget``
    """
    words = view.words(request)
    parsed = parse_calls(request.parameters, request.day)
    format_ = FORMATS[format_of(request.first("f"), request.accept, _FORMATS)]
    check_labels(format_, parsed.shown.labels)
    budget = budget or Budget()
    search = _Search(view, parsed, budget)
    found = search.calls()
    count = min(parsed.limit, len(found.found))
    cost = count * _WINDOW + format_.cost(count, CALLS, parsed.shown.properties)
    budget.spend(cost, f"writing {count} windows", "limit", FEWER)
    notes = [say(words, Note.NO_ENTRY, programme=parsed.programme)] if search.is_without_entries else []
    query = replace(parsed.shown.query, limit=parsed.limit)
    page = CallPage(query, found, search.entries, words, parsed.today, notes)
    address = Address.of(f"{view.base_url}/{CALLS.id}", request.parameters)
    document = FeatureDocument(
        collection=CALLS,
        page=page,
        request=replace(parsed.shown, query=query),
        address=address,
        links=[*format_links(address, format_, _FORMATS), *licence_links()],
        edition=view.store.edition,
        base=view.base_url,
        words=words,
        html=CallPages(view, request, parsed),
    )
    headers = {
        "Link": link_header(),
        "OGC-NumberMatched": str(page.matched),
        "OGC-NumberReturned": str(len(page)),
        **({"Content-Crs": f"<{parsed.shown.crs}>"} if format_.geometry else {}),
        **(page_headers(words.language) if format_.is_page else {"Content-Language": words.language}),
    }
    if format_.attachment:
        name = "-".join(filter(None, (CALLS.id, parsed.programme, parsed.partner)))
        headers["Content-Disposition"] = f'attachment; filename="{name}.{format_.extension}"'
    return Representation(format_.write_list(document), format_.content_type, headers=headers)


class _Search:
    """The entries that a request asks for, and their windows."""

    def __init__(self, view: ServedEdition, parsed: CallsRequest, budget: Budget) -> None:
        self._view = view
        self._parsed = parsed
        self._budget = budget
        #: The entries that were read, by id.
        self.entries: dict[str, Record] = {}
        self.is_without_entries = False

    def calls(self) -> Calls:
        """The windows."""
        with parameters_named():
            query = chosen_query(self._view.store, self._parsed.entries, self._parsed.alternatives)
            found = self._read(query)
        if self._parsed.programme is None:
            return calls_of(found.values(), self._parsed.interval)
        return self._together(self._parsed.programme, found)

    def _read(self, query: Query) -> Mapping[str, Record]:
        page = self._view.store.search(replace(query, limit=EVERY), self._budget)
        self._budget.spend(len(page) * _READING, f"reading {len(page)} entries")
        read = {values[0]: dict(zip(READ, values, strict=True)) for values in page.cells(READ)}
        self.entries |= read
        return read

    def _together(self, programme: str, found: Mapping[str, Record]) -> Calls:
        """The windows of entries of the programme together with those found."""
        matcher, row = self._programme(PROGRAMME, programme)
        own = self._read(Query(COOPERATION.id, equals=(("cci", (programme,)),)))
        self.entries |= found  # whether they match is said of these
        self.is_without_entries = not matcher.facts.entries_of.get(row)
        self._budget.spend(len(own) * len(matcher.facts.entries) * _COMPARING, "comparing entries", PROGRAMME)
        unknown = self._parsed.entries.include_unknown
        return calls_together(matcher, row, self._wanted(matcher, row, found), self._parsed.interval, unknown=unknown)

    def _wanted(self, matcher: Matcher, row: int, found: Mapping[str, Record]) -> Callable[[Entry], bool]:
        """Which entries may be the other one: of the partner that is named, else of another country."""
        if self._parsed.partner is not None:
            period, partner = self._programme(PARTNER, self._parsed.partner)
            if period is not matcher:
                reason = f"belongs to another period than {self._parsed.programme}; name two of the same period."
                raise InvalidValue(PARTNER, reason)
            if partner == row:
                raise InvalidValue(PARTNER, "is the programme itself; name another one.")
            return lambda entry: entry.row == partner and entry.id in found
        country = matcher.facts.country
        return lambda entry: country[entry.row] != country[row] and entry.id in found

    def _programme(self, name: str, cci: str) -> tuple[Matcher, int]:
        """The facts of the period of a programme, and its row.

        :raises InvalidValue: for a programme that does not exist
        """
        search = self._view.partners
        matcher = search.matcher(search.period_named(cci, name), self._budget)
        return matcher, matcher.facts.row_of[cci]


def _api(view: ServedEdition) -> ApiPart:
    text = {"type": "string", "minLength": 1}
    limit = {"type": "integer", "minimum": 1, "maximum": MOST, "default": MOST}
    parameters = [
        declare.single(PROGRAMME, "CCI of a programme: windows in which its entries are open, too.", text),
        declare.single(PARTNER, "Beside programme: CCI of the only programme whose entries are looked at.", text),
        declare.single(
            "datetime",
            "A day or an interval (`2027-01-01/..`) in which windows are open; from today on where nothing is said.",
            text,
        ),
        declare.single("limit", "Maximum number of windows.", limit),
        declare.format_(*_FORMATS),
        *(declare.ref(name) for name in ("lang", "exclude", *SEARCHES, LABELS)),
        declare.property_lists(CALLS)[0],
        *(each for each in declare.filters(COOPERATION, view.store) if each["name"] != PROGRAMME),
    ]
    found = answers.features(message("Windows in which entries are open"), "CallsFeatures", _FORMATS)
    return ApiPart(
        paths={f"/{CALLS.id}": {"get": operation("Windows in which entries are open", "getCalls", parameters, found)}},
        parameters=declare.searches(view.limits),
        schemas=answers.feature_schemas(view.store, [CALLS]),
        relations={"calls": message("Windows in which cooperation entries are open, also as a calendar.")},
    )


def _links(view: ServedEdition, kept: str) -> Iterable[Link]:
    here = f"{view.base_url}/{CALLS.id}"
    for f in ("json", "ics"):
        title = f"Windows in which entries are open, as {FORMATS[f].title}"
        yield link(own_relation(view.base_url, CALLS.id), f"{here}?f={f}{kept}", title, FORMATS[f].media_type)


def _examples(view: ServedEdition) -> Iterable[Example]:
    # Not as a calendar: that loads a library that many services never need.
    return (Example({}, (("limit", "1"), ("f", f))) for f in _FORMATS if f != "ics")


BLOCK = Block(routes=(Route(f"/{CALLS.id}", calls, search=True, examples=_examples),), api=_api, links=_links)

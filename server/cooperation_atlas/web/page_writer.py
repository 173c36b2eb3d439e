"""The pages of features and documents, as the formats of ``ogc`` ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any
from urllib.parse import urlsplit

from ..model.collections import COLLECTIONS, Collection
from ..ogc.address import Address, page_addresses
from ..ogc.formats.document import FeatureDocument
from ..store.budget import Budget
from ..store.query import Query
from .drawn_map import DrawnMap
from .http.request import ResourceRequest
from .item_map import item_map
from .matches_map import AREA, PERIOD, matches_map
from .pages import rendered
from .records import facts, records
from .service import ServedEdition
from .translations.catalogue import catalogue


@dataclass(frozen=True)
class RequestedPages:
    """Makes pages for a request (``ogc.formats.document.PageWriter``).

    :param budget: pays for what a page shows beside its features
    """

    view: ServedEdition
    request: ResourceRequest
    budget: Budget | None = field(default=None, kw_only=True)

    def list_page(self, document: FeatureDocument) -> bytes:
        """The page of a list."""
        # Links of a page name no host.
        address = replace(document.address, path=urlsplit(document.address.path).path)
        f = self.request.first("f")
        collection, page, names = document.collection, document.page, document.request.properties
        columns = collection.presentation.columns if names is None else _columns(collection, names)
        content = {
            "collection": collection,
            "columns": columns,
            "records": records(page, collection, columns),
            "matched": page.matched,
            "unknown": page.unknown if page.query.criteria else 0,
            "notes": page.notes,
            "query": page.query,
            "matches": partial(self.matches, page.query, address),
            "given": dict(address.given) | ({"f": f} if f else {}),
            "pages": page_addresses(address, page, self.view.id, f),
        }
        return rendered("items.html", content, self.view, self.request)

    def matches(self, query: Query, address: Address, title: str, pattern: str) -> DrawnMap | None:
        """The map of all matches of a list.

        :param address: of the list; areas lead to their part of it
        :param title: of its legend
        :param pattern: says a number of an area that is a part of another, as in ``{count} of {whole}``
        """
        searched, words = COLLECTIONS[query.collection], catalogue(self.view.language(self.request))

        @cache
        def text(number: int, whole: int | None) -> str:
            if whole is None:
                noun = searched.presentation.noun
                return f"{words.number(number)} {words.ngettext(noun.one, noun.many, number)}"
            return pattern.format(count=words.number(number), whole=words.number(whole))

        kept = [one for one in address.given if one[0] not in (AREA, PERIOD, "offset", "limit")]

        @cache
        def place(period: str) -> str:
            # An area leads to its page, or to the same search in this area; codes of areas need no encoding.
            if searched.is_area:
                return f"{address.path}/"
            return Address(address.path, (*kept, (PERIOD, period), (AREA, ""))).url()

        def href(code: str, period: str) -> str:
            return place(period) + code

        return matches_map(self.view.store, query, title, href, text, self.budget)

    def feature_page(self, document: FeatureDocument) -> bytes:
        """The page of a feature."""
        collection = document.collection
        (record,) = records(document.page, collection, collection.by_name)
        known, unknown = facts(collection, record, document.request.properties)
        content = {
            "collection": collection,
            "record": record,
            "known": known,
            "unknown": unknown,
            "map_of_item": partial(self.map_of_item, collection, record.values),
        }
        return rendered("item.html", content, self.view, self.request)

    def map_of_item(self, of: Collection, values: Mapping[str, Any], *titles: str) -> DrawnMap | None:
        """The map of a feature; the titles are those of ``item_map``."""
        root = urlsplit(self.view.base_url).path

        def href(collection: str, code: str) -> str:
            return f"{root}/collections/{collection}/items/{code}"

        of_programme, of_page, of_neighbours = titles
        return item_map(self.view.store, of, values, href, (of_programme, of_page, of_neighbours))

    def object_page(self, content: Mapping[str, Any], template: str) -> bytes:
        """The page of a JSON object."""
        return rendered(template, {"content": content}, self.view, self.request)


def _columns(collection: Collection, names: Iterable[str]) -> list[str]:
    """The columns of a list that was asked for these properties: a row begins with what its feature is called."""
    wanted = set(names)
    asked = [name for name in collection.by_name if name in wanted]
    head = asked[0] if asked[:1] == [collection.id_field] else collection.presentation.name
    return [head, *(name for name in asked if name != head)]

"""Addresses of lists and features as they were asked for, and of the pages before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..store.contract import Page
from .query_string import raw_of

#: Relations of the pages before and after.
PAGES = ("prev", "next")


@dataclass(frozen=True)
class Address:
    """The address of a resource as it was asked for, from which the links to its other pages and formats are made.

    :param path: absolute URL without a query
    :param given: the parameters, as the client wrote them, without ``f`` and ``edition``
    """

    path: str
    given: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, path: str, parameters: Iterable[tuple[str, str]], body: bytes | None = None) -> Address:
        """The address of a request.

        :param body: CQL2 JSON of a POST request; links carry it in the query
        """
        given = [(name, value) for name, value in parameters if name not in ("f", "edition")]
        if body is not None:
            given = [(name, value) for name, value in given if name != "filter-lang"]
            given += [("filter", body.decode()), ("filter-lang", "cql2-json")]
        return cls(path, tuple(given))

    def url(self, **changed: str | None) -> str:
        """The address with some parameters changed, or left out where they are changed to ``None``."""
        kept = [raw_of(name, value) for name, value in self.given if name not in changed]
        added = [raw_of(name, value) for name, value in changed.items() if value is not None]
        query = "&".join([*kept, *added])
        return f"{self.path}?{query}" if query else self.path

    def has(self, name: str, value: str) -> bool:
        """Whether a parameter has a value."""
        return (name, value) in self.given


def page_offsets(page: Page) -> tuple[int | None, int | None]:
    """Where the previous and the next page of a list begin; ``None`` where there is none.

    There is a next page only where features follow, so that clients do not ask for an empty one. Before an offset
    beyond the end comes the last page that has features.
    """
    query = page.query
    following = query.offset + query.limit
    before: int | None = None
    if query.offset > 0 and page.matched:
        last = (page.matched - 1) // query.limit * query.limit
        before = min(max(0, query.offset - query.limit), last)
    return before, following if following < page.matched else None


def page_addresses(address: Address, page: Page, edition: str, f: str | None) -> dict[str, str]:
    """The addresses of the pages before (``prev``) and after (``next``), where there are such pages.

    A count (``resulttype=hits``) has no pages.

    :param f: value of the parameter ``f``, ``None`` to leave it out
    """
    if address.has("resulttype", "hits"):
        return {}
    days = dict(page.query.criteria).get("open")
    day = {"open": ",".join(days)} if days else {}
    addresses = {}
    for rel, offset in zip(PAGES, page_offsets(page), strict=True):
        if offset is not None:
            # The first page is the one of the edition that is served then.
            of_edition = {"offset": str(offset), "edition": edition} if offset else {"offset": None}
            addresses[rel] = address.url(**day, **of_edition, f=f)
    return addresses

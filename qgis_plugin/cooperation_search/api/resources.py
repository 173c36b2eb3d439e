"""What a Cooperation Atlas server offers: the address of each resource, and how its answer is read.

A resource is declared once, whoever asks for it: the panel without waiting, the locator and Processing in a thread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Mapping, Optional
from urllib.parse import quote, urlencode, urlsplit

from .answers import CodeList, Facets, Feature, FeaturePage
from .criteria import Criteria
from .reading import Reader, parse
from .search import PROGRAMMES, Search

HEALTH = "/healthz"
#: What is known of all programmes; earlier servers do not have it.
COVERAGE = "/coverage"
#: What lies below a service: everything of its collections and code lists, and its single documents.
_BELOW = re.compile(
    r"/(?:(?:collections|codelists|partners)(?:/.*)?|conformance|openapi|healthz|coverage|consortium)/?$"
)


@dataclass(frozen=True)
class Resource:
    """A resource of a server.

    :param path: below the base URL
    :param read: makes the result from the body of an answer; raises ``ApiError`` where it is malformed
    :param lasting: True where it changes with the edition only, so that it is fetched once for each
    """

    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    read: Callable[[bytes], Any] = parse
    lasting: bool = False

    def url(self, base: str) -> str:
        """The address on the server at ``base``."""
        if self.path == HEALTH:
            # It has one form only, and takes no parameter.
            return base + self.path
        query = urlencode({**self.params, "f": self.params.get("f", "json")}, quote_via=quote, safe="*,-")
        return f"{base}{self.path}?{query}"


def codelist(id_: str) -> Resource:
    """A code list, as a ``CodeList``."""
    return Resource(f"/codelists/{quote(id_, safe='')}", {}, lambda body: CodeList.read(parse(body)), lasting=True)


def criteria() -> Resource:
    """The criteria of programmes, as ``Criteria``."""
    path = f"/collections/{PROGRAMMES}/queryables"
    return Resource(path, {}, lambda body: Criteria.read(parse(body)), lasting=True)


def land() -> Resource:
    """The land of the world, as the bytes of its GeoJSON."""
    return Resource("/land", {}, bytes)


def schema(collection: str) -> Resource:
    """The schema of the features of a collection, as parsed JSON."""
    return Resource(f"/collections/{quote(collection)}/schema", lasting=True)


def places() -> Resource:
    """Where the lists of programmes can be filled, by their codes: ``{"funds": "data/programmes/funds.csv, fund"}``."""
    return Resource(COVERAGE, {}, lambda body: _places(parse(body)), lasting=True)


def facets(search: Search, collection: str = PROGRAMMES, names: str = "", cci: str = "") -> Resource:
    """The counts of a search, as ``Facets``.

    :param names: names of facets joined by commas; all of them when empty
    :param cci: counts this programme only: by which values a search finds it
    """
    params = {**search.to_params(collection), **({"cci": cci} if cci else {})}
    if names:
        params["facets"] = names
    return Resource(f"/collections/{quote(collection)}/facets", params, lambda body: Facets.read(parse(body)))


def features(collection: str, params: Mapping[str, str], limit: int, offset: int = 0) -> Resource:
    """One page of features, as a ``FeaturePage``."""
    page = features_body(collection, params, limit, offset)
    return Resource(page.path, page.params, lambda body: FeaturePage.read(parse(body)))


def features_body(collection: str, params: Mapping[str, str], limit: int, offset: int = 0) -> Resource:
    """One page of features as the bytes of its GeoJSON, for those that read it in a thread of their own."""
    page = {**params, "limit": str(limit), "offset": str(offset)}
    return Resource(f"/collections/{quote(collection)}/items", page, bytes)


def feature(collection: str, id_: str, search: Optional[Search] = None) -> Resource:
    """One feature without geometry, as a search sees it (with its samples or without), as a ``Feature``."""
    params = {"skipGeometry": "true", **(search.view() if search else {})}
    path = f"/collections/{quote(collection)}/items/{quote(id_, safe='')}"
    return Resource(path, params, lambda body: Feature.read(parse(body)))


def _places(coverage: Any) -> Dict[str, str]:
    listed = Reader(coverage, "coverage").readers("lists")
    return {each.text("id"): f"{each.text('table')}, {each.text('column')}" for each in listed}


def base_url(text: str) -> str:
    """The base URL of a service, from its address or that of anything that it offers, as people copy them.

    Slash, query and fragment at the end go, and so does what lies below the service, such as
    ``/collections/programmes/items``. Empty where the text is not an http or https address.
    """
    text = text.strip()
    if text and "://" not in text:
        text = f"http://{text}"
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}{_BELOW.sub('', parts.path).rstrip('/')}" if usable else ""

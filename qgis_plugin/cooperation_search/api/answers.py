"""What the server answers, as typed objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Dict, List, Mapping, Optional, Tuple

from .errors import ApiError, ErrorKind
from .reading import Reader, malformed
from .search import COOPERATION, NUTS3, PROGRAMMES
from .texts import tr

#: Collections without which this plugin cannot work.
NEEDED = (PROGRAMMES, NUTS3, COOPERATION)
#: Number of features above which an answer is not believed.
MOST_FEATURES = 200_000


@dataclass(frozen=True)
class Edition:
    """The published state of the data that a server answers from."""

    id: str
    created: str
    samples: bool
    counts: Mapping[str, int]

    @classmethod
    def read(cls, health: Any) -> Edition:
        """From the answer of ``/healthz``."""
        edition = Reader(health, "healthz").reader("edition")
        counts = edition.reader("counts")
        return cls(
            edition.text("id"),
            edition.text("created"),
            bool(edition.flag("samples")),
            {n: counts.count(n) for n in counts.values},
        )


@dataclass(frozen=True)
class ServerInfo:
    """A server that was asked who it is.

    :param url: base URL without a slash at the end
    :param collections: their titles by id
    """

    url: str
    title: str
    edition: Edition
    collections: Mapping[str, str]
    licence: str
    attribution: str

    @classmethod
    def read(cls, url: str, landing: Any, collections: Any, health: Any) -> ServerInfo:
        """From the landing page, ``/collections`` and ``/healthz``.

        :raises ApiError: (not_cooperation_atlas, other_version, malformed)
        """
        try:
            home = Reader(landing, "/")
            home.list("links")
            described = Reader(collections, "collections").readers("collections")
            edition = Edition.read(health)
        except ApiError as error:
            raise not_cooperation_atlas(url, error.detail) from error
        titles = {each.text("id"): each.optional("title") or each.text("id") for each in described}
        missing = [name for name in NEEDED if name not in titles]
        if missing:
            message = tr("Api", "This Cooperation Atlas server is of a version that this plugin cannot use.")
            detail = tr("Api", "It has no collection {}.").format(", ".join(missing))
            raise ApiError(ErrorKind.OTHER_VERSION, message, detail, url)
        licence = _link_title(landing.get("links", ()), "license")
        return cls(
            url,
            home.optional("title") or url,
            edition,
            titles,
            licence,
            home.optional("attribution") or _first(collections, "attribution"),
        )


@dataclass(frozen=True)
class Code:
    """One entry of a code list; ``also_called``: words of other services for it, such as those of keep.eu."""

    code: str
    label: str
    labels: Mapping[str, str] = field(default_factory=dict)
    parent: Optional[str] = None
    definition: str = ""
    also_called: Tuple[str, ...] = ()

    def text(self, language: str) -> str:
        """The label in a language (``pt_BR``, ``it``), else in English, else as the server gives it."""
        for name in (language, language[:2], "en"):
            if self.labels.get(name):
                return self.labels[name]
        return self.label


@dataclass(frozen=True)
class CodeList:
    """A code list in the order of the server."""

    id: str
    items: Tuple[Code, ...]

    @cached_property
    def by_code(self) -> Dict[str, Code]:
        """The entries by code."""
        return {item.code: item for item in self.items}

    def children(self, parent: Optional[str]) -> Tuple[Code, ...]:
        """The entries below ``parent``; those at the top for ``None``."""
        codes = {item.code for item in self.items}
        return tuple(i for i in self.items if (i.parent if i.parent in codes else None) == parent)

    @classmethod
    def read(cls, answer: Any) -> CodeList:
        """From the answer of ``/codelists/{id}``."""
        whole = Reader(answer, "codelist")
        items = []
        for item in whole.readers("items"):
            labels = item.reader("labels") if item.values.get("labels") is not None else None
            items.append(
                Code(
                    item.text("code"),
                    item.optional("label") or item.text("code"),
                    {n: labels.text(n) for n in labels.values} if labels else {},
                    item.optional("parent") or None,
                    item.optional("definition") or "",
                    item.texts("also_called"),
                )
            )
        return cls(whole.text("id"), tuple(items))


@dataclass(frozen=True)
class Facets:
    """Numbers of matching features for each code of each facet, and in all.

    :param unknown: of those that match, the number of which it is not known; ``None`` where the server does not say
    :param unknown_counts: the same for each code of each facet
    """

    collection: str
    edition: str
    matched: int
    counts: Mapping[str, Mapping[str, int]]
    unknown: Optional[int] = None
    unknown_counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def met(self) -> int:
        """Number of features that are known to match."""
        return self.matched - (self.unknown or 0)

    def met_counts(self) -> Dict[str, Dict[str, int]]:
        """For each code of each facet the number of features that are known to match."""
        none: Mapping[str, int] = {}
        return {
            name: {code: count - self.unknown_counts.get(name, none).get(code, 0) for code, count in counts.items()}
            for name, counts in self.counts.items()
        }

    @classmethod
    def read(cls, answer: Any) -> Facets:
        """From the answer of ``/collections/{id}/facets``."""
        whole = Reader(answer, "facets")
        unknown = whole.count("numberUnknown") if "numberUnknown" in whole.values else None
        of_unknown = _counts(whole.reader("unknown")) if unknown is not None else {}
        counts, matched = _counts(whole.reader("facets")), whole.count("numberMatched")
        return cls(whole.text("collection"), whole.text("edition"), matched, counts, unknown, of_unknown)


@dataclass(frozen=True)
class Feature:
    """A GeoJSON feature with its properties as they came."""

    id: str
    properties: Mapping[str, Any]
    geometry: Optional[Mapping[str, Any]] = None

    @property
    def sample(self) -> bool:
        """True where the record, its topics, its scopes or its counts rest on sample entries."""
        p = self.properties
        return bool(p.get("sample")) or "sample" in (
            p.get("topics_basis"),
            p.get("scopes_basis"),
            p.get("counts_basis"),
        )

    def text(self, name: str) -> str:
        """A property as text: lists by their plain-text twin, nothing as an empty text."""
        value = self.properties.get(f"{name}_text", self.properties.get(name))
        if isinstance(value, list):
            return "; ".join(map(str, value))
        return "" if value is None else str(value)

    def values(self, name: str) -> Tuple[str, ...]:
        """A list property; a single value as a list of one, nothing as an empty list."""
        value = self.properties.get(name)
        if value is None:
            return ()
        return tuple(map(str, value)) if isinstance(value, list) else (str(value),)

    @classmethod
    def read(cls, value: Any, place: str = "feature") -> Feature:
        """From a GeoJSON feature."""
        feature = Reader(value, place)
        if feature.values.get("type") != "Feature":
            raise malformed(tr("Api", "{}: a GeoJSON feature was expected").format(place))
        id_ = feature.values.get("id")
        if not isinstance(id_, (str, int)) or isinstance(id_, bool):
            raise malformed(f"{place}.id")
        geometry = feature.values.get("geometry")
        if geometry is not None:
            geometry = feature.reader("geometry").values
        return cls(str(id_), feature.reader("properties").values, geometry)


@dataclass(frozen=True)
class FeaturePage:
    """One page, or all pages joined, of the features of a collection.

    :param matched: number of features that answer to the search, over all pages
    :param notes: what the server says of the search itself, such as names that several regions have
    """

    features: List[Feature]
    matched: int
    edition: str
    attribution: str
    licence: str
    has_next: bool
    notes: Tuple[str, ...] = ()

    @classmethod
    def read(cls, answer: Any) -> FeaturePage:
        """From a GeoJSON FeatureCollection."""
        whole = Reader(answer, "items")
        if whole.values.get("type") != "FeatureCollection":
            raise malformed(tr("Api", "a GeoJSON FeatureCollection was expected"))
        features = [Feature.read(f, f"features[{i}]") for i, f in enumerate(whole.list("features"))]
        matched = whole.count("numberMatched")
        if matched > MOST_FEATURES or len(features) > matched:
            raise malformed(f"numberMatched: {matched}, features: {len(features)}")
        has_next = any(link.values.get("rel") == "next" for link in whole.readers("links"))
        licence = whole.values.get("license")
        return cls(
            features,
            matched,
            whole.optional("edition") or "",
            whole.optional("attribution") or "",
            licence if isinstance(licence, str) else "",
            has_next,
            tuple(str(note) for note in whole.list("notes")) if "notes" in whole.values else (),
        )


def _counts(facets: Reader) -> Dict[str, Dict[str, int]]:
    """Numbers by code and facet."""
    each = {name: facets.reader(name) for name in facets.values}
    return {name: {code: counts.count(code) for code in counts.values} for name, counts in each.items()}


def not_cooperation_atlas(url: str, detail: str = "") -> ApiError:
    """The error for a service that answers but is another one."""
    return ApiError(
        ErrorKind.NOT_COOPERATION_ATLAS, tr("Api", "This address is not a Cooperation Atlas server."), detail, url
    )


def _link_title(links: Any, rel: str) -> str:
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and link.get("rel") == rel:
            return str(link.get("title") or link.get("href") or "")
    return ""


def _first(answer: Any, name: str) -> str:
    """The first text of that name among the collections."""
    for each in answer.get("collections", ()):
        if isinstance(each.get(name), str):
            return str(each[name])
    return ""

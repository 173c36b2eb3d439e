"""The features of a search by one dimension or two: what is asked, and what the server answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import quote, urlencode

from .reading import Reader, malformed, parse
from .resources import Resource
from .search import PROGRAMMES, Search

#: Path below a collection.
DISTRIBUTION = "distribution"
#: What is counted by before anything is chosen: every collection has it.
FIRST = "country"


@dataclass(frozen=True)
class Question:
    """What is counted, and by what.

    :param by: names of one dimension or two
    """

    search: Search
    by: Tuple[str, ...] = (FIRST,)
    collection: str = PROGRAMMES

    @property
    def path(self) -> str:
        """Path of the resource on the server."""
        return f"/collections/{quote(self.collection)}/{DISTRIBUTION}"

    def to_params(self) -> Dict[str, str]:
        """Parameters of the resource."""
        return {**self.search.to_params(self.collection), "by": ",".join(self.by)}

    def to_url(self, base: str) -> str:
        """The same question as a link on the server at ``base``."""
        return f"{base.rstrip('/')}{self.path}?{urlencode(self.to_params(), quote_via=quote, safe='*,-')}"

    def to_dict(self) -> Dict[str, Any]:
        """As JSON, for a layer of a project."""
        return {"search": self.search.to_dict(), "by": list(self.by), "collection": self.collection}

    @classmethod
    def from_dict(cls, given: Any) -> Question:
        """From what ``to_dict`` wrote.

        :raises ApiError: (malformed)
        """
        try:
            by = tuple(str(name) for name in given["by"])
            return cls(Search.from_dict(given["search"]), by, str(given["collection"]))
        except (ValueError, KeyError, TypeError) as error:
            raise malformed(f"{DISTRIBUTION}: {error}") from error


@dataclass(frozen=True)
class Offered:
    """A dimension that can be chosen."""

    name: str
    title: str
    places: bool


@dataclass(frozen=True)
class Value:
    """A value of a dimension.

    :param unknown: features of which it is not known whether they have it
    :param low: share of all that match, by what is known; ``None`` where nothing matches
    :param high: the same, if all that are not known had it
    """

    code: str
    label: str
    count: int
    unknown: int
    low: Optional[float]
    high: Optional[float]


@dataclass(frozen=True)
class Dimension:
    """A dimension with its values.

    :param several: whether a feature may have several values
    :param stated: features of which a value is known; ``partial`` of these may have more
    :param unknown: features of which none is known, but that may have one
    :param none: features that have none
    """

    name: str
    title: str
    parameter: str
    several: bool
    places: bool
    stated: int
    partial: int
    unknown: int
    none: int
    values: Tuple[Value, ...]


@dataclass(frozen=True)
class Distribution:
    """An answer of the server.

    :param cells: with two dimensions, the count of each pair of values that any feature has
    """

    matched: int
    dimensions: Tuple[Dimension, ...]
    cells: Dict[Tuple[str, str], int]
    offered: Tuple[Offered, ...]
    notes: Tuple[str, ...]
    edition: str
    attribution: str
    samples: bool

    @property
    def place(self) -> Optional[Dimension]:
        """The dimension whose values are areas, the first of them."""
        return next((one for one in self.dimensions if one.places), None)

    @classmethod
    def read(cls, document: Any) -> Distribution:
        """From parsed JSON.

        :raises ApiError: (malformed)
        """
        whole = Reader(document, DISTRIBUTION)
        dimensions = tuple(_dimension(each) for each in whole.readers("dimensions"))
        if not dimensions:
            raise malformed(f"{DISTRIBUTION}.dimensions")
        cells: Dict[Tuple[str, str], int] = {}
        if len(dimensions) > 1:
            first, second = (one.name for one in dimensions[:2])
            cells = {(each.text(first), each.text(second)): each.count("count") for each in whole.readers("cells")}
        offered = tuple(
            Offered(each.text("name"), each.text("title"), each.flag("places") is True)
            for each in whole.readers("offered")
        )
        return cls(
            whole.count("numberMatched"),
            dimensions,
            cells,
            offered,
            whole.texts("notes"),
            whole.optional("edition") or "",
            whole.optional("attribution") or "",
            whole.optional("samples") is not None,
        )


def distribution(question: Question) -> Resource:
    """The answer to a question, as a ``Distribution``."""
    return Resource(question.path, question.to_params(), lambda body: Distribution.read(parse(body)))


def table_body(question: Question) -> Resource:
    """The same as the bytes of a CSV table."""
    return Resource(question.path, {**question.to_params(), "f": "csv"}, bytes)


def areas_body(question: Question) -> Resource:
    """The areas with their numbers as the bytes of GeoJSON."""
    return Resource(question.path, {**question.to_params(), "f": "geojson"}, bytes)


def _dimension(given: Reader) -> Dimension:
    return Dimension(
        given.text("name"),
        given.text("title"),
        given.text("parameter"),
        given.flag("several") is True,
        given.flag("places") is True,
        given.count("stated"),
        given.count("partial"),
        given.count("unknown"),
        given.count("none"),
        tuple(_value(each) for each in given.readers("values")),
    )


def _value(given: Reader) -> Value:
    return Value(
        given.text("code"),
        given.text("label"),
        given.count("count"),
        given.count("unknown"),
        _share(given, "share_low"),
        _share(given, "share_high"),
    )


def _share(given: Reader, name: str) -> Optional[float]:
    value = given.values.get(name)
    if value is None:
        return None
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not 0 <= value <= 1:
        raise malformed(f"{given.place}.{name}")
    return float(value)


def shown_values(dimension: Dimension) -> List[Value]:
    """The values that any feature is known to have."""
    return [value for value in dimension.values if value.count]

"""The costliest request that the server allows, found by making each kind of question larger until it is refused."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote

#: Sizes that are tried, one after the other; a kind ends where an answer is a refusal, or a request does not fit.
SIZES = (10, 30, 100, 300, 430, 1_000, 3_000, 10_000, 19_900, 40_000, 80_000)
#: Halvings between the last size that was answered and the first that was refused.
HALVES = 4
#: Largest body and address that the server reads.
BODY, ADDRESS = 1_000_000, 65_000
_AREAS = "/collections/nuts3/items?limit=1&skipGeometry=true"
_PROGRAMMES = "/collections/programmes/items?limit=1&skipGeometry=true"


#: The largest size of kinds that do not grow any more with it.
LARGEST = {"all areas, in EPSG:3035": 3_000, "a page of n areas": 3_000}


@dataclass(frozen=True)
class Question:
    """A request; with a body it is a POST of CQL2 JSON."""

    kind: str
    size: int
    path: str
    body: bytes | None = None

    @property
    def fits(self) -> bool:
        """Whether the server reads requests of that size."""
        return len(self.path) <= ADDRESS and len(self.body or b"") <= BODY

    def ask(self, connection: HTTPConnection) -> tuple[int, float]:
        """Status and seconds until the last byte."""
        begun = time.perf_counter()
        headers = {"Content-Type": "application/json"} if self.body is not None else {}
        connection.request("GET" if self.body is None else "POST", self.path, self.body, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status, time.perf_counter() - begun


def _posted(path: str, node: dict[str, Any]) -> tuple[str, bytes]:
    return path, json.dumps(node, separators=(",", ":")).encode()


def _codes(size: int) -> list[str]:
    return [f"20{n % 100:02}XX{n:07}PR" for n in range(size)]


def _ring(size: int) -> list[list[float]]:
    """A jagged ring around Europe."""
    around = [[-10 + 40 * n / size, 35 + (n % 2) * 20 + n / size] for n in range(size)]
    return [*around, [30.0, 34.0], [-10.0, 34.0], around[0]]


_LIKE = {"op": "like", "args": [{"property": "title"}, "%a%e%i%"]}
#: Each kind of question by name: the path and, where it is posted, the body for a size.
KINDS: dict[str, Callable[[int], tuple[str, bytes | None]]] = {
    "A_OVERLAPS of n codes": lambda n: _posted(
        _AREAS, {"op": "a_overlaps", "args": [{"property": "programmes"}, _codes(n)]}
    ),
    "A_CONTAINS of n codes": lambda n: _posted(
        _AREAS, {"op": "a_contains", "args": [{"property": "programmes"}, _codes(n)]}
    ),
    "IN of n texts": lambda n: _posted(_PROGRAMMES, {"op": "in", "args": [{"property": "title"}, _codes(n)]}),
    "n LIKE joined by OR": lambda n: _posted(
        _PROGRAMMES,
        {"op": "or", "args": [{"op": "like", "args": [{"property": "title"}, f"%x{i}%y"]} for i in range(n)]},
    ),
    "LIKE with n wildcards": lambda n: _posted(
        _PROGRAMMES, {"op": "like", "args": [{"property": "title"}, "%a" * n + "#"]}
    ),
    "S_INTERSECTS with n corners": lambda n: _posted(
        _AREAS,
        {"op": "s_intersects", "args": [{"property": "geometry"}, {"type": "Polygon", "coordinates": [_ring(n)]}]},
    ),
    "n S_INTERSECTS joined by OR": lambda n: _posted(
        _AREAS,
        {
            "op": "or",
            "args": [
                {"op": "s_intersects", "args": [{"property": "geometry"}, {"bbox": [i % 20, 40, i % 20 + 9, 48]}]}
                for i in range(n)
            ],
        },
    ),
    "facets with n LIKE": lambda n: (
        "/collections/programmes/facets?filter=" + quote(" OR ".join(f"title LIKE '%x{i}%y'" for i in range(n))),
        None,
    ),
    "n accent-free comparisons": lambda n: _posted(
        _PROGRAMMES,
        {
            "op": "or",
            "args": [
                {"op": "=", "args": [{"op": "accenti", "args": [{"property": "title"}]}, f"x{i}"]} for i in range(n)
            ],
        },
    ),
    "all areas, in EPSG:3035": lambda n: (
        f"/collections/nuts3/items?limit={n}&crs=http://www.opengis.net/def/crs/EPSG/0/3035",
        None,
    ),
    "a page of n areas": lambda n: (f"/collections/nuts3/items?limit={n}&f=html", None),
}


def costliest(host: str, largest: int) -> list[tuple[Question, float]]:
    """Of each kind the largest question that is answered, with its seconds; the costliest first.

    :param largest: the largest size that is tried
    """
    found = [_largest(host, kind, make, min(largest, LARGEST.get(kind, largest))) for kind, make in KINDS.items()]
    return sorted((each for each in found if each is not None), key=lambda each: -each[1])


def _largest(
    host: str, kind: str, make: Callable[[int], tuple[str, bytes | None]], largest: int
) -> tuple[Question, float] | None:
    """Ever larger until one is refused, then by halves between that one and the last that was answered."""
    best, refused = None, None
    for size in (s for s in SIZES if s <= largest):
        answered = _answered(host, Question(kind, size, *make(size)))
        if answered is None:
            refused = size
            break
        best = answered
    for _ in range(HALVES if best and refused else 0):
        size = (best[0].size + refused) // 2
        answered = _answered(host, Question(kind, size, *make(size)))
        if answered is None:
            refused = size
        else:
            best = answered
    return best


def _answered(host: str, question: Question) -> tuple[Question, float] | None:
    """The question and its seconds; ``None`` where it is refused, or too large to be read."""
    if not question.fits:
        return None
    connection = HTTPConnection(host, timeout=120)
    try:
        status, spent = question.ask(connection)
    finally:
        connection.close()
    return (question, spent) if status == 200 else None

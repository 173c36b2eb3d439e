"""Requests nobody should send: each is made from the seed and its number alone, so that any can be sent again."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, quote_from_bytes

from hostile_executions import Executions
from hostile_filters import Filters
from hostile_words import ANSWERED, CHUNKS, FIELDS, METHODS, NAMES, PLACES, RAW, RESERVED, RIGHT, TYPES, VALUES


@dataclass(frozen=True)
class Attempt:
    """What is sent, and how the connection ends.

    :param pieces: sent one after the other
    :param ending: ``read`` what is answered; ``reset``, ``leave`` or ``half`` close the connection in another way
    :param answered: whether an answer must come: the request is whole, and one of HTTP
    """

    kind: str
    pieces: tuple[bytes, ...]
    ending: str
    answered: bool
    head_only: bool = False


class Attempts:
    """Makes attempts.

    :param collections: the queryables of each collection
    """

    def __init__(self, seed: int, collections: Mapping[str, Sequence[str]]) -> None:
        self._seed = seed
        self._collections = collections

    def make(self, number: int) -> Attempt:
        """The attempt of that number."""
        return _Maker(random.Random(f"{self._seed} {number}"), self._collections).attempt()


class _Maker:
    def __init__(self, choice: random.Random, collections: Mapping[str, Sequence[str]]) -> None:
        self._choice = choice
        self._collection = choice.choice(sorted(collections))
        self._properties = collections[self._collection]
        self._filters = Filters(choice, self._properties)

    def attempt(self) -> Attempt:
        kind = self._choice.choices(
            ("parameters", "filter", "costly", "body", "execution", "headers", "chunks", "raw", "noise", "pipeline"),
            (30, 25, 3, 15, 10, 10, 7, 6, 4, 3),
        )[0]
        attempt = getattr(self, f"_{kind}")()
        if self._choice.random() < 0.12:
            return self._cut(attempt)
        return attempt

    # --- kinds

    def _parameters(self) -> Attempt:
        query = "&".join(self._pair() for _ in range(self._choice.randrange(5)))
        return self._whole("parameters", self._method(), self._path() + (f"?{query}" if query else ""))

    def _filter(self) -> Attempt:
        if self._choice.random() < 0.7:
            query = f"filter={self._encoded(self._filters.text())}"
        else:
            told = quote_from_bytes(self._filters.json_text())
            query = f"filter-lang=cql2-json&filter={told}"
        more = self._pair() if self._choice.random() < 0.3 else "limit=3"
        place = self._choice.choice(["items", "items", "items", "facets"])
        return self._whole("filter", "GET", f"/collections/{self._collection}/{place}?{query}&{more}")

    def _costly(self) -> Attempt:
        text = self._filters.many(self._choice.choice([10, 200, 2000]))[:60_000]
        return self._whole(
            "costly", "GET", f"/collections/{self._collection}/items?limit=3&filter={quote(text)}"[:65_000]
        )

    def _body(self) -> Attempt:
        kinds = (
            *[self._filters.json_text] * 6, self._filters.many_json,
            lambda: self._filters.text().encode("utf-8", "surrogatepass"), lambda: b"",
            lambda: b"[" * 5000, lambda: b'{"op":"not","args":[' * 500, lambda: self._choice.randbytes(300),
            lambda: b'{"a":' + b"1" * 5000 + b"}", lambda: b" " * 1_200_000,
            lambda: self._filters.many(20_000).encode("utf-8", "surrogatepass"),
        )  # fmt: skip
        body = self._choice.choice(kinds)()
        path = f"/collections/{self._collection}/items?limit=3"
        type_ = self._choice.choice(TYPES)
        return self._whole("body", "POST", path if self._choice.random() < 0.8 else self._path(), body, type_)

    def _execution(self) -> Attempt:
        id_, body = Executions(self._choice).make()
        return self._whole("execution", "POST", f"/processes/{id_}/execution", body, self._choice.choice(TYPES))

    def _headers(self) -> Attempt:
        many = self._choice.choice([1, 3, 3, 100])
        pairs = [f"{self._choice.choice(NAMES)}: {self._choice.choice(FIELDS)}" for _ in range(many)]
        return self._whole("headers", self._method(), self._path(), more=pairs)

    def _chunks(self) -> Attempt:
        body = self._filters.json_text()
        if self._choice.random() < 0.4:
            sent, answered = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body), bool(body)
        else:
            sent, answered = self._choice.choice(CHUNKS), False
        head = self._head(
            "POST",
            f"/collections/{self._collection}/items?limit=3",
            ["Transfer-Encoding: chunked", f"Content-Type: {self._choice.choice(TYPES)}"],
        )
        cut = self._choice.randrange(len(sent) + 1)
        return Attempt("chunks", (head, sent[:cut], sent[cut:]), "read", answered)

    def _raw(self) -> Attempt:
        return Attempt("raw", (self._choice.choice(RAW),), "read", False)

    def _noise(self) -> Attempt:
        whole = bytearray(self._head("GET", f"{self._path()}?{self._pair()}", []))
        for _ in range(self._choice.randrange(1, 8)):
            whole[self._choice.randrange(len(whole))] = self._choice.randrange(256)
        return Attempt("noise", (bytes(whole),), "read", False)

    def _pipeline(self) -> Attempt:
        heads = [self._head("GET", self._path(), [], close=False) for _ in range(self._choice.randrange(2, 30))]
        return Attempt("pipeline", (b"".join(heads),), self._choice.choice(["read", "reset", "leave"]), False)

    def _cut(self, attempt: Attempt) -> Attempt:
        """The connection ends in the middle of it, or without a look at the answer."""
        whole = b"".join(attempt.pieces)
        at = self._choice.choice([len(whole), self._choice.randrange(len(whole) + 1)])
        return Attempt("cut", (whole[:at],), self._choice.choice(["reset", "leave", "half"]), False)

    # --- parts

    def _whole(
        self, kind: str, method: str, path: str, body: bytes | None = None, type_: str = "", more: Sequence[str] = ()
    ) -> Attempt:
        fields = list(more)
        if body is None and method == "POST":
            body, type_ = self._filters.json_text(), self._choice.choice(TYPES)
        if body is not None:
            fields += [f"Content-Type: {type_}", f"Content-Length: {len(body)}"]
        sent = self._head(method, path, fields) + (body or b"")
        cuts = sorted(self._choice.sample(range(len(sent)), self._choice.choice([0, 0, 0, 1, 3])))
        pieces = tuple(sent[a:b] for a, b in zip([0, *cuts], [*cuts, len(sent)], strict=True))
        return Attempt(kind, pieces, "read", method in ANSWERED, method == "HEAD")

    def _head(self, method: str, path: str, fields: Sequence[str], close: bool = True) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", *fields, *(["Connection: close"] if close else [])]
        return "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")

    def _method(self) -> str:
        return self._choice.choice(METHODS)

    def _path(self) -> str:
        template = self._choice.choice(PLACES)
        return template.format(c=self._collection, v=self._encoded(self._value()) or "x")

    def _pair(self) -> str:
        if self._choice.random() < 0.5:
            return self._choice.choice(RIGHT)
        name = self._choice.choice([*RESERVED, *self._properties, *self._properties])
        return f"{self._encoded(name)}={self._encoded(self._value())}"

    def _value(self) -> str:
        if self._choice.random() < 0.15:
            return "".join(
                chr(self._choice.choice([self._choice.randrange(128), self._choice.randrange(0xD7FF)]))
                for _ in range(8)
            )
        return self._choice.choice(VALUES)

    def _encoded(self, text: str) -> str:
        """Percent-encoded, rightly or wrongly."""
        told = quote(text.encode("utf-8", "surrogatepass"), safe=self._choice.choice(["", "/,:", "=&"]))
        way = self._choice.random()
        if way < 0.04:
            return told + self._choice.choice(["%", "%G0", "%ff%fe", "%C0%80", "%ED%A0%80", "+", "%2", "%00"])
        return told

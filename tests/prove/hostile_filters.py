"""Filters nobody should send: grown from the grammar of CQL2 and then, mostly, broken."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import Any

_WORDS = (
    "",
    "IT",
    "foo",
    "%",
    "_a%",
    "ÄÖ",
    "\u202e",
    "'",
    "''",
    "\\",
    "\\'",
    "{{7*7}}",
    "2021IT16RFPR001",
    "\x00",
    "𝕏",
    "é",
)
_NUMBERS = ("0", "-1", "1e400", "-0.0", "1e-320", "9" * 400, ".5", "0x10", "NaN", "12345678901234567890", "1_000", "١٢")
_TIMES = (
    "DATE('2021-01-01')", "DATE('2021-02-30')", "TIMESTAMP('2021-01-01T00:00:00Z')", "DATE('')", "DATE('0000-00-00')",
    "INTERVAL('2021-01-01','..')", "INTERVAL('..','..')", "TIMESTAMP('9999-12-31T23:59:60.999999999Z')", "DATE('١٢٣')",
)  # fmt: skip
_SHAPES = (
    "POINT(9 45)", "POINT EMPTY", "POLYGON((0 0,1 1,1 0,0 0))", "POLYGON((0 0,0 0,0 0,0 0))", "BBOX(5,43,12,48)",
    "BBOX(12,48,5,43)", "BBOX(1e400,0,0,0)", "LINESTRING(1 1)", "MULTIPOINT((1 1),(2 2))", "POINT(NaN NaN)",
    "POLYGON((9 45,1e308 45,9 -1e308,9 45))", "GEOMETRYCOLLECTION(POINT(1 1))", "POINT Z(1 2 3)", "BBOX(0,0)",
)  # fmt: skip
_COMPARED = ("=", "<>", "<", ">", "<=", ">=", "!=", "==")
_SPATIAL = ("S_INTERSECTS", "S_WITHIN", "S_TOUCHES", "S_DISJOINT", "S_CROSSES", "S_OVERLAPS", "S_EQUALS", "S_CONTAINS")
_TEMPORAL = ("T_AFTER", "T_BEFORE", "T_DURING", "T_EQUALS", "T_INTERSECTS", "T_MEETS", "T_DISJOINT", "T_OVERLAPS")
_ARRAYS = ("A_CONTAINS", "A_OVERLAPS", "A_EQUALS", "A_CONTAINEDBY")
_BROKEN = (
    "(",
    ")",
    "'",
    '"',
    " AND ",
    " NOT ",
    ",",
    "%",
    "\x00",
    "\r\n",
    "\t",
    "/*",
    "--",
    ";",
    "{",
    "}",
    "$",
    "\ud7ff",
    "IN",
)


class Filters:
    """Grows filters on the properties named.

    :param properties: names of a collection's queryables
    """

    def __init__(self, choice: random.Random, properties: Sequence[str]) -> None:
        self._choice = choice
        self._properties = properties or ("title",)

    def text(self) -> str:
        """CQL2 text, of which about half is broken."""
        grown = self._condition(self._choice.randrange(4))
        return grown if self._choice.random() < 0.5 else self._damaged(grown)

    def many(self, size: int) -> str:
        """One that asks for as much work as its size allows."""
        name, letter = self._property(), self._choice.choice("ae%_")
        kinds: tuple[Callable[[], str], ...] = (
            lambda: f"{name} IN ({','.join(self._text() for _ in range(size))})",
            lambda: f"A_OVERLAPS({name},({','.join(self._text() for _ in range(size))}))",
            lambda: f"{name} LIKE '{('%' + letter) * size}'",
            lambda: " OR ".join(f"{self._property()} LIKE '%{n}%'" for n in range(size)),
            lambda: "NOT " * size + f"{name} IS NULL",
            lambda: "(" * size + f"{name} IS NULL" + ")" * size,
            lambda: f"S_INTERSECTS(geometry,LINESTRING({','.join(f'{n % 90} {n % 80}' for n in range(size + 2))}))",
            lambda: f"CASEI({name}) = {'CASEI(' * size}'x'{')' * size}",
            lambda: f"{name} = {'+'.join('1' * 1 for _ in range(size))}",
        )
        return self._choice.choice(kinds)()

    def json(self) -> Any:
        """CQL2 JSON, or what looks like it."""
        node = self._node(self._choice.randrange(4))
        return node if self._choice.random() < 0.6 else self._swapped(node)

    def json_text(self) -> bytes:
        """The same as bytes, some of them no JSON."""
        told = json.dumps(self.json(), ensure_ascii=self._choice.random() < 0.5).encode("utf-8", "surrogatepass")
        if self._choice.random() < 0.3:
            cut = self._choice.randrange(len(told) + 1)
            told = told[:cut] + self._choice.randbytes(self._choice.randrange(4)) + told[cut + 1 :]
        return told

    def many_json(self) -> bytes:
        """Up to a megabyte of JSON that asks for much work."""
        named, size = {"property": self._property()}, self._choice.choice([300, 3000, 19_000, 40_000])
        words = [f"{self._choice.choice('ab%_')}{n}" for n in range(size)]
        kinds: tuple[Callable[[], Any], ...] = (
            lambda: {"op": "in", "args": [named, words]},
            lambda: {"op": "a_overlaps", "args": [named, words]},
            lambda: {"op": "or", "args": [{"op": "like", "args": [named, word]} for word in words]},
            lambda: {"op": "like", "args": [named, "%a" * size]},
            lambda: {"op": "s_intersects", "args": [{"property": "geometry"}, self._zigzag(size)]},
        )
        return json.dumps(self._choice.choice(kinds)()).encode()[:1_000_000]

    def _zigzag(self, size: int) -> dict[str, Any]:
        return {"type": "LineString", "coordinates": [[n % 40 - 10, 35 + n % 30 + n / size] for n in range(size)]}

    # --- text

    def _property(self) -> str:
        return self._choice.choice([*self._properties, "geometry", "no_such", "__class__", '"a b"'])

    def _text(self) -> str:
        return "'" + self._choice.choice(_WORDS).replace("'", "''") + "'"

    def _value(self) -> str:
        kinds = (self._text, lambda: self._choice.choice(_NUMBERS), lambda: self._choice.choice(_TIMES), self._property)
        return self._choice.choice(kinds)()

    def _array(self) -> str:
        return "(" + ",".join(self._text() for _ in range(self._choice.randrange(4))) + ")"

    def _condition(self, depth: int) -> str:
        choice, name = self._choice, self._property()
        if depth:
            inner = [self._condition(depth - 1) for _ in range(2)]
            return choice.choice([f"({inner[0]}) AND {inner[1]}", f"{inner[0]} OR ({inner[1]})", f"NOT ({inner[0]})"])
        kinds: tuple[Callable[[], str], ...] = (
            lambda: f"{name} {choice.choice(_COMPARED)} {self._value()}",
            lambda: f"{self._value()} {choice.choice(_COMPARED)} {name} * 2 ^ {choice.choice(_NUMBERS)}",
            lambda: f"{name} LIKE {self._text()}",
            lambda: f"{name} IN {self._array()}",
            lambda: f"{name} BETWEEN {self._value()} AND {self._value()}",
            lambda: f"{name} IS {choice.choice(['', 'NOT '])}NULL",
            lambda: f"CASEI({name}) = ACCENTI({self._text()})",
            lambda: f"{choice.choice(_SPATIAL)}(geometry,{choice.choice(_SHAPES)})",
            lambda: f"{choice.choice(_TEMPORAL)}({name},{choice.choice(_TIMES)})",
            lambda: f"{choice.choice(_ARRAYS)}({name},{self._array()})",
            lambda: f"{choice.choice(_ARRAYS)}({self._array()},({name}))",
            lambda: f"{name} div {choice.choice(_NUMBERS)} = 0 / 0",
            lambda: f"unknown({name})",
        )
        return choice.choice(kinds)()

    def _damaged(self, text: str) -> str:
        for _ in range(self._choice.randrange(1, 4)):
            at = self._choice.randrange(len(text) + 1)
            drop = self._choice.choice([0, 0, 1, 3])
            text = text[:at] + self._choice.choice(_BROKEN) + text[at + drop :]
        return text

    # --- JSON

    def _node(self, depth: int) -> Any:
        choice = self._choice
        if depth:
            return {
                "op": choice.choice(["and", "or", "not", "AND", "xor"]),
                "args": [self._node(depth - 1) for _ in "12"],
            }
        named = {"property": self._property()}
        kinds: tuple[Callable[[], Any], ...] = (
            lambda: {"op": choice.choice(_COMPARED), "args": [named, self._literal()]},
            lambda: {"op": "like", "args": [named, choice.choice(_WORDS)]},
            lambda: {"op": "in", "args": [named, [self._literal() for _ in range(choice.randrange(4))]]},
            lambda: {"op": "between", "args": [named, self._literal(), self._literal()]},
            lambda: {"op": "isNull", "args": [named]},
            lambda: {"op": choice.choice(_SPATIAL).lower(), "args": [named, self._geometry()]},
            lambda: {"op": choice.choice(_TEMPORAL).lower(), "args": [named, {"interval": [self._literal(), ".."]}]},
            lambda: {"op": choice.choice(_ARRAYS).lower().replace("b", "B"), "args": [named, [self._literal()]]},
            lambda: {"op": "casei", "args": [named]},
            self._literal,
        )
        return choice.choice(kinds)()

    def _literal(self) -> Any:
        kinds = (
            *_WORDS, 0, -1, 1e308, float("inf"), float("nan"), 10**300, True, None, [], {}, [[]],
            {"date": "2021-01-01"}, {"date": 5}, {"timestamp": "x"}, {"property": []}, {"op": "="},
        )  # fmt: skip
        return self._choice.choice(kinds)

    def _geometry(self) -> Any:
        kinds = (
            {"type": "Point", "coordinates": [9, 45]}, {"type": "Point", "coordinates": []}, {"bbox": [5, 43, 12, 48]},
            {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 0]]]},
            {"type": "Polygon", "coordinates": 5}, {"type": "Point", "coordinates": ["a", None]},
            {"bbox": [1]}, {"type": "Nothing"}, {"type": 1}, [], None,
            {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [float("nan"), 1]}]},
        )  # fmt: skip
        return self._choice.choice(kinds)

    def _swapped(self, node: Any) -> Any:
        """The same with some part put in the place of another."""
        if isinstance(node, dict) and node:
            key = self._choice.choice(sorted(node))
            changed = self._choice.choice([self._literal(), self._swapped(node[key]), [node]])
            return node | {self._choice.choice([key, key, "args", "op", "x"]): changed}
        if isinstance(node, list) and node:
            return [*node, self._literal()] if self._choice.random() < 0.5 else node[1:]
        return self._literal()

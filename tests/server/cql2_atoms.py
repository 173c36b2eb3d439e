"""Random atoms and expressions of CQL2, each as text, as JSON and as a function that answers it on a GeoDataFrame.

The answers are those of pandas, shapely and plain Python, without any code of the server.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import shapely
from hypothesis import strategies as st

WORDS = ["", "Interreg", "interreg", "Straße", "STRASSE", "Małopolska", "a%b", "a_b", "it's", "Two\nlines", "\\"]
COUNTRIES = ["IT", "FR", "EL"]
TOPICS = ["RSO1.1", "RSO1.2", "ESO4.1"]
OPS = {"=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}


@dataclass
class Atom:
    text: str
    json: Any
    answer: Callable[[geopandas.GeoDataFrame], pd.Series]


def quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


days = st.integers(0, 40).map(lambda n: (date(2024, 1, 1) + timedelta(days=n)).isoformat())
#: Seconds of one day, in two time zones and with decimals or without: equal instants are written in several ways.
INSTANTS = ["{}T11:{:02}:00Z", "{}T13:{:02}:00+02:00", "{}T11:{:02}:00.000Z", "{}t11:{:02}:00.000000z"]
instants = st.builds(
    lambda form, day, minute: form.format(day, minute), st.sampled_from(INSTANTS), days, st.integers(0, 2)
)
boxes = st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 3), st.integers(1, 3)).map(
    lambda b: shapely.box(b[0], b[1], b[0] + b[2], b[1] + b[3])
)
points = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda p: shapely.Point(*p))
lines = st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 3)).map(
    lambda p: shapely.LineString([(p[0], p[1]), (p[0] + p[2], p[1] + 1)])
)
rows = st.fixed_dictionaries(
    {
        "title": st.none() | st.sampled_from(WORDS),
        "country": st.none() | st.sampled_from(COUNTRIES),
        "n_programmes": st.none() | st.integers(-5, 5),
        "amount": st.none() | st.sampled_from([0.0, 0.5, -1.25, 3.0, 1e9]),
        "share": st.none() | st.sampled_from([0.0, 1.0, 2.0]),
        "sample": st.none() | st.booleans(),
        "topics": st.none() | st.lists(st.sampled_from(TOPICS), unique=True),
        "wanted": st.none() | st.lists(st.sampled_from(TOPICS), unique=True),
        "open_from": st.none() | days,
        "open_to": st.none() | days,
        "updated": st.none() | instants,
        "geometry": st.none() | boxes | points | lines,
    }
)


def known(series: pd.Series, *properties: pd.Series) -> pd.Series:
    """Nullable booleans, unknown where one of the properties is absent."""
    answer = pd.Series(np.asarray(series, dtype=bool), index=series.index, dtype="boolean")
    for values in properties:
        answer[values.isna()] = pd.NA
    return answer


def prop(name: str) -> dict[str, str]:
    return {"property": name}


def compared(name: str, op: str, value: Any, written: str, literal: Any) -> Atom:
    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        column = frame[name]
        return known(pd.Series([v is not None and OPS[op](v, value) for v in column]), column)

    return Atom(f"{name} {op} {written}", {"op": op, "args": [prop(name), literal]}, answer)


ops = st.sampled_from(sorted(OPS))
texts = st.builds(
    lambda name, op, value: compared(name, op, value, quoted(value), value),
    st.sampled_from(["title", "country"]), ops, st.sampled_from(WORDS + COUNTRIES),
)  # fmt: skip
numbers = st.builds(
    lambda name, op, value: compared(name, op, value, repr(value), value),
    st.sampled_from(["n_programmes", "amount"]), ops, st.sampled_from([-5, -1.25, 0, 0.5, 3, 1e9]),
)  # fmt: skip
dates = st.builds(
    lambda name, op, value: compared(name, op, value, f"DATE('{value}')", {"date": value}),
    st.sampled_from(["open_from", "open_to"]), ops, days,
)  # fmt: skip


def moment(text: str) -> pd.Timestamp:
    """The instant of a timestamp, or the first one of a day."""
    read = pd.Timestamp(text)
    return read.tz_localize("UTC") if read.tzinfo is None else read.tz_convert("UTC")


def stamped(op: str, literal: str) -> Atom:
    """A column of timestamps against a timestamp or a day, for which pandas reads both."""

    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        column, wanted = frame["updated"], moment(literal)
        return known(pd.Series([v is not None and OPS[op](moment(v), wanted) for v in column]), column)

    kind = "date" if len(literal) == 10 else "timestamp"
    args = [prop("updated"), {kind: literal}]
    return Atom(f"updated {op} {kind.upper()}('{literal}')", {"op": op, "args": args}, answer)


timestamps = st.builds(stamped, ops, instants | days)


def at_one_of(literals: list[str]) -> Atom:
    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        column, wanted = frame["updated"], {moment(literal) for literal in literals}
        return known(pd.Series([v is not None and moment(v) in wanted for v in column]), column)

    written = ", ".join(f"'{literal}'" for literal in literals)
    return Atom(f"updated IN ({written})", {"op": "in", "args": [prop("updated"), literals]}, answer)


moments = st.builds(at_one_of, st.lists(instants | days, min_size=1, max_size=4))
booleans = st.builds(lambda op, value: compared("sample", op, value, str(value).upper(), value), ops, st.booleans())


def both(op: str, left: str, right: str) -> Atom:
    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        pairs = zip(frame[left], frame[right], strict=True)
        return known(pd.Series([None not in pair and OPS[op](*pair) for pair in pairs]), frame[left], frame[right])

    return Atom(f"{left} {op} {right}", {"op": op, "args": [prop(left), prop(right)]}, answer)


properties = st.builds(
    lambda op, pair: both(op, *pair),
    ops,
    st.sampled_from([("title", "country"), ("n_programmes", "amount"), ("open_from", "open_to")]),
)

ARITHMETIC = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": lambda a, b: a / b if b else None,
    "%": lambda a, b: float(np.fmod(a, b)) if b else None,
    "div": lambda a, b: float(int(a / b)) if b else None,
}


def calculated(sign: str, op: str, value: float) -> Atom:
    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        pairs = zip(frame["n_programmes"], frame["share"], strict=True)
        results = pd.Series([None if None in pair else ARITHMETIC[sign](*pair) for pair in pairs], dtype=object)
        return known(pd.Series([r is not None and OPS[op](r, value) for r in results]), results)

    left = {"op": sign, "args": [prop("n_programmes"), prop("share")]}
    return Atom(f"n_programmes {sign} share {op} {value}", {"op": op, "args": [left, value]}, answer)


arithmetic = st.builds(calculated, st.sampled_from(sorted(ARITHMETIC)), ops, st.sampled_from([-3.0, 0.0, 1.0, 2.5]))


def among(values: list[str], folded: bool) -> Atom:
    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        wanted = [v.casefold() for v in values] if folded else values
        found = [v is not None and (v.casefold() if folded else v) in wanted for v in frame["title"]]
        return known(pd.Series(found), frame["title"])

    if not folded:
        listed = ", ".join(quoted(v) for v in values)
        return Atom(f"title IN ({listed})", {"op": "in", "args": [prop("title"), values]}, answer)
    listed = ", ".join(f"CASEI({quoted(v)})" for v in values)
    args = [{"op": "casei", "args": [prop("title")]}, [{"op": "casei", "args": [v]} for v in values]]
    return Atom(f"CASEI(title) IN ({listed})", {"op": "in", "args": args}, answer)


lists = st.builds(among, st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.booleans())


def among_properties(items: list[Any]) -> Atom:
    """A list of texts and properties; unknown where none is equal and one is absent."""

    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        answers = []
        for row, value in enumerate(frame["title"]):
            listed = [item if isinstance(item, str) else frame[item["property"]][row] for item in items]
            unknown = value is None or (value not in listed and None in listed)
            answers.append(pd.NA if unknown else value in listed)
        return pd.Series(answers, dtype="boolean", index=frame.index)

    written = ", ".join(quoted(item) if isinstance(item, str) else item["property"] for item in items)
    return Atom(f"title IN ({written})", {"op": "in", "args": [prop("title"), items]}, answer)


item = st.sampled_from(WORDS + COUNTRIES) | st.sampled_from([prop("country"), prop("id")])
mixed_lists = st.builds(among_properties, st.lists(item, min_size=1, max_size=4))


def between(lower: int, upper: int) -> Atom:
    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        return known(
            pd.Series([v is not None and lower <= v <= upper for v in frame["n_programmes"]]), frame["n_programmes"]
        )

    args = [prop("n_programmes"), lower, upper]
    return Atom(f"n_programmes BETWEEN {lower} AND {upper}", {"op": "between", "args": args}, answer)


ranges = st.builds(between, st.integers(-5, 5), st.integers(-5, 5))


def like(parts: list[str], folded: bool) -> Atom:
    r"""``parts`` are ``%``, ``_``, ``\%`` ... or plain text."""
    pattern = "".join(parts)
    translated = {"%": ".*", "_": "."}
    regex = "".join(translated.get(p) or re.escape(p.removeprefix("\\") if len(p) > 1 else p) for p in parts)

    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        matched = []
        for value in frame["title"]:
            text, wanted = (value or "", regex) if not folded else ((value or "").casefold(), regex.casefold())
            matched.append(value is not None and re.fullmatch(wanted, text, re.DOTALL) is not None)
        return known(pd.Series(matched), frame["title"])

    if folded:
        args = [{"op": "casei", "args": [prop("title")]}, {"op": "casei", "args": [pattern]}]
        return Atom(f"CASEI(title) LIKE CASEI({quoted(pattern)})", {"op": "like", "args": args}, answer)
    return Atom(f"title LIKE {quoted(pattern)}", {"op": "like", "args": [prop("title"), pattern]}, answer)


pattern_parts = st.sampled_from(["%", "_", "\\%", "\\_", "\\\\", "a", "b", "r", "R", "s", "ł", "\n", "Inter", "'"])
patterns = st.builds(like, st.lists(pattern_parts, max_size=6), st.booleans())

SETS = {
    "a_equals": lambda a, b: a == b,
    "a_contains": lambda a, b: a >= b,
    "a_containedby": lambda a, b: a <= b,
    "a_overlaps": lambda a, b: bool(a & b),
}


def arrays(op: str, left: str | list[Any], right: str | list[Any]) -> Atom:
    """Two operands, each the name of an array, or a list of texts and text properties."""

    def side(frame: geopandas.GeoDataFrame, operand: str | list[Any]) -> pd.Series:
        if isinstance(operand, str):
            return pd.Series([None if v is None else frozenset(v) for v in frame[operand]], dtype=object)
        rows = [
            [item if isinstance(item, str) else frame[item["property"]][row] for item in operand]
            for row in range(len(frame))
        ]
        return pd.Series([None if None in row else frozenset(row) for row in rows], dtype=object)

    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        a, b = side(frame, left), side(frame, right)
        return known(pd.Series([None not in (x, y) and SETS[op](x, y) for x, y in zip(a, b, strict=True)]), a, b)

    def text(operand: str | list[Any]) -> str:
        if isinstance(operand, str):
            return operand
        return "(" + ", ".join(quoted(v) if isinstance(v, str) else v["property"] for v in operand) + ")"

    args = [prop(o) if isinstance(o, str) else o for o in (left, right)]
    return Atom(f"{op.upper()}({text(left)}, {text(right)})", {"op": op, "args": args}, answer)


members = st.sampled_from([*TOPICS, "none", "IT"]) | st.sampled_from([prop("country"), prop("title"), prop("id")])
operands = (
    st.sampled_from(["topics", "wanted"])
    | st.lists(st.sampled_from([*TOPICS, "none"]), unique=True)
    | st.lists(members, max_size=4)
)
sets = st.builds(arrays, st.sampled_from(sorted(SETS)), operands, operands)


def spatial(op: str, shape: shapely.Geometry, first: bool) -> Atom:
    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        test = {"equals": "geom_equals"}.get(op, op)
        if first:  # the literal stands first
            found = [g is not None and getattr(shape, op)(g) for g in frame.geometry]
        else:
            found = getattr(frame.geometry, test)(shape)
        return known(pd.Series(found), frame.geometry)

    args = [prop("geometry"), shapely.geometry.mapping(shape)]
    written = ["geometry", shape.wkt]
    if first:
        args, written = args[::-1], written[::-1]
    return Atom(f"S_{op.upper()}({', '.join(written)})", {"op": f"s_{op}", "args": args}, answer)


RELATIONS = ["intersects", "disjoint", "touches", "within", "contains", "overlaps", "crosses", "equals"]
shapes = st.builds(spatial, st.sampled_from(RELATIONS), boxes | points | lines, st.booleans())


def absent(name: str) -> Atom:
    return Atom(
        f"{name} IS NULL",
        {"op": "isNull", "args": [prop(name)]},
        lambda frame: pd.Series(frame[name].isna(), dtype="boolean"),
    )


nulls = st.builds(absent, st.sampled_from(["title", "n_programmes", "sample", "topics", "open_from", "geometry"]))
plain = st.just(Atom("sample", prop("sample"), lambda frame: known(frame["sample"].map(bool), frame["sample"])))

KINDS = {
    "texts": texts,
    "numbers": numbers,
    "dates": dates,
    "booleans": booleans,
    "properties": properties,
    "arithmetic": arithmetic,
    "timestamps": timestamps,
    "moments": moments,
    "lists": lists,
    "mixed lists": mixed_lists,
    "ranges": ranges,
    "patterns": patterns,
    "arrays": sets,
    "nulls": nulls,
    "plain": plain,
    **{f"s_{op}": st.builds(spatial, st.just(op), boxes | points | lines, st.booleans()) for op in RELATIONS},
}
true_or_false = st.sampled_from([True, False]).map(
    lambda value: Atom(str(value).upper(), value, lambda frame: pd.Series([value] * len(frame), dtype="boolean"))
)
atoms = st.one_of(
    texts, numbers, dates, timestamps, moments, booleans, properties, arithmetic, lists, mixed_lists, ranges, patterns,
    sets, shapes, nulls, true_or_false,
)  # fmt: skip


def negated(part: Atom) -> Atom:
    return Atom(f"NOT ({part.text})", {"op": "not", "args": [part.json]}, lambda frame: ~part.answer(frame))


def connected(op: str, parts: list[Atom]) -> Atom:
    def answer(frame: geopandas.GeoDataFrame) -> pd.Series:
        result = parts[0].answer(frame)
        for part in parts[1:]:
            result = result & part.answer(frame) if op == "and" else result | part.answer(frame)
        return result

    text = f" {op.upper()} ".join(f"({part.text})" for part in parts)
    return Atom(text, {"op": op, "args": [part.json for part in parts]}, answer)


def unknown(part: Atom) -> Atom:
    return Atom(
        f"({part.text}) IS NULL",
        {"op": "isNull", "args": [part.json]},
        lambda frame: part.answer(frame).isna().astype("boolean"),
    )


expressions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        inner.map(negated),
        inner.map(unknown),
        st.builds(connected, st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3)),
    ),
    max_leaves=6,
)

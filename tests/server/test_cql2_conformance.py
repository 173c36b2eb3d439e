"""The abstract tests of OGC 21-065r2 (Annex A) that need no test data, on every property of every collection.

With code lists that have none of their values; over HTTP they stand in test_http_cql2.py.
"""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
import shapely

from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.errors import InvalidValue
from cooperation_atlas.model.fields import Field, FieldType
from cooperation_atlas.store.codelists import Code, CodeList
from cooperation_atlas.store.cql2 import parse_text
from cooperation_atlas.store.memory.cql2.evaluate import evaluate
from cooperation_atlas.store.memory.table import FeatureTable

#: Values of the abstract tests by type, and some for the rows.
LITERALS = {
    FieldType.STRING: "'foo'",
    FieldType.BOOLEAN: "true",
    FieldType.NUMBER: "3.14",
    FieldType.INTEGER: "1",
    FieldType.DATE: "DATE('2022-04-14')",
}
VALUES = {
    FieldType.STRING: ["foo", "FOO", "bar", "Äöü", None],
    FieldType.BOOLEAN: [True, False, None],
    FieldType.NUMBER: [3.14, 0.0, -1.5, None],
    FieldType.INTEGER: [1, 0, 50, None],
    FieldType.DATE: ["2022-04-14", "2021-06-30", "2023-01-01", None],
    FieldType.ARRAY: [["foo"], ["foo", "bar"], [], None],
}
SHAPES = [shapely.Point(7.02, 49.92), shapely.box(0, 40, 10, 50), shapely.LineString([(7, 50), (10, 51)]), None]


def table(name: str, rows: int) -> FeatureTable:
    rng = random.Random(name)
    fields = COLLECTIONS[name].fields
    columns = {f.name: [rng.choice(VALUES[f.type]) for _ in range(rows)] for f in fields}
    columns[COLLECTIONS[name].id_field] = [f"R{i:02}" for i in range(rows)]
    shapes = np.empty(rows, dtype=object)
    shapes[:] = [rng.choice(SHAPES) for _ in range(rows)]
    return FeatureTable(COLLECTIONS[name], columns, shapes)


#: A collection may be empty: `cooperation` is, where samples are off.
TABLES = {(name, rows): table(name, rows) for name in COLLECTIONS for rows in (0, 1, 24)}


def codes(codelist: str) -> CodeList:
    """A code list in which no value of the tables is."""
    return CodeList(codelist, [Code(f"{codelist}-{number}", "") for number in (1, 2)])


@pytest.fixture(params=TABLES, ids=lambda key: f"{key[0]}-{key[1]}")
def rows(request):
    """Answers a filter on one table with the set of its rows."""
    chosen = TABLES[request.param]

    def answered(text: str) -> set[int]:
        hints: list[str] = []
        return set(np.flatnonzero(evaluate(parse_text(text), chosen, codes=codes, hints=hints)).tolist())

    answered.fields = chosen.collection.stored
    answered.all = set(range(len(chosen)))
    return answered


def of_type(rows, *types: FieldType) -> list[Field]:
    return [f for f in rows.fields if f.type in types]


def test_comparisons(rows):
    for field in of_type(rows, *LITERALS):
        name, value = field.name, LITERALS[field.type]
        for left, right in ((name, value), (value, name)):
            matches = {op: rows(f"{left} {op} {right}") for op in ("=", "<>", ">", "<", ">=", "<=")}
            present = rows(f"{name} IS NOT NULL")
            for one, other in (("=", "<>"), (">", "<="), ("<", ">=")):
                assert not matches[one] & matches[other]
                assert matches[one] | matches[other] == present
        assert rows(f"{name} = {name}") == rows(f"{name} >= {name}") == rows(f"{name} <= {name}")
        assert not rows(f"{name} <> {name}") | rows(f"{name} < {name}") | rows(f"{name} > {name}")
    for value in LITERALS.values():
        assert rows(f"{value} = {value}") == rows.all
        assert not rows(f"{value} < {value}")


def test_null_and_booleans(rows):
    for name in [f.name for f in rows.fields] + ["geometry"]:
        assert rows(f"{name} IS NULL") | rows(f"{name} is not null") == rows.all
        assert not rows(f"{name} IS NULL") & rows(f"{name} is not null")
    assert rows("true") == rows.all
    assert rows("false") == set()


def test_like_between_in(rows):
    for field in of_type(rows, FieldType.STRING):
        name = field.name
        assert not rows(f"{name} like '_%'") & rows(f"{name} like ''")
        assert rows(f"{name} LIKE '%'") == rows(f"{name} like '%%'") == rows(f"{name} IS NOT NULL")
        assert rows(rf"{name} like '\%\_'") == rows(rf"{name} like '\\%\\_'") == set()
        assert rows(f"{name} in ('foo', 'bar')") == rows(f"{name} = 'foo' OR {name} = 'bar'")
        assert rows(f"CASEI({name}) LIKE casei('foo%')") == rows(f"CASEI({name}) LIKE casei('FOO%')")
        assert not rows(f"CASEI({name}) = casei('foo')") & rows(f"CASEI({name}) <> casei('FOO')")
        assert rows(f"ACCENTI({name}) LIKE accenti('Ä%')") == rows(f"ACCENTI({name}) LIKE accenti('A%')")
        assert rows(f"ACCENTI(CASEI({name})) = accenti(casei('ÄÖÜ'))") == rows(f"CASEI(ACCENTI({name})) = 'aou'")
    for field in of_type(rows, FieldType.NUMBER, FieldType.INTEGER):
        assert rows(f"{field.name} BETWEEN 0 AND 100") == rows(f"{field.name} >= 0 AND {field.name} <= 100")
        assert rows(f"{field.name} between 100.0 and 1.0") == set()
        assert rows(f"{field.name} IN (1, 2, 3)") == rows(f"{field.name} = 1")
        assert rows(f"{field.name} * 2 / 2 = {field.name}") == rows(f"{field.name} IS NOT NULL")
    for field in of_type(rows, FieldType.BOOLEAN):
        assert rows(f"{field.name} in (true)") == rows(field.name)
    for field in of_type(rows, FieldType.DATE):
        assert rows(f"{field.name} in ('2022-04-14', '2022-04-15')") == rows(f"{field.name} = DATE('2022-04-14')")


def test_temporal_functions(rows):
    dates = [f.name for f in of_type(rows, FieldType.DATE)]
    year = "INTERVAL('2021-01-01','2021-12-31')"
    for name, other in itertools.product(dates, ("DATE('2022-04-24')", year)):
        apart = rows(f"T_AFTER({name},{other})") | rows(f"T_BEFORE({name},{other})")
        assert rows(f"T_DISJOINT({name},{other})") == apart
        assert rows(f"T_INTERSECTS({name},{other})") == rows(f"{name} IS NOT NULL") - apart
        assert rows(f"T_EQUALS({name},{other})") <= rows(f"T_INTERSECTS({name},{other})")
        assert rows(f"T_AFTER({name},{other})") == rows(f"T_BEFORE({other},{name})")
    exchanged = {
        "AFTER": "BEFORE", "DISJOINT": "DISJOINT", "EQUALS": "EQUALS", "INTERSECTS": "INTERSECTS", "CONTAINS": "DURING",
        "FINISHEDBY": "FINISHES", "MEETS": "METBY", "OVERLAPPEDBY": "OVERLAPS", "STARTEDBY": "STARTS",
    }  # fmt: skip
    for a, b in itertools.permutations(dates, 2):
        for op, reverse in exchanged.items():
            assert rows(f"T_{op}(INTERVAL({a},{b}),{year})") == rows(f"T_{reverse}({year},INTERVAL({a},{b}))")


def test_array_functions(rows):
    for field in of_type(rows, FieldType.ARRAY):
        name, literal = field.name, "('foo','bar')"
        assert rows(f"A_EQUALS({name},{literal})") == (
            rows(f"A_CONTAINS({name},{literal})") & rows(f"A_CONTAINEDBY({name},{literal})")
        )
        assert rows(f"A_OVERLAPS({name},{literal})") == (
            rows(f"A_CONTAINS({name},('foo'))") | rows(f"A_CONTAINS({name},('bar'))")
        )
        assert rows(f"A_EQUALS({name},{name})") == rows(f"{name} IS NOT NULL")


def test_spatial_functions(rows):
    present = rows("geometry IS NOT NULL")
    world = "POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))"
    assert rows("S_INTERSECTS(geometry,BBOX(-180,-90,180,90))") == rows(f"S_INTERSECTS(geometry,{world})") == present
    assert rows("S_DISJOINT(geometry,BBOX(-180,-90,180,90))") == set()
    for literal in ("LINESTRING(7 50,10 51)", "POINT(7.02 49.92)", "MULTIPOINT(7 50,10 51)", world):
        together = rows(f"S_INTERSECTS(geometry,{literal})")
        assert rows(f"S_DISJOINT(geometry,{literal})") == present - together
        for op in ("EQUALS", "TOUCHES", "CROSSES", "OVERLAPS", "WITHIN", "CONTAINS"):
            assert rows(f"S_{op}(geometry,{literal})") <= together
            reverse = {"WITHIN": "CONTAINS", "CONTAINS": "WITHIN"}.get(op, op)
            assert rows(f"S_{op}(geometry,{literal})") == rows(f"S_{reverse}({literal},geometry)")
    for text in ("POINT(90 180)", "MULTIPOINT(7.02 49.92, 90 180)"):
        with pytest.raises(InvalidValue, match="±90"):
            rows(f"S_INTERSECTS(geometry,{text})")


def test_logical_combinations(rows):
    parts = [f"{f.name} = {LITERALS[f.type]}" for f in of_type(rows, *LITERALS)]
    parts += ["geometry IS NULL", "S_INTERSECTS(geometry,POINT(7.02 49.92))"]
    rng = random.Random(1)
    for _ in range(10):
        p1, p2, p3, p4 = (rng.choice(parts) for _ in range(4))
        assert rows(f"((NOT {p1} AND {p2}) OR ({p3} and NOT {p4}) or not ({p1} AND {p4}))") == (
            (rows(f"NOT ({p1})") & rows(p2)) | (rows(p3) & rows(f"NOT ({p4})")) | rows(f"NOT ({p1}) OR NOT ({p4})")
        )

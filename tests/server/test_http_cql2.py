"""CQL2 over HTTP: with the code lists, limits and encodings in play that the evaluator alone does not see."""

from __future__ import annotations

from urllib.parse import quote

import orjson
import pytest
from http_client import SICILY, get, ids, items, page, raw, refusal, request
from running_server import RunningServer


@pytest.mark.parametrize("space", ["\t", "\n", "\v", "\f", "\r", "\r\n\t "])
def test_white_space_of_the_grammar_separates(server: RunningServer, space: str):
    """OGC 21-065r2, BNF ``whitespace``."""
    spaced = space.join(["", "country", "=", "'IT'", "AND", "n_regions", "<", "5", ""])
    plain = ids(server, "programmes", filter="country = 'IT' AND n_regions < 5")
    assert plain
    assert ids(server, "programmes", filter=spaced) == plain
    assert ids(server, "programmes", **{"filter": spaced, "filter-lang": "cql2-text"}) == plain


def test_pretty_printed_json_by_get(server: RunningServer):
    document = {"op": "and", "args": [{"op": "=", "args": [{"property": "country"}, "IT"]},
                                      {"op": "<", "args": [{"property": "n_regions"}, 5]}]}  # fmt: skip
    plain = ids(server, "programmes", filter="country = 'IT' AND n_regions < 5")
    for text in (
        orjson.dumps(document).decode(),
        orjson.dumps(document, option=orjson.OPT_INDENT_2).decode(),
        orjson.dumps(document, option=orjson.OPT_INDENT_2).decode().replace("\n", "\r\n\t"),
    ):
        assert ids(server, "programmes", **{"filter": text, "filter-lang": "cql2-json"}) == plain


@pytest.mark.parametrize("code", [0, 1, 8, 14, 27, 31, 127])
def test_other_control_characters_are_refused(server: RunningServer, code: int):
    problem = refusal(raw(server, f"{items()}?filter={quote('country =')}%{code:02X}'IT'"))
    assert "control character" in problem["detail"]


# --- the abstract tests of OGC 21-065r2 on every queryable, with the code lists of the edition --------------------

#: What the abstract tests compare with, by JSON type or format.
LITERALS = {
    "string": "'foo'", "boolean": "true", "number": "3.14", "integer": "1", "date": "DATE('2022-04-14')",
}  # fmt: skip
OPERATORS = ("=", "<>", ">", "<", ">=", "<=")
ARRAY = "('foo','bar')"


@pytest.fixture
def queryables(server: RunningServer, collection: str) -> dict[str, str]:
    """The queryables of a collection, each with its type."""
    declared = page(server, f"/collections/{collection}/queryables")["properties"]
    return {
        name: "date" if told.get("format") == "date" else told["type"]
        for name, told in declared.items()
        if name != "geometry"
    }


def matched(server: RunningServer, collection: str, text: str) -> int:
    """How many features a filter finds, which must be executed."""
    return int(page(server, items(collection), filter=text, resulttype="hits")["numberMatched"])


def test_comparisons_of_every_queryable(server: RunningServer, collection: str, queryables: dict[str, str]):
    """/conf/basic-cql2/basic-cql2, comparison and is-null."""
    assert queryables
    for name, type_ in queryables.items():
        present, absent = (matched(server, collection, f"{name} IS {negated}NULL") for negated in ("not ", ""))
        assert present + absent == matched(server, collection, "true"), name
        if type_ == "array":
            continue
        value = LITERALS[type_]
        for left, right in ((name, value), (value, name)):
            found = {
                op: matched(server, collection, f"{left} {op} {right}") for op in ("=", "<>", ">", "<", ">=", "<=")
            }
            for one, other in (("=", "<>"), (">", "<="), ("<", ">=")):
                assert found[one] + found[other] == present, f"{left} {one} {right}"
                both = f"{left} {one} {right} AND {left} {other} {right}"
                assert matched(server, collection, both) == 0, both


def test_texts_of_every_queryable(server: RunningServer, collection: str, queryables: dict[str, str]):
    """/conf/advanced-comparison-operators, /conf/case-insensitive-comparison, /conf/accent-insensitive-comparison."""

    def count(text: str) -> int:
        return matched(server, collection, text)

    for name in (name for name, type_ in queryables.items() if type_ == "string"):
        assert count(f"{name} LIKE '%'") == count(f"{name} IS NOT NULL")
        assert count(f"{name} LIKE 'foo'") == count(f"{name} = 'foo'") == count(f"{name} IN ('foo', 'bar')") == 0
        assert count(f"{name} NOT IN ('foo', 'bar')") == count(f"{name} IS NOT NULL")
        assert count(f"{name} BETWEEN 'foo' AND 'fop'") == count(f"{name} >= 'foo' AND {name} <= 'fop'")
        for function in ("CASEI", "ACCENTI"):
            equal, unequal = (count(f"{function}({name}) {op} {function}('ÄÖÜ')") for op in ("=", "<>"))
            assert equal + unequal == count(f"{name} IS NOT NULL")
        assert count(f"CASEI({name}) LIKE casei('i%')") == count(f"CASEI({name}) LIKE casei('I%')")
        assert count(f"ACCENTI({name}) LIKE accenti('Á%')") == count(f"ACCENTI({name}) LIKE accenti('A%')")


def test_arrays_of_every_queryable(server: RunningServer, collection: str, queryables: dict[str, str]):
    """/conf/array-functions/array-predicates."""
    arrays = [name for name, type_ in queryables.items() if type_ == "array"]
    assert arrays or collection == "nuts3-2016"
    for name in arrays:
        assert matched(server, collection, f"A_CONTAINS({name}, {ARRAY})") == 0
        assert matched(server, collection, f"A_OVERLAPS({name}, {ARRAY})") == 0
        empty = matched(server, collection, f"A_EQUALS({name}, ())")
        assert matched(server, collection, f"A_CONTAINEDBY({name}, {ARRAY})") == empty
        present = matched(server, collection, f"{name} IS NOT NULL")
        assert matched(server, collection, f"A_EQUALS({name}, {name})") == present
        assert matched(server, collection, f"NOT A_OVERLAPS({name}, {ARRAY})") == present


def test_instants_of_every_queryable(server: RunningServer, collection: str, queryables: dict[str, str]):
    """/conf/temporal-functions/temporal-functions."""
    days = [name for name, type_ in queryables.items() if type_ == "date"]
    for name in days:
        for other in ("DATE('2022-04-24')", "TIMESTAMP('2022-04-24T07:59:57Z')", "INTERVAL('2021-01-01','2021-12-31')"):
            before, after, meets = (
                matched(server, collection, f"T_{op}({name}, {other})") for op in ("BEFORE", "AFTER", "INTERSECTS")
            )
            assert before + after + meets == matched(server, collection, f"{name} IS NOT NULL")
            assert matched(server, collection, f"T_DISJOINT({name}, {other})") == before + after


# --- texts inside arrays, and functions that nobody has --------------------------------------------------------------


def test_text_properties_in_arrays(server: RunningServer):
    assert matched(server, "programmes", "A_CONTAINS(topics, (cci))") == 0
    assert ids(server, "programmes", filter=f"A_EQUALS((cci), ('{SICILY}'))") == [SICILY]
    assert ids(server, "programmes", filter=f"A_CONTAINS(('{SICILY}', 'x'), (cci))") == [SICILY]
    everything = matched(server, "programmes", "true")
    assert matched(server, "programmes", "A_OVERLAPS((cci, title), (cci, 'x'))") == everything
    assert matched(server, "nuts3", "A_CONTAINS((nuts_code, country), (country))") == matched(server, "nuts3", "true")


@pytest.mark.parametrize("name", ["avg", "Buffer", "now", "S_DWITHIN"])
def test_functions_that_are_none_of_the_standard_are_named(server: RunningServer, name: str):
    text = refusal(get(server, items(), filter=f"{name}(title) = 1"))
    assert f"'{name}'" in text["detail"]
    document = {"op": "=", "args": [{"op": name, "args": [{"property": "title"}]}, 1]}
    json = refusal(request(server, "POST", items(), json=document))
    assert f"'{name}'" in json["detail"] and "at /args/0" in json["detail"]


# --- texts that no code list has, and what is too costly ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("country = 'ITA'", "'ITA' is no value of country (code list countries). Did you mean IT"),
        ("country <> 'Grèce\r\nX: y'", "'Gr\\xe8ce\\r\\nX: y' is no value of country"),
        ("country IN ('IT', 'GR')", "'GR' is no value of country"),
        ("A_OVERLAPS(topics, ('RSO1.1', 'RSO1.99'))", "'RSO1.99' is no value of topics"),
        ("country = 'IT' AND title = 'XX'", None),
        ("A_OVERLAPS(topics, ('RSO1.1'))", None),
    ],
)
def test_a_hint_names_texts_that_no_code_list_has(server: RunningServer, text: str, hint: str | None):
    for _ in range(2):  # the second answer comes from the cache
        answer = get(server, items(), filter=text, resulttype="hits")
        assert answer.status_code == 200
        assert hint is None or hint in answer.headers["Atlas-Hint"]
        assert hint is not None or "Atlas-Hint" not in answer.headers


def test_the_parameter_for_the_same_stays_strict(server: RunningServer):
    assert refusal(get(server, items(), country="XX"))["parameter"] == "country"


#: Too much before anything is done, so that no deadline comes first.
COSTLY = {"op": "like", "args": ["a" * 250_000, "%_" * 210_000]}


def test_a_filter_that_costs_too_much_is_refused_by_name(server: RunningServer):
    problem = refusal(request(server, "POST", items(), json=COSTLY))
    assert problem["parameter"] == "filter"
    assert "too much work for one request: LIKE at the root" in problem["detail"]


def test_a_long_filter_is_answered(server: RunningServer):
    """19,800 literals beside a property took 15 seconds and 5 GB once."""
    words = [f"word{n}" for n in range(9_900)]
    asked = {"op": "a_overlaps", "args": [[*words, {"property": "title"}], [*words[:-1], {"property": "cci"}]]}
    answer = request(server, "POST", items(), json=asked, params={"resulttype": "hits"})
    assert answer.status_code == 200
    assert answer.json()["numberMatched"] == matched(server, "programmes", "true")

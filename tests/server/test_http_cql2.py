"""CQL2 over HTTP: with the code lists, limits and encodings in play that the evaluator alone does not see."""

from __future__ import annotations

from urllib.parse import quote

import orjson
import pytest
from http_client import ids, items, raw, refusal
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

"""Partners in every form: whoever reads GeoJSON, a table, the page or the result of the process reads the same."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
import xlsx_files
from http_client import get, ids, page, request
from running_server import RunningServer

from cooperation_atlas.model.partner_parts import POTENTIAL
from cooperation_atlas.model.partners import PARTNERS
from cooperation_atlas.ogc.formats.registry import FORMATS

PROCESS = "partner-match"
#: Programmes that ask, spread over all, each with one of these beside it.
ASKERS = 20
BESIDE: list[dict[str, str]] = [
    {},
    {"preset": "learn", "limit": "5"},
    {"sortby": "unusual", "lang": "pl"},
    {"sortby": "upper", "per_country": "1", "limit": "30"},
    {"country": "ES,PT,EL", "include": "unknown"},
    {"weights": "theme:3,border:1.5,experience:2"},
    {"need_topic": "PO2,RSO1.4", "need_kind": "offer"},
    {"exclude": "samples"},
    {"preset": "complement", "per_country": "100", "per_area": "100", "limit": "100"},
    {"need_scope": "macro_regional"},
]
NEEDS: list[dict[str, str]] = [
    {"need_topic": "PO2"},
    {"need_topic": "PO1", "need_nuts3": "ITG1"},
    {"need_objective": "RSO1.1,RSO2.4", "need_country": "IT"},
    {"need_nuts3": "AT34", "need_scope": "cross_border"},
    {"need_nuts3": "EL30,EL4", "preset": "neighbours"},
    {"need_partner_type": "research", "need_country": "DE"},
    {"need_kind": "need", "lang": "it"},
    {"need_topic": "PO2", "need_period": "2014-2020"},
    {"need_topic": "PO4", "need_nuts3": "PL", "sortby": "unusual"},
    {"seeks": "ES"},
]
#: What the page shows of each partner: its code, and the intervals of its score and parts.
_PARTNER = re.compile(r"<h3>.*?(?=<h3>|</ol>)", re.DOTALL)
_CODE, _INTERVAL = re.compile(r"<code>(\w+)</code>"), re.compile(r'<span class="together">([\d.,–]+)</span>')
#: Half of the last digit of the page, and a little for the last digit of the answer.
_ROUNDED = 0.0051


def test_every_form_has_the_same_partners_in_the_same_order_with_the_same_numbers(server: RunningServer) -> None:
    every = ids(server, "programmes", sortby="cci")
    askers = every[:: len(every) // ASKERS][:ASKERS]
    several = {name for name, one in page(server, f"/processes/{PROCESS}")["inputs"].items() if one["maxOccurs"] != 1}
    found = 0
    for number, asker in enumerate(askers):
        found += agree(server, {"programme": asker} | BESIDE[number % len(BESIDE)], several)
    for need in NEEDS:
        found += agree(server, need, several)
    assert found > 5 * (ASKERS + len(NEEDS)), "most of them have partners"


def agree(server: RunningServer, query: dict[str, str], several: set[str]) -> int:
    """Whether all forms say the same; how many partners they have."""
    answer = page(server, "/partners", skipGeometry="true", **query)
    wanted = [feature["properties"] for feature in answer["features"]]
    assert [feature["id"] for feature in answer["features"]] == [one["cci"] for one in wanted], query
    assert [one["rank"] for one in wanted] == list(range(1, len(wanted) + 1)), query

    inputs = {name: text.split(",") if name in several else text for name, text in query.items()}
    inputs |= {name: int(query[name]) for name in ("limit", "per_country", "per_area") if name in query}
    executed = process(server, inputs | {"skipGeometry": True}, "json").json()
    assert executed["features"] == answer["features"], query
    assert executed["numberMatched"] == answer["numberMatched"], query

    table = get(server, "/partners", f="csv", **query)
    assert process(server, inputs, "csv").content == table.content, query
    in_table(table.content, wanted)

    book = get(server, "/partners", f="xlsx", **query)
    assert int(book.headers["ogc-numbermatched"]) == answer["numberMatched"], query
    for content in (book.content, process(server, inputs, "xlsx").content):
        in_book(xlsx_files.read(content), wanted)

    on_page(get(server, "/partners", f="html", **query).text, wanted)
    return len(wanted)


def process(server: RunningServer, inputs: dict[str, Any], f: str) -> Any:
    wanted = {"partners": {"format": {"mediaType": FORMATS[f].media_type}}}
    done = request(server, "POST", f"/processes/{PROCESS}/execution", json={"inputs": inputs, "outputs": wanted})
    assert done.status_code == 200, done.text
    return done


def in_table(content: bytes, wanted: list[dict[str, Any]]) -> None:
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row["cci"] for row in rows] == [one["cci"] for one in wanted]
    numbers = [name for name, field in PARTNERS.by_name.items() if field.type in ("number", "integer")]
    assert {"rank", "score_low", "theme_high", "distance_km"} <= set(numbers)
    for row, one in zip(rows, wanted, strict=True):
        assert {name: row[name] for name in numbers} == {
            name: "" if one[name] is None else str(one[name]) for name in numbers
        }


def in_book(book: xlsx_files.Book, wanted: list[dict[str, Any]]) -> None:
    assert len(book.rows) == len(wanted)
    for row, one in zip(book.rows, wanted, strict=True):
        assert {name: row[name] for name in one} == {name: xlsx_files.cell_of(value) for name, value in one.items()}


def on_page(text: str, wanted: list[dict[str, Any]]) -> None:
    shown = _PARTNER.findall(text)
    assert [_CODE.findall(one)[0] for one in shown] == [one["cci"] for one in wanted]
    for html, one in zip(shown, wanted, strict=True):
        names = ["score", *(name for name in POTENTIAL if one[f"{name}_low"] is not None)]
        written = _INTERVAL.findall(html)
        assert len(written) == len(names)
        for name, interval in zip(names, written, strict=True):
            low, _, high = interval.replace(",", ".").partition("–")
            assert float(low) == pytest.approx(one[f"{name}_low"], abs=_ROUNDED), (one["cci"], name)
            assert float(high or low) == pytest.approx(one[f"{name}_high"], abs=2 * _ROUNDED), (one["cci"], name)

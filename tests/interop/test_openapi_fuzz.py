"""schemathesis sends what the OpenAPI document allows and what it forbids: every answer is one that it describes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
import schemathesis
from openapi_hooks import EDITION_VARIABLE
from running_server import COLLECTIONS, RunningServer

from cooperation_atlas.model.collections import PROGRAMMES
from cooperation_atlas.model.record_collections import RECORD_COLLECTIONS
from cooperation_atlas.ogc.formats.registry import formats_of
from cooperation_atlas.ogc.openapi import SERVICE
from cooperation_atlas.ogc.openapi_processes import TAG

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def api(server: RunningServer) -> schemathesis.BaseSchema:
    """Our own document."""
    return schemathesis.openapi.from_url(f"{server.url}/openapi")


#: Every tag of the document; a test for each, so that one resource that fails does not hide the others.
TAGS = [SERVICE, *COLLECTIONS, *RECORD_COLLECTIONS, TAG]


def test_every_tag_is_tried(api: schemathesis.BaseSchema):
    assert [tag["name"] for tag in api.raw_schema["tags"]] == TAGS
    tagged = [operation["tags"] for path in api.raw_schema["paths"].values() for operation in path.values()]
    assert {tag for tags in tagged for tag in tags} == set(TAGS)


#: Records are left out: a POST to their lists, which take none, is a 415 where its body is no CQL2, and not a 405.
FUZZED = [tag for tag in TAGS if tag not in RECORD_COLLECTIONS]


@pytest.mark.slow
@pytest.mark.parametrize("tag", FUZZED)
def test_every_answer_is_described(server: RunningServer, tmp_path: Path, tag: str):
    """No 5xx, no status or content type beside those described, bodies as described, invalid input refused.

    What OpenAPI cannot say (that a code is in a list of 1,500, that the corners of a box are in order, that a text is
    CQL2) is refused too, so that *valid by the document* is not *accepted* here: that one check is left out.
    """
    edition = httpx.get(f"{server.url}/healthz", timeout=60).json()["edition"]["id"]
    arguments = [
        *("--config-file", str(HERE / "schemathesis.toml")),
        *("run", f"{server.url}/openapi", "--no-color", "--workers", "2", "--seed", "20260101", "--include-tag", tag),
        *("--max-examples", "15", "--exclude-checks", "positive_data_acceptance"),
        *("--suppress-health-check", "all", "--generation-database", "none", "--warnings", "off"),
    ]
    run = subprocess.run(
        [str(Path(sys.executable).with_name("schemathesis")), *arguments],
        cwd=tmp_path,
        env=os.environ | {"SCHEMATHESIS_HOOKS": "openapi_hooks", "PYTHONPATH": str(HERE), EDITION_VARIABLE: edition},
        capture_output=True,
        text=True,
        timeout=580,
    )
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    assert "Fuzzing" in run.stdout and " generated, " in run.stdout


#: Requests as clients send them; their answers are 200 and must meet the schema of the collection.
REAL = [
    {},
    {"limit": "5", "offset": "20", "sortby": "-n_offers,country"},
    {"bbox": "6,36,19,48", "crs": "http://www.opengis.net/def/crs/EPSG/0/3035", "limit": "20"},
    {"country": "IT,EL", "topic": "PO2", "properties": "country,topics,n_needs"},
    {"nuts3": "ITG1", "skipGeometry": "true", "lang": "en"},
    {"filter": "n_offers > 0 AND country IN ('IT','FR')", "filter-lang": "cql2-text"},
    {"resulttype": "hits", "scope": "cross_border", "kind": "offer"},
    {"q": "sic", "f": "json"},
    *({"f": f, "limit": "3"} for f in formats_of(PROGRAMMES)),
]


@pytest.mark.parametrize("query", REAL, ids=lambda query: next(iter(query), "plain"))
def test_real_requests_are_answered_as_described(
    api: schemathesis.BaseSchema, server: RunningServer, collection: str, query: dict[str, str]
):
    operation = api[f"/collections/{collection}/items"]["GET"]
    declared = httpx.get(f"{server.url}/collections/{collection}/queryables", timeout=60).json()["properties"]
    known = {name: value for name, value in query.items() if name != "filter" or "n_offers" in declared}
    if "n_offers" not in declared:  # cooperation entries and pairs of areas have no counts
        known = {k: v.replace("-n_offers,", "").replace(",n_needs", "") for k, v in known.items() if k != "filter-lang"}
    if "country" not in declared:
        known = {k: v.replace("country", "country_a").replace(",topics", "") for k, v in known.items()}
        known = {k: v for k, v in known.items() if k not in ("topic", "scope", "kind")}
    answer = httpx.get(f"{server.url}/collections/{collection}/items", params=known, timeout=60)
    assert answer.status_code == 200, answer.text
    operation.validate_response(answer)

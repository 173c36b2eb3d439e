"""Examples of cooperation actions: samples are flagged, and gone where they are excluded; real ones are served."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import settings_for
from http_client import get, page, refusal
from in_process import Application
from running_server import RunningServer

from cooperation_atlas.editions.build import build
from cooperation_atlas.editions.publish import publish
from cooperation_atlas.editions.validate import validate

ITEMS = "/collections/examples/items"
HEADER = "id,title,language,cci,status,start,end,contact,url,source,source_date\n"
REAL = (
    "harbour,Harbours together,en,2021IT16RFPR001,planned,2025-01-01,,info@example.org,https://example.org/harbour,"
    "Made for tests,2026-06-14\n"
)


def features(server: Any, **query: str) -> list[dict[str, Any]]:
    return page(server, ITEMS, f="json", limit=100, **query)["features"]


def test_every_sample_says_that_it_is_one(server: RunningServer):
    found = features(server)
    assert found, "the repository has samples, so that the collection can be tried"
    for feature in found:
        assert feature["properties"]["sample"] is True
        assert feature["properties"]["title"].startswith("Sample")
        assert feature["properties"]["contact"] is None
        text = get(server, f"{ITEMS}/{feature['id']}", {"Accept": "text/html"}).text
        assert "mark-sample" in text and "banner-sample" in text
    assert "banner-sample" in get(server, ITEMS, {"Accept": "text/html"}).text


def test_samples_do_not_exist_where_they_are_excluded(server: RunningServer):
    first = features(server)[0]["id"]
    assert features(server, exclude="samples") == []
    assert features(server, sample="false") == []
    refusal(get(server, f"{ITEMS}/{first}", f="json", exclude="samples"), 404)
    assert "SAMPLE-" not in get(server, f"{ITEMS}?exclude=samples", {"Accept": "text/html"}).text


def test_days_overlap_those_of_the_action(server: RunningServer):
    for feature in features(server, datetime="2026-10-01/2026-10-31"):
        start, end = feature["properties"]["start"], feature["properties"]["end"]
        assert start <= "2026-10-31" and end >= "2026-10-01"
        assert feature["time"] == {"interval": [start, end]}


@pytest.fixture
def with_real(data: Path) -> Path:
    """The small data folder with a real example."""
    (data / "cooperation" / "examples.csv").write_text(HEADER + REAL, "utf-8")
    values = "id,property,value\nharbour,topics,RSO1.1\nharbour,countries,EL\n"
    (data / "cooperation" / "example_values.csv").write_text(values, "utf-8")
    return data


@pytest.mark.parametrize("samples", [True, False])
def test_a_real_example_is_served_with_its_contact(with_real: Path, tmp_path: Path, samples: bool):
    settings = settings_for(with_real, tmp_path / "editions", samples=samples)
    publish(settings.editions, build(settings).id)
    server = Application(settings)
    (feature,) = server.get(f"{ITEMS}?f=json&topics=RSO1.1&countries=EL&exclude=samples").json()["features"]
    properties = feature["properties"]
    assert (properties["sample"], properties["cci"]) == (False, "2021IT16RFPR001")
    assert properties["contacts"] == [{"roles": ["pointOfContact"], "emails": [{"value": "info@example.org"}]}]
    assert feature["time"] == {"interval": ["2025-01-01", ".."]}
    text = server.get(f"{ITEMS}/harbour", headers={"Accept": "text/html"}).text
    assert "info@example.org" in text and "/collections/programmes/items/2021IT16RFPR001" in text
    assert "mark-sample" not in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("info@example.org", "maria.rossi@example.org", "looks like the mailbox of a person"),
        ("harbour,Harbours", "SAMPLE-0009,Harbours", "is an id of a sample, but the table is for real entries"),
        ("2025-01-01,,", "2025-01-01,2024-01-01,", "is before start 2025-01-01"),
        ("2021IT16RFPR001", "2021IT16RFPR009", "is not in data/programmes/programmes.csv"),
        ("planned", "plan", "is not in the code list statuses"),
    ],
)
def test_mistakes_are_found_by_cell(with_real: Path, old: str, new: str, told: str):
    path = with_real / "cooperation" / "examples.csv"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    found = [str(finding) for finding in validate(with_real).findings if told in str(finding)]
    assert found and "examples.csv row 2" in found[0]

"""The report by country: a page for each, with what was found there and nothing else, to print or as PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.gui.reports import Reports
from cooperation_search.layers import origin
from cooperation_search.layers.load_job import LoadedSearch
from cooperation_search.layers.loader import LayerLoader
from cooperation_search.layouts.country_pages import SIZES, fill, pages_layer, selected_in, set_list
from cooperation_search.layouts.country_report import country_report, renew
from cooperation_search.layouts.map_sheet import NothingToPrint
from faulty import outcome
from panel import layer_loader
from qgis.core import QgsFeedback, QgsLayoutItemLabel, QgsPrintLayout, QgsProject
from qgis.PyQt.QtWidgets import QWidget
from running_server import RunningServer

SEARCH = Search.of(country=["AT", "MT", "SI"], period=["2021-2027"])


@pytest.fixture
def loader(qgis_app: Any, server: RunningServer, tmp_path: Path) -> Iterator[LayerLoader]:
    with layer_loader(server.url, tmp_path) as made:
        yield made


def load(loader: LayerLoader, search: Search = SEARCH, kind: str = "memory") -> str:
    loaded = outcome(loader.load(search, kind=kind), 60)
    assert isinstance(loaded, LoadedSearch), loaded
    return loaded.group_id


def pages(layout: QgsPrintLayout) -> dict[str, dict[str, str]]:
    """What is said on the page of each country, by the id of the item."""
    atlas = layout.atlas()
    assert atlas.enabled() and atlas.beginRender()
    made = {}
    for number in range(atlas.count()):
        atlas.seekTo(number)
        labels = [item for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
        made[atlas.currentFilename()] = {item.id(): item.currentText() for item in labels}
    atlas.endRender()
    return made


@pytest.mark.parametrize("kind", ["memory", "geopackage", "live"])
def test_a_page_for_each_country_found(loader: LayerLoader, server: RunningServer, kind: str):
    group = load(loader, kind=kind)
    found = pages(country_report(QgsProject.instance(), group))
    assert list(found) == ["country_AT", "country_MT", "country_SI"], "in the order of their names"
    for code, said in ((name[-2:], said) for name, said in found.items()):
        asked = {**SEARCH.to_params("programmes"), "country": code}
        programmes = [f["properties"] for f in server.features("programmes", **asked)]
        listed = " ".join(text for name, text in said.items() if name.startswith(("left", "right")))
        assert [listed.count(p["cci"]) for p in programmes] == [1] * len(programmes) and programmes
        assert listed.count("•") == len(programmes)
        numbers = [len(programmes), len(server.features("nuts3", country=code, period="2021-2027"))]
        numbers += [sum(p[name] for p in programmes) for name in ("n_matching_offers", "n_matching_needs")]
        said_numbers = ["".join(filter(str.isdigit, word)) for word in said["numbers"].split(". ")]
        assert list(map(int, said_numbers)) == numbers
        assert said["country"] == programmes[0]["country_name"]
        assert "Edition" in said["credits"] and "EuroGeographics" in said["credits"]


def test_only_the_countries_of_the_selection(loader: LayerLoader):
    group = load(loader)
    layers = origin.layers_of(QgsProject.instance(), group)
    assert selected_in(layers) == ()
    layers[0].selectByExpression("\"country\" = 'SI'")
    assert selected_in(layers) == ("SI",)
    said = pages(country_report(QgsProject.instance(), group, selected_in(layers), {"SI": "Slowenien"}))
    assert list(said) == ["country_SI"] and said["country_SI"]["country"] == "Slowenien"


def test_nothing_found_is_nothing_to_print(loader: LayerLoader):
    with pytest.raises(NothingToPrint):
        country_report(QgsProject.instance(), load(loader, Search.of(title="no such title", period=["2021-2027"])))
    with pytest.raises(NothingToPrint):
        country_report(QgsProject.instance(), "no such search")


def test_a_report_is_filled_again_when_the_project_is_opened(loader: LayerLoader, tmp_path: Path):
    project = QgsProject.instance()
    group = load(loader, kind="geopackage")
    before = pages(country_report(project, group, ("SI",)))
    path = str(tmp_path / "report.qgz")
    assert project.write(path)
    project.clear()
    assert project.read(path)
    (layout,) = project.layoutManager().printLayouts()
    assert layout.atlas().coverageLayer().featureCount() == 0
    renew(project)
    assert pages(layout) == before
    project.clear()


@pytest.mark.parametrize("count", [1, 2, 11, 40, 90, 400])
def test_a_list_is_whole_or_says_what_is_missing(qgis_app: Any, count: int):
    entries = [f"Programme of a region with a rather long name, number {n} (2021XX{n:08})" for n in range(count)]
    left, right, size = set_list(entries, 90, 92)
    text = f"{left}\n{right}"
    shown = [entry for entry in entries if entry[-13:] in text]
    assert size in SIZES and shown == entries[: len(shown)]
    assert (f"{count - len(shown)} more" in " ".join(text.split())) == (len(shown) < count)
    assert left or not entries


def test_pdf_with_progress_and_cancel(loader: LayerLoader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    layout = country_report(QgsProject.instance(), load(loader), ("MT", "SI"))
    window = QWidget()
    reports = Reports(None, window, dict)
    told: list[str] = []
    reports.told.connect(told.append)
    path = tmp_path / "report.pdf"
    reports.write(layout, path)
    assert told == [f"Written to {path}: 2 countries."] and path.read_bytes().startswith(b"%PDF")
    kept = path.read_bytes()
    monkeypatch.setattr(QgsFeedback, "isCanceled", lambda _self: True)
    reports.write(layout, path)
    assert told[-1] == "Cancelled; no file was written." and path.read_bytes() == kept
    monkeypatch.undo()
    reports.write(layout, tmp_path / "none" / "report.pdf")
    assert "no folder" in told[-1] and list(tmp_path.glob("*.pdf")) == [path]
    assert not list(tmp_path.glob(".*.pdf"))


def test_pages_are_filled_anew(qgis_app: Any):
    layer = pages_layer("pages")
    fill(layer, [], (), 90, 92)
    assert layer.isValid() and layer.featureCount() == 0

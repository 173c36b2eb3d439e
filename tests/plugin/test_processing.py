"""The algorithms, run as Processing runs them but without its plugin, and by qgis_process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from importlib import import_module
from pathlib import Path

import pytest
from algorithms import BOW_TIE, SQUARE, assert_credited, layer_of, run
from cooperation_search.gui.processing_codes import CodesEdit
from cooperation_search.layers.fields import TEXT, field_type
from cooperation_search.processing.asking import NEEDS
from cooperation_search.processing.base import CODED, parameter_name
from cooperation_search.processing.codes import codes, places
from cooperation_search.processing.provider import CooperationAtlasProvider
from cooperation_search.processing.server import Server
from faulty import Faulty
from panel import wait_until
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsSettings,
    QgsVectorLayer,
)
from running_server import RunningServer, free_port

NAMES = (
    "search_programmes",
    "regions_of_programmes",
    "programmes_at_features",
    "neighbouring_regions",
    "findpartners",
    "overlay",
    "consortium",
    "distribution",
)


def test_all_are_there_with_help(provider: CooperationAtlasProvider):
    assert {a.name() for a in provider.algorithms()} == set(NAMES)
    for algorithm in provider.algorithms():
        assert algorithm.displayName() and len(algorithm.shortHelpString()) > 100
        assert all(p.description() for p in algorithm.parameterDefinitions())


def test_search(provider: CooperationAtlasProvider, server: RunningServer):
    found = run(
        provider, "search_programmes", SERVER=server.url, COUNTRY="IT, EL", TOPIC="PO2", SAMPLES=True
    ).features()
    expected = server.features("programmes", country="IT,EL", topic="PO2")
    assert {f["cci"] for f in found} == {f["id"] for f in expected} != set()
    assert all(f.hasGeometry() for f in found)


def test_regions(provider: CooperationAtlasProvider, server: RunningServer):
    found = run(
        provider, "regions_of_programmes", SERVER=server.url, NUTS="ITG1", PERIOD="2014-2020", SAMPLES=True
    ).features()
    assert {f["nuts_code"] for f in found} == {f["id"] for f in server.features("nuts3-2016", nuts3="ITG1")}
    assert len(found) == 9 and {f["nuts_version"] for f in found} == {"2016"}


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3035", "EPSG:32633"])
def test_programmes_at_my_features(provider: CooperationAtlasProvider, server: RunningServer, crs: str):
    layer = layer_of("Point", "POINT(15.05 37.5)", "POINT(10 30)", None, crs=crs)
    layer.dataProvider().addAttributes([QgsField("topics", field_type(TEXT))])
    layer.updateFields()
    layer.dataProvider().changeAttributeValues({each.id(): {1: "mine"} for each in layer.getFeatures()})
    made = run(provider, "programmes_at_features", SERVER=server.url, INPUT=layer, PERIOD=0).features()
    catania, sahara, nowhere = made
    (region,) = server.features("nuts3", nuts_code="ITG17")
    assert catania["nuts3_codes"] == "ITG17" and catania["topics"] == "mine"
    assert catania["programmes"].split("; ") == region["properties"]["programmes"]
    assert catania["n_programmes"] == region["properties"]["n_programmes"]
    assert set(catania["coop_topics"].split("; ")) == set(region["properties"]["topics"])
    assert sahara["n_programmes"] == 0 and not sahara["programmes"]
    assert not nowhere["n_programmes"] and not nowhere.hasGeometry()


def test_polygons_that_meet_several_areas(provider: CooperationAtlasProvider, server: RunningServer):
    layer = layer_of("Polygon", "POLYGON((12 36, 16 36, 16 38.5, 12 38.5, 12 36))")
    (made,) = run(provider, "programmes_at_features", SERVER=server.url, INPUT=layer, PERIOD=0).features()
    found = made["nuts3_codes"].split("; ")
    assert {c for c in found if c.startswith("ITG1")} == {f["id"] for f in server.features("nuts3", nuts3="ITG1")}
    assert not made["topics"] or made["rests_on_samples"] in ("sample", None)


def test_neighbours_by_land(provider: CooperationAtlasProvider, server: RunningServer):
    found = run(provider, "neighbouring_regions", SERVER=server.url, NUTS="ITG17", DISTANCE=0, PERIOD=0).features()
    by_code = {f["nuts_code"]: f for f in found}
    # Catania borders these in Sicily; Reggio di Calabria lies over the Strait.
    assert {"ITG13", "ITG16", "ITG18", "ITG19"} <= set(by_code) and "ITF65" not in by_code
    assert all(f["neighbour"] == "land" and f["neighbour_of"] == "ITG17" for f in found)


def test_neighbours_over_the_sea(provider: CooperationAtlasProvider, server: RunningServer):
    found = run(
        provider, "neighbouring_regions", SERVER=server.url, NUTS="ITG1", DISTANCE=150, ABROAD=True, PERIOD=0
    ).features()
    by_code = {f["nuts_code"]: f for f in found}
    assert {"MT001", "MT002"} <= set(by_code) and not any(c.startswith("IT") for c in by_code)
    assert by_code["MT001"]["neighbour"] == "distance" and 70 < by_code["MT001"]["distance_km"] < 110
    distances = [f["distance_km"] for f in found]
    assert distances == sorted(distances)


@pytest.mark.parametrize(
    ("name", "parameters", "words"),
    [
        ("search_programmes", {"COUNTRY": "XX"}, "XX"),
        ("search_programmes", {"SERVER": "nonsense://"}, "http"),
        ("regions_of_programmes", {"TOPIC": "PO9"}, "PO9"),
        ("neighbouring_regions", {"NUTS": "XX1"}, "XX1"),
        ("neighbouring_regions", {"NUTS": " , "}, "at least one"),
    ],
)
def test_mistakes(provider: CooperationAtlasProvider, server: RunningServer, name: str, parameters: dict, words: str):
    with pytest.raises(QgsProcessingException, match=words):
        run(provider, name, **{"SERVER": server.url, "SAMPLES": True, **parameters})


def test_dead_and_failing_server(provider: CooperationAtlasProvider, server: RunningServer):
    with pytest.raises(QgsProcessingException, match="cannot be reached"):
        run(provider, "search_programmes", SERVER=f"http://127.0.0.1:{free_port()}", SAMPLES=True)
    faulty = Faulty(server.url)
    for fault, words in (("500", "HTTP 500"), ("malformed", "damaged")):
        faulty.fault = lambda path, fault=fault: fault if "items" in path else None
        with pytest.raises(QgsProcessingException, match=words):
            run(provider, "search_programmes", SERVER=faulty.url, SAMPLES=True)
    faulty.stop()


@pytest.mark.parametrize("repair", [True, False])
def test_invalid_geometries_never_stop_it(provider: CooperationAtlasProvider, server: RunningServer, repair: bool):
    layer = layer_of("Polygon", BOW_TIE, SQUARE)
    ran = run(provider, "programmes_at_features", SERVER=server.url, INPUT=layer, INVALID=0 if repair else 1)
    bow_tie, square = ran.features()
    assert square["nuts3_codes"] and bool(bow_tie["nuts3_codes"]) is repair
    assert bow_tie.geometry().equals(next(layer.getFeatures()).geometry())
    done = "Repaired copies were used." if repair else "Their new columns are empty."
    assert ran.heard.warnings == [f"Invalid geometries: 1. {done}"] and ran.results["INVALID_COUNT"] == 1


def test_features_without_a_place_are_counted(provider: CooperationAtlasProvider, server: RunningServer):
    layer = layer_of("Polygon", SQUARE, crs="")
    far = QgsGeometry.fromWkt("POLYGON((1e30 1e30, 1e31 1e30, 1e31 1e31, 1e30 1e30))")
    layer.dataProvider().changeGeometryValues({each.id(): far for each in layer.getFeatures()})
    laea = QgsCoordinateReferenceSystem("EPSG:3035")
    ran = run(provider, "programmes_at_features", SERVER=server.url, INPUT=layer, CRS=laea)
    (made,) = ran.features()
    assert not made["nuts3_codes"]
    assert [text for text in ran.heard.warnings if "cannot be placed" in text and ": 1." in text]


@pytest.mark.parametrize("checked", [True, False])
def test_a_layer_without_crs_asks_for_one(provider: CooperationAtlasProvider, server: RunningServer, checked: bool):
    """Also in models, where nobody checks the values before: degrees must not be taken for granted."""
    given = {"SERVER": server.url, "INPUT": layer_of("Polygon", SQUARE, crs=""), "checked": checked}
    with pytest.raises(QgsProcessingException, match="Choose it in “CRS of my layer”"):
        run(provider, "programmes_at_features", **given)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    (made,) = run(provider, "programmes_at_features", **given, CRS=degrees).features()
    assert "ITG" in made["nuts3_codes"]


def test_answers_of_two_editions_are_not_mixed(server: RunningServer):
    asked = Server(server.url, "", QgsProcessingFeedback())
    asked.note("another", "")
    with pytest.raises(QgsProcessingException, match="new edition"):
        asked.features("programmes", asked.columns("programmes"), {"country": "MT"})


def test_greece_is_el(provider: CooperationAtlasProvider, server: RunningServer):
    greek = {f["id"] for f in server.features("programmes", country="EL")}
    for written in ("GR", "el", "gr"):
        found = run(provider, "search_programmes", SERVER=server.url, COUNTRY=written, SAMPLES=True).features()
        assert {f["cci"] for f in found} == greek != set()
    near = run(provider, "neighbouring_regions", SERVER=server.url, NUTS="GR30", DISTANCE=0, PERIOD=0).features()
    assert near and all(f["nuts_code"].startswith("EL") for f in near)


@pytest.mark.parametrize(
    ("name", "given", "styled"),
    [
        ("search_programmes", {"COUNTRY": "MT"}, True), ("regions_of_programmes", {"COUNTRY": "MT"}, True),
        ("neighbouring_regions", {"NUTS": "ITG1", "DISTANCE": 150}, True),
        ("programmes_at_features", {}, False),
    ],
)  # fmt: skip
def test_outputs_carry_rights_edition_and_style(
    provider: CooperationAtlasProvider, server: RunningServer, tmp_path: Path, name: str, given: dict, styled: bool
):
    more = {} if styled else {"INPUT": layer_of("Polygon", SQUARE)}
    for place in ("memory:", str(tmp_path / "out.gpkg")):
        layer = run(provider, name, SERVER=server.url, OUTPUT=place, **given, **more).layer
        assert_credited(layer, server)
        assert bool(layer.customProperty("cooperation_search/style")) is styled
    assert_credited(run(provider, name, SERVER=server.url, SAMPLES=False, **given, **more).layer, server, samples=False)


def test_codes_are_chosen_from_lists(provider: CooperationAtlasProvider, server: RunningServer):
    QgsSettings().setValue("cooperation_search/server/url", server.url)
    wrapped = {}
    for name in NAMES:
        for parameter in provider.algorithm(name).parameterDefinitions():
            how = parameter.metadata().get("widget_wrapper")
            if how:
                # As Processing makes it.
                module, _, made = how["class"].rpartition(".")
                wrapped[parameter.name()] = getattr(import_module(module), made)(
                    parameter, None, 0, 0, criterion=how["criterion"]
                )
    assert set(wrapped) == {*(parameter_name(name) for name in CODED), *(name.upper() for _, name in NEEDS)}
    for name, chosen, label in (("TOPIC", "PO2", "reen"), ("NUTS", "ITG1", "Sicilia")):
        edit = wrapped[name].createWrappedWidget(QgsProcessingContext())
        assert isinstance(edit, CodesEdit)
        assert wrapped[name].wrappedWidget() is edit, "Processing's dialog leaves out what it has no widget of"
        wrapped[name].setWidgetValue("nonsense", QgsProcessingContext())
        dialog = edit.choose()
        wait_until(lambda dialog=dialog: not dialog.model.is_empty())
        assert label in dialog.model.label(chosen) and "nonsense" in dialog.note.text()
        dialog.model.set_chosen([chosen])
        dialog.accept()
        assert wrapped[name].widgetValue() == chosen
    QgsSettings().remove("cooperation_search")


def test_codes():
    assert places("gr, EL30;GB uki IT") == ("EL", "EL30", "UK", "UKI", "IT")
    assert codes(" IT, EL;FR  DE ,") == ("IT", "EL", "FR", "DE") and codes("") == ()


@pytest.mark.slow
def test_qgis_process(server: RunningServer, tmp_path: Path):
    """As on a command line: the plugin installed in a profile, and the Processing plugin switched off in it."""
    # The program itself: Debian's script around it hands 3.22 an option that it does not know.
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    assert program, "qgis_process is not installed: it comes with Debian's package qgis"
    plugins = tmp_path / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    source = Path(__file__).resolve().parents[2] / "qgis_plugin" / "cooperation_search"
    shutil.copytree(source, plugins / "cooperation_search")
    environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}

    def process(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [program, "--json", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)

    def search(country: str) -> subprocess.CompletedProcess[str]:
        given = (f"SERVER={server.url}", f"COUNTRY={country}", f"OUTPUT={tmp_path / 'found.gpkg'}")
        return process("run", "cooperation_atlas:search_programmes", "--", *given)

    enabled = process("plugins", "enable", "cooperation_search")
    assert enabled.returncode == 0, enabled.stderr
    ran = search("MT")
    assert ran.returncode == 0, ran.stderr + ran.stdout
    assert json.loads(ran.stdout)["results"]["COUNT"] == len(server.features("programmes", country="MT"))
    given = (f"SERVER={server.url}", "PROGRAMME=2021IT16RFPR016", "LIMIT=3")
    outputs = (f"OUTPUT={tmp_path / 'partners.gpkg'}", f"LINES={tmp_path / 'lines.gpkg'}")
    ran = process("run", "cooperation_atlas:findpartners", "--", *given, *outputs)
    assert ran.returncode == 0, ran.stderr + ran.stdout
    assert json.loads(ran.stdout)["results"]["COUNT"] == 3
    assert QgsVectorLayer(str(tmp_path / "partners.gpkg"), "partners", "ogr").featureCount() == 3
    given = (f"SERVER={server.url}", "BY=country", "COUNTRY=MT,CY", f"OUTPUT={tmp_path / 'counts.gpkg'}")
    ran = process("run", "cooperation_atlas:distribution", "--", *given)
    assert ran.returncode == 0, ran.stderr + ran.stdout
    assert json.loads(ran.stdout)["results"]["COUNT"] == len(server.features("programmes", country="MT,CY"))
    refused = search("XX")
    assert refused.returncode != 0 and "XX" in refused.stderr + refused.stdout

"""Export: every format opens with all rows and columns, readable lists, codes or labels; failures are told, always."""

from __future__ import annotations

import csv
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from cooperation_search.api.answers import Code, CodeList
from cooperation_search.api.search import Search
from cooperation_search.context import Context
from cooperation_search.gui.export_dialog import ExportDialog
from cooperation_search.layers import origin
from cooperation_search.layers.export.options import CSV, GPKG, XLSX, ExportError, Options, with_suffix
from cooperation_search.layers.export.task import ExportTask
from cooperation_search.layers.export.words import Words, WordsRequest
from cooperation_search.layers.loader import LayerLoader
from faulty import Faulty, disk_full_after, outcome, spin
from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QDialogButtonBox
from running_server import RunningServer

FORMATS = (GPKG, XLSX, CSV)
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(params=["memory", "live"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def context(qgis_app: Any, server: RunningServer) -> Iterator[Context]:
    QgsProject.instance().clear()
    made = Context()
    made.use_server(server.url)
    yield made
    made.close()
    QgsProject.instance().clear()


@pytest.fixture
def layers(context: Context, kind: str) -> Iterator[list[QgsVectorLayer]]:
    loader = LayerLoader(context)
    loaded = outcome(loader.load(Search.of(nuts3=["ITG1"], period=["2014-2020"]), kind=kind))
    yield [QgsProject.instance().mapLayer(i) for i in (loaded.programmes_id, loaded.areas_id)]
    loader.close()


@pytest.fixture
def layer(layers: list[QgsVectorLayer]) -> QgsVectorLayer:
    return layers[0]


@pytest.fixture
def words(context: Context) -> Words:
    """The server's, with Italian and German names of Italy and of no other country."""
    labels = {"en": "Italy", "it": "Italia", "de": "Italien"}
    topics = outcome(context.client.codelist("topics"))
    countries = CodeList("countries", (Code("IT", "Italy", labels),))
    lists = {"topics": topics, "countries": countries}
    return Words({"country": "countries", "topics": "topics"}, lists)


def asked(context: Context, collection: str) -> Words:
    came: list[Words] = []
    request = WordsRequest(context.client, collection, context)
    request.came.connect(came.append)
    assert spin(10, lambda: bool(came))
    return came[0]


def write(layer: QgsVectorLayer, path: Path, words: Words | None = None, **options: Any) -> str:
    """Writes it, and the error or an empty text; what the task raises is raised."""
    task = ExportTask(layer, Options(path, path.suffix, **options), words or Words({}, {}))
    task.run()
    assert task.error is not None
    return task.error


def read_csv(path: Path, separator: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=separator))


def sheets(path: Path) -> dict[str, list[list[str]]]:
    """The cells of an XLSX file, read without GDAL."""
    with zipfile.ZipFile(path) as book:
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(t.text or "" for t in item.iter(f"{_SHEET}t")) for item in strings]
        names = [s.get("name") for s in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{_SHEET}sheet")]
        found = {}
        for number, name in enumerate(names, 1):
            rows = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{_SHEET}row")
            found[str(name)] = [cells(row, texts) for row in rows]
    return found


def cells(row: Any, texts: list[str]) -> list[str]:
    """The cells of a row; those that were left out are empty."""
    found: list[str] = []
    for element in row.iter(f"{_SHEET}c"):
        letters = "".join(c for c in element.get("r") if c.isalpha())
        place = 0
        for letter in letters:
            place = 26 * place + ord(letter) - ord("A") + 1
        found += [""] * (place - 1 - len(found))
        value = element.findtext(f"{_SHEET}v") or ""
        found.append(texts[int(value)] if element.get("t") == "s" else value)
    return found


def test_csv(layer: QgsVectorLayer, tmp_path: Path):
    path = tmp_path / "programmes.csv"
    assert write(layer, path) == ""
    rows = read_csv(path)
    expected = {f["cci"]: f for f in layer.getFeatures()}
    assert {r["cci"] for r in rows} == set(expected)
    for row in rows:
        assert row["title"] == expected[row["cci"]]["title"]
        assert row["sources"] and row["source_date"]
        assert "EuroGeographics" in row["attribution"] and row["edition"] and row["search_url"].startswith("http")


@pytest.mark.parametrize("format_", FORMATS)
def test_lists_are_readable_in_every_format(layer: QgsVectorLayer, tmp_path: Path, server: RunningServer, format_: str):
    path = tmp_path / f"programmes{format_}"
    assert write(layer, path) == ""
    stated = {
        f["id"]: f["properties"]["funds"] for f in server.features("programmes", nuts3="ITG1", period="2014-2020")
    }
    if format_ == CSV:
        found = {row["cci"]: row["funds"] for row in read_csv(path)}
    elif format_ == XLSX:
        head, *rows = sheets(path)["Codes"]
        found = {row[head.index("cci")]: row[head.index("funds")] for row in rows}
    else:
        found = {f["cci"]: f["funds"] or "" for f in QgsVectorLayer(str(path), "written", "ogr").getFeatures()}
    assert found == {cci: "; ".join(funds or ()) for cci, funds in stated.items()}
    assert any("; " in funds for funds in found.values())


@pytest.mark.parametrize(("separator", "mark"), [(",", True), (";", True), ("\t", False)])
def test_csv_with_labels_separator_and_mark(
    layer: QgsVectorLayer, words: Words, tmp_path: Path, server: RunningServer, separator: str, mark: bool
):
    path = tmp_path / "programmes.csv"
    assert write(layer, path, words, language="de", separator=separator, mark=mark) == ""
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") is mark
    rows = read_csv(path, separator)
    assert {row["Country"] for row in rows} == {"Italien"}
    topics = {c["code"]: c["labels"]["de"] for c in server.json("/codelists/topics")["items"]}
    expected = {
        f["id"]: f["properties"]["topics"] for f in server.features("programmes", nuts3="ITG1", period="2014-2020")
    }
    for row in rows:
        wanted = "; ".join(topics[code] for code in expected[row["CCI"]] or ())
        assert row["Topics of cooperation actions"] == wanted
    assert "Topics of cooperation actions (text)" not in rows[0]


def test_geopackage(layers: list[QgsVectorLayer], tmp_path: Path):
    path = tmp_path / "areas.gpkg"
    assert write(layers[1], path) == ""
    written = QgsVectorLayer(str(path), "areas", "ogr")
    assert written.featureCount() == layers[1].featureCount() == 9
    names = [f.name() for f in layers[1].fields() if f.name() != "fid"]
    assert {*names, "edition", "attribution", "search_url"} <= {f.name() for f in written.fields()}
    assert all(f.hasGeometry() for f in written.getFeatures())
    types = {f.name(): f.typeName() for f in written.fields()}
    assert types["period_start"] == "Date" and types["n_programmes"] in ("Integer64", "Integer")
    assert any("EuroGeographics" in right for right in written.metadata().rights())


def test_xlsx_has_words_in_one_sheet_and_codes_in_another(layer: QgsVectorLayer, words: Words, tmp_path: Path):
    path = tmp_path / "programmes.xlsx"
    assert write(layer, path, words, language="it") == ""
    book = sheets(path)
    assert list(book) == ["Programmes", "Codes"], "a remark that does not fit into the name of a sheet goes as a whole"
    spoken, codes = book["Programmes"], book["Codes"]
    assert len(spoken) == len(codes) == layer.featureCount() + 1
    assert "Topics of cooperation actions" in spoken[0] and "topics" in codes[0]
    assert {row[spoken[0].index("Country")] for row in spoken[1:]} == {"Italia"}
    assert {row[codes[0].index("country")] for row in codes[1:]} == {"IT"}


def test_selected_only(layer: QgsVectorLayer, tmp_path: Path):
    layer.selectByIds([feature.id() for feature in list(layer.getFeatures())[:2]])
    chosen = layer.selectedFeatureCount()
    assert chosen == 2
    for format_ in FORMATS:
        assert write(layer, tmp_path / f"few{format_}", selected_only=True) == ""
    assert len(read_csv(tmp_path / "few.csv")) == chosen
    assert QgsVectorLayer(str(tmp_path / "few.gpkg"), "few", "ogr").featureCount() == chosen


def test_both_periods_are_one_table(context: Context, tmp_path: Path, server: RunningServer):
    search = Search.of(country=["AT"])
    loader = LayerLoader(context)
    loaded = outcome(loader.load(search, kind="memory"))
    both = [x for x in origin.layers_of(QgsProject.instance(), loaded.group_id) if x.name().startswith("Programmes")]
    path = tmp_path / "both.csv"
    task = ExportTask(both[0], Options(path, CSV), Words({}, {}), both[1:])
    assert task.run(), task.error
    rows = read_csv(path)
    assert {row["cci"] for row in rows} == {f["id"] for f in server.features("programmes", country="AT")}
    assert {row["search_url"] for row in rows} == {search.to_url(server.url, "programmes")}
    loader.close()
    QgsProject.instance().clear()


def test_formulas_are_text(layer: QgsVectorLayer, tmp_path: Path):
    if layer.providerType() != "memory":
        layer = layer.materialize(QgsFeatureRequest())
    feature = next(layer.getFeatures())
    at = layer.fields().lookupField("title")
    assert layer.dataProvider().changeAttributeValues({feature.id(): {at: "=1+1"}})
    assert write(layer, tmp_path / "x.csv") == ""
    assert [r["title"] for r in read_csv(tmp_path / "x.csv") if r["cci"] == feature["cci"]] == ["'=1+1"]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("there", [False, True])
def test_a_full_disk_is_told_and_leaves_what_was_there(layers: list, tmp_path: Path, format_: str, there: bool):
    path = tmp_path / f"areas{format_}"
    if there:
        assert write(layers[0], path) == ""
    before = path.read_bytes() if there else b""
    with disk_full_after(2000):
        error = write(layers[1], path)
    # What to look for, and no message of SQLite.
    assert "disk" in error and "sqlite" not in error and "gpkg_" not in error
    # The name that was chosen, not that of the file beside it.
    assert str(path) in error
    assert path.exists() is there and (not there or path.read_bytes() == before)
    assert [p.name for p in tmp_path.iterdir()] == ([path.name] if there else [])


@pytest.mark.parametrize("format_", FORMATS)
def test_a_folder_that_does_not_exist(layer: QgsVectorLayer, tmp_path: Path, format_: str):
    with pytest.raises(ExportError, match="no folder"):
        write(layer, tmp_path / "missing" / f"x{format_}")
    assert not (tmp_path / "missing").exists()


@pytest.mark.parametrize("format_", FORMATS)
def test_a_place_where_nothing_can_be_written(layer: QgsVectorLayer, format_: str):
    # Not even root may make files here.
    assert "could not be written" in write(layer, Path("/proc") / f"x{format_}")


@pytest.mark.parametrize("format_", FORMATS)
def test_a_folder_of_that_name(layer: QgsVectorLayer, tmp_path: Path, format_: str):
    (tmp_path / f"x{format_}").mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        write(layer, tmp_path / f"x{format_}")


def test_a_geopackage_that_another_program_has_open(layer: QgsVectorLayer, tmp_path: Path):
    path = tmp_path / "x.gpkg"
    assert write(layer, path) == ""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ExportError, match="another program"):
            write(layer, path)
    assert write(layer, path) == ""


def test_a_spreadsheet_that_libreoffice_has_open(layer: QgsVectorLayer, tmp_path: Path):
    assert write(layer, tmp_path / "x.xlsx") == ""
    (tmp_path / ".~lock.x.xlsx#").write_text(",me,here;", encoding="utf-8")
    with pytest.raises(ExportError, match="another program"):
        write(layer, tmp_path / "x.xlsx")


def test_a_file_of_this_project_is_not_replaced(layer: QgsVectorLayer, tmp_path: Path):
    assert write(layer, tmp_path / "x.gpkg") == ""
    QgsProject.instance().addMapLayer(QgsVectorLayer(str(tmp_path / "x.gpkg"), "mine", "ogr"))
    with pytest.raises(ExportError, match="in use in this project"):
        write(layer, tmp_path / "x.gpkg")


@pytest.mark.parametrize(
    ("path", "format_", "expected"),
    [
        ("x", CSV, "x.csv"), ("x.csv", CSV, "x.csv"), ("X.CSV", CSV, "X.CSV"), ("x.gpkg", XLSX, "x.xlsx"),
        ("v1.2", GPKG, "v1.2.gpkg"), ("x.docx", CSV, "x.docx.csv"),
    ],
)  # fmt: skip
def test_suffixes(path: str, format_: str, expected: str):
    assert with_suffix(Path(path), format_) == Path(expected)


def test_dialog(layer: QgsVectorLayer, words: Words, tmp_path: Path):
    layer.selectByExpression("\"period\" = '2021-2027'")
    dialog = ExportDialog(layer, words.languages())
    wanted: list[Options] = []
    dialog.options_chosen.connect(wanted.append)
    assert dialog.all.isChecked() and str(layer.selectedFeatureCount()) in dialog.selected.text()
    languages = [dialog.language.itemData(row) for row in range(dialog.language.count())]
    assert languages == ["en", "de", "es", "fr", "it", "pl"]
    assert dialog.labels.isChecked() and dialog.language.currentData() == "en"
    dialog.selected.setChecked(True)
    assert not dialog.separator.isEnabled()
    dialog.format.setCurrentIndex(dialog.format.findData(CSV))
    assert dialog.separator.isEnabled() and dialog.file.filePath().endswith(".csv")
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    missing = (str(tmp_path / "missing" / "x"), "no folder")
    for path, said in (("", "Choose a file"), ("/", "Choose a file"), missing, (f"{tmp_path}/", "is a folder")):
        dialog.file.setFilePath(path)
        save.click()
        assert said in dialog.note.text() and not wanted
    (tmp_path / "x.csv").write_text("before", encoding="utf-8")
    dialog.file.setFilePath(str(tmp_path / "x"))
    save.click()
    assert "again to replace" in dialog.note.text() and not wanted
    dialog.codes.setChecked(True)
    dialog.separator.setCurrentIndex(1)
    save.click()
    assert wanted == [Options(tmp_path / "x.csv", CSV, True, "", ";", True)]


def test_the_servers_words(context: Context, layer: QgsVectorLayer):
    from_server = asked(context, "programmes")
    assert from_server.label("topics", "PO2", "en").lower().find("green") >= 0
    assert from_server.label("topics_basis", "sample", "en") != "sample" and not from_server.has("title")
    # A language with labels for a few codes only is not offered as if it were complete.
    assert "en" in from_server.languages() and "bg" not in from_server.languages()


def test_a_layer_that_gives_fewer_rows_than_it_has(layers: list[QgsVectorLayer], tmp_path: Path):
    task = ExportTask(layers[0], Options(tmp_path / "x.csv", CSV), Words({}, {}))
    ((_source, request),) = task._features
    request.setFilterFids([])
    task.run()
    assert task.error and "nothing was written" in task.error and not list(tmp_path.iterdir())


def test_without_a_server_codes_can_be_written(context: Context, layer: QgsVectorLayer, server: RunningServer):
    away = Faulty(server.url)
    away.stop()
    context.use_server(away.url)
    without = asked(context, "programmes")
    dialog = ExportDialog(layer, without.languages())
    assert dialog.codes.isChecked() and not dialog.labels.isEnabled()


def test_attribution_reaches_print_layouts(layers: list[QgsVectorLayer]):
    project = QgsProject.instance()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("credits")
    # The project owns the layout; what Python owned would go in the wrong order.
    assert project.layoutManager().addLayout(layout)
    item = QgsLayoutItemMap(layout)
    item.setId("Map 1")
    item.setLayers(layers)
    layout.addLayoutItem(item)
    credits_ = QgsExpression("array_to_string(map_credits('Map 1'))").evaluate(layout.createExpressionContext())
    assert "EuroGeographics" in str(credits_)
    project.layoutManager().removeLayout(layout)

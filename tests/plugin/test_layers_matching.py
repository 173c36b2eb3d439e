"""The map shows what was found: numbers, topics, scopes and kinds of areas are those of the search, in every layer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.search import Search
from cooperation_search.layers import matching, origin
from cooperation_search.layers.fields import split
from cooperation_search.layers.loader import LayerLoader
from faulty import outcome
from panel import layer_loader
from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsProject, QgsVectorLayer
from running_server import RunningServer
from test_layers_styles import shown

KINDS = ("memory", "geopackage", "live")
#: Sicily has more than ten programmes of 2021-2027; few of them have this topic.
SICILY = Search.of(topic=["RSO2.6"], nuts3=["ITG1"], period=["2021-2027"])
SEARCHES = (
    SICILY,
    Search.of(country=["SI", "SK"], scope=["cross_border"]),
    Search.of(topic=["RSO1.1", "RSO2.6"], period=["2014-2020"], country=["IT"]),
    Search.of(title="Slovakia", kind=["offer"]),
    Search.of(country=["SI"], topic=["RSO1.4"], show_samples=False),
    Search.of(country=["SI", "MT"], fund=["ESF"], include_unknown=True),
)


@pytest.fixture
def loader(qgis_app: Any, server: RunningServer, tmp_path: Path) -> Iterator[LayerLoader]:
    with layer_loader(server.url, tmp_path) as made:
        yield made


@pytest.fixture
def project(loader: LayerLoader) -> QgsProject:
    return QgsProject.instance()


def load(loader: LayerLoader, search: Search, kind: str, style: str = "programmes") -> tuple[QgsVectorLayer, ...]:
    loaded = outcome(loader.load(search, kind=kind, style=style), 60)
    return tuple(QgsProject.instance().mapLayer(id_) for id_ in (loaded.programmes_id, loaded.areas_id))


def held(areas: QgsVectorLayer) -> dict[str, tuple[Any, ...]]:
    """What the layer says of each area: number found, whole number, topics, scopes and kinds found."""
    columns = [
        matching.column(areas, name) for name in (matching.NUMBER, matching.TOPICS, matching.SCOPES, matching.KINDS)
    ]
    number, *lists = columns
    return {
        f["nuts_code"]: (f[number], f[matching.WHOLE_NUMBER], *(sorted(split(f[name])) for name in lists))
        for f in areas.getFeatures()
    }


def answered(server: RunningServer, search: Search) -> dict[str, tuple[Any, ...]]:
    collection = search.areas_collection()
    features = server.features(collection, skipGeometry="true", **search.to_params(collection))
    properties = (f["properties"] for f in features)
    lists = ("matching_topics", "matching_scopes", "matching_kinds")
    return {
        p["nuts_code"]: (p["n_matching"], p["n_programmes"], *(sorted(p[n] or ()) for n in lists)) for p in properties
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("search", SEARCHES)
def test_areas_hold_what_was_found_there(loader: LayerLoader, server: RunningServer, search: Search, kind: str):
    _, areas = load(loader, search, kind)
    assert held(areas) == answered(server, search) != {}


@pytest.fixture(scope="module")
def of_sicily(server: RunningServer) -> dict[str, int]:
    """The number of programmes that the search finds in each area of Sicily."""
    return {code: int(found) for code, (found, *_) in answered(server, SICILY).items()}


def words(number: int) -> str:
    return "1 programme found" if number == 1 else f"{number} programmes found"


@pytest.mark.parametrize("kind", KINDS)
def test_sicily_is_painted_with_what_was_found(loader: LayerLoader, of_sicily: dict[str, int], kind: str):
    _, areas = load(loader, SICILY, kind)
    numbered = {f["nuts_code"]: label for f, label in shown(areas)}
    assert numbered == {code: words(number) for code, number in of_sicily.items()}
    assert all(int(f[matching.WHOLE_NUMBER]) > of_sicily[f["nuts_code"]] for f in areas.getFeatures())


@pytest.mark.parametrize("kind", KINDS)
def test_tips_and_labels_say_how_many_were_found(loader: LayerLoader, of_sicily: dict[str, int], kind: str):
    _, areas = load(loader, SICILY, kind)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(areas))
    feature = next(f for f in areas.getFeatures() if f["nuts_code"] == "ITG12")
    context.setFeature(feature)
    tip = QgsExpression.replaceExpressionText(areas.mapTipTemplate(), context)
    assert (
        f"Programmes found: {of_sicily['ITG12']} of {feature[matching.WHOLE_NUMBER]}" in tip and "Topics found" in tip
    )
    label = QgsExpression(areas.labeling().settings().fieldName)
    assert label.evaluate(context) == f"Palermo ({of_sicily['ITG12']})"


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_has_what_was_found_first_and_the_whole_beside_it(loader: LayerLoader, kind: str):
    _, areas = load(loader, SICILY, kind)
    columns = [c.name for c in areas.attributeTableConfig().columns() if not c.hidden]
    at = columns.index("name")
    assert columns[at + 1 : at + 3] == [matching.column(areas, matching.NUMBER), matching.WHOLE_NUMBER]
    if kind == "live":
        # The provider's own are those of no search.
        assert matching.NUMBER not in columns and matching.TOPICS not in columns


@pytest.mark.parametrize("search", SEARCHES[:5])
@pytest.mark.parametrize("style", ["topic", "scope", "kind", "programmes"])
def test_nothing_found_is_painted_as_not_known(loader: LayerLoader, search: Search, style: str):
    for layer in load(loader, search, "memory", style):
        labels = {label for _, label in shown(layer)}
        if (style == "topic" and search.values("topic")) or (style == "scope" and search.values("scope")):
            assert labels and not labels & {"", "None of them known"}
        if style == "kind" and search.values("kind"):
            assert "No cooperation entry known" not in labels


def test_programmes_of_2014_found_by_mapping_say_so(loader: LayerLoader):
    programmes, areas = load(loader, SEARCHES[2], "memory", "topic")
    assert {label for _, label in shown(programmes)} == {"By the mapping of an objective"}
    assert not {label for _, label in shown(areas)} & {"", "None of them known", "By the mapping of an objective"}


def test_a_live_layer_without_samples_shows_none(loader: LayerLoader, project: QgsProject, server: RunningServer):
    search = Search.of(country=["SK"], show_samples=False)
    programmes, areas = load(loader, search, "live")
    with_samples = server.features("programmes", country="SK", skipGeometry="true")
    assert any(f["properties"]["scopes_basis"] == "sample" for f in with_samples)
    for layer in (programmes, areas):
        assert layer.featureCount() and not any(f["scopes_basis"] == "sample" for f in layer.getFeatures())
    assert origin.read(areas).server == server.url


def test_a_live_layer_keeps_what_was_found_in_the_project(
    loader: LayerLoader, project: QgsProject, of_sicily: dict[str, int]
):
    _, areas = load(loader, SICILY, "live")
    before = held(areas)
    assert project.write() and project.read(project.fileName())
    _, again = origin.layers_of(project, origin.latest_group(project))
    assert held(again) == before
    assert {label for _, label in shown(again)} == set(map(words, of_sicily.values()))


def test_the_group_is_named_in_words_by_whatever_criterion(loader: LayerLoader, project: QgsProject):
    load(loader, Search.of(exclude_country=("IT",), mode=("joint_call",)), "memory")
    (group,) = project.layerTreeRoot().children()
    assert "Italy" in group.name() and "joint_call" not in group.name()

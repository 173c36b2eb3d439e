"""A collection that is added in the model and in assemble alone is served everywhere, by pages and to clients."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
import shapely
from conftest import settings_for
from small_server import client_of

from cooperation_atlas.editions import assemble
from cooperation_atlas.editions.assemble import Layer, World, layer
from cooperation_atlas.editions.build import build
from cooperation_atlas.editions.publish import publish
from cooperation_atlas.model import properties as shared
from cooperation_atlas.model.collections import COLLECTIONS, Collection
from cooperation_atlas.model.fields import array, grouped, integer, number, string
from cooperation_atlas.model.presentation import Group, Noun, Presentation, Reference, Related
from cooperation_atlas.web.app import make_app

#: Features of one programme each.
CALLS = Collection(
    id="calls",
    title="Calls",
    description="Calls for proposals.",
    keywords=("call",),
    id_field="call",
    title_field="name",
    time_fields=None,
    programme_field="cci",
    presentation=Presentation(
        Noun("call for proposals", "calls for proposals"),
        columns=("name", "title", "country", "budget", "topics"),
        lead=("country",),
        related=(Related("All calls of this programme", "calls", (("cci", "cci"),)),),
    ),
    fields=(
        string("call", "Call", "Id of the call."),
        string("name", "Name of the call", "Name of the call."),
        *shared.IDENTITY,
        *shared.COUNTRY,
        *grouped(Group.SOURCES, number("budget", "Budget", "Budget of the call.", "EUR")),
        *array("topics", "Topics", "Topics of the call.", "topics"),
        *shared.MATCH,
    ),
)
#: Areas that programmes cover, with less than the others have.
HARBOURS = Collection(
    id="harbours",
    title="Harbours",
    description="Harbours, with the programmes that cover them.",
    keywords=("harbour",),
    id_field="harbour",
    title_field="harbour",
    time_fields=None,
    programmes_field="programmes",
    is_area=True,
    presentation=Presentation(Noun("harbour", "harbours"), columns=("harbour", "n_matching"), name_language=None),
    fields=(
        string("harbour", "Harbour", "Name of the harbour."),
        *array("programmes", "Programmes", "CCIs.", reference=Reference("programmes")),
        integer("n_programmes", "Number of programmes", "Number of programmes."),
        *shared.MATCHING,
    ),
)
#: Features that have nothing to do with programmes.
BASINS = Collection(
    id="basins",
    title="Sea basins",
    description="Sea basins.",
    keywords=("sea",),
    id_field="id",
    title_field="name",
    time_fields=None,
    presentation=Presentation(Noun("sea basin", "sea basins"), columns=("name",)),
    fields=(
        string("id", "Id", "Id of the basin."),
        string("name", "Name", "Name of the basin."),
        *shared.MATCH,
    ),
)
ADDED = {collection.id: collection for collection in (CALLS, HARBOURS, BASINS)}


def _calls(world: World) -> Layer:
    programmes = world.programmes.values()
    records = (
        {**p, "call": f"{p['cci']}/1", "name": f"Call of {p['title']}", "budget": 1000.0, "topics": []}
        for p in programmes
        if p["period"] == "2021-2027"
    )
    return layer(world, CALLS, ((record, shapely.box(10, 40, 11, 41)) for record in records))


def _harbours(world: World) -> Layer:
    ccis = [cci for cci in world.programmes if cci.startswith("2021")]
    records = [
        {"harbour": "Palermo", "programmes": ccis, "n_programmes": len(ccis)},
        {"harbour": "Oslo", "programmes": [], "n_programmes": 0},
    ]
    return layer(world, HARBOURS, ((record, shapely.box(11, 40, 12, 41)) for record in records))


def _basins(world: World, names: tuple[str, ...] = ("Adriatic Sea", "Ionian Sea")) -> Layer:
    features = (({"id": name[:2], "name": name}, None) for name in names)
    return layer(world, BASINS, features)


ASSEMBLERS = {CALLS.id: _calls, HARBOURS.id: _harbours, BASINS.id: partial(_basins)}


@pytest.fixture(scope="module")
def client(small_data_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server of the small edition with the added collections."""
    with pytest.MonkeyPatch.context() as patch:
        for id_, collection in ADDED.items():
            patch.setitem(COLLECTIONS, id_, collection)
            patch.setitem(assemble.LAYERS, id_, ASSEMBLERS[id_])
        settings = settings_for(small_data_folder, tmp_path_factory.mktemp("added") / "editions")
        publish(settings.editions, build(settings).id)
        with client_of(make_app(settings)) as made:
            yield made


@pytest.fixture(params=sorted(ADDED))
def added(request: pytest.FixtureRequest) -> Collection:
    """One of the added collections."""
    return ADDED[request.param]


def document(client: httpx.Client, path: str, **query: str) -> Any:
    """The JSON of a resource."""
    answer = client.get(path, params={"f": "json", **query})
    assert answer.status_code == 200, answer.text
    return answer.json()


def page(client: httpx.Client, path: str, **query: str) -> str:
    """The text of a page."""
    answer = client.get(path, params={"f": "html", **query})
    assert answer.status_code == 200, answer.text
    return re.sub(r"\s+", " ", answer.text)


def test_its_list_is_a_page_with_its_nouns_and_columns(client: httpx.Client, added: Collection) -> None:
    text = page(client, f"/collections/{added.id}/items")
    matched = document(client, f"/collections/{added.id}/items")["numberMatched"]
    assert matched > 1
    assert f"{matched} {added.presentation.noun.many}" in text
    for name in added.presentation.columns:
        assert added.by_name[name].title in text
    assert page(client, f"/collections/{added.id}/items", q="Sicilia", include="unknown")
    assert page(client, f"/collections/{added.id}/items", properties=",".join(added.by_name))


def test_each_feature_has_a_page_and_every_format(client: httpx.Client, added: Collection) -> None:
    for feature in document(client, f"/collections/{added.id}/items")["features"]:
        path = f"/collections/{added.id}/items/{feature['id'].replace('/', '%2F')}"
        assert added.presentation.noun.one in page(client, path)
        for f in ("json", "csv", "jsonld"):
            assert client.get(path, params={"f": f}).status_code == 200


def test_pages_of_the_service_know_it(client: httpx.Client, added: Collection) -> None:
    for path in ("/", "/collections", f"/collections/{added.id}"):
        text = page(client, path)
        assert added.title in text
        assert added.presentation.noun.many in text
    for path in ("/schema", "/queryables"):
        assert added.title in page(client, f"/collections/{added.id}{path}")
    assert added.title in page(client, "/openapi")
    for other in COLLECTIONS:
        assert f"/collections/{added.id}/items" in page(client, f"/collections/{other}/items")


@pytest.mark.parametrize("language", ["de", "pl"])
def test_it_is_served_in_every_language(client: httpx.Client, added: Collection, language: str) -> None:
    for path in ("/items", "", "/schema"):
        assert f'<html lang="{language}">' in page(client, f"/collections/{added.id}{path}", lang=language)
    noun = document(client, f"/collections/{added.id}/schema", lang=language)["x-atlas-presentation"]["noun"]
    assert noun["one"] == added.presentation.noun.one, "what has no translation stays as it is declared"


def test_what_is_refused_is_a_page(client: httpx.Client, added: Collection) -> None:
    for query in ({"country": "Italy"}, {"sortby": "nothing"}, {"filter": "nothing = 1"}):
        answer = client.get(
            f"/collections/{added.id}/items", params={"f": "html", **query}, headers={"Accept": "text/html"}
        )
        assert answer.status_code == 400
        assert answer.headers["content-type"].startswith("text/html")
    answer = client.get(f"/collections/{added.id}/items/nothing", headers={"Accept": "text/html"})
    assert answer.status_code == 404


def test_clients_find_it_in_every_document(client: httpx.Client, added: Collection) -> None:
    listed = {one["id"]: one for one in document(client, "/collections")["collections"]}
    assert listed[added.id]["itemCount"] == document(client, f"/collections/{added.id}/items")["numberMatched"]
    assert added.id in client.get("/healthz").json()["edition"]["counts"]
    assert f"/collections/{added.id}/items" in document(client, "/openapi")["paths"]
    assert client.get("/", params={"f": "jsonld"}).text.count(f"/collections/{added.id}") > 1
    schema = document(client, f"/collections/{added.id}/schema")
    assert list(schema["properties"]) == [*added.by_name, "geometry"]
    table = client.get(f"/collections/{added.id}/items", params={"f": "csv"}).content.decode("utf-8-sig")
    assert table.splitlines()[0] == ",".join(added.by_name)


def test_its_criteria_are_those_that_its_features_can_answer(client: httpx.Client, added: Collection) -> None:
    criteria = document(client, f"/collections/{added.id}/queryables")["x-atlas-criteria"]
    facets = document(client, f"/collections/{added.id}/facets")["facets"]
    if not added.is_of_programmes:
        assert criteria == facets == {}
        assert client.get(f"/collections/{added.id}/items", params={"country": "IT"}).status_code == 400
        return
    assert facets.keys() <= criteria.keys()
    for name, counts in facets.items():
        for value, count in counts.items():
            query = {name: value, "limit": "1"}
            assert document(client, f"/collections/{added.id}/items", **query)["numberMatched"] == count


@pytest.mark.parametrize("path", ["/items", "/facets", "/schema", ""])
def test_it_is_served_without_samples(client: httpx.Client, added: Collection, path: str) -> None:
    assert document(client, f"/collections/{added.id}{path}", exclude="samples")


def test_a_declaration_that_is_not_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="'basins' needs the property 'depth'"):
        Collection(
            id="basins",
            title="Sea basins",
            description="Sea basins.",
            keywords=(),
            id_field="id",
            title_field="name",
            time_fields=None,
            presentation=Presentation(Noun("sea basin", "sea basins"), columns=("name", "depth")),
            fields=BASINS.fields,
        )


def test_the_landing_page_counts_what_is_there_without_samples(client: httpx.Client) -> None:
    assert "3 <span>cooperation entries" in page(client, "/")
    assert "1 <span>cooperation entry" in page(client, "/", exclude="samples")

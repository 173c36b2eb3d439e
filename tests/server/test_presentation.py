"""What the model declares for people, and that templates hold none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes

from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.model.collections import COLLECTIONS, Collection, areas_of
from cooperation_atlas.model.criteria import CRITERIA, PARTNER_SEARCH, criteria_of, criterion_for
from cooperation_atlas.model.periods import PERIODS
from cooperation_atlas.model.presentation import CODE_STYLES, EXAMPLE_SEARCHES
from cooperation_atlas.ogc.presentation import GROUP, PRESENTATION
from cooperation_atlas.ogc.schema import feature_schema
from cooperation_atlas.store.codelists import CodeLists
from cooperation_atlas.store.open import open_store
from cooperation_atlas.store.query import Query
from cooperation_atlas.web import pages
from cooperation_atlas.web.examples import examples_of

TEMPLATES = Path(pages.__file__).parent / "templates"
EVERY = pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=COLLECTIONS.keys())
#: Words that templates use for something else than a property: attributes of declarations, members of documents.
WORDS = {
    *("name", "title", "id", "match", "matched_in", "matching", "sample", "status", "summary"),
    *("basis", "kind", "period", "source_date", "sources", "contact"),
}
#: The pages that are about the criteria of partner search themselves, and the map, which names countries.
OF_PARTNER_SEARCH = {"find", "find_analysis", "find_cards", "find_form", "guide", "item_partners"}
NAMED = {"drawn_map": {"countries"}}


def names_of_the_model() -> set[str]:
    """Names of collections, properties, criteria and code lists."""
    fields = {field.name: field for collection in COLLECTIONS.values() for field in collection.fields}
    codelists = {field.codelist for field in fields.values() if field.codelist}
    return {*COLLECTIONS, *fields, *CRITERIA, *codelists} - WORDS


def texts_of(node: nodes.Node) -> Iterator[str]:
    """Literals and attributes in the expressions of a template, and its plain text."""
    for const in node.find_all(nodes.Const):
        if isinstance(const.value, str):
            yield const.value
    yield from (attribute.attr for attribute in node.find_all(nodes.Getattr))
    yield from (data.data for data in node.find_all(nodes.TemplateData))


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.stem)
def test_templates_hold_no_names_and_are_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") < 150
    known = names_of_the_model() - {"version"}  # a member of every OpenAPI document, too
    ids = re.compile(rf"/collections/(?:{'|'.join(map(re.escape, COLLECTIONS))})\b")
    known = set() if path.stem in OF_PARTNER_SEARCH else known - NAMED.get(path.stem, set())
    for part in texts_of(Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(text)):
        assert part not in known
        assert not ids.search(part)


@EVERY
def test_references_lead_to_collections_and_lists_take_their_parameters(collection: Collection) -> None:
    for field in collection.fields:
        if field.reference and field.reference.collection:
            assert field.reference.collection in COLLECTIONS
        if field.samples_in:
            assert field.samples_in in collection.by_name
    for related in collection.presentation.related:
        targets = (
            [COLLECTIONS[related.collection]]
            if related.collection
            else [areas_of(p.nuts_version) for p in PERIODS.values()]
        )
        for target in targets:
            assert target is not None
            for parameter, _ in related.where:
                field = target.by_name.get(parameter)
                assert parameter in criteria_of(target) or (field is not None and field.queryable)


def test_examples_and_styles_name_what_there_is() -> None:
    assert set(PARTNER_SEARCH) <= CRITERIA.keys()
    for example in EXAMPLE_SEARCHES:
        assert example.criterion in criteria_of(COLLECTIONS[example.collection])
        assert example.text.count("%(example)s") == 1
    assert CODE_STYLES.keys() <= names_of_the_model()


def test_values_lead_to_the_criterion_that_reads_them() -> None:
    def criterion(collection: str, name: str) -> str | None:
        chosen = COLLECTIONS[collection]
        found = criterion_for(chosen.by_name[name], chosen)
        return found and found.name

    assert criterion("programmes", "topics") == criterion("nuts3", "matching_topics") == "topic"
    assert criterion("programmes", "objectives") == "objective"
    assert criterion("cooperation", "sought_countries") == "sought_country"
    assert criterion("cooperation", "kind") == criterion("nuts3", "kinds") == "kind"
    assert criterion("programmes", "level") is None
    assert criterion("programmes", "managing_authority") is None


@EVERY
def test_schema_says_how_features_are_presented(collection: Collection) -> None:
    document: dict[str, Any] = feature_schema(collection, CodeLists(), "https://atlas.example/schema")
    presentation, properties = document[PRESENTATION], document["properties"]
    assert presentation["noun"] == {"one": collection.presentation.noun.one, "other": collection.presentation.noun.many}
    assert presentation["columns"][0] == presentation["name"]
    for name in (*presentation["columns"], *presentation["lead"], *presentation.get("matching", ())):
        assert name in properties
    groups = [properties[field.name][GROUP] for field in collection.stored]
    assert set(groups) == set(presentation["groups"])
    for declared in properties.values():
        assert declared.get("x-atlas-samples", presentation["name"]) in properties
        reference = declared.get("x-atlas-reference", {})
        assert reference.get("names", presentation["name"]) in properties
        assert reference.get("collection", collection.id) in COLLECTIONS


@pytest.mark.parametrize("samples", [True, False])
def test_examples_find_something_in_the_edition(real_edition: EditionFolder, samples: bool) -> None:
    store = open_store(real_edition.folder)
    store = store if samples else store.without_samples
    examples = examples_of(store)
    # Without samples there are no entries, so that nothing shows what a search for their scope does.
    assert len(examples.searches) == (len(EXAMPLE_SEARCHES) if samples else len(EXAMPLE_SEARCHES) - 1)
    for example in (*examples.searches, *examples.by_collection.values()):
        query = Query(example.collection.id, criteria=((example.criterion.name, (example.value,)),))
        assert 0 < store.search(query).matched < store.counts[example.collection.id]
        assert example.name

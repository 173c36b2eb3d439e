"""Features of the collections: counted by hand on the small folder, and by pandas on the repository's own tables."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import shapely
import small_data
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from cooperation_atlas.editions.assemble import Layer, assemble
from cooperation_atlas.editions.validate import Checked, validate
from cooperation_atlas.model.collections import COLLECTIONS
from cooperation_atlas.model.fields import FieldType
from cooperation_atlas.sources.findings import Severity
from cooperation_atlas.sources.schema import TABLES

Layers = dict[str, Layer]
PYTHON_TYPES = {
    FieldType.STRING: str, FieldType.INTEGER: int, FieldType.NUMBER: float, FieldType.BOOLEAN: bool,
    FieldType.DATE: dt.date, FieldType.ARRAY: list,
}  # fmt: skip


@pytest.fixture(scope="module")
def checked(small_data_folder: Path) -> Checked:
    return validate(small_data_folder)


@pytest.fixture(scope="module")
def layers(checked: Checked) -> Layers:
    return assemble(checked.sources, checked.regions)


@pytest.fixture(scope="module")
def real_checked(real_data: Path) -> Checked:
    return validate(real_data)


@pytest.fixture(scope="module")
def real_layers(real_checked: Checked) -> Layers:
    return assemble(real_checked.sources, real_checked.regions)


def feature(layers: Layers, collection: str, id_: str) -> dict[str, Any]:
    layer = layers[collection]
    [record] = [r for r in layer.records if r[layer.collection.id_field] == id_]
    return record


def shape(layers: Layers, collection: str, id_: str) -> shapely.Geometry | None:
    layer = layers[collection]
    [geometry] = [g for r, g in zip(layer.records, layer.geometry, strict=True) if r[layer.collection.id_field] == id_]
    return geometry


def has(record: dict[str, Any], **expected: object) -> None:
    assert {name: record[name] for name in expected} == expected


def test_a_regional_programme(layers: Layers) -> None:
    has(
        feature(layers, "programmes", "2021IT16RFPR001"),
        title="Sicilia ERDF", title_lang="it", period="2021-2027", period_start=dt.date(2021, 1, 1),
        period_end=dt.date(2027, 12, 31), goal="IJG", level="regional", country="IT", country_name="Italy",
        funds=["ERDF"], funds_text="European Regional Development Fund", categories_of_region=["LD"],
        categories_basis="derived", objectives=["RSO1.1", "RSO1.2"], objectives_text="Research; Digital",
        objectives_complete=False,
        managing_authority="Regione Siciliana", url="https://example.org/sicilia", eu_amount=None,
        nuts_codes=["ITG1"], nuts_codes_text="ITG1", nuts_version="2021", area_basis="stated", area_note=None,
        n_regions=2, strategies=["EUSAIR"], strategies_text="Adriatic and Ionian",
        sources=["Made for tests", "Page of the Commission", "Categorisation extract"],
        sources_text="Made for tests; Page of the Commission; Categorisation extract", source_date=dt.date(2026, 6, 15),
    )  # fmt: skip


def test_topics_from_objectives_real_entries_and_samples_are_told_apart(layers: Layers) -> None:
    has(
        feature(layers, "programmes", "2021IT16RFPR001"),
        # RSO1.1 and RSO1.2 are stated objectives, RSO2.1 comes from SAMPLE-0001 only.
        topics=["RSO1.1", "RSO1.2", "RSO2.1"], topics_text="Research; Digital; Energy efficiency",
        topics_basis="sample", sample_topics=["RSO2.1"], sample_topics_text="Energy efficiency",
        # The real entry asks for transnational, only the sample for cross-border.
        scopes=["cross_border", "transnational"], scopes_text="Cross-border; Transnational", scopes_basis="sample",
        kinds=["offer", "both"], kinds_text="Offer; Offer and need", n_offers=2, n_needs=1, counts_basis="sample",
    )  # fmt: skip


def test_thematic_objectives_imply_the_broader_topic_not_the_related_one(layers: Layers) -> None:
    has(
        feature(layers, "programmes", "2014IT16RFOP001"),
        objectives=["TO01", "TO02"], objectives_complete=True, topics=["PO1"], topics_basis="stated",
        sample_topics=None, scopes=None, scopes_basis=None, kinds=None, n_offers=0, n_needs=0, counts_basis=None,
        categories_of_region=["LD", "MD"], categories_basis="stated", eu_amount=1100.0,
        source_date=dt.date(2019, 4, 11),
    )  # fmt: skip


def test_nothing_known_is_absent(layers: Layers) -> None:
    has(
        feature(layers, "programmes", "2021EL16FFPR001"),
        funds=None, funds_text=None, objectives=None, objectives_complete=False, managing_authority=None, url=None,
        eu_amount=None, categories_of_region=None, categories_basis=None,
    )  # fmt: skip
    has(feature(layers, "programmes", "2014GR16M2OP001"), objectives=None, objectives_complete=False, topics_basis=None)


def test_the_weakest_basis_of_several_areas_counts(layers: Layers) -> None:
    has(
        feature(layers, "programmes", "2021IT16FFPR002"),
        level="multi_regional", nuts_codes=["ITG11", "ITG2"], area_basis="title",
        area_note="ITG11: One island for certain.", n_regions=2, strategies=["EUSAIR", "EUSALP"],
    )  # fmt: skip


def test_a_note_on_every_area_needs_no_codes(data: Path) -> None:
    small_data.change(data, "programmes/areas.csv", "ITG2,2021,stated,,", "ITG2,2021,stated,One island for certain.,")
    checked = validate(data)
    programmes = assemble(checked.sources, checked.regions)
    assert feature(programmes, "programmes", "2021IT16FFPR002")["area_note"] == "One island for certain."


def test_a_national_programme(layers: Layers) -> None:
    has(
        feature(layers, "programmes", "2021IT05SFPR001"),
        level="national", nuts_codes=["IT"], area_basis="whole_country", n_regions=3, strategies=["EUSAIR", "EUSALP"],
        title_lang=None,
    )  # fmt: skip


def test_funds_are_in_the_order_of_the_code_list(layers: Layers) -> None:
    has(feature(layers, "programmes", "2014GR16M2OP001"), country="EL", funds=["ERDF", "ESF"])


def test_areas_are_unions_of_squares(layers: Layers) -> None:
    both = shapely.union_all([shapely.box(10, 40, 11, 41), shapely.box(13, 40, 14, 41)])
    assert shapely.equals(shape(layers, "programmes", "2021IT16FFPR002"), both)
    assert shapely.equals(shape(layers, "programmes", "2021IT16RFPR001"), shapely.box(10, 40, 12, 41))
    assert shape(layers, "cooperation", "IT-1") is shape(layers, "programmes", "2021IT16RFPR001")
    assert shape(layers, "countries", "UK") is None  # not in the NUTS 2021 of the small folder


def test_a_region_sums_up_the_programmes_that_cover_it(layers: Layers) -> None:
    has(
        feature(layers, "nuts3", "ITG11"),
        name="Trapani", nuts_version="2021", country="IT", country_name="Italy", nuts1="ITG", nuts1_name="Isole",
        nuts2="ITG1", nuts2_name="Sicilia", urban="intermediate", coast=None, period="2021-2027",
        programmes=["2021IT05SFPR001", "2021IT16FFPR002", "2021IT16RFPR001"],
        titles=["National programme", "Islands, two of them", "Sicilia ERDF"], n_programmes=3,
        funds=["ERDF", "ESF+", "JTF"], objectives=["RSO1.1", "RSO1.2"], topics=["RSO1.1", "RSO1.2", "RSO2.1"],
        topics_basis="sample", sample_topics=["RSO2.1"], n_offers=2, n_needs=1, strategies=["EUSAIR"],
        category_of_region="LD", category_of_region_basis="stated", interreg_projects=2, interreg_partners=3,
        interreg_budget=1_500_000.0, interreg_erdf=1_200_000.0,
    )  # fmt: skip
    assert feature(layers, "nuts3", "ITG2D")["programmes"] == ["2021IT05SFPR001", "2021IT16FFPR002"]
    assert feature(layers, "nuts3", "ITG2D")["strategies"] == ["EUSALP"]
    assert feature(layers, "nuts3-2016", "ITG12")["programmes"] == ["2014IT16RFOP001"]


def test_regions_outside_the_union_have_no_programmes(layers: Layers) -> None:
    has(
        feature(layers, "nuts3", "NO081"),
        country_name="Norway", programmes=None, titles=None, n_programmes=0, funds=None, topics=None, topics_basis=None,
        n_offers=0, n_needs=0, counts_basis=None, strategies=None, category_of_region=None,
        category_of_region_basis="outside_union", interreg_projects=1, interreg_budget=None, interreg_erdf=None,
    )  # fmt: skip


def test_parents_are_followed_not_prefixes(layers: Layers) -> None:
    """In NUTS 2016 UKN10 lies in UKN0, though its code does not start so."""
    has(feature(layers, "nuts3-2016", "UKN10"), nuts2="UKN0", programmes=["2014UK16RFOP001"])
    assert feature(layers, "programmes", "2014UK16RFOP001")["n_regions"] == 2


def test_countries_are_members_and_those_that_have_programmes(layers: Layers) -> None:
    assert [r["country"] for r in layers["countries"].records] == ["EL", "IT", "UK"]
    has(
        feature(layers, "countries", "IT"),
        country_name="Italy", name_national="Italia", eu_member=True, n_regions=3, periods=["2014-2020", "2021-2027"],
        programmes=["2014IT16RFOP001", "2021IT05SFPR001", "2021IT16FFPR002", "2021IT16RFPR001"], n_programmes=4,
        funds=["ERDF", "ESF+", "JTF"], topics=["PO1", "RSO1.1", "RSO1.2", "RSO2.1"], sample_topics=["RSO2.1"],
    )  # fmt: skip
    has(feature(layers, "countries", "UK"), eu_member=False, periods=["2014-2020"], n_regions=None, area_km2=None)
    assert feature(layers, "countries", "EL")["name_national"] == "Ελλάδα"


def test_an_entry_has_the_facts_of_its_programme(layers: Layers) -> None:
    has(
        feature(layers, "cooperation", "IT-1"),
        sample=False, cci="2021IT16RFPR001", title="Sicilia ERDF", country="IT", period="2021-2027", funds=["ERDF"],
        kind="both", status="call_open", topics=["RSO1.1"], objectives=None, scopes=["transnational"],
        modes=["exchange"], modes_text="Exchange of experience", partner_types=None, sought_countries=["EL"],
        sought_countries_text="Greece", sought_strategies=["EUSAIR"], strategies=["EUSAIR"],
        open_from=dt.date(2026, 1, 1), open_to=dt.date(2026, 12, 31), contact="https://example.org/contact",
        nuts_codes=["ITG1"], nuts_version="2021", sources=["Page of the programme"], updated=dt.date(2026, 5, 1),
    )  # fmt: skip
    has(feature(layers, "cooperation", "SAMPLE-0002"), sample=True, kind="need", contact=None, open_from=None)


def test_programme_areas_are_one_row_an_area(layers: Layers) -> None:
    assert len(layers["programme-areas"].records) == 8
    has(
        feature(layers, "programme-areas", "2021IT16FFPR002.ITG2"),
        cci="2021IT16FFPR002", nuts_code="ITG2", nuts_level=2, name="Sardegna", basis="stated", note=None,
        strategies=["EUSALP"], funds=["JTF"],
    )  # fmt: skip
    has(feature(layers, "programme-areas", "2021IT16FFPR002.ITG11"), nuts_level=3, strategies=["EUSAIR"], basis="title")


def test_without_samples_nothing_rests_on_them(small_data_folder: Path) -> None:
    checked = validate(small_data_folder, samples=False)
    layers = assemble(checked.sources, checked.regions)
    assert [r["id"] for r in layers["cooperation"].records] == ["IT-1"]
    has(
        feature(layers, "programmes", "2021IT16RFPR001"),
        topics=["RSO1.1", "RSO1.2"], topics_basis="stated", sample_topics=None, scopes=["transnational"],
        scopes_basis="stated", n_offers=1, n_needs=1, counts_basis="stated",
    )  # fmt: skip
    has(feature(layers, "nuts3", "EL301"), topics=None, topics_basis=None, n_needs=0, counts_basis=None)


@pytest.mark.parametrize("which", ["layers", "real_layers"])
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_records_are_what_the_model_declares(
    which: str, collection: str, request: pytest.FixtureRequest, checked: Checked, real_checked: Checked
) -> None:
    layer: Layer = request.getfixturevalue(which)[collection]
    codes = (checked if which == "layers" else real_checked).sources.codes
    fields = COLLECTIONS[collection].stored
    ids = [record[layer.collection.id_field] for record in layer.records]
    assert ids == sorted(set(ids))
    assert len(layer.geometry) == len(layer.records) > 0
    for record in layer.records:
        assert list(record) == [f.name for f in fields]
        for field in fields:
            value = record[field.name]
            if value is None:
                continue
            assert isinstance(value, PYTHON_TYPES[field.type]), (field.name, value)
            assert value != [] and value != "", field.name
            if field.codelist:
                assert set(value if isinstance(value, list) else [value]) <= codes[field.codelist].keys(), field.name
            if field.twin_of:
                assert record[field.twin_of] is not None, field.name


# --- the repository's own tables, computed a second time with pandas ------------------------------------------


def table(real_data: Path, path: str) -> pd.DataFrame:
    return pd.read_csv(real_data / path, dtype=str, keep_default_na=False)


def column(layers: Layers, collection: str, name: str) -> dict[str, Any]:
    layer = layers[collection]
    return {r[layer.collection.id_field]: r[name] for r in layer.records}


def sets(values: dict[str, Any]) -> dict[str, set[str]]:
    return {key: set(value or ()) for key, value in values.items()}


@pytest.mark.parametrize(
    ("file", "source", "name"),
    [("funds", "fund", "funds"), ("objectives", "objective", "objectives"), ("areas", "nuts_code", "nuts_codes"),
     ("categories", "category_of_region", "categories_of_region")],
)  # fmt: skip
def test_facts_of_programmes(real_data: Path, real_layers: Layers, file: str, source: str, name: str) -> None:
    expected = table(real_data, f"programmes/{file}.csv").groupby("cci")[source].agg(set).to_dict()
    found = sets(column(real_layers, "programmes", name))
    if name == "categories_of_region":  # of the others those that follow from the area: test_region_facts.py
        basis = column(real_layers, "programmes", "categories_basis")
        found = {cci: codes for cci, codes in found.items() if basis[cci] == "stated"}
    assert {cci: codes for cci, codes in found.items() if codes} == expected


def test_amounts_of_programmes(real_data: Path, real_layers: Layers) -> None:
    amounts = table(real_data, "programmes/amounts.csv")
    expected = amounts.assign(eu=pd.to_numeric(amounts["eu_amount"])).groupby("cci")["eu"].sum()
    found = {cci: v for cci, v in column(real_layers, "programmes", "eu_amount").items() if v is not None}
    assert found == pytest.approx(expected.to_dict())


@pytest.mark.parametrize(("collection", "version"), [("nuts3", "2021"), ("nuts3-2016", "2016")])
def test_programmes_of_regions(real_data: Path, real_layers: Layers, collection: str, version: str) -> None:
    """A join on every prefix of the region's code; Northern Ireland in NUTS 2016 is the one place where it fails."""
    regions = table(real_data, "nuts/regions.csv").query("level == '3' and nuts_version == @version")[["nuts_code"]]
    regions = regions[~regions["nuts_code"].str.match(r"UKN1")]
    areas = table(real_data, "programmes/areas.csv").query("nuts_version == @version")
    joined = pd.concat(
        regions.assign(prefix=regions["nuts_code"].str[:n]).merge(areas, left_on="prefix", right_on="nuts_code")
        for n in (2, 3, 4, 5)
    )
    expected = joined.groupby("nuts_code_x")["cci"].agg(set).to_dict()
    found = sets(column(real_layers, collection, "programmes"))
    assert {c: p for c, p in found.items() if p and not c.startswith("UKN1")} == expected
    counts = joined.drop_duplicates(["cci", "nuts_code_x"]).groupby("cci").size().to_dict()
    programmes = column(real_layers, "programmes", "n_regions")
    assert {cci: programmes[cci] for cci in counts if "UK" not in cci} == {
        c: n for c, n in counts.items() if "UK" not in c
    }


def test_topics_of_programmes(real_data: Path, real_layers: Layers) -> None:
    mapped = table(real_data, "codelists/objective_topics.csv").query("relation in ('exact', 'broader')")
    objectives = table(real_data, "programmes/objectives.csv").merge(mapped, on="objective")
    stated = objectives.groupby("cci")["topic"].agg(set).to_dict()
    values = table(real_data, "cooperation/sample_values.csv").query("property == 'topics'")
    samples = (
        values.merge(table(real_data, "cooperation/samples.csv"), on="id").groupby("cci")["value"].agg(set).to_dict()
    )
    for cci, topics in sets(column(real_layers, "programmes", "topics")).items():
        assert topics == stated.get(cci, set()) | samples.get(cci, set()), cci
    for cci, topics in sets(column(real_layers, "programmes", "sample_topics")).items():
        assert topics == samples.get(cci, set()) - stated.get(cci, set()), cci
    for cci, basis in column(real_layers, "programmes", "topics_basis").items():
        only_samples = samples.get(cci, set()) - stated.get(cci, set())
        assert basis == ("sample" if only_samples else "stated" if stated.get(cci) else None), cci


def test_counts_of_countries(real_data: Path, real_layers: Layers) -> None:
    samples = table(real_data, "cooperation/samples.csv")
    joined = samples.merge(table(real_data, "programmes/programmes.csv"), on="cci")
    for kinds, name in ((("offer", "both"), "n_offers"), (("need", "both"), "n_needs")):
        expected = joined[joined["kind"].isin(kinds)].groupby("country").size().to_dict()
        assert {c: n for c, n in column(real_layers, "countries", name).items() if n} == expected


def test_sicily(real_layers: Layers) -> None:
    covering = set(feature(real_layers, "nuts3", "ITG11")["programmes"])
    programmes = {r["cci"]: r for r in real_layers["programmes"].records}
    assert covering == {
        cci for cci, r in programmes.items()
        if r["period"] == "2021-2027" and any("ITG11".startswith(code) for code in r["nuts_codes"] or ())
    }  # fmt: skip
    regional = [programmes[c]["title"] for c in covering if programmes[c]["level"] == "regional"]
    assert regional and all("Sicil" in title for title in regional)
    assert all(programmes[c]["country"] == "IT" for c in covering)


def test_the_real_areas_are_valid_and_inside_their_country(real_layers: Layers) -> None:
    countries = dict(zip(column(real_layers, "countries", "country"), real_layers["countries"].geometry, strict=True))
    areas = {
        r["cci"]: (r["country"], g)
        for r, g in zip(real_layers["programmes"].records, real_layers["programmes"].geometry, strict=True)
        if g is not None and r["nuts_version"] == "2021"
    }
    assert all(shapely.is_valid([g for _, g in areas.values()]))
    outside = [
        cci for cci, (country, g) in areas.items() if shapely.difference(g, countries[country]).area > 1e-6 * g.area
    ]
    assert outside == []


# --- whatever a maintainer writes into a cell: either validation refuses it, or an edition can be made -----------

CELLS = st.sampled_from(
    ["", "IT", "EL", "UK", "XX", "ITG1", "ITG27", "2016", "2021", "2024", "2014-2020", "both", "sample", "PO1", "TO01",
     "RSO2.1", "SAMPLE-0001", "IT-1", "2021IT16RFPR001", "2014GR16M2OP001", "2020-01-01", "yes", "0", "1e9", "Ωmega",
     "topics", "national", "JTF", "a;b", "\t", "'"]
)  # fmt: skip


@hypothesis_settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(n for n in TABLES if not TABLES[n].optional)),
    place=st.randoms(use_true_random=False),
    cell=CELLS,
)
def test_what_validation_accepts_can_be_assembled(
    small_data_folder: Path, name: str, place: random.Random, cell: str
) -> None:
    path = TABLES[name].path
    with tempfile.TemporaryDirectory() as temporary:
        data = Path(shutil.copytree(small_data_folder, Path(temporary) / "data"))
        frame = pd.read_csv(data / path, dtype=str, keep_default_na=False)
        if frame.empty:
            return
        frame.iloc[place.randrange(len(frame)), place.randrange(len(frame.columns))] = cell
        frame.to_csv(data / path, index=False)
        checked = validate(data)
        if all(f.severity is not Severity.ERROR for f in checked.findings):
            layers = assemble(checked.sources, checked.regions)
            assert list(layers) == list(COLLECTIONS)

"""A small made-up table for the tests of CQL2; no fact about any programme."""

from __future__ import annotations

import numpy as np
import shapely

from cooperation_atlas.model.collections import Collection
from cooperation_atlas.model.fields import Field, FieldType, array, boolean, date, integer, number, string
from cooperation_atlas.model.presentation import Noun, Presentation
from cooperation_atlas.model.properties import MATCH
from cooperation_atlas.store.codelists import Code, CodeList
from cooperation_atlas.store.memory.table import FeatureTable

COLLECTION = Collection(
    id="made-up",
    title="Made up",
    description="Rows for tests.",
    keywords=(),
    id_field="id",
    title_field="title",
    nuts_field="nuts_code",
    time_fields=None,
    presentation=Presentation(Noun("row", "rows"), columns=("title",)),
    fields=(
        string("id", "Id", ""),
        string("nuts_code", "NUTS code", ""),
        string("title", "Title", ""),
        string("country", "Country", "", "countries"),
        integer("n_programmes", "Programmes", ""),
        number("amount", "Amount", "", "EUR"),
        number("share", "Share", ""),
        boolean("sample", "Sample", ""),
        *array("topics", "Topics", "", "topics"),
        *array("wanted", "Wanted topics", "", "topics"),
        date("open_from", "Open from", ""),
        date("open_to", "Open to", ""),
        # No collection has timestamps; whoever adds one finds them filtered right.
        Field("updated", FieldType.TIMESTAMP, "Updated", ""),
        Field("starts_at", FieldType.TIMESTAMP, "Starts at", ""),
        Field("ends_at", FieldType.TIMESTAMP, "Ends at", ""),
        *MATCH,
    ),
)

COLUMNS = {
    "id": [f"R{i}" for i in range(10)],
    "nuts_code": ["ITG1", "FRM0", "EL43", "PL21", "DE80", "ITC4", "ES61", "PT18", "RO12", None],
    "title": [
        "Interreg Sicilia",
        "Programme de la Corse",
        "Κρήτη",
        "Małopolska i Śląsk",
        "Straße 100%_neu",
        "it's a \"test\"; DROP TABLE programmes --",
        "interreg",
        "",
        "Two\nlines",
        None,
    ],
    "country": ["IT", "FR", "EL", "PL", "DE", "IT", "ES", "PT", None, None],
    "n_programmes": [0, 1, 2, 3, 5, 8, 13, -4, None, 7],
    "amount": [0.0, 1.5, 1e6, 2.5e9, None, 3.0, 1.5, -2.0, 10.0, None],
    "share": [0.5, 0.5, 0.25, None, 1.0, 0.0, 0.75, 0.125, 2.0, None],
    "sample": [True, False, None, True, False, True, None, False, True, False],
    "topics": [
        ["RSO1.1", "RSO1.2"],
        ["RSO1.1"],
        [],
        None,
        ["RSO2.1", "RSO1.1", "RSO1.2"],
        ["ESO4.1"],
        ["RSO2.1"],
        None,
        ["RSO1.2", "RSO1.1"],
        ["RSO1.1", "ESO4.1"],
    ],
    "topics_text": ["a; b", "a", "", None, "c; a; b", "d", "c", None, "b; a", "a; d"],
    "wanted": [["RSO1.1"], ["RSO1.1"], [], ["RSO1.1"], None, ["RSO1.1"], ["RSO2.1", "RSO1.1"], None, ["RSO1.1"], []],
    "wanted_text": [None] * 10,
    "open_from": [
        "2024-01-01", "2024-01-15", "2024-02-01", None, "2023-12-31",
        "2024-01-01", "2020-02-29", "2024-06-30", "2024-01-01", None,
    ],
    "open_to": [
        "2024-12-31", "2024-01-31", None, "2024-03-01", "2024-01-01",
        "2024-06-30", "2020-02-29", "2024-12-31", "2024-01-15", None,
    ],
    "updated": [
        "2024-01-01T00:00:00Z", "2024-01-01T12:00:00Z", "2024-01-01T23:59:59.999999Z", "2024-01-02T00:00:00Z", None,
        "2024-01-01T14:00:00+02:00", "2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", "2024-01-01t12:00:00.5z", None,
    ],
    "starts_at": [
        "2024-01-01T00:00:00Z", "2024-01-01T06:00:00Z", "2024-01-01T12:00:00Z", None, "2024-01-01T00:00:00Z",
        "2024-01-02T00:00:00Z", "2023-12-31T00:00:00Z", None, "2024-01-01T06:00:00Z", None,
    ],
    "ends_at": [
        "2024-01-01T12:00:00Z", "2024-01-01T12:00:00Z", "2024-01-01T18:00:00Z", "2024-01-01T18:00:00Z", None,
        "2024-01-03T00:00:00Z", "2024-01-05T00:00:00Z", None, "2024-01-01T07:00:00Z", None,
    ],
}  # fmt: skip

GEOMETRIES = np.array(
    [
        shapely.box(0, 0, 1, 1),
        shapely.box(1, 0, 2, 1),
        shapely.box(0.5, 0.5, 1.5, 1.5),
        shapely.MultiPolygon([shapely.box(10, 10, 11, 11), shapely.box(12, 10, 13, 11)]),
        shapely.Polygon([(20, 40), (24, 40), (24, 44), (20, 44)], [[(21, 41), (23, 41), (23, 43), (21, 43)]]),
        shapely.box(0, 0, 1, 1),
        shapely.box(179, -1, 180, 1),
        shapely.box(-180, -1, -179, 1),
        shapely.LineString([(0, 0), (3, 3)]),
        None,
    ],
    dtype=object,
)

TABLE = FeatureTable(COLLECTION, COLUMNS, GEOMETRIES)
ROWS = len(TABLE)
CODES = {
    id_: CodeList(id_, [Code(code, code) for code in codes])
    for id_, codes in {
        "countries": ["DE", "EL", "ES", "FR", "IT", "PL", "PT", "UK"],
        "topics": ["RSO1.1", "RSO1.2", "RSO2.1", "ESO4.1"],
    }.items()
}

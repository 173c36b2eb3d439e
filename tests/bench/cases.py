"""What is asked of every peer: the same features, in each one's own words."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Name of the peers in the table.
OURS, OURS_WARM, TIPG, PYGEOAPI, QGIS, NGINX = (
    "Cooperation Atlas, cold",
    "Cooperation Atlas, warm",
    "tipg",
    "pygeoapi (PostgreSQL)",
    "QGIS Server",
    "nginx, static file",
)
COUNTRY = "FR"
BOX = "5,43,12,48"
ITEM = "ITG11"
#: The same condition for all who read CQL2.
FILTER = "n_programmes%20%3E%202%20AND%20country%20%3D%20%27FR%27"


@dataclass(frozen=True)
class Case:
    """One question.

    :param paths: path and query by peer; a peer that cannot answer it is left out
    :param matched: whether the number of features returned must agree between peers
    """

    name: str
    paths: dict[str, str]
    headers: dict[str, str] = field(default_factory=dict)
    matched: bool = True


def _items(query: str, own: str | None = None, qgis: str | None = "") -> dict[str, str]:
    """The paths of a list of areas; ``own`` where ours is written in another way."""
    ours = f"/collections/nuts3/items?{own or query}"
    found = {
        OURS: ours,
        OURS_WARM: ours,
        TIPG: f"/collections/public.nuts3/items?{query}",
        PYGEOAPI: f"/collections/nuts3/items?f=json&{query}",
        QGIS: f"/wfs3/collections/nuts3/items.json?{qgis or query}",
    }
    return found if qgis is not None else {k: v for k, v in found.items() if k != QGIS}


_ITEM = {
    OURS: f"/collections/nuts3/items/{ITEM}",
    OURS_WARM: f"/collections/nuts3/items/{ITEM}",
    TIPG: f"/collections/public.nuts3/items/{ITEM}",
    PYGEOAPI: f"/collections/nuts3/items/{ITEM}?f=json",
    # QGIS Server names features by row number; the run looks it up.
    QGIS: f"/wfs3/collections/nuts3/items.json?nuts_code={ITEM}",
}
_ITEM_PAGE = {
    OURS: f"/collections/nuts3/items/{ITEM}?f=html",
    OURS_WARM: f"/collections/nuts3/items/{ITEM}?f=html",
    TIPG: f"/collections/public.nuts3/items/{ITEM}?f=html",
    PYGEOAPI: f"/collections/nuts3/items/{ITEM}?f=html",
    QGIS: f"/wfs3/collections/nuts3/items.json?nuts_code={ITEM}",
}
_LANDING = {OURS: "/?f=html", OURS_WARM: "/?f=html", TIPG: "/?f=html", PYGEOAPI: "/?f=html", QGIS: "/wfs3.html"}
_PAGE = {
    OURS: "/collections/nuts3/items?f=html&limit=10",
    OURS_WARM: "/collections/nuts3/items?f=html&limit=10",
    TIPG: "/collections/public.nuts3/items?f=html&limit=10",
    PYGEOAPI: "/collections/nuts3/items?f=html&limit=10",
    QGIS: "/wfs3/collections/nuts3/items.html?limit=10",
}

CASES = (
    Case("100 items", _items("limit=100")),
    Case("all items", _items("limit=2000")),
    Case("bbox", _items(f"bbox={BOX}&limit=2000")),
    Case("country", _items(f"country={COUNTRY}&limit=2000")),
    Case("item", _ITEM, matched=False),
    Case("CQL2", _items(f"filter-lang=cql2-text&filter={FILTER}&limit=2000", qgis=None)),
    Case("100 items, gzip", _items("limit=100"), {"Accept-Encoding": "gzip"}),
    Case("HTML landing", _LANDING, matched=False),
    Case("HTML item", _ITEM_PAGE, matched=False),
    Case("HTML items", _PAGE, matched=False),
)

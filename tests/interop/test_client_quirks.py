"""What known clients get wrong, and how the answers are shaped so that they read them rightly all the same."""

from __future__ import annotations

import json
from urllib.request import urlopen

from running_server import RunningServer


def test_first_features_show_a_value_of_every_property(server: RunningServer, collection: str, features: list[dict]):
    """QGIS before 3.44 guesses types from ten features, GDAL from twenty; what is absent there becomes text."""
    first = server.json(f"/collections/{collection}/items", limit=10)["features"]
    shown = {name for f in first for name, value in f["properties"].items() if value is not None}
    known = {name for f in features for name, value in f["properties"].items() if value is not None}
    assert known - shown == set()


def test_no_quotation_mark_is_escaped_by_a_backslash(server: RunningServer):
    """QGIS before the mending of its issue 66700 drops marks written that way from the text."""
    quoted = 0
    for offset in (0, 300):
        with urlopen(f"{server.url}/collections/programmes/items?limit=300&offset={offset}") as answer:
            body = answer.read()
        assert b'\\"' not in body
        assert b"\\\\" not in body
        quoted += sum('"' in (f["properties"]["managing_authority"] or "") for f in json.loads(body)["features"])
    assert quoted, "no text with a quotation mark was published, so nothing was shown"


def test_a_plus_sign_is_what_its_writer_means(server: RunningServer):
    """QGIS writes a space as %20 and leaves a plus sign as it is, forms write the space as a plus sign."""
    titles = [f["properties"]["title"] for f in server.features("programmes")]
    wanted = sorted(title for title in titles if "ESF+" in title)
    assert wanted, "no title with a plus sign was published, so nothing was shown"
    path = f"{server.url}/collections/programmes/items?limit=1000&filter="
    for text in ("(title%20LIKE%20'%25ESF+%25')", "title+LIKE+'%25ESF%2B%25'", "title%20LIKE%20'%25ESF%2B%25'"):
        with urlopen(path + text) as answer:
            assert sorted(f["properties"]["title"] for f in json.load(answer)["features"]) == wanted, text
    found = [server.json(f"/collections/programmes/items?limit=1&q={text}") for text in ("South+East", "South%20East")]
    assert found[0]["numberMatched"] == found[1]["numberMatched"] > 0

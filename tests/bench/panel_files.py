"""How long QGIS takes to have all features of a collection: by the pages of the panel, and as one FlatGeobuf file.

    .venv-qgis/bin/python tests/bench/panel_files.py http://127.0.0.1:5000

Of five rounds, in turns: the first one, for which the server has kept nothing if it was just started, and the median of
the others, in milliseconds. The pages are fetched before the file, which makes the first file look quicker than it is.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "qgis_plugin"))

from cooperation_search.api.client import Client
from cooperation_search.api.search import Search
from cooperation_search.layers.fetch import Fetch
from cooperation_search.layers.parts import Part
from qgis.core import QgsApplication, QgsFeature, QgsNetworkAccessManager, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop, QObject, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

ROUNDS = 5


def by_pages(client: Client, collection: str) -> int:
    """As the panel loads them: pages in parallel, read in a thread."""
    loop, came, parent = QEventLoop(), [], QObject()
    fetch = Fetch(client, (Part(collection, Search()),), True, parent)
    for signal in (fetch.finished, fetch.failed):
        signal.connect(lambda found: (came.append(found), loop.quit()))
    fetch.start()
    loop.exec()
    (found,) = came
    if not isinstance(found, dict):
        raise SystemExit(str(found))
    return sum(each.count for each in found.values())


def by_file(client: Client, collection: str) -> int:
    """As a file through QGIS's network, opened by GDAL; lists stay the text that they are in it."""
    address = f"{client.url}/collections/{collection}/items?f=fgb&limit=20000&lang=en"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "features.fgb"
        request = QNetworkRequest(QUrl(address))
        # The pages are not taken from QGIS's cache on the disk either.
        request.setAttribute(
            QNetworkRequest.Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork
        )
        request.setAttribute(QNetworkRequest.Attribute.CacheSaveControlAttribute, False)
        path.write_bytes(bytes(QgsNetworkAccessManager.blockingGet(request).content()))
        return len([QgsFeature(each) for each in QgsVectorLayer(str(path), collection, "ogr").getFeatures()])


def main(url: str) -> None:
    """Measure and print."""
    application = QgsApplication([], False)
    application.initQgis()
    client = Client(url)
    ways: dict[str, Callable[[Client, str], int]] = {"pages": by_pages, "file": by_file}
    for collection in ("nuts3", "programmes"):
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                started = time.perf_counter()
                count = way(client, collection)
                taken[name].append((time.perf_counter() - started) * 1000)
        for name, (first, *others) in taken.items():
            print(
                f"{collection:12}{name:8}{count:6} features  first {first:5.0f}  then {statistics.median(others):5.0f}"
            )


if __name__ == "__main__":
    main(sys.argv[1])

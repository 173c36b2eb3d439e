"""From the click until programmes and NUTS III areas are drawn: the panel beside QGIS's own OGC API - Features client.

    tests/plugin/in_qgis.sh tests/bench/panel.py [rounds]        (`make bench-panel`)

Both ask the same server for the same features in turns, in one process and one window, and begin with empty caches.
The panel also styles and labels them; QGIS's client draws them plain. Drawn is when the map is complete.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "plugin"), str(TESTS.parent / "qgis_plugin")]

from panel import click, opened  # noqa: E402
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsVectorLayer  # noqa: E402
from qgis.gui import QgsMapCanvas  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from running_server import RunningServer, start  # noqa: E402
from waiting import wait_until  # noqa: E402

#: Most seconds until everything is drawn.
LIMIT = 120.0
COLLECTIONS = ("programmes", "nuts3", "nuts3-2016")
EUROPE = QgsRectangle(2_500_000, 1_300_000, 7_500_000, 5_500_000)


def wait(what: Callable[[], Any]) -> None:
    """Lets QGIS work until ``what`` is true."""
    wait_until(what, LIMIT, lambda: QTest.qWait(2))


def drawn(canvas: QgsMapCanvas, layers: list[QgsVectorLayer], counts: dict[str, int], begin: float) -> float:
    """Waits until a map with the layers is complete, with all of their features; seconds since ``begin``."""
    complete: list[bool] = []
    canvas.mapCanvasRefreshed.connect(lambda: complete.append(True))
    canvas.setLayers(layers)
    canvas.refresh()
    wait(lambda: complete and not canvas.isDrawing())
    took = time.perf_counter() - begin
    found = sum(1 for layer in layers for _ in layer.getFeatures())
    if found != sum(counts.values()):
        raise AssertionError(f"{found} features of {counts}")
    return took


def by_panel(dock: Any, canvas: QgsMapCanvas, counts: dict[str, int]) -> float:
    """Seconds from the click on "Load on map"."""
    from cooperation_search.api.documents import DOCUMENTS
    from cooperation_search.layers import origin

    DOCUMENTS.clear()
    shutil.rmtree(dock._context.cache.folder, ignore_errors=True)
    begin = time.perf_counter()
    click(dock.footer.load)
    # One of the programmes of each period.
    wait(lambda: len(QgsProject.instance().mapLayers()) > len(counts))
    layers = [each for each in QgsProject.instance().mapLayers().values() if origin.read(each)]
    return drawn(canvas, layers, counts, begin)


def by_qgis(server: RunningServer, canvas: QgsMapCanvas, counts: dict[str, int]) -> float:
    """Seconds from adding the layers as QGIS's data source manager does."""
    begin = time.perf_counter()
    layers = [QgsVectorLayer(f"url='{server.url}' typename='{name}'", name, "OAPIF") for name in counts]
    QgsProject.instance().addMapLayers(layers)
    return drawn(canvas, layers, counts, begin)


def main(rounds: int) -> None:
    """Prints a table."""
    application = QgsApplication([], True)
    application.initQgis()
    server = start(name="bench-panel")
    few = {"f": "json", "limit": 1, "skipGeometry": "true"}
    counts = {name: server.json(f"/collections/{name}/items", **few)["numberMatched"] for name in COLLECTIONS}
    ours, theirs = [], []
    try:
        from cooperation_search.context import Context

        context = Context()
        context.use_server(server.url)
        context.settings.layer_kind = "memory"
        canvas = QgsMapCanvas()
        canvas.resize(1000, 850)
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
        canvas.setExtent(EUROPE)
        canvas.show()
        with opened(context) as dock:
            # All programmes of both periods, with the areas of both NUTS versions.
            dock.reset()
            wait(lambda: not dock.live.is_busy())
            for number in range(rounds + 1):
                for each, measure in ((ours, lambda: by_panel(dock, canvas, counts)),
                                      (theirs, lambda: by_qgis(server, canvas, counts))):  # fmt: skip
                    QTest.qWait(300)
                    seconds = measure()
                    canvas.setLayers([])
                    QgsProject.instance().clear()
                    if number:
                        # The first round warms the server up.
                        each.append(seconds)
    finally:
        server.stop()
    ratio = statistics.median(ours) / statistics.median(theirs)
    what = " and ".join(f"{count} {name}" for name, count in counts.items())
    print(f"\n{what}; {rounds} rounds in turns; seconds from the click until drawn\n")
    print("| | median | fastest | slowest |\n|---|---:|---:|---:|")
    for name, each in (("the panel", ours), ("QGIS's own client", theirs)):
        print(f"| {name} | {statistics.median(each):.2f} | {min(each):.2f} | {max(each):.2f} |")
    print(f"\nratio of the medians: {ratio:.2f}")
    sys.stdout.flush()
    # QGIS's libraries are not made to be taken down in any order.
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)

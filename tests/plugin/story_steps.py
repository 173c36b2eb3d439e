"""Tells the story inside QGIS: goes on when a step has had its effect, and notes how long that took."""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from panel import press
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface
from stalls import EventLoopTimer

PICTURES = Path(os.environ["STORY_PICTURES"])
SCRATCH = Path(os.environ["STORY_SCRATCH"])
#: Seconds within which a step must have had its effect.
LIMIT = 240

Condition = Callable[[], Any]


@dataclass
class Action:
    """One thing that the person does, and how long it took, in ms."""

    name: str
    begun: float
    took: float = 0.0
    longest: float = 0.0
    own: float = 0.0


told: list[str] = []
actions: list[Action] = []
under_way: list[Action] = []
clock = EventLoopTimer()
told_by: list[Any] = []


def does(name: str) -> None:
    """The person begins to do something, which lasts until the condition of the next `yield` has come true."""
    done()
    clock.reset()
    under_way.append(Action(name, time.perf_counter()))


def done() -> None:
    """It is over: what follows is the story's own work."""
    while under_way:
        action = under_way.pop()
        action.took = action.took or 1000 * (time.perf_counter() - action.begun)
        action.longest, action.own = clock.longest, clock.own
        actions.append(action)


def effected() -> None:
    """The condition of a step has come true; the window is watched until the next step begins."""
    for action in under_way:
        action.took = action.took or 1000 * (time.perf_counter() - action.begun)


def picture(name: str) -> None:
    """Saves the whole screen, with menus and pop-ups."""
    done()
    QApplication.processEvents()
    QGuiApplication.primaryScreen().grabWindow(0).save(str(PICTURES / f"{name}.png"))
    told.append(f"{name}.png")


def says(what: str, is_true: object) -> None:
    """A check; a failed one ends the story."""
    done()
    told.append(f"  {'ok' if is_true else 'FAILED'}: {what}")
    assert is_true, what


def paused(seconds: float) -> Condition:
    """Lets the window draw, and counts settle."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def pixel(longitude: float, latitude: float) -> QPoint:
    """Where a place is on the map."""
    settings = iface.mapCanvas().mapSettings()
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), settings.destinationCrs(), QgsProject.instance()
    )
    point = settings.mapToPixel().transform(transform.transform(QgsPointXY(longitude, latitude)))
    return QPoint(round(point.x()), round(point.y()))


def settled(dock: Any) -> int:
    """The number of results once counts and results are those of what is chosen; 0 until then."""
    return 0 if dock.live.is_busy() else dock.results.model.rowCount()


def drawn() -> bool:
    """Whether the map is."""
    return not iface.mapCanvas().isDrawing()


def choose(box: Any, data: str) -> None:
    """Chooses an entry of a drop-down list by keys."""
    box.setFocus()
    press(box, Qt.Key.Key_Home)
    for _ in range(box.findData(data)):
        press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Return)


class Outside:
    """What happens outside of QGIS, done by `story.py`."""

    @staticmethod
    def wish(name: str, text: str = "") -> None:
        """Asks for it."""
        (SCRATCH / f"{name}.wanted").write_text(text, encoding="utf-8")

    @staticmethod
    def came(name: str) -> str:
        """The answer, an empty text until it is there."""
        answer = SCRATCH / f"{name}.done"
        return answer.read_text(encoding="utf-8") if answer.exists() else ""


def asked(dock: Any, collection: str, **more: str) -> dict[str, Any]:
    """What the server says of the search of the panel, asked without the plugin: count and ids."""
    done()
    query = {"f": "json", "limit": "1000", "skipGeometry": "true", **more}
    parameters = {**dock.live.search.to_params(collection), **query}
    url = f"{dock._context.client.url}/collections/{collection}/items?{urlencode(parameters)}"
    with urlopen(url, timeout=60) as reply:
        document = json.load(reply)
    return {"count": document["numberMatched"], "ids": [str(f["id"]) for f in document["features"]], **document}


def report() -> list[str]:
    """The table of what was done."""
    lines = ["", f"QGIS {Qgis.QGIS_VERSION}, load of the machine {os.getloadavg()[0]:.1f}", ""]
    lines += ["| action | duration | longest stall | without other processes |", "|---|---:|---:|---:|"]
    lines += [f"| {a.name} | {a.took:.0f} ms | {a.longest:.0f} ms | {a.own:.0f} ms |" for a in actions]
    return lines


def end(status: int) -> None:
    """Writes what was told, and ends QGIS."""
    done()
    (PICTURES / "story.txt").write_text("\n".join([*told, *report()]) + "\n", encoding="utf-8")
    QgsProject.instance().setDirty(False)
    os._exit(status)


class Teller:
    """Goes on with the story whenever the condition it waits for has come true."""

    def __init__(self) -> None:
        from story_day import story

        self.steps = story()
        self.condition: Condition = lambda: True
        self.until = time.monotonic() + LIMIT
        self.busy = False
        # An error in a slot of the plugin, which QGIS would show in a bar and go on.
        sys.excepthook = lambda *error: self.fail("".join(traceback.format_exception(*error)))
        self.timer = QTimer()
        self.timer.timeout.connect(self.tell)
        self.timer.start(30)

    def tell(self) -> None:
        """Looks at the condition."""
        if self.busy:
            return
        self.busy = True
        try:
            if self.condition():
                effected()
                self.condition = next(self.steps)
                self.until = time.monotonic() + LIMIT
            elif time.monotonic() > self.until:
                raise TimeoutError("the last step had no effect")
        except StopIteration:
            end(0)
        except BaseException:  # noqa: BLE001 (whatever it is, it is told, with a picture, and QGIS ends)
            self.fail(traceback.format_exc())
        finally:
            self.busy = False

    def fail(self, why: str) -> None:
        """The story went wrong."""
        told.append(why)
        picture("failed")
        end(1)


def begin() -> None:
    """Begins the story."""
    told_by.append(Teller())

"""The steps of the story, run inside QGIS (`qgis --code`): a step ends by saying what must be true before the next."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, os.environ["STORY_TESTS"])

from panel import click, loading, press, tick
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget
from qgis.utils import iface, plugins

PICTURES = Path(os.environ["STORY_PICTURES"])
PROJECT = str(Path(os.environ["STORY_SCRATCH"]) / "story.qgz")
#: Seconds within which a step must have had its effect.
LIMIT = 60
PALERMO, CATANIA = QgsPointXY(13.35, 37.95), QgsPointXY(14.9, 37.55)

Condition = Callable[[], Any]
told: list[str] = []


def picture(name: str) -> None:
    """Saves the whole screen, with menus and pop-ups."""
    QApplication.processEvents()
    QGuiApplication.primaryScreen().grabWindow(0).save(str(PICTURES / f"{name}.png"))
    told.append(f"{name}.png")


def says(what: str, is_true: object) -> None:
    """A check; a failed one ends the story."""
    told.append(f"  {'ok' if is_true else 'FAILED'}: {what}")
    assert is_true, what


def paused(seconds: float) -> Condition:
    """Lets the window draw, and counts settle."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def pixel(place: QgsPointXY) -> QPoint:
    """Where a place (longitude, latitude) is on the map."""
    settings = iface.mapCanvas().mapSettings()
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), settings.destinationCrs(), QgsProject.instance()
    )
    point = settings.mapToPixel().transform(transform.transform(place))
    return QPoint(round(point.x()), round(point.y()))


def settled(dock: Any) -> int:
    """The number of results once counts and results are those of what is chosen; 0 until then."""
    return 0 if dock.live.is_busy() else dock.results.model.rowCount()


def drawn() -> bool:
    return not iface.mapCanvas().isDrawing()


def choose(box: Any, data: str) -> None:
    """Chooses an entry of a drop-down list by keys."""
    box.setFocus()
    press(box, Qt.Key.Key_Home)
    for _ in range(box.findData(data)):
        press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Return)


def story() -> Iterator[Condition]:
    """All steps. Each `yield` waits for what it names."""
    yield lambda: "cooperation_search" in plugins
    window = iface.mainWindow()
    dock = plugins["cooperation_search"]._dock
    # No welcome page, and of QGIS's own panels only the layers: what is left fits the screen.
    iface.newProject(False)
    iface.messageBar().clearWidgets()
    for other in window.findChildren(QDockWidget):
        other.setVisible(other in (dock, window.findChild(QDockWidget, "Layers")))
    window.showNormal()
    window.setGeometry(QGuiApplication.primaryScreen().geometry())
    # There is no window manager that would make it active.
    QApplication.setActiveWindow(window)
    yield paused(1)

    told.append("1 start: the button in the toolbar shows the panel")
    action = plugins["cooperation_search"]._actions[0]
    dock.setUserVisible(False)
    yield lambda: not dock.isVisible()
    button = next(w for w in action.associatedWidgets() if w.metaObject().className() == "QToolBar").widgetForAction(
        action
    )
    click(button)
    yield dock.isVisible
    window.resizeDocks([window.findChild(QDockWidget, "Layers"), dock], [290, 430], Qt.Orientation.Horizontal)
    yield paused(1)
    picture("01-start")

    told.append("2 connect: the address is typed, Test is pressed")
    click(dock.server.header)
    edit = dock.connection.url.lineEdit()
    edit.selectAll()
    press(edit, os.environ["STORY_SERVER"], Qt.Key.Key_Return)
    click(dock.connection.test)
    yield lambda: dock.connection.message.text().count("\n") > 2 and settled(dock) > 0
    says("it starts with the current period", dock.live.search.values("period") == ("2021-2027",))
    picture("02-connect")
    click(dock.bar.reset)
    yield lambda: settled(dock) == 595
    click(dock.server.header)

    told.append("3 title: suggestions while typing, blind to accents")
    dock.criteria.title.edit.setFocus()
    press(dock.criteria.title.edit, "ile-de")
    yield dock.criteria.title.edit.completer().popup().isVisible
    yield paused(0.7)
    picture("03-title-suggestions")
    dock.criteria.title.edit.completer().popup().hide()
    dock.criteria.title.edit.clear()

    told.append("4 criteria: country by keys, topic by a click; counts follow")
    yield lambda: settled(dock) == 595
    click(dock.criteria.section(dock.criteria.country).header)
    box = dock.criteria.country.box
    for name in ("ital", "mal"):
        press(box.search, name, Qt.Key.Key_Return)
        box.search.clear()
    click(dock.criteria.section(dock.criteria.topic).header)
    yield lambda: 0 < settled(dock) < 595
    in_countries = settled(dock)
    box = dock.criteria.topic.box
    for topic in ("PO2", "PO4"):
        tick(box.view, box.filter.mapFromSource(box.model.index_of(topic)))
    yield lambda: 0 < settled(dock) < in_countries
    yield paused(0.5)
    says("Italy and Malta are chosen", dock.live.search.values("country") == ("IT", "MT"))
    says("PO2 and PO4 are chosen", dock.live.search.values("topic") == ("PO2", "PO4"))
    picture("04-criteria")

    told.append("5 results: Search is pressed, a programme with samples is selected")
    for criterion in (dock.criteria.country, dock.criteria.topic):
        click(dock.criteria.section(criterion).header)
    click(dock.footer.search)
    yield lambda: dock.results.table.isVisible() and dock.results.model.rowCount() > 0
    rows = [
        r for r in range(dock.results.model.rowCount()) if dock.results.model.feature(r).properties.get("counts_basis")
    ]
    dock.results.table.select([dock.results.model.feature(rows[0]).id])
    yield dock.results.detail.banner.isVisible
    says("the banner is shown", dock.results.detail.banner.isVisible())
    picture("05-results")

    told.append("6 map: one group with two styled layers")
    QgsProject.instance().write(PROJECT)
    click(dock.map_section.header)
    choose(dock.map_panel.storage, "geopackage")
    click(dock.footer.load)
    yield lambda: len(QgsProject.instance().mapLayers()) == 2 and not loading(dock)
    yield paused(1.5)
    yield drawn
    group = QgsProject.instance().layerTreeRoot().findGroups()[0]
    programmes, areas = (node.layer() for node in group.findLayers())
    says("a programmes layer and an areas layer in one group", programmes.featureCount() and areas.featureCount())
    picture("06-map")

    told.append("7 styles: by topic, chosen by keys")
    choose(dock.map_panel.style_box, "topic")
    yield paused(1.5)
    yield drawn
    picture("07-style-topic")
    choose(dock.map_panel.style_box, "programmes")

    told.append("8 selection: a row selects on the map, a click on the map selects rows")
    table = dock.results.table
    table.setFocus()
    index = table.model().index(1, 0)
    table.scrollTo(index)
    click(table.viewport(), table.visualRect(index).center())
    yield lambda: programmes.selectedFeatureCount() == 1
    says("the programme of the row is selected", programmes.selectedFeatures()[0]["cci"] == table.selected_ids()[0])
    yield paused(1.5)
    picture("08-row-to-map")
    iface.setActiveLayer(areas)
    iface.actionSelect().trigger()
    yield paused(0.5)
    click(iface.mapCanvas().viewport(), pixel(PALERMO))
    yield lambda: areas.selectedFeatureCount() == 1
    yield lambda: len(table.selected_ids()) > 1
    chosen = set(str(areas.selectedFeatures()[0]["programmes"]).split("; "))
    says("rows of Palermo's programmes are selected", set(table.selected_ids()) <= chosen)
    yield paused(1)
    picture("09-map-to-rows")

    told.append("9 regions: picked by clicks on the map")
    dock.pages.show_page(dock.criteria)
    click(dock.criteria.section(dock.criteria.region).header)
    region = dock.criteria.region
    yield lambda: not region.model.is_empty()
    click(region.pick)
    yield lambda: region._boundaries is not None
    for place in (PALERMO, CATANIA):
        click(iface.mapCanvas().viewport(), pixel(place))
        yield paused(0.3)
    says("two regions of Sicily are chosen", [c[:4] for c in dock.live.search.values("nuts3")] == ["ITG1", "ITG1"])
    yield lambda: settled(dock) > 0
    yield paused(1)
    picture("10-regions-on-the-map")
    QTest.keyClick(iface.mapCanvas(), Qt.Key.Key_Escape)
    says("Escape ends picking", not region.pick.isChecked())

    told.append("10 save and reload: layers, styles and searches come back")
    dock.saved.save("Green and social Italy", dock.live.search, in_project=True)
    count = programmes.featureCount()
    QgsProject.instance().write(PROJECT)
    iface.newProject(False)
    yield lambda: not QgsProject.instance().mapLayers()
    says("a new project has no saved search", not dock.saved.searches())
    iface.addProject(PROJECT)
    yield lambda: len(QgsProject.instance().mapLayers()) == 2
    yield paused(1.5)
    yield drawn
    group = QgsProject.instance().layerTreeRoot().findGroups()[0]
    programmes, areas = (node.layer() for node in group.findLayers())
    says("the layers have their features", programmes.isValid() and programmes.featureCount() == count)
    says(
        "the saved search came with the project", [s.name for s in dock.saved.searches()] == ["Green and social Italy"]
    )
    click(dock.bar.reset)
    yield lambda: dock.results.model.rowCount() == 595
    dock.run(dock.saved.searches()[0].search)
    yield lambda: 0 < settled(dock) < 595
    dock.results.table.selectRow(0)
    yield lambda: programmes.selectedFeatureCount() == 1
    yield paused(1)
    picture("11-reloaded")

    told.append("11 a wide panel, a narrow one, and the dark theme")
    iface.mainWindow().resizeDocks([dock], [1050], Qt.Orientation.Horizontal)
    yield paused(1.5)
    says("criteria and results side by side", not dock.pages.splitter.isHidden())
    picture("12-wide")
    iface.mainWindow().resizeDocks([dock], [300], Qt.Orientation.Horizontal)
    yield paused(1.5)
    says(f"300 pixels are enough ({dock.width()}, at least {dock.minimumSizeHint().width()})", dock.width() <= 300)
    dock.pages.show_page(dock.criteria)
    yield paused(0.5)
    picture("13-narrow")
    QgsApplication.setUITheme("Night Mapping")
    iface.mainWindow().resizeDocks([dock], [430], Qt.Orientation.Horizontal)
    yield paused(2)
    click(dock.footer.search)
    yield paused(1)
    picture("14-dark")


def end(status: int) -> None:
    (PICTURES / "story.txt").write_text("\n".join(told) + "\n", encoding="utf-8")
    QgsProject.instance().setDirty(False)
    os._exit(status)


class Teller:
    """Goes on with the story whenever the condition it waits for has come true."""

    def __init__(self) -> None:
        self.steps = story()
        self.condition: Condition = lambda: True
        self.until = time.monotonic() + LIMIT
        self.busy = False
        # An error in a slot of the plugin, which QGIS would show in a bar and go on.
        sys.excepthook = lambda *error: self.fail("".join(traceback.format_exception(*error)))
        self.timer = QTimer()
        self.timer.timeout.connect(self.tell)
        self.timer.start(50)

    def tell(self) -> None:
        if self.busy:
            return
        self.busy = True
        try:
            if self.condition():
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
        told.append(why)
        picture("failed")
        end(1)


QTimer.singleShot(2500, lambda: globals().update(teller=Teller()))

"""Pages of GeoJSON become QGIS features, in a background thread."""

from __future__ import annotations

import queue
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Dict, List, Optional, Tuple

from qgis.core import QgsFeature, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..api.answers import MOST_FEATURES
from ..api.errors import ApiError, ErrorKind
from ..api.reading import Reader, malformed, parse
from ..api.search import COOPERATION
from ..api.texts import tr
from .fields import ID, SAMPLE, Column, columns, qgs_fields
from .geometry import cut_out, from_json, from_text, middle
from .parts import Part


@dataclass(frozen=True)
class Built:
    """The features of one page.

    :param features: in the order of the page, with the fields of the collection
    :param matched: number of features of the whole search
    :param samples: True where a feature rests on sample entries
    """

    collection: str
    offset: int
    columns: Tuple[Column, ...]
    features: List[QgsFeature]
    matched: int
    edition: str
    attribution: str
    samples: bool


class BuildTask(QgsTask):
    """Builds features in a thread.

    :param description: shown among QGIS's background tasks, where it can be cancelled as well
    """

    built = pyqtSignal(object)
    #: What the server answered wrongly: an ``ApiError``.
    broken = pyqtSignal(object)

    def __init__(self, description: str) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)

    def _attempt(self, build: Callable[[], object]) -> bool:
        """Builds something and hands it over; False where it was cancelled or fails, which is said."""
        try:
            built = build()
        except ApiError as error:
            self.broken.emit(error)
            return False
        except Exception as error:  # noqa: BLE001 (a thread must not die without a word)
            message = tr("Layers", "The server's answer could not be read.")
            self.broken.emit(ApiError(ErrorKind.MALFORMED, message, f"{type(error).__name__}: {error}"))
            return False
        if self.isCanceled():
            return False
        self.built.emit(built)
        return True


class PageBuilder(BuildTask):
    """Builds the features of the pages handed to it, until ``no_more`` is called. Emits each with its part."""

    def __init__(self, description: str) -> None:
        super().__init__(description)
        self._work: queue.Queue[Optional[Tuple[Part, int, bytes]]] = queue.Queue()
        self._columns: Dict[str, Tuple[Column, ...]] = {}

    def schema(self, collection: str, document: Any) -> None:
        """Sets the fields of a collection from its schema. Called from the main thread before its first page."""
        self._columns[collection] = columns(document)

    def columns_of(self, collection: str) -> Tuple[Column, ...]:
        """The columns that were set."""
        return self._columns[collection]

    def page(self, part: Part, offset: int, answer: bytes) -> None:
        """Hands over a page."""
        self._work.put((part, offset, answer))

    def no_more(self) -> None:
        """Lets the thread end when it has built what it has."""
        self._work.put(None)

    def cancel(self) -> None:
        """Ends the thread as soon as the page at hand is done."""
        super().cancel()
        self._work.put(None)

    def run(self) -> bool:
        """Works through the pages (called by QGIS in a thread)."""
        while not self.isCanceled():
            work = self._work.get()
            if work is None:
                break
            part, offset, answer = work
            made = partial(build, part.collection, offset, answer, self._columns[part.collection])
            if not self._attempt(lambda part=part, made=made: (part, made())):
                return False
        return not self.isCanceled()


def build(collection: str, offset: int, answer: bytes, columns_: Tuple[Column, ...]) -> Built:
    """The features of one page.

    :raises ApiError: (malformed) naming the feature
    """
    light, geometries = cut_out(answer)
    whole = Reader(parse(light), "items")
    matched = whole.count("numberMatched")
    if matched > MOST_FEATURES:
        raise malformed(f"numberMatched: {matched}")
    fields = qgs_fields(columns_)
    made: List[QgsFeature] = []
    bases = [i for i, column in enumerate(columns_) if column.name.endswith("_basis")]
    flags = [i for i, column in enumerate(columns_) if column.name == SAMPLE]
    for position, each in enumerate(whole.list("features")):
        try:
            made.append(_feature(each, fields, columns_, geometries))
            if collection == COOPERATION and made[-1].hasGeometry():
                # Several entries belong to one programme: its area would hide all of them but one.
                made[-1].setGeometry(middle(made[-1].geometry()))
        except (ApiError, AttributeError, KeyError, IndexError, TypeError) as error:
            detail = error.detail if isinstance(error, ApiError) else str(error)
            raise malformed(f"{collection}.features[{offset + position}].{detail}") from error
    return Built(
        collection,
        offset,
        columns_,
        made,
        matched,
        whole.optional("edition") or "",
        whole.optional("attribution") or "",
        any(feature.attribute(i) == "sample" for i in bases for feature in made)
        or any(feature.attribute(i) is True for i in flags for feature in made),
    )


def _feature(given: Any, fields: Any, columns_: Tuple[Column, ...], geometries: List[bytes]) -> QgsFeature:
    properties = given["properties"]
    feature = QgsFeature(fields)
    id_ = given["id"]
    feature.setAttributes(
        [
            str(id_) if column.name == ID and ID not in properties else column.value(properties.get(column.name))
            for column in columns_
        ]
    )
    place = given.get("geometry")
    geometry = from_text(geometries[place]) if isinstance(place, int) else from_json(place)
    if geometry is not None:
        feature.setGeometry(geometry)
    return feature

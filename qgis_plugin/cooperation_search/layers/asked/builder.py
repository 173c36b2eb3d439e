"""Features of an answer, built in a background thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Tuple

from qgis.core import QgsFeature, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...api.errors import ApiError, ErrorKind
from ...api.texts import tr
from ..fields import Column


@dataclass(frozen=True)
class Made:
    """One layer's worth.

    :param geometry: ``MultiPolygon`` or ``MultiLineString``
    """

    columns: Tuple[Column, ...]
    features: List[QgsFeature]
    geometry: str


@dataclass(frozen=True)
class MadeLayers:
    """All that the layers of one question show, by role."""

    layers: Dict[Any, Made]
    edition: str
    attribution: str
    samples: bool


class Builder(QgsTask):
    """Builds what layers show.

    :param description: shown among QGIS's background tasks
    :param build: does it, in the thread; what the server answered wrongly is an ``ApiError``
    """

    made = pyqtSignal(object)
    broken = pyqtSignal(object)

    def __init__(self, description: str, build: Callable[[], MadeLayers]) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._build = build

    def run(self) -> bool:
        """Does it (called by QGIS in a thread)."""
        try:
            made = self._build()
        except ApiError as error:
            self.broken.emit(error)
            return False
        except Exception as error:  # noqa: BLE001 (a thread must not die without a word)
            message = tr("Layers", "The server's answer could not be read.")
            self.broken.emit(ApiError(ErrorKind.MALFORMED, message, f"{type(error).__name__}: {error}"))
            return False
        if not self.isCanceled():
            self.made.emit(made)
        return True

"""Writing a layer to a file, in a background thread."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import List, Optional, Sequence, Tuple

from qgis.core import QgsFeatureRequest, QgsTask, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import pyqtSignal

from ...api.texts import tr
from .. import origin
from ..names import layer_name
from . import place
from .options import CSV, GPKG, ExportError, Options
from .table import Source
from .words import Words
from .writers import write_csv, write_gpkg, write_xlsx


class ExportTask(QgsTask):
    """Writes a layer; an existing file is replaced only when the new one is complete.

    :param further: layers with the same columns, whose rows follow: those of another period of the same search
    :raises ExportError: where the place cannot be written to
    """

    #: The number of rows written, and the text of an error or an empty text. Emitted once, unless it was cancelled.
    done = pyqtSignal(int, str)

    def __init__(
        self, layer: QgsVectorLayer, options: Options, words: Words, further: Sequence[QgsVectorLayer] = ()
    ) -> None:
        super().__init__(tr("Export", "Writing {}").format(options.path.name), QgsTask.Flag.CanCancel)
        place.check(options.path)
        self.options = options
        layers = [layer, *further]
        made = origin.read(layer)
        if made is not None and further:
            # Of the whole search.
            made = replace(made, period="")
        self._title = layer_name(made.collection, made.samples) if made is not None and further else layer.name()
        self._crs, self._about = layer.crs(), layer.metadata()
        self._features: List[Tuple[QgsVectorLayerFeatureSource, QgsFeatureRequest]] = []
        self._expected = 0
        for each in layers:
            request = QgsFeatureRequest()
            if options.selected_only:
                request.setFilterFids(list(each.selectedFeatureIds()))
            self._features.append((QgsVectorLayerFeatureSource(each), request))
            expected = each.selectedFeatureCount() if options.selected_only else each.featureCount()
            # The count of a live layer is that of the server until all is here.
            self._expected += min(1, expected) if each.providerType() == "OAPIF" else expected
        self._source = Source(layer.fields(), made, words)
        self._rows = 0
        self.error: Optional[str] = None

    def run(self) -> bool:
        """Writes (called by QGIS in a thread)."""
        try:
            with place.beside(self.options.path) as part:
                self._write(part)
            self.error = ""
        except ExportError as error:
            self.error = str(error)
        except (OSError, sqlite3.Error) as error:
            text = tr("Export", "{0} could not be written: {1}.")
            self.error = text.format(self.options.path, getattr(error, "strerror", None) or error)
        return not self.error

    def finished(self, _good: bool) -> None:
        """Reports the outcome (called by QGIS in the window's thread)."""
        if self.error is not None:
            self.done.emit(self._rows, self.error)

    def _write(self, part: Path) -> None:
        options = self.options
        features = [each for source, request in self._features for each in source.getFeatures(request)]
        self._rows = len(features)
        if self._rows < self._expected:
            text = tr("Export", "Only {0} of {1} rows could be read from the layer, so nothing was written.")
            raise ExportError(text.format(self._rows, self._expected))
        cells = self._source.cells(features, options.language)
        if options.format == GPKG:
            write_gpkg(part, options.path.stem, cells, self._crs, self._about)
        elif options.format == CSV:
            names = tuple(field.name() for field in cells.fields)
            write_csv(part, cells.heads if options.language else names, cells, options.separator, options.mark)
        else:
            plain = self._source.cells(features, "")
            names = tuple(field.name() for field in plain.fields)
            write_xlsx(part, [(self._title, cells.heads, cells), (tr("Export", "Codes"), names, plain)])

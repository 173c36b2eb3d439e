"""The edition that is served: loaded once for each process, exchanged whole when another one is published.

The one served before it is kept too, so that a client that pages through it comes to its end.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from ..editions import history
from ..editions.layout import CURRENT
from .engine import Engine
from .load import EditionError, edition_in, load_edition

#: Called with a loaded edition before it is served; what it raises keeps the edition from being served.
Ready = Callable[[Engine], object]


def _as_it_is(_: Engine) -> None:
    """Nothing is to be made ready."""


class CurrentEdition:
    """The published edition in a folder of editions, and the one before it.

    Requests read ``engine``; only ``refresh`` changes it, so a request keeps the edition it began with.

    :param folder: folder of the editions, with the link ``current``
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._path: Path | None = None
        self._engine: Engine | None = None
        self._previous: Engine | None = None

    @property
    def served(self) -> Engine | None:
        """The engine of the edition served, ``None`` before the first one is loaded."""
        return self._engine

    @property
    def engine(self) -> Engine:
        """The engine of the edition served; loads it at the first call.

        :raises EditionError: where none is published or it cannot be read
        """
        if self._engine is None:
            self.refresh()
        if self._engine is None:
            raise EditionError(f"No edition is published in {self.folder}. Run `cooperation-atlas build`.")
        return self._engine

    def held(self, id_: str) -> Engine | None:
        """The engine of that edition, if it is the one served or the one before it."""
        return next((e for e in (self._engine, self._previous) if e is not None and e.edition["id"] == id_), None)

    def refresh(self, samples: bool = True, ready: Ready = _as_it_is) -> bool:
        """Load the published edition if it is another one than the one served. Takes a second or two.

        :param samples: whether an edition that holds samples may be served
        :param ready: makes what is needed to serve it
        :returns: whether the edition changed
        :raises EditionError: where it cannot be read or served; the old one stays
        """
        with self._lock:
            if self._engine is not None and not (self.folder / CURRENT).exists():
                return False
            path = published(self.folder)
            if path == self._path:
                return False
            engine = self._readied(path, samples, ready)
            exchanged = self._engine is not None
            self._engine, self._previous = engine, self._engine
            self._path = path
            _settle(exchanged)
            return True

    def look_for(self, id_: str, samples: bool = True, ready: Ready = _as_it_is) -> None:
        """Hold that edition, if the disk says that it is the one served now or the one before it.

        Another worker may have switched to it earlier than this one, or this one may have started after the switch.

        :raises EditionError: where it is one of these and cannot be read or served
        """
        if self.folder.joinpath(CURRENT).exists() and published(self.folder).name == id_:
            self.refresh(samples, ready)
            return
        path = self._path
        if path is None or id_ not in history.before(self.folder, path.name)[:1]:
            return
        with self._lock:
            if self._path == path and self.held(id_) is None and self.folder.joinpath(id_).is_dir():
                self._previous = self._readied(self.folder / id_, samples, ready)
                _settle(exchanged=True)

    def _readied(self, path: Path, samples: bool, ready: Ready) -> Engine:
        check_samples(path, samples)
        engine = self.held(path.name) or load_edition(path)
        ready(engine)
        return engine


def published(folder: Path) -> Path:
    """The folder of the published edition.

    :param folder: folder of the editions, with the link ``current``
    :raises EditionError: where none is published
    """
    link = folder / CURRENT
    if not link.exists():
        raise EditionError(f"No edition is published in {folder}. Run `cooperation-atlas build`.")
    return link.resolve()


def check_samples(edition: Path, allowed: bool) -> None:
    """Refuse an edition that holds samples where they are switched off.

    :raises EditionError: also where the edition cannot be read
    """
    if edition_in(edition).facts["samples"] and not allowed:
        reason = f"Edition {edition.name} holds samples, but samples are off."
        raise EditionError(f"{reason} Run `cooperation-atlas build`, or `serve --build`.")


def _settle(exchanged: bool) -> None:
    """Keep the garbage collector from walking through this edition, and free what the one let go of left.

    The cells of an edition live as long as it is served, and a request that starts a full collection would wait for all
    of them.
    """
    if exchanged:
        gc.unfreeze()
        gc.collect()
    gc.freeze()


@lru_cache(maxsize=8)
def current_edition(folder: Path) -> CurrentEdition:
    """The one ``CurrentEdition`` of this process for a folder: pygeoapi makes a provider for each request."""
    return CurrentEdition(folder)

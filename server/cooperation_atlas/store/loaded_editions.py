"""The edition that is served: loaded once for each process, exchanged whole when another one is published.

The one served before it is kept too, so that a client that pages through it comes to its end. Where the published
edition cannot be served, the one before it is, and ``trouble`` says why.
"""

from __future__ import annotations

import gc
import logging
import os
import threading
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..editions import history, integrity, layout
from ..editions.layout import CURRENT
from ..model.errors import AtlasError
from .contract import Store
from .failures import Failures, may_pass

LOGGER = logging.getLogger(__name__)

#: Makes the store of the edition in a folder.
Load = Callable[[Path], Store]


@dataclass(frozen=True)
class Preparation:
    """What is to be made ready before an edition is served. What goes wrong in there keeps it from being served.

    :param begin: called before an edition is loaded; what it returns is called with the edition
    :param state: what that depends on beside the edition: as long as it is the same, another try would fail in the same
        way
    """

    begin: Callable[[], Callable[[Store], object]] = lambda: lambda _: None
    state: Callable[[], Hashable] = lambda: None


#: Nothing is to be made ready.
_AS_IT_IS = Preparation()


class EditionError(AtlasError):
    """An edition that cannot be read."""


def edition_in(folder: Path) -> layout.EditionFolder:
    """The edition in ``folder``, not yet loaded.

    :raises EditionError: where a file is missing or its facts cannot be read
    """
    try:
        return layout.load(folder)
    except AtlasError as error:
        raise EditionError(f"{error} Run `cooperation-atlas build`.") from error


@dataclass(frozen=True)
class Trouble:
    """Why the published edition is not the one served.

    :param since: when it was first seen
    """

    reason: str
    since: datetime

    @property
    def began(self) -> str:
        """When it was first seen, in text."""
        return self.since.isoformat(timespec="seconds").replace("+00:00", "Z")


@dataclass(frozen=True)
class Earlier:
    """The edition that was served before another one.

    :param id: ``None`` where there was none, or nobody wrote down which
    :param store: ``None`` where this process does not hold it
    """

    id: str | None = None
    store: Store | None = None


class LoadedEditions:
    """The published edition in a folder of editions, and the one before it.

    Requests read ``store``; only ``refresh`` changes it, so a request keeps the edition it began with.

    :param folder: folder of the editions, with the link ``current``
    :param load: makes the store of an edition
    """

    def __init__(self, folder: Path, load: Load) -> None:
        self.folder = folder
        self._load = load
        self.trouble: Trouble | None = None
        self._lock = threading.Lock()
        self._path: Path | None = None
        self._served: Store | None = None
        self._previous: Store | None = None
        self._failures = Failures()
        #: An edition that was loaded and could not be made ready: the next try need not load it again.
        self._waiting: Store | None = None

    @property
    def served(self) -> Store | None:
        """The store of the edition served, ``None`` before the first one is loaded."""
        return self._served

    @property
    def store(self) -> Store:
        """The store of the edition served; loads it at the first call.

        :raises EditionError: where none is published or it cannot be read
        """
        if self._served is None:
            self.refresh()
        if self._served is None:
            raise EditionError(_unpublished(self.folder))
        return self._served

    def held(self, id_: str) -> Store | None:
        """The store of that edition, if it is the one served or the one before it."""
        return next((e for e in (self._served, self._previous) if e is not None and e.edition["id"] == id_), None)

    def earlier(self, id_: str) -> Earlier:
        """The edition that was served before that one, as the disk has it."""
        try:
            before = next(iter(history.before(self.folder, id_)), None)
        except AtlasError:
            return Earlier()
        return Earlier(before, None if before is None else self.held(before))

    def refresh(self, samples: bool = True, prepare: Preparation = _AS_IT_IS) -> bool:
        """Load the published edition if it is another one than the one served. Takes a second or two.

        At the first call, where it cannot be served, the one published last before it is.

        :param samples: whether an edition that holds samples may be served
        :param prepare: makes what is needed to serve it
        :returns: whether the edition changed
        :raises EditionError: where it cannot be read or served; the old one stays
        """
        with self._lock:
            try:
                path = published(self.folder)
                if path == self._path:
                    self.trouble = None
                    return False
                self._exchange(path, self._readied(path, samples, prepare))
                self._failures.clear()
            except EditionError as error:
                self._note(str(error))
                if self._served is None:
                    self._fall_back(samples, prepare, error)
                    return True
                if not (self.folder / CURRENT).exists():
                    return False
                raise
            self.trouble = None
            return True

    def look_for(self, id_: str, samples: bool = True, prepare: Preparation = _AS_IT_IS) -> None:
        """Hold that edition, if the disk says that it is the one served now or the one before it.

        Another worker may have switched to it earlier than this one, or this one may have started after the switch.

        :raises AtlasError: where it is one of these and cannot be read or served
        """
        if layout.current_id(self.folder) == id_:
            self.refresh(samples, prepare)
            return
        path = self._path
        if path is None or id_ not in history.before(self.folder, path.name)[:1]:
            return
        with self._lock:
            if self._path == path and self.held(id_) is None and (self.folder / id_).is_dir():
                self._previous = self._readied(self.folder / id_, samples, prepare)
                _freeze_heap(exchanged=True)

    def _exchange(self, path: Path, store: Store) -> None:
        exchanged = self._served is not None
        self._served, self._previous = store, self._served
        self._path = path
        self._waiting = None
        _freeze_heap(exchanged)

    def _fall_back(self, samples: bool, prepare: Preparation, error: EditionError) -> None:
        """Serve the last edition published before the current one that can be served.

        :raises EditionError: ``error``, where there is none
        """
        for path in _before(self.folder):
            try:
                self._exchange(path, self._readied(path, samples, prepare))
            except EditionError:
                continue
            return
        raise error

    def _note(self, reason: str) -> None:
        since = datetime.now(UTC) if self.trouble is None else self.trouble.since
        self.trouble = Trouble(reason, since)

    def _readied(self, path: Path, samples: bool, prepare: Preparation) -> Store:
        state = (samples, _state(path), prepare.state())
        reason = self._failures.reason(path, state)
        if reason is not None:
            raise EditionError(reason)
        try:
            return self._made_ready(path, samples, prepare)
        except Exception as error:
            passing = may_pass(error)
            reason = str(error)
            if not isinstance(error, AtlasError):
                reason = f"Edition {path.name} cannot be read ({type(error).__name__}: {error})."
                LOGGER.error("%s", reason, exc_info=not passing)
            self._failures.note(path, state, reason, passing=passing)
        # Out here the exception is gone, and with it the frames that held what failed: megabytes, but too few objects
        # for the collector to look at them soon.
        gc.collect()
        raise EditionError(reason)

    def _made_ready(self, path: Path, samples: bool, prepare: Preparation) -> Store:
        ready = prepare.begin()
        check_samples(path, samples)
        store = self.held(path.name) or self._waiting_for(path) or self._loaded(path)
        self._waiting = store
        ready(store)
        self._waiting = None
        return store

    def _loaded(self, path: Path) -> Store:
        try:
            integrity.check(edition_in(path))
        except layout.Damaged as damaged:
            raise EditionError(f"{damaged} Run `cooperation-atlas build`.") from damaged
        return self._load(path)

    def _waiting_for(self, path: Path) -> Store | None:
        return self._waiting if self._waiting is not None and self._waiting.edition["id"] == path.name else None


def published(folder: Path) -> Path:
    """The folder of the published edition.

    :param folder: folder of the editions, with the link ``current``
    :raises EditionError: where none is published
    """
    link = folder / CURRENT
    if not link.exists():
        raise EditionError(_unpublished(folder))
    return link.resolve()


def check_samples(edition: Path, allowed: bool) -> None:
    """Refuse an edition that holds samples where they are switched off.

    :raises EditionError: also where the edition cannot be read
    """
    if edition_in(edition).facts["samples"] and not allowed:
        reason = f"Edition {edition.name} holds samples, but samples are off."
        raise EditionError(f"{reason} Run `cooperation-atlas build`, or `serve --build`.")


def check_servable(folder: Path, samples: bool) -> None:
    """Refuse to start where no edition could be served: neither the published one, nor the last one before it.

    :raises EditionError: also where the published one is whole, but the settings do not allow it
    """
    try:
        path = published(folder)
        edition_in(path)
    except EditionError:
        for earlier in _before(folder):
            with suppress(EditionError):
                check_samples(earlier, samples)
                return
        raise
    check_samples(path, samples)


def _before(folder: Path) -> list[Path]:
    """The editions that were published before the current one and are still there, the latest first."""
    try:
        ids = history.before(folder, layout.current_id(folder))
    except AtlasError:  # without a history nothing is known to be before
        return []
    return [path for id_ in ids if (path := folder.resolve() / id_).is_dir()]


def _unpublished(folder: Path) -> str:
    link = folder / CURRENT
    if link.is_symlink():
        return f"{link} leads to {os.readlink(link)}, which is not there. Run `cooperation-atlas build`."
    return f"No edition is published in {folder}. Run `cooperation-atlas build`."


def _state(edition: Path) -> Hashable:
    """Size, time and place of the files of an edition; also when their permissions were changed."""
    state: list[object] = []
    for name in (layout.FACTS, layout.GEOPACKAGE):
        try:
            facts = (edition / name).stat()
        except OSError as error:
            state.append(error.errno)
        else:
            state += [facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_mode]
    return tuple(state)


def _freeze_heap(exchanged: bool) -> None:
    """Keep the garbage collector from walking through this edition, and free what the one let go of left.

    The cells of an edition live as long as it is served, and a request that starts a full collection would wait for all
    of them.
    """
    if exchanged:
        gc.unfreeze()
        gc.collect()
    gc.freeze()

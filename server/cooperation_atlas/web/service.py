"""One edition with everything that is made from it once: configuration, pygeoapi's core, languages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable, Iterator
from functools import cached_property, partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..matching.search import PartnerSearch
from ..matching.tables import read_tables
from ..model.collections import COLLECTIONS
from ..model.criteria import SAMPLES
from ..model.errors import AtlasError
from ..ogc.address import Address
from ..ogc.formats.document import Words
from ..ogc.limits import Limits
from ..ogc.parameters import edition_id
from ..ogc.pygeoapi.config import ConfigError, read_config, with_collections
from ..ogc.pygeoapi.configured import Configured
from ..ogc.pygeoapi.core import Core
from ..settings import Settings
from ..store.contract import Store
from ..store.failures import Failures, may_pass
from ..store.loaded_editions import Earlier, EditionError, LoadedEditions, Preparation
from .http.negotiation import language_of
from .http.problems import Refused
from .http.request import ResourceRequest
from .static_files import StaticFile
from .translations.catalogue import catalogue

LOGGER = logging.getLogger(__name__)


class ServedEdition:
    """The published edition as the resources see it.

    :param config: pygeoapi's configuration, with or without the collections
    :param configured: what the configuration adds to the model; loaded from it where it is not given
    :param partners: the partner search of the same edition with its samples
    :param whole: the same edition with its samples
    :param earlier: gives the edition that was served before it
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        config: dict[str, Any],
        configured: Configured | None = None,
        partners: PartnerSearch | None = None,
        whole: ServedEdition | None = None,
        earlier: Callable[[], Earlier] = Earlier,
    ) -> None:
        self.store = store
        self.settings = settings
        self.config = with_collections(config, settings, store)
        self._configured = configured or Configured.of(self.config)
        self._partners = partners
        self._whole = whole
        self.earlier = earlier

    @cached_property
    def without_samples(self) -> ServedEdition:
        """The same edition as if its sample entries did not exist; itself where it has none."""
        store = self.store.without_samples
        if store is self.store:
            return self
        return ServedEdition(store, self.settings, self.config, self._configured, self.partners, self, self.earlier)

    @cached_property
    def drawings(self) -> dict[str, StaticFile]:
        """What is drawn once for this edition, as files."""
        if self._whole is not None:
            return self._whole.drawings
        return {name: StaticFile(name, content.encode()) for name, content in self.store.drawings.items()}

    @property
    def base_url(self) -> str:
        """Public URL without a slash at the end."""
        return self.settings.url

    @property
    def id(self) -> str:
        """Id of the edition."""
        return str(self.store.edition["id"])

    @property
    def title(self) -> str:
        """Title of the service."""
        return str(self.config["metadata"]["identification"]["title"])

    @cached_property
    def core(self) -> Core:
        """pygeoapi's core with the configuration of this edition."""
        return Core(self.config, self._configured)

    @cached_property
    def partners(self) -> PartnerSearch:
        """The partner search.

        :raises MatchingError: where its tables cannot be used
        """
        tables = self._partners.tables if self._partners else read_tables(self.settings.matching)
        return PartnerSearch(self.store, tables, self._partners)

    @cached_property
    def limits(self) -> Limits:
        """The limits of lists."""
        return Limits.of(self.config)

    def language(self, request: ResourceRequest) -> str:
        """The language to answer in.

        :raises InvalidValue: for one that is not offered
        """
        return language_of(request.first("lang"), request.accept_language, self.settings.languages)

    def words(self, request: ResourceRequest) -> Words:
        """The same, for the formats.

        :raises InvalidValue: for one that is not offered
        """
        language = self.language(request)
        return Words(self.store.codelists, language, catalogue(language).translate)


class Service:
    """The service: settings, the edition that is published now, and the one before it.

    :param editions: the editions held by this process
    :param config_path: ``config/pygeoapi.yml``; it is read when another edition is served, and if it cannot be used
        then, the old edition stays with the old configuration
    :param probe: raises what goes wrong with a view; it is called before an edition is served
    """

    def __init__(
        self,
        settings: Settings,
        editions: LoadedEditions,
        config_path: Path,
        probe: Callable[[ServedEdition], object] = lambda _: None,
    ) -> None:
        self.settings = settings
        self.editions = editions
        self._config_path = config_path
        self._probe = probe
        self._preparation = Preparation(self._prepare, self._state)
        self._failures = Failures()
        self._views: dict[str, ServedEdition] = {}
        #: What was said in the log since the last switch: whatever clients ask for, it is said once.
        self._told: set[str] = set()

    @property
    def prefix(self) -> str:
        """First part of the public paths, which a proxy takes away; empty without one."""
        return urlsplit(self.settings.url).path

    def view(self, asked: ResourceRequest | None = None) -> ServedEdition:
        """The view that answers the request: of the edition served now, or of the one that it names.

        With ``exclude=samples`` that edition has no samples for this request.

        :raises EditionError: where no edition can be served
        :raises InvalidValue: where the request names an edition by something that is no id
        :raises Gone: where it names one that is held no longer
        """
        if asked is None:
            return self._view(self._served())
        view = self._chosen(asked)
        return view.without_samples if asked.first("exclude") == SAMPLES else view

    def _chosen(self, asked: ResourceRequest) -> ServedEdition:
        named = named_edition(asked)
        if named is None:
            return self._view(self._served())
        store = self.editions.held(named)
        if store is None:
            raise Gone(named, str(self._served().edition["id"]), self.settings.url + first_page(asked))
        return self._view(store)

    def must_look(self, asked: ResourceRequest) -> bool:
        """Whether the request needs an edition that this process does not hold, but that may be on the disk."""
        named = named_edition(asked)
        return is_comparison(asked.path) if named is None else not self.holds(named)

    def look(self, asked: ResourceRequest) -> None:
        """Look on the disk for the edition that the request needs. May take seconds: not for the event loop."""
        try:
            served = str(self._served().edition["id"])
            named = named_edition(asked) or self.editions.earlier(served).id
            if named is None or self.holds(named):
                return
            self.editions.look_for(named, self.settings.samples, self._preparation)
        except (AtlasError, OSError) as error:  # the request goes on, and is told that the edition is gone
            self._tell(f"an edition that was asked for cannot be read: {error}")

    def holds(self, id_: str) -> bool:
        """Whether this process holds that edition."""
        return self.editions.held(id_) is not None

    def drawings(self) -> Iterator[dict[str, StaticFile]]:
        """What is drawn for the editions that are held, the one that is served first."""
        served = self.view()
        yield served.drawings
        yield from (view.drawings for view in list(self._views.values()) if view is not served)

    def refresh(self) -> bool:
        """Serve the published edition if it is another one, and one that the settings allow.

        :returns: whether the edition changed
        :raises EditionError: where it cannot be served; the old one stays
        """
        changed = self.editions.refresh(self.settings.samples, self._preparation)
        if trouble := self.editions.trouble:
            self._tell(f"edition {self.edition_id()} is served instead of the published one: {trouble.reason}")
        return changed

    def edition_id(self) -> str | None:
        """The id of the edition served now, ``None`` before one is loaded."""
        store = self.editions.served
        return None if store is None else str(store.edition["id"])

    def health(self, view: ServedEdition) -> dict[str, Any]:
        """The edition of a view, its counts and when it was made; and why it is not the published one, if it is not.

        It is the view that answers the request: another edition may be served by now.
        """
        edition = view.store.edition
        told = {key: edition[key] for key in ("id", "created", "samples", "counts") if key in edition}
        trouble = self.editions.trouble
        if trouble is None:
            return {"status": "ok", "edition": told}
        return {"status": "degraded", "edition": told, "problem": {"since": trouble.began, "detail": trouble.reason}}

    def _served(self) -> Store:
        store = self.editions.served
        if store is None:
            self.refresh()
            store = self.editions.store
        return store

    def _prepare(self) -> Callable[[Store], object]:
        """Read the configuration; what is returned makes the view of an edition that is about to be held."""
        try:
            config = read_config(self._config_path, self.settings)
        except ConfigError as error:
            raise EditionError(str(error)) from error
        return partial(self._make, config)

    def _state(self) -> Hashable:
        """What serving an edition depends on beside it: the configuration and the tables of the partner search."""
        return tuple(_state_of(path) for path in (self._config_path, *sorted(self.settings.matching.glob("*.csv"))))

    def _make(self, config: dict[str, Any], store: Store) -> None:
        served = self.editions.served
        earlier = partial(self.editions.earlier, str(store.edition["id"]))
        made = ServedEdition(store, self.settings, config, earlier=earlier)
        try:
            self._probe(made)
        except Exception as error:
            reason = f"Edition {made.id} cannot be served with the configuration {self._config_path}"
            raise EditionError(f"{reason} ({type(error).__name__}: {error}).") from error
        # Any other view but that of the edition served is let go of.
        self._views = {id_: view for id_, view in self._views.items() if view.store is served} | {made.id: made}
        self._told.clear()

    def _tell(self, text: str) -> None:
        if text not in self._told:
            self._told.add(text)
            LOGGER.error("%s", text)

    def _view(self, store: Store) -> ServedEdition:
        id_ = str(store.edition["id"])
        view = self._views.get(id_)
        if view is None or view.store is not store:
            self._view_again(store, id_)
            view = self._views[id_]
        return view

    def _view_again(self, store: Store, id_: str) -> None:
        """Make the view of an edition that was loaded by somebody else."""
        state = self._state()
        reason = self._failures.reason(id_, state)
        if reason is not None:
            raise EditionError(reason)
        try:
            self._prepare()(store)
        except EditionError as error:
            self._failures.note(id_, state, str(error), passing=may_pass(error))
            raise


def _state_of(path: Path) -> Hashable:
    try:
        told = path.stat()
    except OSError as error:
        return error.errno
    return path, told.st_ino, told.st_size, told.st_mtime_ns, told.st_mode


class Gone(Refused):
    """An edition that was asked for by its id is held no longer: the client must start again.

    :param first: address of the first page
    """

    def __init__(self, edition: str, served: str, first: str) -> None:
        detail = f"Edition {edition} is not kept any more; edition {served} is served now."
        super().__init__(HTTPStatus.GONE, f"{detail} Start again at {first}", {"Link": f'<{first}>; rel="first"'})
        self.members = {"first": first}


def named_edition(asked: ResourceRequest) -> str | None:
    """The edition that a request for features names.

    Where the parameter is not taken, or given twice, that is for the resource to refuse.

    :raises InvalidValue: where it is no id of an edition
    """
    given = [value for name, value in asked.parameters if name == "edition"]
    return edition_id(given[0]) if len(given) == 1 and _is_list(asked.path) else None


def first_page(asked: ResourceRequest) -> str:
    """Path and query of the first page of the same list, in the edition that is served then."""
    kept = [(name, value) for name, value in asked.parameters if name not in ("edition", "offset")]
    return Address(asked.path, tuple(kept)).url()


def _is_list(path: str) -> bool:
    """Whether a path is that of a list of features: the only resource that takes the parameter ``edition``."""
    match path.split("/"):
        case ["", "collections", id_, "items"]:
            return id_ in COLLECTIONS
        case _:
            return False


def is_comparison(path: str) -> bool:
    """Whether a path is that of what has changed in a collection, which compares two editions."""
    match path.split("/"):
        case ["", "collections", id_, "changes"]:
            return id_ in COLLECTIONS
        case _:
            return False

"""Opens stores: the one place that chooses a backend. Everything else knows ``store.contract`` only."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path

from .contract import Rewrite, Store
from .loaded_editions import LoadedEditions
from .memory.load import load_edition


def open_store(folder: Path, rewrite: Rewrite | None = None) -> Store:
    """The store of the edition in ``folder``.

    :param rewrite: applied to the JSON of properties that has escapes
    :raises EditionError: where the edition cannot be read
    """
    return load_edition(folder, rewrite)


@lru_cache(maxsize=8)
def open_editions(folder: Path, rewrite: Rewrite | None = None) -> LoadedEditions:
    """The one ``LoadedEditions`` of this process for a folder: pygeoapi makes a provider for each request.

    :param folder: folder of the editions
    :param rewrite: as of ``open_store``
    """
    return LoadedEditions(folder, partial(open_store, rewrite=rewrite))

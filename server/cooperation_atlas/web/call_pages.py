"""The page of windows, and where pages lead to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..model.calls import CALLS
from ..model.collections import COOPERATION, PROGRAMMES
from ..ogc.calls_request import CallsRequest
from ..ogc.formats.document import FeatureDocument
from .call_links import entry_path
from .page_writer import RequestedPages
from .pages import rendered
from .partner_links import pair_path, programme_path


@dataclass(frozen=True)
class CallPages(RequestedPages):
    """Makes the page of windows.

    :param parsed: the request
    """

    parsed: CallsRequest

    def list_page(self, document: FeatureDocument) -> bytes:
        """The page of windows."""
        names, page = tuple(CALLS.by_name), document.page
        records = (dict(zip(names, values, strict=True)) for values in page.cells(names))
        content = {
            "collection": CALLS,
            "shown": [ShownCall.of(record) for record in records],
            "matched": page.matched,
            "notes": page.notes,
            "given": dict(document.address.given),
            "here": urlsplit(document.address.path).path,
            "calendar": document.address.url(f="ics"),
            "own": self._side(self.parsed.programme),
            "other": self._side(self.parsed.partner),
            "entries_path": f"/collections/{COOPERATION.id}/items",
        }
        return rendered("calls.html", content, self.view, self.request)

    def _side(self, cci: str | None) -> dict[str, Any] | None:
        """A programme that the request names."""
        if cci is None:
            return None
        ((title, language),) = self.view.store.one(PROGRAMMES.id, cci).cells(("title", "title_lang"))
        return {"id": cci, "name": title or cci, "lang": language, "path": programme_path(cci)}


@dataclass(frozen=True, slots=True)
class ShownCall:
    """A window as the page shows it.

    :param values: its properties
    :param entry: path of the entry, and of the own one
    :param programme: path of the programme
    :param pair: path of the pair of programmes
    """

    values: Mapping[str, Any]
    entry: str
    own_entry: str | None
    programme: str
    pair: str | None

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> ShownCall:
        """From the properties of a window."""
        own = record["own_cci"]
        return cls(
            record,
            entry_path(record["entry"]),
            entry_path(record["own_entry"]) if own else None,
            programme_path(record["cci"]),
            pair_path(own, record["cci"]) if own else None,
        )

"""The page of windows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..model.calls import CALLS
from ..model.collections import COOPERATION, PROGRAMMES
from ..ogc.calls_request import CallsRequest
from ..ogc.formats.document import FeatureDocument, Words
from .call_links import entry_path
from .page_writer import RequestedPages
from .pages import rendered
from .partner_links import Side, pair_path, programme_path


@dataclass(frozen=True)
class CallPages(RequestedPages):
    """Makes the page of windows.

    :param parsed: the request
    """

    parsed: CallsRequest

    def list_page(self, document: FeatureDocument) -> bytes:
        """The page of windows."""
        names, page, words = tuple(CALLS.by_name), document.page, document.words
        own = self._side(self.parsed.programme)
        columns = ("window", "summary", "title", "topics", *(("own_entry",) if own else ()))
        content = {
            "collection": CALLS,
            "headings": [CALLS.by_name[name].title for name in columns],
            "shown": [ShownCall.of(dict(zip(names, values, strict=True)), words) for values in page.cells(names)],
            "matched": page.matched,
            "notes": page.notes,
            "given": dict(document.address.given),
            "here": urlsplit(document.address.path).path,
            "calendar": document.address.url(f="ics"),
            "own": own,
            "other": self._side(self.parsed.partner),
            "entries": COOPERATION,
        }
        return rendered("calls.html", content, self.view, self.request)

    def _side(self, cci: str | None) -> Side | None:
        """A programme that the request names."""
        if cci is None:
            return None
        ((title, language),) = self.view.store.one(PROGRAMMES.id, cci).cells(("title", "title_lang"))
        return Side(cci, title or cci, language, programme_path(cci), ())


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry of a window as the page shows it.

    :param about: whether it offers or needs, in words
    """

    id: str
    name: str
    path: str
    about: str

    @classmethod
    def of(cls, id_: str, text: str | None, kind: str | None, words: Words) -> ShownEntry:
        """From what a window says of it."""
        about = words.codelists.label("kinds", kind, words.language) if kind else ""
        return cls(id_, text or id_, entry_path(id_), about)


@dataclass(frozen=True, slots=True)
class ShownCall:
    """A window as the page shows it.

    :param state: how it lies to the present day
    :param begin: first day, ``None`` where none is stated
    :param end: last day
    :param side: the programme whose entry it is
    :param place: its country, in words
    :param about: topics, of a pair those by which it meets
    :param pair: path of the pair of programmes
    """

    state: str
    begin: str | None
    end: str | None
    entry: ShownEntry
    own: ShownEntry | None
    side: Side
    place: str
    about: str | None
    pair: str | None
    is_sample: bool
    may_match: bool

    @classmethod
    def of(cls, record: Mapping[str, Any], words: Words) -> ShownCall:
        """From the properties of a window."""
        cci, own = record["cci"], record["own_entry"]
        return cls(
            state=record["window"],
            begin=record["open_from"],
            end=record["open_to"],
            entry=ShownEntry.of(record["entry"], record["summary"], record["kind"], words),
            own=ShownEntry.of(own, record["own_summary"], record["own_kind"], words) if own else None,
            side=Side(cci, record["title"] or cci, None, programme_path(cci), ()),
            place=words.codelists.label("countries", record["country"] or "", words.language),
            about=record["shared_topics_text"] or record["topics_text"],
            pair=pair_path(record["own_cci"], cci) if own else None,
            is_sample=record["sample"],
            may_match=record["match"] == "unknown",
        )

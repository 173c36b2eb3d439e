"""The page of consortia."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..matching.consortia.rules import MOST_MEMBERS, MOST_SETS, Rule
from ..model import consortium as words
from ..model.collections import PROGRAMMES
from ..model.consortium import CONSORTIUM
from ..ogc.consortium_request import CATEGORIES, PRESET, USUAL_SETS, ConsortiumRequest
from ..ogc.formats.document import FeatureDocument
from .page_writer import RequestedPages
from .pages import rendered
from .partner_links import pair_path, partners_path, programme_path, programme_side
from .translations.catalogue import catalogue

#: The parameters that the form of the page has.
_OF_FORM = (
    *(PRESET, Rule.PARTNERS, Rule.REGIONS, Rule.COUNTRIES, Rule.PER_COUNTRY, Rule.CATEGORIES, Rule.COORDINATOR),
    *(Rule.UNKNOWN, "sets", "f", "lang"),
)
#: Texts that the page says in its own places.
_TEXTS = {
    "no_rules": words.NO_RULES,
    "no_set": words.NO_SET,
    "loosen": words.LOOSEN,
    "nothing_helps": words.NOTHING_HELPS,
    "may_meet": words.MAY_MEET,
    "not_proven": words.NOT_PROVEN,
}


@dataclass(frozen=True)
class ConsortiumHtml(RequestedPages):
    """Makes the page of consortia.

    :param parsed: the request
    """

    parsed: ConsortiumRequest

    def list_page(self, document: FeatureDocument) -> bytes:
        """The page of the sets."""
        view, page = self.view, document.page
        names = tuple(CONSORTIUM.by_name)
        records = [dict(zip(names, values, strict=True)) for values in page.cells(names)]
        own = self.parsed.partners.programme
        found = document.more
        language = view.language(self.request)
        catalogue_ = catalogue(language)
        content = {
            "collection": CONSORTIUM,
            "asker": None if own is None else programme_side(view.store, own),
            "areas_path": f"/collections/{PROGRAMMES.id}/items",
            "partners_link": None if own is None else partners_path(own),
            "found": found,
            "sets": [
                {**one, "members": [self._shown(record, own) for record in records if record["set"] == one["set"]]}
                for one in found["sets"]
            ],
            "loosened": [
                {**one, "named": [f"{each['title']} ({each['country']})" for each in one["best"]["members"]]}
                for one in found["loosened"] or ()
            ],
            "has_samples": any(record["entries_basis"] == "sample" for record in records),
            "texts": {name: catalogue_.translate(text) for name, text in _TEXTS.items()},
            "given": dict(document.address.given),
            "here": urlsplit(document.address.path).path,
            "of_form": _OF_FORM,
            "rule": Rule,
            "most": MOST_MEMBERS,
            "most_sets": MOST_SETS,
            "usual_sets": USUAL_SETS,
            "categories": [(each["code"], each["label"]) for each in found["categories"]],
        }
        return rendered("consortium.html", content, view, self.request)

    def _shown(self, record: Mapping[str, Any], own: str | None) -> dict[str, Any]:
        """A member, with where it leads and what it is called."""
        cci, codelists, language = record["cci"], self.view.store.codelists, self.view.language(self.request)
        return {
            **record,
            "id": cci,
            "name": record["title"] or cci,
            "place": codelists.label("countries", record["country"] or "", language),
            "stands_as": codelists.label(CATEGORIES, record["stands_for_category"] or "", language),
            "path": programme_path(cci),
            "pair": None if own in (None, cci) else pair_path(str(own), cci),
        }

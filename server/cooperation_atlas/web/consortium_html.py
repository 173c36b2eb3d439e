"""The page of consortia."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ..matching.consortia.rules import MOST_MEMBERS, MOST_SETS, Rule
from ..model import consortium as words
from ..model.collections import PROGRAMMES
from ..model.consortium import CONSORTIUM
from ..ogc.consortium_request import CATEGORIES, USUAL_SETS, ConsortiumRequest
from ..ogc.formats.document import FeatureDocument
from .consortium_search import Found
from .page_writer import RequestedPages
from .pages import rendered
from .partner_links import pair_path, partners_path, programme_path, programme_side
from .translations.catalogue import catalogue

#: Rules that one parameter asks for by its number.
_ONE_NUMBER = (Rule.PARTNERS, Rule.REGIONS, Rule.COUNTRIES, Rule.PER_COUNTRY, Rule.PER_AREA)
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
    :param found: what there is
    """

    parsed: ConsortiumRequest
    found: Found

    def list_page(self, document: FeatureDocument) -> bytes:
        """The page of the sets."""
        view, page = self.view, document.page
        names = tuple(CONSORTIUM.by_name)
        records = [dict(zip(names, values, strict=True)) for values in page.cells(names)]
        own = self.parsed.partners.programme
        found = document.more
        loosened = found["loosened"]
        language = view.language(self.request)
        catalogue_ = catalogue(language)
        content = {
            "collection": CONSORTIUM,
            "asker": None if own is None else programme_side(view.store, own),
            "areas_path": f"/collections/{PROGRAMMES.id}/items",
            "partners_link": None if own is None else partners_path(own),
            "found": {**found, "loosened": [{**one, "search": _search(one["changes"], found)} for one in loosened]},
            "sets": [
                {**one, "members": [_shown(record, own) for record in records if record["set"] == one["set"]]}
                for one in found["sets"]
            ],
            "has_samples": any(record["entries_basis"] == "sample" for record in records),
            "texts": {name: catalogue_.translate(text) for name, text in _TEXTS.items()},
            "given": dict(document.address.given),
            "here": urlsplit(document.address.path).path,
            "most": MOST_MEMBERS,
            "most_sets": MOST_SETS,
            "usual_sets": USUAL_SETS,
            "categories": self._categories(language),
        }
        return rendered("consortium.html", content, view, self.request)

    def _categories(self, language: str) -> list[tuple[str, str]]:
        """The categories that areas have, with their labels."""
        codes = self.view.store.codelists[CATEGORIES].codes
        return [(id_, codes[id_].labels.get(language, codes[id_].label)) for id_ in self.found.categories]


def _shown(record: Mapping[str, Any], own: str | None) -> dict[str, Any]:
    cci = record["cci"]
    return {**record, "path": programme_path(cci), "pair": None if own in (None, cci) else pair_path(str(own), cci)}


def _search(changes: Sequence[Mapping[str, Any]], found: Mapping[str, Any]) -> dict[str, str | None] | None:
    """The parameters with which loosened rules are searched for; ``None`` where no parameter says that.

    Parameters that name several things keep those that are not loosened.
    """
    search: dict[str, str | None] = {}
    for change in changes:
        rule = Rule(change["rule"])
        if rule is Rule.UNKNOWN:
            search["include"] = "unknown"
        elif rule in _ONE_NUMBER and change["to"]:
            search[rule.value] = str(change["to"])
        elif rule in (Rule.COORDINATOR, Rule.SCOPE):
            search[rule.value] = None
        elif rule is Rule.CATEGORIES:
            kept = [
                (one, change["to"] if one["codes"] == change["codes"] else one["number"])
                for one in found["rules"]
                if one["rule"] == rule.value
            ]
            texts = [f"{'/'.join(one['codes'])}:{number}" for one, number in kept if number]
            search[rule.value] = ",".join(texts) or None
        elif rule is Rule.WITH:
            others = [c for one in found["rules"] if one["rule"] == rule.value for c in one["codes"]]
            search[rule.value] = ",".join(cci for cci in others if cci not in change["codes"]) or None
        else:
            return None
    fixed: Mapping[str, str] = found["preset"]["parameters"] if found["preset"] else {}
    return None if any(text is None and name in fixed for name, text in search.items()) else search

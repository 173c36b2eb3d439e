"""A search as a CQL2 filter of ``programmes``: one that finds the same programmes, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, List, Mapping, Sequence

from .answers import CodeList
from .criteria import CRITERIA
from .search import Search
from .texts import tr

#: Attribute of a search → property of programmes with the same values, where a code of the list stands for itself.
_PROPERTIES = {
    "funds": "funds",
    "categories": "categories_of_region",
    "strategies": "strategies",
    "scopes": "scopes",
    "kinds": "kinds",
    "statuses": "statuses",
}
#: Values that answer to others: (attribute, value asked for, or "" for any) → the value that answers as well.
_ALSO = (("scopes", "", "open"), ("kinds", "offer", "both"), ("kinds", "need", "both"))
#: The period whose objectives are the topics themselves, so that no mapping is needed.
_CURRENT = ("2021-2027",)
#: Length of a NUTS code of level 3.
_LEVEL_3 = 5


@dataclass(frozen=True)
class Cql2:
    """The filter as CQL2 text, or why there is none.

    :param text: empty where there is none
    :param reason: a sentence for people, empty where there is a filter
    """

    text: str = ""
    reason: str = ""


def cql2(search: Search, codelists: Mapping[str, CodeList]) -> Cql2:
    """The search as a filter of ``programmes`` for any client of the server.

    :param codelists: the server's topics and objectives by id; CQL2 knows no hierarchy, so codes below are written out
    """
    reason = _reason(search, codelists)
    if reason:
        return Cql2(reason=reason)
    parts: List[str] = []
    title = " ".join(search.title.split())
    if title:
        pattern = title.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_").replace("*", "%")
        parts.append(f"CASEI(ACCENTI(title)) LIKE CASEI(ACCENTI({_text(pattern)}))")
    if search.countries:
        parts.append(f"country IN ({_texts(search.countries)})")
    if search.excluded_countries:
        parts.append(f"NOT country IN ({_texts(search.excluded_countries)})")
    if search.periods:
        parts.append(f"period IN ({_texts(search.periods)})")
    if search.nuts:
        around = [code[:length] for code in search.nuts for length in range(2, _LEVEL_3 + 1)]
        parts.append(_overlaps("nuts_codes", around))
    for attribute in ("topics", "objectives"):
        values = getattr(search, attribute)
        if values:
            parts.append(_overlaps(attribute, _with_all_below(values, codelists[attribute])))
    for attribute, name in _PROPERTIES.items():
        values = getattr(search, attribute)
        if values:
            also = [more for of, value, more in _ALSO if of == attribute and (not value or value in values)]
            parts.append(_overlaps(name, [*values, *also]))
    return Cql2(" AND ".join(parts))


def _reason(search: Search, codelists: Mapping[str, CodeList]) -> str:
    if search.is_empty() or search == Search(show_samples=False):
        return tr("Cql2", "This search finds everything: there is nothing to filter by.")
    if search.has_words():
        return tr("Cql2", "CQL2 cannot look for words in all texts of a programme; a title with * can be said.")
    if search.include_unknown:
        return tr("Cql2", "CQL2 cannot find what is not known to miss the criteria.")
    without_property = [each.name() for each in CRITERIA if each.of_entry and each.attribute not in _PROPERTIES]
    entry = [each for each in CRITERIA if each.of_entry and getattr(search, each.attribute)]
    names = [each.name() for each in entry if each.name() in without_property]
    if search.open_on:
        names.append(tr("Search", "Open on"))
    if names:
        text = tr("Cql2", "Programmes have no property for this, only their cooperation entries do: {}.")
        return text.format(", ".join(names))
    if len(entry) + bool(search.topics) > 1 and entry:
        return tr("Cql2", "CQL2 cannot say that one and the same cooperation entry meets several criteria.")
    if search.topics and search.periods != _CURRENT:
        return tr("Cql2", "Topics of 2014-2020 are found by a mapping, which CQL2 cannot say; 2021-2027 alone can be.")
    if not search.show_samples and (entry or search.topics):
        return tr("Cql2", "CQL2 cannot leave out what rests on sample entries only.")
    if any(len(code) != _LEVEL_3 for code in search.nuts):
        return tr("Cql2", "CQL2 knows nothing of what lies inside a NUTS region: only regions of level 3 can be said.")
    if any(name not in codelists for name in ("topics", "objectives") if getattr(search, name)):
        return tr("Cql2", "The server's code lists have not come yet.")
    return ""


def _with_all_below(codes: Sequence[str], codelist: CodeList) -> List[str]:
    """The codes and all below them, in the order of the list."""
    found = set(codes)
    while True:
        more = {item.code for item in codelist.items if item.parent in found} - found
        if not more:
            break
        found |= more
    listed = [item.code for item in codelist.items if item.code in found]
    return listed + [code for code in codes if code not in listed]


def _overlaps(name: str, values: Iterable[str]) -> str:
    return f"A_OVERLAPS({name}, ({_texts(values)}))"


def _texts(values: Iterable[str]) -> str:
    return ", ".join(map(_text, dict.fromkeys(values)))


def _text(value: str) -> str:
    """A CQL2 character literal."""
    return "'" + value.replace("'", "''") + "'"

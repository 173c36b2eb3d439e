"""A search as a CQL2 filter of ``programmes``: one that finds the same programmes, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Mapping, Sequence

from .answers import CodeList
from .criteria import BOOLEAN, ENTRY, NUTS_CODE, PATTERN, PERIOD, TOPIC, TREE, Criteria, Criterion
from .search import START, Search
from .texts import tr

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


def cql2(search: Search, criteria: Criteria, codelists: Mapping[str, CodeList]) -> Cql2:
    """The search as a filter of ``programmes`` for any client of the server.

    :param criteria: as the server describes them
    :param codelists: the server's code lists by id; CQL2 knows no hierarchy, so codes below are written out
    """
    reason = _reason(search, criteria, codelists)
    if reason:
        return Cql2(reason=reason)
    title = " ".join(search.title.split())
    parts = [_like("title", title)] if title else []
    parts += [_comparison(criteria[name], values, codelists) for name, values in search.criteria]
    return Cql2(" AND ".join(parts))


def _reason(search: Search, criteria: Criteria, codelists: Mapping[str, CodeList]) -> str:
    if search.is_empty() or search == Search(show_samples=False):
        return tr("Cql2", "This search finds everything: there is nothing to filter by.")
    if search.has_words():
        return tr("Cql2", "CQL2 cannot look for words in all texts of a programme; a title with * is possible.")
    if search.include_unknown:
        return tr("Cql2", "CQL2 cannot find programmes of which it is not known whether they meet the criteria.")
    chosen = [criteria[name] for name in search.names()]
    if any(not each.level for each in chosen):
        return tr("Cql2", "The server has not described these criteria yet.")
    without_property = [each.title for each in chosen if not each.queryable]
    if without_property:
        text = tr("Cql2", "Programmes have no property for this, only their cooperation entries do: {}.")
        return text.format(", ".join(without_property))
    entry = [each for each in chosen if each.level == ENTRY]
    if len(entry) + bool(search.values(TOPIC)) > 1 and entry:
        return tr("Cql2", "CQL2 cannot say that one and the same cooperation entry meets several criteria.")
    if search.values(TOPIC) and search.values(PERIOD) != START.values(PERIOD):
        return tr(
            "Cql2", "Topics of 2014-2020 are found by a mapping, which CQL2 cannot express; choose 2021-2027 only."
        )
    if not search.show_samples and (entry or search.values(TOPIC)):
        return tr("Cql2", "CQL2 cannot leave out what rests on sample entries only.")
    codes = [code for each in chosen if each.match == NUTS_CODE for code in search.values(each.name)]
    if any(len(code) != _LEVEL_3 for code in codes):
        return tr("Cql2", "CQL2 does not know which regions lie inside a NUTS region: choose regions of level 3 only.")
    if any(each.match == TREE and each.codelist not in codelists for each in chosen):
        return tr("Cql2", "The server's code lists have not arrived yet.")
    return ""


def _comparison(criterion: Criterion, values: Sequence[str], codelists: Mapping[str, CodeList]) -> str:
    """What one criterion asks of a property."""
    name = criterion.queryable
    if criterion.match == PATTERN:
        return "(" + " OR ".join(_like(name, value) for value in values) + ")"
    if criterion.match == BOOLEAN:
        return "(" + " OR ".join(f"{name} = {value}" for value in values) + ")"
    if criterion.match == NUTS_CODE:
        compared: Sequence[str] = [code[:length] for code in values for length in range(2, _LEVEL_3 + 1)]
    elif criterion.match == TREE:
        compared = _with_all_below(values, codelists[criterion.codelist])
    else:
        compared = values
    listed = ", ".join(map(_text, dict.fromkeys(criterion.answers(compared))))
    text = f"A_OVERLAPS({name}, ({listed}))" if criterion.is_list else f"{name} IN ({listed})"
    return f"NOT {text}" if criterion.excludes else text


def _with_all_below(codes: Sequence[str], codelist: CodeList) -> List[str]:
    """The codes and all below them, in the order of the list."""
    branch = set(codes)
    while True:
        more = {item.code for item in codelist.items if item.parent in branch} - branch
        if not more:
            break
        branch |= more
    listed = [item.code for item in codelist.items if item.code in branch]
    return listed + [code for code in codes if code not in listed]


def _like(name: str, pattern: str) -> str:
    """A comparison with a text in which ``*`` stands for any text."""
    escaped = pattern.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_").replace("*", "%")
    return f"CASEI(ACCENTI({name})) LIKE CASEI(ACCENTI({_text(escaped)}))"


def _text(value: str) -> str:
    """A CQL2 character literal."""
    return "'" + value.replace("'", "''") + "'"

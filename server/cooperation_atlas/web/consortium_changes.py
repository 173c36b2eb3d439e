"""Loosened rules as parameters of the search that follows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..matching.consortia.rules import Rule, Term, Terms
from ..matching.consortia.search import Change

#: Rules that one parameter asks for by its number.
_ONE_NUMBER = (Rule.PARTNERS, Rule.REGIONS, Rule.COUNTRIES, Rule.PER_COUNTRY, Rule.PER_AREA)


def parameters_of(changes: Iterable[Change], terms: Terms, preset: Mapping[str, str]) -> dict[str, str | None] | None:
    """The parameters with which loosened rules are searched for, ``None`` for one that is left out; ``None`` in all
    where no parameter says that.

    :param terms: the rules before: parameters that name several things keep those that are not loosened
    :param preset: the rules of the preset, which hold wherever a parameter is left out
    """
    found: dict[str, str | None] = {}
    for change in changes:
        term = change.term
        if term.rule is Rule.UNKNOWN:
            found["include"] = "unknown"
        elif term.rule in _ONE_NUMBER and change.to:
            found[term.rule.value] = str(change.to)
        elif term.rule in (Rule.COORDINATOR, Rule.SCOPE):
            found[term.rule.value] = None
        elif term.rule is Rule.CATEGORIES:
            found[term.rule.value] = _categories(terms.of(Rule.CATEGORIES), change)
        elif term.rule is Rule.WITH:
            others = [code for each in terms.of(Rule.WITH) for code in each.codes if code not in term.codes]
            found[term.rule.value] = ",".join(others) or None
        else:
            return None
    return None if any(text is None and name in preset for name, text in found.items()) else found


def _categories(terms: Sequence[Term], change: Change) -> str | None:
    kept = [(term.codes, change.to if term == change.term else term.number) for term in terms]
    return ",".join(f"{'/'.join(codes)}:{number}" for codes, number in kept if number) or None

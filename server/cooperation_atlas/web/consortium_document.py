"""What the document of consortia says beside the members: the rules, the totals of each set, what to loosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..matching.consortia.rules import UPPER, Term
from ..matching.consortia.search import Consortia, MemberSet
from ..matching.interval import Interval
from ..matching.matcher import Matcher
from ..matching.score import order_of, tier_of
from ..matching.tables import Call, Tables
from ..model import consortium as words
from ..ogc.consortium_request import CATEGORIES, ConsortiumRequest, terms_of_call
from ..store.codelists import CodeLists
from .consortium_changes import parameters_of
from .consortium_search import Found
from .consortium_texts import RuleTexts

#: Digits of scores: more would be noise.
_DIGITS = 3


def members_of(parsed: ConsortiumRequest, found: Found, texts: RuleTexts, codelists: CodeLists) -> dict[str, Any]:
    """The members of the document."""
    tables, answer = found.matcher.tables, found.answer
    listed = {name: _call(name, call, tables, texts, codelists) for name, call in tables.calls.items()}
    preset: Mapping[str, str] = tables.calls[parsed.preset].rules if parsed.preset else {}
    sets = _Sets(found.matcher, found.scored, texts)
    return {
        "preset": listed[parsed.preset] if parsed.preset else None,
        "rules": [_term(term, texts) for term in (parsed.terms.terms if parsed.terms else ())],
        "sets": [
            {"set": number, **sets.one(one), **_among(ends)}
            for number, (one, ends) in enumerate(zip(answer.sets if answer else (), found.among, strict=True), 1)
        ],
        "loosened": [
            {
                "changes": [{**_term(change.term, texts), "to": change.to} for change in one.changes],
                "text": "; ".join(texts.change(change) for change in one.changes),
                "parameters": parameters_of(one.changes, answer.terms, preset),
                "best": sets.one(one.best),
            }
            for one in answer.loosened
        ]
        if answer
        else [],
        "categories": [{"code": code, "label": texts.sentences.label(CATEGORIES, code)} for code in found.categories],
        "presets": list(listed.values()),
    }


def notes_of(parsed: ConsortiumRequest, answer: Consortia | None, texts: RuleTexts) -> list[str]:
    """What is to be said of the answer."""
    if answer is None:
        return [texts.say(words.NO_RULES)]
    check = [texts.say(words.CHECK)] if parsed.preset else []
    if answer.sets:
        return check
    further = [texts.say(words.LOOSEN), *("; ".join(map(texts.change, one.changes)) for one in answer.loosened)]
    return [*check, texts.say(words.NO_SET), *(further if answer.loosened else [texts.say(words.NOTHING_HELPS)])]


class _Sets:
    def __init__(self, matcher: Matcher, scored: Interval, texts: RuleTexts) -> None:
        self._matcher, self._scored, self._texts = matcher, scored, texts
        self._order = order_of(scored, matcher.tables.numbers["order_upper"])

    def one(self, found: MemberSet) -> dict[str, Any]:
        """A set: the mean of its scores, as of partners, since sums depend on how many there are."""
        facts, tables = self._matcher.facts, self._matcher.tables
        rows = list(found.partners)
        low, high, value = (
            float(each[rows].mean()) if rows else 0.0 for each in (self._scored.low, self._scored.high, self._order)
        )
        return {
            "members": [
                {
                    "cci": facts.ids[row],
                    "title": facts.titles[row] or facts.ids[row],
                    "country": facts.countries[facts.country[row]],
                }
                for row in found.members
            ],
            "coordinator": None if found.coordinator is None else facts.ids[found.coordinator],
            "score_low": round(low, _DIGITS),
            "score_high": round(high, _DIGITS),
            "tier": tier_of(value, low, tables.tiers) if self._scored.applies else None,
            "total_low": round(low * len(rows), _DIGITS),
            "total_high": round(high * len(rows), _DIGITS),
            "countries": found.countries,
            "regions": found.regions if found.places else None,
            "certain": found.certain,
            "proven": found.proven,
            "met": [{**_term(met.term, self._texts), "has": met.has, "certain": met.certain} for met in found.met],
        }


def _among(ends: tuple[float, float] | None) -> dict[str, float | None]:
    low, high = (None, None) if ends is None else (round(end, _DIGITS) for end in ends)
    return {"among_low": low, "among_high": high}


def _term(term: Term, texts: RuleTexts) -> dict[str, Any]:
    return {
        "rule": term.rule.value,
        "kind": "at_most" if term.rule in UPPER else "at_least",
        "number": term.number,
        "codes": list(term.codes),
        "text": texts.term(term),
    }


def _call(name: str, call: Call, tables: Tables, texts: RuleTexts, codelists: CodeLists) -> dict[str, Any]:
    terms = terms_of_call(call, tables, codelists)
    rules: Mapping[str, str] = call.rules
    return {
        "preset": name,
        "title": texts.call(name),
        "parameters": dict(rules),
        "rules": [texts.term(term) for term in (terms.terms if terms else ()) if term.rule.value in rules],
        "check": texts.say(words.CHECK),
        "call": call.address,
        "sources": [{"source": source, "source_date": day} for source, day in call.sources],
    }

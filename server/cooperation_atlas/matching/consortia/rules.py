"""What a set of partners must be: the rules of a call, and those that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ...model.errors import InvalidValue

#: Most members of a set, whoever seeks partners included; and sets of one answer.
MOST_MEMBERS, MOST_SETS = 20, 10


class Rule(StrEnum):
    """A kind of rule, by the name of the parameter that asks for it, in the order in which rules are told."""

    PARTNERS = "partners"  #: at least so many members
    REGIONS = "regions"  #: at least so many NUTS 2 regions, one for each member
    COUNTRIES = "countries"  #: at least so many countries
    CATEGORIES = "categories"  #: at least so many members that stand for a region of one of these categories
    COORDINATOR = "coordinator_category"  #: a member that stands for a region of one of these categories
    TOPIC = "need_topic"  #: at least so many members that state this topic, or one below it
    OBJECTIVE = "need_objective"  #: at least so many members that state this objective
    WITH = "with"  #: this programme is a member
    PER_COUNTRY = "per_country"  #: at most so many members of a country
    PER_AREA = "per_area"  #: at most so many members with the same area
    SCOPE = "need_scope"  #: the scope is possible between whoever seeks partners and each member
    FILTERS = "filters"  #: each member meets the search among the candidates
    UNKNOWN = "include"  #: what is not known does not count


#: Those that look at the region for which a member stands.
LOCATED = (Rule.REGIONS, Rule.CATEGORIES, Rule.COORDINATOR)
#: Those that are not met for certain as long as facts are missing.
UNCERTAIN = (Rule.CATEGORIES, Rule.COORDINATOR, Rule.TOPIC, Rule.OBJECTIVE)
#: Those that allow at most a number; the others ask for at least one.
UPPER = (Rule.PER_COUNTRY, Rule.PER_AREA)
#: Those that say who may be a member at all: they hold or are dropped.
GATES = (Rule.SCOPE, Rule.FILTERS)


#: Parameters that ask for a number of members, regions or countries.
NUMBERS = ("partners", "partners_most", "regions", "countries", "per_country", "per_area", "covered_by")
#: Parameters that name categories of region.
OF_CATEGORIES = ("categories", "coordinator_category")
#: What a call can ask for, so that a preset may say it.
OF_CALLS = ("partners", "partners_most", "regions", "countries", "categories", "coordinator_category", "per_country")
#: Fewest members: two are a partnership.
_FEWEST = 2
_CATEGORIES = re.compile(r"([^:/]+(?:/[^:/]+)*):([0-9]{1,3})")


@dataclass(frozen=True, slots=True)
class Term:
    """A rule with its values.

    :param number: of members, regions, countries; 1 where a rule holds or does not
    :param codes: categories, a topic or objective, a scope, or the CCI of a member
    """

    rule: Rule
    number: int = 1
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Terms:
    """All rules of a set.

    :param most: most members
    :param unknown: whether sets count that meet the rules only if facts which are not known turn out so
    """

    terms: tuple[Term, ...]
    most: int
    unknown: bool = False

    def number(self, rule: Rule) -> int:
        """The number of a rule, 0 where it is not asked for."""
        return max((term.number for term in self.terms if term.rule is rule), default=0)

    def of(self, *rules: Rule) -> tuple[Term, ...]:
        """The terms of these rules."""
        return tuple(term for term in self.terms if term.rule in rules)

    def check(self, countries: dict[str, str]) -> None:
        """Refuse rules that no set can meet, whatever the programmes are.

        :param countries: country of each programme that is a member for certain, by CCI
        :raises InvalidValue: naming two rules that contradict each other
        """
        most = self.most
        if self.number(Rule.PARTNERS) > most:
            reason = f"is {most}, but partners={self.number(Rule.PARTNERS)} asks for more. Raise it, or lower partners."
            raise InvalidValue("partners_most", reason)
        for rule in (Rule.REGIONS, Rule.COUNTRIES):
            if self.number(rule) > most:
                raise InvalidValue(
                    rule, f"is {self.number(rule)}, but a set has at most {most} members. {_instead(self.number(rule))}"
                )
        single = [term for term in self.of(Rule.CATEGORIES) if len(term.codes) == 1]
        if (wanted := sum(term.number for term in single)) > most or any(
            term.number > most for term in self.of(Rule.CATEGORIES)
        ):
            wanted = max(wanted, *(term.number for term in self.of(Rule.CATEGORIES)))
            reason = f"ask for {wanted} members in all, but a set has at most {most}. {_instead(wanted)}"
            raise InvalidValue(Rule.CATEGORIES, reason)
        for term in self.of(Rule.TOPIC, Rule.OBJECTIVE):
            if term.number > most:
                reason = f"is {term.number}, but a set has at most {most} members. {_instead(term.number)}"
                raise InvalidValue("covered_by", reason)
        if len(countries) > most:
            reason = f"names {len(countries)} members, whoever seeks partners included, but a set has at most {most}."
            raise InvalidValue(Rule.WITH, f"{reason} {_instead(len(countries))}")
        for country in sorted(set(countries.values())):
            fixed = [cci for cci, of in countries.items() if of == country]
            if (allowed := self.number(Rule.PER_COUNTRY)) and len(fixed) > allowed:
                given = ", ".join(fixed)
                reason = f"is {allowed}, but {len(fixed)} members are given of {country}: {given}."
                raise InvalidValue(Rule.PER_COUNTRY, f"{reason} Raise it to {len(fixed)}, or give others.")


def _instead(wanted: int) -> str:
    """What to do where a set has fewer members than are wanted."""
    if wanted > MOST_MEMBERS:
        return f"No set has more than {MOST_MEMBERS}: ask for less."
    return f"Raise partners_most to {wanted}, or ask for less."


def number_of(name: str, text: str) -> int:
    """The number that a parameter asks for.

    :raises InvalidValue: where it is none
    """
    least = _FEWEST if name in ("partners", "partners_most") else 1
    if not re.fullmatch(r"[0-9]{1,3}", text) or not least <= int(text) <= MOST_MEMBERS:
        raise InvalidValue(name, f"'{text}' is not a whole number from {least} to {MOST_MEMBERS}.")
    return int(text)


def categories_of(values: Iterable[str]) -> tuple[Term, ...]:
    """Members by category of region: ``LD:1`` is one or more of a category, ``LD/TR:2`` two or more of either.

    :raises InvalidValue: where one is not written like that, or stands twice
    """
    terms: dict[tuple[str, ...], Term] = {}
    for text in values:
        read = _CATEGORIES.fullmatch(text)
        if read is None:
            reason = f"'{text}' is not a category with a number of members; write LD:1, or LD/TR:2 for either of two."
            raise InvalidValue(Rule.CATEGORIES, reason)
        codes = tuple(dict.fromkeys(read[1].split("/")))
        if codes in terms:
            raise InvalidValue(Rule.CATEGORIES, f"'{read[1]}' is given twice.")
        terms[codes] = Term(Rule.CATEGORIES, number_of(Rule.CATEGORIES, read[2]), codes)
    return tuple(terms.values())


def terms_of(numbers: Mapping[str, int], others: Iterable[Term], *, asker: bool, unknown: bool = False) -> Terms | None:
    """The rules of a set; ``None`` where nothing is asked of one.

    A set has no more members than the rules need, unless a greater number is given: each further one would add to the
    sum.

    :param numbers: by parameter of ``NUMBERS``
    :param others: the rules that name something
    :param asker: whether whoever seeks partners is a member
    """
    named = tuple(others)
    asked = [
        numbers.get("regions", 0),
        numbers.get("countries", 0),
        sum(term.number for term in named if term.rule is Rule.CATEGORIES and len(term.codes) == 1),
        *(term.number for term in named if term.rule in (Rule.CATEGORIES, Rule.TOPIC, Rule.OBJECTIVE)),
        sum(term.rule is Rule.WITH for term in named) + asker,
    ]
    if not any(name in numbers for name in ("partners", "partners_most", "regions", "countries")) and not any(
        term.rule in (Rule.CATEGORIES, Rule.COORDINATOR, Rule.TOPIC, Rule.OBJECTIVE) for term in named
    ):
        return None
    needed = min(max(_FEWEST, *asked), MOST_MEMBERS)
    least = numbers.get("partners", min(needed, numbers.get("partners_most", MOST_MEMBERS)))
    counted = [Term(rule, numbers[rule]) for rule in (Rule.REGIONS, Rule.COUNTRIES) if rule in numbers]
    limits = [Term(rule, numbers[rule]) for rule in UPPER if rule in numbers]
    order = list(Rule)
    terms = sorted((Term(Rule.PARTNERS, least), *counted, *named, *limits), key=lambda term: order.index(term.rule))
    return Terms(tuple(terms), numbers.get("partners_most", max(least, needed)), unknown)

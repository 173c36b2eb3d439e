"""What a set of partners must be: the rules of a call, and those that contradict each other."""

from __future__ import annotations

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
                    rule, f"is {self.number(rule)}, but a set has at most {most} members. {_RAISE.format(most)}"
                )
        single = [term for term in self.of(Rule.CATEGORIES) if len(term.codes) == 1]
        if (wanted := sum(term.number for term in single)) > most or any(
            term.number > most for term in self.of(Rule.CATEGORIES)
        ):
            wanted = max(wanted, *(term.number for term in self.of(Rule.CATEGORIES)))
            reason = f"ask for {wanted} members in all, but a set has at most {most}. {_RAISE.format(most)}"
            raise InvalidValue(Rule.CATEGORIES, reason)
        for term in self.of(Rule.TOPIC, Rule.OBJECTIVE):
            if term.number > most:
                reason = f"is {term.number}, but a set has at most {most} members. {_RAISE.format(most)}"
                raise InvalidValue("covered_by", reason)
        if len(countries) > most:
            reason = f"names {len(countries)} members, whoever seeks partners included, but a set has at most {most}."
            raise InvalidValue(Rule.WITH, f"{reason} {_RAISE.format(most)}")
        for country in sorted(set(countries.values())):
            fixed = [cci for cci, of in countries.items() if of == country]
            if (allowed := self.number(Rule.PER_COUNTRY)) and len(fixed) > allowed:
                reason = f"is {allowed}, but {len(fixed)} members are given of {country}: {', '.join(fixed)}."
                raise InvalidValue(Rule.PER_COUNTRY, reason)


_RAISE = "Raise partners_most above {0}, or ask for less."

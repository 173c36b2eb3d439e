"""The criteria of a search, as the server describes them: the panel, links, CQL2 and Processing follow from this.

A criterion is known by the name of its parameter. The server's queryables say the rest, so that one that a server adds
is offered without a new version of the plugin.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, Tuple

from .errors import ApiError, ErrorKind
from .reading import Reader
from .texts import tr

#: Criteria with a widget of their own.
COUNTRY, NUTS, TOPIC, SCOPE, PERIOD = "country", "nuts3", "topic", "scope", "period"
#: The day on which an entry is open, and its value that stands for the present day.
OPEN, TODAY = "open", "today"
#: Parameters for the words of a programme, which :attr:`.search.Search.title` stands for.
_WORDS = frozenset(("title", "programme"))

#: The criteria known to this version by name, with their titles: for translators, and for Processing, whose parameters
#: must be there before any server can be asked. Their order is that of the panel, links and dialogs.
_TITLES: Dict[str, Callable[[], str]] = {
    COUNTRY: lambda: tr("Search", "Country"),
    NUTS: lambda: tr("Search", "NUTS region"),
    TOPIC: lambda: tr("Search", "Topic of cooperation actions"),
    SCOPE: lambda: tr("Search", "Scope of partnership needed"),
    PERIOD: lambda: tr("Search", "Period"),
    "kind": lambda: tr("Search", "Offers or needs"),
    "status": lambda: tr("Search", "Status of the cooperation"),
    "mode": lambda: tr("Search", "Form of cooperation"),
    "partner_type": lambda: tr("Search", "Partners sought"),
    "sought_country": lambda: tr("Search", "Countries sought"),
    "sought_strategy": lambda: tr("Search", "Strategies sought"),
    "objective": lambda: tr("Search", "Objective"),
    "intervention_field": lambda: tr("Search", "Intervention field"),
    "territorial_focus": lambda: tr("Search", "Territorial focus"),
    "esf_secondary_theme": lambda: tr("Search", "ESF+ secondary theme"),
    "fund": lambda: tr("Search", "Fund"),
    "category": lambda: tr("Search", "Category of region"),
    "borders_on": lambda: tr("Search", "Has a land border with"),
    "strategy": lambda: tr("Search", "Macro-regional or sea-basin strategy"),
    "exclude_country": lambda: tr("Search", "Countries left out"),
    OPEN: lambda: tr("Search", "Open on"),
}
#: Those whose meaning is explained in the user's language.
_HINTS: Dict[str, Callable[[], str]] = {
    OPEN: lambda: tr(
        "Search", "Entries that partners can answer on that day (in Brussels) and whose action is not completed"
    ),
}
#: The names of the criteria known.
KNOWN: Tuple[str, ...] = tuple(_TITLES)

#: How values are compared with a property.
CODE, TREE, NUTS_CODE, PATTERN, BOOLEAN, DAY = "code", "tree", "nuts", "pattern", "boolean", "day"
#: Criteria of this level, and of the level of topics, must hold for one and the same cooperation entry.
ENTRY = "entry"
#: In place of a value: every value.
_EVERY = "*"


@dataclass(frozen=True)
class Criterion:
    """A criterion that a server offers.

    :param name: its parameter, by which its counts are named as well
    :param server_title: title in the server's language
    :param match: how its values are compared: ``CODE`` … ``DAY``, or one that a later version knows
    :param codelist: code list that explains its values; empty without one
    :param level: whose property it reads: ``programme``, ``entry``, ``topic``
    :param queryable: property of programmes with the same values, which CQL2 can compare; empty without one
    :param is_list: whether that property is a list
    :param also: value → property values that answer to it as well
    :param excludes: whether it finds what does not have the values
    """

    name: str
    server_title: str = ""
    description: str = ""
    match: str = CODE
    codelist: str = ""
    level: str = ""
    queryable: str = ""
    is_list: bool = False
    also: Mapping[str, Tuple[str, ...]] = field(default_factory=dict)
    excludes: bool = False

    @property
    def title(self) -> str:
        """Its title in the user's language where this version knows the criterion, else as the server gives it."""
        return _TITLES[self.name]() if self.name in _TITLES else self.server_title or self.name

    @property
    def hint(self) -> str:
        """Its meaning, in the user's language where this version has a text for it, else the server's description."""
        return _HINTS[self.name]() if self.name in _HINTS else self.description

    def answers(self, values: Iterable[str]) -> List[str]:
        """The property values that answer to these values: themselves, and those that imply them."""
        chosen = list(values)
        more = (each for value in (*chosen, _EVERY) for each in self.also.get(value, ()))
        return list(dict.fromkeys((*chosen, *more)))

    @property
    def hidden(self) -> Tuple[str, ...]:
        """Codes that only answer to others, and so are no choice of their own: an entry that is both offer and need."""
        return tuple(dict.fromkeys(code for value, codes in self.also.items() if value != _EVERY for code in codes))

    @classmethod
    def read(cls, name: str, described: Reader, properties: Reader) -> Criterion:
        """From a member of ``x-atlas-criteria``.

        :param properties: the queryable properties
        """
        held = described.optional("x-atlas-property") or ""
        also = described.reader("x-atlas-also") if "x-atlas-also" in described.values else None
        return cls(
            name,
            described.optional("title") or "",
            described.optional("description") or "",
            described.text("x-atlas-match"),
            described.optional("x-ogc-codelistId") or "",
            described.text("x-atlas-level"),
            held,
            bool(held) and properties.reader(held).values.get("type") == "array",
            {value: also.texts(value) for value in also.values} if also else {},
            bool(described.flag("x-atlas-excludes")),
        )


class Criteria:
    """The criteria of a server, in the order in which they are shown; those of the words of a programme are left out.

    :param described: as the server describes them; without it only their names are known
    """

    def __init__(self, described: Iterable[Criterion] = ()) -> None:
        by_name = {each.name: each for each in described if each.name not in _WORDS}
        known = [name for name in KNOWN if name in by_name]
        self._by_name = {name: by_name[name] for name in (*known, *(n for n in by_name if n not in known))}

    @classmethod
    def read(cls, queryables: Any) -> Criteria:
        """From the answer of ``/collections/programmes/queryables``.

        :raises ApiError: (malformed, other_version)
        """
        whole = Reader(queryables, "queryables")
        if "x-atlas-criteria" not in whole.values:
            message = tr("Api", "This Cooperation Atlas server is of a version that this plugin cannot use.")
            raise ApiError(ErrorKind.OTHER_VERSION, message, tr("Api", "It does not describe its criteria."))
        properties, described = whole.reader("properties"), whole.reader("x-atlas-criteria")
        return cls(Criterion.read(name, described.reader(name), properties) for name in described.values)

    def __iter__(self) -> Iterator[Criterion]:
        return iter(self._by_name.values())

    def __contains__(self, name: object) -> bool:
        return name in self._by_name if self._by_name else name in _TITLES

    def __getitem__(self, name: str) -> Criterion:
        """The criterion of that name; without a description where the server gives none."""
        return self._by_name.get(name) or Criterion(name)

    def codelists(self, names: Iterable[str]) -> Tuple[str, ...]:
        """Ids of the code lists that explain the values of these criteria."""
        return tuple(dict.fromkeys(self[name].codelist for name in names if self[name].codelist))


def in_order(names: Iterable[str]) -> List[str]:
    """Names of criteria in the order in which they are shown; unknown ones come last, by name."""
    return sorted(names, key=lambda name: (KNOWN.index(name) if name in KNOWN else len(KNOWN), name))

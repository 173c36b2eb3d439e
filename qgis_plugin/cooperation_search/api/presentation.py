"""How a server presents a collection: what its features are called, the columns of a list, headings and their order.

The schema of the features says it, so that a property that a server adds is shown without a new version of the plugin.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Iterable, List, Mapping, Tuple

from .reading import Reader, malformed
from .texts import tr

_MEMBER = "x-atlas-presentation"
#: How codes are shown where labels alone do not do: beside the label, or alone where there is little room.
WITH_CODE, SHORT = "with code", "short"
#: Types of a property.
LIST, FLAG, WHOLE, NUMBER, TEXT = "array", "boolean", "integer", "number", "string"
#: Where the words of a search were found. Not a column that servers name: the panel shows it beside the name.
FOUND_IN = "matched_in_text"
#: Whether a feature meets the search: ``met``, or ``unknown`` where it is not known.
MATCH = "match"
#: The columns of programmes where a server does not say which.
_COLUMNS = ("title", "country", "period", "funds", "topics", "scopes", "n_needs", "n_offers")


@dataclass(frozen=True)
class Property:
    """A property of the features, as people are to see it.

    :param group: heading under which it is shown; empty without one
    :param beside: property beside which it needs no row of its own
    :param samples: property that says which of the values are made up
    :param absent: what is shown where there is no value, if that says more than "not known"
    :param code_style: ``WITH_CODE``, ``SHORT``, or empty for labels alone
    :param collection: collection whose features the values stand for; empty where they stand for none
    :param names: property with the names of these features
    :param nuts_version: property with the NUTS version of the values, which are NUTS codes; empty where they are none
    """

    name: str
    title: str
    description: str = ""
    type: str = TEXT
    format: str = ""
    codelist: str = ""
    group: str = ""
    beside: str = ""
    absent: str = ""
    samples: str = ""
    code_style: str = ""
    unit: str = ""
    collection: str = ""
    names: str = ""
    nuts_version: str = ""

    @property
    def is_number(self) -> bool:
        """Whether the values are numbers."""
        return self.type in (WHOLE, NUMBER)

    @classmethod
    def read(cls, name: str, described: Reader) -> Property:
        """From a member of ``properties``."""

        def text(member: str) -> str:
            return described.optional(member) or ""

        reference = described.reader("x-atlas-reference") if "x-atlas-reference" in described.values else None
        return cls(
            name,
            text("title") or name,
            text("description"),
            _type(described.values.get("type"), described.place),
            text("format"),
            text("x-ogc-codelistId"),
            text("x-atlas-group"),
            text("x-atlas-beside"),
            text("x-atlas-absent"),
            text("x-atlas-samples"),
            text("x-atlas-code-style"),
            text("x-atlas-unit"),
            *((reference.optional(each) or "" for each in ("collection", "names", "nutsVersion")) if reference else ()),
        )


@dataclass(frozen=True)
class Presentation:
    """How the features of a collection are shown.

    :param name: property that names a feature
    :param columns: properties of a list, in order
    :param groups: headings of properties, in order; none where the server has none
    :param properties: all properties by name, in order
    :param noun: what a feature is called, by the plural category of Unicode CLDR
    """

    name: str
    columns: Tuple[str, ...]
    groups: Tuple[str, ...] = ()
    properties: Mapping[str, Property] = field(default_factory=dict)
    noun: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Property:
        """The property of that name; one without a description where the server has none."""
        return self.properties.get(name) or Property(name, name)

    def __contains__(self, name: object) -> bool:
        return name in self.properties

    def with_columns(self, names: Iterable[str]) -> Presentation:
        """The same with further columns, at the end."""
        return replace(self, columns=tuple(dict.fromkeys((*self.columns, *names))))

    def listed(self) -> Tuple[Property, ...]:
        """The properties of a list, in order."""
        return tuple(self[name] for name in self.columns)

    def asked(self) -> Tuple[str, ...]:
        """What to ask the server for to show a list: the columns, what marks samples in them, and where words are."""
        marks = [each.samples for each in self.listed()]
        # With topics it is said whether they are stated objectives.
        marks += [name for name in ("objectives",) if name in self.properties and "topics" in self.columns]
        match = (MATCH,) if MATCH in self.properties else ()
        return tuple(dict.fromkeys(("cci", *self.columns, *filter(None, marks), *match, FOUND_IN)))

    def grouped(self) -> List[Tuple[str, List[Property]]]:
        """Headings with the properties that a page of a feature shows below them.

        Without the name of the feature, the text twins of lists, what is worked out for each search, and what only
        says of another property whether it rests on samples.
        """
        hidden = {self.name, *(each.samples for each in self.properties.values())}
        shown = [p for p in self.properties.values() if p.name not in hidden and not self._is_twin(p.name)]
        if not self.groups:
            return [("", shown)]
        return [(group, [p for p in shown if p.group == group]) for group in self.groups]

    def codelists(self) -> Tuple[str, ...]:
        """Ids of the code lists that explain the values."""
        return tuple(dict.fromkeys(p.codelist for p in self.properties.values() if p.codelist))

    def called(self, count: int, language: str) -> str:
        """What so many features are called; empty where the server does not say.

        :param language: in which the server answered, such as ``pl``
        """
        return self.noun.get(plural(count, language)) or self.noun.get("other", "")

    @classmethod
    def read(cls, schema: Any) -> Presentation:
        """From the answer of ``/collections/{id}/schema``; with usual columns where it does not say how to show them.

        :raises ApiError: (malformed)
        """
        described = Reader(schema, "schema")
        given = described.reader("properties")
        features = {name: given.reader(name) for name in given.values if not _is_geometry(given.values[name])}
        properties = {name: Property.read(name, each) for name, each in features.items()}
        if _MEMBER not in described.values:
            columns = tuple(name for name in _COLUMNS if name in properties)
            return cls(columns[0] if columns else "", columns, (), properties)
        how = described.reader(_MEMBER)
        columns, groups = (tuple(how.texts(member)) for member in ("columns", "groups"))
        unknown = [name for name in columns if name not in properties]
        if unknown or not columns:
            raise malformed(f"schema.{_MEMBER}.columns: {', '.join(unknown)}")
        noun = how.reader("noun")
        return cls(how.text("name"), columns, groups, properties, {each: noun.text(each) for each in noun.values})

    def _is_twin(self, name: str) -> bool:
        of = self.properties.get(name[: -len("_text")]) if name.endswith("_text") else None
        return of is not None and of.type == LIST


def usual() -> Presentation:
    """That of programmes as long as no server has said it."""
    offers, needs = tr("ResultModel", "Offers"), tr("ResultModel", "Needs")
    columns = (
        Property("title", tr("ResultModel", "Title")),
        Property("country", tr("ResultModel", "Country"), codelist="countries"),
        Property("period", tr("ResultModel", "Period")),
        Property("funds", tr("ResultModel", "Funds"), type=LIST, codelist="funds", code_style=SHORT),
        Property(
            "topics",
            tr("ResultModel", "Topics"),
            type=LIST,
            codelist="topics",
            samples="topics_basis",
            code_style=WITH_CODE,
        ),
        Property("scopes", tr("ResultModel", "Scope"), type=LIST, codelist="scopes", samples="scopes_basis"),
        Property("n_needs", needs, type=WHOLE, samples="counts_basis"),
        Property("n_offers", offers, type=WHOLE, samples="counts_basis"),
    )
    return Presentation("title", _COLUMNS, (), {each.name: each for each in columns})


def plural(count: int, language: str) -> str:
    """The plural category (Unicode CLDR) of a whole number in a language that the plugin is translated into."""
    if language[:2] == "pl":
        few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
        return "one" if count == 1 else "few" if few else "many"
    return "one" if count == 1 or (count == 0 and language[:2] == "fr") else "other"


def _is_geometry(described: Any) -> bool:
    return isinstance(described, dict) and (
        "$ref" in described or str(described.get("format", "")).startswith("geometry")
    )


def _type(value: Any, place: str) -> str:
    """The type of a property; of ``["string", "null"]`` the one that is not null."""
    named = [each for each in (value if isinstance(value, list) else [value]) if each != "null"]
    if len(named) != 1 or named[0] not in (LIST, FLAG, WHOLE, NUMBER, TEXT):
        raise malformed(f"{place}.type")
    return str(named[0])

"""How a server compares partners: the parts of the score, presets of their weights, orders and tiers.

The schema of partners says it, so that a part or a preset that a server adds is offered without a new version of the
plugin.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, Mapping, Tuple

from .presentation import Presentation
from .reading import Reader, malformed

_MEMBER = "x-atlas-comparison"
_POTENTIAL = "potential"
#: What the name of every parameter of a need begins with.
_NEED = "need_"


@dataclass(frozen=True)
class Named:
    """Something that can be chosen, or that a partner has: an order, a tier."""

    name: str
    title: str


@dataclass(frozen=True)
class Part:
    """A part of the comparison.

    :param declared: True where it rests on cooperation entries: it stands beside the score and has no weight
    """

    name: str
    title: str
    description: str
    declared: bool


@dataclass(frozen=True)
class Preset:
    """Weights by the names of parts; a part that is not named has none."""

    name: str
    title: str
    weights: Mapping[str, float]


@dataclass(frozen=True)
class NeedParameter:
    """A parameter of a described need.

    :param several: whether it takes several values
    :param beside: whether it can be said beside a programme
    """

    name: str
    title: str
    several: bool
    beside: bool

    @property
    def criterion(self) -> str:
        """The criterion of a search that says the same."""
        return self.name[len(_NEED) :]


@dataclass(frozen=True)
class Comparison:
    """What a server says of its comparison, in the user's language.

    :param presets: that of the defaults is among them
    :param tiers: the best first
    :param needs: parameters of a described need; none where the server takes none
    :param most: greatest values: ``weight``, ``limit``, ``per_country``, ``per_area``
    :param defaults: values of the same names but ``weight``, where a request says nothing
    :param presentation: how the properties of a partner are called
    :param schema: the whole schema, for the columns of layers
    """

    parts: Tuple[Part, ...]
    presets: Tuple[Preset, ...]
    orders: Tuple[Named, ...]
    tiers: Tuple[Named, ...]
    needs: Tuple[NeedParameter, ...]
    preset: str
    defaults: Mapping[str, int]
    most: Mapping[str, int]
    presentation: Presentation
    schema: Any = field(compare=False, repr=False, default=None)

    @property
    def weighted(self) -> Tuple[Part, ...]:
        """The parts that make the score."""
        return tuple(part for part in self.parts if not part.declared)

    def weights_of(self, preset: str) -> Dict[str, float]:
        """The weight of each part in a preset, those without weight too; of the usual one where there is no such."""
        by_name = {each.name: each for each in self.presets}
        chosen = by_name.get(preset) or by_name[self.preset]
        return {part.name: float(chosen.weights.get(part.name, 0)) for part in self.weighted}

    def preset_of(self, weights: Mapping[str, float]) -> str:
        """The preset that has these weights; empty where none has."""
        wanted = {name: weight for name, weight in weights.items() if weight}
        same = (each for each in self.presets if {n: w for n, w in each.weights.items() if w} == wanted)
        return next((each.name for each in same), "")

    def tier(self, name: str) -> str:
        """A tier in words."""
        return next((each.title for each in self.tiers if each.name == name), name)

    @classmethod
    def read(cls, schema: Any) -> Comparison:
        """From the answer of ``/partners/schema``.

        :raises ApiError: (malformed)
        """
        said = Reader(schema, "schema").reader(_MEMBER)
        parts = tuple(
            Part(
                each.text("name"),
                each.text("title"),
                each.optional("description") or "",
                each.text("basis") != _POTENTIAL,
            )
            for each in said.readers("parts")
        )
        presets = tuple(
            Preset(each.text("name"), each.text("title"), _weights(each.reader("weights")))
            for each in said.readers("presets")
        )
        defaults, most = said.reader("defaults"), said.reader("most")
        preset = defaults.text("preset")
        if not any(not part.declared for part in parts) or preset not in {each.name for each in presets}:
            raise malformed(f"schema.{_MEMBER}")
        limits = ("limit", "per_country", "per_area")
        return cls(
            parts,
            presets,
            _named(said, "orders"),
            _named(said, "tiers"),
            tuple(map(_need, said.readers("need"))) if "need" in said.values else (),
            preset,
            {name: defaults.count(name) for name in limits},
            {name: most.count(name) for name in (*limits, "weight")},
            Presentation.read(schema),
            schema,
        )


def _named(said: Reader, member: str) -> Tuple[Named, ...]:
    return tuple(Named(each.text("name"), each.text("title")) for each in said.readers(member))


def _need(given: Reader) -> NeedParameter:
    name = given.text("name")
    if not name.startswith(_NEED):
        raise malformed(f"{given.place}.name")
    return NeedParameter(
        name, given.text("title"), given.flag("several") is not False, given.flag("beside_programme") is not False
    )


def _weights(given: Reader) -> Dict[str, float]:
    weights = {}
    for name, value in given.values.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
            raise malformed(f"{given.place}.{name}")
        weights[name] = float(value)
    return weights

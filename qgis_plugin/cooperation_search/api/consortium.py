"""Consortia: what is asked of a set of partners, and the sets that the server answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Tuple
from urllib.parse import quote, urlencode

from .answers import Feature, FeaturePage
from .partners import Asker, Interval, Question, Wish
from .reading import Reader, malformed, parse
from .resources import Resource

#: Path of consortia.
CONSORTIUM = "/consortium"
#: Roles of members that are told apart on the map, in the order of the legend.
COORDINATOR, SEEKS_PARTNERS, GIVEN, PARTNER = ROLES = ("coordinator", "seeks_partners", "given_member", "partner")
_LIST = {"skipGeometry": "true"}


@dataclass(frozen=True)
class ConsortiumQuestion:
    """Who seeks a consortium, and the rules of it.

    :param rules: parameters of the server, such as ``preset`` and ``regions``
    :param show_samples: False: sample entries do not exist for this answer
    """

    asker: Asker
    rules: Tuple[Tuple[str, str], ...] = ()
    show_samples: bool = True

    def to_params(self) -> Dict[str, str]:
        """Parameters of ``/consortium``."""
        return {**Question(self.asker, Wish(show_samples=self.show_samples)).to_params(), **dict(self.rules)}

    def to_url(self, base: str) -> str:
        """The same question as a link on the server at ``base``."""
        return f"{base.rstrip('/')}{CONSORTIUM}?{urlencode(self.to_params(), quote_via=quote, safe='*,:-/')}"

    def to_dict(self) -> Dict[str, Any]:
        """As JSON, for a project file."""
        asker = Question(self.asker, Wish(show_samples=self.show_samples)).to_dict()
        return {"asker": asker, "rules": [list(pair) for pair in self.rules]}

    @classmethod
    def from_dict(cls, given: Any) -> ConsortiumQuestion:
        """From what ``to_dict`` wrote.

        :raises ApiError: (malformed)
        """
        try:
            rules = tuple((str(name), str(value)) for name, value in given["rules"])
            asked = Question.from_dict(given["asker"])
        except (KeyError, TypeError, ValueError) as error:
            raise malformed(f"consortium: {error}") from error
        return cls(asked.asker, rules, asked.wish.show_samples)


@dataclass(frozen=True)
class Preset:
    """Rules of a call, as a source says.

    :param parameters: the rules as parameters
    :param check: what the server says of every preset: the call decides
    :param call: address of the call
    :param sources: where the rules were read, with the day
    """

    id: str
    title: str
    parameters: Mapping[str, str]
    rules: Tuple[str, ...]
    check: str
    call: str
    sources: Tuple[Tuple[str, str], ...]

    @classmethod
    def read(cls, given: Reader) -> Preset:
        """From a preset of the answer."""
        parameters = given.reader("parameters")
        return cls(
            given.text("preset"),
            given.text("title"),
            {name: parameters.text(name) for name in parameters.values},
            given.texts("rules"),
            given.text("check"),
            given.text("call"),
            tuple((each.text("source"), each.text("source_date")) for each in given.readers("sources")),
        )


@dataclass(frozen=True)
class Member:
    """A member of a set.

    :param country: its code
    :param role: one of ``ROLES``
    :param region: NUTS 2 region for which it stands, with its category; empty where rules ask for none
    :param score: ``None`` for whoever seeks partners
    """

    cci: str
    title: str
    country: str
    role: str
    region: str
    category: str
    score: Optional[Interval]
    for_you: Tuple[str, ...]
    not_known: Tuple[str, ...]
    samples: bool

    @classmethod
    def read(cls, feature: Feature) -> Member:
        """From a feature of the answer."""
        low, high = (feature.properties.get(f"score_{end}") for end in ("low", "high"))
        known = all(isinstance(end, (int, float)) and not isinstance(end, bool) for end in (low, high))
        return cls(
            feature.text("cci"),
            feature.text("title") or feature.text("cci"),
            feature.text("country"),
            feature.text("role"),
            feature.text("stands_for"),
            feature.text("stands_for_category"),
            Interval(float(low), float(high)) if known else None,
            feature.values("for_you"),
            feature.values("not_known"),
            feature.properties.get("entries_basis") == "sample",
        )


@dataclass(frozen=True)
class MemberSet:
    """A set of members.

    :param members: with roles and reasons; of a set that is not asked for, names only
    :param among: how the partners fit each other
    :param met: the rules as sentences, with what the set has, and whether that is certain
    """

    number: int
    members: Tuple[Member, ...]
    score: Interval
    among: Optional[Interval]
    tier: str
    certain: bool
    proven: bool
    met: Tuple[Tuple[str, int, bool], ...]

    @classmethod
    def read(cls, given: Reader, members: Tuple[Member, ...], number: int = 0) -> MemberSet:
        """From a set of the answer."""
        met = tuple((m.text("text"), m.count("has"), bool(m.flag("certain"))) for m in given.readers("met"))
        score = _interval(given, "score")
        if score is None:
            raise malformed(f"{given.place}.score_low")
        return cls(
            number,
            members,
            score,
            _interval(given, "among"),
            given.optional("tier") or "",
            bool(given.flag("certain")),
            bool(given.flag("proven")),
            met,
        )


@dataclass(frozen=True)
class Loosened:
    """What helps where there is no set.

    :param text: the loosened rules in words
    :param parameters: what to change in the request, ``None`` for what is left out; ``None`` where nothing says it
    :param members: titles of the best set then
    """

    text: str
    parameters: Optional[Mapping[str, Optional[str]]]
    members: Tuple[str, ...]
    score: Interval

    @classmethod
    def read(cls, given: Reader) -> Loosened:
        """From the answer."""
        best = given.reader("best")
        parameters = None
        if given.values.get("parameters") is not None:
            each = given.reader("parameters")
            parameters = {name: each.optional(name) for name in each.values}
        titles = tuple(f"{m.text('title')} ({m.text('country')})" for m in best.readers("members"))
        score = _interval(best, "score")
        if score is None:
            raise malformed(f"{best.place}.score_low")
        return cls(given.text("text"), parameters, titles, score)


@dataclass(frozen=True)
class Consortia:
    """An answer.

    :param categories: of region, code and label
    :param notes: what the server says of the answer as a whole
    """

    question: ConsortiumQuestion
    presets: Tuple[Preset, ...]
    categories: Tuple[Tuple[str, str], ...]
    sets: Tuple[MemberSet, ...]
    loosened: Tuple[Loosened, ...]
    notes: Tuple[str, ...]
    edition: str

    @classmethod
    def read(cls, answer: Any, question: ConsortiumQuestion) -> Consortia:
        """From the answer of ``/consortium``.

        :raises ApiError: (malformed)
        """
        page, whole = FeaturePage.read(answer), Reader(answer, "consortium")
        of_set: Dict[int, List[Member]] = {}
        for feature in page.features:
            number = feature.properties.get("set")
            if isinstance(number, bool) or not isinstance(number, int):
                raise malformed(f"{feature.id}.set")
            of_set.setdefault(number, []).append(Member.read(feature))
        sets = [
            MemberSet.read(each, tuple(of_set.get(each.count("set"), ())), each.count("set"))
            for each in whole.readers("sets")
        ]
        return cls(
            question,
            tuple(Preset.read(each) for each in whole.readers("presets")),
            tuple((each.text("code"), each.text("label")) for each in whole.readers("categories")),
            tuple(sets),
            tuple(Loosened.read(each) for each in whole.readers("loosened")),
            page.notes,
            page.edition,
        )


def consortium(question: ConsortiumQuestion) -> Resource:
    """The answer to a question, as ``Consortia``."""
    params = {**question.to_params(), **_LIST}
    return Resource(CONSORTIUM, params, lambda body: Consortia.read(parse(body), question))


def consortium_body(question: ConsortiumQuestion) -> Resource:
    """The answer with the areas, as the bytes of its GeoJSON, for those that read it in a thread of their own."""
    return Resource(CONSORTIUM, question.to_params(), bytes)


def _interval(given: Reader, name: str) -> Optional[Interval]:
    ends = [given.values.get(f"{name}_{end}") for end in ("low", "high")]
    if ends == [None, None]:
        return None
    if any(isinstance(end, bool) or not isinstance(end, (int, float)) for end in ends) or not 0 <= ends[0] <= ends[1]:
        raise malformed(f"{given.place}.{name}_low")
    return Interval(float(ends[0]), float(ends[1]))

"""Who fits a programme: what is asked, and what the server answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Tuple
from urllib.parse import quote, urlencode

from .answers import Feature, FeaturePage
from .comparison import Comparison
from .reading import malformed, parse
from .resources import Resource

#: Path of partners, and of their schema.
PARTNERS = "/partners"
SCHEMA = f"{PARTNERS}/schema"
#: The order of those who seek one like the asker. It is asked for by a parameter of its own.
SEEKS = "seeks"
#: The part by which they are ordered.
SOUGHT = "sought"
#: The part of a need that says in which country those are who have it.
COUNTRY = "need_country"
#: What of an answer the list needs: everything but geometry. A layer needs the areas, too.
_LIST = {"skipGeometry": "true"}
_SAMPLE = "sample"


@dataclass(frozen=True)
class Asker:
    """Who seeks partners: a programme, anybody in a country, or whoever has a need.

    :param cci: of the programme; empty where there is none
    :param title: what it is called in the panel
    :param needs: parameters that describe what is needed
    :param filters: parameters that choose among the candidates
    """

    cci: str
    title: str = ""
    needs: Tuple[Tuple[str, str], ...] = ()
    filters: Tuple[Tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """The same for two that are the same asker, however they are called and among whom they seek."""
        return "&".join(filter(None, (self.cci, *(f"{name}={value}" for name, value in self.needs))))

    @property
    def sought(self) -> str:
        """What can be asked for the other way round: the programme, or the country; empty where there is neither."""
        return self.cci or (self.needs[0][1] if [name for name, _value in self.needs] == [COUNTRY] else "")

    @classmethod
    def of_country(cls, code: str, title: str) -> Asker:
        """Anybody in a country."""
        return cls("", title, ((COUNTRY, code),))


@dataclass(frozen=True)
class Wish:
    """How partners are sought.

    :param order: one of the orders of the server, or ``SEEKS``; empty for the usual one
    :param preset: empty where the weights are no preset's
    :param weights: by part; they count where there is no preset
    :param most: values of ``limit``, ``per_country`` and ``per_area`` that are not those of the server
    :param show_samples: False: sample entries do not exist for this answer
    """

    order: str = ""
    preset: str = ""
    weights: Tuple[Tuple[str, float], ...] = ()
    most: Tuple[Tuple[str, int], ...] = ()
    show_samples: bool = True


@dataclass(frozen=True)
class Question:
    """Who seeks partners, and how."""

    asker: Asker
    wish: Wish

    def to_params(self) -> Dict[str, str]:
        """Parameters of ``/partners``."""
        asker, wish = self.asker, self.wish
        params: Dict[str, str] = {}
        if wish.order == SEEKS:
            params[SEEKS] = asker.sought
        else:
            params.update({"programme": asker.cci} if asker.cci else {})
            params.update(asker.needs)
        params.update(asker.filters)
        if wish.order and wish.order != SEEKS:
            params["sortby"] = wish.order
        if wish.preset:
            params["preset"] = wish.preset
        elif wish.weights:
            params["weights"] = ",".join(f"{name}:{weight:g}" for name, weight in wish.weights if weight)
        params.update((name, str(value)) for name, value in wish.most)
        return params if wish.show_samples else {**params, "exclude": "samples"}

    def to_url(self, base: str) -> str:
        """The same question as a link on the server at ``base``."""
        return f"{base.rstrip('/')}{PARTNERS}?{urlencode(self.to_params(), quote_via=quote, safe='*,:-')}"

    def to_dict(self) -> Dict[str, Any]:
        """As JSON, for a project file."""
        asker, wish = self.asker, self.wish
        return {
            "cci": asker.cci,
            "title": asker.title,
            "needs": [list(pair) for pair in asker.needs],
            "filters": [list(pair) for pair in asker.filters],
            "order": wish.order,
            "preset": wish.preset,
            "weights": [list(pair) for pair in wish.weights],
            "most": [list(pair) for pair in wish.most],
            "samples": wish.show_samples,
        }

    @classmethod
    def from_dict(cls, given: Any) -> Question:
        """From what ``to_dict`` wrote.

        :raises ApiError: (malformed)
        """
        try:
            needs, filters = (
                tuple((str(name), str(value)) for name, value in given[member]) for member in ("needs", "filters")
            )
            weights = tuple((str(name), float(value)) for name, value in given["weights"])
            most = tuple((str(name), int(value)) for name, value in given["most"])
            asker = Asker(str(given["cci"]), str(given["title"]), needs, filters)
            wish = Wish(str(given["order"]), str(given["preset"]), weights, most, bool(given["samples"]))
        except (KeyError, TypeError, ValueError) as error:
            raise malformed(f"partners: {error}") from error
        return cls(asker, wish)


@dataclass(frozen=True)
class Interval:
    """What is known, and what may be as long as facts are missing: 0 to 1."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """How much is not known."""
        return self.high - self.low


@dataclass(frozen=True)
class Partner:
    """A programme that fits, and why.

    :param parts: by name; ``None`` where a part does not apply, which is something else than 0
    :param for_you: reasons as the asker reads them; ``for_them``: as the partner does
    :param not_known: parts of which facts are missing
    :param entries: ids of cooperation entries that meet
    :param samples: True where such entries are made up
    """

    cci: str
    title: str
    country: str
    rank: int
    tier: str
    score: Interval
    parts: Mapping[str, Optional[Interval]]
    for_you: Tuple[str, ...]
    for_them: Tuple[str, ...]
    not_known: Tuple[str, ...]
    entries: Tuple[str, ...]
    samples: bool
    feature: Feature = field(compare=False, repr=False)

    @classmethod
    def read(cls, feature: Feature, comparison: Comparison) -> Partner:
        """From a feature of an answer.

        :raises ApiError: (malformed)
        """
        score = _interval(feature, "score")
        if score is None:
            raise malformed(f"{feature.id}.score_low")
        rank = feature.properties.get("rank")
        return cls(
            feature.id,
            feature.text("title") or feature.id,
            feature.text("country"),
            rank if isinstance(rank, int) else 0,
            feature.text("tier"),
            score,
            {part.name: _interval(feature, part.name) for part in comparison.parts},
            feature.values("for_you"),
            feature.values("for_them"),
            feature.values("not_known"),
            feature.values("entries"),
            feature.properties.get("entries_basis") == _SAMPLE,
            feature,
        )


@dataclass(frozen=True)
class Partners:
    """An answer.

    :param matched: number of partners in all, of which the first are here
    :param notes: who was left out, in words
    """

    question: Question
    found: Tuple[Partner, ...]
    matched: int
    notes: Tuple[str, ...]
    edition: str
    attribution: str

    @classmethod
    def read(cls, answer: Any, question: Question, comparison: Comparison) -> Partners:
        """From the answer of ``/partners``.

        :raises ApiError: (malformed)
        """
        page = FeaturePage.read(answer)
        found: List[Partner] = [Partner.read(feature, comparison) for feature in page.features]
        return cls(question, tuple(found), page.matched, page.notes, page.edition, page.attribution)


def schema() -> Resource:
    """How partners are compared, as a ``Comparison``."""
    return Resource(SCHEMA, {"nulls": "implied"}, lambda body: Comparison.read(parse(body)), lasting=True)


def partners(question: Question, comparison: Comparison) -> Resource:
    """The answer to a question, as ``Partners``."""
    params = {**question.to_params(), **_LIST}
    return Resource(PARTNERS, params, lambda body: Partners.read(parse(body), question, comparison))


def partners_body(question: Question) -> Resource:
    """The answer with the areas, as the bytes of its GeoJSON, for those that read it in a thread of their own."""
    return Resource(PARTNERS, question.to_params(), bytes)


def pair_url(base: str, own: str, other: str) -> str:
    """The address of a page with one pair in full."""
    return f"{base.rstrip('/')}{PARTNERS}/{quote(own, safe='')}/{quote(other, safe='')}"


def _interval(feature: Feature, name: str) -> Optional[Interval]:
    ends = [feature.properties.get(f"{name}_{end}") for end in ("low", "high")]
    if ends == [None, None]:
        return None
    if any(isinstance(end, bool) or not isinstance(end, (int, float)) for end in ends):
        raise malformed(f"{feature.id}.{name}_low")
    low, high = ends
    if not 0 <= low <= high <= 1:
        raise malformed(f"{feature.id}.{name}: {low}–{high}")
    return Interval(float(low), float(high))

"""The report on the partner search as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.errors import InvalidValue, NotFound, nearest
from .matcher import Matcher, Partner
from .report import askers_of, examples, kept_out, measures

_TEN = 10


def report(matcher: Matcher, preset: str, programmes: Sequence[str] = ()) -> Iterator[str]:
    """The measures, then the first ten of some programmes.

    :param programmes: CCIs; programmes of eight different kinds where none is named
    :raises InvalidValue: for an unknown preset
    :raises NotFound: for an unknown programme
    """
    presets = matcher.tables.presets
    if preset not in presets:
        raise InvalidValue("--preset", f"there is no preset '{preset}'.", nearest(preset, presets) or presets)
    facts = matcher.facts
    chosen = [_row(matcher, cci) for cci in programmes] or examples(matcher)
    askers, out = askers_of(matcher), kept_out(matcher)
    tuned = list(measures(matcher, [row for row in askers if not out[row]], presets[preset]))
    others = list(measures(matcher, [row for row in askers if out[row]], presets[preset]))
    yield f"{facts.period}, {len(facts)} programmes, preset {preset}"
    yield f"  tuned on {sum(not out[row] for row in askers)}   kept out {sum(out[row] for row in askers)}"
    for one, other in zip(tuned, others, strict=True):
        target = f" (target {one.target})" if one.target else ""
        yield f"  {one.value:8.3f} {other.value:8.3f}  {one.name}{target}"
    for row in chosen:
        answer = matcher.partners(row, matcher.wish(preset, limit=_TEN))
        closed = ", ".join(f"{gate} {count}" for gate, count in answer.closed.items())
        yield ""
        yield f"{facts.ids[row]} {facts.titles[row]} ({answer.matched} partners; left out: {closed})"
        yield from (_line(matcher, partner) for partner in answer.found)


def _row(matcher: Matcher, cci: str) -> int:
    try:
        return matcher.facts.row_of[cci]
    except KeyError:
        what = f"programme '{cci}' in {matcher.facts.period}"
        raise NotFound(what, nearest(cci, matcher.facts.row_of)) from None


def _line(matcher: Matcher, partner: Partner) -> str:
    facts = matcher.facts
    parts = " ".join(f"{name[:6]} {_interval(part)}" for name, part in partner.parts.items())
    title = facts.titles[partner.row][:48]
    scored = f"{partner.low:.2f}-{partner.high:.2f}"
    return f"  {partner.rank:2} {scored} {partner.tier:8} {facts.ids[partner.row]} {title:48} {parts}"


def _interval(part: tuple[float, float] | None) -> str:
    if part is None:
        return "n/a"
    low, high = part
    return f"{low:.2f}" if high - low < 0.005 else f"{low:.2f}-{high:.2f}"

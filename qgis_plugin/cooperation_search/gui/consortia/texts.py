"""Sets, members and rules to loosen, as pages."""

from __future__ import annotations

from html import escape
from typing import Callable, Dict, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QCoreApplication

from ...api.consortium import Consortia, Member, MemberSet
from ...layers.styles.consortia import role
from ..partners.model import interval_text
from ..results.values import sample_mark

translate = QCoreApplication.translate


def of_set(one: MemberSet) -> str:
    """What a set has of each rule, and how its members fit."""
    parts = [f"<h4>{escape(translate('Consortia', 'Set {}').format(one.number))}</h4>"]
    mean = translate("Consortia", "Mean over the partners: {}").format(interval_text(one.score))
    parts.append(f"<p>{escape(mean)}")
    if one.among is not None:
        among = translate("Consortia", "Among the partners: {}").format(interval_text(one.among))
        parts.append(f"<br>{escape(among)}")
    parts.append("</p>")
    if not one.certain:
        text = translate("Consortia", "May meet the rules: some facts are not known.")
        parts.append(f"<p><b>{escape(text)}</b></p>")
    if not one.proven:
        parts.append(f"<p>{escape(translate('Consortia', 'The time was up: there may be a better set.'))}</p>")
    met = [f"{'✓' if certain else '?'} {escape(text)} ({has})" for text, has, certain in one.met]
    return "".join((*parts, _list(met)))


def of_member(member: Member, country: str, asker: str, categories: Mapping[str, str]) -> str:
    """Why a member fits.

    :param country: its country in words
    :param asker: CCI of the programme that asks, for the link to the pair; empty without one
    :param categories: labels of the categories of region
    """
    mark = f"{sample_mark()} " if member.samples else ""
    head = " · ".join(filter(None, (country, role(member.role))))
    parts = [f"<h4>{escape(member.title)}</h4><p>{mark}{escape(head)}"]
    if member.score is not None:
        parts.append(f" · {escape(interval_text(member.score))}")
    parts.append("</p>")
    if member.region:
        stands = translate("Consortia", "Stands for the NUTS 2 region {}").format(
            ", ".join(filter(None, (member.region, categories.get(member.category, member.category))))
        )
        parts.append(f"<p>{escape(stands)}</p>")
    parts.append(_list([escape(text) for text in member.for_you]))
    if member.not_known:
        text = translate("Consortia", "Not known: {}").format(", ".join(member.not_known))
        parts.append(f"<p>{escape(text)}</p>")
    links = [_link(f"programme:{member.cci}", translate("Partners", "All facts of this programme"))]
    if asker and member.score is not None:
        links.append(_link(f"pair:{member.cci}", translate("Partners", "This pair in the browser")))
    return "".join((*parts, f"<p>{' · '.join(links)}</p>"))


def loosened(answer: Consortia, can_apply: Callable[[Optional[Dict[str, Optional[str]]]], bool]) -> str:
    """Where there is no set: the rules to loosen, each with a link where the form can follow."""
    title = translate("Consortia", "No set of programmes meets all rules.")
    parts = [f"<h4>{escape(title)}</h4>"]
    if not answer.loosened:
        advice = translate("Consortia", "No looser rule gives a set. Ask for fewer members, or remove criteria.")
        return "".join((*parts, f"<p>{escape(advice)}</p>"))
    parts.append(f"<p>{escape(translate('Consortia', 'With a looser rule there are sets:'))}</p>")
    rows = []
    for place, one in enumerate(answer.loosened):
        proposal = None if one.parameters is None else dict(one.parameters)
        text = _link(f"loosen:{place}", one.text) if can_apply(proposal) else escape(one.text)
        best = f"{interval_text(one.score)}: {'; '.join(one.members)}"
        rows.append(f"<b>{text}</b><br><small>{escape(best)}</small>")
    return "".join((*parts, _list(rows)))


def _list(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if lines else ""


def _link(address: str, text: str) -> str:
    return f"<a href='{escape(address, quote=True)}'>{escape(text)}</a>"

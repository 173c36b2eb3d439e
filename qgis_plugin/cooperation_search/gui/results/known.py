"""What is known of the lists of a programme: how much, what is missing, and where that can be filled."""

from __future__ import annotations

from html import escape
from typing import Callable, List, Mapping, NamedTuple, Sequence, Tuple

from qgis.PyQt.QtCore import QCoreApplication

from ...api.answers import Feature
from ...api.presentation import FLAG, Presentation, Property
from ...layers.styles.palette import KNOWN
from .values import Labels

translate = QCoreApplication.translate

#: How much is known, from 0 to 1; and the lists that are partial, or of which nothing is known.
COMPLETENESS, MISSING = "completeness", "missing"
_COMPLETE = "_complete"
#: Width of the bar, pixels.
_BAR = 120


class Hierarchies(NamedTuple):
    """The hierarchies of code lists."""

    #: The code above a code of a list (list id, code); empty without one.
    parent: Callable[[str, str], str]
    #: The codes at the top of a list.
    top: Callable[[str], Sequence[str]]
    #: Where a list of programmes can be filled, by its code: ``data/programmes/funds.csv, fund``.
    places: Callable[[], Mapping[str, str]] = dict


def says_what_is_known(group: str, shown: Presentation) -> bool:
    """Whether a group of properties says what is known of the others."""
    return COMPLETENESS in shown and MISSING in shown and group == shown[MISSING].group


def rows_of_known(programme: Feature, shown: Presentation, labels: Labels, lists: Hierarchies) -> List[Tuple[str, str]]:
    """Titles and values (HTML) of what is known: a bar with the number of lists, those that are known, and the gaps."""
    missing = shown[MISSING]
    share = programme.properties.get(COMPLETENESS)
    if not isinstance(share, (int, float)):
        return []
    gaps = programme.values(MISSING)
    of_gaps = {lists.parent(missing.codelist, gap): gap for gap in gaps}
    every = lists.top(missing.codelist)
    known = [code for code in every if code not in of_gaps]
    rows = [(shown[COMPLETENESS].title, _bar(float(share)) + _numbers(float(share), len(known), len(every)))]
    if known:
        rows.append((translate("Facts", "Known"), "<br>".join(escape(labels(missing.codelist, c)) for c in known)))
    lines, places = [], lists.places()
    for code, gap in of_gaps.items():
        line = escape(labels(missing.codelist, gap))
        place = places.get(code, "")
        if place:
            where = translate("Facts", "to fill: {place}").format(place=place)
            line += f"<br><small>{escape(where)}</small>"
        lines.append(line)
    if lines:
        rows.append((missing.title, "<br>".join(lines)))
    return rows


def may_have_more(programme: Feature, of: Property, shown: Presentation) -> str:
    """A remark below a list that is known not to be whole, or not known to be; empty where it is."""
    for each in shown.properties.values():
        stem = each.name[: -len(_COMPLETE)]
        is_of_list = each.name.endswith(_COMPLETE) and (of.name == stem or of.name.startswith(f"{stem}_"))
        if is_of_list and each.type == FLAG and programme.properties.get(each.name) is False:
            return "<br><small>{}</small>".format(escape(translate("Facts", "Others may exist.")))
    return ""


def _bar(share: float) -> str:
    done = round(_BAR * max(0.0, min(1.0, share)))
    cells = "".join(
        f"<td bgcolor='{colour}' width='{width}'><font size='1'>&nbsp;</font></td>"
        for colour, width in ((KNOWN[-1], done), (KNOWN[0], _BAR - done))
        if width
    )
    return f"<table cellspacing='0' cellpadding='0' width='{_BAR}'><tr>{cells}</tr></table>"


def _numbers(share: float, known: int, every: int) -> str:
    text = translate("Facts", "{percent} %").format(percent=round(100 * share))
    if every:
        lists = translate("Facts", "{known} of {every} lists are known").format(known=known, every=every)
        text = f"{text} · {lists}"
    return escape(text)

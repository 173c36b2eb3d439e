"""Where pages lead to partners and pairs, and what the page of a pair shows of its two sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ..model.collections import PROGRAMMES
from ..model.consortium import CONSORTIUM
from ..model.partner_need import NEED
from ..model.partners import PARTNERS
from ..store.contract import Store

#: The parameter of the list of partners that names who asks.
_ASKER = "programme"


def partners_path(id_: str) -> str:
    """Path and query of the partners of a programme, below the address of the service."""
    return f"/{PARTNERS.id}?{_ASKER}={quote(id_, safe='')}"


def need_of_search(given: Mapping[str, str]) -> dict[str, str]:
    """The need that a search describes: what it looks for is needed, where it looks is where those are who need it.

    :param given: the parameters of the search
    :return: the parameters of the list of partners; none where the search says nothing that can be needed
    """
    # Plain texts: a value knows how it was written, with the name that it had.
    need = {name: str(given[parameter.part]) for name, parameter in NEED.items() if parameter.part in given}
    for parameter in NEED.values():
        if not parameter.several and "," in need.get(parameter.name, ""):
            del need[parameter.name]
    return need if set(need) - {"need_period"} else {}


def consortium_path(id_: str) -> str:
    """Path and query of the consortia of a programme."""
    return f"/{CONSORTIUM.id}?{_ASKER}={quote(id_, safe='')}"


def pair_path(own: str, other: str) -> str:
    """Path of a pair."""
    return f"/{PARTNERS.id}/{quote(own, safe='')}/{quote(other, safe='')}"


def programme_path(id_: str) -> str:
    """Path of a programme."""
    return f"/collections/{PROGRAMMES.id}/items/{quote(id_, safe='')}"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two programmes of a pair.

    :param path: of its page
    :param read_in: sources of its facts
    """

    id: str
    name: str
    lang: str | None
    path: str
    read_in: tuple[str, ...]


def programme_side(store: Store, cci: str) -> Side:
    """A programme that asks for partners."""
    (cells,) = store.one(PROGRAMMES.id, cci).cells(("title", "title_lang"))
    return Side(cci, cells[0] or cci, cells[1], programme_path(cci), ())


def pair_sides(content: Mapping[str, Any]) -> tuple[Side, ...]:
    """The sides of a pair, from its document."""
    return tuple(
        Side(
            side["cci"],
            side["name"],
            side.get("title_lang"),
            programme_path(side["cci"]),
            tuple(side.get("sources", ())),
        )
        for side in content["programmes"]
    )


def rests_on_samples(content: Mapping[str, Any]) -> bool:
    """Whether entries of a pair that meet are made up."""
    return bool(content["facts"].get("entries_basis") == "sample")

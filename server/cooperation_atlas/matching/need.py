"""A need in place of a programme, or beside one: what somebody who seeks partners says about them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """What is needed; everything may be left out.

    :param topics: codes of topics; each stands for all objectives below it
    :param objectives: codes of objectives; each stands for those below it
    :param regions: NUTS codes, of any level, of the area for which partners are sought
    :param countries: codes of the countries of who seeks partners, where no region says them
    :param scope: of the partnership
    :param partner_types: of which an entry of the partner must seek one
    :param kind: ``offer`` or ``need``, which entries of partners must be
    """

    topics: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    scope: str | None = None
    partner_types: tuple[str, ...] = ()
    kind: str | None = None

    @property
    def has_theme(self) -> bool:
        """Whether it says what the partnership is about."""
        return bool(self.topics or self.objectives)

    @property
    def faces_entries(self) -> bool:
        """Whether it says of entries of partners what they must be, so that those of the programme do not count."""
        return self.has_theme or bool(self.partner_types or self.kind)

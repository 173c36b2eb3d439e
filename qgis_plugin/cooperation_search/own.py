"""The programme or country that the user works for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Mapping

from .settings import Settings


@dataclass(frozen=True)
class Own:
    """Whom the user works for.

    :param programme: its CCI; empty where it is a whole country, or nobody
    :param country: of the programme, or alone
    """

    programme: str = ""
    country: str = ""

    @classmethod
    def read(cls, settings: Settings) -> Own:
        """As it is kept in the project, else in the profile."""
        return cls(settings.own_programme, settings.own_country)

    def __bool__(self) -> bool:
        return bool(self.programme or self.country)

    def has(self, properties: Mapping[str, Any]) -> bool:
        """Whether a programme, or an entry of one, is the user's own."""
        if self.programme:
            return bool(properties.get("cci") == self.programme)
        return bool(self.country) and properties.get("country") == self.country

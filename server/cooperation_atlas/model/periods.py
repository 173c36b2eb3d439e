"""Programming periods of cohesion policy, and the NUTS version on which the programmes of each are mapped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """A programming period.

    :param code: first and last year, as in the code list ``periods``
    :param nuts_version: version of the NUTS codes in the areas of its programmes (code list ``nuts_versions``)
    """

    code: str
    nuts_version: str

    @property
    def start(self) -> date:
        """The first day."""
        return date(int(self.code[:4]), 1, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return date(int(self.code[-4:]), 12, 31)


PERIOD_2014_2020 = Period("2014-2020", "2016")
PERIOD_2021_2027 = Period("2021-2027", "2021")

#: The period whose programmes are running.
CURRENT_PERIOD = PERIOD_2021_2027
#: All periods by code, oldest first.
PERIODS = {period.code: period for period in (PERIOD_2014_2020, PERIOD_2021_2027)}
#: The NUTS versions of all periods, oldest first.
NUTS_VERSIONS = tuple(period.nuts_version for period in PERIODS.values())

"""Today's date, by which entries are open or not."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

#: The service answers for the institutions in Brussels; a day begins and ends there.
BRUSSELS = ZoneInfo("Europe/Brussels")


def today_in_brussels() -> date:
    """Today's date in Brussels."""
    return datetime.now(BRUSSELS).date()

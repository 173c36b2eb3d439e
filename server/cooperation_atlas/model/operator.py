"""Who runs the service: what its statements say of the operator, and which sites may show it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from .errors import InvalidValue

#: Values of the setting for embeds beside lists of origins.
ANYWHERE, NOWHERE = "*", "none"
_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
#: An origin as browsers write it, and as the directive ``frame-ancestors`` takes it.
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Operator:
    """What the operator says of itself; whatever is empty, pages say to be missing.

    :param name: of the public body
    :param contact: mailbox (``mailto:``) or page for questions about accessibility and data protection
    :param statement_day: when the accessibility statement was made or last reviewed
    :param enforcement: page or mailbox of the body to turn to where an answer does not satisfy
    :param log_days: for how long logs are kept
    :param report: mailbox or page for errors in the data
    :param embedders: origins whose pages may show the service in a frame; ``*`` stands for all
    """

    name: str = ""
    contact: str = ""
    statement_day: date | None = None
    enforcement: str = ""
    log_days: int | None = None
    report: str = ""
    embedders: tuple[str, ...] = (ANYWHERE,)


#: Where nothing is set.
NOBODY = Operator()


def place_of(setting: str, value: str) -> str:
    """A mailbox or page as an address that a link can lead to; empty where nothing is said.

    :raises InvalidValue: for what is neither
    """
    if not value:
        return ""
    if _MAILBOX.fullmatch(value):
        return f"mailto:{value}"
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or re.search(r"[\s<>\"]", value):
        raise InvalidValue(setting, f"'{value}' is neither a mailbox (data@example.org) nor an address (https://…).")
    return value


def day_of(setting: str, value: str) -> date | None:
    """A day, ``2027-01-31``.

    :raises InvalidValue: for what is none
    """
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise InvalidValue(setting, f"'{value}' is not a day such as 2027-01-31.") from None


def embedders_of(setting: str, value: str) -> tuple[str, ...]:
    """The origins whose pages may show the service in a frame; none for ``none``.

    :raises InvalidValue: for what is no origin
    """
    if value.casefold() == NOWHERE:
        return ()
    origins = tuple(dict.fromkeys(text.strip().rstrip("/") for text in value.split(",") if text.strip()))
    for origin in origins:
        if origin != ANYWHERE and not _ORIGIN.fullmatch(origin):
            reason = f"'{origin}' is not an origin such as https://portal.example.org; * is all, {NOWHERE} is none."
            raise InvalidValue(setting, reason)
    return (ANYWHERE,) if ANYWHERE in origins else origins

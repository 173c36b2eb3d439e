"""Grammar of CCI codes (code commun d'identification).

2021-2027: year, country (2), leading directorate-general (2 digits), fund part (2), type (2), number (3), as the
Commission explains in its SFC2021 FAQ "What does CCI code stand for". 2014-2020: the same parts, with years 2014 to
2016 and fund parts such as M2 for programmes of several funds; read off the programmes of that period.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .periods import PERIOD_2014_2020, PERIOD_2021_2027

_GRAMMAR = {
    PERIOD_2014_2020: re.compile(
        r"(?P<year>201[456])(?P<country>[A-Z]{2})(?P<dg>[0-9]{2})(?P<fund>[A-Z0-9]{2})(?P<type>[A-Z]{2})(?P<number>[0-9]{3})"
    ),
    PERIOD_2021_2027: re.compile(
        r"(?P<year>2021)(?P<country>[A-Z]{2})(?P<dg>05|06|14|16|65)"
        r"(?P<fund>RF|CF|SF|JT|FF|MF|AM|IS|BV|AF|IP|NX|EG|BA)(?P<type>PR|TA|PA|CB|TN|IR|OR|PC)(?P<number>[0-9]{3})"
    ),
}
_PARTS = "year, country, directorate-general, fund, type, number"
#: CCI codes of 2014-2020 name Greece GR; NUTS and later CCI codes name it EL.
_COUNTRY = {"GR": "EL", "GB": "UK"}
_EXAMPLE = {PERIOD_2014_2020: "2014EL16M2OP001", PERIOD_2021_2027: "2021EL16FFPR001"}


@dataclass(frozen=True, slots=True)
class CCI:
    """What a CCI code says of its programme; ``country`` as in NUTS."""

    period: str
    country: str
    fund: str
    type: str
    directorate: str


def parse(code: str) -> CCI:
    """Read a code.

    :raises ValueError: saying what is wrong
    """
    for period, grammar in _GRAMMAR.items():
        if match := grammar.fullmatch(code):
            country = match["country"]
            return CCI(period.code, _COUNTRY.get(country, country), match["fund"], match["type"], match["dg"])
    period = PERIOD_2014_2020 if re.match(r"201[456]", code) else PERIOD_2021_2027
    raise ValueError(f"{code} is not a CCI code of {period.code} ({_PARTS}; for example {_EXAMPLE[period]})")

"""Codes as people and other software write them."""

from __future__ import annotations

from typing import Tuple

#: ISO 3166 → what the Union and NUTS write.
_UNION = {"GR": "EL", "GB": "UK"}


def codes(text: str) -> Tuple[str, ...]:
    """Codes separated by commas, semicolons or blanks."""
    return tuple(part for part in text.replace(";", ",").replace(" ", ",").split(",") if part)


def places(text: str) -> Tuple[str, ...]:
    """Codes of countries or NUTS regions: in capitals, Greece as EL, the United Kingdom as UK."""
    written = (code.upper() for code in codes(text))
    return tuple(_UNION.get(code[:2], code[:2]) + code[2:] for code in written)

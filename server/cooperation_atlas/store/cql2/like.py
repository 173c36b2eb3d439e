"""LIKE (OGC 21-065r2, /req/advanced-comparison-operators/like-predicate): ``%``, ``_`` and the escape ``\\``."""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np

from .nodes import invalid
from .values import Operand, Text, Truth

Matcher = Callable[[str], object]

_TOKEN = re.compile(r"\\(.)|([%_])|([^\\%_]+)|(\\)", re.DOTALL)


def like(value: Operand, pattern: Operand, rows: int) -> Truth:
    """``value LIKE pattern``; unknown where the value is NULL.

    :raises InvalidValue: for other than text, and for a pattern that is no literal
    """
    if not isinstance(value, Text):
        raise invalid(f"LIKE takes text; {value.label} is none.{_twin(value)}")
    if not isinstance(pattern, Text) or pattern.literal is None:
        raise invalid(f"the pattern of LIKE must be a text literal, not {pattern.label}.")
    matches = matcher(pattern.literal, pattern.transform)
    if value.column is None:
        return Truth.of(bool(matches(value.value)), True, rows)
    present = value.column.present
    if not (value.casei or value.accenti) and 2 * len(value.column.postings) < rows:
        hits = [found for text, found in value.column.postings.items() if matches(text)]
        return Truth.among(np.concatenate(hits) if hits else np.empty(0, np.int64), present)
    found = np.fromiter((v is not None and bool(matches(v)) for v in value.values), bool, rows)
    return Truth.of(found, present, rows)


def _twin(value: Operand) -> str:
    column = getattr(value, "column", None)
    return f" Use its plain-text twin '{column.field.name}_text'." if column is not None else ""


def matcher(pattern: str, transform: Callable[[str], str] = str) -> Matcher:
    """Tests whole texts against ``pattern``, its literal parts transformed as CASEI and ACCENTI do.

    No pattern takes more than about length times length steps: each part is looked for once, from left to right.
    """
    parts: list[str] = []  # % and _ as they are; literal parts escaped for the regular expression
    literals: list[str] = []
    for match in _TOKEN.finditer(pattern):
        escaped, wildcard, plain, lone = match.groups()
        if wildcard:
            if not (wildcard == "%" and parts and parts[-1] == "%"):
                parts.append(wildcard)
            literals.append("")
        else:
            # A backslash at the very end escapes nothing and stands for itself.
            text = transform(escaped or plain or lone)
            literals.append(text)
            parts.append("\0" + text)
    shape = "".join(part if part in "%_" else "x" for part in parts)
    text = "".join(literals)
    if "_" not in shape:
        simple = re.sub("x+", "x", shape)
        if simple == "%x%":
            return lambda value: text in value
        if simple == "x%":
            return lambda value: value.startswith(text)
        if simple == "%x":
            return lambda value: value.endswith(text)
    return _regular(parts)


def _regular(parts: list[str]) -> Matcher:
    """A regular expression that never goes back behind a part found: the first place of a part is as good as any."""
    runs = [""]
    for part in parts:
        if part == "%":
            runs.append("")
        else:
            runs[-1] += "." if part == "_" else re.escape(part[1:])
    if len(runs) == 1:
        return re.compile(runs[0], re.DOTALL).fullmatch
    middle = "".join(f"(?>.*?{run})" for run in runs[1:-1])
    return re.compile(f"{runs[0]}{middle}.*{runs[-1]}", re.DOTALL).fullmatch

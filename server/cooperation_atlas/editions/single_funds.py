"""Fund parts of CCI codes that stand for one fund: of such a programme all funds are known."""

from __future__ import annotations

from ..sources.row import Row
from ..sources.tables import Sources


def single_funds(sources: Sources) -> dict[tuple[str, str], str]:
    """Fund by period and fund part of the CCI, for the parts that stand for one fund."""
    funds = {}
    for period, span in sources.codes["periods"].items():
        for fund, row in sources.codes["funds"].items():
            for part in (row.text("cci_codes") or "").split():
                if overlap(row, span):
                    funds[period, part] = fund
    return funds


def overlap(row: Row, span: Row) -> bool:
    """Whether a code is valid on any day of a period."""
    start, end = row.date("valid_from"), row.date("valid_to")
    first, last = span.date("valid_from"), span.date("valid_to")
    return not ((start and last and start > last) or (end and first and end < first))

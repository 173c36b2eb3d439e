"""Checks of the programme tables: CCI codes and what must agree with them, funds, amounts, dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..model.cci import CCI, parse
from ..model.errors import nearest
from ..sources.findings import Finding, Severity
from ..sources.row import Row
from ..sources.tables import Sources
from .check_tables import finding
from .completeness import STATING
from .single_funds import overlap, single_funds

_TABLE = "programmes_programmes"


def check_programmes(sources: Sources) -> Iterator[Finding]:
    """Findings of the programme tables, areas aside."""
    parsed: dict[str, CCI] = {}
    for row in sources.rows(_TABLE):
        code = row.text("cci")
        if code is None:
            continue
        try:
            parsed[code] = parse(code)
        except ValueError as error:
            yield Finding(row.file, str(error), row.number, "cci", code)
        else:
            yield from _agreement(row, parsed[code])
    yield from _funds(sources, parsed)
    yield from _validity(sources)
    yield from _amounts(sources)
    yield from _dates(sources)
    yield from _whole_lists(sources)


def _agreement(row: Row, cci: CCI) -> Iterator[Finding]:
    code = row.raw["cci"]
    if row.raw["period"] and row.raw["period"] != cci.period:
        yield finding(row, "period", f"does not agree with the year of {code}", (cci.period,))
    if row.raw["country"] and row.raw["country"] != cci.country:
        yield finding(row, "country", f"does not agree with the country of {code}", (cci.country,))


def _funds(sources: Sources, parsed: dict[str, CCI]) -> Iterator[Finding]:
    if not sources.tables["programmes_funds"].complete:
        return
    single = single_funds(sources)
    stated: dict[str, set[str]] = {}
    for row in sources.rows("programmes_funds"):
        code, fund = row.raw["cci"], row.raw["fund"]
        stated.setdefault(code, set()).add(fund)
        cci = parsed.get(code)
        expected = single.get((cci.period, cci.fund)) if cci else None
        if cci and expected and fund and fund != expected:
            reason = f"does not agree with the fund part {cci.fund} of {code}"
            yield finding(row, "fund", reason, (expected,))
    for table in ("programmes_amounts", "programmes_objectives", "programmes_categorisation"):
        for row in sources.rows(table):
            code, fund = row.raw["cci"], row.raw["fund"]
            if fund and fund not in stated.get(code, ()):
                reason = f"is not among the funds of {code} in {sources.tables['programmes_funds'].file}"
                yield finding(row, "fund", reason, tuple(sorted(stated.get(code, ()))))


def _validity(sources: Sources) -> Iterator[Finding]:
    """A fund or an objective must be one of the programme's period, where its code list says when it is valid."""
    periods = {row.raw["cci"]: row.raw["period"] for row in sources.rows(_TABLE)}
    for table, column, codelist in (
        ("programmes_funds", "fund", "funds"),
        ("programmes_objectives", "objective", "objectives"),
        ("programmes_categorisation", "objective", "objectives"),
    ):
        for row in sources.rows(table):
            span = sources.codes["periods"].get(periods.get(row.raw["cci"], ""))
            code = sources.codes[codelist].get(row.raw[column])
            if span and code and not overlap(code, span):
                yield finding(row, column, f"is not valid in {span.raw['code']}")


def _amounts(sources: Sources) -> Iterator[Finding]:
    for table in ("programmes_amounts", "programmes_categorisation"):
        for row in sources.rows(table):
            eu, total = row.number_of("eu_amount"), row.number_of("total_amount")
            if eu is not None and total is not None and eu > total:
                yield finding(row, "eu_amount", f"is more than the total_amount {row.raw['total_amount']}")


def _dates(sources: Sources) -> Iterator[Finding]:
    today = dt.datetime.now(dt.UTC).date()
    for name, source in sources.tables.items():
        for column in ("source_date", "updated"):
            if any(c.name == column for c in source.schema.columns):
                for row in source.rows:
                    day = row.date(column)
                    if day and day > today:
                        reason = f"{day} lies in the future"
                        yield Finding(
                            sources.tables[name].file, reason, row.number, column, str(day), severity=Severity.WARNING
                        )


def _whole_lists(sources: Sources) -> Iterator[Finding]:
    """A source that no fact names makes no list whole: it is misspelled, or has gone."""
    tables = [sources.tables[f"programmes_{name}"] for name in STATING]
    if not all(table.complete for table in tables):
        return
    named = {row.raw["source"] for table in tables for row in table.rows}
    for row in sources.rows("whole_lists"):
        source = row.raw["source"]
        if source and source not in named:
            reason = f"{source} is the source of no fund, category, objective or amount"
            file = sources.tables["whole_lists"].file
            yield Finding(file, reason, row.number, "source", source, nearest(source, named), Severity.WARNING)

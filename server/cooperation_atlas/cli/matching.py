"""``cooperation-atlas matching-report``."""

from __future__ import annotations

import click

from ..model.periods import CURRENT_PERIOD, PERIODS
from ..settings import Settings


@click.command()
@click.option("--period", type=click.Choice(list(PERIODS)), default=CURRENT_PERIOD.code, show_default=True)
@click.option("--preset", default="default", show_default=True, help="Preset of config/matching/weights.csv.")
@click.option("--programme", "programmes", multiple=True, help="CCI of a programme whose first ten are shown.")
def matching_report(period: str, preset: str, programmes: tuple[str, ...]) -> None:
    """Measure the partner search over all programmes of the published edition, and show the first ten of some.

    Every fifth programme is kept out while the formula is tuned; its measures stand in a column of their own.
    """
    from ..editions.layout import CURRENT
    from ..matching.matcher import Matcher
    from ..matching.read import read_facts, read_neighbours
    from ..matching.report_text import report
    from ..matching.tables import read_tables
    from ..store.open import open_store

    settings = Settings.from_environment()
    tables = read_tables(settings.matching)
    store = open_store((settings.editions / CURRENT).resolve())
    facts = read_facts(store, PERIODS[period], tables, read_neighbours(store, PERIODS[period]))
    for line in report(Matcher(facts, tables), preset, programmes):
        click.echo(line)

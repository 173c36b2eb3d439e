"""``cooperation-atlas coverage``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..settings import Settings
from .progress import steps


@click.command()
@click.option("--format", "format_", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
@click.option(
    "--into",
    type=click.Path(exists=True, dir_okay=False, writable=True, path_type=Path),
    help="Write the table between its lines in this document, instead of to stdout.",
)
def coverage(format_: str, into: Path | None) -> None:
    """Say of how many programmes each list of facts is known, from the source tables as they are."""
    from ..editions.assemble import assemble
    from ..editions.coverage import coverage as count
    from ..editions.coverage_table import markdown, put_into, text
    from ..editions.report import counts
    from ..editions.validate import validate
    from ..model.collections import PROGRAMMES
    from ..sources.findings import Severity

    settings = Settings.from_environment()
    with steps("coverage", None) as step:
        checked = validate(settings.data, samples=settings.samples, step=step)
        if any(f.severity is Severity.ERROR for f in checked.findings):
            click.echo(f"{counts(checked.findings)}: `cooperation-atlas validate` tells them.", err=True)
            sys.exit(1)
        step("count")
        known = count(checked.sources, assemble(checked.sources, checked.regions)[PROGRAMMES.id].records)
    if into is not None:
        into.write_text(put_into(into.read_text("utf-8"), known, str(into)), "utf-8")
    else:
        click.echo((markdown if format_ == "markdown" else text)(known), nl=False)

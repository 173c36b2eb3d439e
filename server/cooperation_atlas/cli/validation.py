"""``cooperation-atlas validate``."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

import click

from ..model.errors import AtlasError
from ..settings import Settings
from .progress import steps


@click.command()
@click.option("--format", "format_", type=click.Choice(["text", "json", "html"]), default="text", show_default=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write there instead of stdout.",
)
def validate(format_: str, output: Path | None) -> None:
    """Check all sources and report every finding at once. Exit status 1 where there are errors."""
    from ..editions.report import FORMATS, counts
    from ..editions.validate import validate as run
    from ..matching.tables import check_tables
    from ..ogc.pygeoapi.check import check_config
    from ..sources.findings import Severity

    settings = Settings.from_environment()
    with steps("validate", None) as step:
        further = chain(check_config(settings.config), check_tables(settings.matching))
        findings = run(settings.data, samples=settings.samples, further=further, step=step).findings
    report = FORMATS[format_](findings)
    if output is None:
        click.echo(report, nl=False)
    else:
        try:
            output.write_text(report, "utf-8")
        except OSError as error:
            raise AtlasError(f"{output} cannot be written: {error.strerror or error}.") from error
        click.echo(f"{counts(findings)}, written to {output}", err=True)
    if any(f.severity is Severity.ERROR for f in findings):
        sys.exit(1)

"""``cooperation-atlas import-nuts``."""

from __future__ import annotations

from pathlib import Path

import click

from ..model.errors import AtlasError
from ..settings import Settings
from .progress import counted


@click.command("import-nuts")
@click.argument("version")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def import_nuts(version: str, files: tuple[Path, ...]) -> None:
    """Import GISCO's region FILES of one NUTS VERSION (a year, such as 2024).

    GeoJSON, GeoPackage and shapefile are read, all levels in one file or one file a level, at any scale.
    """
    from ..editions.report import counts
    from ..sources.findings import BadSources
    from ..sources.nuts_import import import_gisco

    settings = Settings.from_environment()
    try:
        with counted("import") as progress:
            report = import_gisco(files, version, settings.data, progress)
    except BadSources as error:
        click.echo(str(error), err=True)
        raise AtlasError(f"{counts(error.findings)}; nothing was imported.") from error
    for finding in report.findings:
        click.echo(str(finding), err=True)
    levels = ", ".join(f"{count} of level {level}" for level, count in sorted(report.counts.items()))
    read_in = ", ".join(report.source_crs)
    click.echo(f"NUTS {report.version} ({read_in}): {levels}, written to {report.path}", err=True)

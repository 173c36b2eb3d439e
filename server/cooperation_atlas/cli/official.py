"""``cooperation-atlas import-official``."""

from __future__ import annotations

import datetime as dt
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model.errors import AtlasError, InvalidValue
from ..settings import Settings
from .progress import counted

if TYPE_CHECKING:
    from ..sources.official.importing import Origin, Prepared
    from ..sources.official.reading import Progress

#: Folder in that of the editions for what is being downloaded.
_DOWNLOADS = ".downloads"


@click.command("import-official")
@click.argument("table")
@click.argument("file")
@click.option("--complete", is_flag=True, help="FILE is the whole table: it replaces everything. Needs --rows.")
@click.option("--rows", type=click.IntRange(min=1), help="Rows that the portal counts; FILE must have as many.")
@click.option("--date", "day", metavar="DAY", help="Day that FILE is of (YYYY-MM-DD); else the server's, or today.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.option("--yes", is_flag=True, help="Write without asking.")
def import_official(
    table: str, file: str, complete: bool, rows: int | None, day: str | None, dry_run: bool, yes: bool
) -> None:
    """Import FILE (a file or an address) of a data set of the Commission's cohesion open data.

    TABLE is hgyj-gyin: 2021-2027 planned finances by objective and category. CSV, JSON and XLSX are read. An extract
    adds to what is known and updates it. Nothing is written before you have seen what changes and said yes.
    """
    from ..editions.check_import import check_import
    from ..editions.report import counts
    from ..sources.findings import BadSources
    from ..sources.official.dataset import check_known
    from ..sources.official.importing import prepared

    settings = Settings.from_environment()
    check_known(table)
    on = _day(day)
    with ExitStack() as stack:
        try:
            with counted("import") as progress:
                origin = _origin(file, on, settings, progress)
                ready = stack.enter_context(
                    prepared(table, origin, settings.data, progress, rows=rows, complete=complete)
                )
                check_import(settings.data, ready.folder)
        except BadSources as error:
            click.echo(str(error), err=True)
            raise AtlasError(f"{counts(error.findings)}; nothing was imported.") from error
        _show(ready)
        if dry_run:
            click.echo("Nothing was written (--dry-run).", err=True)
        elif yes or _agreed():
            ready.publish()
            _forget(origin, settings)
            folder = settings.data / "official"
            click.echo(f"Written to {folder}. Next: cooperation-atlas validate, then build.", err=True)
        else:
            click.echo("Nothing was written.", err=True)


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise InvalidValue("--date", f"'{text}' is not a day as YYYY-MM-DD.") from None
    if day > dt.datetime.now(dt.UTC).date():
        raise InvalidValue("--date", f"{day} lies in the future.")
    return day


def _origin(file: str, day: dt.date | None, settings: Settings, progress: Progress) -> Origin:
    from ..sources.official.download import download, is_address
    from ..sources.official.importing import Origin

    if is_address(file):
        got = download(file, settings.editions / _DOWNLOADS, progress)
        return Origin(got.path, file, day or got.day, got.etag, got.last_modified)
    path = Path(file)
    return Origin(path, path.name, day or dt.datetime.now(dt.UTC).date())


def _forget(origin: Origin, settings: Settings) -> None:
    """Remove a download that was imported; other files stay."""
    from ..sources.official.download import forget

    if origin.path.parent == settings.editions / _DOWNLOADS:
        forget(origin.path)


def _show(ready: Prepared) -> None:
    for finding in ready.findings:
        click.echo(str(finding), err=True)
    left_out = ", ".join(f"{count:,} {what}" for what, count in sorted(ready.counts.left_out.items()))
    click.echo(f"{ready.counts.rows:,} rows read, of {ready.programmes:,} programmes.", err=True)
    if left_out:
        click.echo(f"Rows left out, since no collection holds them: {left_out}.", err=True)
    for line in ready.changes.lines():
        click.echo(line, err=True)


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise AtlasError("Nothing was written: nobody can be asked here. Say --yes to write, or --dry-run to look.")
    return click.confirm("Write this?", err=True)

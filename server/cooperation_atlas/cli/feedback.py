"""``cooperation-atlas feedback``: read, hand on, remove and back up what people wrote."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from ..feedback.message import Message
from ..feedback.store import FeedbackStore, open_feedback
from ..model.errors import AtlasError
from ..settings import Settings

_COLUMNS = ("id", "received", "came", "language", "about", "text")


@click.group()
def feedback() -> None:
    """Messages that people sent from the page or the panel."""


@feedback.command(name="list")
def list_() -> None:
    """Show all messages, the oldest first."""
    found = _store().messages()
    for one in found:
        click.echo(f"{one.id}  {one.received:%Y-%m-%d %H:%M} UTC  {one.came}  {one.language}  {one.about}".rstrip())
        click.echo("".join(f"    {line}\n" for line in one.text.splitlines()))
    click.echo(f"{len(found)} message{'' if len(found) == 1 else 's'}.", err=True)


@feedback.command()
@click.option("--format", "format_", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File; stdout without it.")
def export(format_: str, output: Path | None) -> None:
    """Write all messages as CSV or JSON."""
    rows = [_row(one) for one in _store().messages()]
    if output is None:
        _write(rows, format_, sys.stdout)
        return
    with output.open("w", encoding="utf-8", newline="") as file:
        _write(rows, format_, file)


@feedback.command()
@click.argument("ids", nargs=-1, type=int)
@click.option("--before", type=click.DateTime(["%Y-%m-%d"]), help="Remove what was received before this day (UTC).")
@click.option("--expired", is_flag=True, help="Remove what is older than the time for which messages are kept.")
def delete(ids: tuple[int, ...], before: datetime | None, expired: bool) -> None:
    """Remove messages by their numbers, or those before a day."""
    if not ids and before is None and not expired:
        raise click.UsageError("Name messages, or --before a day, or --expired.")
    store, removed = _store(), 0
    if ids:
        removed += store.delete(ids)
    if before is not None:
        removed += store.delete_before(before.replace(tzinfo=UTC))
    if expired:
        removed += store.delete_before(datetime.now(UTC) - timedelta(days=Settings.from_environment().feedback_days))
    click.echo(f"{removed} message{'' if removed == 1 else 's'} removed.", err=True)


@feedback.command()
@click.argument("path", type=click.Path(path_type=Path))
def backup(path: Path) -> None:
    """Copy all messages into a new SQLite file, which `COOPERATION_ATLAS_FEEDBACK` can name."""
    _store().backup(path)
    click.echo(f"Backed up to {path}.", err=True)


def _store() -> FeedbackStore:
    where = Settings.from_environment().feedback
    if where is None:
        raise AtlasError("Feedback is switched off. Set COOPERATION_ATLAS_FEEDBACK to the file or database.")
    return open_feedback(where)


def _row(one: Message) -> dict[str, str]:
    shown = (str(one.id), one.received.isoformat(), str(one.came), one.language, one.about, one.text)
    return dict(zip(_COLUMNS, shown, strict=True))


def _write(rows: Iterable[dict[str, str]], format_: str, file: object) -> None:
    from ..ogc.formats.csv import as_text

    if format_ == "json":
        click.echo(json.dumps(list(rows), ensure_ascii=False, indent=2), file=file)  # type: ignore[arg-type]
        return
    writer = csv.writer(file)  # type: ignore[arg-type]
    writer.writerow(_COLUMNS)
    writer.writerows([as_text(cell) for cell in row.values()] for row in rows)

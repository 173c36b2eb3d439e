"""Commands on editions: build, publish, rollback, editions, diff, prune."""

from __future__ import annotations

import json
from itertools import chain

import click

from ..editions import layout
from ..editions.build import InvalidSources, building, unchanged
from ..editions.publish import prune as prune_editions
from ..editions.publish import publish as publish_edition
from ..editions.publish import rollback as roll_back
from ..model.errors import AtlasError, NotFound
from ..settings import Settings
from .progress import steps

#: About as many steps as a build reports; only the length of the bar depends on it.
_BUILD_STEPS = 32


def make(settings: Settings, *, if_changed: bool, publish_it: bool) -> layout.EditionFolder:
    """Build an edition and publish it.

    :param if_changed: use the existing edition where the sources have not changed
    :param publish_it: whether to publish the edition
    :raises InvalidSources: when the sources contain errors; all findings were written to stderr
    """
    if if_changed and (existing := unchanged(settings)):
        try:
            with layout.protected(existing.folder):
                click.echo(f"Edition {existing.id} is up to date.", err=True)
                if publish_it:
                    switch(settings, existing.id)
                return existing
        except NotFound:
            click.echo(f"Edition {existing.id} was removed in the meantime; building it again.", err=True)
    # Without a usable configuration the edition could not be served: it is not built either.
    from ..matching.tables import check_tables
    from ..ogc.pygeoapi.check import check_config

    try:
        further = chain(check_config(settings.config), check_tables(settings.matching))
        with steps("build", _BUILD_STEPS) as step, building(settings, step, further) as edition:
            counts = ", ".join(f"{n} {name}" for name, n in edition.facts["counts"].items())
            click.echo(f"Edition {edition.id}: {counts}.", err=True)
            if publish_it:
                switch(settings, edition.id)
            return edition
    except InvalidSources as error:
        from ..editions.report import as_text

        click.echo(as_text(error.findings), err=True, nl=False)
        raise


def switch(settings: Settings, id_: str) -> None:
    """Publish an edition and report it, unless it is served already."""
    served = layout.current_id(settings.editions)
    edition = publish_edition(settings.editions, id_)
    if served != edition.id:
        click.echo(f"Edition {edition.id} is published.", err=True)


@click.command()
@click.option("--if-changed", is_flag=True, help="Do nothing if an edition of the same sources exists.")
@click.option(
    "--publish/--no-publish", "publish_it", default=True, show_default=True, help="Serve the edition from now on."
)
def build(if_changed: bool, publish_it: bool) -> None:
    """Build an edition from the sources and print its id. Errors in the sources stop the build.

    A damaged edition with the same content is repaired.
    """
    click.echo(make(Settings.from_environment(), if_changed=if_changed, publish_it=publish_it).id)


@click.command()
@click.argument("edition")
def publish(edition: str) -> None:
    """Serve EDITION (its id, or the beginning of it) from now on. A damaged edition is refused."""
    settings = Settings.from_environment()
    try:
        switch(settings, edition)
    except layout.Damaged as damaged:
        raise _refused(damaged) from damaged


@click.command()
@click.argument("edition", required=False)
def rollback(edition: str | None) -> None:
    """Serve the edition that was published before the current one, or EDITION."""
    settings = Settings.from_environment()
    try:
        previous = roll_back(settings.editions, edition, lambda text: click.echo(text, err=True))
    except layout.Damaged as damaged:
        raise _refused(damaged) from damaged
    click.echo(f"Edition {previous.id} is published.", err=True)


def _refused(damaged: layout.Damaged) -> AtlasError:
    return AtlasError(
        f"{damaged} It was not published. Run `cooperation-atlas build`, or publish another edition; "
        f"`cooperation-atlas editions` lists them."
    )


@click.command()
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def editions(format_: str) -> None:
    """List the editions, oldest first. An asterisk marks the one that is served, an exclamation mark a damaged one."""
    root = Settings.from_environment().editions
    served = layout.current_id(root)
    listed, damaged = layout.list_editions(root), layout.list_damaged(root)
    if served is None and (root / layout.CURRENT).exists():
        click.echo(f"{root / layout.CURRENT} is not a link to an edition in this folder: publish one.", err=True)
    elif served is not None and served not in {e.id for e in listed}:
        reason = next((d.reason for d in damaged if d.folder.name == served), "it is missing")
        click.echo(
            f"The published edition {served} cannot be served: {reason}. Run `cooperation-atlas rollback`, or build.",
            err=True,
        )
    if format_ == "json":
        facts = [e.facts | {"current": served == e.id} for e in listed]
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    if not listed and not damaged:
        click.echo(f"No editions in {root}. `cooperation-atlas build` makes one.", err=True)
    for e in listed:
        features, samples = sum(e.facts["counts"].values()), "on" if e.facts["samples"] else "off"
        mark = "*" if served == e.id else " "
        click.echo(f"{mark} {e.id}  {e.facts['created']}  {features} features, samples {samples}")
    for each in damaged:
        click.echo(f"! {each.folder.name}  damaged: {each.reason}")


@click.command()
@click.option(
    "--keep", type=click.IntRange(min=0), required=True, help="Number of editions to keep besides the one served."
)
def prune(keep: int) -> None:
    """Remove the editions that were published longest ago.

    The edition served and the one published before it are always kept. Nothing else ever removes an edition.
    """
    root = Settings.from_environment().editions
    removed = prune_editions(root, keep)
    for edition in removed:
        click.echo(f"Edition {edition.id} was removed.", err=True)
    if not removed:
        click.echo("No edition was removed.", err=True)
    for damaged in layout.list_damaged(root):
        click.echo(
            f"{damaged} It was kept; delete the folder if `cooperation-atlas build` does not repair it.", err=True
        )


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def diff(old: str, new: str | None, format_: str) -> None:
    """Show what NEW (default: the edition served) adds, removes and changes compared with OLD."""
    from dataclasses import asdict

    from ..editions.diff import diff as compare
    from ..editions.diff import other_tables

    root = Settings.from_environment().editions
    target = layout.find(root, new) if new else layout.current(root)
    if target is None:
        raise AtlasError(f"No edition in {root} is published: name the edition to compare with.")
    source = layout.find(root, old)
    differences, others = compare(source, target), other_tables(source, target)
    if format_ == "json":
        document = {name: asdict(d) for name, d in differences.items()} | {"other_tables": others}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for name, difference in differences.items():
        if difference.nothing:
            click.echo(f"{name}: the same")
        for word, ids in asdict(difference).items():
            if ids:
                click.echo(f"{name}: {len(ids)} {word}: {' '.join(ids)}")
    click.echo(f"other tables: {', '.join(others) or 'the same'}")

"""Commands on editions: build, publish, rollback, editions, diff, prune."""

from __future__ import annotations

import json

import click

from ..editions import layout
from ..editions.build import InvalidSources, unchanged
from ..editions.build import build as build_edition
from ..editions.publish import prune as prune_editions
from ..editions.publish import publish as publish_edition
from ..editions.publish import rollback as roll_back
from ..model.errors import AtlasError
from ..settings import Settings
from .progress import steps

#: About as many steps as a build reports; only the length of the bar depends on it.
_BUILD_STEPS = 32


def make(settings: Settings, *, if_changed: bool) -> layout.Edition:
    """Build, or take the edition that is there for the sources as they are.

    :raises InvalidSources: when the sources hold errors; all findings were written to stderr
    """
    if if_changed and (there := unchanged(settings)):
        click.echo(f"Edition {there.id} is up to date.", err=True)
        return there
    try:
        with steps("build", _BUILD_STEPS) as step:
            made = build_edition(settings, step)
    except InvalidSources as error:
        from ..editions.report import as_text

        click.echo(as_text(error.findings), err=True, nl=False)
        raise
    counts = ", ".join(f"{n} {name}" for name, n in made.facts["counts"].items())
    click.echo(f"Edition {made.id}: {counts}.", err=True)
    return made


def switch(settings: Settings, id_: str) -> None:
    """Publish and say so, unless that edition is served already."""
    served = layout.current(settings.editions)
    edition = publish_edition(settings.editions, id_)
    if served is None or served.id != edition.id:
        click.echo(f"Edition {edition.id} is published.", err=True)


@click.command()
@click.option("--if-changed", is_flag=True, help="Do nothing where an edition of the same sources is there.")
@click.option("--publish/--no-publish", "publish_it", default=True, show_default=True, help="Serve it from now on.")
def build(if_changed: bool, publish_it: bool) -> None:
    """Build an edition from the sources; its id goes to stdout. Errors in the sources stop it."""
    settings = Settings.from_environment()
    edition = make(settings, if_changed=if_changed)
    if publish_it:
        switch(settings, edition.id)
    click.echo(edition.id)


@click.command()
@click.argument("edition")
def publish(edition: str) -> None:
    """Serve EDITION (an id, or its beginning) from now on."""
    settings = Settings.from_environment()
    switch(settings, edition)


@click.command()
@click.argument("edition", required=False)
def rollback(edition: str | None) -> None:
    """Serve the edition that was published before the current one, or EDITION."""
    settings = Settings.from_environment()
    click.echo(f"Edition {roll_back(settings.editions, edition).id} is published.", err=True)


@click.command()
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def editions(format_: str) -> None:
    """List the editions, oldest first; * marks the one that is served."""
    root = Settings.from_environment().editions
    served = layout.current(root)
    found = layout.list_editions(root)
    if format_ == "json":
        facts = [e.facts | {"current": served is not None and served.id == e.id} for e in found]
        click.echo(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo(f"No editions in {root}. 'build' makes one.", err=True)
    for e in found:
        mark = "*" if served is not None and served.id == e.id else " "
        features, samples = sum(e.facts["counts"].values()), "on" if e.facts["samples"] else "off"
        click.echo(f"{mark} {e.id}  {e.facts['created']}  {features} features, samples {samples}")


@click.command()
@click.option("--keep", type=click.IntRange(min=0), required=True, help="How many to keep beside the one served.")
def prune(keep: int) -> None:
    """Remove the oldest editions; the one that is served always stays. Nothing else ever removes an edition."""
    for edition in prune_editions(Settings.from_environment().editions, keep):
        click.echo(f"Edition {edition.id} is removed.", err=True)


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def diff(old: str, new: str | None, format_: str) -> None:
    """What NEW (default: the edition that is served) holds more, less and otherwise than OLD."""
    from dataclasses import asdict

    from ..editions.diff import diff as compare

    root = Settings.from_environment().editions
    target = layout.find(root, new) if new else layout.current(root)
    if target is None:
        raise AtlasError(f"No edition in {root} is published: name the second one.")
    found = compare(layout.find(root, old), target)
    if format_ == "json":
        click.echo(json.dumps({name: asdict(d) for name, d in found.items()}, ensure_ascii=False, indent=2))
        return
    for name, difference in found.items():
        if difference.nothing:
            click.echo(f"{name}: the same")
        for word, ids in asdict(difference).items():
            if ids:
                click.echo(f"{name}: {len(ids)} {word}: {' '.join(ids)}")

"""The command line: ``cooperation-atlas``. Commands load what they need when they run, so that it starts fast."""

from __future__ import annotations

import sys

import click

from ..model.errors import AtlasError, nearest, suggestion
from ..settings import NAMES
from .coverage import coverage
from .editions import build, diff, editions, prune, publish, rollback
from .feedback import feedback
from .matching import matching_report
from .nuts import import_nuts
from .official import import_official
from .serve import serve
from .validation import validate


class _Commands(click.Group):
    """A group that names the nearest command for one that does not exist."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first argument."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            near = nearest(args[0], self.commands, 1) or tuple(self.commands)
            ctx.fail(f"There is no command '{args[0]}'.{suggestion(near)}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=f"Settings are environment variables: {', '.join(NAMES)}.",
)
def cli() -> None:
    """EU cohesion programmes, NUTS III areas and cooperation entries as OGC API - Features."""


for command in (
    validate,
    coverage,
    build,
    publish,
    rollback,
    editions,
    diff,
    prune,
    import_nuts,
    import_official,
    matching_report,
    feedback,
    serve,
):
    cli.add_command(command)


def main() -> None:
    """Entry point. Errors that a person can mend are messages, not tracebacks."""
    try:
        cli.main(prog_name="cooperation-atlas", standalone_mode=True)
    except AtlasError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"Error: {error.strerror or error}: {error.filename or ''}".rstrip(": "), err=True)
        sys.exit(1)

"""``cooperation-atlas serve``."""

from __future__ import annotations

import os

import click

from ..settings import PREFIX, Settings
from .editions import make


@click.command()
@click.option("--build", "build_it", is_flag=True, help="First build and publish an edition if the sources changed.")
@click.option("--host", help="Address to listen on, instead of COOPERATION_ATLAS_HOST.")
@click.option("--port", type=int, help="Port to listen on, instead of COOPERATION_ATLAS_PORT.")
def serve(build_it: bool, host: str | None, port: int | None) -> None:
    """Serve the current edition as OGC API - Features."""
    # Worker processes read the environment again, so options become part of it.
    if host is not None:
        os.environ[f"{PREFIX}HOST"] = host
    if port is not None:
        os.environ[f"{PREFIX}PORT"] = str(port)
    settings = Settings.from_environment()
    if build_it:
        make(settings, if_changed=True, publish_it=True)
    from ..web.http.serve import run

    run(settings)

"""All resources of the service. A new one is a module with a block, and its entry here."""

from __future__ import annotations

from . import (
    calls,
    catalogue,
    changes,
    codelists,
    collections,
    configured_collections,
    configured_processes,
    consortium,
    coverage,
    definition,
    distribution,
    embed,
    facets,
    features,
    feedback,
    guide,
    health,
    land,
    landing,
    overlay,
    own_tiles,
    partner_schema,
    partners,
    processes,
    schemas,
    similar,
    sitemap,
    statements,
    tiles,
    topology,
)
from .block import Block

#: In the order of their links and their parts of the API definition; routes are tried in this order, too, so that what
#: is asked for most comes first.
BLOCKS: list[Block] = []
# Those that tell of all resources are given the list itself.
BLOCKS += (
    features.BLOCK,
    landing.block(BLOCKS),
    definition.block(BLOCKS),
    collections.block(BLOCKS),
    schemas.BLOCK,
    facets.BLOCK,
    changes.BLOCK,
    distribution.BLOCK,
    topology.BLOCK,
    partners.BLOCK,
    consortium.BLOCK,
    calls.BLOCK,
    similar.BLOCK,
    partner_schema.BLOCK,
    codelists.BLOCK,
    coverage.BLOCK,
    catalogue.BLOCK,
    embed.BLOCK,
    statements.BLOCK,
    sitemap.block(BLOCKS),
    land.BLOCK,
    guide.BLOCK,
    health.BLOCK,
    feedback.BLOCK,
    own_tiles.BLOCK,
    # Whatever else is asked of a configured collection ends at the routes of the second.
    tiles.BLOCK,
    configured_collections.BLOCK,
    # Whatever else is asked of a process ends at the routes of the second.
    processes.block(BLOCKS),
    overlay.BLOCK,
    configured_processes.BLOCK,
)

"""All resources of the service. A new one is a module with a block, and its entry here."""

from __future__ import annotations

from . import (
    codelists,
    collections,
    configured_collections,
    definition,
    facets,
    features,
    health,
    landing,
    processes,
    schemas,
    tiles,
)
from .block import Block

#: In the order of their links and their parts of the API definition.
BLOCKS: list[Block] = []
# Those that tell of all resources are given the list itself.
BLOCKS += (
    # Their routes leave the collections of the model to those that follow.
    tiles.BLOCK,
    configured_collections.BLOCK,
    processes.BLOCK,
    landing.block(BLOCKS),
    definition.block(BLOCKS),
    collections.block(BLOCKS),
    features.BLOCK,
    schemas.BLOCK,
    facets.BLOCK,
    codelists.BLOCK,
    health.BLOCK,
)

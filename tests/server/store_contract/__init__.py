"""The contract of stores (``cooperation_atlas.store.contract``) as tests that any backend runs.

A backend adds a module with a fixture ``store`` and a subclass of each class here (``test_store_contract_memory.py``).
They use nothing but the contract: what they compare with comes from the store itself, by another way. Whether answers
are right at all is for ``test_store_oracle.py``, which works them out from the tables.
"""

from .counts import CountContract
from .overlays import OverlayContract
from .pages import PageContract
from .searches import SearchContract

__all__ = ["CountContract", "OverlayContract", "PageContract", "SearchContract"]

"""The pygeoapi provider of vector tiles: one collection of the published edition, in WebMercatorQuad."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pygeoapi.models.provider.base import TileMatrixSetEnum
from pygeoapi.provider.base_mvt import BaseMVTProvider
from pygeoapi.provider.tile import ProviderTileNotFoundError

from ...model.collections import Collection, collection
from ...model.errors import AtlasError
from ...store.contract import Store
from ...store.open import open_editions
from ..formats.geojson import numbered_escapes
from ..tiles.grid import MATRIX_SET, MAX_ZOOM, MIN_ZOOM, tile_of
from ..tiles.metadata import address, tile_set, tilejson
from ..tiles.mvt import MEDIA_TYPE
from ..tiles.tiles import everything, tiles_of

NAME = "cooperation_atlas.ogc.pygeoapi.tile_provider.CooperationAtlasTiles"


def definition(data: str, one: Collection) -> dict[str, Any]:
    """The provider in a configuration.

    :param data: folder of the editions
    """
    return {
        "type": "tile",
        "name": NAME,
        "data": data,
        "options": {"collection": one.id, "schemes": [MATRIX_SET], "zoom": {"min": MIN_ZOOM, "max": MAX_ZOOM}},
        "format": {"name": "mvt", "mimetype": MEDIA_TYPE},
    }


class CooperationAtlasTiles(BaseMVTProvider):
    """Tiles of one collection.

    ``provider_def``: ``data`` is the folder of the editions, ``options.collection`` the collection id.
    """

    def __init__(self, provider_def: dict[str, Any]) -> None:
        super().__init__(provider_def)
        self.collection = collection(self.options["collection"])

    def __repr__(self) -> str:
        return f"<CooperationAtlasTiles> {self.collection.id}"

    @property
    def store(self) -> Store:
        """The store of the edition that is served now."""
        return open_editions(Path(self.data), numbered_escapes).store

    def get_layer(self) -> str:
        """Name of the layer in the tiles."""
        return self.collection.id

    def get_tiling_schemes(self) -> list[Any]:
        """The tile matrix sets: pygeoapi's usual ones would also promise WorldCRS84Quad."""
        return [one.value for one in TileMatrixSetEnum if one.value.tileMatrixSet == MATRIX_SET]

    def get_tiles_service(
        self, baseurl: str | None = None, servicepath: str | None = None, dirpath: Any = None, tile_type: Any = None
    ) -> dict[str, Any]:
        """The links of the tile sets."""
        self._service_url = servicepath
        links: dict[str, Any] = self.get_tms_links()
        return links

    def get_tiles(
        self,
        layer: Any = None,
        tileset: Any = None,
        z: Any = None,
        y: Any = None,
        x: Any = None,
        format_: Any = None,
    ) -> bytes | None:
        """A tile of all features, ``None`` where it has none.

        :raises ProviderTileNotFoundError: for one that cannot be
        """
        try:
            if tileset != MATRIX_SET:
                raise ProviderTileNotFoundError(user_msg=f"There are tiles in {MATRIX_SET} only.")
            place = tile_of(str(z), str(y), str(x))
            return tiles_of(self.store, self.collection).tile(place, everything(self.collection))
        except AtlasError as error:
            raise ProviderTileNotFoundError(user_msg=str(error)) from error

    def get_default_metadata(self, dataset: Any, server_url: str, *arguments: Any, **kwargs: Any) -> dict[str, Any]:
        """The metadata of the standard."""
        return tile_set(server_url.rstrip("/"), self.store, self.collection)

    def get_html_metadata(self, dataset: Any, server_url: str, *arguments: Any, **kwargs: Any) -> dict[str, Any]:
        """What pygeoapi's own page shows."""
        here = address(server_url.rstrip("/"), self.collection)
        return {
            "id": dataset,
            "title": self.collection.title,
            "tileset": MATRIX_SET,
            "collections_path": f"{here}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}?f=mvt",
            "json_url": f"{here}/metadata?f=json",
            "tilejson_url": f"{here}/metadata?f=tilejson",
        }

    def get_vendor_metadata(self, dataset: Any, server_url: str, *arguments: Any, **kwargs: Any) -> dict[str, Any]:
        """TileJSON."""
        return tilejson(server_url.rstrip("/"), self.store, self.collection)

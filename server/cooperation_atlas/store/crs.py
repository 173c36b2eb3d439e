"""The coordinate reference systems that are offered, and their axis order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from pyproj import CRS, Transformer

from ..model.errors import InvalidValue, nearest

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


@dataclass(frozen=True)
class Crs:
    """A CRS by its OGC URI.

    :param uri: URI as in ``crs``, ``bbox-crs`` and ``Content-Crs``
    :param decimals: decimals of the coordinates in responses; about 0.1 m
    """

    uri: str
    decimals: int

    @cached_property
    def crs(self) -> CRS:
        """The definition, from the EPSG registry as shipped with PROJ."""
        return CRS.from_user_input("OGC:CRS84" if self.uri == CRS84 else f"EPSG:{self.code}")

    @cached_property
    def code(self) -> str:
        """The code at the end of the URI, such as ``3035`` or ``CRS84``."""
        return self.uri.rsplit("/", 1)[-1]

    @cached_property
    def swapped(self) -> bool:
        """True where the first axis points north (EPSG:4326, 4258, 3035): coordinates are written y, x."""
        return self.crs.axis_info[0].direction == "north"

    @cached_property
    def geographic(self) -> bool:
        """True for degrees. The datum shift between WGS 84 and ETRS89 is null at the accuracy of the geometry."""
        return self.crs.is_geographic

    @cached_property
    def from_crs84(self) -> Callable[[np.ndarray], np.ndarray]:
        """Transforms an (n, 2) array of longitude and latitude to x, y of this CRS (always x first)."""
        if self.geographic:
            return lambda xy: xy
        transformer = Transformer.from_crs("OGC:CRS84", self.crs, always_xy=True)
        return lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))


#: The CRSs offered, by URI; the first is the storage CRS and the default.
OFFERED: dict[str, Crs] = {
    c.uri: c
    for c in (
        Crs(CRS84, 6),
        Crs("http://www.opengis.net/def/crs/EPSG/0/4326", 6),
        Crs("http://www.opengis.net/def/crs/EPSG/0/4258", 6),
        Crs("http://www.opengis.net/def/crs/EPSG/0/3035", 1),
        Crs("http://www.opengis.net/def/crs/EPSG/0/3857", 1),
    )
}


def offered(uri: str, place: str) -> Crs:
    """The CRS of that URI.

    :param place: where the URI stands: the parameter or the part of a query
    :raises InvalidValue: with the URIs offered
    """
    try:
        return OFFERED[uri]
    except KeyError:
        raise InvalidValue(place, f"'{uri}' is not offered.", nearest(uri, OFFERED) or OFFERED) from None

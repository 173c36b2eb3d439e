"""The land that maps draw below everything else: its layer in an edition, and its terms."""

from __future__ import annotations

from .attribution import Licence
from .fields import string

#: Where the file with it is, below the folder of the sources.
LAND_FILE = "background/land.geojson.gz"
#: Name of the layer.
LAND = "land"
LAND_FIELDS = (
    string("id", "Id", "Made of the name."),
    string("name", "Name", "English name in the source."),
    string("source", "Source", "Where the outline is from, with version and licence."),
)
LAND_LICENCE = Licence("Natural Earth: public domain", "https://www.naturalearthdata.com/about/terms-of-use/")

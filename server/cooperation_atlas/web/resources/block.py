"""What a resource of the service is made of. Everything that lists resources joins what their blocks say:
the application its routes, ``/openapi`` and ``/conformance`` their parts, the landing page its links, the probe its
examples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...ogc.openapi import ApiPart
from ..http.bodies import MAXIMUM_BODY, MEDIA_TYPES
from ..http.representation import Representation
from ..service import ServedEdition

Link = dict[str, Any]
#: Makes the answer from the edition, the request (``ResourceRequest``) and the arguments in the path.
Endpoint = Callable[..., Representation]

READ = ("GET", "HEAD")


@dataclass(frozen=True)
class Example:
    """A request for something that is there.

    :param arguments: arguments in the path
    :param parameters: query parameters
    :param body: of a POST request, ``None`` for GET
    """

    arguments: Mapping[str, str]
    parameters: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None


@dataclass(frozen=True)
class Route:
    """A path, and what answers requests to it.

    :param path: pattern of the router; ``{name}`` are arguments of ``endpoint``
    :param endpoint: is also given ``budget`` where the route is a search
    :param search: whether an answer may cost so much that it is made beside the event loop (``web.searching``)
    :param of_core: whether pygeoapi's core answers, which takes its time in a thread (``web.core_calls``)
    :param ranged: whether it is a file of which clients read parts; it is made in a thread as answers of the core are
    :param check: is given the edition and the arguments in the path; raises ``NotFound`` for what is not there, so that
        requests for it take no thread
    :param of_service: whether ``endpoint`` is given the ``Service`` before the edition
    :param of_sender: whether ``endpoint`` keeps something: it is given the ``Sender`` after the request, and runs
        in the one thread that writes
    :param media_types: those of the body of a POST request; ``largest_body`` its most bytes
    :param body: what a POST request carries, in words, and the name of the place in error messages
    :param examples: requests that must succeed before an edition is served
    """

    path: str
    endpoint: Endpoint
    methods: tuple[str, ...] = READ
    search: bool = False
    of_core: bool = False
    ranged: bool = False
    check: Callable[[ServedEdition, Mapping[str, str]], object] = lambda _view, _arguments: None
    of_service: bool = False
    of_sender: bool = False
    body: tuple[str, str] = ("a CQL2 filter", "filter")
    media_types: tuple[str, ...] = MEDIA_TYPES
    largest_body: int = MAXIMUM_BODY
    examples: Callable[[ServedEdition], Iterable[Example]] = lambda _: ()


@dataclass(frozen=True)
class Executed:
    """What only a process answers.

    :param endpoint: as that of a route that searches; an input that is a JSON object is the body of its request
    :param parameters: declarations of its inputs
    :param formats: of its output, the usual one first
    :param example: inputs that work
    """

    endpoint: Endpoint
    parameters: Callable[[ServedEdition], list[dict[str, Any]]]
    formats: tuple[str, ...]
    example: Callable[[ServedEdition], Mapping[str, Any]]


@dataclass(frozen=True)
class Block:
    """A resource, or several that belong together.

    :param conformance: URIs of the conformance classes that hold because of it
    :param api: its part of the API definition
    :param links: its links on the landing page; arguments are the edition and the parameters of the request that links
        keep (``&name=value``)
    :param collection_links: its links in the description of a collection; further arguments are its id and the number
        of its features
    :param executes: what only processes answer, by the id of the process
    """

    routes: tuple[Route, ...]
    conformance: Callable[[ServedEdition], Iterable[str]] = lambda _: ()
    api: Callable[[ServedEdition], ApiPart] = lambda _: ApiPart()
    links: Callable[[ServedEdition, str], Iterable[Link]] = lambda _view, _kept: ()
    collection_links: Callable[[ServedEdition, str, str, int], Iterable[Link]] = lambda _view, _kept, _id, _count: ()
    executes: Mapping[str, Executed] = field(default_factory=dict)

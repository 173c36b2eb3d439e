"""The OpenAPI 3.0 document, joined from what each resource says of itself; it refers to nothing outside itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .. import __version__
from . import openapi_answers as answers
from . import openapi_parameters as declare
from .openapi_sharing import with_shared_parameters
from .openapi_texts import message
from .pygeoapi.config import service_contact
from .service_links import own_relation

MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.0"
#: Tag of what belongs to no collection.
SERVICE = "service"


@dataclass(frozen=True)
class ApiPart:
    """What one resource adds to the document.

    :param paths: path item objects by path; ``{name}`` are parameters in the path
    :param tags: descriptions by tag, in the order in which they are shown
    :param parameters: parameters by the name under which operations refer to them (``openapi_parameters.ref``)
    :param schemas: schemas by the name under which answers refer to them
    :param relations: descriptions of link relations of our own, by name
    """

    paths: Mapping[str, Any] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, Any] = field(default_factory=dict)
    schemas: Mapping[str, Any] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)


def openapi_document(config: Mapping[str, Any], edition_id: str, parts: Iterable[ApiPart]) -> dict[str, Any]:
    """The document for one edition: every path, every parameter with its values, every answer.

    :param config: configuration of pygeoapi (``ogc.pygeoapi.config``)
    """
    metadata, server = config["metadata"], config["server"]
    identification, licence, contact = metadata["identification"], metadata["license"], metadata["contact"]
    tags = {SERVICE: message("The service and its vocabularies")}
    paths: dict[str, Any] = {}
    parameters = declare.common(server["languages"])
    schemas: dict[str, Any] = {"Object": {"type": "object"}}
    relations: dict[str, Any] = {}
    for part in parts:
        tags |= part.tags
        paths |= part.paths
        parameters |= part.parameters
        schemas |= part.schemas
        relations |= {
            name: {"uri": own_relation(server["url"], name), "description": text}
            for name, text in part.relations.items()
        }
    paths, parameters = with_shared_parameters(paths, parameters)
    return {
        "openapi": "3.0.3",
        "info": {
            "title": identification["title"],
            "description": identification["description"],
            "version": __version__,
            "termsOfService": identification["terms_of_service"],
            "x-keywords": identification["keywords"],
            "contact": {
                **{name: contact[name] for name in ("name", "url", "email") if name in contact},
                "x-ogc-serviceContact": service_contact(config),
            },
            "license": {"name": licence["name"], "url": licence["url"]},
            "x-edition": edition_id,
        },
        "servers": [{"url": server["url"], "description": identification["title"]}],
        "tags": [{"name": name, "description": text} for name, text in tags.items()],
        "paths": paths,
        "x-link-relations": relations,
        "components": {
            "parameters": parameters,
            "headers": answers.HEADERS,
            "responses": {"Problem": answers.problem()},
            "schemas": schemas,
        },
    }


def operation(
    summary: str,
    id_: str,
    parameters: list[dict[str, Any]],
    responses: dict[str, Any],
    tag: str = SERVICE,
    **more: Any,
) -> dict[str, Any]:
    """An operation object. What is named in the path may not be there.

    :param id_: ``operationId``, which no other operation of the document has
    :param more: further members (``requestBody``)
    """
    if any(parameter.get("in") == "path" for parameter in parameters):
        responses = {**responses, "404": answers.PROBLEM}
    return {
        "summary": summary,
        "operationId": id_,
        "tags": [tag],
        "parameters": parameters,
        "responses": responses,
        **more,
    }

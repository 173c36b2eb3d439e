"""The schema of partners, with what can be chosen for their comparison."""

from __future__ import annotations

from typing import Any

from ...model.partners import PARTNERS
from ...ogc import openapi_parameters as declare
from ...ogc import schema
from ...ogc.openapi import ApiPart
from ...ogc.partner_schema import partner_schema
from ..http.request import ResourceRequest
from ..service import ServedEdition
from .block import Block
from .document import Document
from .schemas import nulls_of

PATH = f"/{PARTNERS.id}/schema"


def _schema(view: ServedEdition, request: ResourceRequest) -> dict[str, Any]:
    """The schema of partners.

    :raises InvalidValue: for a value of ``nulls`` that is not known
    """
    tables = view.partners.tables
    return partner_schema(tables, view.store.codelists, f"{view.base_url}{PATH}", nulls_of(request))


_SCHEMA = Document(PATH, "partner_schema.html", _schema, schema.MEDIA_TYPE, parameters=(declare.nulls(),))


def _api(_: ServedEdition) -> ApiPart:
    return ApiPart(paths={PATH: _SCHEMA.operation("Schema of partners, and how they are compared", "schemaPartners")})


BLOCK = Block(routes=(_SCHEMA.route,), api=_api)

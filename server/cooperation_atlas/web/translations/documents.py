"""Documents about the data in a language: collections and schemas, with their titles and descriptions translated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...ogc.partner_schema import COMPARISON
from ...ogc.presentation import ABSENT, GROUP, PRESENTATION, UNIT
from ...ogc.schema import CRITERIA_MEMBER
from .catalogue import Catalogue

_TEXTS = ("title", "description", GROUP, UNIT, ABSENT)


def translate_document(catalogue: Catalogue, document: Mapping[str, Any]) -> dict[str, Any]:
    """A JSON document with its titles, descriptions and keywords translated, and those of its properties,
    criteria, collections, lists, processes and comparison of partners, and with the nouns and headings of its
    presentation.

    Everything else is left as it is: links, code lists (which have their labels in all languages) and the API
    definition, which is English.
    """
    translated: dict[str, Any] = dict(document)
    for name, value in document.items():
        if name in _TEXTS and isinstance(value, str):
            translated[name] = catalogue.translate(value)
        elif name == "keywords":
            translated[name] = [catalogue.translate(word) for word in value]
        elif name in ("properties", CRITERIA_MEMBER, "outputs"):
            translated[name] = {key: translate_document(catalogue, one) for key, one in value.items()}
        elif name == "inputs":
            translated[name] = {
                key: {**one, "description": catalogue.translate_api(one["description"])} for key, one in value.items()
            }
        elif name in ("collections", "lists", "processes") and isinstance(value, list):
            translated[name] = [translate_document(catalogue, one) for one in value]
        elif name == COMPARISON:
            translated[name] = {
                key: [translate_document(catalogue, one) for one in each] if isinstance(each, list) else each
                for key, each in value.items()
            }
        elif name == PRESENTATION:
            noun = catalogue.plural_forms(value["noun"]["one"], value["noun"]["other"])
            translated[name] = {
                **value,
                "noun": noun,
                "groups": [catalogue.translate(text) for text in value["groups"]],
            }
    return translated

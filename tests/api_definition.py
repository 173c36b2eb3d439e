"""What tests of several kinds read in the API definition."""

from __future__ import annotations

from typing import Any


def resolved(document: dict[str, Any], declared: dict[str, Any]) -> dict[str, Any]:
    """A declaration of the API definition, looked up where it is a reference."""
    found: Any = declared
    if "$ref" in declared:
        found = document
        for part in declared["$ref"].removeprefix("#/").split("/"):
            found = found[part]
    return found

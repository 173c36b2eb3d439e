"""Ids of collections in the paths of routes: no path is both one of the model's collections and a configured one."""

from __future__ import annotations

import re

from starlette.convertors import Convertor, register_url_convertor

from ...model.collections import COLLECTIONS

#: Paths of a collection of the model, and of one that ``config/pygeoapi.yml`` adds (or that is not there).
DECLARED = "/collections/{collection_id:declared}"
CONFIGURED = "/collections/{collection_id:configured}"


class _Id(Convertor[str]):
    """A segment of a path; its expression is read when an application makes its routes."""

    def convert(self, value: str) -> str:
        """The id as it stands."""
        return value

    def to_string(self, value: str) -> str:
        """The id as it stands."""
        return value


class _Declared(_Id):
    @property
    def regex(self) -> str:  # type: ignore[override]
        """The ids of the model's collections."""
        return f"(?:{_declared()})(?=/|$)"


class _Configured(_Id):
    @property
    def regex(self) -> str:  # type: ignore[override]
        """Any segment but the ids of the model's collections."""
        return f"(?!(?:{_declared()})(?:/|$))[^/]+"


def _declared() -> str:
    return "|".join(map(re.escape, COLLECTIONS))


register_url_convertor("declared", _Declared())
register_url_convertor("configured", _Configured())

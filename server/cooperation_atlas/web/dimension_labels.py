"""Values of dimensions in words, in a language."""

from __future__ import annotations

from ..model.criteria import Match
from ..model.dimensions import Dimension
from ..model.fields import FieldType
from ..store.contract import Store
from .translations.catalogue import Catalogue

#: What true and false are called.
YES_AND_NO = {"true": "yes", "false": "no"}


class DimensionLabels:
    """Labels of the values of dimensions.

    :param catalogue: of the language
    """

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        self._store = store
        self._catalogue = catalogue

    def __call__(self, dimension: Dimension, code: str) -> str:
        """The label of a value."""
        if dimension.level is not None:
            return self._store.region_name(code) or code
        if dimension.codelist is not None:
            return self._store.codelists.label(dimension.codelist, code, self._catalogue.language)
        if _is_boolean(dimension):
            return self._catalogue.translate(YES_AND_NO[code])
        if dimension.field is not None and dimension.field.words:
            return self._catalogue.translate(code.replace("_", " "))
        return self._catalogue.number(float(code), 2)


def _is_boolean(dimension: Dimension) -> bool:
    if dimension.criterion is not None:
        return dimension.criterion.match is Match.BOOLEAN
    return dimension.field is not None and dimension.field.type is FieldType.BOOLEAN

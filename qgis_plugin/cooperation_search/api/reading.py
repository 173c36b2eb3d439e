"""Strict reading of JSON: every wrong type is an error that names its place in the answer."""

from __future__ import annotations

import json
from typing import Any, Dict, List, Optional, Tuple

from .errors import ApiError, ErrorKind
from .texts import tr


def malformed(place: str) -> ApiError:
    """The error for an answer that breaks the contract at ``place``."""
    return ApiError(
        ErrorKind.MALFORMED,
        tr("Api", "The server's answer is damaged or not what was expected."),
        place,
    )


def parse(body: bytes) -> Any:
    """The JSON value of an answer's body.

    :raises ApiError: (malformed) where it is no JSON in UTF-8
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise malformed(f"JSON: {error}") from error


class Reader:
    """One JSON object of an answer.

    :param value: parsed JSON, which must be an object
    :param place: where it stands, for error texts (``features[3].properties``)
    """

    def __init__(self, value: Any, place: str) -> None:
        if not isinstance(value, dict):
            raise malformed(tr("Api", "{}: an object was expected").format(place))
        self.values: Dict[str, Any] = value
        self.place = place

    def text(self, name: str) -> str:
        """A text that must be there."""
        value = self.values.get(name)
        if not isinstance(value, str):
            raise self._wrong(name, tr("Api", "a text"))
        return value

    def optional(self, name: str) -> Optional[str]:
        """A text, or ``None`` where it is absent or null."""
        return None if self.values.get(name) is None else self.text(name)

    def count(self, name: str) -> int:
        """A whole number that must be there, 0 or more."""
        value = self.values.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._wrong(name, tr("Api", "a whole number"))
        return value

    def flag(self, name: str) -> Optional[bool]:
        """True or false, or ``None`` where it is absent or null."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, bool):
            raise self._wrong(name, tr("Api", "true or false"))
        return value

    def texts(self, name: str) -> Tuple[str, ...]:
        """A list of texts, empty where it is absent or null."""
        value = self.values.get(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self._wrong(name, tr("Api", "a list of texts"))
        return tuple(value)

    def list(self, name: str) -> List[Any]:
        """A list that must be there."""
        value = self.values.get(name)
        if not isinstance(value, list):
            raise self._wrong(name, tr("Api", "a list"))
        return value

    def reader(self, name: str) -> Reader:
        """An object that must be there."""
        return Reader(self.values.get(name), f"{self.place}.{name}")

    def readers(self, name: str) -> List[Reader]:
        """A list of objects that must be there."""
        return [Reader(v, f"{self.place}.{name}[{i}]") for i, v in enumerate(self.list(name))]

    def _wrong(self, name: str, expected: str) -> ApiError:
        return malformed(
            tr("Api", "{place}: {expected} was expected").format(place=f"{self.place}.{name}", expected=expected)
        )

"""Executions of processes that nobody should send: inputs of all kinds, and shapes that are none."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from hostile_words import VALUES

#: Processes, with inputs that each of them has and values that are good.
_INPUTS: dict[str, dict[str, Any]] = {
    "partner-match": {"programme": "2021IT16RFPR016", "weights": ["theme:3", "border:1"], "limit": 2, "country": "EL"},
    "consortium": {"programme": "2021IT16RFPR016", "preset": "i3-1", "partners": 3, "with": "2021EL16FFPR016"},
    "neighbours": {"nuts3": "AT34", "across_border": True, "limit": 2, "bbox": [9, 47, 10, 48], "border_km": 5},
    "similar-regions": {"nuts3": "ITG13", "abroad": True, "limit": 2},
    "distribution": {"by": ["country"], "collection": "nuts3", "topic": "PO2", "compare": "period"},
    "overlay": {"collection": "nuts3", "distance_km": 20, "repair": True, "relation": "near", "crs": "EPSG:4326"},
}
_KINDS = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection", "Po")
_DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
_NUMBERS = (0, 9, 47.5, -181, 180, 90.0001, 1e300, -1e-300, 2**63, "9", None, True, [], {})


class Executions:
    """Makes bodies of executions.

    :param choice: the same seed makes the same bodies
    """

    def __init__(self, choice: random.Random) -> None:
        self._choice = choice

    def make(self) -> tuple[str, bytes]:
        """The id of a process, and a body for it."""
        id_ = self._choice.choice([*_INPUTS, "no-such-process"])
        good = _INPUTS.get(id_, {})
        inputs: Any = {name: self._value(value) for name, value in good.items() if self._choice.random() < 0.6}
        if id_ == "overlay" and self._choice.random() < 0.9:
            inputs["features"] = self._features()
        if self._choice.random() < 0.2:
            inputs[self._word()] = self._value(5)
        request: dict[str, Any] = {"inputs": inputs if self._choice.random() < 0.95 else self._value(inputs)}
        if self._choice.random() < 0.3:
            outputs: Any = {self._choice.choice(["pairs", "partners", self._word()]): self._value({"format": {}})}
            request["outputs"] = self._value(outputs)
        if self._choice.random() < 0.3:
            request["response"] = self._choice.choice(["raw", "document", self._word(), None])
        if self._choice.random() < 0.05:
            request["subscriber"] = {"successUri": self._word()}
        return id_, json.dumps(request).encode("utf-8", "surrogatepass")

    def _word(self) -> str:
        return str(self._choice.choice(VALUES))

    def _value(self, good: Any) -> Any:
        """Mostly the good value, else one of another kind."""
        if self._choice.random() < 0.6:
            return good
        others: tuple[Callable[[], Any], ...] = (
            self._word, lambda: [self._word(), good], lambda: {"value": good}, lambda: {"href": self._word()},
            lambda: self._choice.choice(_NUMBERS), lambda: [good] * 200, list, lambda: self._nested(300),
        )  # fmt: skip
        return self._choice.choice(others)()

    def _nested(self, depth: int) -> Any:
        found: Any = 9
        for _ in range(self._choice.randrange(depth)):
            found = [found]
        return found

    def _features(self) -> Any:
        kind = self._choice.choice(["FeatureCollection", "Feature", *_KINDS])
        if kind == "FeatureCollection":
            return {"type": kind, "features": [self._feature() for _ in range(self._choice.randrange(4))]}
        return self._feature() if kind == "Feature" else self._geometry(kind)

    def _feature(self) -> Any:
        made = {"type": "Feature", "id": self._value(7), "geometry": self._geometry(self._choice.choice(_KINDS))}
        return self._value(made) if self._choice.random() < 0.2 else made

    def _geometry(self, kind: str) -> Any:
        made: dict[str, Any] = {"type": kind, "coordinates": self._coordinates(_DEPTH.get(kind, 1))}
        if self._choice.random() < 0.05:
            made["crs"] = self._value(None)
        return made

    def _coordinates(self, depth: int) -> Any:
        if self._choice.random() < 0.03:
            return self._choice.choice(_NUMBERS)
        if depth == 0:
            if self._choice.random() < 0.05:
                return [self._choice.choice(_NUMBERS) for _ in range(self._choice.randrange(5))]
            return [self._choice.uniform(-12, 32), self._choice.uniform(34, 71)]
        made = [self._coordinates(depth - 1) for _ in range(self._choice.choice([0, 1, 3, 4, 4, 5, 30]))]
        return [*made, made[0]] if made and self._choice.random() < 0.8 else made

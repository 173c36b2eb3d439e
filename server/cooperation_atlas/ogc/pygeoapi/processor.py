"""The processes of the service as a plugin of pygeoapi."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any

from pygeoapi.process.base import BaseProcessor, ProcessorExecuteError

from ... import __version__
from ...model.processes import PROCESSES, Process

#: The plugin, as pygeoapi's configuration names it.
PROCESSOR = f"{__name__}.ResourceProcessor"
#: Answers for the process that is being executed. pygeoapi hands a process its inputs and nothing else, but the answer
#: also depends on the edition, the language and the budget of the request.
RUN: ContextVar[Callable[[], bytes]] = ContextVar("run")
#: The media type of results for pygeoapi: it writes what is JSON by itself, with ``&lt;`` for ``<`` in every text.
WRITTEN = "application/octet-stream"


class ResourceProcessor(BaseProcessor):
    """Executes the resource of a process.

    :param definition: of the configuration; ``process`` is the id
    """

    def __init__(self, definition: Mapping[str, Any]) -> None:
        super().__init__(definition, summary(PROCESSES[definition["process"]]) | {"inputs": {}, "outputs": {}})
        self.supports_outputs = True

    def execute(self, data: dict[str, Any], outputs: Any = None) -> tuple[str, bytes]:
        """The media type and the result.

        :param data: inputs, which were read before
        :raises ProcessorExecuteError: outside of a request to this server
        """
        try:
            run = RUN.get()
        except LookupError:
            raise ProcessorExecuteError("this process needs the server of Cooperation Atlas around it.") from None
        return WRITTEN, run()


def summary(process: Process) -> dict[str, Any]:
    """What a process says of itself in the list of processes (18-062r2, ``processSummary.yaml``)."""
    return {
        "id": process.id,
        "title": process.title,
        "description": process.description,
        "keywords": list(process.keywords),
        "version": __version__,
        "jobControlOptions": ["sync-execute"],
        "outputTransmission": ["value"],
    }


def resources() -> dict[str, Any]:
    """The processes as resources of pygeoapi's configuration."""
    return {
        resource_id(id_): {"type": "process", "processor": {"name": PROCESSOR, "process": id_}} for id_ in PROCESSES
    }


def resource_id(process_id: str) -> str:
    """The id of a process among pygeoapi's resources, where collections have ids, too. No configured id has a colon."""
    return f"process:{process_id}"

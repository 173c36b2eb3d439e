"""Processes (OGC 18-062r2): executed while the client waits; what it sends is checked against the description."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import orjson
from pygeoapi.process.base import ProcessorExecuteError
from pygeoapi.process.manager.base import BaseManager
from pygeoapi.util import JobStatus
from referencing import Registry

from ...model.errors import AtlasError, InvalidValue, nearest
from ..process_requests import members_of
from .processor import ResourceProcessor

LOGGER = logging.getLogger(__name__)
#: The process manager of pygeoapi's configuration.
MANAGER = {"name": f"{__name__}.SynchronousManager", "connection": None, "output_dir": None}


class ProcessFailed(AtlasError):
    """A process that did not come to a result with these inputs."""


class SynchronousManager(BaseManager):
    """Executes processes while the client waits.

    pygeoapi's own ``Dummy`` manager shows clients what Python said of a failure. Jobs would be threads and files of one
    worker that no other worker knows.
    """

    def execute_process(
        self,
        process_id: str,
        data_dict: dict[str, Any],
        execution_mode: Any = None,
        requested_outputs: Any = None,
        subscriber: Any = None,
        requested_response: Any = None,
    ) -> tuple[str, str, Any, JobStatus, None]:
        """Execute a process; returns job id, media type, result, status, further headers.

        :raises ProcessFailed: with what the process says for people
        """
        processor = self.get_processor(process_id)
        if isinstance(processor, ResourceProcessor):  # it says itself what is wrong, as its resource does
            return str(uuid.uuid4()), *processor.execute(data_dict, requested_outputs), JobStatus.successful, None
        more = {"outputs": requested_outputs} if processor.supports_outputs else {}
        try:
            media_type, result = processor.execute(data_dict, **more)
        except ProcessorExecuteError as error:
            raise ProcessFailed(f"Process '{process_id}' failed: {error}") from error
        except Exception as error:  # its libraries raise whatever they do on inputs that they cannot use
            LOGGER.exception("process %s failed", process_id)
            advice = "Compare them with its description; the failure is in the log of the server."
            raise ProcessFailed(f"Process '{process_id}' failed on these inputs. {advice}") from error
        if requested_response == "document":
            result = {"outputs": [result]}
        return str(uuid.uuid4()), media_type, result, JobStatus.successful, None


def check_execution(id_: str, description: Mapping[str, Any], body: bytes) -> None:
    """Check an execution request.

    :param description: of the process, as its processor has it
    :raises InvalidValue: naming the member and, where there are some, the nearest valid choices
    """
    request = members_of(body)
    _check_outputs(id_, description, request.get("outputs"))
    inputs = request.get("inputs", {})
    declared = description["inputs"]
    for name in inputs:
        if name not in declared:
            raise InvalidValue(f"inputs.{name}", f"process '{id_}' has no such input.", nearest(name, declared))
    for name, schema in declared.items():
        if name in inputs:
            _check_input(name, schema, inputs[name])
        elif schema.get("minOccurs", 1) > 0:
            raise InvalidValue(f"inputs.{name}", f"is missing; process '{id_}' needs it.")


def _check_outputs(id_: str, description: Mapping[str, Any], outputs: Any) -> None:
    if outputs is None:
        return
    if not isinstance(outputs, dict | list) or not all(isinstance(name, str) for name in outputs):
        raise InvalidValue("outputs", "is not an object by the names of outputs.")
    for name in outputs:
        if name not in description["outputs"]:
            reason = f"process '{id_}' has no such output."
            raise InvalidValue(f"outputs.{name}", reason, nearest(name, description["outputs"]))


def _check_input(name: str, declared: Mapping[str, Any], value: Any) -> None:
    """Check a value; where an input may occur several times, an array holds its values."""
    several = declared.get("maxOccurs", 1) != 1 and isinstance(value, list)
    schema = {"type": "array", "items": declared["schema"]} if several else declared["schema"]
    # Schemas of processes may refer to others; nothing is fetched for them.
    if "$ref" in orjson.dumps(schema).decode():
        return
    validator = jsonschema.Draft202012Validator(schema, registry=Registry())
    for error in validator.iter_errors(value):
        raise InvalidValue(f"inputs.{name}", f"{error.message[:300]}.")

"""Rules for the head of a request: its size, and the one host that it must name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus

from .problems import Refused

#: Largest address of a request, in bytes: httptools has 16 bits for lengths in it.
MAXIMUM_ADDRESS = 0xFFFF
#: Largest head of a request (and its header fields), in bytes.
MAXIMUM_HEAD = 128 * 1024
#: Characters of a host (RFC 9110, 7.2): a name or an address, and a port.
_HOST = re.compile(rb"[A-Za-z0-9\-._~%!$&'()*+,;=:\[\]]*")


def check(address: bytes, headers: Sequence[tuple[bytes, bytes]], version: str) -> None:
    """Check a head.

    :param headers: names in lower case, and values
    :param version: of HTTP
    :raises Refused: where it is too large, or does not name exactly one host
    """
    if len(address) > MAXIMUM_ADDRESS or sum(len(name) + len(value) for name, value in headers) > MAXIMUM_HEAD:
        raise too_large(address)
    # RFC 9112, 3.2: with two hosts, a proxy may have read the other one.
    hosts = [value for name, value in headers if name == b"host"]
    if len(hosts) > 1 or (not hosts and version != "1.0"):
        detail = f"A request must have exactly one header field Host; this one has {len(hosts) or 'none'}."
        raise Refused(HTTPStatus.BAD_REQUEST, detail)
    if hosts and not _HOST.fullmatch(hosts[0]):
        raise Refused(HTTPStatus.BAD_REQUEST, "The header field Host is neither a name nor an address.")


def too_large(address: bytes) -> Refused:
    """The refusal of a head that is too large: because of its address, or of its header fields."""
    if len(address) > MAXIMUM_ADDRESS:
        detail = f"The address is longer than {MAXIMUM_ADDRESS} bytes; send the filter in the body of a POST request."
        return Refused(HTTPStatus.REQUEST_URI_TOO_LONG, detail)
    detail = f"The header fields are longer than {MAXIMUM_HEAD} bytes."
    return Refused(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, detail)

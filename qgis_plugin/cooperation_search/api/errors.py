"""What can go wrong between the plugin and a server, in words for people."""

from __future__ import annotations

from enum import Enum
from typing import Optional


class ErrorKind(Enum):
    """Kind of a failure; the panel chooses icon and advice by it."""

    UNREACHABLE = "unreachable"  #: no connection, or it broke off
    TIME_OUT = "time_out"  #: connected, but no (complete) answer in time
    REFUSED = "refused"  #: the server refused the request (4xx); ``detail`` is its own text
    LOGIN = "login"  #: server or proxy require a user name and a password, and got none or wrong ones
    CERTIFICATE = "certificate"  #: the server's certificate was not accepted
    SERVER_FAILED = "server_failed"  #: 5xx
    MALFORMED = "malformed"  #: an answer that is not JSON, or not as documented
    NOT_COOPERATION_ATLAS = "not_cooperation_atlas"  #: something answers, but another service
    OTHER_VERSION = "other_version"  #: a Cooperation Atlas that lacks what this plugin needs, or is too new for it
    CANCELLED = "cancelled"  #: ended by the caller


#: The server is there: an earlier answer must not stand in for these.
ASKED_BACK = (ErrorKind.REFUSED, ErrorKind.LOGIN, ErrorKind.CERTIFICATE)


class ApiError(Exception):
    """A failed call.

    :param kind: what failed
    :param message: translated sentence for people
    :param detail: the server's own words, or the place in the answer that is wrong; may be empty
    :param url: address that was asked
    :param status: HTTP status, or ``None`` without an HTTP answer
    """

    def __init__(
        self,
        kind: ErrorKind,
        message: str,
        detail: str = "",
        url: str = "",
        status: Optional[int] = None,
    ) -> None:
        super().__init__(f"{message} {detail}".strip())
        self.kind = kind
        self.message = message
        self.detail = detail
        self.url = url
        self.status = status

    @property
    def text(self) -> str:
        """Message and detail as one text."""
        return str(self)

"""What a failed request means: HTTP statuses and network failures as errors in words for people."""

from __future__ import annotations

import json
from typing import Optional

from qgis.PyQt.QtNetwork import QNetworkReply

from .errors import ApiError, ErrorKind
from .texts import tr

#: The server, or the proxy, asks who sends the request.
_UNAUTHORISED, _PROXY_UNAUTHORISED = 401, 407


def refusal(status: int, body: bytes, url: str) -> ApiError:
    """The error for an HTTP status of 400 and above, with the text of the server's problem document."""
    detail = ""
    try:
        problem = json.loads(body)
    except (ValueError, RecursionError):
        problem = None
    if isinstance(problem, dict):
        detail = str(problem.get("detail") or problem.get("description") or problem.get("title") or "")
    if status in (_UNAUTHORISED, _PROXY_UNAUTHORISED):
        return login_required(status == _PROXY_UNAUTHORISED, url, status)
    if status >= 500:
        message = tr("Api", "The server failed (HTTP {}).").format(status)
        return ApiError(ErrorKind.SERVER_FAILED, message, detail, url, status)
    message = tr("Api", "The server refused the request (HTTP {}).").format(status)
    return ApiError(ErrorKind.REFUSED, message, detail, url, status)


def unreachable(error: QNetworkReply.NetworkError, text: str, url: str) -> ApiError:
    """The error for a request without an answer.

    :param text: what Qt says
    """
    kinds = QNetworkReply.NetworkError
    if error in (kinds.AuthenticationRequiredError, kinds.ProxyAuthenticationRequiredError):
        return login_required(error == kinds.ProxyAuthenticationRequiredError, url)
    if error == kinds.SslHandshakeFailedError:
        message = tr("Api", "The server's certificate was not accepted, so nothing was sent to it.")
        return ApiError(ErrorKind.CERTIFICATE, message, text, url)
    message = tr("Api", "The server cannot be reached, or the connection broke off.")
    return ApiError(ErrorKind.UNREACHABLE, message, text, url)


def login_required(by_proxy: bool, url: str, status: Optional[int] = None) -> ApiError:
    """The error where a user name and a password are required, and none or wrong ones were sent."""
    if by_proxy:
        message = tr("Api", "The proxy requires a user name and a password.")
        detail = tr("Api", "Enter them in QGIS's options, under Network.")
    else:
        message = tr("Api", "The server requires a user name and a password.")
        detail = tr("Api", "Choose or create an authentication configuration in the Server section.")
    return ApiError(ErrorKind.LOGIN, message, detail, url, status)


def too_late(url: str) -> ApiError:
    """The error for an answer that did not come in time."""
    return ApiError(ErrorKind.TIME_OUT, tr("Api", "The server did not answer in time."), url=url)


def too_large(url: str) -> ApiError:
    """The error for an answer that is larger than any the plugin reads."""
    return ApiError(ErrorKind.MALFORMED, tr("Api", "The server's answer is too large."), url=url)


def no_address() -> ApiError:
    """The error for an address that is not an http or https address."""
    return ApiError(ErrorKind.UNREACHABLE, tr("Api", "This is not an http or https address."))


def cancelled(url: str) -> ApiError:
    """The error for a request that the user gave up."""
    return ApiError(ErrorKind.CANCELLED, tr("Api", "The request was cancelled."), url=url)

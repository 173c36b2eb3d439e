"""Signed, timed tokens: who posts a form has been given it by this service a short while ago. No cookies are needed.

A site elsewhere could fetch a token and post it by its visitors' browsers: these say where a request comes from, which
is checked beside the token (``web.resources.feedback``).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode

#: Seconds for which a token holds: time to write.
LIFETIME = 4 * 3600
#: Bytes of the secret, of what makes a token the only one of its kind, and of its signature.
SECRET, _NONCE, _SIGNATURE = 32, 12, 16
_SIZE = 8 + _NONCE + _SIGNATURE


def made(secret: bytes, now: float) -> str:
    """A token.

    :param now: seconds since 1970
    """
    content = struct.pack(">d", now) + secrets.token_bytes(_NONCE)
    return urlsafe_b64encode(content + _signature(secret, content)).decode()


def holds(secret: bytes, token: str, now: float) -> bool:
    """Whether this service made the token with that secret, within its lifetime."""
    try:
        raw = urlsafe_b64decode(token.encode("ascii"))
    except ValueError:  # also UnicodeEncodeError, binascii.Error
        return False
    if len(raw) != _SIZE or urlsafe_b64encode(raw).decode() != token:
        return False
    content, signature = raw[:-_SIGNATURE], raw[-_SIGNATURE:]
    if not hmac.compare_digest(signature, _signature(secret, content)):
        return False
    then: float = struct.unpack(">d", content[:8])[0]
    # Clocks of workers on other machines may differ by seconds.
    return -60 <= now - then <= LIFETIME


def _signature(secret: bytes, content: bytes) -> bytes:
    return hmac.new(secret, content, hashlib.sha256).digest()[:_SIGNATURE]

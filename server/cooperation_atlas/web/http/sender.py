"""Who sends a request that is to be kept: where a browser says that it comes from, and from which address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.types import Scope

#: What browsers say of requests that the service's own pages, or the person at the browser, caused.
_OWN_SITES = ("same-origin", "none")


@dataclass(frozen=True)
class Sender:
    """Of the header fields, what tells pages of this service from those of others.

    :param media_type: of the body, empty without one
    :param origin: ``Origin``, which browsers send with every POST; ``None`` of other clients
    :param site: ``Sec-Fetch-Site``; ``None`` of old browsers and other clients
    :param host: ``Host``
    :param address: network address that the request comes from: behind a proxy, that of the proxy
    """

    media_type: str
    origin: str | None
    site: str | None
    host: str | None
    address: str

    @classmethod
    def of(cls, scope: Scope) -> Sender:
        """The sender of an ASGI request."""
        fields = {name: value.decode("latin-1") for name, value in scope["headers"]}
        client = scope.get("client")
        return cls(
            fields.get(b"content-type", "").split(";")[0].strip().lower(),
            fields.get(b"origin"),
            fields.get(b"sec-fetch-site"),
            fields.get(b"host"),
            client[0] if client else "",
        )

    def is_foreign(self, base_url: str) -> bool:
        """Whether a page of another site caused the request.

        :param base_url: public address of the service
        """
        if self.site is not None:  # no script can set it
            return self.site not in _OWN_SITES
        if self.origin is None:
            return False
        # The service may be reached under another name than the public one: a page of it has that name, too.
        return urlsplit(self.origin).netloc not in (urlsplit(base_url).netloc, self.host)

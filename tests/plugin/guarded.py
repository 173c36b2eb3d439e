"""Servers that make QGIS ask before it goes on: Basic authentication, a proxy with a password, an own certificate."""

from __future__ import annotations

import base64
import ssl
import subprocess
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

from faulty import Faulty, send

USER, WORD = "ada", "lovelace"
_EXPECTED = "Basic " + base64.b64encode(f"{USER}:{WORD}".encode()).decode()


class Guarded(Faulty):
    """Passes on what carries the right user name and password."""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("Authorization") == _EXPECTED:
            super().answer(handler)
            return
        self.asked.append((handler.path, dict(handler.headers.items())))
        send(handler, 401, b'{"title":"Unauthorized"}', {"WWW-Authenticate": 'Basic realm="Atlas"'})


class GuardedProxy(Faulty):
    """An HTTP proxy that lets those through who know its user name and password."""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        wanted = urlsplit(handler.path)
        handler.path = f"{wanted.path}?{wanted.query}" if wanted.query else wanted.path
        if handler.headers.get("Proxy-Authorization") == _EXPECTED:
            super().answer(handler)
            return
        self.asked.append((handler.path, dict(handler.headers.items())))
        send(handler, 407, b'{"title":"Proxy"}', {"Proxy-Authenticate": 'Basic realm="Proxy"'})


class OwnCertificate(Faulty):
    """Speaks TLS with a certificate that nobody but itself has signed.

    :param folder: where the certificate is made
    """

    def __init__(self, target: str, folder: Path) -> None:
        super().__init__(target)
        key, certificate = folder / "key.pem", folder / "certificate.pem"
        name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
        made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *name]
        subprocess.run([*made, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.url = f"https://localhost:{self._server.server_port}"

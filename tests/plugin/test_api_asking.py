"""QGIS asks the person in the middle of a request: for a password, the proxy's password, about a certificate.

As in QGIS the dialog is opened inside of the reply's own signal, and the window lives on in its event loop.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.answers import ServerInfo
from cooperation_search.api.client import Client
from cooperation_search.api.errors import ApiError, ErrorKind
from cooperation_search.context import Context
from faulty import Faulty, outcome, spin
from guarded import USER, WORD, Guarded, GuardedProxy, OwnCertificate
from panel import errors_in_slots_fail
from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtNetwork import QNetworkProxy
from qgis.PyQt.QtWidgets import QDialog
from running_server import RunningServer

#: QGIS's own time-out in these tests, milliseconds, and how long the person thinks, seconds.
PATIENCE, THINKING = 500, 1.2


class Person:
    """Answers after a while; ``meanwhile`` happens while the dialog is open."""

    def __init__(self) -> None:
        self.asked = 0
        self.word = WORD
        self.meanwhile: Any = lambda: None

    def think(self) -> None:
        self.asked += 1
        dialog = QDialog()
        thinking = THINKING if self.asked == 1 else 0
        QTimer.singleShot(int(thinking * 500), lambda: self.meanwhile())
        QTimer.singleShot(int(thinking * 1000) + 50, dialog.accept)
        dialog.exec()

    def sign_in(self, authenticator: Any) -> None:
        self.think()
        if self.word:
            authenticator.setUser(USER)
            authenticator.setPassword(self.word)


@contextmanager
def clock_stopped(reply: Any) -> Iterator[None]:
    """As QGIS does while it asks for a password or about a certificate, but not for a proxy's password."""
    clock = reply.findChild(QTimer, "timeoutTimer")
    clock.stop()
    yield
    clock.start()


@pytest.fixture
def person(qgis_app: Any) -> Iterator[Person]:
    made = Person()
    manager, before = QgsNetworkAccessManager.instance(), QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(PATIENCE)

    certificate_accepted: list[bool] = []

    def server_asks(reply: Any, authenticator: Any) -> None:
        with clock_stopped(reply):
            made.sign_in(authenticator)

    def certificate_asks(reply: Any, _errors: Any) -> None:
        if certificate_accepted:
            # QGIS asks once for a certificate, though there is one handshake for each connection.
            reply.ignoreSslErrors()
            return
        with clock_stopped(reply):
            made.think()
        if made.word:
            certificate_accepted.append(True)
            reply.ignoreSslErrors()

    def proxy_asks(_proxy: Any, authenticator: Any) -> None:
        made.sign_in(authenticator)

    # QGIS's own dialogs come with its window only; these stand where they stand.
    manager.authenticationRequired.connect(server_asks)
    manager.sslErrors.connect(certificate_asks)
    manager.proxyAuthenticationRequired.connect(proxy_asks)
    yield made
    manager.authenticationRequired.disconnect(server_asks)
    manager.sslErrors.disconnect(certificate_asks)
    manager.proxyAuthenticationRequired.disconnect(proxy_asks)
    manager.setFallbackProxyAndExcludes(QNetworkProxy(), [], [])
    manager.clearAccessCache()
    QgsNetworkAccessManager.setTimeout(before)


@pytest.fixture(params=["password", "proxy", "certificate"])
def guarded(request: pytest.FixtureRequest, person: Person, server: RunningServer, tmp_path: Path) -> Iterator[str]:
    """The address of a server that makes QGIS ask."""
    made: Faulty
    if request.param == "password":
        made = Guarded(server.url)
    elif request.param == "certificate":
        made = OwnCertificate(server.url, tmp_path)
    else:
        made = GuardedProxy(server.url)
        port = int(made.url.rsplit(":", 1)[1])
        proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "127.0.0.1", port)
        QgsNetworkAccessManager.instance().setFallbackProxyAndExcludes(proxy, [], [])
    yield "http://atlas.invalid" if request.param == "proxy" else made.url
    made.stop()


def test_a_person_may_think_longer_than_the_time_out(person: Person, guarded: str):
    info = outcome(Client(guarded).server_info())
    assert isinstance(info, ServerInfo), info
    # One question, not one for each of the requests.
    assert person.asked == 1


def test_given_up_while_qgis_asks(person: Person, guarded: str):
    client = Client(guarded)
    call = client.server_info()
    came: list[Any] = []
    call.finished.connect(came.append)
    call.failed.connect(came.append)
    person.meanwhile = client.close
    assert spin(5, lambda: person.asked > 0)
    spin(THINKING + 1)
    assert came == []
    person.meanwhile = lambda: None
    assert isinstance(outcome(Client(guarded).server_info()), ServerInfo)


def test_another_server_while_qgis_asks(person: Person, guarded: str, server: RunningServer):
    """The client of before goes with everything that belongs to it, the request that QGIS is in the middle of, too."""
    QgsSettings().remove("cooperation_search")
    context = Context()
    context.use_server(guarded)
    context.client.server_info()
    person.meanwhile = lambda: context.use_server(server.url)
    with errors_in_slots_fail():
        assert spin(5, lambda: person.asked > 0)
        spin(THINKING + 1)
        QgsNetworkAccessManager.instance().setFallbackProxyAndExcludes(QNetworkProxy(), [], [])
        assert isinstance(outcome(context.client.server_info()), ServerInfo)
    context.close()
    QgsSettings().remove("cooperation_search")


def test_another_search_while_qgis_asks(person: Person, guarded: str):
    client = Client(guarded)
    first = client.codelist("topics", slot="list")
    came: list[Any] = []
    first.finished.connect(came.append)
    first.failed.connect(came.append)
    second: list[Any] = []

    def again() -> None:
        person.meanwhile = lambda: None
        call = client.codelist("scopes", slot="list")
        call.finished.connect(lambda answer: second.append(answer.id))
        call.failed.connect(second.append)

    person.meanwhile = again
    assert spin(12, lambda: bool(second))
    assert second == ["scopes"] and came == []


def test_no_answer_from_the_person(person: Person, guarded: str):
    person.word = ""
    error = outcome(Client(guarded).server_info())
    assert isinstance(error, ApiError) and error.message and person.asked in (1, 2)
    secured = guarded.startswith("https")
    assert error.kind is (ErrorKind.CERTIFICATE if secured else ErrorKind.LOGIN), error
    assert "certificate" in error.text if secured else "user name" in error.text

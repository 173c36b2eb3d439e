"""The client against the real server, and against one that fails on purpose."""

from __future__ import annotations

import gc
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cooperation_search.api.answers import CodeList, Facets, FeaturePage, ServerInfo
from cooperation_search.api.cache import Cache, Kept
from cooperation_search.api.client import Client
from cooperation_search.api.errors import ApiError, ErrorKind
from cooperation_search.api.resources import base_url
from cooperation_search.api.search import Search
from cooperation_search.api.transaction import Limits
from faulty import Faulty, Many, outcome, spin
from qgis.core import QgsApplication, QgsAuthMethodConfig
from qgis.PyQt.QtTest import QTest
from running_server import RunningServer, free_port

QUICK = Limits(stall=400, total=1500)


@pytest.fixture
def client(qgis_app: Any, server: RunningServer) -> Iterator[Client]:
    made = Client(server.url)
    yield made
    made.close()


@pytest.fixture
def faulty(server: RunningServer) -> Iterator[Faulty]:
    proxy = Faulty(server.url)
    yield proxy
    proxy.stop()


@pytest.fixture
def failing(qgis_app: Any, faulty: Faulty) -> Iterator[Client]:
    made = Client(faulty.url, limits=QUICK)
    yield made
    made.close()


def test_server_info(client: Client, server: RunningServer):
    info = outcome(client.server_info())
    assert isinstance(info, ServerInfo), info
    assert info.edition.id == server.json("/healthz")["edition"]["id"]
    assert info.edition.counts["nuts3"] == 1514
    assert {"programmes", "nuts3", "nuts3-2016", "countries", "cooperation"} <= set(info.collections)
    assert info.title and info.licence


def test_codelist(client: Client):
    topics = outcome(client.codelist("topics"))
    assert isinstance(topics, CodeList), topics
    top = topics.children(None)
    assert "PO1" in [c.code for c in top] and topics.children("PO1")
    assert topics.by_code["PO1"].text("en_GB")


def test_facets(client: Client):
    facets = outcome(client.facets(Search.of(country=["IT"]), facets="country,topic"))
    assert isinstance(facets, Facets), facets
    assert facets.matched == facets.counts["country"]["IT"] > 0
    assert set(facets.counts) == {"country", "topic"}


def test_all_pages_joined(client: Client, server: RunningServer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cooperation_search.api.client.PAGE", 100)
    call = client.features("programmes", params={"sortby": "title"})
    steps: list[tuple[int, int]] = []
    call.progressed.connect(lambda done, all_: steps.append((done, all_)))
    page = outcome(call)
    assert isinstance(page, FeaturePage), page
    assert len(page.features) == page.matched == len({f.id for f in page.features}) > 500
    assert len(steps) == -(-page.matched // 100) and page.attribution and page.edition


def test_ten_thousand_results(qgis_app: Any, server: RunningServer):
    many = Many(server.url, 10_000)
    client = Client(many.url)
    page = outcome(client.features("programmes"), 60)
    few = outcome(client.features("programmes", most=30))
    many.stop()
    assert len({f.id for f in page.features}) == page.matched == 10_000
    assert len(few.features) == 30 and few.matched == 10_000


def test_one_feature_and_suggestions(client: Client):
    found = outcome(client.suggest("sicilia"))
    assert any("sicilia" in f.text("title").lower() for f in found.features)
    one = outcome(client.feature("programmes", found.features[0].id))
    assert one.id == found.features[0].id and one.text("title") and one.geometry is None


def test_refusal_has_the_servers_words(client: Client):
    error = outcome(client.features("programmes", Search.of(country=["GR"])))
    assert isinstance(error, ApiError) and error.kind is ErrorKind.REFUSED and error.status == 400
    assert "GR" in error.text


def test_slot_drops_the_answer_before(client: Client):
    came: list[str] = []
    for name in ("topics", "scopes", "countries"):
        call = client.codelist(name, slot="list")
        call.finished.connect(lambda answer: came.append(answer.id))
        call.failed.connect(lambda error: came.append(error.text))
    assert spin(5, lambda: bool(came))
    spin(0.3)
    assert came == ["countries"]


def test_cancel_says_nothing(client: Client):
    came: list[Any] = []
    call = client.codelist("topics")
    call.finished.connect(came.append)
    call.failed.connect(came.append)
    call.cancel()
    spin(0.5)
    assert came == []


def test_a_call_cancelled_just_before_its_kept_answer_survives_the_garbage_collector(client: Client):
    # Collected in between, the function that the answer waited for was gone, and Python crashed.
    outcome(client.criteria())
    for _ in range(20):
        call = client.criteria()
        call.finished.connect(lambda answer: None)
        call.cancel()
        del call
        gc.collect()
        QTest.qWait(10)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("500", ErrorKind.SERVER_FAILED), ("malformed", ErrorKind.MALFORMED), ("html", ErrorKind.MALFORMED),
        ("half", ErrorKind.UNREACHABLE), ("hang", ErrorKind.TIME_OUT), ("trickle", ErrorKind.TIME_OUT),
        ("foreign", ErrorKind.MALFORMED),
    ],
)  # fmt: skip
def test_failures(failing: Client, faulty: Faulty, fault: str, kind: ErrorKind):
    faulty.fault = lambda path: fault
    error = outcome(failing.facets(Search()), 6)
    assert isinstance(error, ApiError) and error.kind is kind, error
    assert error.message


@pytest.mark.parametrize("fault", ["html", "foreign"])
def test_another_service(failing: Client, faulty: Faulty, fault: str):
    faulty.fault = lambda path: fault
    assert outcome(failing.server_info()).kind is ErrorKind.NOT_COOPERATION_ATLAS


def test_a_server_of_another_version(failing: Client, faulty: Faulty, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cooperation_search.api.answers.NEEDED", ("programmes", "nuts9"))
    error = outcome(failing.server_info())
    assert error.kind is ErrorKind.OTHER_VERSION and "nuts9" in error.text


def test_dead_server_and_bad_address(qgis_app: Any):
    dead = outcome(Client(f"http://127.0.0.1:{free_port()}").server_info())
    assert dead.kind is ErrorKind.UNREACHABLE
    assert outcome(Client("nonsense://").codelist("topics")).kind is ErrorKind.UNREACHABLE


def test_authentication_of_qgis(qgis_app: Any, faulty: Faulty):
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("only for this test", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("of this test")
    config.setConfig("username", "ada")
    config.setConfig("password", "lovelace")
    assert manager.storeAuthenticationConfig(config)
    client = Client(faulty.url, authcfg=config.id())
    assert isinstance(outcome(client.codelist("scopes")), CodeList)
    sent = faulty.asked[0][1]["Authorization"]
    assert b64decode(sent.removeprefix("Basic ")) == b"ada:lovelace"
    # One that does not exist: a message, no request.
    error = outcome(Client(faulty.url, authcfg="nothing").codelist("scopes"))
    assert error.kind is ErrorKind.UNREACHABLE and "nothing" in error.text and len(faulty.asked) == 1
    assert manager.removeAuthenticationConfig(config.id())


def test_busy_server_is_asked_again(failing: Client, faulty: Faulty):
    faulty.fault = lambda path: "503" if len(faulty.asked) < 3 else None
    assert isinstance(outcome(failing.codelist("topics")), CodeList)
    assert len(faulty.asked) == 3


def test_busy_for_ever(failing: Client, faulty: Faulty):
    faulty.fault = lambda path: "503"
    error = outcome(failing.codelist("topics"))
    assert error.kind is ErrorKind.SERVER_FAILED and len(faulty.asked) == 4


def test_unchanged_answers_are_not_sent_again_and_last_when_offline(
    qgis_app: Any, faulty: Faulty, server: RunningServer, tmp_path: Path
):
    client = Client(faulty.url, cache=Cache(tmp_path / "cache"), limits=QUICK)
    changes: list[bool] = []
    client.offline_changed.connect(changes.append)
    first = outcome(client.facets(Search()))
    assert outcome(client.facets(Search())) == first
    assert "If-None-Match" not in faulty.asked[0][1] and faulty.asked[1][1]["If-None-Match"]
    faulty.stop()
    call = client.facets(Search())
    assert outcome(call) == first and call.offline and call.stored and changes == [True]
    assert outcome(client.codelist("scopes")).kind is ErrorKind.UNREACHABLE


def test_cache_survives_damage(tmp_path: Path):
    cache = Cache(tmp_path / "cache")
    cache.put("http://h/x", "", Kept(b"body", '"tag"', "e1", "2026-01-01"))
    assert cache.get("http://h/x", "") == Kept(b"body", '"tag"', "e1", "2026-01-01")
    assert cache.get("http://h/x", "somebody") is None
    (kept,) = (tmp_path / "cache").iterdir()
    for damaged in (b"", b"\x00\xff", b"[]\nbody", kept.read_bytes()[:-1]):
        kept.write_bytes(damaged)
        assert cache.get("http://h/x", "") is None


def test_cache_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("cooperation_search.api.cache._ALL", 1000)
    cache = Cache(tmp_path / "cache")
    for number in range(10):
        cache.put(f"http://h/{number}", "", Kept(b"x" * 300, "t", "", ""))
    assert sum(p.stat().st_size for p in (tmp_path / "cache").iterdir()) <= 1000
    assert cache.get("http://h/9", "") is not None


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://a/", "http://a"), (" a.eu:5000 ", "http://a.eu:5000"), ("https://a/b/?x=1#y", "https://a/b"),
        ("http://h/atlas/collections/programmes/items?f=json&title=x#y", "http://h/atlas"),
        ("http://h/collections/", "http://h"), ("http://h/collections/nuts3/items/ITG17", "http://h"),
        ("h:5000/codelists/topics", "http://h:5000"), ("https://h/x/conformance", "https://h/x"),
        ("http://h/healthz", "http://h"), ("http://h/openapi?f=html", "http://h"), ("http://h/my-api", "http://h/my-api"),
        ("http://h/collectionsofmine", "http://h/collectionsofmine"),
        ("ftp://a", ""), ("", ""), ("http://", ""), ("http://a:99999", ""), ("http://a:x", ""),
    ],
)  # fmt: skip
def test_base_url(text: str, url: str):
    assert base_url(text) == url

"""Header fields of answers: what depends on what, and what caches, browsers and scripts of other sites are told."""

from __future__ import annotations

import itertools

import httpx
import pytest
from http_client import SICILY, get, items, raw, request
from running_server import RunningServer

from cooperation_atlas.web.http.cors import ALWAYS

HTML, CSV, JSON = "text/html", "text/csv", "application/geo+json"
KINDS = ["/", "/collections", "/openapi", f"{items()}?limit=2", f"{items()}?limit=2&f=csv", f"{items()}/{SICILY}",
         "/collections/nuts3/facets", f"{items()}?limit=2&f=html", "/codelists/topics"]  # fmt: skip
REFUSED = [f"{items()}?limit=0", f"{items()}?limit=0&f=html", "/nothing", "/static/nothing.css", "/collections/"]


def _type(answer) -> str:
    return answer.headers["content-type"].split(";")[0]


@pytest.mark.parametrize(
    ("lines", "media_type"),
    [
        ((HTML, CSV), HTML),
        ((CSV, HTML), HTML),
        ((f"{HTML};q=0.5", CSV), CSV),
        ((JSON, f"{HTML};q=0.9"), JSON),
        (("image/png", CSV), CSV),
    ],
)
def test_several_accept_lines_are_one_list(server: RunningServer, lines: tuple[str, ...], media_type: str):
    """Or the key would be made from one line and the answer from another, and others would get that answer."""
    several = "\r\n".join(f"Accept: {line}" for line in lines)
    joined = "Accept: " + ", ".join(lines)
    for limit, order in ((11, (several, joined)), (12, (joined, several))):
        answers = [raw(server, f"{items()}?limit={limit}", headers=headers) for headers in order]
        assert {_type(answer) for answer in answers} == {media_type}
        assert answers[0].headers["etag"] == answers[1].headers["etag"]
        for alone in set(lines) - {"image/png"}:
            answer = raw(server, f"{items()}?limit={limit}", headers=f"Accept: {alone}")
            assert _type(answer) == alone.split(";")[0]


@pytest.mark.parametrize("name", ["Accept", "Accept-Language", "Accept-Encoding"])
def test_the_order_of_header_lines_does_not_matter(server: RunningServer, name: str):
    lines = ["Origin: https://portal.example", "Accept: text/html", "Accept-Language: en", "Accept-Encoding: gzip"]
    tags = set()
    for order in itertools.permutations(lines):
        answer = raw(server, f"{items()}?limit=13", headers="\r\n".join(order))
        assert _type(answer) == HTML and answer.headers["content-encoding"] == "gzip"
        tags.add(answer.headers["etag"])
    assert len(tags) == 1


def test_clients_that_mean_the_same_share_a_tag(server: RunningServer):
    """The key is what the header decides, not how it is worded."""
    browsers = [
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    ]
    assert len({get(server, "/", headers={"Accept": each}).headers["etag"] for each in browsers}) == 1
    for languages in (["de-AT,de;q=0.9", "de", "xx, de-CH;q=0.1"], ["en-GB,en;q=0.5", "xx", "fr;q=0.1, en"]):
        assert len({get(server, "/", headers={"Accept-Language": each}).headers["etag"] for each in languages}) == 1


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/*", HTML),
        ("text/*, application/json;q=0.5", HTML),
        ("text/*;q=0.3, application/json", JSON),
        ("text/json", JSON),
        ("text/html, */*", HTML),
        ("TEXT/HTML", HTML),
        ("text/html;q=0, */*", JSON),
        ("application/*", JSON),
    ],
)
def test_ranges_of_types(server: RunningServer, accept: str, media_type: str):
    assert _type(get(server, items(), headers={"Accept": accept}, limit=1)) == media_type


def test_a_preference_too_long_to_be_read_is_refused(server: RunningServer):
    for name in ("Accept", "Accept-Language", "Accept-Encoding"):
        for lines in (f"{name}: {'a/b,' * 2500}", "\r\n".join([f"{name}: {'a/b,' * 1000}"] * 3)):
            answer = raw(server, "/", headers=lines)
            assert answer.status_code == 431 and name in answer.text


@pytest.mark.parametrize("origin", [{}, {"Origin": "https://portal.example"}, {"Origin": "null"}])
@pytest.mark.parametrize("path", [*KINDS, *REFUSED, "/healthz", "/static/icon.svg"])
def test_every_answer_may_be_read_by_scripts_and_is_what_it_says(
    server: RunningServer, path: str, origin: dict[str, str]
):
    answer = get(server, path, headers=origin)
    for name, value in ALWAYS.items():
        assert answer.headers[name] == value
    assert "origin" not in answer.headers.get("vary", "").lower()


@pytest.mark.parametrize("sent", ["BREW / HTTP/1.1", "GET / HTTP/1.1\r\nContent-Length: many", "GET /\xff HTTP/1.1"])
def test_refusals_of_the_protocol_carry_them_too(server: RunningServer, sent: str):
    answer = raw(server, "/", headers="") if not sent else _sent(server, sent)
    assert answer.status_code in (400, 405)
    for name, value in ALWAYS.items():
        assert answer.headers[name.lower()] == value


def _sent(server: RunningServer, lines: str):
    method, target, *_ = lines.split("\r\n")[0].split()
    return raw(server, target.encode("latin-1"), method, "\r\n".join(lines.split("\r\n")[1:]))


@pytest.mark.parametrize("warm", [True, False])
@pytest.mark.parametrize("path", KINDS)
def test_a_304_has_the_header_fields_of_the_200(server: RunningServer, path: str, warm: bool):
    """Those of RFC 9110, 15.4.5, and those without which a browser keeps the answer from the script that asked."""
    headers = {"Origin": "https://portal.example", "User-Agent": f"{path} {warm}"}
    first = get(server, path, headers=headers)
    assert first.status_code == 200
    again = get(server, path, headers={**headers, "If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    for name in ("etag", "vary", "cache-control", "atlas-edition", *map(str.lower, ALWAYS)):
        assert again.headers.get(name) == first.headers[name], name
    for name in again.headers:
        assert name in ("date", "transfer-encoding") or again.headers[name] == first.headers[name]
    assert "content-length" not in again.headers and "content-type" not in again.headers


def test_several_lines_of_known_tags_are_one_list(server: RunningServer):
    tag = get(server, "/collections").headers["etag"]
    mine = f"Accept: */*\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nUser-Agent: x\r\nIf-None-Match: {tag}"
    for other in ('If-None-Match: "other"\r\n{}', '{}\r\nIf-None-Match: "other"'):
        assert raw(server, "/collections", headers=other.format(mine)).status_code == 304


@pytest.mark.parametrize(
    "path", ["/", "/collections", items(), f"{items()}/{SICILY}", "/nothing", f"{items()}?limit=0"]
)
def test_pages_say_their_language(server: RunningServer, path: str):
    answer = request(server, "GET", path, headers={"Accept": HTML})
    assert _type(answer) == HTML and answer.headers["content-language"] == "en"


def test_what_a_script_needs_is_exposed(server: RunningServer):
    answer = get(server, items(), limit=1, f="csv")
    exposed = {name.strip() for name in answer.headers["access-control-expose-headers"].lower().split(",")}
    assert {"content-disposition", "ogc-numbermatched", "ogc-numberreturned", "link", "etag"} <= exposed
    assert {"atlas-edition", "content-crs"} <= exposed
    safe = {"cache-control", "content-language", "content-length", "content-type", "expires", "last-modified"}
    own = {name for name in answer.headers if not name.startswith("access-control-")}
    assert own - exposed - safe <= {"date", "vary", "x-content-type-options", "content-encoding"}


@pytest.fixture
def in_languages(server: RunningServer):
    from running_server import start

    running = start(build=False, name="languages", environment={"COOPERATION_ATLAS_LANGUAGES": "en,fr"})
    yield running
    running.stop()


@pytest.mark.slow
def test_answers_in_two_languages_are_kept_apart(in_languages: RunningServer):
    """The language that was asked for last must not be the one that others get."""
    path = "/codelists/topics?f=html"
    with httpx.Client(base_url=in_languages.url) as client:
        for asked, told in (("fr", "fr"), ("en", "en"), ("fr-BE, en;q=0.5", "fr"), ("de", "en"), ("fr", "fr")):
            assert client.get(path, headers={"Accept-Language": asked}).headers["content-language"] == told
        assert client.get(f"{path}&lang=fr").headers["content-language"] == "fr"


@pytest.mark.parametrize("size", [10, 1_000, 3_000, 500_000])
def test_header_fields_stay_short_whatever_is_asked(server: RunningServer, size: int):
    """A proxy refuses an answer with a head of more than 4 or 8 KB, and clients one of more than 100 KB."""
    node = {"op": "<>", "args": [{"property": "title"}, "x" * size]}
    for path in (f"{items()}?limit=1", f"{items()}?limit=1&offset=5&f=csv"):
        answer = request(server, "POST", path, json=node)
        assert answer.status_code == 200
        assert sum(len(name) + len(value) for name, value in answer.headers.items()) < 8000
        assert ('rel="next"' in answer.headers["link"]) is (size < 2000)

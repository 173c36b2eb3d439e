"""Static files: every page names them with their hash, and under such an address they are kept for good."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli
import httpx
import pytest
from conftest import settings_for
from http_client import get, raw, refusal, request
from in_process import Application, serving
from running_server import RunningServer

from cooperation_atlas.editions.build import build
from cooperation_atlas.editions.layout import EditionFolder
from cooperation_atlas.editions.publish import publish
from cooperation_atlas.store.loaded_editions import LoadedEditions
from cooperation_atlas.store.open import open_store
from cooperation_atlas.web.http.files import FOR_GOOD
from cooperation_atlas.web.http.responses import STABLE
from cooperation_atlas.web.resources.blocks import BLOCKS
from cooperation_atlas.web.service import ServedEdition, Service
from cooperation_atlas.web.static_files import (
    FOLDER,
    StaticFileError,
    asked_file,
    read_files,
    static_files,
    static_path,
)

#: Addresses of files in pages, sheets and scripts.
NAMED = re.compile(r"""(?:src|href)="([^"]*/static/[^"]*)"|url\(([^)#:]+)\)|"(\.{1,2}/[^"]+\.(?:js|css|svg)[^"]*)\"""")
HASHED = re.compile(r"/static/.+\.[0-9a-f]{12}(\.\w+)?")
CODINGS = {"br": "br", "gzip": "gzip", "identity": None, "gzip, deflate, br, zstd": "br", "zstd, gzip;q=0.5": "gzip",
           "br;q=0, gzip;q=0": None, "*": "br"}  # fmt: skip
STYLE = "css/pages.css"


def examples(view: ServedEdition) -> Iterator[str]:
    """Paths of pages of every route, and of refusals."""
    for route in (route for block in BLOCKS for route in block.routes):
        for example in list(route.examples(view))[:3]:
            path = re.sub(r"\{(\w+)(?::\w+)?\}", lambda found, e=example: e.arguments[found[1]], route.path)
            query = "&".join(f"{n}={v}" for n, v in example.parameters if n != "f" and "," not in v)
            if example.body is None:
                yield f"{path}?{query}"
    yield from (
        "/nowhere",
        "/collections/programmes/items?country=Italy",
        "/collections/programmes/items?title=nope-no",
    )


@pytest.fixture(scope="module")
def pages(small_edition: EditionFolder) -> list[httpx.Response]:
    """Pages of every kind, in two languages."""
    settings = serving(small_edition)
    view = Service(settings, LoadedEditions(settings.editions, open_store), settings.config).view()
    application = Application(settings)
    headers = [{"Accept": "text/html", "Accept-Language": language} for language in ("en", "pl")]
    answers = [application.get(path, headers=each) for path in examples(view) for each in headers]
    found = [answer for answer in answers if answer.headers["content-type"].startswith("text/html")]
    assert len(found) > 40
    return found


@cache
def named(address: str, text: str) -> frozenset[str]:
    """Paths of the files that a text names, which was read from an address."""
    found = {next(filter(None, groups)) for groups in NAMED.findall(text)}
    return frozenset(urlsplit(urljoin(f"http://atlas{address}", href)).path for href in found)


def test_no_page_names_a_file_without_its_hash(pages: list[httpx.Response]):
    for page in pages:
        own = named(page.request.url.path, page.text)
        assert any(address.endswith(".css") for address in own), page.request.url
        assert [address for address in own if not HASHED.fullmatch(address)] == [], page.request.url
        assert "?v=" not in page.text


def test_every_file_that_a_page_leads_to_is_kept_for_good(pages: list[httpx.Response], server: RunningServer):
    """With those that its files lead to in turn."""
    waiting = {address for page in pages for address in named(page.request.url.path, page.text)}
    seen: set[str] = set()
    while waiting:
        address = waiting.pop()
        seen.add(address)
        bodies = set()
        for accepted, coding in CODINGS.items():
            answer = raw(server, address, headers=f"Accept-Encoding: {accepted}")
            assert answer.status_code == 200, address
            assert answer.headers["cache-control"] == FOR_GOOD
            assert answer.headers["vary"] == "Accept-Encoding"
            coded = answer.headers.get("content-encoding")
            assert coded in (coding, None), (address, accepted)
            assert int(answer.headers["content-length"]) == len(answer.content)
            decode = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coded]
            bodies.add(decode(answer.content))
        assert len(bodies) == 1
        if address.endswith((".css", ".js")):
            assert answer.headers["content-type"].startswith("text/")
            waiting |= named(address, bodies.pop().decode()) - seen
    assert len(seen) > 5 and all(HASHED.fullmatch(address) for address in seen)


def test_texts_are_compressed(server: RunningServer):
    plain = get(server, static_path(STYLE), headers={"Accept-Encoding": "identity"})
    for coding in ("br", "gzip"):
        answer = raw(server, static_path(STYLE), headers=f"Accept-Encoding: {coding}")
        assert answer.headers["content-encoding"] == coding and len(answer.content) < len(plain.content) / 3
        assert answer.headers["etag"] != plain.headers["etag"]


@pytest.mark.parametrize("hash_", ["", ".000000000000"])
def test_under_any_other_name_the_file_of_today_is_asked_for_each_time(server: RunningServer, hash_: str):
    """A page may be older or newer than the server: while it is renewed, or in a tab that was left open."""
    other, exact = get(server, f"/static/css/pages{hash_}.css"), get(server, static_path(STYLE))
    assert (other.status_code, other.content) == (200, exact.content)
    assert other.headers["cache-control"] == STABLE and other.headers["etag"] == exact.headers["etag"]
    again = get(server, f"/static/css/pages{hash_}.css", headers={"If-None-Match": other.headers["etag"]})
    assert again.status_code == 304 and again.headers["cache-control"] == STABLE


@pytest.mark.parametrize(
    "path",
    ["/static/", "/static/css", "/static/css/", "/static/css/nothing.css", "/static/css/nothing.000000000000.css",
     "/static/css/pages.00000000000.css", "/static/css/pages.ABCDEFABCDEF.css", "/static/css/pages.css/",
     "/static/css/../css/pages.css", "/static//css/pages.css", "/static/.000000000000.css", "/static/%00",
     "/static/css/pages.000000000000.000000000000.css"],
)  # fmt: skip
def test_what_is_not_there_is_a_404(server: RunningServer, path: str):
    refusal(raw(server, path), 404)


def test_conditions_and_methods(server: RunningServer):
    path = static_path(STYLE)
    answer = get(server, path)
    tag = answer.headers["etag"]
    for known in (tag, f'"x", W/{tag}', "*"):
        same = get(server, path, headers={"If-None-Match": known})
        assert same.status_code == 304 and not same.content
        for name in ("etag", "vary", "cache-control"):
            assert same.headers[name] == answer.headers[name]
    assert get(server, path, headers={"If-None-Match": '"x"'}).status_code == 200
    head = raw(server, path, "HEAD", "Accept-Encoding: gzip")
    assert head.content == b"" and head.headers["content-encoding"] == "gzip"
    assert (
        head.headers["content-length"] == raw(server, path, headers="Accept-Encoding: gzip").headers["content-length"]
    )
    part = get(server, path, headers={"Range": "bytes=0-9"})  # may be ignored (RFC 9110, 14.2)
    assert part.status_code == 200 and part.content == answer.content
    refused = request(server, "POST", path)
    assert refused.status_code == 405 and set(refused.headers["allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_pages_of_an_edition_name_files_that_are_there_after_the_next(real_data: Path, tmp_path: Path):
    settings = settings_for(real_data, tmp_path)
    first, second = (build(settings_for(real_data, tmp_path, samples=samples)) for samples in (True, False))
    publish(tmp_path, first.id)
    application = Application(settings)
    page = application.get("/collections/nuts3/items", f="html", limit=1)
    publish(tmp_path, second.id)
    assert named("/", page.text)
    for address in named("/", page.text):
        answer = application.get(address)
        assert answer.status_code == 200 and answer.headers["cache-control"] == FOR_GOOD


def write(folder: Path, **contents: str) -> Path:
    for name, content in contents.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return folder


def test_a_change_shows_in_the_address_of_everything_that_leads_to_it(tmp_path: Path):
    contents = {
        "a_js": 'import { b } from "./b.js";\nawait import("./sub/c.js");\nnew URL("../s.css", import.meta.url);\n',
        "b_js": "export const b = 1;\n",
        "sub__c_js": 'import "../b.js";\n',
        "s_css": '@import "t.css";\na { background: url(p.svg) }\n',
        "t_css": "b { color: red }\n",
        "p_svg": "<svg/>",
    }
    contents["a_js"] = contents["a_js"].replace("../s.css", "./s.css")
    before = read_files(write(tmp_path, **contents))
    assert before["a.js"].needs == ("b.js",)
    for name in ("b.js", "sub/c.js", "s.css"):
        assert f"/{before[name].hashed}" in before["a.js"].body.decode()
    assert before["s.css"].body.decode() == f"b {{ color: red }}\na {{ background: url({before['p.svg'].hashed}) }}\n"
    after = read_files(write(tmp_path, b_js="export const b = 2;\n", t_css="b { color: blue }\n"))
    changed = {name for name in before if before[name].hashed != after[name].hashed}
    assert changed == {"a.js", "b.js", "sub/c.js", "s.css", "t.css"}
    for name, file in after.items():
        assert asked_file(after, file.hashed) == (file, True)
        assert asked_file(after, before[name].hashed) == (file, name not in changed)


@pytest.mark.parametrize(
    ("contents", "reason"),
    [
        ({"a_js": 'import "./b.js";'}, "static/a.js names static/b.js, which is not there"),
        ({"a_css": "a { background: url(b.svg) }"}, "static/a.css names static/b.svg, which is not there"),
        ({"a_js": 'import "./b.js";', "b_js": 'import("./a.js")'}, "name each other"),
        ({"a_css": '@import "b/c.css";', "b__c_css": ""}, "in another folder"),
        ({"a_js": 'import "../../b.js";'}, "not there"),
    ],
)
def test_a_file_that_names_another_wrongly_is_refused_at_the_start(tmp_path: Path, contents: dict, reason: str):
    with pytest.raises(StaticFileError, match=re.escape(reason)):
        read_files(write(tmp_path, **contents))


def test_a_template_that_names_what_is_not_there_is_refused():
    with pytest.raises(StaticFileError, match=r"There is no file static/css/none\.css"):
        static_path("css/none.css")


def test_all_files_are_packaged_and_named():
    assert {str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.is_file()} == set(static_files())

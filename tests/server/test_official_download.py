"""Download of a table: broken connections, resumption, and what is kept of the answer."""

from __future__ import annotations

import csv
import datetime as dt
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import Command
from made_official import as_csv, row

from cooperation_atlas.model.errors import AtlasError, InvalidValue
from cooperation_atlas.settings import Settings
from cooperation_atlas.sources.official.download import Downloaded, download, forget

CONTENT = bytes(range(256)) * 4000
CHANGED = "Tue, 24 Oct 2023 08:00:00 GMT"


@dataclass
class Portal:
    """A server with one file. Answers are cut after as many bytes as ``cuts`` says, one after the other.

    :param asked: header fields of the requests
    """

    content: bytes = CONTENT
    etag: str | None = '"one"'
    changed: str | None = CHANGED
    ranges: bool = True
    cuts: list[int] = field(default_factory=list)
    status: int = 200
    asked: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        asked = {name.lower(): value for name, value in handler.headers.items()}
        self.asked.append(asked)
        start, body = 0, self.content
        wanted = asked.get("range", "")
        if wanted and self.ranges and asked.get("if-range") in (self.etag, self.changed):
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
        if start >= len(self.content) > 0:
            handler.send_response(416)
            handler.send_header("Content-Range", f"bytes */{len(self.content)}")
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        body = self.content[start:]
        handler.send_response(self.status if self.status != 200 else 206 if start else 200)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(self.content) - 1}/{len(self.content)}")
        for name, value in (("ETag", self.etag), ("Last-Modified", self.changed)):
            if value is not None:
                handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        cut = self.cuts.pop(0) if self.cuts else len(body)
        handler.wfile.write(body[:cut])
        handler.wfile.flush()
        handler.close_connection = True


@pytest.fixture
def portal() -> Iterator[Portal]:
    state = Portal()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # the name is http.server's
            state.answer(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    state.url = f"http://127.0.0.1:{server.server_port}/resource/hgyj-gyin.csv"
    yield state
    server.shutdown()
    server.server_close()


def get(portal: Portal, folder: Path) -> Downloaded:
    return download(portal.url, folder, lambda *_: None, lambda _seconds: None)


def test_what_is_kept_of_the_answer(portal: Portal, tmp_path: Path) -> None:
    got = get(portal, tmp_path / "folder")
    assert got.path.read_bytes() == CONTENT
    assert (got.etag, got.last_modified, got.day) == ('"one"', CHANGED, dt.date(2023, 10, 24))
    assert portal.asked[0]["accept-encoding"] == "identity"
    forget(got.path)
    assert list((tmp_path / "folder").iterdir()) == []


@pytest.mark.parametrize("cuts", [[100_000], [100_000, 50_000, 0], [len(CONTENT) - 1]])
def test_a_broken_connection_asks_for_the_rest(portal: Portal, tmp_path: Path, cuts: list[int]) -> None:
    portal.cuts = list(cuts)
    assert get(portal, tmp_path).path.read_bytes() == CONTENT
    assert portal.asked[1]["if-range"] == '"one"'
    assert portal.asked[1]["range"].startswith("bytes=")
    assert len(portal.asked) == len(cuts) + 1


def test_a_later_run_goes_on(portal: Portal, tmp_path: Path) -> None:
    portal.cuts = [400_000, 0, 0, 0, 0]
    with pytest.raises(AtlasError, match="run the command again to go on"):
        get(portal, tmp_path)
    assert get(portal, tmp_path).path.read_bytes() == CONTENT
    assert int(portal.asked[-1]["range"].removeprefix("bytes=").rstrip("-")) > 0


def test_another_file_is_read_from_its_beginning(portal: Portal, tmp_path: Path) -> None:
    portal.cuts = [400_000, 0, 0, 0, 0]
    with pytest.raises(AtlasError):
        get(portal, tmp_path)
    portal.content, portal.etag, portal.changed = b"new" * 300_000, '"two"', "Wed, 25 Oct 2023 08:00:00 GMT"
    got = get(portal, tmp_path)
    assert (got.path.read_bytes(), got.etag) == (portal.content, '"two"')


def test_without_a_strong_tag_the_date_tells_whether_it_is_the_same(portal: Portal, tmp_path: Path) -> None:
    portal.etag, portal.cuts = 'W/"weak"', [100_000]
    assert get(portal, tmp_path).path.read_bytes() == CONTENT
    assert portal.asked[1]["if-range"] == CHANGED


def test_without_any_sign_it_starts_again(portal: Portal, tmp_path: Path) -> None:
    portal.etag = portal.changed = None
    portal.cuts = [100_000]
    got = get(portal, tmp_path)
    assert got.path.read_bytes() == CONTENT
    assert "range" not in portal.asked[1]
    assert got.day == dt.datetime.now(dt.UTC).date()


def test_a_server_without_ranges_sends_all_of_it(portal: Portal, tmp_path: Path) -> None:
    portal.ranges, portal.cuts = False, [100_000]
    assert get(portal, tmp_path).path.read_bytes() == CONTENT


def test_a_finished_download_is_not_asked_for_again(portal: Portal, tmp_path: Path) -> None:
    get(portal, tmp_path)
    assert get(portal, tmp_path).path.read_bytes() == CONTENT
    assert portal.asked[1]["range"] == f"bytes={len(CONTENT)}-"


def test_an_address_that_is_wrong(portal: Portal, tmp_path: Path) -> None:
    portal.status = 404
    with pytest.raises(AtlasError, match=r"answers 404 Not Found\. Check the address in a browser"):
        get(portal, tmp_path)
    with pytest.raises(InvalidValue, match="not an http or https address"):
        download("ftp://example.org/x", tmp_path, lambda *_: None)
    with pytest.raises(AtlasError, match="could not be downloaded"):
        download("http://127.0.0.1:1/x", tmp_path, lambda *_: None, lambda _seconds: None)


def test_the_command_imports_from_an_address(portal: Portal, command: Command, settings: Settings) -> None:
    portal.content = as_csv([row()]).encode()
    done = command("import-official", "hgyj-gyin", portal.url, "--yes")
    assert done.returncode == 0, done.stderr
    with (settings.data / "official" / "imports.csv").open(encoding="utf-8", newline="") as file:
        [entry] = csv.DictReader(file)
    kept = {name: entry[name] for name in ("read_from", "etag", "last_modified", "bytes", "source_date")}
    assert kept == {
        "read_from": portal.url, "etag": '"one"', "last_modified": CHANGED, "bytes": str(len(portal.content)),
        "source_date": "2023-10-24",
    }  # fmt: skip
    assert list((settings.editions / ".downloads").iterdir()) == []
    assert command("build").returncode == 0

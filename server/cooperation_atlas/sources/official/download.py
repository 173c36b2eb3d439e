"""Download of a table: what a broken connection left is kept, and only the rest is asked for."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import requests

from ...model.errors import AtlasError, InvalidValue
from .reading import MOST_BYTES, Progress

_ATTEMPTS = 5
#: Seconds until a connection stands, and between two pieces.
_TIMEOUT = (20, 60)
_CHUNK = 1 << 14
_RANGE = re.compile(r"bytes ([0-9]+)-[0-9]+/([0-9]+|\*)")
#: Errors after which asking again may help.
_BROKEN = (requests.ConnectionError, requests.Timeout, requests.exceptions.ChunkedEncodingError)


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A file that was downloaded.

    :param day: the day on which the server says that it changed, else today
    """

    path: Path
    etag: str
    last_modified: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class _Version:
    """What tells one state of an address from another."""

    url: str
    etag: str
    last_modified: str

    @property
    def validator(self) -> str:
        """For ``If-Range`` (RFC 9110, 13.1.5): a strong entity tag, else the date; empty where there is neither."""
        return self.etag if self.etag.startswith('"') else self.last_modified


def is_address(text: str) -> bool:
    """Whether it is an address, not the path of a file."""
    return re.match(r"[a-z][a-z0-9+.-]*://", text, re.IGNORECASE) is not None


def download(
    url: str, folder: Path, progress: Progress, wait: Callable[[float], None] = time.sleep
) -> Downloaded:  # fmt: skip
    """Download into a folder; a later call goes on where one was broken off, as long as the server's file is the same.

    :param wait: how to wait between attempts
    :raises AtlasError: where it does not succeed; what came so far is kept
    """
    if urlsplit(url).scheme.casefold() not in {"http", "https"} or not urlsplit(url).hostname:
        raise InvalidValue("FILE", f"'{url}' is not an http or https address.")
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{sha256(url.encode()).hexdigest()[:16]}.part"
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            version = _attempt(url, part, progress)
        except _BROKEN as error:
            if attempt == _ATTEMPTS:
                kept = "What came so far is kept; run the command again to go on."
                raise AtlasError(f"{url} could not be downloaded ({_short(error)}). {kept}") from error
            wait(2.0**attempt)
        else:
            return Downloaded(part, version.etag, version.last_modified, _day(version.last_modified))
    raise AssertionError("unreachable")


def forget(path: Path) -> None:
    """Remove a downloaded file after it was imported."""
    path.unlink(missing_ok=True)
    _note(path).unlink(missing_ok=True)


def _attempt(url: str, part: Path, progress: Progress) -> _Version:
    """One request: for the rest of the file where a part of it is here, else for all of it."""
    known = _known(part, url)
    have = part.stat().st_size if known and part.exists() else 0
    # The plain bytes: ranges and lengths count those that are sent.
    headers = {"Accept-Encoding": "identity", "User-Agent": "cooperation-atlas import-official"}
    if known and have and known.validator:
        headers |= {"Range": f"bytes={have}-", "If-Range": known.validator}
    with requests.get(url, headers=headers, stream=True, timeout=_TIMEOUT) as answer:
        if answer.status_code == requests.codes.requested_range_not_satisfiable and known:
            if answer.headers.get("Content-Range", "").rpartition("/")[2] == str(have):
                return known  # all of it was here already
            part.unlink(missing_ok=True)
            raise requests.ConnectionError("the server's file has become shorter")
        if answer.status_code not in (requests.codes.ok, requests.codes.partial_content):
            raise AtlasError(f"{url} answers {answer.status_code} {answer.reason}. Check the address in a browser.")
        start = _start(answer)
        if start not in (0, have):
            raise AtlasError(f"{url} sends another part of the file than was asked for; remove {part} and try again.")
        version = _Version(url, answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", ""))
        # Places in an answer that was packed on the way are not places in the file: it cannot be gone on with.
        resumable = "Content-Encoding" not in answer.headers
        _note(part).write_text(json.dumps(asdict(version if resumable else _Version(url, "", ""))), "utf-8")
        length = int(answer.headers.get("Content-Length") or 0) if resumable else 0
        _write(answer, part, start, start + length, progress)
    return version


def _start(answer: requests.Response) -> int:
    if answer.status_code == requests.codes.ok:
        return 0
    match = _RANGE.fullmatch(answer.headers.get("Content-Range", ""))
    return int(match[1]) if match else -1


def _write(answer: requests.Response, part: Path, start: int, total: int, progress: Progress) -> None:
    done = start
    with part.open("r+b" if start else "wb") as file:
        file.seek(start)
        file.truncate()
        for chunk in answer.iter_content(_CHUNK):
            file.write(chunk)
            done += len(chunk)
            if done > MOST_BYTES:
                raise AtlasError(f"{answer.url} is larger than the limit of {MOST_BYTES >> 20} MB.")
            progress("download", done, max(total, done))
        file.flush()
        os.fsync(file.fileno())


def _note(part: Path) -> Path:
    return part.with_suffix(".json")


def _known(part: Path, url: str) -> _Version | None:
    try:
        noted = _Version(**json.loads(_note(part).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return noted if noted.url == url else None


def _day(last_modified: str) -> dt.date:
    try:
        return parsedate_to_datetime(last_modified).date()
    except (TypeError, ValueError):
        return dt.datetime.now(dt.UTC).date()


def _short(error: Exception) -> str:
    return str(error)[:200] or type(error).__name__

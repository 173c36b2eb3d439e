"""The last answers of servers, kept in the profile: for conditional requests, and for work without a network."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

#: Answers larger than this are not kept, bytes.
_LARGEST = 64 * 1024 * 1024
#: All answers together, bytes; the longest unused go first.
_ALL = 256 * 1024 * 1024
_HEAD_LIMIT = 64 * 1024


@dataclass(frozen=True)
class Kept:
    """An answer that was kept.

    :param etag: entity tag to ask by whether it is still right
    :param edition: edition of the data it belongs to, empty where the server named none
    :param stored: when it was received, UTC, ISO 8601
    """

    body: bytes
    etag: str
    edition: str
    stored: str


class Cache:
    """Files in one folder, one per address; a first line of JSON, then the body. Usable from several threads.

    :param folder: made when something is kept
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, url: str, identity: str) -> Optional[Kept]:
        """What was kept for an address and an identity (authentication), or ``None``."""
        path = self._path(url, identity)
        try:
            with path.open("rb") as file:
                head = json.loads(file.readline(_HEAD_LIMIT))
                body = file.read()
            os.utime(path)
            if head["url"] != url or head["size"] != len(body):
                return None
            return Kept(body, str(head["etag"]), str(head["edition"]), str(head["stored"]))
        except (OSError, ValueError, KeyError, TypeError):
            # Not kept, or damaged: the server is asked as if for the first time.
            return None

    def put(self, url: str, identity: str, kept: Kept) -> None:
        """Keeps an answer; a full or read-only disk only means that it is not kept."""
        if len(kept.body) > _LARGEST:
            return
        head = {"url": url, "etag": kept.etag, "edition": kept.edition, "stored": kept.stored, "size": len(kept.body)}
        path = self._path(url, identity)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(json.dumps(head).encode() + b"\n")
                file.write(kept.body)
            # Readers see the old answer or the new one, never half of one.
            os.replace(name, path)
        except OSError:
            return
        self._tidy()

    def _files(self) -> list:
        return [p for p in self.folder.iterdir() if p.suffix in (".answer", ".part")] if self.folder.is_dir() else []

    def _tidy(self) -> None:
        sizes = []
        for path in self._files():
            try:
                state = path.stat()
            except FileNotFoundError:
                continue
            sizes.append((state.st_mtime, state.st_size, path))
        total = sum(size for _, size, _ in sizes)
        for _, size, path in sorted(sizes, key=lambda each: each[0]):
            if total <= _ALL:
                return
            path.unlink(missing_ok=True)
            total -= size

    def _path(self, url: str, identity: str) -> Path:
        return self.folder / (hashlib.sha256(f"{identity}\n{url}".encode()).hexdigest() + ".answer")

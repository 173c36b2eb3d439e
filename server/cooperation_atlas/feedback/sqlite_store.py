"""Messages in an SQLite file."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from .message import MOST_MESSAGES, MOST_TOGETHER, Came, Message, Unavailable
from .tokens import SECRET

#: Seconds to wait for another writer.
_PATIENCE = 3.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS secret (id INTEGER PRIMARY KEY CHECK (id = 1), value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS message (
  id INTEGER PRIMARY KEY AUTOINCREMENT, received TEXT NOT NULL, text TEXT NOT NULL, about TEXT NOT NULL,
  language TEXT NOT NULL, came TEXT NOT NULL, token BLOB NOT NULL UNIQUE
);
"""
_COLUMNS = "id, received, text, about, language, came"


class SqliteFeedback:
    """Messages in an SQLite file, which is made at the first need, readable by its owner only.

    :param path: of the file
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def secret(self) -> bytes:
        """The secret that signs tokens."""
        with self._open() as db:
            db.execute("INSERT OR IGNORE INTO secret VALUES (1, ?)", (secrets.token_bytes(SECRET),))
            (value,) = db.execute("SELECT value FROM secret").fetchone()
            return bytes(value)

    def add(self, text: str, about: str, language: str, came: Came, token: str, now: datetime) -> bool:
        """Keep a message."""
        with self._open() as db:
            count, characters = db.execute("SELECT count(*), coalesce(sum(length(text)), 0) FROM message").fetchone()
            if count >= MOST_MESSAGES or characters + len(text) > MOST_TOGETHER:
                raise Unavailable("No more messages can be kept. The operator of this service must read them first.")
            row = (_stamp(now), text, about, language, str(came), digest(token))
            added = db.execute(
                "INSERT OR IGNORE INTO message (received, text, about, language, came, token) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )
            return added.rowcount == 1

    def messages(self) -> list[Message]:
        """All messages, the oldest first."""
        with self._open() as db:
            return [as_message(row) for row in db.execute(f"SELECT {_COLUMNS} FROM message ORDER BY id")]  # noqa: S608

    def delete(self, ids: Iterable[int]) -> int:
        """Remove messages."""
        with self._open() as db:
            return sum(db.execute("DELETE FROM message WHERE id = ?", (id_,)).rowcount for id_ in ids)

    def delete_before(self, day: datetime) -> int:
        """Remove what was received before a time."""
        with self._open() as db:
            return db.execute("DELETE FROM message WHERE received < ?", (_stamp(day),)).rowcount

    def backup(self, path: Path) -> None:
        """Copy all messages into a new SQLite database."""
        copy(self.messages(), path)

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is written, or nothing."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.closing(sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)) as db:
                if self._path.stat().st_mode & 0o077:
                    os.chmod(self._path, 0o600)
                db.execute("PRAGMA secure_delete = ON")  # what is deleted is gone from the file, too
                db.execute("BEGIN IMMEDIATE")
                try:
                    for statement in filter(str.strip, _SCHEMA.split(";\n")):
                        db.execute(statement)
                    yield db
                    db.execute("COMMIT")
                except BaseException:
                    with contextlib.suppress(sqlite3.Error):
                        db.execute("ROLLBACK")
                    raise
        except (sqlite3.Error, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise Unavailable(f"Messages cannot be kept now ({reason}). Try again later.") from error


def copy(messages: Iterable[Message], path: Path) -> None:
    """Write messages into a new SQLite database, without the secret and the tokens.

    :raises Unavailable: where there is a file already, or it cannot be written
    """
    if path.exists():
        raise Unavailable(f"{path} is there already. Name a new file.")
    with SqliteFeedback(path)._open() as db:
        for one in messages:
            row = (one.id, _stamp(one.received), one.text, one.about, one.language, str(one.came), os.urandom(16))
            db.execute(f"INSERT INTO message ({_COLUMNS}, token) VALUES (?, ?, ?, ?, ?, ?, ?)", row)  # noqa: S608


def as_message(row: tuple[int, str, str, str, str, str]) -> Message:
    """A row as a message."""
    id_, received, text, about, language, came = row
    return Message(id_, datetime.fromisoformat(received), text, about, language, Came(came))


def _stamp(time: datetime) -> str:
    """A time that sorts as text. Seconds are enough."""
    return time.astimezone(UTC).isoformat(timespec="seconds")


def digest(token: str) -> bytes:
    """What tells a token from others, and does not tell the token."""
    return hashlib.blake2b(token.encode(), digest_size=16).digest()

"""Messages in a PostgreSQL database. Its driver, psycopg 3, is loaded with this module only: nobody else needs it."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from ..model.errors import AtlasError
from .message import MOST_MESSAGES, MOST_TOGETHER, Came, Message, Unavailable
from .sqlite_store import copy, digest
from .tokens import SECRET

try:
    import psycopg
except ImportError as error:  # pragma: no cover - it is installed where the tests run
    reason = "COOPERATION_ATLAS_FEEDBACK names a PostgreSQL database, whose driver is not installed"
    raise AtlasError(f"{reason} ({error}). Run `pip install 'cooperation-atlas[postgres]'`.") from error

#: Seconds to connect, and for a statement or a lock (milliseconds).
_CONNECT, _STATEMENT = 3, 3000
#: Number of the lock that is held while tables are made: several workers may start at once.
_LOCK = 0x0A71A5
_SCHEMA = """
CREATE TABLE IF NOT EXISTS atlas_feedback_secret (id integer PRIMARY KEY CHECK (id = 1), value bytea NOT NULL);
CREATE TABLE IF NOT EXISTS atlas_feedback (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, received timestamptz NOT NULL, text text NOT NULL,
  about text NOT NULL, language text NOT NULL, came text NOT NULL, token bytea NOT NULL UNIQUE
);
"""


class PostgresFeedback:
    """Messages in two tables of a database, which are made at the first need.

    :param address: as of libpq, ``postgresql://…``
    """

    def __init__(self, address: str) -> None:
        self._address = address

    def secret(self) -> bytes:
        """The secret that signs tokens."""
        with self._open() as db:
            made = (secrets.token_bytes(SECRET),)
            db.execute("INSERT INTO atlas_feedback_secret VALUES (1, %s) ON CONFLICT DO NOTHING", made)
            row = db.execute("SELECT value FROM atlas_feedback_secret").fetchone()
            assert row is not None
            return bytes(row[0])

    def add(self, text: str, about: str, language: str, came: Came, token: str, now: datetime) -> bool:
        """Keep a message."""
        with self._open() as db:
            row = db.execute("SELECT count(*), coalesce(sum(length(text)), 0) FROM atlas_feedback").fetchone()
            assert row is not None
            if row[0] >= MOST_MESSAGES or row[1] + len(text) > MOST_TOGETHER:
                raise Unavailable("No more messages can be kept. The operator of this service must read them first.")
            added = db.execute(
                "INSERT INTO atlas_feedback (received, text, about, language, came, token) "
                "VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
                (now, text, about, language, str(came), digest(token)),
            )
            return bool(added.rowcount == 1)

    def messages(self) -> list[Message]:
        """All messages, the oldest first."""
        with self._open() as db:
            rows = db.execute("SELECT id, received, text, about, language, came FROM atlas_feedback ORDER BY id")
            return [
                Message(id_, received.astimezone(UTC), text, about, language, Came(came))
                for id_, received, text, about, language, came in rows
            ]

    def delete(self, ids: Iterable[int]) -> int:
        """Remove messages."""
        with self._open() as db:
            return int(db.execute("DELETE FROM atlas_feedback WHERE id = ANY(%s)", (list(ids),)).rowcount)

    def delete_before(self, day: datetime) -> int:
        """Remove what was received before a time."""
        with self._open() as db:
            return int(db.execute("DELETE FROM atlas_feedback WHERE received < %s", (day,)).rowcount)

    def backup(self, path: Path) -> None:
        """Copy all messages into a new SQLite database."""
        copy(self.messages(), path)

    @contextlib.contextmanager
    def _open(self) -> Iterator[psycopg.Connection]:
        """A transaction: all of it is written, or nothing."""
        options = f"-c statement_timeout={_STATEMENT} -c lock_timeout={_STATEMENT}"
        try:
            with psycopg.connect(self._address, connect_timeout=_CONNECT, options=options) as db:
                db.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
                for statement in filter(str.strip, _SCHEMA.split(";\n")):
                    db.execute(statement.encode())
                yield db
        except psycopg.Error as error:
            # Not the whole text of it: that may hold the address with its password.
            raise Unavailable(f"Messages cannot be kept now ({type(error).__name__}). Try again later.") from error

"""Where messages are kept: what every store of them can do, and which one a setting names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from .message import Came, Message

#: Beginnings of the addresses of PostgreSQL databases.
POSTGRES = ("postgresql://", "postgres://")


class FeedbackStore(Protocol):
    """Keeps messages. Every method raises ``Unavailable`` with a reason where the database cannot do it now."""

    def secret(self) -> bytes:
        """The secret that signs tokens: made once, and the same for all workers."""

    def add(self, text: str, about: str, language: str, came: Came, token: str, now: datetime) -> bool:
        """Keep a message; ``False`` where one with this token is kept already: the form was sent twice."""

    def messages(self) -> list[Message]:
        """All messages, the oldest first."""

    def delete(self, ids: Iterable[int]) -> int:
        """Remove messages; the number of those that were there."""

    def delete_before(self, day: datetime) -> int:
        """Remove what was received before a time; the number of messages."""

    def backup(self, path: Path) -> None:
        """Copy all messages into a new SQLite database."""


def open_feedback(where: str) -> FeedbackStore:
    """The store of a setting: the address of a PostgreSQL database, or the path of an SQLite file.

    Nothing is opened or made before it is needed.
    """
    if where.startswith(POSTGRES):
        from .postgres_store import PostgresFeedback

        return PostgresFeedback(where)
    from .sqlite_store import SqliteFeedback

    return SqliteFeedback(Path(where))

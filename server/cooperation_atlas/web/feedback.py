"""Messages of people: from a form or from the panel into the store, within limits."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from ..feedback import tokens
from ..feedback.message import Came, Unavailable, address_of, text_of
from ..feedback.rates import Rates
from ..feedback.store import POSTGRES, FeedbackStore, open_feedback
from ..settings import Settings

LOGGER = logging.getLogger(__name__)


class TooMany(Exception):
    """This client, or all together, have sent enough for now.

    :param seconds: until the next message is taken
    """

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(f"Too many messages were sent. Try again in {seconds // 60 + 1} minutes.")


class StaleToken(Exception):
    """The token is not of this service, or too old."""


class Desk:
    """Takes messages for one store."""

    def __init__(self, store: FeedbackStore) -> None:
        self._store = store
        self._rates = Rates()
        self._secret: bytes | None = None

    def token(self) -> str:
        """A token for one form.

        :raises Unavailable: where nothing can be kept now: better said before somebody writes
        """
        return tokens.made(self._key(), time.time())

    def take(self, message: str, about: str, language: str, came: Came, token: str, client: str) -> None:
        """Keep a message; one that was sent twice with one form is kept once.

        :raises BadMessage: for what is no message
        :raises StaleToken: for a token that does not hold
        :raises TooMany: where more are sent than are taken
        :raises Unavailable: where it cannot be kept
        """
        text = text_of(message)
        if not tokens.holds(self._key(), token, time.time()):
            raise StaleToken
        if seconds := self._rates.wait(client, time.monotonic()):
            raise TooMany(seconds)
        self._store.add(text, address_of(about), language, came, token, datetime.now(UTC))

    def _key(self) -> bytes:
        if self._secret is None:
            self._secret = self._store.secret()
        return self._secret


@lru_cache(maxsize=8)
def desk_of(where: str) -> Desk:
    """The one desk of this process for a store."""
    return Desk(open_feedback(where))


def forget_expired(settings: Settings) -> None:
    """Remove what was kept as long as the settings say. A database that cannot do it now is asked again later."""
    where = settings.feedback
    if where is None or (not where.startswith(POSTGRES) and not Path(where).exists()):
        return
    try:
        open_feedback(where).delete_before(datetime.now(UTC) - timedelta(days=settings.feedback_days))
    except Unavailable as error:
        LOGGER.error("messages that were kept long enough cannot be removed: %s", error)

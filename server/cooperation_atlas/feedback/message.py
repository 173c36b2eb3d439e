"""A message, and what one may be: text only, bounded, without anything about its sender."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..model.errors import AtlasError

#: Most characters of a message, and of the address of the page that it is about.
MOST_CHARACTERS, MOST_OF_ADDRESS = 2_000, 1_000
#: Most messages that are kept, and most characters of all of them together: about 8 MB on the disk.
MOST_MESSAGES, MOST_TOGETHER = 5_000, 4_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffd]")
_ADDRESS = re.compile(r"/[!-~]*")


class Came(StrEnum):
    """Where a message was written."""

    PAGE = "page"
    PANEL = "panel"


class BadMessage(AtlasError):
    """A message that is not taken as it stands."""


class Unavailable(AtlasError):
    """Messages cannot be read or kept now: a full disk, a locked or missing database, too many messages.

    :param reason: for people, with a full stop
    """


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it is kept.

    :param id: counts up
    :param received: in UTC
    :param about: path and query of the page that it is about; empty where the writer names none
    :param language: of the form, ISO 639-1
    """

    id: int
    received: datetime
    text: str
    about: str
    language: str
    came: Came


def text_of(given: str) -> str:
    """The text of a message, its line ends made alike.

    :raises BadMessage: where it is empty, too long, or holds control characters
    """
    text = given.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        raise BadMessage("The message is empty. Write what you need.")
    if len(text) > MOST_CHARACTERS:
        raise BadMessage(f"The message has {len(text)} characters; at most {MOST_CHARACTERS} are possible.")
    if _CONTROL.search(text):
        raise BadMessage("The message holds control characters. Write plain text.")
    return text


def address_of(given: str) -> str:
    """The path and query of a page of this service; empty for anything else, which nobody needs to see."""
    return given if len(given) <= MOST_OF_ADDRESS and _ADDRESS.fullmatch(given) and given[:2] != "//" else ""
